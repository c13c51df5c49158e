"""Whatever becomes of a print, it is refused or makes a sound episode file, soon."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from braidtui.episode.yaml_reader import read_episode
from braidtui.episode.yaml_writer import write_episode
from braidtui.formats.imported import FormatRefused
from braidtui.formats.printed.reader import claims, read_printed
from tests.formats.given_text import claimed_by, read_by

PRINT = """♦ Rails · DISPATCH 007 · 2026-05-20

Night Trains
00:01:30 · 2 segments · 3 turns

Who pays for the last
train.

  “All aboard,”
  — Ada Moor, 00:00:00

■ Ada Moor  driver · a/b · c/d
◆ Tom Lund
  guest

Page: https://rails.example/7
Sources: [1]

── 1. Tickets  00:00:00–00:01:00
Sources: [1]

■ Ada Moor  00:00:00
  [laughs] All aboard, I said, and nobody did any-
  thing. [1] [2]

  So it was.

◆ Tom Lund
  00:00:31
  夜行列車は九
  時に出た。

── 2. Who pays?
   00:01:00–00:01:30

■ Ada Moor  00:01:00
  https://rails.example/a-very-long-one-that-is-cut-a
  nd-goes-on [2]

── Sources

[1]  The Map · rails.example · 2026-05-01
     https://rails.example/map

[2]  x.example

Note: All invented.
"""
PIECES = [
    *("── 2.", "── Sources", "■ Zoe", "■ ", "  00:00:07", "[3]", "[]", "Note: ", "Sources: [9]"),
    *("", "  ", "1 segment · 1 turn", "♦ ", "  “", "  — ", "Page: ", "9999:59:59", "\u3000", "\0"),
]


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """The print cut short, with lines gone or doubled, and strange things put between."""
    lines = PRINT[: draw(st.integers(0, len(PRINT)))].split("\n")
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(lines)))
        new = draw(st.sampled_from(PIECES + lines) | st.text(max_size=12))
        lines[at : at + draw(st.integers(0, 2))] = [new]
    return "\n".join(lines)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(mutated() | st.text() | st.text().map(lambda text: PRINT + text), st.booleans())
def test_whatever_becomes_of_a_print_it_is_refused_or_makes_a_sound_file(
    text: str, join: bool
) -> None:
    claimed_by(claims, text)
    try:
        episode, notices = read_by(read_printed, text, join=join)
    except FormatRefused as refusal:
        assert "\n" not in str(refusal)
        return
    unsaid = [quote for quote in episode.quotes if not quote.speaker]
    assert bool(unsaid) == any("stands in no turn" in notice.message for notice in notices)
    said = tuple(quote for quote in episode.quotes if quote.speaker)
    sound = replace(episode, quotes=said)
    found, problems, _ = read_episode(write_episode(sound).encode())
    assert found == sound
    assert all(problem.is_warning for problem in problems)  # an address that is none
