"""A citation in Markdown: for a parser it is a block quotation, and no text in it is markup."""

from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from braidtui.episode.model import Segment, Speaker, Turn
from braidtui.episode.safe_text import clean_line
from braidtui.formats.citing import cite
from tests.episode.episodes import clean_body
from tests.formats.citing.conftest import TRAINS, taken

PARSER = MarkdownIt("commonmark", {"linkify": True}).enable(["table", "strikethrough", "linkify"])

hostile = st.text(st.sampled_from("*_`[]<>()#!-+=|~&:;/\\.1a \n\"'$^{}@w潮")) | st.text()


def shown(tokens: list[Token]) -> str:
    """The text of a parsed paragraph, its links and emphasis aside."""
    return "".join(shown(token.children) if token.children else token.content for token in tokens)


@given(hostile.map(clean_body), hostile.map(clean_line), hostile.map(clean_line))
@example("a\n\n1. b\n\n> c", "*Ada*:", "](<x>) [a")
def test_no_text_is_markup(text: str, name: str, title: str) -> None:
    if not text.strip() or not title.strip():
        return
    episode = replace(
        TRAINS,
        title=title,
        speakers=(Speaker("moor", name),),
        segments=(Segment("", None, (Turn("moor", text, 1000), Turn("moor", "Why?", 2000))),),
    )
    for excerpt in (taken(0, episode=episode), taken(0, 1, episode=episode)):
        tokens = PARSER.parse(cite(excerpt, "markdown"))
        kinds = {token.type.removesuffix("_open").removesuffix("_close") for token in tokens}
        assert kinds == {"blockquote", "paragraph", "inline"}
        inlines = [token for token in tokens if token.type == "inline"]
        *said, attribution = inlines
        paragraphs = [line.strip(" \t") for line in text.split("\n") if line.strip()]
        assert len(said) - len(excerpt.spans) == len(paragraphs) - 1
        for line, paragraph in zip(paragraphs, said, strict=False):
            assert shown([paragraph]).endswith(line.strip())
        hrefs = [
            token.attrs["href"] for token in attribution.children or [] if "href" in token.attrs
        ]
        assert hrefs == ["https://rails.example/7"]
        for inline in said:
            inner = {token.type for token in inline.children or []}
            assert inner <= {"text", "strong_open", "strong_close"}
