"""`notes` prints what was kept, whatever has become of the episodes it was kept of."""

import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from braidtui.episode.turn_span import TurnSpan
from braidtui.library.cache.store import EpisodeStore
from braidtui.library.catalog import Library
from braidtui.notebook.kept import Kept, Kind
from braidtui.notebook.places import Notebook
from tests.cli.conftest import EPISODE, Braidtui

Keep = Callable[..., Kept]


@pytest.fixture
def keep(library: Path) -> Keep:
    """Keeps words of a file."""

    def keep(name: str, kind: Kind, *spans: tuple[int, int, int], **more: str) -> Kept:
        path = library / f"{name}.yaml"
        opened = Library([path.parent], EpisodeStore(None)).open(path)
        found = [TurnSpan(*span) for span in spans]
        return Notebook.default().keepsakes.keep(opened, kind, found, **more)

    return keep


@pytest.fixture
def some(keep: Keep, talk: Path) -> None:
    keep("007", Kind.HIGHLIGHT, (1, 2, 7), note="Which?\nAsk Mo.")
    keep("007", Kind.MARK, (3, 0, 1), mark="a")
    keep("007", Kind.NOTE, (2, 0, 10), (3, 0, 9), note="Both.")
    keep("talk", Kind.QUOTE, (1, 0, 16))


