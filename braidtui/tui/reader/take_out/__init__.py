"""Taking words out of the reader: to the clipboard, as Markdown, as a picture."""
