"""`export --format`: the same episode in the formats of others, as files beside the Markdown."""

import json
from pathlib import Path

import pytest

from braidtui.cli.forms import FORMS
from tests.cli.conftest import Braidtui

STEM = "007-seven-ways-to-braid"
WARP, WEFT, KNOT = f"{STEM}--s01-warp", f"{STEM}--s02-weft", f"{STEM}--s03-knot"
SUFFIXES = {
    "text": ".txt",
    "json": ".json",
    "vtt": ".vtt",
    "srt": ".srt",
    "podcasting20": ".transcript.json",
    "chapters": ".chapters.json",
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("form", [form for form in FORMS if form != "md"])
def test_another_format_is_a_file_beside_the_others(
    braidtui: Braidtui, library: Path, here: Path, form: str
) -> None:
    name = f"{STEM}{SUFFIXES[form]}"
    assert braidtui("export", "7", "--format", form) == (0, f"{name}: written\n", "")
    assert braidtui("export", "7", "--format", form) == (0, f"{name}: unchanged\n", "")
    assert names(here) == [name]
    shown = braidtui("export", "7", "--format", form, "-o", "-")
    assert shown == (0, (here / name).read_text(), "")
    if form not in {"text", "json"}:  # which `show` prints for the eye, and with its place
        assert braidtui("show", "7", "--format", form) == shown


def test_a_file_of_another_format_that_differs_is_replaced_with_force_alone(
    braidtui: Braidtui, library: Path, here: Path
) -> None:
    name = f"{STEM}.srt"
    (here / name).write_text("mine")
    assert braidtui("export", "7", "--format", "srt") == (
        2,
        "",
        f"braidtui: {name}: is there already (with --force the file would be replaced; a copy is "
        f"kept as {name}.bak)\n",
    )
    assert (here / name).read_text() == "mine"
    forced = f"{name}: replaced; what was there is now {name}.bak\n"
    assert braidtui("export", "7", "--format", "srt", "--force") == (0, forced, "")
    assert (here / f"{name}.bak").read_text() == "mine"


def test_segments_and_places_are_chosen_for_every_format(
    braidtui: Braidtui, library: Path, here: Path
) -> None:
    assert braidtui("export", "7", "--format", "txt", "-s", "2").out == f"{WEFT}.txt: written\n"
    assert (here / f"{WEFT}.txt").read_text() == (
        "Seven Ways to Braid\n===================\n\nWeft\n----\n\n"
        "Ada Byron 00:01:00\nAnd across\n\nMo Ibn Sina 00:01:30\nOnce more\n"
    )
    assert braidtui("export", "7@s2", "--format", "txt").out == f"{WEFT}.txt: unchanged\n"
    told = braidtui("export", "7", "--format", "vtt", "--all", "-o", "cut/")
    assert told.out == "".join(f"cut/{stem}.vtt: written\n" for stem in (WARP, WEFT, KNOT))
    last = (here / "cut" / f"{WEFT}.vtt").read_text().rstrip("\n").rpartition("\n\n")[2]
    assert last == "00:01:30.000 --> 00:02:00.000\n<v Mo Ibn Sina>Once more"
    code, out, err = braidtui("export", "7", "--format", "vtt", "--all", "-o", "-")
    assert (code, out) == (2, "")
    assert "-o - prints one document" in err


def test_an_export_as_json_names_no_place_of_this_machine(
    braidtui: Braidtui, library: Path, here: Path
) -> None:
    braidtui("export", "7", "--format", "json", "-o", "a.json")
    told = json.loads((here / "a.json").read_text())
    shown = json.loads(braidtui("show", "7", "--format", "json").out)
    assert shown == {"id": "007", "path": str(library / "007.yaml"), **told}


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (["--timestamps", "none"], "--timestamps"),
        (["--sources", "none"], "--sources"),
        (["--flavor", "obsidian"], "--flavor"),
        (["--no-front-matter"], "--no-front-matter"),
        (["--notes"], "--notes"),
        (["--card", "1"], "--card"),
        (["--flavor", "obsidian", "--notes"], "--notes, --flavor"),
    ],
)
def test_what_markdown_alone_has_is_refused_of_another_format(
    braidtui: Braidtui, library: Path, here: Path, options: list[str], named: str
) -> None:
    code, out, err = braidtui("export", "7", "--format", "SRT", *options)
    assert (code, out) == (2, "")
    assert err == (
        f"braidtui export: {named}: not with any --format but md (see `braidtui export --help`)\n"
    )
    assert names(here) == []
    assert braidtui("export", "7", "--format", "markdown", "--flavor", "obsidian").code == 0
