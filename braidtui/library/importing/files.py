"""What a file is by its name: a transcript, a recording, or a file that tells more of one."""

import re
from pathlib import Path

_FORMS = (  # the forms of one transcript, the one that tells most first
    (".json",),
    (".vtt",),
    (".srt",),
    (".sbv",),
    (".tsv",),
    (".ttml", ".dfxp", ".xml", ".srv1", ".srv2", ".srv3"),
    (".html", ".htm"),
    (".lrc",),
    (".md", ".markdown"),
    (".txt", ".text"),
)
_RICHNESS = {suffix: rank for rank, suffixes in enumerate(_FORMS) for suffix in suffixes}
_CAPTIONS = (".vtt", ".srt", ".sbv", ".ttml", ".dfxp", ".srv1", ".srv2", ".srv3", ".lrc")
RECORDINGS = (".mp3", ".m4a", ".ogg", ".opus", ".wav", ".aac", ".flac")
CHAPTERS, DESCRIPTION = ".chapters.json", ".description.txt"
EPISODES = (".yaml", ".yml")
_ADDED = re.compile(  # after the name of the episode: a language, or what the file is
    r"(?:[._ -](?:transcript|transcription|captions|subtitles|subs))"
    r"|(?:\.[a-z]{2,3}(?:[-_][a-z0-9]{2,4})?)",
    re.IGNORECASE | re.ASCII,
)
_GENERIC = re.compile(
    r"transcripts?|transcription|captions|subtitles|subs|audio|index|episode|output|default"
    r"|audio\d+(?:\.transcript)?",
    re.IGNORECASE | re.ASCII,
)


def richness(name: str) -> int | None:
    """How little a form of a transcript tells, from 0 (JSON); None where it is no such file."""
    return None if is_sidecar(name) else _RICHNESS.get(_suffix(name))


def is_recording(name: str) -> bool:
    """Whether a file of that name is sound."""
    return _suffix(name) in RECORDINGS


def is_transcript(name: str) -> bool:
    """Whether a name can hardly be but that of captions or of a recording."""
    return is_captions(name) or is_recording(name)


def is_sidecar(name: str) -> bool:
    """Whether a file of that name only tells more of a transcript; one in YAML may."""
    return name.lower().endswith((CHAPTERS, DESCRIPTION))


def is_captions(name: str) -> bool:
    """Whether the name promises a transcript; JSON, pages and text may be anything."""
    return _suffix(name) in _CAPTIONS


def stem_of(name: str) -> str:
    """The name of an episode in that of its file: `ep` of `ep.vtt`, and of `ep.mp3.vtt`."""
    bare = Path(name).stem
    return Path(bare).stem if is_recording(bare) else bare


def stems_of(name: str) -> tuple[str, ...]:
    """The names that files beside a transcript may have: of `ep.en.vtt` `ep.en`, then `ep`."""
    stem = stem_of(name)
    added = next((it for it in _ADDED.finditer(stem) if it.end() == len(stem)), None)
    return (stem, stem[: added.start()]) if added and added.start() else (stem,)


def telling_stem(path: Path) -> str:
    """The stem of a file, or where any transcript may be called that, the name of its folder."""
    stem = stem_of(path.name)
    if _GENERIC.fullmatch(stem):
        return path.absolute().parent.name or stem
    return stem


def _suffix(name: str) -> str:
    return Path(name).suffix.lower()
