"""Chapters that begin after an episode's end are no segments of it."""

import pytest

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.formats.chapters.parting import without_late_segments

TURNS = (Turn("ann", "One.", 0), Turn("ann", "Two.", 60_000))


def episode(duration: int | None, *late: int | None) -> Episode:
    segments = (Segment("All", 0, TURNS), *(Segment(f"at {start}", start, ()) for start in late))
    return Episode("Looms", (Speaker("ann", "Ann Lee"),), segments, duration=duration)


@pytest.mark.parametrize(
    ("duration", "starts", "left"),
    [
        (90_000, (80_000, 91_000, 95_000), ("at 91000", "at 95000")),
        (None, (3_000_000, 3_660_001), ("at 3660001",)),
        (90_000, (None,), ()),
        (90_000, (), ()),
    ],
)
def test_segments_after_the_end_that_hold_nothing_are_left_out(
    duration: int | None, starts: tuple[int | None, ...], left: tuple[str, ...]
) -> None:
    given = episode(duration, *starts)
    kept, late = without_late_segments(given)
    assert late == left
    assert kept.segments == given.segments[: len(given.segments) - len(left)]


def test_an_episode_without_times_keeps_its_segments() -> None:
    untimed = Episode(
        "Looms",
        (Speaker("ann", "Ann Lee"),),
        (Segment("All", None, (Turn("ann", "One."),)), Segment("Late", 5_000_000, ())),
    )
    assert without_late_segments(untimed) == (untimed, ())
