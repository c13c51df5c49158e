"""Which files are read, as what, and how the others are refused in one line."""

import os
from pathlib import Path

import pytest

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.episode.problem import EpisodeRefused
from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import Imported, notice, refused
from braidtui.formats.registry import READERS, Reader
from braidtui.library.reading import LARGEST, read_file, trouble_in_words

YAML = """title: T
speakers: {a: {name: Ann}}
segments: [{title: One, turns: [{speaker: a, text: Good evening.}]}]
"""
MORSE = "MORSE -. ---\n"


@pytest.mark.parametrize("name", ["a.yaml", "a.YML", "a", "a.txt"])
def test_an_episode_in_yaml_is_known_by_its_name_or_its_text(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(YAML)
    opened = read_file(path)
    assert (opened.id, opened.key, opened.path) == ("a", str(path), path)
    assert opened.episode.turns[0].text == "Good evening."
    assert opened.turn_lines == (3,)


@pytest.fixture
def morse(monkeypatch: pytest.MonkeyPatch) -> None:
    """One more format, that says which line it does not like."""

    def claims(given: Given) -> bool:
        return given.text.startswith("MORSE")

    def read_morse(given: Given, _options: ReadOptions) -> Imported:
        if "?" in given.text:
            raise refused("what is this?", 7)
        said = (Turn("a", "No."),)
        return Imported(Episode("T", (Speaker("a", "Ann"),), (Segment("One", 0, said),)), NOTICES)

    monkeypatch.setitem(READERS, "morse", Reader(claims, read_morse))


NOTICES = (notice(2, "Poor signal."),)


def test_another_format_is_known_by_its_text(tmp_path: Path, morse: None) -> None:
    path = tmp_path / "talk.txt"
    path.write_text(MORSE)
    opened = read_file(path)
    assert [turn.text for turn in opened.episode.turns] == ["No."]
    assert (opened.id, opened.turn_lines, opened.warnings) == ("talk", (), NOTICES)


def test_a_text_that_its_format_refuses_is_told_with_its_line(tmp_path: Path, morse: None) -> None:
    path = tmp_path / "talk.txt"
    path.write_text("MORSE?")
    with pytest.raises(EpisodeRefused) as error:
        read_file(path)
    assert str(error.value) == f"{path}:7:1: what is this?"


def test_a_text_that_two_formats_claim_is_refused(
    tmp_path: Path, morse: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(READERS, "other", READERS["morse"])
    path = tmp_path / "talk.txt"
    path.write_text(MORSE)
    with pytest.raises(EpisodeRefused, match="morse or other"):
        read_file(path)


def test_a_yaml_name_promises_yaml(tmp_path: Path, morse: None) -> None:
    path = tmp_path / "talk.yaml"
    path.write_text(MORSE)
    with pytest.raises(EpisodeRefused):
        read_file(path)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.yaml", b"", "a.yaml:1:1: the file is empty"),
        ("a.vtt", b"", "a.vtt:1:1: the file is empty"),
        ("set.txt", b'{"size": 12}', "set.txt:1:1: JSON of no known shape"),
        ("latin.yaml", b"caf\xe9 ol\xe9", "latin.yaml:1:4: not UTF-8: byte 0xe9"),
        ("a.yaml", b"title: T\ntitle: U\n", "a.yaml:1:1: segments is missing"),
        ("a.vtt", b"ID3\x04\0\0", "a.vtt:1:1: this is no text file but MP3 data"),
        ("a.mp3", b"ID3\x04\0\0", "a.mp3:1:1: this is a recording, and no transcript of its name"),
    ],
)
def test_a_file_that_is_no_episode_is_refused_with_its_place(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(EpisodeRefused) as refused:
        read_file(tmp_path / name)
    assert str(refused.value).removeprefix(f"{tmp_path}/").startswith(words)
    assert "\n" not in str(refused.value)


def test_the_first_problem_told_is_no_warning(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("url: javascript:x\nnumber: x\n" + YAML)
    with pytest.raises(EpisodeRefused) as refused:
        read_file(path)
    assert [problem.is_warning for problem in refused.value.problems] == [False, True]


def test_only_plain_files_are_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "folder.yaml").mkdir()
    with (tmp_path / "large.yaml").open("wb") as file:
        file.truncate(LARGEST + 1)
    for path, words in (
        (tmp_path / "pipe.yaml", "is a pipe or a device, not an episode file"),
        (Path("/dev/zero"), "is a pipe or a device, not an episode file"),
        (tmp_path / "folder.yaml", "is a folder, not an episode file"),
        (tmp_path / "large.yaml", "is larger than 64 MiB"),
        (tmp_path / "missing.yaml", "No such file or directory"),
    ):
        with pytest.raises(OSError) as error:
            read_file(path)
        assert trouble_in_words(error.value) == f"{path}: {words}"


def test_a_file_that_grows_while_it_is_read_is_still_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from braidtui.library import reading

    monkeypatch.setattr(reading, "LARGEST", 10)
    monkeypatch.setattr(reading, "stamp_from", lambda found, path: reading.Stamp(1, 1))
    (tmp_path / "a.yaml").write_text("x" * 11)
    with pytest.raises(OSError, match="larger"):
        read_file(tmp_path / "a.yaml")


def test_trouble_with_a_hostile_name_is_one_safe_line() -> None:
    name = os.fsdecode(b"a\n\xff\x1b]0;x\x07.yaml")
    words = trouble_in_words(FileNotFoundError(2, "No such file or directory", name))
    assert words == "a \ufffd␛]0;x␇.yaml: No such file or directory"
    assert trouble_in_words(OSError("told\nso")) == "told so"
