"""Markdown: a transcript to keep among one's notes, with its sources as footnotes."""
