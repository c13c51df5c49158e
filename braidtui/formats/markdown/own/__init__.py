"""Our own Markdown, read back: the inverse of what the writer of documents does."""
