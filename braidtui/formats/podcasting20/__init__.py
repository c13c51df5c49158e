"""Transcripts of the Podcasting 2.0 namespace (JSON): read, and written."""
