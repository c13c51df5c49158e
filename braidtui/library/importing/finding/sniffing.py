"""Whether a file whose name tells nothing may be a transcript, by its beginning."""

import re
from contextlib import suppress
from pathlib import Path

from braidtui.formats.imported import FormatRefused
from braidtui.formats.reading.encoding import text_of

_NEVER = re.compile(  # a copy, code, pictures or sound, whatever it begins with
    r".*(?:~|\.(?:bak|orig|old|tmp|part|ytdl|swp|log|py|js|ts|css|ipynb|map|lock|toml|ini|csv|jpe?g"
    r"|png|gif|webp|svg|pdf|zip|gz|mp4|mkv|webm|mov|avi|epub|docx))",
    re.IGNORECASE | re.DOTALL,
)
_LARGEST = 16 << 20  # bytes
_BEGINNING = 1 << 10
_SMELLS = re.compile(
    r"\s*+(?:WEBVTT\b|[\[{]\s*+[\"{]|<\?xml|<tt\b|<timedtext\b|<transcript\b"
    r"|\[[0-9]{1,3}:[0-9]{2}|[0-9]+:[0-9]{2}:[0-9]{2}\.[0-9]{3},[0-9])"
    r"|[^\n]{0,80}(?:\n[^\n]{0,80}){0,9}[0-9]\s-->\s"
)


def smells_of_transcript(path: Path) -> bool:
    """Whether the first KB begins like captions, or JSON or XML with words; only a reader that
    knows the whole text can tell for sure."""
    return bool(_SMELLS.match(_beginning(path)))


def has_words(path: Path) -> bool:
    """Whether the first KB is text."""
    return bool(_beginning(path))


def _beginning(path: Path) -> str:
    """The text of the first KB; empty for what is none, or cannot be a transcript by its name."""
    if _NEVER.fullmatch(path.name):
        return ""
    with suppress(OSError, FormatRefused):
        if path.stat().st_size <= _LARGEST:
            with path.open("rb") as file:
                return text_of(file.read(_BEGINNING)).text.removeprefix("\ufeff")
    return ""
