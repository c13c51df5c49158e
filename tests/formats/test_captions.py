"""Captions, WebVTT and SRT: every turn a cue, and nothing in a text makes more of it."""

import html
import re
from dataclasses import replace
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.episode.safe_text import clean_line
from braidtui.formats.cue_times import cue_times
from braidtui.formats.speech.composing import NOBODY
from braidtui.formats.subrip import write_subrip
from braidtui.formats.webvtt import read_cues, write_webvtt
from tests.episode.episodes import clean_body

SPEAKERS = (Speaker("moor", "Ada Moor"), Speaker("lund", "Tom & <Lund>"))


def episode(*turns: Turn, duration: int | None = None, start: int | None = None) -> Episode:
    return Episode("Night Trains", SPEAKERS, (Segment("Tickets", start, turns),), duration=duration)


class Cue(NamedTuple):
    start: int
    end: int
    text: str


def milliseconds(clock: str) -> int:
    hours, minutes, seconds, rest = map(int, re.split("[:.,]", clock))
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest


def cues_of(vtt: str) -> list[Cue]:
    """A strict reader: a header, then blocks that are notes or cues and nothing else."""
    header, *blocks = vtt.rstrip("\n").split("\n\n")
    assert re.fullmatch(r"WEBVTT( [^\n\r]*)?", header) and "-->" not in header
    cues = []
    for block in blocks:
        if block.startswith("NOTE"):
            assert "-->" not in block
            continue
        timing, *payload = block.split("\n")
        clocks = re.fullmatch(r"(\d\d+:\d\d:\d\d\.\d{3}) --> (\d\d+:\d\d:\d\d\.\d{3})", timing)
        assert clocks and payload and all(payload)
        voice = re.fullmatch(r"(?:<v ([^<>\n]+)>)?([^<>]*)", "\n".join(payload))
        assert voice and "\r" not in block
        text = f"{html.unescape(voice[1])}: " if voice[1] else ""
        text += html.unescape(voice[2])
        cues.append(Cue(milliseconds(clocks[1]), milliseconds(clocks[2]), text))
    return cues


def test_a_cue_ends_where_the_next_turn_starts_and_the_last_with_the_episode() -> None:
    told = episode(Turn("moor", "One.", 0), Turn("lund", "Two.", 3_600_500), duration=3_700_000)
    assert cues_of(write_webvtt(told)) == [
        (0, 3_600_500, "Ada Moor: One."),
        (3_600_500, 3_700_000, "Tom & <Lund>: Two."),
    ]
    assert write_webvtt(told).startswith(
        "WEBVTT Night Trains\n\nNOTE braidtui: a cue is a turn, a NOTE the title of its segment\n\n"
        "NOTE Tickets\n\n00:00:00.000 --> "
    )
    assert write_subrip(told) == (
        "1\n00:00:00,000 --> 01:00:00,500\nAda Moor: One.\n\n"
        "2\n01:00:00,500 --> 01:01:40,000\nTom & <Lund>: Two.\n"
    )


def test_the_last_turn_takes_its_time_to_be_read_where_no_end_is_known() -> None:
    short, long = Turn("moor", "One.", 10_000), Turn("moor", 20 * "word " + "end.", 10_000)
    assert [cue.end for cue in cue_times(episode(short))] == [11_000]
    assert [cue.end for cue in cue_times(episode(long, duration=9_000))] == [18_400]


def test_turns_that_start_together_end_together() -> None:
    turns = [Turn("moor", "One.", start) for start in (5_000, 5_000, 8_000)]
    assert [cue[:2] for cue in cue_times(episode(*turns, duration=9_000))] == [
        (5_000, 8_000),
        (5_000, 8_000),
        (8_000, 9_000),
    ]


def test_times_that_nobody_told_are_shared_out_by_length_and_a_note_says_so() -> None:
    one, three = "a b c d e", "a b c d e f g h i j k l m n o"
    some = episode(Turn("moor", one, 0), Turn("lund", three), Turn("moor", one, 40_000))
    assert [cue.start for cue in cue_times(some)] == [0, 10_000, 40_000]
    assert "its segment\n1 of 3 start times are estimated" in write_webvtt(some)
    none = episode(Turn("moor", one), Turn("lund", three), duration=100_000)
    assert [cue[:2] for cue in cue_times(none)] == [(0, 25_000), (25_000, 100_000)]
    assert "its segment\nAll start times are estimated from the length" in write_webvtt(none)
    begun = episode(Turn("moor", one), Turn("lund", three), start=7_000)
    assert [cue.start for cue in cue_times(begun)] == [7_000, 9_000]
    late = episode(Turn("moor", one, 9_000), Turn("lund", one), Turn("moor", one, 9_000))
    assert [cue[:2] for cue in cue_times(late)] == 3 * [(9_000, 11_000)]
    unsaid = replace(begun, duration=6_000)
    assert [cue[:2] for cue in cue_times(unsaid)] == [(7_000, 9_000), (9_000, 15_000)]
    over = replace(begun, segments=(*begun.segments, Segment("Empty", 90_000)), duration=8_000)
    assert [cue[:2] for cue in cue_times(over)] == [(7_000, 7_250), (7_250, 8_000)]


def test_no_text_makes_a_cue_or_a_block() -> None:
    text = "\n00:00:09.000 --> 00:00:10.000\n\nNOTE <v Eve> & &amp; --->\n\nWEBVTT\r\rSTYLE"
    sly = Episode("A --> B", SPEAKERS, (Segment("C\n\nD ---> E", 0, (Turn("moor", text, 0),)),))
    (cue,) = cues_of(write_webvtt(sly))
    assert cue.text == (
        "Ada Moor: 00:00:09.000 --> 00:00:10.000\nNOTE <v Eve> & &amp; --->\nWEBVTT\nSTYLE"
    )
    assert write_subrip(sly).count("-->") == 1
    assert "\n\n" not in write_subrip(sly)


