"""Captions of one speaker become paragraphs, each with the start of its first words."""

import pytest

from braidtui.formats.given import ReadOptions
from braidtui.formats.imported import FormatRefused
from braidtui.formats.reading import limits
from braidtui.formats.speech.draft import Grain, Utterance
from tests.formats.speech.drafts import captions, composed, named, spoken, told, turns_of

LONG = "a few words of no weight " * 6  # 150 code points


def test_captions_are_one_paragraph_until_somebody_else_speaks() -> None:
    said = ["Zoe: I went", "to the sea.", "Ann: Did you?", "Zoe: I did.", "Zoe: So did Ben."]
    assert turns_of(*said) == [
        ("Zoe", "I went to the sea."),
        ("Ann", "Did you?"),
        ("Zoe", "I did. So did Ben."),
    ]


def test_a_small_word_that_is_said_often_is_no_handle() -> None:
    said = [f"reef{at}, it means this and so on" for at in range(9)]
    words = captions([*said, *["means: so", "zoe_m: and"] * 3])
    names = {name for name, _ in named(composed(words, has_prefixes=True))}
    assert names == {"Speaker", "zoe_m"}


def test_lines_and_blanks_of_a_caption_are_one_blank() -> None:
    ((_, text),) = named(composed(captions([" One\ntwo\u00a0 three ", "four"])))
    assert text == "One two three four"


@pytest.mark.parametrize(
    ("above", "pause", "turns"),
    [("It ends.", 1_999, 1), ("It ends.", 2_000, 2), ("It goes", 3_999, 1), ("It goes", 4_000, 2)],
)
def test_a_pause_ends_a_paragraph(above: str, pause: int, turns: int) -> None:
    said = [Utterance(above, "", 0, 1_000), Utterance("on.", "", 1_000 + pause, 9_000)]
    assert len(spoken(composed(said))) == turns


def test_in_slow_speech_a_pause_is_longer() -> None:
    said = [Utterance(f"Word {at}.", "", at * 4_000, at * 4_000 + 1_000) for at in range(24)]
    said += [Utterance("After a rest.", "", 104_000, 105_000)]
    first, second = spoken(composed(said))
    assert first.text.endswith("Word 23.")
    assert (second.text, second.start) == ("After a rest.", 104_000)


def test_without_an_end_what_the_words_take_tells_a_pause() -> None:
    unended = [Utterance("One.", "", 0, 0), Utterance("Two.", "", 60_000, None)]
    slow = [Utterance("One.", "", 0), Utterance("Two.", "", 8_000), Utterance("Three.", "", 16_000)]
    assert [len(spoken(composed(said))) for said in (unended, slow)] == [2, 1]


def test_with_an_overlap_there_is_no_pause() -> None:
    overlapping = [Utterance("One.", "", 0, 90_000), Utterance("Two.", "", 60_000, 95_000)]
    assert len(spoken(composed(overlapping))) == 1


def test_an_end_before_its_start_makes_no_pause_and_is_said_once() -> None:
    said = [Utterance("One", "", 9_000, 1_000, 4), Utterance("two.", "", 10_000, 12_000, 8)]
    imported = composed(said)
    assert [turn.text for turn in spoken(imported)] == ["One two."]
    assert told(imported) == [(4, "an end before its start is ignored")]
    with pytest.raises(FormatRefused):
        composed(said, options=ReadOptions(strict=True))


def test_a_word_said_in_a_loop_makes_no_list_of_words() -> None:
    lines = [f"This is line {at}." for at in range(9)]
    first, *_ = spoken(composed(captions([*lines, *["Yeah."] * 12])))
    assert first.text.endswith("This is line 8. Yeah. [×12]")


@pytest.mark.parametrize("grain", [Grain.PARAGRAPH, Grain.TURN])
def test_a_paragraph_too_long_to_read_is_divided_within_its_turn(grain: Grain) -> None:
    (turn,) = spoken(composed([Utterance("A sentence of no weight. " * 200, "Zoe")], grain))
    parts = turn.text.split("\n\n")
    assert len(parts) == 5
    assert all(part.endswith("weight.") and len(part) <= 1_200 for part in parts)


def test_what_is_our_own_or_not_to_be_joined_is_never_divided() -> None:
    said = [Utterance("A sentence of no weight. " * 200, "Zoe")]
    own = composed(said, Grain.OWN)
    unjoined = composed(said, Grain.TURN, ReadOptions(join=False))
    assert ["\n" in turn.text for it in (own, unjoined) for turn in spoken(it)] == [False, False]


def test_too_many_cues_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_CUES", 20)
    assert spoken(composed(captions(["It is."] * 20)))
    for texts in (["It is."] * 21, [">> It is." * 1, ">> " * 21], ["Zoe: Yes. Zoe: No."] * 11):
        with pytest.raises(FormatRefused, match="more than 20 cues"):
            composed(captions(texts), has_prefixes=True)


def test_the_end_of_a_sentence_ends_a_paragraph_that_is_long_enough() -> None:
    said = captions([LONG, LONG, LONG, LONG + "end.", "Next one", "and on."])
    first, second = spoken(composed(said))
    assert (first.start, second.start, second.text) == (0, 8_000, "Next one and on.")


def test_a_sentence_that_ends_inside_a_caption_ends_a_paragraph_that_is_too_long() -> None:
    said = captions([*[f"{LONG}{at}" for at in range(4)], "over. And", *[LONG] * 4])
    first, second = spoken(composed(said))
    assert first.text.endswith("over.")
    assert (second.start, second.text[:3]) == (8_000, "And")


