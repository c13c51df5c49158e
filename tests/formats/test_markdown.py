"""Markdown: the transcript as it was said, whatever signs it holds."""

from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from braidtui.episode.model import Episode, Quote, Segment, Source, Speaker, Turn
from braidtui.episode.safe_text import clean_line
from braidtui.formats.markdown import write_markdown
from braidtui.formats.markdown_text import markdown_text

CAST = (Speaker("moor", "Ada Moor", role="host"), Speaker("lund", "Tom Lund"))
PARSER = (
    MarkdownIt("commonmark", {"linkify": True})
    .enable(["table", "strikethrough", "linkify"])
    .use(footnote_plugin)
    .use(front_matter_plugin)
)


def test_a_whole_episode() -> None:
    a, b = Source("https://a.example/?q=1", "On *rails*"), Source(site="b.example")
    episode = Episode(
        title="Night Trains #7",
        show="Rails",
        number=7,
        date=date(2026, 2, 1),
        duration=75_500,
        summary="A talk.",
        note="Retold.",
        speakers=CAST,
        quotes=(Quote("All aboard."), Quote("Nobody says this.")),
        sources=(a,),
        segments=(
            Segment(
                "Tickets",
                0,
                (Turn("moor", "Well. All aboard.\n\n1. Now", 0, (a, b)), Turn("lund", "[tsk]")),
            ),
            Segment("Night", 60_000, (Turn("lund", "Hm.", 60_500, (b,)),), sources=(a, b)),
        ),
    )
    assert (
        write_markdown(episode)
        == """\
# Night Trains \\#7

Rails · dispatch 7 · 2026-02-01 · 00:01:15.500

A talk.

Sources: [^1]

> Nobody says this.

## Tickets

00:00:00–00:01:00

> All aboard.
>
> — Ada Moor, 00:00:00

**[00:00:00] Ada Moor (host):** Well. All aboard.

1\\. Now[^1][^2]

**Tom Lund:** \\[tsk\\]

## Night

00:01:00–00:01:15.500

Sources: [^1][^3]

**[00:01:00.500] Tom Lund:** Hm.[^4]

Note: Retold.

[^1]: On \\*rails\\*, <https://a.example/?q=1>
[^2]: b.example
[^3]: b.example
[^4]: b.example
"""
    )


def test_only_web_addresses_become_links() -> None:
    sources = tuple(map(Source, ("javascript:alert(1)", "https://a.example/<b>")))
    written = write_markdown(Episode("T", CAST, (), sources=sources))
    assert "[^1]: javascript:alert(1)\n[^2]: <https://a.example/%3Cb%3E>\n" in written


def kinds(tokens: list[Token]) -> list[str]:
    return [kind for token in tokens for kind in (token.type, *kinds(token.children or []))]


def texts(tokens: list[Token]) -> list[str]:
    return [token.content for token in tokens if token.type == "text" and token.content] + [
        text for token in tokens for text in texts(token.children or [])
    ]


def episode_of(text: str) -> Episode:
    """An episode that has a text wherever a text can stand."""
    return Episode(
        title=text,
        show=text,
        note=text,
        summary=text,
        speakers=(Speaker("moor", text, role=text),),
        quotes=(Quote(text),),
        sources=(Source(title=text), Source(site=text), Source(url=text)),
        segments=(Segment(text, 0, (Turn("moor", f"{text}\n\n{text}", 0), Turn("moor", text))),),
    )


SIGNS = st.text(alphabet="\\`*_[]<>&~|$^=!{}#+-.:)(1a %@/\"'\n\t", max_size=20)
LINES = (SIGNS | st.text(max_size=20)).map(clean_line).map(str.strip).filter(bool)


@given(LINES)
@example("---")
@example("# h #")
@example("1) one")
@example("[^1]: note")
@example("<script>alert(1)</script>")
@example("&lt;&#27;")
@example("https://a.com www.a.com a@b.com")
@example("| a | b |")
@example("a\\")
def test_no_text_becomes_markup(text: str) -> None:
    plain = PARSER.parse(write_markdown(episode_of("word")))
    tokens = PARSER.parse(write_markdown(episode_of(text)))
    assert kinds(tokens) == kinds(plain)


@given(LINES)
def test_a_text_reads_as_it_was(text: str) -> None:
    (_, inline, _) = PARSER.parse(markdown_text(text))
    assert "".join(texts(inline.children or [])) == text
    assert kinds(inline.children or []).count("text") == len(inline.children or [])
