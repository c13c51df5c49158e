"""Which of two turns answers better."""

import pytest

from braidtui.find.phrase import Phrase, phrase_of
from braidtui.library.search.ranking.scoring import Scorer, weight

FILL = "and so on with some words that say nothing at all of it "


def phrase(text: str, *, is_prefix: bool = False) -> Phrase:
    found = phrase_of(text, is_prefix=is_prefix)
    assert found
    return found


def scorer(*clauses: str) -> Scorer:
    """Of equal weight; alternatives are parted by a bar."""
    return Scorer([{phrase(it): 1.0 for it in clause.split("|")} for clause in clauses])


@pytest.mark.parametrize(
    ("words", "better", "worse"),
    [
        ("rocket", f"A rocket is a rocket. {FILL * 3}", f"A rocket is here. {FILL * 3}"),
        ("rocket", f"A rocket. {FILL * 3}", f"A rocket. {FILL * 9}"),
        ("rocket company", f"The rocket company {FILL * 3}", f"The company of a rocket {FILL * 3}"),
        ("rocket company", f"The rocket company {FILL * 3}", f"A rocket {FILL * 3} company"),
        ("rocket", f"A rocket. {FILL}", f"A pocket. {FILL}"),
        ("東京", f"東京だ。{FILL}", f"京都だ。{FILL}"),
        ("cafe", f"The café. {FILL}", f"The caféteria. {FILL}"),
        ("don’t stop", f"Don't stop. {FILL}", f"Don't. Go on. Stop. {FILL}"),
    ],
)
def test_the_better_turn_has_more_of_the_words_and_nearer(
    words: str, better: str, worse: str
) -> None:
    score = scorer(*words.split()).score
    assert score(better) > score(worse) > 0


def test_a_rare_word_counts_for_more_than_a_frequent_one() -> None:
    clauses = [{phrase("rocket"): weight(3, 1000)}, {phrase("the"): weight(990, 1000)}]
    score = Scorer(clauses).score
    assert score(f"rocket rocket the {FILL * 3}") > score(f"rocket the the {FILL * 3}")


def test_a_turn_is_not_better_for_being_shorter_than_a_sentence() -> None:
    score = scorer("rocket").score
    assert score("Rocket?") == score("A rocket, for once, that lands.")


def test_of_alternatives_one_is_enough() -> None:
    score = scorer("rocket|owl").score
    assert score(f"A rocket. {FILL}") == score(f"An owl. {FILL}")


def test_a_begun_word_counts() -> None:
    score = Scorer([{phrase("rock", is_prefix=True): 1.0}]).score
    assert score(f"Rockets. {FILL}") > score(f"Shamrocks. {FILL}")


def test_a_turn_that_was_quoted_is_better() -> None:
    score = scorer("rocket").score
    assert score("A rocket.", True) > score("A rocket.")
