import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braidtui.episode.model import Episode
from braidtui.library.file_names import asked_name, file_name, slug, stem_name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Compute Company", "the-compute-company"),
        ("Don’t “Panic” — yet…", "dont-panic-yet"),
        ("Größe & Ærø: façade", "grosse-r-facade"),
        ("../../etc/passwd", "etc-passwd"),
        ("漢字", ""),
        ("CON", "con-episode"),
        ("one two " * 20, "one-two-one-two-one-two-one-two-one-two-one-two-one-two-one"),
        ("x" * 100, "x" * 60),
    ],
)
def test_a_slug_is_short_and_ends_at_a_word(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text(max_size=200))
def test_a_slug_holds_nothing_but_the_safe_alphabet(text: str) -> None:
    found = slug(text)
    assert set(found) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(found) <= 60
    assert found == found.strip("-")


def test_a_number_names_the_file_and_else_the_title_or_the_show_and_the_day() -> None:
    untitled = Episode("漢字", (), (), show="Braid", date=datetime.date(2026, 5, 20))
    assert file_name(Episode("T", (), (), number=8)) == "008.yaml"
    assert file_name(Episode("On Wires", (), ())) == "on-wires.yaml"
    assert file_name(untitled) == "braid-2026-05-20.yaml"
    assert file_name(Episode("漢字", (), ())) == "episode.yaml"


def test_a_title_without_a_slug_leaves_the_name_to_something_else() -> None:
    assert file_name(Episode("漢字", (), ()), "第一集") == "第一集.yaml"
    assert file_name(Episode("Warp", (), ()), "ep") == "warp.yaml"


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Ep 1 (final)", "Ep-1-final"),
        ("v1.2", "v1.2"),
        ("../../etc/passwd", "etc-passwd"),
        ("..", ""),
        ("con", "con-episode"),
        ("a\x1b\u202eb", "a-b"),
        ("é" * 200, "é" * 80),
    ],
)
def test_a_stem_is_safe_and_keeps_its_letters(text: str, stem: str) -> None:
    assert stem_name(text) == stem


@given(st.text())
def test_a_stem_names_a_file_of_one_folder(text: str) -> None:
    stem = stem_name(text)
    assert not set(stem) & set('/\\:*?"<>|\0\n ')
    assert not stem.startswith((".", "-"))
    assert len(stem.encode()) <= 170


@pytest.mark.parametrize(("name", "expected"), [("a", "a.yaml"), ("a b.yml", "a b.yml")])
def test_an_asked_name_gets_its_suffix(name: str, expected: str) -> None:
    assert asked_name(name) == expected


@pytest.mark.parametrize(
    "name", ["", ".a", "-a", "../a", "a/b", "a\\b", "a\x1b", "a\u202eb", "x" * 250]
)
def test_what_is_no_file_name_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="is no file's name"):
        asked_name(name)
