import json
import subprocess
import sys
from pathlib import Path

import pytest

from braidtui.episode.turn_span import TurnSpan
from braidtui.library.catalog import Library
from braidtui.notebook.kept import Kind
from braidtui.notebook.places import Notebook
from tests.cli.conftest import EPISODE, Braidtui


def test_numbers_are_printed_without_escapes_into_a_pipe(braidtui: Braidtui, library: Path) -> None:
    code, out, err = braidtui("stats", "7")
    assert (code, err) == (0, "")
    assert "◆ Mo Ibn Sina" in out
    assert "02:10    72%" in out
    assert "\x1b" not in out


def test_json_has_every_key(braidtui: Braidtui, library: Path) -> None:
    code, out, err = braidtui("stats", "007", "--json")
    document = json.loads(out)
    assert (code, err) == (0, "")
    speakers, segments = document.pop("speakers"), document.pop("segments")
    assert document == {
        "id": "007",
        "path": str(library / "007.yaml"),
        "number": 7,
        "title": "Seven Ways to Braid",
        "segment": None,
        "duration": 180,
        "turns": 5,
        "timed_turns": 5,
        "talk_time": 180,
        "words": 13,
        "words_per_minute": 4.3,
        "shares_by": "time",
        "sources": 2,
        "sites": [{"site": "example.org", "sources": 1}, {"site": "example.net", "sources": 1}],
    }
    assert speakers[0] == {
        "speaker": "mo",
        "name": "Mo Ibn Sina",
        "share": 0.7222,
        "turns": 3,
        "timed_turns": 3,
        "talk_time": 130,
        "words": 9,
        "words_per_minute": 4.2,
        "longest": {"turn": 5, "start": 120, "duration": 60, "words": 2},
    }
    assert segments[1] == {
        "segment": 2,
        "title": "Weft",
        "start": 60,
        "duration": 60,
        "turns": 2,
        "timed_turns": 2,
        "talk_time": 60,
        "words": 4,
        "words_per_minute": 4,
    }


def test_what_no_time_tells_is_null(braidtui: Braidtui, talk: Path) -> None:
    document = json.loads(braidtui("stats", "talk", "--json").out)
    assert document["shares_by"] == "words"
    assert document["timed_turns"] == 0
    (kit,) = document["speakers"]
    assert (kit["talk_time"], kit["words_per_minute"]) == (None, None)
    assert kit["longest"] == {"turn": 1, "start": None, "duration": None, "words": 9}
    assert "tells no times" in braidtui("stats", "talk").out


def test_what_the_person_kept_is_on_the_map(braidtui: Braidtui, library: Path) -> None:
    opened = Library.default([]).open(library / "007.yaml")
    keepsakes = Notebook.default().keepsakes
    keepsakes.keep(opened, Kind.HIGHLIGHT, [TurnSpan(4, 0, 7)])
    keepsakes.keep(opened, Kind.QUOTE, [TurnSpan(2, 0, 4)])
    out = braidtui("stats", "7").out
    assert "“■■■■■" in out
    assert "□ you highlighted" in out
    assert out.count("◇") > 5


@pytest.mark.parametrize("place", ["s2", "1:45", "t3"])
def test_a_place_means_its_segment(braidtui: Braidtui, library: Path, place: str) -> None:
    document = json.loads(braidtui("stats", f"7@{place}", "--json").out)
    assert (document["segment"], document["words"], document["duration"]) == (2, 4, 60)
    assert "Segment 2: Weft" in braidtui("stats", f"7@{place}").out


def test_a_segment_that_is_named_may_be_empty(braidtui: Braidtui, library: Path) -> None:
    text = EPISODE.replace("  - title: Weft", "  - {title: Gap, turns: []}\n  - title: Weft")
    (library / "007.yaml").write_text(text)
    assert json.loads(braidtui("stats", "7@s2", "--json").out)["turns"] == 0
    assert "Nothing is said here." in braidtui("stats", "7@s2").out


@pytest.mark.parametrize("width", [40, 80])
def test_lines_fit_the_terminal(
    braidtui: Braidtui, library: Path, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = braidtui("stats", "7").out.split("\n")
    assert max(map(len, lines)) == width


def test_an_unknown_place_is_refused(braidtui: Braidtui, library: Path) -> None:
    code, out, err = braidtui("stats", "7@s9")
    assert (code, out) == (2, "")
    assert "has 3 segments" in err


def test_it_needs_no_screen(library: Path) -> None:
    program = (
        "import sys; from braidtui.cli.program import run; "
        f"run(['stats', {str(library / '007.yaml')!r}]); assert 'textual' not in sys.modules"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr
