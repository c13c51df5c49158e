"""SubRip (SRT), the subtitles every player reads: read as they really are, and written."""

from braidtui.formats.subrip.cues import read_cues
from braidtui.formats.subrip.writer import write_subrip

__all__ = ["read_cues", "write_subrip"]
