"""Markdown as plain text: what is inside a line, comments, definitions of labels."""
