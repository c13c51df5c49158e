"""Several names of one person are one name, and never two people's."""

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
