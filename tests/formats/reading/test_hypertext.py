"""Pages, and prose with a few tags in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braidtui.formats.reading.hypertext import is_hypertext, is_marked_up


@pytest.mark.parametrize(
    "text",
    [
        "<!-- c --><!DOCTYPE html>",
        "<html></html>",
        "<div>Ann: Hm.</div>\n<div>Bo: No.</div>",
        "<p>Ann: Hm.\n\n<p>Bo: No.",
        "<b>Ann:</b> Hm.<br>\n<b>Bo:</b> No.<br>",
        "<style>p { color: red; background: blue }</style><p>Hm.</p>",
        "<hr>\n<cite>Ann:</cite> Hm. And so on.",
    ],
)
def test_pages_and_parts_of_pages_are_hypertext(text: str) -> None:
    assert is_hypertext(text)
    assert is_marked_up(text)


@pytest.mark.parametrize(
    "text",
    [
        "<!-- made by hand -->\n\n<p>Notes</p>\n\n**Ann:** Hm.\n\n**Bo:** No.",
        "<img src='a.png' alt='a > b'>\n\n# Lamps\n\n**Ann:** Hm.",
        "<div align=center><img src=a></div>\n\nAnn: Hm, well.\n\nBo: No.",
        "<details><summary>Words</summary>\n\n**Ann:** Hm.\n\n**Bo:** No.\n</details>",
        "<em>Intro.</em> Ann: Hm.",
        "<p>\n\n## Lamps\n\n__Ann:__ Hm.",
        "<music>\nAnn: Hm.\nBo: No.",
        "<v Ann Hall>Oh.\nAnn: Hm.\nBo: No.",
    ],
)
def test_prose_with_a_tag_at_its_top_is_neither(text: str) -> None:
    assert not is_hypertext(text)
    assert not is_marked_up(text)


@pytest.mark.parametrize(
    "text",
    [
        "<rss><p>Hm.</p></rss>",
        "<!-- c --><tt><body/></tt>",
        "<?xml",
        "<a-b>\nHm.\nNo.\n</a-b>\n",
        "<c><d>\n<e>Hm.</e>\n<f",
    ],
)
def test_other_markup_is_no_hypertext(text: str) -> None:
    assert not is_hypertext(text)
    assert is_marked_up(text)


@given(
    st.text()
    | st.lists(st.sampled_from(["<p>", "</div>", "<!--", "-->", "a", "<br", "**"])).map("".join)
)
def test_hypertext_is_marked_up_whatever_it_holds(text: str) -> None:
    assert is_marked_up(text) or not is_hypertext(text)
