"""Where the rows of episodes go."""

from itertools import pairwise

from braidtui.library.search.index.places import Range, free_rows


def placed(taken: list[Range], wanted: list[tuple[str, int]]) -> list[str]:
    """The ages of all, those with the highest rows first; no two may have a row in common."""
    firsts = free_rows(taken, wanted)
    new = [Range(first, turns, age) for first, (age, turns) in zip(firsts, wanted, strict=True)]
    everything = sorted([*taken, *new], reverse=True)
    for higher, lower in pairwise(everything):
        assert lower.first + lower.turns <= higher.first
    return [one.age for one in everything]


def ranges(*wanted: tuple[str, int]) -> list[Range]:
    """Episodes in an index that had nothing."""
    firsts = free_rows([], wanted)
    return [Range(first, turns, age) for first, (age, turns) in zip(firsts, wanted, strict=True)]


def test_newer_episodes_are_higher() -> None:
    assert placed([], [("1", 5), ("2", 7), ("3", 1)]) == ["3", "2", "1"]


def test_what_is_newer_than_all_goes_above_what_is_older_below() -> None:
    there = ranges(("4", 5), ("5", 7))
    assert placed(there, [("6", 9), ("7", 9)]) == ["7", "6", "5", "4"]
    assert placed(there, [("1", 9), ("2", 9)]) == ["5", "4", "2", "1"]


def test_what_comes_between_finds_room_behind_its_neighbour() -> None:
    there = ranges(("2", 9), ("4", 9), ("6", 9))
    assert placed(there, [("3", 9), ("5", 4)]) == ["6", "5", "4", "3", "2"]


def test_what_finds_no_room_goes_above_all() -> None:
    there = ranges(("2", 9), ("4", 9), ("6", 9))
    assert placed(there, [("3", 99)]) == ["3", "6", "4", "2"]


def test_rows_stay_dense() -> None:
    (low, high) = ranges(("1", 100), ("2", 100))
    assert high.first - low.first == 200
