"""The jump list: back, forward, and what a new jump forgets."""

from pathlib import Path

from braidtui.tui.reader.place.jumps import JumpList, Stop
from braidtui.tui.transcript.reading import ReadingPlace

ONE, TWO = Path("one.yaml"), Path("two.yaml")


def stop(turn: int, path: Path = ONE) -> Stop:
    return Stop(path, ReadingPlace(turn, 0))


def jumps(*stops: Stop) -> JumpList:
    made = JumpList()
    for it in stops:
        made.remember(it)
    return made


def test_one_goes_back_in_order_and_forward_again() -> None:
    made = jumps(stop(1), stop(5, TWO))
    assert made.back(stop(9)) == stop(5, TWO)
    assert made.back(stop(5, TWO)) == stop(1)
    assert made.back(stop(1)) is None
    assert made.forward(stop(1)) == stop(5, TWO)
    assert made.forward(stop(5, TWO)) == stop(9)
    assert made.forward(stop(9)) is None


def test_a_jump_from_further_back_forgets_what_lay_ahead() -> None:
    made = jumps(stop(1), stop(5))
    made.back(stop(9))
    made.remember(stop(5))
    assert made.forward(stop(7)) is None
    assert made.back(stop(7)) == stop(5)


def test_the_present_place_is_no_goal() -> None:
    made = jumps(stop(1), stop(5))
    assert made.back(stop(5)) == stop(1)


def test_places_of_a_changed_file_are_forgotten_and_ways_back_are_not() -> None:
    made = jumps(stop(1), stop(2, TWO))
    made.remember(print)
    made.forget(ONE)
    assert made.back(stop(3)) is print
    assert made.back(stop(3)) == stop(2, TWO)
    assert made.back(stop(3)) is None


def test_no_more_than_a_hundred_are_remembered() -> None:
    made = jumps(*(stop(turn) for turn in range(150)))
    found = [made.back(stop(1000)) for _ in range(101)]
    assert found[99] == stop(50)
    assert found[100] is None
