"""Every hostile file of the shared collection, through `check` and `show`, as its manifest asks."""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.conftest import Braidtui, Ran

_HOSTILE = Path(__file__).parents[3] / "shared" / "hostile"
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_BY_CLASS = {  # exit codes of check and show, where the manifest does not say
    "ERR": ("1", "2"),
    "LIMIT": ("1", "2"),
    "INERT": ("0|1", "0"),
    "NORM": ("0", "0"),
    "WARN": ("0|1", "0|2"),
}
Row = Mapping[str, str]


class Runs(NamedTuple):
    checked: Ran
    shown: Ran
    as_json: Ran


@pytest.mark.skipif(not _HOSTILE.is_dir(), reason="the shared hostile files are not here")
def test_every_hostile_file_is_read_as_its_manifest_tells(
    braidtui: Braidtui, tmp_path: Path
) -> None:
    failures = []
    rows = [row for row in _rows() if row["kind"] == "yaml"]
    for row in rows:
        path = _file(row, tmp_path)
        runs = Runs(
            braidtui("check", path), braidtui("show", path), braidtui("show", path, "--format=json")
        )
        classes = [row["class"], *row["also"].split()]
        faults = [list(_faults(row, class_, path, runs)) for class_ in classes]
        if all(faults):
            failures.append(f"{row['file']}: {faults[0]}")
    assert len(rows) > 200
    assert failures == []


def _rows() -> Iterator[Row]:
    with (_HOSTILE / "manifest.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _file(row: Row, folder: Path) -> Path:
    """The file, or one made as its hint tells where it is too big to lie there."""
    path = _HOSTILE / row["file"]
    if path.exists():
        return path
    times = re.search(r"(\d[\d ]+) times x", row["hint"])
    assert times, row["hint"]
    made = folder / row["file"]
    text = "x" * int(times[1].replace(" ", ""))
    made.write_text(
        "title: Base\nspeakers:\n  ann: {name: Ann}\nsegments:\n  - title: One\n    turns:\n"
        f'      - {{speaker: ann, text: "{text}"}}\n'
        "      - {speaker: ann, text: zebrafinch}\n"
    )
    return made


def _faults(row: Row, class_: str, path: Path, runs: Runs) -> Iterator[str]:
    check, show = _BY_CLASS[class_]
    if class_ == row["class"]:
        check, show = row["check"] or check, row["show"] or show
    if str(runs.checked.code) not in check.split("|"):
        yield f"check gave {runs.checked}"
    for shown in (runs.shown, runs.as_json):
        if str(shown.code) not in show.split("|"):
            yield f"show gave {shown.code}: {shown.err[:300]}"
    for ran in runs:
        if found := _CONTROLS.findall(ran.out + ran.err):
            yield f"controls {found!r}"
        if "Traceback" in ran.err:
            yield ran.err
    told = runs.checked.out + ("" if class_ == "WARN" else runs.shown.err)
    if class_ in {"ERR", "LIMIT", "WARN"} and runs.shown.code != 0:
        yield from _untold(row, path, told)
    elif class_ != "ERR":
        yield from _unshown(row, runs)
    if row["problems"] and len(_told_lines(runs.checked.out, path)) != int(row["problems"]):
        yield f"not {row['problems']} problems: {runs.checked.out}"


def _untold(row: Row, path: Path, told: str) -> Iterator[str]:
    """Each line of the manifest has to be told, and with it the words."""
    lines = _told_lines(told, path)
    if not lines:
        yield f"no file:line:column in {told[:300]!r}"
    if path.parent != _HOSTILE:
        return
    for wanted in row["line"].split():
        if not set(wanted.split("|")) & {line for line, _ in lines}:
            yield f"line {wanted} is not told: {told[:300]!r}"
    words = json.loads(f'"{row["must_show"]}"')
    if row["class"] == "ERR" and words and words not in told:
        yield f"{words!r} is not told: {told[:300]!r}"


def _told_lines(told: str, path: Path) -> list[tuple[str, str]]:
    return re.findall(rf"^{re.escape(str(path))}:(\d+):\d+: (.*)$", told, re.MULTILINE)


def _unshown(row: Row, runs: Runs) -> Iterator[str]:
    words = "" if row["class"] == "ERR" else json.loads(f'"{row["must_show"]}"')
    if "".join(words.split()) not in "".join(runs.shown.out.split()):
        yield f"{words!r} is not shown"
    if row["json_path"] and runs.as_json.code == 0:
        value: object = json.loads(runs.as_json.out)
        for part in row["json_path"].strip("/").split("/"):
            value = value[int(part)] if isinstance(value, list) else value[part]  # type: ignore[index]
        if value != json.loads(row["json_value"]):
            yield f"{row['json_path']} is {value!r}, not {row['json_value']}"
