"""The Markdown form: a block quotation, its attribution linked to the episode's page."""

from collections.abc import Iterator, Sequence

from braidtui.episode.model import Episode
from braidtui.episode.timecode import format_clock
from braidtui.episode.web_address import refusal
from braidtui.formats.citing.excerpt import Said
from braidtui.formats.citing.plain import attribution
from braidtui.formats.markdown.text import markdown_text


def cite_in_markdown(episode: Episode, words: Sequence[Said], *, timestamps: bool) -> str:
    """Each line begins with `>`; no text in it becomes markup."""
    several = len(words) > 1
    paragraphs = [
        line for said in words for line in _turn(said, named=several, timestamps=timestamps)
    ]
    told = _attribution(episode, words, timestamps=timestamps)
    lines = [*paragraphs, f"— {told}"] if told else paragraphs
    return "\n>\n".join(f"> {line}" for line in lines)


def _turn(stretch: Said, *, named: bool, timestamps: bool) -> Iterator[str]:
    first, *others = map(markdown_text, stretch.paragraphs)
    time = f"[{format_clock(stretch.start)}] " if timestamps and stretch.start is not None else ""
    yield f"**{time}{markdown_text(stretch.name)}:** {first}" if named else first
    yield from others


def _attribution(episode: Episode, words: Sequence[Said], *, timestamps: bool) -> str:
    """As in the plain form; the title bears the link, where there is both."""
    parts = list(attribution(episode, words, timestamps=timestamps))
    if not episode.url or refusal(episode.url):
        return ", ".join(map(markdown_text, parts))
    *others, url = parts
    link = f"<{url.replace('<', '%3C').replace('>', '%3E')}>"
    title = next((part for part in others if part.startswith("“")), "")
    linked = [
        f"[{markdown_text(part)}]({link})" if part is title else markdown_text(part)
        for part in others
    ]
    return ", ".join(linked if title else [*linked, link])