def test_what_has_no_sentences_is_cut_between_captions() -> None:
    turns = spoken(composed(captions([f"{LONG}{at}" for at in range(45)])))
    assert [turn.start for turn in turns] == [0, 38_000, 76_000]
    assert all(len(turn.text) <= 3_000 for turn in turns)


def test_words_become_sentences() -> None:
    said = [
        Utterance(word, "", at * 300, at * 300 + 200)
        for at, word in enumerate(["I", "am", ",", "well", "."])
    ]
    assert named(composed(said)) == [("Speaker", "I am, well.")]


def test_words_with_the_blank_before_them_are_put_together_where_there_is_none() -> None:
    said = captions([" The", " light", "house", " stands", ".", " It", "'s"])
    assert named(composed(said)) == [("Speaker", "The lighthouse stands. It's")]


def test_scripts_without_blanks_get_none() -> None:
    said = captions(["你好，", "世界。", "Zoe", "说话"])
    assert named(composed(said)) == [("Speaker", "你好，世界。 Zoe 说话")]


def test_dialogue_in_a_caption_is_a_turn_each() -> None:
    said = ["It is late.", "- Is it?\n- It is,\nI think.", "- Oh - well."]
    assert turns_of(*said) == [
        ("Speaker", "It is late."),
        ("Speaker", "Is it?"),
        ("Speaker", "It is, I think. - Oh - well."),
    ]


def test_where_captions_often_begin_with_a_dash_each_is_a_turn() -> None:
    assert [text for _, text in turns_of("- Yes.", "- No. - Oh.", "It is - so", "- Ah.")] == [
        "Yes.",
        "No.",
        "Oh. It is - so",
        "Ah.",
    ]


def test_a_long_dash_in_the_midst_of_a_sentence_is_no_change() -> None:
    said = ["We came", "– by the sea –", "– Ann and I", "to a town.", "– and so", "– No", "yes"]
    assert turns_of(*said) == [
        ("Speaker", "We came – by the sea – – Ann and I to a town. – and so – No yes")
    ]
    talk = ["– Are you well?", "– Yes.", "– Good – as I am.", "– I am off. – Me too."]
    texts = [text for _, text in turns_of(*talk)]
    assert texts == ["Are you well?", "Yes.", "Good – as I am.", "I am off.", "Me too."]


def test_arrows_are_a_change_of_speaker() -> None:
    assert turns_of("One.", ">> Two. >> Three.", "on", "5 >>> 4", "a>>b") == [
        ("Speaker", "One."),
        ("Speaker", "Two."),
        ("Speaker", "Three. on 5"),
        ("Speaker", "4 a>>b"),
    ]
    assert turns_of(">> ZOE: One.", ">> Two.", ">> ANN: Three.", ">> ZOE: Four.", "on") == [
        ("ZOE", "One."),
        ("Speaker", "Two."),
        ("ANN", "Three."),
        ("ZOE", "Four. on"),
    ]


def test_a_loop_is_folded_to_one_with_its_count() -> None:
    imported = composed(captions(["It began.", *["So it is", "so it is."] * 600, "It ended."]))
    assert named(imported) == [("Speaker", "It began. So it is [×1,200] It ended.")]
    assert told(imported) == [(2, "said 1,200 times in a row: folded to one")]


def test_four_times_are_no_loop_and_words_are_none() -> None:
    assert (
        named(composed(captions(["Yes, so."] * 4)))[0][1] == "Yes, so. Yes, so. Yes, so. Yes, so."
    )
    assert named(composed(captions(["no"] * 5)))[0][1] == "no no no no no"


def test_unjoined_each_caption_is_a_turn() -> None:
    said = ["Zoe: One\ntwo", "- three\n- four", ">> five", *["six and on"] * 6, " "]
    imported = composed(captions(said), options=ReadOptions(join=False))
    assert [text for _, text in named(imported)] == [
        "Zoe: One two",
        "- three - four",
        ">> five",
        *["six and on"] * 6,
    ]
    assert [turn.start for turn in spoken(imported)] == [at * 2_000 for at in range(9)]


def test_captions_that_are_whole_turns_stay_so() -> None:
    said = [
        Utterance(f"{LONG}\n{LONG}over.", "Zoe", 0, 9_000),
        Utterance("Yes. [laughs]", "Zoe", 9_000, 12_000),
        Utterance("No.", "Zoe", 9_000, 12_000),
    ]
    first, second, _ = spoken(composed(said))
    assert first.text == f"{LONG.strip()}\n\n{LONG}over."
    assert second == ("zoe", "Yes. [laughs]", 9_000, ())


def test_a_paragraph_without_a_name_goes_on_with_the_turn_above() -> None:
    said = [
        Utterance("Before."),
        Utterance("And."),
        Utterance("One.", "Zoe"),
        Utterance("Two."),
        Utterance("Three.", "", 7_000),
        Utterance("Four.", "Ann"),
    ]
    assert named(composed(said, Grain.PARAGRAPH)) == [
        ("Speaker", "Before."),
        ("Speaker", "And."),
        ("Zoe", "One.\n\nTwo."),
        ("Zoe", "Three."),
        ("Ann", "Four."),
    ]


def test_turns_stay_as_they_are() -> None:
    said = [Utterance("One.\nTwo.", "Zoe"), Utterance("Three.", "Zoe")]
    assert named(composed(said, Grain.TURN)) == [("Zoe", "One.\n\nTwo."), ("Zoe", "Three.")]
