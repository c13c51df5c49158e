import datetime
from dataclasses import replace

import pytest

from braidtui.episode.model import Episode, Quote, Segment, Source, Speaker, Turn
from braidtui.plain.excerpt import excerpt_parts
from braidtui.plain.ink import Ink
from braidtui.plain.paragraphs import Page
from braidtui.plain.transcript import transcript_lines
from braidtui.typeset.cells import cell_len

A = Source("https://example.org/" + "a" * 100, title="On A", date=datetime.date(2026, 5, 19))
EPISODE = Episode(
    "Seven Ways to Braid",
    (Speaker("ada", "Ada Byron", "host", "m1", "v1"), Speaker("mo", "Mo Ibn Sina")),
    (
        Segment(
            "Warp",
            0,
            (Turn("ada", "Good evening.", 0, (A,)), Turn("mo", "A river in two beds.", 20_000)),
        ),
        Segment(
            "Weft",
            60_000,
            (Turn("ada", "Across.\n\n[sighs] And on.", 60_000, (Source(site="example.net"), A)),),
            (Source("https://example.org/weft"),),
        ),
    ),
    show="Braid",
    number=7,
    date=datetime.date(2026, 5, 20),
    duration=180_000,
    note="Made up.",
    quotes=(Quote("A river in two beds."),),
)


def shown(episode: Episode, width: int = 80, ink: Ink = Ink(), **choice: object) -> list[str]:  # noqa: B008
    parts = excerpt_parts(episode, **choice)  # type: ignore[arg-type]
    return list(transcript_lines(episode, parts, Page(width, ink)))


def test_a_transcript_reads_from_the_head_to_the_note() -> None:
    assert shown(EPISODE) == [
        "♦ Braid · DISPATCH 007 · 2026-05-20",
        "",
        "Seven Ways to Braid",
        "00:03:00 · 2 segments · 3 turns",
        "",
        "  “A river in two beds.”",
        "  — Mo Ibn Sina, 00:00:20",
        "",
        "■ Ada Byron  host · m1 · v1",
        "◆ Mo Ibn Sina",
        "",
        "── 1. Warp  00:00:00–00:01:00",
        "",
        "■ Ada Byron  00:00:00",
        "  Good evening. [1]",
        "",
        "◆ Mo Ibn Sina  00:00:20",
        "  A river in two beds.",
        "",
        "── 2. Weft  00:01:00–00:03:00",
        "Sources: [2]",
        "",
        "■ Ada Byron  00:01:00",
        "  Across.",
        "",
        "  [sighs] And on. [3] [1]",
        "",
        "── Sources",
        "",
        "[1] On A · 2026-05-19",
        f"    {A.url}",
        "",
        "[2] https://example.org/weft",
        "",
        "[3] example.net",
        "",
        "Note: Made up.",
    ]


def test_an_excerpt_has_only_its_turns_and_its_sources_with_their_numbers() -> None:
    assert shown(EPISODE, segments={1})[4:] == [
        "",
        "── 2. Weft  00:01:00–00:03:00",
        "Sources: [2]",
        "",
        "■ Ada Byron  00:01:00",
        "  Across.",
        "",
        "  [sighs] And on. [3] [1]",
        "",
        "── Sources",
        "",
        "[1] On A · 2026-05-19",
        f"    {A.url}",
        "",
        "[2] https://example.org/weft",
        "",
        "[3] example.net",
    ]


@pytest.mark.parametrize("width", [20, 33, 80])
def test_every_line_but_a_url_keeps_the_width(width: int) -> None:
    long = "漢字 and e\u0301galite\u0301 " * 20 + "x" * 100
    episode = replace(
        EPISODE,
        title=long,
        note=long,
        summary=f"{long}\n\n{long}",
        speakers=(Speaker("ada", long, long), Speaker("mo", "Mo", long, long)),
        segments=(Segment(long, 0, (Turn("ada", long, 0, (Source(title=long),)),)),),
        quotes=(Quote(long),),
    )
    lines = shown(episode, width)
    assert max(map(cell_len, lines)) <= width
    assert len(lines) > 50


def test_colour_changes_nothing_but_the_colour() -> None:
    import re

    colored = shown(EPISODE, ink=Ink(True))
    assert "\x1b[1;35m■ Ada Byron\x1b[0m  \x1b[2m00:00:00\x1b[0m" in colored
    assert [re.sub("\x1b\\[[0-9;]*m", "", line) for line in colored] == shown(EPISODE)


def test_what_an_episode_does_not_tell_leaves_no_gap() -> None:
    bare = Episode("T", (Speaker("a", "A"),), (Segment("", None, (Turn("a", "Yes."),)),))
    assert shown(bare) == [
        "T",
        "1 segment · 1 turn",
        "",
        "■ A",
        "",
        "── 1.",
        "",
        "■ A",
        "  Yes.",
    ]
