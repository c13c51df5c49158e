"""A print, line by line: what is claimed, how lines become paragraphs, what is said of the rest."""

import pytest

from braidtui.episode.model import Source, Speaker
from braidtui.formats.imported import FormatRefused
from braidtui.formats.printed.reader import claims, read_printed
from tests.formats.given_text import claimed_by, read_by

HEAD = "♦ DISPATCH 007\n\nNight Trains\n1 segment · 1 turn\n\n■ Ada Moor  driver\n\n"
WIDE = "── 1. Tickets and who it is that pays for them\n\n"  # 46 cells: as wide as the page is


def words_of(*lines: str) -> str:
    """The words of a turn with these lines, on a page of 46 cells."""
    body = "".join(f"  {line}\n" if line else "\n" for line in lines)
    (turn,) = read_by(read_printed, f"{HEAD}{WIDE}■ Ada Moor\n{body}").episode.turns
    return turn.text


def notices_of(text: str) -> list[tuple[int, str]]:
    return [(it.line, it.message) for it in read_by(read_printed, text).notices]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Night Trains\n\n── 1. Tickets\n\n■ Ada Moor\n  So.\n",
        "Night Trains\n1 segment · 1 turn\n\n■ Ada Moor\n  So.\n",
        "Night Trains\n1 segment · 1 turn\n\n── 1. Tickets\n\nAda Moor\n  So.\n",
        "Night Trains\n1 segment · 1 turn\nand more\n\n── 1. Tickets\n\n■ Ada Moor\n  So.\n",
        "DISPATCH 7\n\nNight Trains\n\nTranscript\n\n■ Ada Moor\n\n00:00:00\n\nAll aboard.\n",
    ],
)
def test_what_lacks_a_part_that_each_print_has_is_none(text: str) -> None:
    assert not claimed_by(claims, text)


@pytest.mark.parametrize("end", ["\n", "\r\n", "     \n"])
def test_a_print_is_known_however_its_lines_end(end: str) -> None:
    text = f"{HEAD}{WIDE}■ Ada Moor  00:00:05\n  So.\n".replace("\n", end)
    assert claimed_by(claims, text)
    episode = read_by(read_printed, text).episode
    assert (episode.number, episode.title) == (7, "Night Trains")
    assert episode.turns == ((episode.speakers[0].id, "So.", 5_000, ()),)


def test_lines_become_paragraphs_again() -> None:
    assert words_of("All", "aboard.", "", "So it", "was.") == "All aboard.\n\nSo it was."


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("Nobody here has ever seen such an one a-", "priori", "one a-priori"),
        ("Nobody here, in all these years, has—", "remarkably", "has—remarkably"),
        ("This is the railway of the pre-", "and postwar years", "pre- and postwar"),
        ("It left at nine —", "and nobody waved", "nine — and"),
        ("So it was, at 5 -", "or so they said", "5 - or"),
    ],
)
def test_a_break_after_a_hyphen_or_a_dash_in_a_word_is_no_blank(
    above: str, below: str, whole: str
) -> None:
    assert whole in words_of(above, below)


def test_a_word_that_is_longer_than_a_line_is_whole_again() -> None:
    first = "https://rails.example/a/path/that/is/endless"
    assert words_of("See", first, "/and/goes/on so.") == f"See {first}/and/goes/on so."


def test_a_wide_script_has_no_blanks_where_it_fills_the_line() -> None:
    line = "夜行列車は九時に出たので誰も手を振らなかった"
    assert words_of(line, "のです。") == f"{line}のです。"
    assert words_of("감사합니다", "여러분") == "감사합니다 여러분"


def test_a_name_that_fills_a_line_is_told_from_the_words_by_the_cast() -> None:
    name = "Ada Moor of the Night Trains and of the Day"
    text = HEAD.replace("Ada Moor", f"{name}\n  Trains\n ").replace("1 turn", "2 turns")
    turns = f"■ {name}\n  Trains\n  So.\n\n■ {name}\n  Trains\n  No.\n"
    episode = read_by(read_printed, text + WIDE + turns).episode
    assert episode.speakers == (Speaker("trains", f"{name} Trains", "driver"),)
    assert [turn.text for turn in episode.turns] == ["So.", "No."]


def test_sites_without_an_address_stay_apart_however_often_they_come() -> None:
    cited = "■ Ada Moor\n  So. [9] [1] [2]\n\n── Sources\n\n[1]  x.example\n\n[2]  x.example\n"
    (turn,) = read_by(read_printed, HEAD + WIDE + cited).episode.turns
    assert turn.text == "So. [9]"
    assert turn.sources == (Source(site="x.example"), Source(site="x.example"))


def test_a_source_that_nobody_cites_is_the_episode_s() -> None:
    listed = (
        "■ Ada Moor\n  So.\n\n── Sources\n\n[1]  Map · 2026-05-20\n     https://x.example/map\n"
    )
    episode = read_by(read_printed, HEAD + WIDE + listed).episode
    (source,) = episode.sources
    assert (source.title, str(source.date)) == ("Map", "2026-05-20")


def test_what_has_no_place_is_kept_or_told() -> None:
    text = HEAD.replace("■ Ada", "  “So.”\n\n■ Ada").replace("1 segment", "2 segments")
    text += f"{WIDE}Sources: [4]\n\n■ Ada Moor\n  All\naboard.\n"
    assert notices_of(text) == [
        (1, "a pull quote stands in no turn"),
        (1, "an excerpt: 1 of 2 segments, 1 of 1 turns"),
        (10, "a source is cited that is not in the list"),
        (16, "a line that is not indented is taken for words above it"),
    ]
    assert read_by(read_printed, text).episode.turns[0].text == "All aboard."


def test_a_print_without_a_turn_is_refused() -> None:
    with pytest.raises(FormatRefused, match="no turn in it"):
        read_by(read_printed, HEAD + WIDE)
