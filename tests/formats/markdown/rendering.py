"""Markdown as readers of it render it: what each paragraph says, and what it rests on."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin
from mdit_py_plugins.subscript import sub_plugin
from mdit_py_plugins.superscript import superscript_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

COMMONMARK = MarkdownIt("commonmark").use(footnote_plugin).use(front_matter_plugin)
GITHUB = (
    MarkdownIt("commonmark", {"linkify": True})
    .enable(["table", "strikethrough", "linkify"])
    .use(footnote_plugin)
    .use(front_matter_plugin)
    .use(gfm_autolink_plugin)
    .use(tasklists_plugin)
)
GITHUB.linkify.set({"fuzzy_link": False})  # like.this is no link on GitHub
EVERYTHING = (
    MarkdownIt("commonmark")
    .enable(["table", "strikethrough"])
    .use(footnote_plugin)
    .use(front_matter_plugin)
    .use(dollarmath_plugin, double_inline=True)
    .use(deflist_plugin)
    .use(sub_plugin)
    .use(superscript_plugin)
    .use(colon_fence_plugin)
    .use(attrs_plugin)
    .use(tasklists_plugin)
)
PARSERS = {"commonmark": COMMONMARK, "github": GITHUB, "everything": EVERYTHING}


class Said(NamedTuple):
    """A paragraph or heading: in what it stands, its text, its bold part, its footnotes' texts."""

    within: str
    text: str
    bold: str = ""
    notes: tuple[str, ...] = ()


def rendered(text: str, parser: MarkdownIt) -> list[Said]:
    """What a document says, block by block; anything that is no text stands as `<kind>`."""
    tokens = parser.parse(text)
    notes = _notes(tokens)
    end = next((i for i, it in enumerate(tokens) if it.type == "footnote_block_open"), len(tokens))
    return list(_blocks(tokens[:end], notes))


def comments(text: str) -> list[str]:
    """Whatever stands in a document as HTML."""
    return [token.content for token in GITHUB.parse(text) if token.type == "html_block"]


def links(text: str) -> list[str]:
    """Where the links of a document lead, those in footnotes too."""
    every = [child for token in GITHUB.parse(text) for child in token.children or []]
    return [str(child.attrs["href"]) for child in every if child.type == "link_open"]


def _blocks(tokens: Sequence[Token], notes: Sequence[str]) -> Iterator[Said]:
    within: list[str] = []
    for token in tokens:
        if token.nesting == 1:
            within.append(token.tag)
        elif token.nesting == -1:
            within.pop()
        elif token.type == "inline":
            yield _said(" ".join(within), token.children or [], notes)
        elif token.type not in {"front_matter", "html_block"}:
            yield Said(f"<{token.type}>", token.content)


def _said(within: str, children: Sequence[Token], notes: Sequence[str]) -> Said:
    at = [index for index, child in enumerate(children) if child.type.startswith("strong_")]
    bold = _text(children[at[0] + 1 : at[1]]) if len(at) == 2 else ""
    plain = [child for child in children if child.type not in {"strong_open", "strong_close"}]
    cited = [notes[child.meta["id"]] for child in plain if child.type == "footnote_ref"]
    return Said(within, _text(plain), bold, tuple(cited))


def _text(children: Sequence[Token]) -> str:
    """What is read; a link is `<>`, and its own text is not told."""
    text, is_link = "", False
    for child in children:
        if child.type == "text":
            text += "" if is_link else child.content
        elif child.type == "link_open":
            text += "<>"
        elif child.type not in {"link_close", "footnote_ref"}:
            text += f"<{child.type}>"
        is_link = child.type == "link_open" or (is_link and child.type != "link_close")
    return text.strip()


def _notes(tokens: Sequence[Token]) -> list[str]:
    """The footnotes' texts, in the order of their first marks."""
    notes: list[str] = []
    kinds = {"paragraph_open", "paragraph_close", "footnote_anchor", "footnote_block_close"}
    is_note = False
    for token in tokens:
        if token.type in {"footnote_open", "footnote_close"}:
            is_note = token.nesting == 1
            notes += [""] * is_note
        elif is_note and token.type == "inline":
            notes[-1] += _text(token.children or [])
        elif is_note and token.type not in kinds:
            notes[-1] += f"<{token.type}>"
    return notes
