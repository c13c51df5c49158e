import json
from pathlib import Path

import pytest

from braidtui.cli.forms import FORMS
from braidtui.formats.writers import WRITERS
from tests.cli.conftest import EPISODE, Braidtui


@pytest.mark.parametrize("target", ["7", "007", "seven ways", "007@s1"])
def test_a_target_may_be_a_number_an_id_or_words(
    braidtui: Braidtui, library: Path, target: str
) -> None:
    code, out, err = braidtui("show", *target.split())
    assert (code, err) == (0, "")
    assert "  Good evening [1]\n" in out


def test_a_file_needs_no_library(braidtui: Braidtui, library: Path, tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text(EPISODE.replace("Good evening", "Elsewhere"))
    assert "Elsewhere" in braidtui("show", tmp_path / "other.yaml").out


def test_a_place_cuts_what_stands_before_it(braidtui: Braidtui, library: Path) -> None:
    out = braidtui("show", "7@1:45").out
    assert "Seven Ways" in out
    assert "And across" not in out
    assert "Once more" in out
    assert "The end" in out


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        (["2"], ["And across", "Once more"]),
        (["1", "3"], ["Good evening", "A river", "The end"]),
        (["2-3"], ["And across", "Once more", "The end"]),
        (["s1,2"], ["Good evening", "A river", "And across", "Once more"]),
    ],
)
def test_segments_are_chosen_by_number_and_range(
    braidtui: Braidtui, library: Path, chosen: list[str], shown: list[str]
) -> None:
    options = [part for number in chosen for part in ("-s", number)]
    out = braidtui("show", "7", *options).out
    words = ["Good evening", "A river", "And across", "Once more", "The end"]
    assert [word for word in words if word in out] == shown


@pytest.mark.parametrize("number", ["0", "4", "3-2", "two", "-1", "1-", "９"])
def test_a_segment_that_is_none_is_refused(braidtui: Braidtui, library: Path, number: str) -> None:
    code, out, err = braidtui("show", "7", "-s", number)
    assert (code, out) == (2, "")
    assert err.startswith(f"braidtui: -s {number}: ")
    assert err.count("\n") == 1


def test_json_is_the_episode_with_id_and_path(braidtui: Braidtui, library: Path) -> None:
    document = json.loads(braidtui("show", "7", "--format", "json", "-s", "2").out)
    assert document["id"] == "007"
    assert document["path"] == str(library / "007.yaml")
    assert document["duration"] == 180
    (quote,) = document["quotes"]
    assert (quote["text"], quote["speaker"], quote["start"]) == ("A river in two beds.", "mo", 20)
    assert quote["stated"] == {"speaker": None, "start": None}
    assert [segment["title"] for segment in document["segments"]] == ["Weft"]
    assert document["segments"][0]["turns"][0]["sources"][0]["site"] == "example.net"


@pytest.mark.parametrize(
    ("form", "first", "last"),
    [
        ("vtt", "WEBVTT", "00:01:30.000 --> 00:02:00.000"),
        ("srt", "1\n00:01:00,000 --> ", "00:01:30,000 --> 00:02:00,000"),
        ("md", "# Seven Ways", "Mo Ibn Sina"),
        ("podcasting20", '{\n  "version": "1.0.0",', '"startTime": 90,'),
        ("chapters", '{\n  "version": "1.2.0",', '"title": "Weft"'),
    ],
)
def test_other_formats_have_only_the_chosen_segments(
    braidtui: Braidtui, library: Path, form: str, first: str, last: str
) -> None:
    code, out, _ = braidtui("show", "7", "-s", "2", "--format", form)
    assert code == 0
    assert out.startswith(first)
    assert last in out
    assert "The end" not in out


SPELLINGS = {
    "text": ["txt", "plain", "TEXT"],
    "md": ["markdown", "Markdown"],
    "json": ["JSON"],
    "vtt": ["webvtt", "WebVTT"],
    "srt": ["subrip", "SubRip"],
    "podcasting20": [
        "podcasting2.0",
        "podcasting-2.0",
        "podcasting2",
        "podcast-json",
        "p20",
        "P20",
    ],
    "chapters": ["chapters-json"],
}


@pytest.mark.parametrize("form", FORMS)
def test_what_people_call_a_format_is_understood(
    braidtui: Braidtui, library: Path, form: str
) -> None:
    shown = braidtui("show", "7", "--format", form)
    assert (shown.code, shown.err) == (0, "")
    for spelling in SPELLINGS[form]:
        assert braidtui("show", "7", "--format", spelling) == shown


def test_the_formats_are_those_of_the_registry_and_help_names_each_once(
    braidtui: Braidtui,
) -> None:
    assert tuple(WRITERS) == FORMS
    assert f"[{'|'.join(FORMS)}]" in braidtui("show", "--help").out
    assert "podcast-json" not in braidtui("show", "--help").out


def test_a_format_that_nobody_writes_is_one_line_with_those_that_are(
    braidtui: Braidtui, library: Path
) -> None:
    code, out, err = braidtui("show", "7", "--format", "docx")
    assert (code, out) == (2, "")
    assert f'"docx" is none of {", ".join(FORMS)}' in err
    assert err.count("\n") == 1


def test_a_file_with_problems_is_refused_with_all_of_them(
    braidtui: Braidtui, tmp_path: Path
) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(
        EPISODE.replace("ada, start: 1:00", "eda, start: 1:00").replace("2026-05-20", "May")
    )
    code, out, err = braidtui("show", path)
    assert (code, out) == (2, "")
    assert [line.partition(": ")[0] for line in err.splitlines()] == [
        f"{path}:3:7",
        f"{path}:20:19",
    ]


@pytest.mark.parametrize(
    "target", ["nowhere.yaml", "12", "no such words", "7@9:99", "7@s9", "", " "]
)
def test_a_target_that_names_nothing_is_one_line(
    braidtui: Braidtui, library: Path, target: str
) -> None:
    for line in (["show", target], [target]):
        code, out, err = braidtui(*line)
        assert (code, out) == (2, "")
        assert err.startswith("braidtui: ")
        assert err.count("\n") == 1


def test_words_that_fit_several_episodes_name_them(braidtui: Braidtui, library: Path) -> None:
    (library / "eight.yaml").write_text(EPISODE.replace("Seven", "Eight").replace(": 7", ": 8"))
    code, _, err = braidtui("show", "ways")
    assert code == 2
    assert "Seven Ways to Braid" in err
    assert "Eight Ways to Braid" in err
