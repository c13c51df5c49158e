"""Which signs are escaped: those that some reader of Markdown takes for markup, and no others."""

import pytest
from hypothesis import given
from markdown_it.token import Token

from braidtui.formats.markdown.text import markdown_paragraphs, markdown_text
from tests.formats.markdown.hostile_text import LINES
from tests.formats.markdown.rendering import PARSERS


@pytest.mark.parametrize(
    "text",
    [
        "Yes! 5 > 4 & more = C#, R&D (a) 100%",
        "It’s “so” – 3:12, a/b, and so on: e.g. this.",
        "1 - 2 + 3",
        "a@ b @ c :) :-",
        "2026 was. A year",
    ],
)
def test_what_is_no_markup_stays_readable(text: str) -> None:
    assert markdown_text(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("==a==", "\\=\\=a\\=\\="),
        ("a == b", "a \\=\\= b"),
        ("%%a%%", "\\%\\%a\\%\\%"),
        ("{{a}} {.b}", "\\{\\{a\\}\\} \\{.b\\}"),
        ("a | b", "a \\| b"),
        ("$5 and $6", "\\$5 and \\$6"),
        ("a ^b", "a \\^b"),
        ("[[a]] ![[b]]", "\\[\\[a\\]\\] !\\[\\[b\\]\\]"),
        ("@ada, a@b.c", "\\@ada, a\\@b.c"),
        (":smile: ::: x", "\\:smile: ::: x"),
        ("::: x", "\\::: x"),
        ("a #tag C#", "a \\#tag C#"),
        ("https://a.b WWW.a.b //a.b", "https\\://a.b WWW\\.a.b \\//a.b"),
        ("&amp; &#65; & so", "\\&amp; \\&\\#65; & so"),
        ("12. a", "12\\. a"),
        ("- a", "\\- a"),
        ("= a", "\\= a"),
        ("> a > b", "\\> a > b"),
        ("What! No!", "What! No\\!"),
        ("  a\n\n b\r\n", "a  b"),
    ],
)
def test_markup_is_escaped(text: str, expected: str) -> None:
    assert markdown_text(text) == expected


def test_paragraphs_are_lines_of_their_own_and_blank_ones_go() -> None:
    assert markdown_paragraphs("a\n\n # b\n  \nc") == ["a", "\\# b", "c"]
    assert markdown_paragraphs("") == []


def texts(tokens: list[Token]) -> list[str]:
    return [token.content for token in tokens if token.type == "text"]


@given(LINES)
def test_any_line_is_one_paragraph_of_plain_text(text: str) -> None:
    for parser in PARSERS.values():
        before, inline, after = parser.parse(markdown_text(text))
        assert (before.type, after.type) == ("paragraph_open", "paragraph_close")
        assert "".join(texts(inline.children or [])) == text.strip()
        assert len(texts(inline.children or [])) == len(inline.children or [])
