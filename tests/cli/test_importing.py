import io
import json
import os
import re
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from braidtui.cli.importing.telling import Telling
from braidtui.episode.yaml_reader import read_episode
from braidtui.library.folders import user_library
from braidtui.library.importing.finding.folder import Found
from braidtui.library.importing.reading import Incoming, Manner, read_transcript
from tests.cli.conftest import EPISODE, Braidtui

PAGE = """\
♦ DISPATCH 031 · 2026-04-02

The Weather Inside the Clock

2026-04-02 / 00:02:10

SEGMENTS

00:00:00 Springs and seasons

Transcript

■ Ines Amaral

00:00:00

A clock keeps time only as well as its steel keeps its temper in the cold.

example.org

■ Tomo Kask

00:00:40

So the first thermometer in the house was the grandfather clock. [laughs]
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE)
    return path


def test_a_page_becomes_an_episode_of_the_library(braidtui: Braidtui, page: Path) -> None:
    code, out, err = braidtui("import", page)
    folder = user_library()
    assert folder
    assert (code, err) == (0, "")
    assert out.startswith(
        '031.yaml: Braid 31, 2026-04-02, "The Weather Inside the Clock": '
        "1 segment, 2 turns, 2 speakers, 1 source, 00:02:10\n"
    )
    assert out.endswith(f"written to {folder / '031.yaml'}\n")
    assert braidtui("check", folder) == (0, "", "")
    assert "[laughs]" in braidtui("show", "31").out


def test_what_is_missing_or_repaired_is_told_with_its_line(
    braidtui: Braidtui, page: Path, tmp_path: Path
) -> None:
    page.write_text(PAGE.replace(" / 00:02:10", ""))
    code, out, _ = braidtui("import", page, "--into", tmp_path)
    assert code == 0
    assert re.search(rf"^{page}:\d+:1: warning: .*duration", out, re.MULTILINE)


def test_a_file_that_exists_is_kept_unless_force_is_asked_for(
    braidtui: Braidtui, page: Path, tmp_path: Path
) -> None:
    (tmp_path / "031.yaml").write_text("mine")
    code, out, err = braidtui("import", page, "--into", tmp_path)
    assert (code, out) == (2, "")
    assert err == f"{tmp_path / '031.yaml'}: is there already (--force writes over it)\n"
    assert (tmp_path / "031.yaml").read_text() == "mine"
    assert braidtui("import", page, "--into", tmp_path, "--force").code == 0
    assert "Ines Amaral" in (tmp_path / "031.yaml").read_text()


def test_one_bad_file_hides_no_other(braidtui: Braidtui, page: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text('{"dear": "diary"}')
    code, out, err = braidtui(
        "import",
        tmp_path / "gone.txt",
        tmp_path / "bad.txt",
        page,
        "--into",
        tmp_path / "new" / "er",
    )
    assert code == 2
    assert out.startswith("031.yaml: ")
    assert (tmp_path / "new" / "er" / "031.yaml").is_file()
    assert [line.split(":")[0] for line in err.splitlines()] == [
        str(tmp_path / "gone.txt"),
        str(tmp_path / "bad.txt"),
    ]


def test_options_set_what_the_page_does_not_know(
    braidtui: Braidtui, page: Path, tmp_path: Path
) -> None:
    facts = {"show": "Clocks", "date": "2026-04-03", "language": "pt", "number": 32, "name": "mine"}
    options = [f"--{name}={value}" for name, value in facts.items()]
    code, _, _ = braidtui("import", page, *options, "--title", "A\x1bB", "--into", tmp_path)
    episode = read_episode((tmp_path / "mine.yaml").read_bytes()).episode
    assert code == 0
    assert episode
    assert (episode.show, str(episode.date), episode.language) == ("Clocks", "2026-04-03", "pt")
    assert (episode.number, episode.title) == (32, "A␛B")


@pytest.mark.parametrize(
    "options",
    [
        ["--date", "tomorrow"],
        ["--number", "-3"],
        ["--name", "../up"],
        ["--as", "morse"],
        ["--title", "T", "second.txt"],
        ["--title", ""],
        ["--into", ""],
    ],
)
def test_a_wish_that_cannot_be_is_one_line(
    braidtui: Braidtui, page: Path, tmp_path: Path, options: list[str]
) -> None:
    code, out, err = braidtui("import", page, "--into", tmp_path / "new", *options)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert not (tmp_path / "new").exists()


def test_an_episode_file_and_standard_input_are_taken_too(
    braidtui: Braidtui, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(EPISODE.encode())))
    code, out, err = braidtui("import", "-", "--into", tmp_path)
    assert (code, err) == (0, "")
    assert out.startswith('007.yaml: Braid 7, 2026-05-20, "Seven Ways to Braid": 3 segments')
    written = read_episode((tmp_path / "007.yaml").read_bytes())
    assert written.episode == read_episode(EPISODE.encode()).episode


def test_what_show_prints_as_json_is_taken_back(
    braidtui: Braidtui, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = braidtui("show", "7", "--format", "json").out
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(shown.encode())))
    assert braidtui("import", "-", "--into", tmp_path).code == 0
    written = read_episode((tmp_path / "007.yaml").read_bytes())
    assert written.episode == read_episode(EPISODE.encode()).episode


def test_one_segment_as_json_is_an_episode_and_its_own_quotes_are_found(
    braidtui: Braidtui, library: Path, tmp_path: Path
) -> None:
    for number, warnings in (("1", 0), ("2", 1)):
        part = tmp_path / "part.json"
        part.write_text(braidtui("show", "7", "-s", number, "--format", "json").out)
        code, out, err = braidtui("import", part, "--into", tmp_path / number)
        assert (code, err) == (0, "")
        assert "1 segment, 2 turns" in out
        assert out.count("warning: quote 1: these words stand in no turn") == warnings


def test_json_that_is_no_episode_is_refused_with_line_and_column(
    braidtui: Braidtui, tmp_path: Path
) -> None:
    path = tmp_path / "bad.json"
    path.write_text('{"speakers": {"a": {"name": "A"}},\n "titel": NaN, "turns": []}')
    for options in ([], ["--as", "json"]):
        code, out, err = braidtui("import", path, "--into", tmp_path, *options)
        assert (code, out) == (2, "")
        assert err == f'{path}:2:11: JSON syntax: a value is expected here, not "NaN"\n'


def test_a_folder_that_cannot_be_made_is_one_line(braidtui: Braidtui, page: Path) -> None:
    for folder, words in ((page / "sub", "Not a directory"), (page, "is no folder")):
        code, out, err = braidtui("import", page, "--into", folder)
        assert (code, out, err) == (2, "", f"{folder}: {words}\n")


VTT = """WEBVTT

