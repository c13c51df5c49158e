"""What is prose, what is Markdown, and what is said of neither."""

import pytest

from braidtui.formats.given import Given
from braidtui.formats.imported import FormatRefused
from braidtui.formats.prose.claiming import claims, claims_markdown
from tests.formats.prose.reading_prose import imported

NAMES = "**Ada Moor:** Is it late?\n\n**Tom Lund:** It is.\n\n"


@pytest.mark.parametrize(
    ("text", "help"),
    [
        ("[Script Info]\nTitle: Sheds\n\n[Events]\nDialogue: 0,0:00:01.00,Hello\n", "SRT"),
        ('{"start": 0, "text": "So."}\n{"start": 2, "text": "On."}\n', "one list"),
        ('{"start": 0, "text": "So."},\n{"start": 2, "text": "On."}\n', "one list"),
    ],
)
def test_what_nobody_reads_is_refused_with_what_helps(text: str, help: str) -> None:
    assert claims(Given(text))
    assert not claims_markdown(Given(text))
    with pytest.raises(FormatRefused, match=help):
        imported(text)


@pytest.mark.parametrize(
    "top",
    [
        '<img src="x.png">\n\n',
        "<!-- by hand -->\n\n",
        '<p align="center"><img src="x.png"></p>\n\n',
        "<div>\n  <b>Sheds</b>\n</div>\n\n",
    ],
)
def test_a_tag_at_the_top_of_markdown_is_no_page(top: str) -> None:
    assert claims_markdown(Given(top + NAMES))
    assert [it.name for it in imported(top + NAMES).episode.speakers] == ["Ada Moor", "Tom Lund"]


def test_double_brackets_are_no_json_unless_a_value_is_in_them() -> None:
    assert claims(Given("[[Ada Moor]]: So it is.\n"))
    assert not claims(Given("[[1, 2], [3]]"))
    assert not claims(Given('[["a"]]'))


@pytest.mark.parametrize("line", ["- a\n", "[a]:\n", "a\n\n"])
def test_a_text_of_nothing_but_lines_is_refused(line: str) -> None:
    with pytest.raises(FormatRefused, match="more than 220,000 lines"):
        imported(line * 220_002)
    assert imported(line + "\n" * 600_000 + "So it is.\n").episode.turns
