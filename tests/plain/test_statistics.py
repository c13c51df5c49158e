from dataclasses import replace

import pytest

from braidtui.episode.model import Episode, Quote, Segment, Source, Speaker, Turn
from braidtui.episode.quotes import find_quotes
from braidtui.episode.statistics.numbers import numbers_of
from braidtui.episode.turn_span import TurnSpan
from braidtui.plain.ink import Ink
from braidtui.plain.paragraphs import Page
from braidtui.plain.statistics import statistics_lines
from braidtui.typeset.cells import cell_len

EPISODE = Episode(
    "Seven Ways to Braid",
    (Speaker("ada", "Ada Byron"), Speaker("mo", "Mo Ibn Sina")),
    (
        Segment(
            "Warp",
            0,
            (
                Turn("ada", "Good evening.", 0, (Source("https://example.org/a"),)),
                Turn("mo", "A river in two beds.", 20_000, (Source(site="example.net"),)),
            ),
        ),
        Segment("Weft", 60_000, (Turn("ada", "And so across.", 60_000),)),
    ),
    "Braid",
    7,
    duration=80_000,
    quotes=(Quote("A river in two beds."),),
)


def untimed(episode: Episode) -> Episode:
    segments = (
        replace(it, start=None, turns=tuple(turn._replace(start=None) for turn in it.turns))
        for it in episode.segments
    )
    return replace(episode, segments=tuple(segments), duration=None)


def shown(
    episode: Episode,
    width: int,
    segment: int | None = None,
    highlights: tuple[TurnSpan, ...] = (),
    ink: Ink = Ink(),  # noqa: B008
) -> list[str]:
    numbers, page = numbers_of(episode, segment), Page(width, ink)
    return list(statistics_lines(numbers, find_quotes(episode), highlights, page))


def test_numbers_read_from_the_head_to_the_sites() -> None:
    assert shown(EPISODE, 80) == [
        "♦ Braid · DISPATCH 007",
        "",
        "Seven Ways to Braid",
        "00:01:20 · 2 segments · 3 turns",
        "",
        "10 words · 8 words a minute · 2 sources",
        "",
        "■" * 20 + "“" + "◆" * 39 + "■" * 20,
        "1" + " " * 59 + "2",
        "one sign is 1 s · numbers are segments · “ a quote begins",
        "",
        "Speakers                        time  share  words  turns  w/min         longest",
        "■ Ada Byron    ██████████████  00:40    50%      5      2      8  00:20 at 01:00",
        "◆ Mo Ibn Sina  ██████████████  00:40    50%      5      1      8  00:40 at 00:20",
        "",
        "Segments                                                    length  words  turns",
        "1 Warp  " + "■" * 17 + "◆" * 33 + "   01:00      7      2",
        "2 Weft  " + "■" * 17 + " " * 33 + "   00:20      3      1",
        "",
        "Sources by site                                             2 sources on 2 sites",
        "example.org  1  ████████████████████████████████████████",
        "example.net  1  ████████████████████████████████████████",
    ]


def test_on_forty_columns_a_speaker_has_a_block() -> None:
    assert shown(EPISODE, 40)[7:24] == [
        "■■■■■■■■■■“◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆■■■■■■■■■■",
        "1                             2",
        "one sign is 2 s · numbers are segments ·",
        "“ a quote begins",
        "",
        "Speakers",
        "■ Ada Byron                  00:40   50%",
        "  ██████████████████████████████████████",
        "  5 words · 8 a minute",
        "  2 turns, longest 00:20 at 01:00",
        "◆ Mo Ibn Sina                00:40   50%",
        "  ██████████████████████████████████████",
        "  5 words · 8 a minute",
        "  1 turn, longest 00:40 at 00:20",
        "",
        "Segments",
        "1 Warp",
    ]


def test_without_times_it_says_so_and_tells_none() -> None:
    lines = shown(untimed(EPISODE), 80)
    assert "This transcript tells no times: shares and bars go by words." in lines
    assert "the map goes by the length of the text" in " ".join(lines)
    assert "■ Ada Byron    █████████████████████████  " in " ".join(lines)
    assert any(line.endswith("50%      5      2  3 words at turn 3") for line in lines)
    assert not any("00:" in line or "w/min" in line for line in lines)


def test_times_of_some_turns_are_said_to_be_of_some() -> None:
    open_end = replace(EPISODE, duration=None)
    told = "The times tell how long 2 of 3 turns took: time, share and pace are of those."
    assert told in shown(open_end, 80)


def test_a_segment_is_named_and_has_its_own_map() -> None:
    lines = shown(EPISODE, 80, segment=0)
    assert "Segment 1: Warp" in lines
    assert "01:00 · 2 turns · 7 words · 7 words a minute · 2 sources" in lines
    assert "■" * 26 + "“" + "◆" * 53 in lines
    assert not any(line.startswith("Segments") for line in lines)


def test_a_segment_without_turns_has_no_map_and_says_so() -> None:
    empty = replace(EPISODE, segments=(Segment("Prelude", 0), *EPISODE.segments))
    lines = shown(empty, 80, segment=0)
    assert lines[-1] == "Nothing is said here."


def test_what_is_highlighted_has_hollow_signs() -> None:
    lines = shown(EPISODE, 40, highlights=(TurnSpan(2, 0, 7),))
    assert lines[7] == "■■■■■■■■■■“◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆□□□□□■■■■■"
    assert "□ you highlighted" in " ".join(lines)


@pytest.mark.parametrize("width", [20, 33, 40, 71, 72, 80, 120, 200])
def test_no_line_is_wider_than_the_page(width: int) -> None:
    names = tuple(replace(it, name=it.name + " 漢字" * 30) for it in EPISODE.speakers)
    titles = tuple(replace(it, title=it.title + " and on" * 30) for it in EPISODE.segments)
    for episode in (EPISODE, untimed(EPISODE)):
        wide = replace(episode, speakers=names, segments=titles)
        assert max(map(cell_len, shown(wide, width))) <= min(width, 120)


def test_colour_adds_only_escapes() -> None:
    colored = shown(EPISODE, 80, ink=Ink(True, True))
    assert "\x1b[1;35m■ Ada Byron" in "\n".join(colored)
    assert not any("\x1b" in line for line in shown(EPISODE, 80))
