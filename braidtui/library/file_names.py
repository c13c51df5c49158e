"""The names that episodes get as files, in a safe alphabet whatever the content says."""

import re
import unicodedata

from braidtui.episode.model import Episode
from braidtui.episode.safe_text import clean_line

_LONGEST = 60
_LONGEST_NAME = 200  # bytes; file systems hold 255
_LONGEST_STEM = 160
_UNSAFE = re.compile(r"[^a-z0-9]+")
_UNSAFE_IN_STEM = re.compile(r"[^\w.]+|\.{2,}")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.ASCII)  # devices, on Windows


def slug(text: str) -> str:
    """`text` in a-z, 0-9 and hyphens, at most 60 characters, ending at a word; may be empty."""
    letters = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", "")).casefold()
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = _UNSAFE.sub("-", plain).strip("-")
    if len(words) > _LONGEST:
        words = (words[: _LONGEST + 1].rpartition("-")[0] or words[:_LONGEST]).strip("-")
    return f"{words}-episode" if _RESERVED.fullmatch(words) else words


def stem_name(text: str) -> str:
    """`text` as a stem that is safe everywhere: letters and digits of any script, `_`, `.` and
    hyphens between them; may be empty."""
    plain = unicodedata.normalize("NFC", clean_line(text))
    stem = _UNSAFE_IN_STEM.sub("-", plain).strip("-.")
    stem = stem.encode()[:_LONGEST_STEM].decode(errors="ignore").strip("-.")
    return f"{stem}-episode" if _RESERVED.fullmatch(stem.partition(".")[0].lower()) else stem


def file_name(episode: Episode, otherwise: str = "") -> str:
    """`008.yaml` for an episode with a number, else a slug of its title or of what else it has.

    `otherwise` names one whose title has no slug.
    """
    if episode.number is not None:
        return f"{episode.number:03}.yaml"
    day = episode.date.isoformat() if episode.date else ""
    offers = (slug(episode.title), stem_name(otherwise), slug(f"{episode.show} {day}"))
    stem = next(filter(None, offers), "episode")
    return f"{stem}.yaml"


def asked_name(name: str) -> str:
    """The file name that a person asked for, with `.yaml`; raises ValueError where it is none."""
    whole = name if name.endswith((".yaml", ".yml")) else f"{name}.yaml"
    if not name or name.startswith((".", "-")) or re.search(r'[/\\:*?"<>|]', name):
        raise ValueError("is no file's name: no separators, no dot or hyphen in front")
    if whole != clean_line(whole) or len(whole.encode()) > _LONGEST_NAME:
        raise ValueError("is no file's name: too long, or with characters that do not show")
    return whole
