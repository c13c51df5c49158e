"""What `notes` prints of what was kept: a page for people, an array for programs, Markdown."""

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from braidtui.cli.outcome import complain
from braidtui.notebook.gathering import Gathered, OfEpisode

if TYPE_CHECKING:
    from braidtui.notebook.attaching import Part

_LATEST = 253_402_300_799_000  # milliseconds: the end of the year 9999


def _print_page(found: Sequence[OfEpisode]) -> None:
    """For people: wrapped to the terminal, or to 80 columns."""
    from braidtui.plain.ink import ink_for
    from braidtui.plain.notes import note_lines
    from braidtui.plain.paragraphs import Page
    from braidtui.plain.streams import text_columns

    page = Page(text_columns(sys.stdout), ink_for(sys.stdout))
    for number, one in enumerate(found):
        sys.stdout.write("\n\n" if number else "")
        sys.stdout.writelines(f"{line}\n" for line in note_lines(one, page))


def _print_json(found: Sequence[OfEpisode]) -> None:
    """For scripts: one array."""
    from braidtui.plain.streams import write_json

    _tell_troubles(found)
    write_json([_document(one, thing) for one in found for thing in one.things])


def _print_markdown(found: Sequence[OfEpisode]) -> None:
    """For notes elsewhere: as `export --notes` writes it, without front matter."""
    from collections import Counter

    from braidtui.formats.markdown.form import MarkdownForm
    from braidtui.library.export.names import label
    from braidtui.notebook.as_kept import as_kept
    from braidtui.notebook.attaching import Attached
    from braidtui.notebook.notes_markdown import notes_document
    from braidtui.plain.streams import write_file_text

    _tell_troubles(found)
    form = MarkdownForm(front_matter=False)
    bodies, labels = [], Counter[str]()
    for one in found:
        attached = [Attached(it.kept, it.spans, it.found) for it in one.things]
        opened, placed = (one.opened, attached) if one.opened else as_kept(one)
        labels[label(opened)] += 1
        document = notes_document(opened, placed, None, form, labels[label(opened)])
        bodies.append(document.body.strip("\n"))
    write_file_text("\n\n".join(bodies) + "\n" if bodies else "")


PRINT: Mapping[str, Callable[[Sequence[OfEpisode]], None]] = {
    "page": _print_page,
    "json": _print_json,
    "md": _print_markdown,
}


def _tell_troubles(found: Sequence[OfEpisode]) -> None:
    for one in found:
        if one.trouble:
            complain(one.trouble)


def _document(found: OfEpisode, one: Gathered) -> dict[str, object]:
    """A kept thing as scripts get it: start in seconds, created in UTC."""
    from braidtui.formats.json_form import seconds

    return {
        "kind": one.kept.kind,
        "target": one.target or None,
        "id": found.id,
        "number": found.episode.number,
        "title": found.episode.title,
        "segment": one.segment or None,
        "speaker": one.speaker or None,
        "start": seconds(one.start),
        "text": one.kept.text,
        "parts": [_part(part, one.is_attached is None) for part in one.parts],
        "note": one.kept.note or None,
        "mark": one.kept.mark or None,
        "created": _in_utc(one.kept.created),
        "attached": one.is_attached,
    }


def _part(part: "Part", is_unread: bool) -> dict[str, object]:
    """The words of one turn; whether they stand in the text, null where that is not known."""
    from braidtui.formats.json_form import seconds

    return {
        "speaker": part.anchor.speaker or None,
        "start": seconds(part.anchor.start),
        "text": part.anchor.text,
        "attached": None if is_unread else bool(part.spans),
    }


def _in_utc(milliseconds: int) -> str:
    """`2026-05-20T18:30:05Z`."""
    from datetime import UTC, datetime

    seconds = min(max(milliseconds, 0), _LATEST) // 1000
    return datetime.fromtimestamp(seconds, UTC).isoformat().replace("+00:00", "Z")
