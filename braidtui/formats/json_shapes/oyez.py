"""The reader of Oyez's transcripts of court arguments: sections of turns of text blocks."""

import datetime
import re
from dataclasses import replace
from itertools import islice
from typing import Any

from braidtui.episode.model import Speaker
from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import Imported
from braidtui.formats.json_text.drafting import (
    draft_of,
    first_objects,
    objects_in,
    root_of,
    text_of,
)
from braidtui.formats.json_text.items import ItemReader, Shape
from braidtui.formats.json_text.placing import EACH, Placed, items_at, placed_items
from braidtui.formats.json_text.times import name_of
from braidtui.formats.json_text.unknown import require_json
from braidtui.formats.speech.composing import NOBODY, imported_from
from braidtui.formats.speech.draft import Heading, Utterance

_BLOCK = Shape(end="stop", noun="text block")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_DATE = re.compile(rf"({'|'.join(_MONTHS)}) (\d{{1,2}}), (\d{{4}})", re.ASCII)


def claims(given: Given) -> bool:
    """Whether a text is an object whose `transcript` has sections of turns."""
    sections = _transcript(given).get("sections")
    return any(isinstance(it.get("turns"), list) for it in first_objects(sections))


def read_oyez(given: Given, options: ReadOptions) -> Imported:
    """The episode in a text; raises FormatRefused.

    Whoever has no name (2,524 of 55,690 turns) is nobody known, and not the speaker before.
    """
    require_json(given)
    root, reader = root_of(given), ItemReader(_BLOCK)
    transcript = _transcript(given)
    utterances, headings = _said(given, reader)
    draft = draft_of(utterances, reader.remarks, transcript)
    title = text_of(root, "title")
    date = _date(title)
    case = text_of(transcript, "title")
    return imported_from(
        replace(
            draft,
            title=title or case,
            summary=case if title else "",
            date=date,
            audio=_audio(root),
            cast=_cast(transcript, date),
            headings=headings,
        ),
        options,
    )


def _transcript(given: Given) -> dict[str, Any]:
    root = root_of(given)
    transcript = root.get("transcript", root)
    return transcript if isinstance(transcript, dict) else {}


def _said(given: Given, reader: ItemReader) -> tuple[list[Utterance], list[Heading]]:
    """The text blocks of every turn, and a heading for each section that has a title."""
    path = ("transcript",) if "transcript" in root_of(given) else ()
    turns = iter(placed_items(given, *path, "sections", EACH, "turns"))
    said: list[Utterance] = []
    headings = []
    for section in items_at(_transcript(given), ("sections",)):
        if isinstance(section, dict) and (title := text_of(section, "title", "name")):
            headings.append(Heading(len(said), title))
        count = len(list(items_at(section, ("turns",))))
        for turn in islice(turns, count):
            said += _of_turn(turn, reader)
    return said, headings


def _of_turn(turn: Placed, reader: ItemReader) -> list[Utterance]:
    value, line = turn
    if not isinstance(value, dict) or not isinstance(value.get("text_blocks"), list):
        reader.remarks.repairs.count(line, "a turn without text blocks is left out")
        return []
    said = reader.read([Placed(block, line) for block in value["text_blocks"]])
    speaker = name_of(value.get("speaker")) or NOBODY.name
    return [block._replace(speaker=speaker) for block in said]


def _cast(transcript: dict[str, Any], date: datetime.date | None) -> list[Speaker]:
    """Everybody who has a role, with the role that was theirs on the day."""
    cast: dict[str, Speaker] = {}
    for turn in items_at(transcript, ("sections", EACH, "turns")):
        speaker = turn.get("speaker") if isinstance(turn, dict) else None
        if isinstance(speaker, dict) and (name := name_of(speaker)) and name not in cast:
            role = _role(speaker.get("roles"), date)
            if role:
                cast[name] = Speaker("", name, role)
    return list(cast.values())


def _role(roles: object, date: datetime.date | None) -> str:
    """The title of the role that was held on a day, else of the last one."""
    listed = list(roles.values()) if isinstance(roles, dict) else roles
    titled = [role for role in objects_in(listed) if text_of(role, "role_title")]
    held = [role for role in titled if date and _is_held(role, date)]
    return next((text_of(role, "role_title") for role in reversed(held or titled)), "")


def _is_held(role: dict[str, Any], date: datetime.date) -> bool:
    """Whether a day lies between the dates of a role, which are seconds from 1970 (0 is open)."""
    noon = (date - datetime.date(1970, 1, 1)).days * 86_400 + 43_200
    begin, end = role.get("date_start"), role.get("date_end")
    has_begun = not isinstance(begin, int) or begin <= noon
    return has_begun and (not isinstance(end, int) or end == 0 or noon <= end)


def _date(title: str) -> datetime.date | None:
    """The day that a title tells: `Oral Argument - March 04, 2020`."""
    found = _DATE.search(title)
    if found is None:
        return None
    try:
        return datetime.date(int(found[3]), _MONTHS.index(found[1]) + 1, int(found[2]))
    except ValueError:
        return None


def _audio(root: dict[str, Any]) -> str:
    files = root.get("media_file")
    addresses = (text_of(it, "href") for it in objects_in(files) if it.get("mime") == "audio/mpeg")
    return next(filter(None, addresses), "")