def objects(out: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(out)
    return found


@pytest.mark.usefixtures("some")
def test_what_was_kept_by_episode_and_segment(braidtui: Braidtui) -> None:
    code, out, err = braidtui("notes")
    assert (code, err) == (0, "")
    assert (
        out
        == """\
A Talk on Looms

── Whole

talk@t2  Kit Marlow  quote
  First paragraph.


♦ Braid · DISPATCH 007 · 2026-05-20
Seven Ways to Braid

── Warp

007@00:00:20  Mo Ibn Sina  highlight
  river
    Note: Which?
    Ask Mo.

── Weft

007@00:01:00  Ada Byron, Mo Ibn Sina  note, mark a
  Ada Byron: And across

  Mo Ibn Sina: Once more
    Note: Both.
"""
    )


@pytest.mark.usefixtures("some")
def test_json_is_an_array_with_a_key_for_everything(braidtui: Braidtui) -> None:
    quote, highlight, note, mark = objects(braidtui("notes", "--json").out)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", highlight.pop("created"))
    assert highlight == {
        "kind": "highlight",
        "target": "007@00:00:20",
        "id": "007",
        "number": 7,
        "title": "Seven Ways to Braid",
        "segment": "Warp",
        "speaker": "Mo Ibn Sina",
        "start": 20,
        "text": "river",
        "parts": [{"speaker": "Mo Ibn Sina", "start": 20, "text": "river", "attached": True}],
        "note": "Which?\nAsk Mo.",
        "mark": None,
        "attached": True,
    }
    assert (quote["start"], quote["number"], quote["note"]) == (None, None, None)
    assert (note["text"], note["speaker"]) == ("And across\n\nOnce more", "Ada Byron, Mo Ibn Sina")
    assert (mark["kind"], mark["mark"]) == ("mark", "a")


@pytest.mark.usefixtures("some")
@pytest.mark.parametrize(
    ("line", "targets"),
    [
        (["7"], ["007@00:00:20", "007@00:01:00", "007@00:01:30"]),
        (["seven", "ways"], ["007@00:00:20", "007@00:01:00", "007@00:01:30"]),
        (["7@s2"], ["007@00:01:00", "007@00:01:30"]),
        (["talk"], ["talk@t2"]),
        (["--kind", "mark", "--kind", "quote"], ["talk@t2", "007@00:01:30"]),
        (["7", "--kind", "highlight"], ["007@00:00:20"]),
    ],
)
def test_a_target_a_place_and_a_kind_choose(
    braidtui: Braidtui, line: list[str], targets: list[str]
) -> None:
    found = objects(braidtui("notes", *line, "--json").out)
    assert [it["target"] for it in found] == targets


@pytest.mark.usefixtures("some")
def test_every_target_leads_back(braidtui: Braidtui) -> None:
    for it in objects(braidtui("notes", "--json").out):
        assert it["text"].split("\n")[0] in braidtui("show", it["target"]).out


@pytest.mark.usefixtures("some")
def test_words_that_are_gone_are_printed_as_they_were_kept(
    braidtui: Braidtui, library: Path
) -> None:
    (library / "007.yaml").write_text(EPISODE.replace("A river in two beds", "A road of two lanes"))
    lost, *others = objects(braidtui("notes", "7", "--json").out)
    assert (lost["text"], lost["attached"], lost["target"]) == ("river", False, "007@00:00:20")
    assert all(it["attached"] for it in others)
    assert "highlight  not in the text any more\n  river\n" in braidtui("notes").out


@pytest.mark.usefixtures("some")
def test_of_words_half_of_which_are_gone_each_half_keeps_its_speaker(
    braidtui: Braidtui, library: Path
) -> None:
    turn = "      - {speaker: mo, start: 1:30, text: Once more}\n"
    (library / "007.yaml").write_text(EPISODE.replace(turn, ""))
    _, _, both, mark = objects(braidtui("notes", "--json").out)
    assert (both["attached"], both["speaker"]) == (False, "Ada Byron, Mo Ibn Sina")
    assert both["parts"] == [
        {"speaker": "Ada Byron", "start": 60, "text": "And across", "attached": True},
        {"speaker": "Mo Ibn Sina", "start": 90, "text": "Once more", "attached": False},
    ]
    assert (mark["attached"], mark["parts"][0]["attached"]) == (False, False)
    assert (
        """\
007@00:01:00  Ada Byron  note
  And across
00:01:30  Mo Ibn Sina  not in the text any more
  Once more
    Note: Both.
"""
        in braidtui("notes").out
    )
    made = braidtui("notes", "7", "--md").out
    there, gone = made.split("## Not in the text any more")
    assert "> And across\n>\n> — Ada Byron, 00:01:00" in there
    assert "> Once more\n>\n> — Mo Ibn Sina, 00:01:30, “Weft”" in gone
    assert "Ada Byron" not in gone.split("[^")[0]


@pytest.mark.usefixtures("some")
@pytest.mark.parametrize("is_gone", [True, False])
def test_a_file_that_is_gone_or_broken_hides_nothing(
    braidtui: Braidtui, library: Path, is_gone: bool
) -> None:
    path = library / "007.yaml"
    path.unlink() if is_gone else path.write_text("title: [")
    for line in (["notes"], ["notes", "7"], ["notes", "007"]):
        code, out, err = braidtui(*line)
        assert (code, err) == (0, "")
        assert str(path) in out
        assert "00:00:20  Mo Ibn Sina  highlight\n  river\n" in out
        assert ("talk@t2" in out) == (len(line) == 1)
    code, out, err = braidtui("notes", "7", "--json")
    assert (code, err.count("\n")) == (0, 1)
    assert err.startswith(str(path))
    found = objects(out)
    assert [(it["target"], it["attached"], it["id"]) for it in found] == [(None, None, "007")] * 3
    assert "river" in braidtui("notes", "7", "--md").out


def test_an_episode_that_was_moved_is_found(braidtui: Braidtui, library: Path, keep: Keep) -> None:
    keep("007", Kind.HIGHLIGHT, (1, 2, 7))
    (library / "007.yaml").rename(library / "seven.yaml")
    (only,) = objects(braidtui("notes", "--json").out)
    assert (only["id"], only["target"], only["attached"]) == ("seven", "007@00:00:20", True)


def test_an_episode_that_was_moved_and_renamed_is_found(
    braidtui: Braidtui, library: Path, keep: Keep
) -> None:
    keep("007", Kind.HIGHLIGHT, (1, 2, 7))
    moved = library / "seven.yaml"
    (library / "007.yaml").rename(moved)
    moved.write_text(EPISODE.replace("Seven Ways", "Eight Ways"))
    for line in (["notes"], ["notes", "7"]):
        (only,) = objects(braidtui(*line, "--json").out)
        assert (only["id"], only["title"]) == ("seven", "Eight Ways to Braid")
        assert only["attached"] is True


def test_another_episode_in_its_place_is_told(
    braidtui: Braidtui, library: Path, keep: Keep
) -> None:
    keep("007", Kind.HIGHLIGHT, (1, 2, 7))
    other = EPISODE.replace("Braid", "Knots").replace("number: 7", "number: 9")
    (library / "007.yaml").write_text(other.replace("Seven Ways", "Nine Ways"))
    (only,) = objects(braidtui("notes", "--json").out)
    assert (only["title"], only["attached"]) == ("Seven Ways to Braid", None)
    assert "is another episode now" in braidtui("notes").out


def test_a_file_outside_the_library_is_named_by_its_path(
    braidtui: Braidtui, library: Path, keep: Keep, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "my talks" / "one.yaml"
    elsewhere.parent.mkdir()
    (library / "007.yaml").rename(elsewhere)
    keep("../my talks/one", Kind.HIGHLIGHT, (1, 2, 7))
    assert f"'{elsewhere}@00:00:20'\n  Mo Ibn Sina" in braidtui("notes").out
    for line in (["notes"], ["notes", elsewhere]):
        (only,) = objects(braidtui(*line, "--json").out)
        assert only["target"] == f"{elsewhere}@00:00:20"


@pytest.mark.parametrize("form", [(), ("--json",), ("--md",), ("7",), ("--kind", "note")])
def test_nothing_kept_is_a_friendly_line(
    braidtui: Braidtui, library: Path, form: tuple[str, ...]
) -> None:
    code, out, err = braidtui("notes", *form)
    assert (code, out) == (0, "[]\n" if form == ("--json",) else "")
    assert err.startswith("nothing is kept")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "line",
    [["--json", "--md"], ["nowhere"], ["7@99:00"], ["gone.yaml"], ["--kind", "nose"]],
)
def test_what_names_nothing_is_refused(braidtui: Braidtui, library: Path, line: list[str]) -> None:
    code, out, err = braidtui("notes", *line)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1


def test_a_broken_file_of_which_nothing_is_kept_is_refused(
    braidtui: Braidtui, library: Path
) -> None:
    (library / "bad.yaml").write_text("title: [")
    code, out, err = braidtui("notes", "bad")
    assert (code, out) == (2, "")
    assert err.startswith(f"{library / 'bad.yaml'}:")


def test_a_notebook_that_cannot_be_read_is_one_line(braidtui: Braidtui, library: Path) -> None:
    path = Notebook.default().path
    assert path
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("PRAGMA user_version = 99")
    code, out, err = braidtui("notes", "--json")
    assert (code, out, err.count("\n")) == (2, "", 1)


@pytest.mark.parametrize("form", [[], ["--json"], ["--md"], ["7"]])
def test_a_notebook_that_is_a_folder_is_an_error(
    braidtui: Braidtui, library: Path, form: list[str]
) -> None:
    path = Notebook.default().path
    assert path
    path.mkdir(parents=True)
    code, out, err = braidtui("notes", *form)
    assert (code, out, err) == (2, "", f"notebook {path}: Is a directory\n")


@pytest.mark.usefixtures("some")
def test_a_notebook_that_was_mended_is_told_once(braidtui: Braidtui) -> None:
    path = Notebook.default().path
    assert path
    path.write_bytes(bytes(9000))
    code, out, err = braidtui("notes")
    assert (code, err.count("\n")) == (0, 1)
    assert "it was damaged and is kept as" in err
    assert "river" in out
    assert braidtui("notes").err == ""


@pytest.mark.usefixtures("some")
def test_markdown_has_every_episode(braidtui: Braidtui) -> None:
    code, out, err = braidtui("notes", "--md")
    assert (code, err) == (0, "")
    assert out.count("\n# ") == 1
    assert out.startswith("# ")
    for words in ("A Talk on Looms", "Seven Ways to Braid", "river", "Both.", "First paragraph."):
        assert words in out
    assert not out.startswith("---")


def test_a_turn_with_all_kinds_is_told_once(braidtui: Braidtui, keep: Keep, library: Path) -> None:
    whole = (1, 0, 28)
    keep("007", Kind.HIGHLIGHT, whole)
    keep("007", Kind.NOTE, whole, note="Why?")
    keep("007", Kind.MARK, (1, 0, 1), mark="a")
    keep("007", Kind.QUOTE, whole)
    out = braidtui("notes").out
    head = "007@00:00:20  Mo Ibn Sina  highlight, quote, note, mark a\n"
    assert out.endswith(f"{head}  A river in two beds. [sighs]\n    Note: Why?\n")
    for line in (["notes", "--md"], ["export", "7", "--notes", "-o", "-"]):
        assert braidtui(*line).out.count("river") == 1
    (library / "007.yaml").write_text(EPISODE.replace("A river in two beds. [s", "Other words. [s"))
    made = braidtui("notes", "--md").out
    assert made.count("river") == 1
    (library / "007.yaml").unlink()
    assert braidtui("notes", "--md").out.count("river") == 1
    assert braidtui("notes").out.count("river") == 1


def test_footnotes_of_two_shows_are_told_apart(
    braidtui: Braidtui, keep: Keep, library: Path
) -> None:
    (library / "b7.yaml").write_text(EPISODE.replace("show: Braid", "show: Knots"))
    for name in ("007", "b7"):
        keep(name, Kind.HIGHLIGHT, (0, 0, 4))
    out = braidtui("notes", "--md").out
    notes = re.findall(r"^\[\^(.+?)\]: ", out, re.M)
    assert len(notes) == len(set(notes)) == 2
    assert all(out.count(f"[^{name}]") == 2 for name in notes)


def test_hostile_words_are_text(braidtui: Braidtui, library: Path, keep: Keep) -> None:
    keep("007", Kind.HIGHLIGHT, (1, 21, 28), note="\x1b[31m[/]\u202e\x9b<b>")
    for form in ([], ["--json"], ["--md"]):
        out = braidtui("notes", *form).out
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", out)
        assert "[sighs" in out.replace("\\", "")
