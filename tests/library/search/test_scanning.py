"""What a query finds in one episode, without an index."""

import datetime
from pathlib import Path

import pytest

from braidtui.episode.model import Episode, Quote, Segment, Source, Speaker, Turn
from braidtui.library.cache.summary import Summary
from braidtui.library.entry import Entry
from braidtui.library.search.parsing import parse
from braidtui.library.search.scanning import headings, scan

EPISODE = Episode(
    title="A Night of Owls",
    show="Field Notes",
    number=7,
    date=datetime.date(2026, 5, 20),
    duration=31 * 60_000,
    summary="Mice are heard.",
    speakers=(
        Speaker("ona", "Ona Pell", role="guide", model="claude/opus-4", voice="grok/ara"),
        Speaker("guest-2", "Mateo Ibáñez", role="ranger"),
    ),
    quotes=(Quote("An owl is a listening machine.", speaker="guest-2"),),
    sources=(Source("https://nowhere.example/whole"),),
    segments=(
        Segment(
            "In the barn",
            turns=(
                Turn("ona", "Good evening. It is dark.", 0),
                Turn("guest-2", "An owl is a listening machine.", 5000),
                Turn(
                    "ona",
                    "Owls hear mice under snow.\n\nCafés do not.",
                    9000,
                    (Source("https://en.wiki.example/Owl", site="wiki.example"),),
                ),
            ),
        ),
        Segment("An empty one"),
        Segment(
            "Under the moon",
            turns=(
                Turn("guest-2", "The cafe was shut.", 12000, (Source(site="zoo.example"),)),
                Turn("ona", "Good night, 東京タワー.", 15000),
            ),
        ),
    ),
)
ENTRY = Entry("owls-7", Path("owls-7.yaml"), "field/owls-7", *Summary.of(EPISODE))
NONE: list[int] = []
ALL = [0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("typed", "turns"),
    [
        ("", NONE),
        ("???", NONE),
        ("owl", [1]),
        ("owl*", [0, 1, 2]),
        ("GOOD", [0, 4]),
        ("good evening", [0]),
        ("evening good", [0]),
        ('"good evening"', [0]),
        ('"evening good"', NONE),
        ('"snow cafes"', [2]),
        ("cafe", [3]),
        ("café*", [2]),
        ("京タ", [4]),
        ("good -night", NONE),
        ("evening -night", NONE),
        ("dark -mice", NONE),
        ("-good", [1, 2, 3]),
        ("-good -owl", [2, 3]),
        ("evening OR shut", [0, 3]),
        ("good evening OR tower OR 東京", [0, 4]),
        ("-good OR dark", [0, 1, 2, 3]),
        # what stands above a turn
        ("barn", [0]),
        ("moon", [3]),
        ("barn dark", [0]),
        ("empty", NONE),
        ("notes", NONE),
        ("night", [0, 4]),
        ("heard", [0]),
        ('"owls mice"', NONE),
        ('"heard in"', NONE),
        # of a turn
        ("speaker:ona", [0, 2, 4]),
        ("speaker:pel", [0, 2, 4]),
        ("speaker:ell", NONE),
        ('speaker:"pel"', NONE),
        ('speaker:"ona pell"', [0, 2, 4]),
        ("speaker:guest-2", [1, 3]),
        ("speaker:guest", NONE),
        ("speaker:ibanez", [1, 3]),
        ("speaker:íbanez", NONE),
        ("-speaker:ona", [1, 3]),
        ("speaker:ona OR shut", [0, 2, 3, 4]),
        ("role:guide", [0, 2, 4]),
        ("model:opus", [0, 2, 4]),
        ("voice:grok/ara", [0, 2, 4]),
        ("-voice:ara", [1, 3]),
        ("in:barn", [0, 1, 2]),
        ('in:"under the mo"*', [3, 4]),
        ("in:empty", NONE),
        ("has:source", [2, 3]),
        ("site:wiki.example", [2]),
        ("site:en.wiki.example", [2]),
        ("site:zoo", [3]),
        ("site:nowhere", NONE),
        ("has:quote", [1]),
        ("-has:quote -has:source", [0, 4]),
        # of the episode
        ("show:field", ALL),
        ("show:braid", NONE),
        ("-show:braid good", [0, 4]),
        ('title:"night of"', ALL),
        ("title:moon", NONE),
        ("episode:7", ALL),
        ("episode:8..", NONE),
        ("episode:owls-7", ALL),
        ("episode:field/owls-7", ALL),
        ("episode:owls", NONE),
        ("date:2026-05", ALL),
        ("date:..2026-05-19", NONE),
        ("date:2026-05-20..2026-05-20", ALL),
        ("dur:>31m", NONE),
        ("dur:31", ALL),
        ("dur:..31m", ALL),
        ("is:read", NONE),
        ("is:unread", ALL),
        ("date:2020 OR shut", [3]),
        ("date:2026 OR shut", ALL),
    ],
)
def test_a_query_finds_turns(typed: str, turns: list[int]) -> None:
    assert scan(parse(typed), ENTRY, EPISODE) == turns


@pytest.mark.parametrize(("read", "turns"), [(0.0, NONE), (0.99, NONE), (1.0, ALL)])
def test_an_episode_is_read_when_all_of_it_is(read: float, turns: list[int]) -> None:
    assert scan(parse("is:read"), ENTRY, EPISODE, read) == turns
    assert scan(parse("-is:unread"), ENTRY, EPISODE, read) == turns


@pytest.mark.parametrize("typed", ["episode:..9", "date:..2030", "dur:..9h", "date:2000.."])
def test_what_an_episode_does_not_tell_is_in_no_range(typed: str) -> None:
    entry = ENTRY._replace(number=None, date=None, duration=None)
    assert scan(parse(typed), entry, EPISODE) == NONE
    assert scan(parse(f"-{typed}"), entry, EPISODE) == ALL


def test_an_id_of_digits_is_a_number_where_there_is_none() -> None:
    entry = ENTRY._replace(number=None, id="007")
    assert scan(parse("episode:3..8"), entry, EPISODE) == ALL
    assert scan(parse("episode:3..8"), ENTRY._replace(number=12, id="007"), EPISODE) == NONE


def test_titles_stand_above_the_first_turn_of_what_they_name() -> None:
    assert [headings(EPISODE, turn) for turn in ALL] == [
        ("A Night of Owls", "Mice are heard.", "In the barn"),
        (),
        (),
        ("Under the moon",),
        (),
    ]
