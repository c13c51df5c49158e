"""Sources are numbered by first appearance; equal URLs are one source."""

from datetime import date

from braidtui.episode.model import Episode, Segment, Source, Speaker, Turn
from braidtui.episode.sources import NumberedSource, number_sources

A, B, C = (Source(f"https://example.org/{name}") for name in "abc")
SITE = Source(site="justice.gov")


def episode(*segments: Segment, sources: tuple[Source, ...] = ()) -> Episode:
    return Episode("T", (Speaker("a", "A"),), segments, sources=sources)


def turn(*sources: Source) -> Turn:
    return Turn("a", "x", sources=sources)


def test_numbers_run_from_the_episode_over_segments_to_turns() -> None:
    numbers = number_sources(
        episode(
            Segment("One", turns=(turn(B, A), turn()), sources=(C,)),
            Segment("Two", turns=(turn(C),), sources=(Source("https://example.org/d"), B)),
            sources=(A,),
        )
    )
    assert [(entry.number, entry.source.url[-1]) for entry in numbers.all] == [
        (1, "a"),
        (2, "c"),
        (3, "b"),
        (4, "d"),
    ]
    assert numbers.of_episode == (1,)
    assert [numbers.of_segment(segment) for segment in (0, 1)] == [(2, 3, 1), (4, 3, 2)]
    assert [numbers.of_turn(turn) for turn in (0, 1, 2)] == [(3, 1), (), (2,)]


def test_a_source_cited_twice_in_a_turn_is_numbered_once() -> None:
    assert number_sources(episode(Segment("One", turns=(turn(A, A),)))).of_turn(0) == (1,)


def test_sources_without_a_url_are_never_one() -> None:
    numbers = number_sources(episode(Segment("One", turns=(turn(SITE, SITE), turn(SITE)))))
    assert [entry.number for entry in numbers.all] == [1, 2, 3]
    assert numbers.of_turn(0) == (1, 2)
    assert numbers.of_turn(1) == (3,)


def test_the_first_title_site_and_date_that_are_known_stand_for_all() -> None:
    url = "https://example.org/a"
    mentions = (
        Source(url, site="example.org"),
        Source(url, title="First", site="other.org"),
        Source(url, title="Second", date=date(2026, 5, 19)),
    )
    numbers = number_sources(episode(Segment("One", turns=(turn(*mentions),))))
    assert numbers.all == (
        NumberedSource(1, Source(url, "First", "example.org", date(2026, 5, 19))),
    )
