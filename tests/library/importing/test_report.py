"""What came of an import, in sums."""

from pathlib import Path

import pytest

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.episode.problem import Problem
from braidtui.library.importing.report import Ending, Import, Report, kind_of
from braidtui.library.importing.told import Located

EPISODE = Episode(
    "Looms",
    (Speaker("ann", "Ann Lee"),),
    (Segment("All", 0, (Turn("ann", "One.", 0),)),),
    duration=5000,
)


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("a cue without words is left out", "a cue without words is left out"),
        ("a comment is left out (1,204 times; here first)", "a comment is left out"),
        ('unknown key "bogus"', 'unknown key "…"'),
        ("12 lines in 00:01:04.5 are one", "… lines in … are one"),
        ("said 5 times in a row: The loom", "said … times in a row: …"),
        ("byte 0xe9 is no UTF-8: read as Windows", "byte 0xe9 is no UTF-8: …"),
    ],
)
def test_the_kind_of_a_remark_is_what_it_says_of_any_file(message: str, kind: str) -> None:
    assert kind_of(Problem(1, 1, message)) == kind


def test_only_what_was_written_counts_as_imported() -> None:
    report = Report()
    path = Path("ep.vtt")
    problems = (Located(path, Problem(1, 1, "one 1")), Located(path, Problem(2, 1, "one 2")))
    for ending in (Ending.IMPORTED, Ending.UNCHANGED):
        report.add(Import(path, ending, Path("ep.yaml"), problems, EPISODE))
    assert (report.turns, report.duration) == (1, 5000)
    assert report.files == {Ending.IMPORTED: 1, Ending.UNCHANGED: 1}
    assert report.remarks == {"one …": 2}
