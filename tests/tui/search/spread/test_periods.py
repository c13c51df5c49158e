"""Hits over time are parted so that all of the time has room."""

from braidtui.tui.search.spread.periods import Period, period_of, periods

SPRING = (((2026, 3), 4), ((2026, 5), 1))


def test_months_without_hits_have_a_place_too() -> None:
    assert periods(SPRING, 100) == (
        Period((2026, 3), 1, 4),
        Period((2026, 4), 1, 0),
        Period((2026, 5), 1, 1),
    )


def test_months_that_are_too_many_are_counted_by_year() -> None:
    months = (((2024, 12), 2), *SPRING)
    assert periods(months, 3) == (
        Period((2024, 1), 12, 2),
        Period((2025, 1), 12, 0),
        Period((2026, 1), 12, 5),
    )


def test_years_that_are_too_many_are_counted_by_decade_and_century() -> None:
    months = (((1897, 2), 1), ((2026, 5), 3))
    assert [part.label for part in periods(months, 14)][-2:] == ["2010..2019", "2020..2029"]
    assert [part.label for part in periods(months, 3)] == ["1800..1899", "1900..1999", "2000..2099"]


def test_of_what_never_has_room_the_last_is_shown() -> None:
    months = (((1, 1), 7), ((9999, 12), 3))
    parts = periods(months, 2)
    assert [part.label for part in parts] == ["9800..9899", "9900..9999"]
    assert [part.hits for part in parts] == [0, 3]


def test_no_hits_and_no_room_give_no_periods() -> None:
    assert periods((), 10) == ()
    assert periods(SPRING, 0) == ()


def test_a_label_is_what_a_date_filter_takes() -> None:
    assert [part.label for part in periods(SPRING, 3)] == ["2026-03", "2026-04", "2026-05"]
    assert periods(SPRING, 1)[0].label == "2026"


def test_the_period_of_a_month() -> None:
    parts = periods(SPRING, 3)
    assert period_of(parts, (2026, 4)) == 1
    assert period_of(parts, (2026, 6)) is None
    assert period_of((), (2026, 6)) is None
