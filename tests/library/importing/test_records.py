"""What imports made of which files is remembered, as far as it can be."""

from pathlib import Path

import pytest

from braidtui.library.folders import cache_folder
from braidtui.library.importing.records import Record, Records, print_of


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "out" / "ep.yaml"
    path.parent.mkdir()
    path.touch()
    return path


def record_file() -> Path:
    folder = cache_folder()
    assert folder
    return folder / "imports.jsonl"


def test_a_record_is_found_by_its_target_and_by_its_source(target: Path, tmp_path: Path) -> None:
    source = tmp_path / "ep.vtt"
    record = Record(str(target), str(source), "f", "m")
    Records().add(record)
    records = Records()
    assert records.of(target) == record
    assert records.made_of([tmp_path / "ep.json", source], target.parent) == target
    assert records.made_of([source], tmp_path) is None
    target.unlink()
    assert records.made_of([source], target.parent) is None


def test_the_last_record_of_a_target_counts_whoever_wrote_it(target: Path) -> None:
    first, second = Records(), Records()
    first.add(Record(str(target), "a"))
    second.add(Record(str(target), "b"))
    assert Records().of(target) == Record(str(target), "b")


def test_broken_lines_are_no_records(target: Path) -> None:
    Records().add(Record(str(target), "a"))
    with record_file().open("a") as file:
        file.write('["half", "a li\n[1]\n{}\n\0\n' + "[" * 5000)
    records = Records()
    records.add(Record(str(target), "b"))
    assert Records().of(target) == Record(str(target), "b")


def test_what_tells_nothing_any_more_is_thrown_away(target: Path) -> None:
    records = Records()
    for number in range(1200):
        records.add(Record(str(target), str(number)))
    Records()
    assert record_file().read_text().count("\n") == 1
    assert Records().of(target) == Record(str(target), "1199")


def test_the_print_of_files_tells_that_one_has_changed(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("one")
    before = print_of([path])
    assert print_of([path]) == before
    path.write_text("three")
    assert print_of([path]) != before
