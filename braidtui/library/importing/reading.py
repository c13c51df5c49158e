"""Reading one transcript, with the files beside it."""

import re
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from braidtui.episode.fields import Kind
from braidtui.episode.model import Episode
from braidtui.episode.problem import EpisodeRefused, Problem
from braidtui.episode.reading.values import address_words
from braidtui.episode.safe_text import clean_line
from braidtui.formats.chapters.parting import applied
from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import FormatRefused
from braidtui.formats.reading.encoding import text_of
from braidtui.formats.registry import READERS, detect, read_given
from braidtui.library.importing.completing import completed
from braidtui.library.importing.files import telling_stem
from braidtui.library.importing.sidecars import Sidecars, sidecars_of
from braidtui.library.importing.told import Located, Told, told_by
from braidtui.library.reading import LARGEST, content_of, is_yaml

STANDARD_INPUT = Path("-")
OWN_FORMAT = "yaml"
_WHOLE_FORMS = (
    "json",
    "braid-page",
)  # which know their segments, so that no chapters are asked for
_LIKE_YAML = re.compile(r"^segments\s*:", re.MULTILINE), re.compile(r"^speakers\s*:", re.MULTILINE)


class NoTranscript(EpisodeRefused):
    """A text is of no known format."""


class Incoming(NamedTuple):
    """An episode of somebody else's: its format by the registry's name, what is to be said of it,
    and which files beside it told more of it.

    `recording` is the file that its `audio` names, where that was found beside the transcript.
    `turn_lines` are those of an episode file (see Opened).
    """

    episode: Episode
    format: str
    problems: tuple[Located, ...] = ()
    used: tuple[Path, ...] = ()
    recording: Path | None = None
    turn_lines: tuple[int, ...] = ()


@dataclass(frozen=True)
class Manner:
    """How a transcript is to be read; without a `form` its content tells the format. `title` is
    what a person calls it."""

    form: str = ""
    joins: bool = True
    is_strict: bool = False
    uses_sidecars: bool = True
    title: str = ""


def bytes_of(path: Path) -> bytes:
    """At most one byte more than a file may have; `-` is standard input. Raises OSError."""
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read(LARGEST + 1)
    if "\0" in str(path):
        raise FileNotFoundError(2, "No such file or directory", str(path))
    if stat.S_ISFIFO(path.stat().st_mode):  # as a shell's <(command) gives
        with path.open("rb") as pipe:
            return pipe.read(LARGEST + 1)
    return content_of(path).data


def read_transcript(path: Path, data: bytes, manner: Manner) -> Incoming:
    """The episode in the bytes of a file; raises EpisodeRefused, NoTranscript where it is of no
    format."""
    if manner.form == OWN_FORMAT or (not manner.form and is_yaml(path.name)):
        return _own(path, data)
    with _refused_as(EpisodeRefused, path):
        text, odd = text_of(data)
        given = Given(text)
        form = manner.form or detect(given)
    if not manner.form and _is_like_own(given, form):
        return _own(path, data)
    with _refused_as(EpisodeRefused if form else NoTranscript, path):
        return _foreign(path, given, form, manner, odd)


@contextmanager
def _refused_as(kind: type[EpisodeRefused], path: Path) -> Iterator[None]:
    """What a format refuses is refused of the file."""
    try:
        yield
    except FormatRefused as refused:
        raise kind(path, refused.problems) from refused


def _foreign(
    path: Path, given: Given, form: str | None, manner: Manner, odd: Sequence[Problem]
) -> Incoming:
    is_file = path != STANDARD_INPUT
    sidecars = sidecars_of(path) if is_file and manner.uses_sidecars else Sidecars()
    told = told_by(sidecars)
    stem = clean_line(telling_stem(path)) if is_file else ""
    name = manner.title or told.values.get("title") or stem
    options = ReadOptions(manner.joins, manner.is_strict, name, told.cast, told.chapters)
    read, notices = read_given(given, form, options)
    if form in _WHOLE_FORMS:
        read = applied(read, told.chapters)
    episode, recording = _with_recording(completed(read, told), sidecars, told)
    own = (Located(path, problem) for problem in (*odd, *notices))
    return Incoming(episode, form or "", (*own, *told.problems), told.used, recording)


def _with_recording(
    episode: Episode, sidecars: Sidecars, told: Told
) -> tuple[Episode, Path | None]:
    """The recording beside a transcript is its audio, unless it names another."""
    if audio := told.values.get("audio", ""):
        is_here = sidecars.head and not audio.lower().startswith(("http:", "https:"))
        return episode, sidecars.head.parent / audio if is_here and sidecars.head else None
    if episode.audio or sidecars.recording is None:
        return episode, None
    name = sidecars.recording.name
    if clean_line(name) != name or address_words(Kind.FILE, name):
        return episode, None
    return replace(episode, audio=name), sidecars.recording


def _own(path: Path, data: bytes) -> Incoming:
    from braidtui.episode.yaml_reader import read_episode

    episode, problems, turn_lines = read_episode(data)
    if episode is None:
        raise EpisodeRefused(path, tuple(sorted(problems, key=lambda it: it.is_warning)))
    told = tuple(Located(path, problem) for problem in problems)
    return Incoming(episode, OWN_FORMAT, told, turn_lines=turn_lines)


def _is_like_own(given: Given, form: str | None) -> bool:
    """Whether a text that no reader knows for sure is rather the YAML of an episode."""
    if form is not None and not READERS[form].is_general:
        return False
    return all(sign.search(given.text) for sign in _LIKE_YAML)
