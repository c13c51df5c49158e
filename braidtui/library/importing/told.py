"""What the files beside a transcript tell of it; a broken one is told, and fails nothing."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from braidtui.episode.model import Source, Speaker
from braidtui.episode.problem import Problem
from braidtui.episode.reading.head import read_head
from braidtui.episode.safe_text import as_body, clean, clean_line
from braidtui.episode.web_address import refusal
from braidtui.formats.given import Chapter, Given
from braidtui.formats.imported import FormatRefused, notice
from braidtui.formats.reading.encoding import text_of
from braidtui.library.importing.finding.sidecars import Sidecars
from braidtui.library.reading import content_of, trouble_in_words

_LARGEST = 1 << 20  # bytes: what it tells must fit into an episode file
WHOLE = "is a whole episode: it tells no more of the transcript, and is not read"
_LINK = re.compile(r"https?://[^\s<>\"']{1,2000}")
_CLOSERS = ".,;:!?)]}*_"
_STARTS_WITH_TIME = re.compile(r"[-*•(\[\s]*\d{1,3}:\d\d")


class Located(NamedTuple):
    """What is to be said of a file, which need not be the one that was given; line 0 is no line."""

    path: Path
    problem: Problem

    def __str__(self) -> str:
        if not self.problem.line:
            return f"{clean_line(str(self.path))}: {self.problem.message}"
        return self.problem.located(self.path)


@dataclass
class Told:
    """What was told: `values` are fields of the episode by name, `cast` people who may speak.

    `used` are the files that told something; one that names people alone stands in `casting`
    instead, as it tells nothing where none of them speaks.
    """

    values: dict[str, Any] = field(default_factory=dict)
    cast: Sequence[Speaker] = ()
    chapters: Sequence[Chapter] = ()
    sources: tuple[Source, ...] = ()
    used: tuple[Path, ...] = ()
    casting: Path | None = None
    problems: tuple[Located, ...] = ()


def told_by(sidecars: Sidecars) -> Told:
    """What all of them tell; the head of an episode wins over its description."""
    told = Told()
    _take(sidecars.chapters, told, _take_chapters)
    _take(sidecars.description, told, _take_description)
    _take(sidecars.head, told, _take_head)
    return told


def _take(path: Path | None, told: Told, take: Callable[[bytes, Told], Sequence[Problem]]) -> None:
    """Let one file tell what it has to."""
    if path is None:
        return
    before, cast = _heard(told), told.cast
    try:
        problems = take(_content(path), told)
    except FormatRefused as refused:
        problems = refused.problems
    except OSError as error:
        problems = (notice(1, trouble_in_words(error)),)
    if _heard(told) != before:
        told.used += (path,)
    if told.cast != cast:
        told.casting = path
    told.problems += tuple(Located(path, it._replace(is_warning=True)) for it in problems)


def _heard(told: Told) -> tuple[object, ...]:
    return (dict(told.values), told.chapters, told.sources)


def _content(path: Path) -> bytes:
    data = content_of(path).data
    if len(data) > _LARGEST:
        raise FormatRefused(notice(1, f"is larger than {_LARGEST >> 20} MiB: it is not used"))
    return data


def _take_chapters(data: bytes, told: Told) -> Sequence[Problem]:
    from braidtui.formats.chapters.reading import read_chapters_json

    text, notices = text_of(data)
    told.chapters, more = read_chapters_json(Given(text))
    return (*notices, *more)


def _take_description(data: bytes, told: Told) -> Sequence[Problem]:
    from braidtui.formats.chapters.reading import title_lines

    text, notices = text_of(data)
    given = Given(text)
    told.chapters = told.chapters or title_lines(given)
    links = dict.fromkeys(link.rstrip(_CLOSERS) for link in _LINK.findall(given.text))
    told.sources = tuple(Source(url=clean(link)) for link in links if not refusal(link))
    if summary := _first_paragraph(given):
        told.values["summary"] = summary
    return notices


def _first_paragraph(given: Given) -> str:
    """The first lines that are words, up to a blank line; chapters and bare links are none."""
    paragraph: list[str] = []
    for line in map(str.strip, given.lines):
        is_words = line and not _LINK.fullmatch(line) and not _STARTS_WITH_TIME.match(line)
        if is_words:
            paragraph.append(line)
        elif paragraph:
            break
    return as_body(clean(" ".join(paragraph))).strip()


def _take_head(data: bytes, told: Told) -> Sequence[Problem]:
    values, problems, is_whole = read_head(data)
    if is_whole:
        return (notice(1, WHOLE),)
    values = dict(values)
    told.cast = values.pop("speakers", ())
    told.sources = (*values.pop("sources", ()), *told.sources)
    told.values |= values
    return problems


def is_head(data: bytes) -> bool:
    """Whether a YAML file tells only of an episode whose words stand elsewhere."""
    return not read_head(data).is_whole
