"""Chapters as a file of its own: Podcasting 2.0 chapters (1.2.0), and Podlove's; or in words."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from braidtui.episode.model import Source
from braidtui.episode.problem import Problem
from braidtui.episode.safe_text import clean_line
from braidtui.episode.web_address import refusal
from braidtui.formats.chapters.title_lines import title_lines
from braidtui.formats.given import Chapter, Given
from braidtui.formats.imported import refused
from braidtui.formats.reading.clock import read_told_clock
from braidtui.formats.reading.tally import Tally
from braidtui.formats.reading.titles import title_line

__all__ = ["ChapterList", "is_chapters", "read_chapters_json", "title_lines"]

_LATEST = 9_999 * 3_600_000
_STARTS = ("startTime", "start", "start_time")


class ChapterList(NamedTuple):
    """Chapters in the order of time, and what is to be said of them."""

    chapters: tuple[Chapter, ...]
    notices: tuple[Problem, ...] = ()


def is_chapters(given: Given) -> bool:
    """Whether a text is a JSON list of chapters, and no transcript."""
    return bool(_entries(given.json)) and not (
        isinstance(given.json, Mapping) and {"segments", "words", "results"} & given.json.keys()
    )


def read_chapters_json(given: Given) -> ChapterList:
    """The chapters of a JSON text: `{"chapters": [{"startTime", "title", "url"}]}`, with seconds
    or clock times; a bare list, too.

    One with `toc: false` is hidden by its author, and left out without a word; one without a time
    or title is left out with a notice. Raises FormatRefused where the text is no such list.
    """
    if not is_chapters(given):
        raise refused("no list of chapters in it")
    tally = Tally()
    met = list(_chapters(_entries(given.json), tally))
    chapters = sorted(met, key=lambda chapter: chapter.start)
    if chapters != met:
        tally.count(1, "the chapters are put in the order of time")
    return ChapterList(tuple(chapters), tally.notices)


def _entries(value: object) -> list[Mapping[str, object]]:
    """The chapters of a JSON value as they stand there; none where it is something else."""
    entries = value.get("chapters") if isinstance(value, Mapping) else value
    if not isinstance(entries, list) or not all(isinstance(entry, Mapping) for entry in entries):
        return []
    is_list = isinstance(value, list)
    is_wrong = any(_start(entry) is None or "title" not in entry for entry in entries)
    return [] if is_list and is_wrong else entries


def _chapters(entries: list[Mapping[str, object]], tally: Tally) -> Iterator[Chapter]:
    for number, entry in enumerate(entries, start=1):
        if entry.get("toc") is False:
            continue
        start, sources = _start(entry), _sources(entry)
        title = title_line(_text(entry, "title")) or (f"Chapter {number}" if sources else "")
        if start is None:
            tally.count(1, "a chapter without a time is left out")
        elif not title:
            tally.count(1, "a chapter without a title is left out")
        else:
            yield Chapter(start, title, sources)


def _start(entry: Mapping[str, object]) -> int | None:
    """Milliseconds: of seconds as a number or text, or of a clock time."""
    value = next((entry[key] for key in _STARTS if key in entry), None)
    if isinstance(value, str):
        start = read_told_clock(value.strip())
    elif isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 1e9:
        start = round(value * 1000)
    else:
        start = None
    return start if start is not None and start <= _LATEST else None


def _sources(entry: Mapping[str, object]) -> tuple[Source, ...]:
    url = clean_line(_text(entry, "url") or _text(entry, "href")).strip()
    return (Source(url=url),) if url and not refusal(url) else ()


def _text(entry: Mapping[str, object], key: str) -> str:
    value = entry.get(key)
    return value if isinstance(value, str) else ""
