"""Several people in one caption: each is a turn, where the names are as good as any."""

from braidtui.formats.given import ReadOptions
from tests.formats.speech.drafts import captions, composed, named, turns_of

ANN = ["Ann: Well, yes.", "Ann: Well, no.", "Ann: Well then."]
FILLING = [f"and so word {number} goes on" for number in range(60)]


def test_lines_that_each_name_somebody_are_a_turn_each() -> None:
    said = [*["Tom: I went.\nAnn: Did you?"] * 3, *FILLING]
    assert turns_of(*said)[:3] == [
        ("Tom", "I went."),
        ("Ann", "Did you?"),
        ("Tom", "I went."),
    ]


def test_so_are_they_where_every_caption_begins_with_a_name() -> None:
    said = ["Tom: I went.\nAnn: Did you?", "Tom: I did.\nI said: no."] * 6
    assert turns_of(*said)[:3] == [
        ("Tom", "I went."),
        ("Ann", "Did you?"),
        ("Tom", "I did. I said: no. I went."),
    ]


def test_a_line_that_begins_with_a_name_is_a_turn_and_one_without_goes_on() -> None:
    first, second, *_ = turns_of("so it\nis.\nAnn: Is it?\nreally?", *ANN, *FILLING)
    assert first == ("Speaker", "so it is.")
    assert second[0] == "Ann"
    assert second[1].startswith("Is it? really? Well, yes. Well, no. Well then. and so word 0")


def test_a_word_that_begins_a_line_is_no_evidence_for_a_name() -> None:
    said = [*["we come to the\nHarbour: it is old"] * 3, *ANN, *FILLING]
    assert {name for name, _ in turns_of(*said)} == {"Speaker", "Ann"}


def test_a_stage_direction_that_begins_a_line_is_no_evidence_for_a_name() -> None:
    said = ["Ann: Well, yes.\n[laughs] It is 12:30 by now."] * 4
    assert {name for name, _ in turns_of(*said)} == {"Ann"}


def test_a_name_whose_line_was_lost_is_found_behind_the_end_of_a_sentence() -> None:
    said = ["Is it far? Old Zed:", "No.Old Zed: Not at all.", "Why?Old Zed: It is.", *FILLING[:3]]
    assert turns_of(*said) == [
        ("Speaker", "Is it far?"),
        ("Old Zed", "No. Not at all. Why? It is. " + " ".join(FILLING[:3])),
    ]


def test_a_name_behind_the_end_of_a_sentence_parts_a_caption_where_it_is_known() -> None:
    said = ["Zoe: so be it. Ann: Yes. Note: it is.", *ANN, *["Zoe: why?"] * 3, *FILLING]
    assert turns_of(*said)[:2] == [
        ("Zoe", "so be it."),
        ("Ann", "Yes. Note: it is. Well, yes. Well, no. Well then."),
    ]


def test_names_within_captions_do_not_make_a_name_of_all_before_a_colon() -> None:
    said = ["It is: so", *[f"Ann: No {at}.Zoe Marr: Yes." for at in range(9)], *FILLING[:5]]
    assert {name for name, _ in turns_of(*said)} == {"Speaker", "Ann", "Zoe Marr"}


def test_what_a_program_has_labelled_is_parted_at_lines_alone() -> None:
    said = [f"Ann: she said so {at}. Bo: it is" for at in range(30)]
    said += [f"Bo: word {at}" for at in range(30)]
    texts = [text for _, text in turns_of(*said)]
    assert texts[0].startswith("she said so 0. Bo: it is she said so 1.")


def test_unjoined_a_caption_stays_whole() -> None:
    said = captions(["Tom: I went.\nAnn: Did you?"] * 3)
    options = ReadOptions(join=False)
    whole = [("Tom", "I went. Ann: Did you?")] * 3
    assert named(composed(said, options=options, has_prefixes=True)) == whole


def test_a_word_that_the_text_says_in_small_letters_is_no_name() -> None:
    said = ["Besides: it rained.", "and besides, we", "besides went"] * 4
    assert {name for name, _ in turns_of(*said, *FILLING)} == {"Speaker"}
    often = ["Rose: and", "the rose, and", "rose and rose"] * 10
    assert {name for name, _ in turns_of(*often, *FILLING)} == {"Rose"}


def test_where_most_captions_begin_with_a_name_small_letters_say_nothing() -> None:
    said = [f"{name}: will you, will he, and will I?" for name in ("will", "Ann", "Bo")] * 4
    assert {name for name, _ in turns_of(*said)} == {"will", "Ann", "Bo"}
