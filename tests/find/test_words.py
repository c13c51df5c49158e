"""The words of a text, as they are indexed and as they are marked."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braidtui.episode.safe_text import clean
from braidtui.find.words import indexed_text, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Don’t stop c++ now", ["don", "t", "stop", "c", "now"]),
        ("snake_case x² 3.14", ["snake", "case", "x2", "3", "14"]),
        ("cafe\u0301 café", ["cafe", "cafe"]),
        ("東京タワー", ["東", "京", "タ", "ワ", "ー"]),
        ("검색을", ["검", "색", "을"]),
        ("भारत में", ["भारत", "में"]),
        ("ok🚗 👩\u200d💻", ["ok", "🚗", "👩", "💻"]),
        ("“…” — ()", []),
    ],
)
def test_a_text_is_parted_into_words(text: str, found: list[str]) -> None:
    assert [word.text for word in words(text)] == found


def test_a_word_knows_where_it_stands() -> None:
    text = "Le cafe\u0301, 東京."
    assert [text[word.begin : word.end] for word in words(text)] == [
        "Le",
        "cafe\u0301",
        "東",
        "京",
    ]


LONG_RUNS = st.text(
    "東京タワがゔ검색é’，。a\u0301\u3099\u200d\u0e01\u0e34\u1100🚗०", min_size=30, max_size=60
)


@given(st.one_of(st.text(), LONG_RUNS).map(clean))
def test_the_index_parts_a_text_as_we_do(text: str) -> None:
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE t USING fts5(x, content='', tokenize='ascii')")
    index.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, 'instance')")
    index.execute("INSERT INTO t (rowid, x) VALUES (1, ?)", (indexed_text(text),))
    indexed = [term for (term,) in index.execute("SELECT term FROM v ORDER BY offset")]
    assert indexed == [word.text for word in words(text)]
    index.close()
