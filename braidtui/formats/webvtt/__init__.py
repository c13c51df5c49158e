"""WebVTT, the captions of the web: read as they really are, or to the letter; and written."""

from braidtui.formats.webvtt.cues import read_cues
from braidtui.formats.webvtt.writer import write_webvtt

__all__ = ["read_cues", "write_webvtt"]
