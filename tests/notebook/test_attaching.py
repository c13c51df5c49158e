"""Kept words are found again in a transcript that was corrected."""

from pathlib import Path

import pytest

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.episode.turn_span import TurnSpan
from braidtui.notebook.attaching import anchors_of, attach, words_from
from braidtui.notebook.kept import Kept, KeptEpisode, Kind

CAST = (Speaker("a", "Ann Ash"), Speaker("b", "Ben Birch"))
TALK = (
    "Welcome back to the workshop, where nothing is ever quite finished.",
    "Yes.",
    "Last week we took the old clock apart, and we found “three screws” too many.",
    "I still say that the third one belongs to the kettle — it is copper.",
    "Yes.",
    "So today we put both of them together again and see which one ticks.",
)


def talk(*texts: str, first: int | None = 0, cast: tuple[Speaker, ...] = CAST) -> Episode:
    starts = [None if first is None else first + 9_000 * n for n in range(len(texts))]
    turns = [
        Turn("ab"[n % 2], text, start)
        for n, (text, start) in enumerate(zip(texts, starts, strict=True))
    ]
    half = len(turns) // 2
    segments = (
        Segment("One", None, tuple(turns[:half])),
        Segment("Two", None, tuple(turns[half:])),
    )
    return Episode("Clocks", cast, segments)


def kept(words: str, *, turn: int | None = None, first: int | None = 0) -> Kept:
    """The words where they stand first, or in a turn."""
    episode = talk(*TALK, first=first)
    at = next(n for n, text in enumerate(TALK) if words in text) if turn is None else turn
    begin = TALK[at].index(words)
    anchors = anchors_of(episode, [TurnSpan(at, begin, begin + len(words))])
    return Kept(1, Kind.HIGHLIGHT, KeptEpisode("k", Path("k.yaml")), "One", anchors)


def found(episode: Episode, *things: Kept) -> list[list[str]]:
    """The words that each is attached to now, with the number of their turn."""
    return [
        [f"{s.turn}: {episode.turns[s.turn].text[s.begin : s.end]}" for s in attached.spans]
        for attached in attach(episode, things)
    ]


def test_words_that_nobody_changed_are_where_they_were() -> None:
    for words in ("old clock", "Yes.", "“three screws”", TALK[5]):
        turn = next(n for n, text in enumerate(TALK) if words in text)
        assert found(talk(*TALK), kept(words)) == [[f"{turn}: {words}"]]


def test_an_inserted_turn_moves_them() -> None:
    longer = talk("Good evening to all of you.", *TALK)
    assert found(longer, kept("old clock"), kept(TALK[5])) == [["3: old clock"], [f"6: {TALK[5]}"]]


def test_a_deleted_turn_moves_them() -> None:
    assert found(talk(*TALK[2:]), kept("old clock")) == [["0: old clock"]]


def test_a_merged_turn_has_them_inside() -> None:
    merged = talk(*TALK[:2], f"{TALK[2]} {TALK[3]}", *TALK[4:])
    assert found(merged, kept("kettle — it is copper.")) == [["2: kettle — it is copper."]]


def test_a_turn_split_amid_them_makes_two_spans() -> None:
    split = talk(
        *TALK[:2], "Last week we took the old clock", "apart, and we found more.", *TALK[3:]
    )
    thing = kept("took the old clock apart, and")
    assert found(split, thing) == [["2: took the old clock", "3: apart, and"]]


def test_an_interjection_amid_them_is_none_of_them() -> None:
    begin, end = TALK[3][:30], TALK[3][31:]
    parted = talk(*TALK[:3], begin, "Oh dear.", end, *TALK[4:])
    assert found(parted, kept(TALK[3])) == [[f"3: {begin}", f"5: {end}"]]


def test_moved_segments_take_them_along() -> None:
    assert found(talk(*TALK[3:], *TALK[:3]), kept("old clock"), kept("which one ticks")) == [
        ["5: old clock"],
        ["2: which one ticks"],
    ]


def test_other_times_and_names_are_no_matter() -> None:
    renamed = talk(*TALK, first=500, cast=(Speaker("a", "Dr Ash"), Speaker("b", "B. Birch")))
    assert found(renamed, kept("old clock"), kept("Yes.", turn=4)) == [
        ["2: old clock"],
        ["4: Yes."],
    ]


