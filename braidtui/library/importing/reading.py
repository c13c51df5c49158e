"""Reading one transcript, with the files beside it."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from braidtui.episode.fields import Kind
from braidtui.episode.model import Episode
from braidtui.episode.problem import EpisodeRefused, Problem, shortened
from braidtui.episode.reading.values import address_words
from braidtui.episode.safe_text import clean_line
from braidtui.formats.chapters.parting import applied, without_late_segments
from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import FormatRefused, notice
from braidtui.formats.reading.encoding import text_of
from braidtui.formats.registry import READERS, detect, read_given
from braidtui.library.importing.completing import completed
from braidtui.library.importing.finding.files import day_of, telling_stem
from braidtui.library.importing.finding.sidecars import Sidecars, sidecars_of
from braidtui.library.importing.told import Located, Told, told_by
from braidtui.library.reading import LARGEST, content_of, is_stream, is_yaml, stream_bytes

OWN_FORMAT = "yaml"
_WHOLE_FORMS = (
    "json",
    "braid-page",
)  # which know their segments, so that no chapters are asked for
_VAGUE_FORMS = ("html", "json-list", "md", "text")  # which claim much that is no transcript
_LIKE_YAML = re.compile(r"^segments\s*:", re.MULTILINE), re.compile(r"^speakers\s*:", re.MULTILINE)


class NoTranscript(EpisodeRefused):
    """A text is of no known format, or none at all."""


class Incoming(NamedTuple):
    """An episode of somebody else's: its format by the registry's name, what is to be said of it,
    and which files beside it told more of it.

    `turn_lines` are those of an episode file (see Opened).
    """

    episode: Episode
    format: str
    problems: tuple[Located, ...] = ()
    used: tuple[Path, ...] = ()
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


def is_nameless(path: Path) -> bool:
    """Whether what a path is called tells nothing: standard input, or a shell's <(command)."""
    return is_stream(path) or path.is_fifo()


def bytes_of(path: Path) -> bytes:
    """At most one byte more than a file may have; `-` is standard input. Raises OSError."""
    if "\0" in str(path):
        raise FileNotFoundError(2, "No such file or directory", str(path))
    if is_stream(path):
        return stream_bytes(path)
    if path.is_fifo():
        with path.open("rb") as pipe:
            return pipe.read(LARGEST + 1)
    return content_of(path).data


def read_transcript(path: Path, data: bytes, manner: Manner) -> Incoming:
    """The episode in the bytes of a file; raises EpisodeRefused, NoTranscript where it is of no
    format."""
    if manner.form == OWN_FORMAT or (not manner.form and is_yaml(path.name)):
        return _own(path, data)
    with _refused_as(NoTranscript, path):
        text, odd = text_of(data)
    given = Given(text)
    with _refused_as(EpisodeRefused, path):
        form = manner.form or detect(given)
    if not manner.form and _is_like_own(given, form):
        return _own(path, data)
    is_sure = manner.form or (form and form not in _VAGUE_FORMS)
    is_broken = path.suffix.lower() == ".json" and given.is_json_like and given.json is None
    with _refused_as(EpisodeRefused if is_sure or is_broken else NoTranscript, path):
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
    is_file = not is_nameless(path)
    sidecars = sidecars_of(path) if is_file and manner.uses_sidecars else Sidecars()
    told = told_by(sidecars)
    stem = clean_line(telling_stem(path)) if is_file else ""
    name = manner.title or told.values.get("title") or stem
    options = ReadOptions(manner.joins, manner.is_strict, name, told.cast, told.chapters)
    read, notices = read_given(given, form, options)
    if form in _WHOLE_FORMS:
        read = applied(read, told.chapters)
    episode = _with_recording(completed(read, told), sidecars)
    episode, used, more = _made_of(_dated(episode, path), sidecars, told)
    own = (Located(path, problem) for problem in (*odd, *notices))
    return Incoming(episode, form or "", (*own, *told.problems, *more), used)


def _dated(episode: Episode, path: Path) -> Episode:
    """The day in the name of the file is that of an episode that tells none."""
    if episode.date or is_nameless(path):
        return episode
    return replace(episode, date=day_of(path.name))


def _made_of(
    episode: Episode, sidecars: Sidecars, told: Told
) -> tuple[Episode, tuple[Path, ...], tuple[Located, ...]]:
    """The episode without the chapters that begin after its end, which files told of it, and what
    they told in vain."""
    problems = []
    if told.chapters:
        episode, late = without_late_segments(episode)
        words = "a chapter that begins after the end of the episode is left out: "
        where = sidecars.chapters or sidecars.description or Path()
        problems += [Located(where, notice(1, shortened(words + title))) for title in late]
    if told.casting is None:
        return episode, told.used, tuple(problems)
    there = {it.casefold() for speaker in episode.speakers for it in (speaker.id, speaker.name)}
    silent = [it.name for it in told.cast if not {it.name.casefold(), it.id.casefold()} & there]
    if silent:
        words = shortened(f"nobody named {', '.join(silent)} speaks")
        problems.append(Located(told.casting, notice(1, words)))
    is_used = told.casting in told.used or len(silent) < len(told.cast)
    used = (*(path for path in told.used if path != told.casting), told.casting)
    return episode, used if is_used else told.used, tuple(problems)


def _with_recording(episode: Episode, sidecars: Sidecars) -> Episode:
    """The recording beside a transcript is its audio, unless another is told."""
    if episode.audio or sidecars.recording is None:
        return episode
    name = sidecars.recording.name
    if clean_line(name) != name or address_words(Kind.FILE, name):
        return episode
    return replace(episode, audio=name)


def _own(path: Path, data: bytes) -> Incoming:
    from braidtui.episode.yaml_reader import read_episode

    episode, problems, turn_lines = read_episode(data)
    if episode is None:
        first, *others = sorted(problems, key=lambda it: it.is_warning)
        if other := _other_format(data):
            words = shortened(f"{first.message} (--as {other} reads it as that)")
            first = first._replace(message=words)
        raise EpisodeRefused(path, (first, *others))
    told = tuple(Located(path, problem) for problem in problems)
    return Incoming(episode, OWN_FORMAT, told, turn_lines=turn_lines)


def _other_format(data: bytes) -> str:
    """The format that a text is of for sure, whatever its file is called."""
    with suppress(FormatRefused):
        form = detect(Given(text_of(data).text))
        return form if form and form not in _VAGUE_FORMS else ""
    return ""


def _is_like_own(given: Given, form: str | None) -> bool:
    """Whether a text that no reader knows for sure is rather the YAML of an episode."""
    if form is not None and not READERS[form].is_general:
        return False
    return all(sign.search(given.text) for sign in _LIKE_YAML)
