"""What files are by their names."""

from datetime import date
from pathlib import Path

import pytest

from braidtui.library.importing.finding.files import (
    day_of,
    is_captions,
    is_recording,
    is_sidecar,
    language_of,
    richness,
    stem_of,
    stems_of,
    telling_stem,
)
from braidtui.library.importing.finding.sidecars import sidecars_of, transcripts_of


def test_the_form_that_tells_most_is_the_richest() -> None:
    names = ["a.txt", "a.md", "a.html", "a.tsv", "a.sbv", "a.SRT", "a.vtt", "a.json", "a.mp3"]
    ranked = sorted((it for it in names if richness(it) is not None), key=richness)
    assert ranked == ["a.json", "a.vtt", "a.SRT", "a.sbv", "a.tsv", "a.html", "a.md", "a.txt"]


def test_a_sidecar_is_no_transcript_though_its_suffix_is_one() -> None:
    assert is_sidecar("ep.chapters.json")
    assert richness("ep.Description.txt") is None
    assert is_sidecar("ep.description")
    assert (is_recording("ep.MP3"), is_recording("ep.vtt")) == (True, False)
    assert (is_captions("ep.vtt"), is_captions("ep.txt")) == (True, False)


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("ep.vtt", "ep"),
        ("ep.mp3.srt", "ep"),
        ("v1.2.vtt", "v1.2"),
        ("ep", "ep"),
        ("ep.vtt.txt", "ep"),
        ("ep.en.vtt", "ep"),
        ("ep.de-orig.srt", "ep"),
        ("ep.en-US.vtt", "ep"),
        ("ep.transcript.en.vtt", "ep"),
        ("ep_captions.txt", "ep"),
        ("Dr.No.vtt", "Dr.No"),
        ("sea-en.vtt", "sea-en"),
        (".en.vtt", ".en"),
    ],
)
def test_the_stem_is_the_name_of_the_episode(name: str, stem: str) -> None:
    assert stem_of(name) == stem


@pytest.mark.parametrize(
    ("name", "stems"),
    [
        ("ep.vtt", ("ep",)),
        ("ep.en.vtt", ("ep.en", "ep")),
        ("ep.pt-BR.srt", ("ep.pt-BR", "ep")),
        ("ep_transcript.txt", ("ep_transcript", "ep")),
        ("transcript.txt", ("transcript",)),
    ],
)
def test_a_language_or_kind_after_the_name_is_left_out_beside_it(
    name: str, stems: tuple[str, ...]
) -> None:
    assert stems_of(name) == stems


@pytest.mark.parametrize(
    ("name", "language"),
    [("ep.vtt", ""), ("ep.en-orig.vtt", "en"), ("ep.zh-Hant-TW.transcript.srt", "zh")],
)
def test_the_language_is_told_by_the_name(name: str, language: str) -> None:
    assert language_of(name) == language


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2024-03-12 Looms.vtt", date(2024, 3, 12)),
        ("GMT20240312-170000_Recording.vtt", date(2024, 3, 12)),
        ("looms_2024.03.12.en.vtt", date(2024, 3, 12)),
        ("2024-02-31.vtt", None),
        ("1202403125.vtt", None),
        ("2024-0312.vtt", None),
    ],
)
def test_a_day_is_told_by_the_name(name: str, day: date | None) -> None:
    assert day_of(name) == day


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("loom.vtt", "loom"),
        ("Transcript.vtt", "folder"),
        ("audio1234567890.transcript.vtt", "folder"),
        ("index.html", "folder"),
        ("transcripts-of-trials.txt", "transcripts-of-trials"),
    ],
)
def test_a_name_that_any_transcript_may_have_tells_less_than_its_folder(
    tmp_path: Path, name: str, stem: str
) -> None:
    assert telling_stem(tmp_path / "folder" / name) == stem


def test_sidecars_are_found_by_name(tmp_path: Path) -> None:
    for name in ("ep.en.vtt", "ep.chapters.json", "ep.en.description.txt", "ep.yml", "ep.m4a"):
        (tmp_path / name).touch()
    (tmp_path / "other.yaml").touch()
    found = sidecars_of(tmp_path / "ep.en.vtt")
    names = [path.name if path else None for path in found]
    assert names == ["ep.chapters.json", "ep.en.description.txt", "ep.yml", "ep.m4a"]
    assert sidecars_of(tmp_path / "nothing.vtt").all == ()


def test_the_transcripts_of_a_recording_are_found_richest_first(tmp_path: Path) -> None:
    for name in ("ep.txt", "ep.mp3.srt", "ep.en.vtt", "ep.chapters.json", "epilogue.vtt"):
        (tmp_path / name).touch()
    found = transcripts_of(tmp_path / "ep.mp3")
    assert [path.name for path in found] == ["ep.en.vtt", "ep.mp3.srt", "ep.txt"]