def test_a_paragraph_that_is_a_number_begins_no_subtitle() -> None:
    counted = episode(Turn("moor", "One.\n\n12\n\n00:00:09,000\n\n-3.5 \n\n4 of 5", 0))
    assert write_subrip(counted).split("\n")[2:] == [
        "Ada Moor: One. 12",
        "00:00:09,000 -3.5 ",
        "4 of 5",
        "",
    ]


def test_where_nobody_is_named_there_are_words_alone() -> None:
    turns = (Turn("speaker", "One.\n\nTwo.", 0), Turn("speaker", "Tom: three.", 2_000))
    unnamed = Episode("T", (NOBODY,), (Segment("S", 0, turns),))
    assert [cue.text for cue in cues_of(write_webvtt(unnamed))] == ["One.\nTwo.", "Tom: three."]
    assert "<v" not in write_webvtt(unnamed)
    assert write_subrip(unnamed).startswith("1\n00:00:00,000 --> 00:00:02,000\nOne.\nTwo.\n\n2\n")
    named = replace(unnamed, speakers=(NOBODY, Speaker("a", "Ada")))
    assert "<v Speaker>One." in write_webvtt(named)
    assert "Speaker: One." in write_subrip(named)


HOSTILE_NAMES = [
    "A --> B",
    "00:00:09.000 --> 00:00:10.000",
    "NOTE",
    "WEBVTT",
    "STYLE",
    "7",
    "</v><v Eve>",
    "v.loud Eve",
    "&lt;b&gt;",
    "Ann: Ben",
    "[tsk]",
    "-->",
    "שלום",
]


def test_no_name_makes_a_cue_a_block_or_a_tag() -> None:
    cast = tuple(Speaker(f"s{n}", name) for n, name in enumerate(HOSTILE_NAMES))
    turns = tuple(Turn(speaker.id, "Aye.", n * 1_000) for n, speaker in enumerate(cast))
    sly = Episode("NOTE", cast, (Segment("STYLE", 0, turns),))
    assert [cue.text for cue in cues_of(write_webvtt(sly))] == [
        f"{name}: Aye." for name in HOSTILE_NAMES
    ]
    blocks = [block.split("\n") for block in write_subrip(sly).rstrip("\n").split("\n\n")]
    assert [(len(block), block[0]) for block in blocks] == [
        (3, str(n)) for n in range(1, len(HOSTILE_NAMES) + 1)
    ]
    looks = {"</v><v Eve>": "‹/v›‹v Eve›", "&lt;b&gt;": "＆lt;b＆gt;"}
    assert [block[2] for block in blocks] == [
        f"{looks.get(name, name).replace('-->', '→')}: Aye." for name in HOSTILE_NAMES
    ]


TEXTS = st.text() | st.sampled_from(["-->", "\n\n1\n\n", "<v A>", "&amp;", "NOTE\n", "a\n\nb"])
TURNS = st.builds(
    Turn,
    st.sampled_from(["moor", "lund"]),
    st.lists(TEXTS, min_size=1, max_size=3).map("".join).map(clean_body).filter(str.strip),
    st.none() | st.integers(0, 9_999_999),
)


@settings(deadline=None)
@given(st.lists(TURNS, max_size=8), TEXTS.map(clean_line), st.none() | st.integers(0, 9_999_999))
def test_every_turn_is_one_cue_that_lasts_and_none_starts_before_another(
    turns: list[Turn], title: str, duration: int | None
) -> None:
    half = len(turns) // 2
    segments = (Segment(title, None, tuple(turns[:half])), Segment(title, 5, tuple(turns[half:])))
    whole = Episode(title, SPEAKERS, segments, duration=duration)
    names = {speaker.id: speaker.name for speaker in SPEAKERS}
    vtt = write_webvtt(whole)
    cues = cues_of(vtt)
    assert [cue.text for cue in cues] == [
        f"{names[turn.speaker]}: {turn.text}".replace("\n\n", "\n") for turn in turns
    ]
    assert all(cue.start < cue.end for cue in cues)
    assert [cue.start for cue in cues] == sorted(cue.start for cue in cues)
    assert [(cue.start, cue.end, *cue.voices, cue.text) for cue in read_cues(vtt, strict=True)] == [
        (cue.start, cue.end, *cue.text.split(": ", 1)) for cue in cues
    ]
    blocks = [
        block.split("\n") for block in write_subrip(whole).rstrip("\n").split("\n\n") if block
    ]
    assert [block[0] for block in blocks] == [str(n) for n in range(1, len(turns) + 1)]
    assert [[milliseconds(clock) for clock in block[1].split(" --> ")] for block in blocks] == [
        [cue.start, cue.end] for cue in cues
    ]


@settings(deadline=None)
@given(st.lists(st.integers(0, 9_999_999), min_size=1, max_size=9), st.data())
def test_a_time_that_is_told_is_never_changed(starts: list[int], data: st.DataObject) -> None:
    told = [start if data.draw(st.booleans()) else None for start in sorted(starts)]
    cues = cue_times(episode(*(Turn("moor", "a b c", start) for start in told)))
    for cue, start in zip(cues, told, strict=True):
        assert cue.is_estimated == (start is None)
        assert start is None or cue.start == start
