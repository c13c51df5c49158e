"""Phrases: words in a row."""

from braidtui.find.phrase import Phrase, phrase_of


def test_a_text_is_the_phrase_of_its_words() -> None:
    assert phrase_of("Don’t STOP!") == Phrase(("don", "t", "stop"))
    assert phrase_of("Café") == Phrase(("cafe",), accented="Café")
    assert phrase_of("— …") is None


def test_only_a_word_at_the_very_end_may_go_on() -> None:
    assert phrase_of("two wi", is_prefix=True) == Phrase(("two", "wi"), is_prefix=True)
    assert phrase_of("two wi.", is_prefix=True) == Phrase(("two", "wi"))


def test_a_phrase_can_be_cut() -> None:
    phrase = Phrase(("cafe", "au", "lait"), True, "Café au lait")
    assert phrase.first(3) is phrase
    assert phrase.first(2) == Phrase(("cafe", "au"), accented="Café au")
    assert Phrase(("au", "cafe"), accented="au café").first(1) == Phrase(("au",))
