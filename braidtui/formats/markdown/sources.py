"""What the words rest on: marks in the text, footnotes or a list at the end."""

from collections.abc import Iterable, Iterator

from braidtui.episode.model import Segment, Source
from braidtui.episode.web_address import refusal
from braidtui.formats.markdown.manuscript import Manuscript
from braidtui.formats.markdown.text import markdown_text


def source_marks(manuscript: Manuscript, numbers: Iterable[int]) -> str:
    """`[^008-1][^008-4]`, where sources are footnotes."""
    if manuscript.form.sources != "footnotes":
        return ""
    return "".join(f"[^{_label(manuscript, number)}]" for number in numbers)


def own_source_marks(manuscript: Manuscript, segment: int | None) -> str:
    """The line that tells the sources of a segment itself, for None of the episode itself."""
    numbers = manuscript.numbers
    if segment is None:
        marks = source_marks(manuscript, numbers.of_episode)
    else:
        count = _own_count(manuscript.episode.segments[segment])
        marks = source_marks(manuscript, numbers.of_segment(segment)[:count])
    return f"Sources: {marks}" if marks else ""


def source_blocks(manuscript: Manuscript, numbers: Iterable[int]) -> Iterator[str]:
    """What stands at the end of a document that rests on the sources of these numbers."""
    cited = set(numbers)
    sources = [numbered for numbered in manuscript.numbers.all if numbered.number in cited]
    if not sources or manuscript.form.sources == "none":
        return
    if manuscript.form.sources == "list":
        yield "## Sources"
        yield "\n".join(f"- {_told(source)}" for _, source in sources)
        return
    yield "\n".join(f"[^{_label(manuscript, number)}]: {_told(it)}" for number, it in sources)


def _label(manuscript: Manuscript, number: int) -> str:
    return f"{manuscript.label}-{number}" if manuscript.label else str(number)


def _own_count(segment: Segment) -> int:
    """How many numbers are of the segment itself: they stand before those of its turns."""
    own = [source.url for source in segment.sources]
    return len({url for url in own if url}) + own.count("")


def _told(source: Source) -> str:
    parts = [source.title, source.site, source.date.isoformat() if source.date else ""]
    told = [markdown_text(part) for part in parts if part]
    if source.url:
        told.append(markdown_text(source.url) if refusal(source.url) else _link(source.url))
    return ", ".join(told)


def _link(url: str) -> str:
    return f"<{url.replace('<', '%3C').replace('>', '%3E')}>"
