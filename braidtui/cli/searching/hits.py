"""What `search` prints of its hits: a page for people, an object or a line each for programs."""

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from braidtui.episode.problem import EpisodeRefused
from braidtui.episode.safe_text import as_line, clean_line
from braidtui.find.finder import Finder
from braidtui.library.catalog import Library
from braidtui.library.search.results import Hit
from braidtui.library.search.snippets import snippet
from braidtui.library.target_names import for_a_shell


class Found(NamedTuple):
    """What was found, where, and what finds the words in any text."""

    hits: Sequence[Hit]
    library: Library
    finder: Finder


def print_page(found: Found) -> None:
    """For people: wrapped to the terminal, or to 80 columns, with a blank line after each."""
    from braidtui.plain.hits import ShownHit, hit_lines
    from braidtui.plain.ink import ink_for
    from braidtui.plain.paragraphs import Page
    from braidtui.plain.streams import text_columns

    page = Page(text_columns(sys.stdout), ink_for(sys.stdout))
    look_of = _looks(found.library) if page.ink.has_styles else _plain
    for hit in found.hits:
        typed, sentence = clean_line(for_a_shell(hit.target)), snippet(hit.text, hit.spans)
        for line in hit_lines(ShownHit(hit, typed, sentence, found.finder, *look_of(hit)), page):
            sys.stdout.write(f"{line}\n")
        sys.stdout.write("\n")


def print_objects(found: Found) -> None:
    """For scripts: a JSON object a line."""
    from braidtui.plain.streams import write_json

    for hit in found.hits:
        write_json(_document(hit), indent=None)


def print_lines(found: Found) -> None:
    """For editors: `path:line:column:text`, the line where the turn begins in the YAML."""
    for hit in found.hits:
        path, text = clean_line(str(hit.entry.path)), as_line(hit.text)
        sys.stdout.write(f"{path}:{hit.line}:1:{text}\n")


def _document(hit: Hit) -> Mapping[str, object]:
    """A hit as scripts get it: start in seconds, segment and turn counted from 1."""
    from braidtui.formats.json_form import seconds

    entry = hit.entry
    return {
        "target": hit.target,
        "id": entry.id,
        "number": entry.number,
        "date": entry.date.isoformat() if entry.date else None,
        "title": entry.title,
        "show": entry.show,
        "segment": hit.segment_title,
        "segment_number": hit.segment + 1,
        "speaker": hit.speaker.name,
        "turn": hit.turn + 1,
        "start": seconds(hit.start),
        "snippet": snippet(hit.text, hit.spans).text,
        "text": hit.text,
        "path": str(entry.path),
        "line": hit.line,
    }


def _plain(_hit: Hit) -> tuple[str, str]:
    return "", ""


def _looks(library: Library) -> Callable[[Hit], tuple[str, str]]:
    """For a hit on a terminal: the style of its speaker, the web address of its episode."""
    from functools import cache
    from pathlib import Path

    from braidtui.plain.ink import speaker_styles
    from braidtui.plain.links import has_links

    is_linked = has_links(sys.stdout)

    @cache
    def episode(path: Path) -> tuple[Mapping[str, str], str]:
        try:
            opened = library.open(path).episode
        except (EpisodeRefused, OSError):  # it has changed since it was indexed
            return {}, ""
        return speaker_styles(opened.speakers), opened.url if is_linked else ""

    def look(hit: Hit) -> tuple[str, str]:
        styles, url = episode(hit.entry.path)
        return styles.get(hit.speaker.id, "1"), url

    return look
