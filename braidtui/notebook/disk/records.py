"""Kept things as rows of the notebook, and as JSON in its list of changes."""

import json
import os
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from braidtui.episode.safe_text import clean, clean_line
from braidtui.notebook.disk.errors import UnreadableError
from braidtui.notebook.kept import Anchor, Kept, KeptEpisode, Kind

_NAMES = (
    *("id", "kind", "key", "path", "show", "number", "title", "date"),
    *("segment", "note", "mark", "created", "anchors"),
)
COLUMNS = ", ".join(_NAMES)
PLACEHOLDERS = ", ".join("?" * len(_NAMES))


def row_of(kept: Kept) -> tuple[Any, ...]:
    """The values of the columns; the id is NULL where there is none yet."""
    episode = kept.episode
    return (
        *(kept.id or None, kept.kind.value, os.fsencode(episode.key), os.fsencode(episode.path)),
        *(episode.show, episode.number, episode.title, episode.date),
        *(kept.segment, kept.note, kept.mark, kept.created),
        json.dumps([asdict(anchor) for anchor in kept.anchors], ensure_ascii=False),
    )


def kept_of(row: Sequence[Any]) -> Kept:
    """What a row holds, as safe text; raises UnreadableError where it is damaged."""
    try:
        return _kept_of(dict(zip(_NAMES, row, strict=True)))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise UnreadableError(f"a kept thing in it is damaged ({error})") from error


def text_of(things: Sequence[Kept]) -> str | None:
    """Kept things as JSON: an object of its columns each, several in an array, None for none."""
    values = [_values_of(kept) for kept in things]
    # in ASCII, as a file name need not be text
    return json.dumps(values if len(values) > 1 else values[0]) if values else None


def things_from(text: str | None) -> tuple[Kept, ...]:
    """What `text_of` wrote; raises UnreadableError where it is damaged."""
    if text is None:
        return ()
    try:
        found = json.loads(text)
        things = found if isinstance(found, list) else [found]
        return tuple(kept_of([values[name] for name in _NAMES]) for values in things)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise UnreadableError(f"a change in it is damaged ({error})") from error


def _values_of(kept: Kept) -> dict[str, Any]:
    values = dict(zip(_NAMES, row_of(kept), strict=True))
    return values | {name: os.fsdecode(values[name]) for name in ("key", "path")}


def _kept_of(values: dict[str, Any]) -> Kept:
    episode = KeptEpisode(
        os.fsdecode(values["key"]),
        Path(os.fsdecode(values["path"])),
        clean_line(values["show"]),
        _number(values["number"]),
        clean_line(values["title"]),
        clean_line(values["date"]),
    )
    anchors = tuple(_anchor_of(anchor) for anchor in json.loads(values["anchors"]))
    if not anchors:
        raise ValueError("a kept thing has no words")
    return Kept(
        int(values["id"]),
        Kind(values["kind"]),
        episode,
        clean_line(values["segment"]),
        anchors,
        clean(values["note"]),
        clean_line(values["mark"]),
        int(values["created"]),
    )


def _anchor_of(values: dict[str, Any]) -> Anchor:
    turn, begin, end = (int(values[name]) for name in ("turn", "begin", "end"))
    if not turn >= 0 or not 0 <= begin <= end:
        raise ValueError("kept words stand nowhere")
    return Anchor(
        turn=turn,
        begin=begin,
        end=end,
        text=clean(values["text"]),
        speaker=clean_line(values["speaker"]),
        start=_number(values["start"]),
        before=clean(values["before"]),
        after=clean(values["after"]),
        is_alone=bool(values["is_alone"]),
        left=int(values["left"]),
        right=int(values["right"]),
        place=_number(values["place"]),
    )


def _number(value: Any) -> int | None:
    return None if value is None else int(value)
