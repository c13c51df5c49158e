from pathlib import Path

import pytest

from braidtui.episode.model import Speaker
from braidtui.library.entry import Entry
from braidtui.library.search.results import Count, Hit, Results
from braidtui.plain.hit_count import Limits, count_line


def results(*hits_of_episodes: int, count: int = 0, is_more: bool = False) -> Results:
    hits = []
    for number, many in enumerate(hits_of_episodes):
        path = Path(f"/{number}.yaml")
        entry = Entry("x", path, "x", number, None, "T", "", None, (), 1, 1, None)
        hits += [Hit(entry, 0, Speaker("a", "A"), 0, 0, 0, "S", "x", (), 1)] * many
    return Results(tuple(hits), Count(count or len(hits), is_more))


def test_all_hits_are_counted_with_their_episodes() -> None:
    assert count_line(results(3, 2, 1), Limits(20, 3)) == "6 hits in 3 episodes"
    assert count_line(results(1), Limits(20, 3)) == "1 hit in 1 episode"


@pytest.mark.parametrize(
    ("found", "limits", "line"),
    [
        (results(3, 1, count=1400), Limits(20, 3), "--per-episode 0"),
        (results(1, 1, count=1400), Limits(2, 3), "-n 0"),
        (results(3, 1, count=1400), Limits(4, 3), "-n 0 --per-episode 0"),
        (results(3, 1, count=1400), Limits(4, 0), "-n 0"),
    ],
)
def test_what_is_left_out_is_said_with_the_options_that_show_it(
    found: Results, limits: Limits, line: str
) -> None:
    whole = f"{len(found.hits)} of 1,400 hits in 2 episodes ({line} for more)"
    assert count_line(found, limits) == whole


def test_a_count_that_was_not_finished_says_so() -> None:
    line = count_line(results(2, count=50, is_more=True), Limits(2, 0))
    assert line == "2 of 50+ hits in 1 episode (-n 0 for more)"
