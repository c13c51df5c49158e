"""What readers share, piece by piece."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braidtui.episode.model import Source
from braidtui.formats.reading.order import in_order
from braidtui.formats.reading.page.lines import Line, read_lines
from braidtui.formats.reading.page.paragraphs import read_paragraphs
from braidtui.formats.reading.page.source_lines import part_sources, source_of
from braidtui.formats.reading.speaker_ids import speaker_ids


def test_lines_keep_their_number_and_know_whether_they_follow_another() -> None:
    assert read_lines("\ufeff One \r\n\n\fTwo\u00a0\nTh\u200bree\n \n\x1b") == [
        Line(1, "One", False),
        Line(3, "Two", False),
        Line(4, "Three", True, cleaned=1),
        Line(6, "␛", False, cleaned=1),
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("It ends.\n\nIt begins.", "It ends.\n\nIt begins."),
        ("It goes\n\non here.", "It goes on here."),
        ("It is Apache\n\n2.0 now.", "It is Apache 2.0 now."),
        ("They went to\n\nParis.", "They went to Paris."),
        ("Wrapped here.\nIt is one.", "Wrapped here. It is one."),
        ("“Is it so?”\n\nyes, it is", "“Is it so?”\n\nyes, it is"),
        ("The so-called “cloud”\n\nis a house.", "The so-called “cloud” is a house."),
        ("[laughs]\n\nWell.", "[laughs]\n\nWell."),
        ("She says:\n\nGo.", "She says:\n\nGo."),
        ("She says:\n\ngo.", "She says: go."),
        ("A mixture-of-\n\nexperts model", "A mixture-of-experts model"),
        ("A pause –\n\nand on", "A pause – and on"),
        ("终わり。\n\n次", "终わり。\n\n次"),
    ],
)
def test_a_cut_paragraph_is_whole_again(written: str, read: str) -> None:
    assert read_paragraphs(read_lines(written)).text == read


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("techmeme.com", Source(site="techmeme.com")),
        ("- News.Example.co.uk", Source(site="News.Example.co.uk")),
        ("bücher.example/a?b", Source(site="bücher.example/a?b")),
        ("<HTTPS://a.example/B>", Source(url="HTTPS://a.example/B")),
        ("http://", None),
        ("https://a b.example", None),
        ("https://bank.example@evil.example/", None),
        ("Yes.", None),
        ("2.0", None),
        ("e.g", None),
        ("see a.example", None),
        ("-a.example", None),
        ("a" * 5000 + ".example", None),
    ],
)
def test_a_source_line_is_a_url_or_a_site_and_nothing_else(
    line: str, source: Source | None
) -> None:
    assert source_of(line) == source


def test_the_first_line_of_a_turn_is_words_whatever_it_looks_like() -> None:
    words, sources = part_sources(read_lines("a.example\n\nb.example\n\nc.example"))
    assert [line.text for line in words] == ["a.example"]
    assert sources == (Source(site="b.example"), Source(site="c.example"))


def test_ids_are_last_names_where_those_tell_people_apart() -> None:
    assert speaker_ids(["Liraen Vask", "Zoë Müller", "Ann O’Neil", "Liraen Vask"]) == {
        "Liraen Vask": "vask",
        "Zoë Müller": "muller",
        "Ann O’Neil": "oneil",
    }
    assert list(speaker_ids(["Ann Lee", "Bob Lee", "BOB LEE", "bob-lee"]).values()) == [
        "lee",
        "bob-lee",
        "bob-lee-2",
        "bob-lee-3",
    ]
    assert list(speaker_ids(["Speaker 1", "7", "王小明", "🚗", "🚕"]).values()) == [
        "speaker-1",
        "speaker-7",
        "王小明",
        "speaker",
        "speaker-2",
    ]


@given(st.lists(st.text(max_size=8) | st.sampled_from(["1", "A 1", "B 1", "a", "A-1", "A 1 2"])))
def test_no_two_names_have_one_id(names: list[str]) -> None:
    ids = speaker_ids(names)
    assert list(ids) == list(dict.fromkeys(names))
    assert len(set(ids.values())) == len(ids)
    assert all(ids.values())


def test_a_start_that_runs_backwards_goes_and_no_more_than_that() -> None:
    assert in_order([0, 500, 20, None, 30, 30, 25]) == [0, None, 20, None, 30, 30, None]
    assert in_order([]) == []


@given(st.lists(st.none() | st.integers(0, 9)))
def test_what_is_kept_never_runs_backwards_and_order_is_left_alone(
    starts: list[int | None],
) -> None:
    kept = in_order(starts)
    told = [start for start in kept if start is not None]
    assert told == sorted(told)
    assert all(start in (None, was) for start, was in zip(kept, starts, strict=True))
    rising = [start for start in starts if start is not None]
    if rising == sorted(rising):
        assert kept == starts
