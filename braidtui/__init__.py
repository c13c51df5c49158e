"""braidtui: a terminal reader of podcast transcripts."""

__version__ = "0.1.0"
