"""Several names of one person are one name, and never two people's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braidtui.formats.speech.aliases import full_names


def test_a_first_name_joins_the_one_full_name_that_begins_with_it() -> None:
    assert full_names(["Zoe Ada Marr", "Zoe", "Zoe Ada", "Ben"]) == {
        "Zoe Ada Marr": "Zoe Ada Marr",
        "Zoe": "Zoe Ada Marr",
        "Zoe Ada": "Zoe Ada Marr",
        "Ben": "Ben",
    }


def test_a_first_name_of_two_people_is_nobodys() -> None:
    assert full_names(["Zoe Marr", "Zoe Lund", "Zoe"])["Zoe"] == "Zoe"


def test_a_part_of_a_word_is_no_name() -> None:
    assert full_names(["Annabel Lund", "Ann"])["Ann"] == "Ann"


def test_capitals_make_no_other_person() -> None:
    assert set(full_names(["ZOE MARR", "zoe marr", "Zoe Marr"]).values()) == {"Zoe Marr"}
    assert full_names(["ZOE MARR"]) == {"ZOE MARR": "ZOE MARR"}


def test_a_word_for_anybody_is_the_beginning_of_no_name() -> None:
    names = ["Speaker", "Speaker Ann", "Guest", "Guest B", "Zoe", "Zoe 2"]
    assert full_names(names) == {name: name for name in names}


@pytest.mark.parametrize(
    "name",
    [
        "Zoe and Ben",
        "Zoe und Ben",
        "Zoe & Ben",
        "Zoe + Ben",
        "Zoe / Ben",
        "Zoe, Ben",
        "ZOE (V.O.)",
        "ZOE V.O.",
        "Zoe (translator)",
        "Zoe Junior",
        "Zoe Bot",
        "Zoe said",
        "Zoe 2b",
    ],
)
def test_what_is_no_full_name_takes_no_first_name(name: str) -> None:
    assert full_names([name, "Zoe"]) == {name: name, "Zoe": "Zoe"}


def test_a_full_name_that_comes_later_is_another_persons() -> None:
    assert full_names(["Zoe", "Zoe Marr"])["Zoe"] == "Zoe"
    assert full_names(["Zoe van der Marr", "Zoe"])["Zoe"] == "Zoe van der Marr"


@given(
    st.lists(st.sampled_from(["Zoe", "zoe", "Ann", "Marr", "B", "2", "(host)"]), max_size=4).map(
        " ".join
    )
)
def test_a_name_alone_stands_for_itself(name: str) -> None:
    assert full_names([name]) == {name: name}


@given(
    st.lists(st.lists(st.sampled_from(["Zoe", "zoe", "Ann", "B", "2"]), max_size=3).map(" ".join))
)
def test_the_name_that_stands_for_another_stands_for_itself(names: list[str]) -> None:
    full = full_names(names)
    assert all(full[meant] == meant for meant in full.values())
