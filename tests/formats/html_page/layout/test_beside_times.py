"""Names in paragraphs of their own beside times."""

import pytest

from tests.formats.html_page.pages import told

SAID = (("Ann", "0:05", "Lamps"), ("Bo", "0:12", "No."), ("Ann", "0:31", "It rains"))
STARTS = (5_000, 12_000, 31_000)


@pytest.mark.parametrize("form", ["{0} {1} {2}", "{1} {0} {2}"])
@pytest.mark.parametrize("tag", ["p", "div"])
def test_a_paragraph_above_or_below_each_time_is_a_name(form: str, tag: str) -> None:
    form = " ".join(f"<{tag}>{piece}</{tag}>" for piece in form.split())
    text = "".join(form.format(*turn) for turn in SAID)
    assert told(text) == [(at, it[0], it[2]) for at, it in zip(STARTS, SAID, strict=True)]


def test_short_words_that_come_back_after_their_times_are_said() -> None:
    text = "".join(f"<p>0:0{at}</p><p>Yes</p>" for at in range(4))
    assert {name for _, name, _ in told(text)} == {"Speaker"}
