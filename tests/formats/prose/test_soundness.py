"""Whatever a text holds, it is refused or becomes a sound episode file."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from braidtui.episode.yaml_reader import read_episode
from braidtui.episode.yaml_writer import write_episode
from braidtui.formats.given import Given
from braidtui.formats.imported import FormatRefused
from braidtui.formats.prose.reader import claims, claims_markdown, read_markdown_prose, read_prose
from tests.formats.given_text import read_by
from tests.formats.prose.reading_prose import imported

SAMPLE = Path(__file__).parents[4] / "shared" / "samples" / "changelog.md"
TEXT = """---
title: Night Trains
speakers: [Ada Moor]
---
# Night Trains

## Rails [0:10]

**Ada Moor:** Late \\[laughs\\] and [so](https://a.example/x).

And *more* `code`[^1].

**Break:** \\[28:47\\]

Ada Moor 00:00:20
Late.

[00:00:25] Tom: Yes.

* **Tom:** <b>No</b> <!-- x -->

[^1]: <https://b.example>
"""
OWN = "Rails\n=====\n\nLate\n----\n\nAda 00:00:10\nSo.\n\nTom --:--:--\nOn.\n"
SET = "".join(f"[00:{at}] Ada\nSo.\n\n[00:{at}] Tom\nOn.\n\n" for at in range(10, 15))
PIECES = [
    *("---", "===", "```", "<!--", "-->", "[^1]:", "**", "**:**", "00:00:07", "[9:99]", "Ada:"),
    *("Ada", "[Ada] x", "<Ada> x", "**Ada**", "### Ada", "Ada 9:00 PM x", "Q. x", "Tom --:--:--"),
    *("# ", "> ", "| A | B |", "{", "\u2028", "\x0b", "\x00", "\ufeff", "__", "![", "](", "<"),
]


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """The text cut short, with lines gone or doubled, and strange things put between."""
    text = draw(st.sampled_from((TEXT, OWN, SET)))
    lines = text[: draw(st.integers(0, len(text)))].split("\n")
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(lines)))
        new = draw(st.sampled_from(PIECES + lines) | st.text(max_size=12))
        lines[at : at + draw(st.integers(0, 2))] = [new]
    return "\n".join(lines)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(mutated() | st.text() | st.text().map(lambda text: TEXT + text), st.booleans())
def test_any_text_is_refused_or_makes_a_sound_file(text: str, join: bool) -> None:
    claims(Given(text))
    claims_markdown(Given(text))
    for read in (read_markdown_prose, read_prose):
        try:
            episode = read_by(read, text, join=join).episode
        except FormatRefused as refusal:
            assert "\n" not in str(refusal)
            continue
        assert read_episode(write_episode(episode).encode())[:2] == (episode, ())


@pytest.mark.skipif(not SAMPLE.exists(), reason="the samples are not at hand")
def test_a_real_transcript_has_a_turn_for_each_name_that_stands_out() -> None:
    text = SAMPLE.read_text("utf-8")
    heads = re.findall(r"^\*\*[^*\n]+(?::\*\*|\*\*:)", text, re.MULTILINE)
    assert len(imported(text).episode.turns) == len(heads)
