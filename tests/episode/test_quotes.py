"""Where a pull quote stands: verbatim, but for the form of quotation marks, dashes and blanks."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from braidtui.episode.model import Episode, Quote, Segment, Speaker, Turn
from braidtui.episode.quotes import find_quotes
from braidtui.episode.turn_span import TurnSpan

CAST = (Speaker("a", "Anna"), Speaker("b", "Ben"))


def found(quotes: list[Quote], *turns: Turn) -> tuple[TurnSpan | None, ...]:
    segments = (Segment("One", turns=turns[:1]), Segment("None"), Segment("Two", turns=turns[1:]))
    return find_quotes(Episode("T", CAST, segments, quotes=tuple(quotes)))


def quoted(text: str, found: TurnSpan | None) -> str:
    assert found is not None
    return text[found.begin : found.end]


@pytest.mark.parametrize(
    ("text", "quote", "span"),
    [
        ("So it is.", "it is", "it is"),
        ("So “it’s” — said", '"it\'s" - said', "“it’s” — said"),
        ('So "it\'s" - said', "„it’s“ – said", '"it\'s" - said'),
        ("one\n\ntwo  three\xa0four", "one two three four", "one\n\ntwo  three\xa0four"),
        ("  lead  and trail  ", "lead and trail", "lead  and trail"),
        ("漢字 かな", "字\u3000か", "字 か"),
        ("a\u2009b\u202fc", " a b c ", "a\u2009b\u202fc"),
    ],
)
def test_the_span_is_that_of_the_text_as_it_stands(text: str, quote: str, span: str) -> None:
    (hit,) = found([Quote(quote)], Turn("a", "before"), Turn("b", text))
    assert quoted(text, hit) == span
    assert hit is not None
    assert hit.turn == 1


@pytest.mark.parametrize("quote", ["It is", "itis", "one two", "", "  ", "x"])
def test_other_words_and_words_over_two_turns_stand_nowhere(quote: str) -> None:
    assert found([Quote(quote)], Turn("a", "it is one"), Turn("b", "two")) == (None,)


def test_only_turns_that_the_quote_names_count() -> None:
    turns = (Turn("a", "so", 1), Turn("b", "so", 2), Turn("a", "so", 3), Turn("b", "so"))
    quotes = [
        Quote("so"),
        Quote("so", "b"),
        Quote("so", start=3),
        Quote("so", "a", 3),
        Quote("so", "b", 3),
        Quote("so", start=4),
    ]
    hits = found(quotes, *turns)
    assert [hit and hit.turn for hit in hits] == [0, 1, 2, 2, None, None]


@settings(deadline=None)
@given(st.text(alphabet="ab  \n“'—é\xa0", max_size=30), st.data())
def test_every_span_of_a_text_is_found(text: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(text)))
    part = text[begin : data.draw(st.integers(begin, len(text)))]
    (hit,) = found([Quote(part)], Turn("a", text))
    if part.strip():
        assert quoted(text, hit).split() != []
        assert len(quoted(text, hit).split()) == len(part.split())
    else:
        assert hit is None


@pytest.mark.parametrize("word", ["a ", "aaab", "“a” — "])
def test_a_million_characters_and_a_thousand_quotes_are_no_trouble(word: str) -> None:
    text = word * (1_000_000 // len(word))
    quotes = [Quote(f"{word * (count % 50)}b{count}") for count in range(1000)]
    begin = time.process_time()
    assert not any(found(quotes, Turn("a", text), Turn("b", text)))
    assert time.process_time() - begin < 5
