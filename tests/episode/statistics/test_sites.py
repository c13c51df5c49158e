from braidtui.episode.model import Episode, Segment, Source, Speaker, Turn
from braidtui.episode.sources import number_sources
from braidtui.episode.statistics.sites import first_citing, site_of, sites


def episode(*cited: tuple[Source, ...], own: tuple[Source, ...] = ()) -> Episode:
    """An episode of a turn for each of these, with the last resting on its segment's source."""
    turns = tuple(Turn("ada", "So they say.", None, sources) for sources in cited)
    segment = Segment("One", None, turns, (Source("https://segment.example/"),))
    return Episode("On Sites", (Speaker("ada", "Ada"),), (segment,), sources=own)


def test_equal_urls_are_one_source_and_those_without_are_not_merged() -> None:
    same, told = Source("https://www.Example.org/a"), Source(site="example.org")
    numbers = number_sources(episode((same, told), (same, told)))
    assert [(it.name, len(it.numbers)) for it in sites(numbers.all)] == [
        ("example.org", 3),
        ("segment.example", 1),
    ]


def test_the_site_is_the_host_else_what_is_told() -> None:
    assert site_of(Source("https://www.example.org/a?b")) == "example.org"
    assert site_of(Source("https://example.org/", site="The Example")) == "example.org"
    assert site_of(Source(site="Example.ORG")) == "example.org"
    assert site_of(Source("ftp://example.org/a", site="An archive")) == "an archive"
    assert site_of(Source("https://пример.example/")) == "xn--e1afmkfd.example"
    assert site_of(Source("ftp://example.org/a")) == ""


def test_a_site_leads_to_the_first_turn_that_rests_on_it() -> None:
    a, b = Source("https://a.example/"), Source("https://b.example/")
    whole = episode((), (b,), (a, b), own=(Source("https://c.example/"),))
    numbers = number_sources(whole)
    found = {it.name: first_citing(it, whole, numbers) for it in sites(numbers.all)}
    assert found == {"b.example": 1, "a.example": 2, "segment.example": 0, "c.example": None}
