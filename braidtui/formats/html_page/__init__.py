"""Transcripts as HTML."""
