"""The sources at the end of a transcript: number, title, site, date, and the URL whole."""

from collections.abc import Iterator, Sequence

from braidtui.episode.sources import NumberedSource
from braidtui.plain.paragraphs import Page, hanging_lines, joined


def marks(numbers: Sequence[int]) -> str:
    """The source marks of a turn: `[3] [12]`."""
    return " ".join(f"[{number}]" for number in numbers)


def source_lines(sources: Sequence[NumberedSource], page: Page) -> Iterator[str]:
    """A list of sources under a heading; nothing where there are none."""
    if not sources:
        return
    yield ""
    yield page.ink.bold("── Sources")
    indent = " " * (len(str(sources[-1].number)) + 3)
    for number, source in sources:
        label = f"[{number}]".ljust(len(indent))
        day = source.date.isoformat() if source.date else ""
        named = joined(" · ", source.title, source.site, day)
        yield ""
        if named:
            yield from hanging_lines(label + named, page.width, indent)
        if source.url:
            yield (indent if named else label) + source.url
