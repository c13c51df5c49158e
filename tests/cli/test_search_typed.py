"""Whatever a person or a program may put behind `search`."""

import pytest

from braidtui.episode.safe_text import clean_line
from tests.cli.conftest import Braidtui

pytestmark = pytest.mark.usefixtures("talk")


@pytest.mark.parametrize(
    "line",
    [
        [],
        ["--bogus", "x"],
        ["x", "-n"],
        ["x", "-n", "-1"],
        ["x", "-n", "many"],
        ["x", "-n", "9" * 5000],
        ["x", "--sort", "size"],
        ["x", "-word"],
    ],
)
def test_bad_usage_is_one_line_that_leads_on(braidtui: Braidtui, line: list[str]) -> None:
    code, out, err = braidtui("search", *line)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert "--help`" in err


HOSTILE = [
    "",
    " ",
    '"',
    '""""""',
    "(((",
    ")(",
    "OR",
    "OR OR OR",
    "- -- ---",
    "*",
    "NOT AND NEAR(",
    "'; DROP TABLE turns; --",
    "text:x rowid:1 {a b}: ^x",
    "👩‍🚀 🏳️‍🌈",
    "a\0b\x1b[2J\u202e",
    "\udcff\udc80",
    "speaker: date: dur:>",
    "date:9999-99-99..",
    "river " * 1700,
    '"' + "x" * 10_000,
    "(" * 10_000,
]


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_is_typed_is_a_query(braidtui: Braidtui, query: str) -> None:
    code, out, err = braidtui("search", "--", query)
    assert code == (0 if query.startswith("river") else 1)
    assert bool(out) == (code == 0)
    for line in err.splitlines():
        assert len(line) < 500
        assert clean_line(line) == line
