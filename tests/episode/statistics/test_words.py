import pytest

from braidtui.episode.statistics.words import count_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Good evening.", 2),
        ("One  two\n\nthree", 3),
        ("It’s a state-of-the-art loom, isn't it?", 6),
        ("$3.2 billion in 2025", 4),
        ("Wait - what?", 2),
        ("Wait – what — now … then", 4),
        ("– Well, … yes.", 2),
        ("the loom—the old one—stood", 6),
        ("the loom--the old one", 5),
        ("naïve café", 2),
        ("Ça va\xa0?", 2),
        ("♪ la la ♪", 2),
    ],
)
def test_a_word_is_a_run_with_a_letter_or_a_digit(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[sighs] And on. [tsk]", 2),
        ("[long pause]", 0),
        ("as in[tsk]deed", 3),
        ("[not closed", 2),
    ],
)
def test_a_stage_direction_has_no_words(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("記録は声から。", 6),
        ("声、文字", 3),
        ("Braid 8 は記録", 5),
        ("カメラ two", 4),
        ("안녕하세요 여러분", 2),
        ("Привет, мир — и всё", 4),
    ],
)
def test_each_han_character_and_kana_is_a_word(text: str, words: int) -> None:
    assert count_words(text) == words
