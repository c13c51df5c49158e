"""Markdown inside a line is read as plain text."""

import pytest

from braidtui.episode.model import Source
from braidtui.formats.prose.markup.inline import plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("as it is", "as it is"),
        ("*so* **very** ***late*** _now_ __then__", "so very late now then"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("**open and *closed*", "**open and closed"),
        ("\\[laughs\\] \\*a\\* \\a", "[laughs] *a* \\a"),
        ("`a_b *c*` ``x ` y`` `open", "a_b *c* x ` y `open"),
        ("a &amp; b &nope; &#65;", "a & b &nope; A"),
        ("<b>bold</b> <span class='x'>in</span> a<br>b", "bold in a b"),
        ("Vec<String> and a < b > c", "Vec<String> and a < b > c"),
        ("[laughs] and [a][b] (c)", "[laughs] and [a][b] (c)"),
        ("see [the *late* one](https://a.example/b_(c)_d 'T').", "see the late one."),
        ("![a picture](x.png) on", " on"),
        ("[![a](x.png)](https://a.example) on", " on"),
        ("<https://a.example/x_y_z>!", "https://a.example/x_y_z!"),
    ],
)
def test_marks_go_and_words_stay(text: str, shown: str) -> None:
    assert plain(text).text == shown


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("[x](https://a.example/b_(c)_d)", ["https://a.example/b_(c)_d"]),
        ("at https://a.example/x_y, or", ["https://a.example/x_y"]),
        ("(at https://a.example/x.)", ["https://a.example/x"]),
        ("*https://a.example/x*", ["https://a.example/x"]),
        ("[x](https://a.example) and [y](https://a.example)", ["https://a.example"]),
        ("[x](javascript:alert) [y](../z) <ftp://a.example>", []),
    ],
)
def test_addresses_that_may_be_opened_are_sources(text: str, urls: list[str]) -> None:
    assert [source.url for source in plain(text).sources] == urls


def test_labels_lead_to_what_defines_them() -> None:
    one, two = Source(url="https://a.example"), Source(title="A book")
    found = plain("x[^1] [Y][b] [b] [^2]", {"^1": [one], "b": [two]})
    assert (found.text, found.sources) == ("x Y b [^2]", (one, two))


@pytest.mark.parametrize(
    "sign", ["[", "*", "`", "\\", "<", "_", "](", "*a", "a*", "[a](", "``a`", "<a", "[^1]", "&a"]
)
def test_a_flood_of_signs_is_read_in_one_pass(sign: str) -> None:
    assert plain("**a " + sign * 100_000).text.startswith(("**a ", "a "))
