"""What is said tells whether times are seconds or milliseconds."""

import pytest

from braidtui.formats.json_text.units import unit_of


@pytest.mark.parametrize(
    ("times", "unit"),
    [
        ([(1, 5_000), (5_801, 8_700)], 1),
        ([(0, 3), (3, 6)], 1_000),
        ([(0.5, 2.25), (3.0, 4.0)], 1_000),
        ([(250.0, 1_800.5), (2_000.0, 3_100.0)], 1),
        ([(0, None), (3, None)], 1_000),
        ([(0, None), (3_000, None)], 1),
        ([("0", "3"), (None, None)], 1_000),
        ([(5, 1e400), (True, 10**400)], 1_000),
    ],
)
def test_speech_runs_at_some_fifteen_characters_a_second(
    times: list[tuple[object, object]], unit: int
) -> None:
    items = [{"text": "The night train leaves at nine.", "start": a, "end": b} for a, b in times]
    assert unit_of([*items, "odd", {"text": 5}]) == unit


def test_a_word_tells_it_as_well() -> None:
    assert unit_of([{"text": "night", "start": 250, "end": 650}]) == 1
    assert unit_of([{"text": "night", "start": 0.25, "end": 0.65}]) == 1_000