def test_quotes_dashes_blanks_and_case_may_be_set_otherwise() -> None:
    texts = [text.replace("“", '"').replace("”", '"').replace("—", "--") for text in TALK]
    other = talk("Hello.", *(text.replace(" ", "\xa0 ").upper() for text in texts))
    things = [kept("found “three screws” too"), kept("kettle — it is")]
    assert found(other, *things) == [
        ['3: FOUND\xa0 "THREE\xa0 SCREWS"\xa0 TOO'],
        ["4: KETTLE\xa0 --\xa0 IT\xa0 IS"],
    ]


@pytest.mark.parametrize(
    "mended",
    [
        TALK[3].replace("still", "stil"),
        TALK[3].replace("third one", "third screw"),
        TALK[3].replace("I still say", "Still, I say"),
        TALK[3].replace(" of them", "").replace("copper", "real copper"),
    ],
)
def test_a_correction_inside_them_leaves_them_kept(mended: str) -> None:
    assert found(talk(*TALK[:3], mended, *TALK[4:]), kept(TALK[3])) == [[f"3: {mended}"]]


def test_another_number_is_another_thing() -> None:
    was = talk(*TALK[:3], "The screw of 1923 has lost its head.", *TALK[4:], first=None)
    now = talk(*TALK[:3], "The screw of 1987 has lost its head.", *TALK[4:], first=None)
    anchors = anchors_of(was, [TurnSpan(3, 0, 36)])
    thing = Kept(1, Kind.NOTE, KeptEpisode("k", Path("k")), "", anchors)
    assert found(was, thing) == [["3: The screw of 1923 has lost its head."]]
    assert found(now, thing) == [[]]


@pytest.mark.parametrize("first", [0, None])
def test_words_that_are_gone_are_nowhere_though_others_say_the_same(first: int | None) -> None:
    fewer = talk(*TALK[:1], *TALK[2:], first=first)
    assert found(fewer, kept("Yes.", turn=1, first=first)) == [[]]
    assert found(fewer, kept("Yes.", turn=4, first=first)) == [["3: Yes."]]


def test_a_copy_beside_them_puts_them_in_doubt() -> None:
    doubled = talk(*TALK[:4], "Yes.", *TALK[4:], first=None)
    assert found(doubled, kept("Yes.", turn=4, first=None)) == [[]]


def test_a_copy_that_starts_at_the_same_time_puts_them_in_doubt() -> None:
    turns = talk(*TALK).turns
    copied = (*turns[:4], turns[4], turns[4]._replace(text="Yes…"), *turns[5:])
    doubled = Episode("Clocks", CAST, (Segment("One", None, copied),))
    assert found(doubled, kept("Yes.", turn=4)) == [[]]


def test_other_words_in_their_place_are_not_they() -> None:
    other = talk(*TALK[:3], "Nobody would ever have guessed what came next in here.", *TALK[4:])
    assert found(other, kept(TALK[3])) == [[]]


def test_an_episode_where_all_is_alike_must_be_the_same() -> None:
    alike = talk(*["Yes.", "No."] * 50, first=None)
    anchors = anchors_of(alike, [TurnSpan(40, 0, 4)])
    thing = Kept(1, Kind.HIGHLIGHT, KeptEpisode("k", Path("k")), "", anchors)
    assert found(alike, thing) == [["40: Yes."]]
    assert found(talk(*["Yes.", "No."] * 51, first=None), thing) == [[]]


def test_signs_without_a_letter_are_found_where_nothing_changed() -> None:
    assert found(talk(*TALK), kept("—")) == [["3: —"]]
    assert found(talk("Hello.", *TALK), kept("—")) == [[]]


def test_another_episode_has_none_of_them() -> None:
    other = talk("Yes.", "Quite other people talk about quite other things here.", "Yes.")
    assert found(other, kept("Yes."), kept("old clock"), kept(TALK[5])) == [[], [], []]
    assert found(Episode("Empty", CAST, ()), kept("Yes."), kept(TALK[5])) == [[], []]


def test_an_empty_span_means_the_whole_turn() -> None:
    (anchor,) = anchors_of(talk(*TALK), [TurnSpan(3, 5, 5)])
    assert (anchor.text, anchor.speaker, anchor.start) == (TALK[3], "Ben Birch", 27_000)


def test_a_mark_is_of_the_words_that_follow() -> None:
    episode = talk("one two three " * 20, "Short.", "And an end. ")
    at = words_from(episode, TurnSpan(0, 4, 4))
    assert episode.turns[0].text[at.begin : at.end].startswith("two three one")
    assert at.end - at.begin <= 100 and episode.turns[0].text[at.end] == " "
    assert words_from(episode, TurnSpan(1, 2, 2)) == TurnSpan(1, 2, 6)
    assert words_from(episode, TurnSpan(2, 11, 11)) == TurnSpan(2, 0, 12)
