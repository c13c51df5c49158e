"""What a draft tells beside the words: cast, segments, times, quotes, titles."""

import pytest

from braidtui.episode.model import Quote, Source, Speaker
from braidtui.formats.given import Chapter, ReadOptions
from braidtui.formats.imported import FormatRefused, notice
from braidtui.formats.speech.draft import Grain, Heading, Utterance
from tests.formats.speech.drafts import captions, composed, named, spoken, told

ZOE, ANN = Utterance("One.", "Zoe", 1_000, 2_000), Utterance("Two.", "Ann", 5_000, 6_000, 2)


def test_what_acts_on_a_terminal_is_cleaned_away_and_told_once() -> None:
    said = [Utterance("One\x1b", "Z\u200boe", line=3), Utterance("Two\x07\x07", line=9)]
    imported = composed(said, Grain.TURN, title="A\u202eB")
    assert named(imported) == [("Zoe", "One␛"), ("Zoe", "Two␇␇")]
    assert imported.episode.title == "A\ufffdB"
    assert told(imported) == [
        (3, "a hidden or control character was cleaned away (4 times; here first)")
    ]


def test_a_speaker_has_what_the_text_or_the_person_knows_of_them() -> None:
    imported = composed(
        [ZOE, ANN],
        cast=[Speaker("", "ZOE", "host"), Speaker("", "Ben")],
        options=ReadOptions(known=[Speaker("annie", "Ann", model="m"), Speaker("", "Cy")]),
    )
    assert imported.episode.speakers == (
        Speaker("zoe", "Zoe", "host"),
        Speaker("annie", "Ann", model="m"),
    )
    assert told(imported) == [(1, "announced, but nobody says a word as: Ben")]


def test_a_cast_with_ids_stays_whole_and_in_order() -> None:
    cast = [Speaker("b", "Ben"), Speaker("a", "Ann", color="Teal"), Speaker("z", "Zoe")]
    imported = composed([ZOE, ANN], cast=cast)
    assert imported.episode.speakers == (cast[0], Speaker("a", "Ann", color="teal"), cast[2])
    assert [turn.speaker for turn in spoken(imported)] == ["z", "a"]


def test_first_names_join_where_a_person_wrote_the_names() -> None:
    said = [Utterance("One.", "Zoe Marr"), Utterance("Two.", "ZOE"), Utterance("Three.", "Ann")]
    assert named(composed(said, Grain.TURN))[1] == ("ZOE", "Two.")
    imported = composed(said, Grain.TURN, has_aliases=True, cast=[Speaker("", "Ann Lund")])
    assert [name for name, _ in named(imported)] == ["Zoe Marr", "Zoe Marr", "Ann Lund"]


def test_a_name_in_capitals_twice_behind_a_change_is_a_speaker() -> None:
    texts = [">> ZOE MARR: Low tide.", "The reef is dry.", "We wade.", "Slowly. >> ZOE MARR: Look."]
    assert {it.name for it in composed(captions(texts), has_prefixes=True).episode.speakers} == {
        "ZOE MARR"
    }
    imported = composed(captions(texts[:3]), has_prefixes=True)
    assert imported.episode.speakers[0].name == "Speaker"


def test_a_name_on_its_own_names_what_follows() -> None:
    said = captions(["Zoe:", "One.", "Ann:", "Two.", "Zoe:", "Three."])
    assert named(
        composed(said, has_prefixes=True, cast=[Speaker("", "Zoe"), Speaker("", "Ann")])
    ) == [
        ("Zoe", "One."),
        ("Ann", "Two."),
        ("Zoe", "Three."),
    ]


def test_chapters_part_the_turns_and_begin_a_paragraph() -> None:
    source = Source(url="https://a.example/")
    chapters = [Chapter(3_000, "Late", (source,)), Chapter(1_000, "Early"), Chapter(99_000, "None")]
    imported = composed(
        captions(["One,", "two,", "three."]), options=ReadOptions(chapters=chapters)
    )
    segments = imported.episode.segments
    assert [(it.title, it.start, [turn[1:3] for turn in it.turns]) for it in segments] == [
        ("Early", 0, [("One, two,", 0)]),
        ("Late", 3_000, [("three.", 4_000)]),
        ("None", 99_000, []),
    ]
    assert segments[1].sources == (source,)


def test_chapters_say_nothing_of_words_without_times() -> None:
    imported = composed([Utterance("One.")], options=ReadOptions(chapters=[Chapter(0, "A")]))
    assert [segment.title for segment in imported.episode.segments] == ["Untitled"]
    assert told(imported) == [(1, "a chapter is left out: no words tell their time")]


