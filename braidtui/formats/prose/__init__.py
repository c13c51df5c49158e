"""Transcripts as people write them: plain text and Markdown, by the layout of names and times."""
