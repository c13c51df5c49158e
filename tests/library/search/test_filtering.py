"""Filters: sites of sources."""

import pytest

from braidtui.episode.model import Source
from braidtui.library.search.filtering import sites_of


@pytest.mark.parametrize(
    ("source", "sites"),
    [
        (Source(), ()),
        (Source(site="x.com"), ("x.com",)),
        (Source("https://en.a.org:8080/x?y", site="a.org"), ("a.org", "en.a.org")),
        (Source("HTTP://me:pw@A.org"), ("A.org",)),
        (Source("https://例え.jp#x"), ("例え.jp",)),
        (Source("mailto:me@a.org"), ()),
        (Source("https://"), ()),
    ],
)
def test_a_source_has_its_site_and_the_host_of_its_address(
    source: Source, sites: tuple[str, ...]
) -> None:
    assert sites_of(source) == sites
