"""Words that stand one by one are joined as they were said."""

from braidtui.formats.json_text.words import (
    are_words,
    paragraphs,
    punctuated,
    sentences,
    whole_words,
)
from braidtui.formats.speech.draft import Utterance


def words(*texts: str) -> list[str]:
    return [word.text for word in whole_words([Utterance(text) for text in texts])]


def test_punctuation_belongs_to_the_word_before_it() -> None:
    assert words("Night", "train", ",", "late", "?!") == ["Night", "train,", "late?!"]
    assert words(".", "Night", "-", "train") == [".", "Night", "-", "train"]


def test_a_bracket_that_opens_belongs_to_the_word_behind_it() -> None:
    assert words("50%", "(", "yes", ")", "¿", "no", "?") == ["50%", "(yes)", "¿no?"]
    assert words("Late", "(") == ["Late", "("]


def test_where_pieces_carry_their_blanks_these_alone_part_the_words() -> None:
    assert words(" It", "'s", " the", " night", "-train", ".") == ["It's", "the", "night-train."]
    assert words("Night", " ", "train", ".", " ", "Late") == ["Night", "train.", "Late"]


def test_a_blank_by_chance_parts_nothing() -> None:
    assert words("Night ", "train", "is", "late", "again") == [
        "Night",
        "train",
        "is",
        "late",
        "again",
    ]


def test_a_word_lasts_as_long_as_its_punctuation() -> None:
    pieces = [Utterance("Night", start=100, end=200), Utterance(".", start=200, end=250)]
    assert whole_words(pieces) == [Utterance("Night.", start=100, end=250)]


def test_what_another_says_is_a_word_of_its_own() -> None:
    pieces = [Utterance("Night", "Ada"), Utterance("?", "Ben")]
    assert [word.text for word in whole_words(pieces)] == ["Night", "?"]


def test_a_paragraph_is_all_the_words_of_one_and_a_long_one_ends_with_a_sentence() -> None:
    short = [Utterance("Night", start=5), Utterance("train.", end=9)]
    assert paragraphs(short) == [Utterance("Night train.", start=5, end=9)]
    long = [Utterance("again." if at % 10 == 9 else "again", start=at) for at in range(400)]
    found = paragraphs(long)
    assert len(found) == 3
    assert all(it.text.endswith("again.") and len(it.text) < 1_100 for it in found)
    assert [it.start for it in found] == [0, 170, 340]
    assert paragraphs([]) == []


def test_a_text_is_parted_where_its_sentences_end() -> None:
    found = [it.text for it in sentences("All aboard! Now.\nDoors close 走了。好")]
    assert found == ["All aboard!", "Now.", "Doors close 走了。", "好"]


def test_a_list_of_words_is_known_by_most_of_them() -> None:
    assert are_words([" Night", "train", "."] * 5)
    assert not are_words(["The night train.", "Late"])


def test_bare_words_take_their_punctuation_from_the_text() -> None:
    bare = [Utterance(text) for text in ("All", "aboard", "Mr", "Okri", "stop")]
    found = [it.text for it in whole_words(punctuated(bare, " All aboard, Mr. Okri! Go."))]
    assert found == ["All", "aboard,", "Mr.", "Okri", "stop"]
    assert punctuated([], "All.") == []
