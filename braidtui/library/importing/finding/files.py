"""What a file is by its name: a transcript, a recording, or a file that tells more of one."""

import re
from contextlib import suppress
from datetime import date
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
CHAPTERS = (".chapters.json",)
DESCRIPTIONS = (".description.txt", ".description")  # the second is yt-dlp's
EPISODES = (".yaml", ".yml")
_KIND = r"(?:transcript|transcription|captions|subtitles|subs)"
_LANGUAGE = (  # as `en`, `en-US`, `de-orig`, `zh-Hant-TW`
    r"(?:[a-z]{2}|deu|eng|fil|fra|fre|ger|ita|jpn|kor|por|rus|spa|yue|zho)"
    r"(?:[-_](?:orig|[A-Za-z]{2}|[A-Z][a-z]{3}|[0-9]{3})){0,2}"
)
_ADDED = re.compile(rf"(.+)(?:[._ -](?i:{_KIND})|\.({_LANGUAGE}))", re.DOTALL)
_ADDED_BY_PROGRAMS = re.compile(rf"(.+)(?:[._](?i:{_KIND})|\.({_LANGUAGE}))", re.DOTALL)
_GENERIC = re.compile(
    r"transcripts?|transcription|captions|subtitles|subs|audio|index|episode|output|default"
    r"|audio\d+(?:\.transcript)?",
    re.IGNORECASE | re.ASCII,
)
_DAY = re.compile(
    r"(?<![0-9])((?:19|20)[0-9]{2})([-_.]?)(0[1-9]|1[0-2])\2([0-3][0-9])(?![0-9])", re.ASCII
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
    return name.lower().endswith((*CHAPTERS, *DESCRIPTIONS))


def is_captions(name: str) -> bool:
    """Whether the name promises a transcript; JSON, pages and text may be anything."""
    return _suffix(name) in _CAPTIONS


def stem_of(name: str) -> str:
    """The name of an episode in that of its file: `ep` of `ep.vtt`, `ep.mp3.vtt`, `ep.vtt.txt`,
    `ep.en-US.vtt` and `ep.transcript.srt`."""
    stem = _bare(name)
    while added := _ADDED_BY_PROGRAMS.fullmatch(stem):
        stem = added[1]
    return stem


def language_of(name: str) -> str:
    """The language that a file's name tells after the episode's: `en` of `ep.en-orig.vtt`."""
    stem = _bare(name)
    while added := _ADDED_BY_PROGRAMS.fullmatch(stem):
        if added[2]:
            return re.split("[-_]", added[2])[0]
        stem = added[1]
    return ""


def stems_of(name: str) -> tuple[str, ...]:
    """The names that files beside a transcript may have: of `ep.en.vtt` `ep.en`, then `ep`."""
    stems = [_bare(name)]
    while added := _ADDED.fullmatch(stems[-1]):
        stems.append(added[1])
    return tuple(stems)


def day_of(name: str) -> date | None:
    """The day that a file's name tells: 2024-03-12, or 20240312; None where it tells none."""
    for found in _DAY.finditer(name):
        with suppress(ValueError):
            return date(int(found[1]), int(found[3]), int(found[4]))
    return None


def telling_stem(path: Path) -> str:
    """The stem of a file, or where any transcript may be called that, the name of its folder."""
    stem = stem_of(path.name)
    if _GENERIC.fullmatch(stem) or _GENERIC.fullmatch(_bare(path.name)):
        return path.absolute().parent.name or stem
    return stem


def _bare(name: str) -> str:
    """A name without its suffix, and without those that are in front of it: `ep` of `ep.mp3.vtt`"""
    bare = Path(name).stem
    return Path(bare).stem if is_recording(bare) or is_captions(bare) else bare


def _suffix(name: str) -> str:
    return Path(name).suffix.lower()