def test_headings_win_over_chapters() -> None:
    headings = [Heading(1, " Second\n part"), Heading(3, "Empty"), Heading(3, "Last", 9_000)]
    imported = composed(
        captions(["One", "two", "three."]),
        headings=headings,
        title="All",
        options=ReadOptions(chapters=[Chapter(0, "A")]),
    )
    assert [(it.title, it.start, len(it.turns)) for it in imported.episode.segments] == [
        ("All", 0, 1),
        ("Second part", 2_000, 1),
        ("Empty", None, 0),
        ("Last", 9_000, 0),
    ]
    assert told(imported) == [(1, "a chapter from elsewhere is left out: the text has headings")]


def test_a_time_that_runs_backwards_or_beyond_reason_goes() -> None:
    times = [1_000, 9_000, 2_000, 3_000, 4 * 10**10]
    said = [Utterance("Yes.", "Zoe", at, None, line) for line, at in enumerate(times, start=1)]
    imported = composed(said, Grain.TURN)
    assert [turn.start for turn in spoken(imported)] == [1_000, None, 2_000, 3_000, None]
    assert told(imported) == [
        (2, "a time that runs backwards is left out"),
        (5, "a time beyond 9,999 hours is left out"),
    ]


@pytest.mark.parametrize(("duration", "kept"), [(None, 6_000), (8_000, 8_000), (1_000, 6_000)])
def test_the_duration_is_the_end_of_the_last_words_or_longer(
    duration: int | None, kept: int
) -> None:
    assert composed([ZOE, ANN], duration=duration).episode.duration == kept


def test_a_duration_that_words_begin_after_goes() -> None:
    imported = composed([ANN._replace(end=None)], duration=1_000)
    assert imported.episode.duration is None
    assert told(imported) == [(1, "the duration 00:00:01 is left out: words are said after it")]


def test_sources_of_what_is_joined_stand_once() -> None:
    a, b = Source(url="https://a.example/"), Source(site="b.example")
    said = [Utterance("One", sources=(a,)), Utterance("two", sources=(a, b)), Utterance("three.")]
    assert spoken(composed(said))[0].sources == (a, b)


def test_a_quote_has_the_speaker_and_start_of_its_turn() -> None:
    quotes = [Quote("Two."), Quote("One.", "zoe", 1_000), Quote("Two.", "Zoe"), Quote("No such")]
    assert composed([ZOE, ANN], quotes=quotes).episode.quotes == (
        Quote("Two.", "ann", 5_000),
        Quote("One.", "zoe", 1_000),
        Quote("Two.", "ann", 5_000),
        Quote("No such"),
    )


def test_the_title_is_one_line_of_sane_length() -> None:
    assert composed([ZOE], title=" A\n B ").episode.title == "A B"
    assert composed([ZOE], options=ReadOptions(name="a.vtt")).episode.title == "a.vtt"
    assert composed([ZOE]).episode.title == "Untitled"
    assert len(composed([ZOE], title="a" * 9_999).episode.title) == 500


def test_without_words_there_is_nothing_to_read() -> None:
    with pytest.raises(FormatRefused, match="no turn"):
        composed([Utterance(" "), Utterance("", "Zoe"), Utterance("\u200b")])


def test_an_utterance_without_words_is_told() -> None:
    imported = composed([ZOE, Utterance(" \n", line=4), Utterance("", line=5)])
    assert told(imported) == [
        (4, "a stretch of speech without words is left out (2 times; here first)")
    ]


def test_a_strict_reading_refuses_what_was_repaired() -> None:
    repairs = [notice(3, "an odd time"), notice(9, "an odd mark")]
    assert composed([ZOE], repairs=repairs).notices == tuple(repairs)
    with pytest.raises(FormatRefused, match="an odd time") as refusal:
        composed([ZOE], repairs=repairs, options=ReadOptions(strict=True))
    assert [(it.line, it.is_warning) for it in refusal.value.problems] == [(3, False), (9, False)]


def test_text_without_a_name_is_parted_before_a_turn_grows_too_long() -> None:
    imported = composed([Utterance("\n".join(["word " * 20_000] * 14))], Grain.PARAGRAPH)
    assert max(len(turn.text) for turn in spoken(imported)) <= 200_000
    assert sum(turn.text.count("word") for turn in spoken(imported)) == 280_000