00:01.000 --> 00:04.000
<v Ann Lee>The loom is older than the wheel.

00:05.000 --> 00:09.500
<v Bo Park>I doubt that, but go on.
"""


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    """A folder with two transcripts, a third that is none, and what stands beside them."""
    folder = tmp_path / "talks"
    folder.mkdir()
    (folder / "a.vtt").write_text(VTT)
    (folder / "b.vtt").write_text(VTT)
    (folder / "b.srt").write_text("1\n00:00:01,000 --> 00:00:02,000\nAnn Lee: The loom.\n")
    (folder / "broken.vtt").write_bytes(b"")
    (folder / "cover.jpg").touch()
    return folder


def documents(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_file_as_json_is_one_line_with_all_its_keys(
    braidtui: Braidtui, talks: Path, tmp_path: Path
) -> None:
    code, out, err = braidtui("import", talks / "a.vtt", "--into", tmp_path, "--json")
    assert (code, err) == (0, "")
    assert documents(out) == [
        {
            "file": str(talks / "a.vtt"),
            "format": "vtt",
            "id": "a",
            "path": str(tmp_path / "a.yaml"),
            "turns": 2,
            "speakers": ["Ann Lee", "Bo Park"],
            "segments": 1,
            "sources": 0,
            "duration": 9.5,
            "problems": [],
        }
    ]


def test_a_file_that_names_nobody_has_no_speakers_as_json(
    braidtui: Braidtui, talks: Path, tmp_path: Path
) -> None:
    (talks / "a.vtt").write_text(re.sub("<v [^>]*>", "", VTT))
    document = documents(braidtui("import", talks / "a.vtt", "--into", tmp_path, "--json").out)[0]
    assert document["speakers"] == []


def test_a_refused_file_as_json_has_no_path_and_says_why(
    braidtui: Braidtui, talks: Path, tmp_path: Path
) -> None:
    code, out, _ = braidtui(
        "import", talks / "broken.vtt", tmp_path / "gone", "--into", tmp_path, "--json"
    )
    broken, gone = documents(out)
    assert code == 2
    assert (broken["path"], broken["turns"], broken["speakers"]) == (None, None, [])
    assert broken["problems"] == [{"line": 1, "message": "the file is empty"}]
    assert gone["problems"] == [{"line": None, "message": "No such file or directory"}]


def test_an_episode_file_as_json_is_of_the_format_yaml(braidtui: Braidtui, tmp_path: Path) -> None:
    (tmp_path / "ep.yaml").write_text(EPISODE)
    out = braidtui("import", tmp_path / "ep.yaml", "--into", tmp_path / "new", "--json").out
    assert [(it["format"], it["id"], it["duration"]) for it in documents(out)] == [
        ("yaml", "007", 180)
    ]


def test_a_folder_ends_in_one_report(braidtui: Braidtui, talks: Path, tmp_path: Path) -> None:
    code, out, err = braidtui("import", talks, "--into", tmp_path / "new")
    broken = f"{talks / 'broken.vtt'}:1:1: the file is empty"
    assert (code, err) == (2, f"{broken}\n")
    assert out.endswith(
        f"{talks / 'b.srt'}: another form of b.vtt\n"
        "2 files imported: 4 turns, 19 s\n"
        "1 another form of one of them, 1 of other kinds, 1 refused\n"
        "of other kinds: cover.jpg\n"
    )
    again = braidtui("import", talks, "--into", tmp_path / "new").out
    sums = "2 there already, 1 another form of one of them, 1 of other kinds, 1 refused\n"
    assert f"\n0 files imported\n{sums}" in again


def test_a_folder_as_json_tells_every_file(braidtui: Braidtui, talks: Path, tmp_path: Path) -> None:
    for first in ("vtt", None):
        _, out, _ = braidtui("import", talks, "--into", tmp_path / "new", "--json")
        told = {Path(str(it["file"])).name: it for it in documents(out)}
        assert sorted(told) == ["a.vtt", "b.srt", "b.vtt", "broken.vtt"]
        assert (told["a.vtt"]["format"], told["a.vtt"]["id"]) == (first, "a")
        assert told["a.vtt"]["path"] == str(tmp_path / "new" / "a.yaml")
    assert told["a.vtt"]["problems"] == [{"line": None, "message": "there already"}]


def test_a_warning_of_a_sidecar_is_told_with_its_own_path(
    braidtui: Braidtui, talks: Path, tmp_path: Path
) -> None:
    (talks / "a.yaml").write_text("show: Looms\nbogus: 1\n")
    code, out, _ = braidtui("import", talks / "a.vtt", "--into", tmp_path)
    assert code == 0
    assert f'{talks / "a.yaml"}:2:1: warning: unknown key "bogus"\n' in out
    assert "told more by a.yaml\n" in out
    plain = braidtui("import", talks / "a.vtt", "--into", tmp_path / "b", "--no-sidecars").out
    assert "told more by" not in plain


def test_the_format_may_be_told_by_any_of_its_names(
    braidtui: Braidtui, talks: Path, tmp_path: Path
) -> None:
    for form in ("vtt", "WebVTT"):
        assert braidtui("import", talks / "a.vtt", "--as", form, "--into", tmp_path).code == 0
    err = braidtui("import", talks / "a.vtt", "--as", "morse", "--into", tmp_path).err
    assert err.startswith("braidtui import: Invalid value for '--as': \"morse\" is no known format")


def test_every_cue_is_a_turn_where_nothing_is_to_be_joined(
    braidtui: Braidtui, talks: Path, tmp_path: Path
) -> None:
    (talks / "a.vtt").write_text(VTT.replace("<v Bo Park>", "<v Ann Lee>"))
    turns = []
    for join in ("paragraphs", "none"):
        options = ["--join", join, "--into", tmp_path / join, "--json"]
        turns += [
            it["turns"] for it in documents(braidtui("import", talks / "a.vtt", *options).out)
        ]
    assert turns == [1, 2]


def test_standard_input_has_no_name(
    braidtui: Braidtui, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(VTT.encode())))
    code, out, _ = braidtui("import", "-", "--into", tmp_path)
    assert (code, out.partition(": ")[0]) == (0, "untitled.yaml")


def test_a_pipe_is_read_like_a_file(braidtui: Braidtui, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(VTT,))
    writer.start()
    assert braidtui("import", pipe, "--into", tmp_path / "new").code == 0
    writer.join()


def test_what_was_done_is_told_when_it_is_interrupted(
    braidtui: Braidtui,
    talks: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    whole = read_transcript

    def interrupted(path: Path, data: bytes, manner: Manner) -> Incoming:
        if path.name == "b.vtt":
            raise KeyboardInterrupt
        return whole(path, data, manner)

    monkeypatch.setattr("braidtui.library.importing.making.read_transcript", interrupted)
    with pytest.raises(KeyboardInterrupt):
        braidtui("import", talks, "--into", tmp_path / "new")
    out = capfd.readouterr().out
    assert "\nstopped: 2 files left (the same command goes on)\n1 file imported: 2 turns" in out


def test_a_file_that_names_nobody_says_so(braidtui: Braidtui, talks: Path, tmp_path: Path) -> None:
    (talks / "a.vtt").write_text(re.sub("<v [^>]*>", "", VTT))
    assert ": 1 segment, 1 turn, nobody named, 0 sources," in (
        braidtui("import", talks / "a.vtt", "--into", tmp_path).out
    )


def test_what_is_unchanged_is_not_imported(braidtui: Braidtui, talks: Path, tmp_path: Path) -> None:
    braidtui("import", talks / "a.vtt", "--into", tmp_path)
    out = braidtui("import", talks / "a.vtt", talks / "b.vtt", "--into", tmp_path).out
    assert out.endswith("\n1 file imported: 2 turns, 10 s\n1 unchanged\n")


def test_what_a_folder_leaves_out_is_named(braidtui: Braidtui, talks: Path, tmp_path: Path) -> None:
    (talks / "broken.vtt").unlink()
    (talks / "LICENSE").write_text("Do what you like.\n")
    (talks / "gone.vtt").symlink_to(talks / "nowhere")
    for number in range(11):
        (talks / f"note{number:02}.txt").write_text("Looms.\n")
    code, out, err = braidtui("import", talks, "--into", tmp_path / "new", "--json")
    left = {Path(str(it["file"])).name: it for it in documents(out) if it["path"] is None}
    assert (code, err, len(left)) == (0, "", 14)
    for name, words in (
        ("LICENSE", "no transcript: nothing of a known format"),
        ("gone.vtt", "no transcript: a link to nothing that can be read"),
        ("note00.txt", "no transcript: no name and no time in it"),
    ):
        assert left[name]["problems"] == [{"line": None, "message": words}]
    _, out, _ = braidtui("import", talks, "--into", tmp_path / "new")
    assert f"\n{talks / 'note00.txt'}: no transcript: no name and no time in it\n" in out
    assert "\nand 3 more are no transcript (all with --json)\nof other kinds: cover.jpg\n" in out


def test_another_manner_of_reading_is_told_of_what_is_there(
    braidtui: Braidtui, talks: Path, tmp_path: Path
) -> None:
    braidtui("import", talks, "--into", tmp_path / "new")
    words = "there already, read in another manner: --force makes it anew"
    out = braidtui("import", talks, "--into", tmp_path / "new", "--join", "none").out
    assert f"{tmp_path / 'new' / 'a.yaml'}: {words}\n" in out
    options = ["--into", tmp_path / "new", "--join", "none", "--json"]
    (a, *_) = documents(braidtui("import", talks, *options).out)
    assert a["problems"] == [{"line": None, "message": words}]


def test_of_many_files_each_is_a_line_and_the_remarks_are_summed(
    braidtui: Braidtui, talks: Path, tmp_path: Path
) -> None:
    for number in range(6):
        (talks / f"c{number}.vtt").write_text(VTT.replace("WEBVTT", "WEBVTT\nspare"))
    out = braidtui("import", talks, "--into", tmp_path / "new").out
    assert "c0.yaml: 1 segment, 2 turns, 2 speakers, 0 sources, 00:00:09.500, 1 remark\n" in out
    assert "\nremarks (each with --verbose):\n  on 6 files: " in out
    assert "written to" not in out
    options = ["--into", tmp_path / "newer", "--verbose"]
    out = braidtui("import", talks, *options).out
    assert out.count("written to") == 8
    assert "remarks" not in out


def test_of_one_file_only_the_first_problems_are_told(
    braidtui: Braidtui, talks: Path, tmp_path: Path
) -> None:
    keys = "".join(f"bogus{number}: 1\n" for number in range(23))
    (talks / "a.yaml").write_text(keys)
    out = braidtui("import", talks / "a.vtt", "--into", tmp_path).out
    assert out.count("unknown key") == 20
    assert f"{talks / 'a.yaml'}: and 3 more (all with --json)\n" in out


def test_standard_input_is_shown_and_opened(
    braidtui: Braidtui, monkeypatch: pytest.MonkeyPatch
) -> None:
    for arguments in (("show", "-"), ("-",)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(VTT.encode())))
        code, out, err = braidtui(*arguments)
        assert (code, err) == (0, "")
        assert "The loom is older than the wheel." in out


def test_what_a_command_of_the_shell_gives_is_shown_and_opened(braidtui: Braidtui) -> None:
    for arguments in (("show",), ()):
        reading, writing = os.pipe()
        os.write(writing, VTT.encode())
        os.close(writing)
        code, out, err = braidtui(*arguments, f"/dev/fd/{reading}")
        os.close(reading)
        assert (code, err, out.partition("\n")[0]) == (0, "", "Untitled")


def test_a_transcript_under_the_name_of_an_episode_file_is_refused_with_a_hint(
    braidtui: Braidtui, talks: Path, tmp_path: Path
) -> None:
    (talks / "z.yaml").write_text(VTT)
    code, _, err = braidtui("import", talks / "z.yaml", "--into", tmp_path)
    assert code == 2
    assert "(--as vtt reads it as that)\n" in err
    assert braidtui("import", talks / "z.yaml", "--as", "vtt", "--into", tmp_path).code == 0


def test_a_large_file_is_named_on_a_terminal_while_it_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    screen = io.StringIO()
    monkeypatch.setattr(screen, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    telling = Telling(Found(), as_json=False)
    telling.begin(Path("talks/small.vtt"), 1000)
    assert screen.getvalue() == ""
    telling.begin(Path("talks/large.vtt"), 60 << 20)
    telling.end()
    assert screen.getvalue() == "reading large.vtt (60 MiB) …\r\x1b[K"


def test_a_transcript_is_opened_with_the_files_beside_it(braidtui: Braidtui, talks: Path) -> None:
    (talks / "a.yaml").write_text("show: Looms\nspeakers: {ann: {name: Ann Lee, role: host}}\n")
    (talks / "a.mp3").write_bytes(b"ID3\x04")
    for name in ("a.vtt", "a.mp3"):
        shown = json.loads(braidtui("show", talks / name, "--format", "json").out)
        assert (shown["show"], shown["audio"], shown["title"]) == ("Looms", "a.mp3", "a")
        assert shown["speakers"]["ann"]["role"] == "host"
    (talks / "alone.mp3").touch()
    code, _, err = braidtui("show", talks / "alone.mp3")
    assert (code, err.count("\n")) == (2, 1)


@given(st.binary(max_size=300), st.sampled_from(["", "WEBVTT\n\n", '{"segments": [', "1\n00:00:0"]))
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_bytes_are_imported_or_refused_in_one_line(
    braidtui: Braidtui, tmp_path: Path, data: bytes, head: str
) -> None:
    path = tmp_path / "any.vtt"
    path.write_bytes(head.encode() + data)
    code, out, err = braidtui("import", path, "--into", tmp_path / "new", "--force", "--json")
    (document,) = documents(out)
    assert (code, document["path"] is None) in {(0, False), (2, True)}
    assert err.startswith(str(path)) if code else not err
    assert "Traceback" not in err
