"""Imports of files and folders: names, forms, what is skipped, what is never written over."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from braidtui.episode.yaml_reader import read_episode
from braidtui.library.importing.folder import Found
from braidtui.library.importing.reading import Manner
from braidtui.library.importing.report import Ending, Import
from braidtui.library.importing.running import Importer, Wishes

VTT = """WEBVTT

00:01.000 --> 00:04.000
<v Ann Lee>The loom is older than the wheel.

00:05.000 --> 00:09.000
<v Bo Park>I doubt that, but go on.
"""
SRT = """1
00:00:01,000 --> 00:00:04,000
Ann Lee: The loom is older than the wheel.
"""
WHOLE = """title: Mine
speakers: {a: {name: Ann}}
segments: [{title: One, turns: [{speaker: a, text: Good evening.}]}]
"""
Done = list[tuple[str, Ending]]


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    folder = tmp_path / "talks"
    folder.mkdir()
    return folder


def imported(into: Path, *files: Path, **wishes: object) -> list[Import]:
    importer = Importer(Wishes(into, **wishes))
    return list(importer.run(importer.find([str(file) for file in files]).jobs))


def endings(done: list[Import]) -> Done:
    return [(one.file.name, one.ending) for one in done]


def written(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def found_in(folder: Path, into: Path) -> Found:
    return Importer(Wishes(into)).find([str(folder)])


def test_a_title_that_no_text_tells_is_the_stem_of_its_file(talks: Path, tmp_path: Path) -> None:
    (talks / "The Loom.vtt").write_text(VTT)
    (talks / "第一集.vtt").write_text(VTT)
    (talks / "captions.vtt").write_text(VTT)
    for name in ("The Loom.vtt", "第一集.vtt", "captions.vtt"):
        imported(tmp_path / "out", talks / name)
    assert written(tmp_path / "out") == ["talks.yaml", "the-loom.yaml", "第一集.yaml"]
    episode = read_episode((tmp_path / "out" / "the-loom.yaml").read_bytes()).episode
    assert episode
    assert episode.title == "The Loom"


def test_two_files_of_one_name_are_told_apart(talks: Path, tmp_path: Path) -> None:
    (talks / "a").mkdir()
    (talks / "ep.vtt").write_text(VTT)
    (talks / "a" / "ep.vtt").write_text(VTT.replace("loom", "reed"))
    for _ in range(2):
        done = imported(tmp_path / "out", talks / "ep.vtt", talks / "a" / "ep.vtt")
        assert [one.path and one.path.name for one in done] == ["ep.yaml", "ep-2.yaml"]
    assert [one.ending for one in done] == [Ending.UNCHANGED, Ending.UNCHANGED]


def test_a_file_that_differs_is_kept_without_force(talks: Path, tmp_path: Path) -> None:
    (talks / "ep.vtt").write_text(VTT)
    mine = tmp_path / "out" / "ep.yaml"
    mine.parent.mkdir()
    mine.write_text("mine")
    (refused,) = imported(mine.parent, talks / "ep.vtt")
    assert (refused.ending, refused.path) == (Ending.REFUSED, None)
    assert str(refused.problems[0]) == f"{mine}: is there already (--force writes over it)"
    assert mine.read_text() == "mine"
    assert imported(mine.parent, talks / "ep.vtt", replaces=True)[0].ending is Ending.IMPORTED


def test_a_folder_is_walked_and_its_shape_is_kept(talks: Path, tmp_path: Path) -> None:
    (talks / "2025 spring" / "deep").mkdir(parents=True)
    (talks / ".hidden").mkdir()
    for name in ("b.vtt", "a.vtt", "2025 spring/deep/c.vtt", ".hidden/d.vtt", ".e.vtt", "f.jpg"):
        (talks / name).write_text(VTT)
    assert found_in(talks, tmp_path / "out").others == 1
    assert endings(imported(tmp_path / "out", talks)) == [
        ("a.vtt", Ending.IMPORTED),
        ("b.vtt", Ending.IMPORTED),
        ("c.vtt", Ending.IMPORTED),
    ]
    assert written(tmp_path / "out") == ["2025-spring/deep/c.yaml", "a.yaml", "b.yaml"]


def test_the_forms_of_one_episode_are_read_once(talks: Path, tmp_path: Path) -> None:
    (talks / "ep.vtt").write_text(VTT)
    (talks / "ep.srt").write_text(SRT)
    (talks / "ep.txt").write_text("Ann Lee: The loom.")
    done = imported(tmp_path / "out", talks)
    assert endings(done) == [
        ("ep.vtt", Ending.IMPORTED),
        ("ep.srt", Ending.OTHER_FORM),
        ("ep.txt", Ending.OTHER_FORM),
    ]
    assert done[1].problems[0].problem.message == "another form of ep.vtt"


def test_a_form_that_is_no_transcript_leaves_it_to_the_next(talks: Path, tmp_path: Path) -> None:
    (talks / "ep.json").write_text('{"name": "ep", "bytes": 12}')
    (talks / "ep.vtt").write_text(VTT)
    assert endings(imported(tmp_path / "out", talks)) == [
        ("ep.json", Ending.NO_TRANSCRIPT),
        ("ep.vtt", Ending.IMPORTED),
    ]


def test_captions_of_no_format_are_refused(talks: Path, tmp_path: Path) -> None:
    (talks / "ep.vtt").write_text("")
    (talks / "notes.json").write_text("{}")
    (talks / "README.md").write_text("# Talks\n\nAll about looms.\n")
    (talks / "z.vtt").write_text(VTT)
    done = imported(tmp_path / "out", talks)
    assert [one.ending for one in done] == [
        Ending.NO_TRANSCRIPT,
        Ending.REFUSED,
        Ending.NO_TRANSCRIPT,
        Ending.IMPORTED,
    ]


def test_a_second_import_skips_what_is_there_and_not_older(talks: Path, tmp_path: Path) -> None:
    (talks / "ep.vtt").write_text(VTT)
    (talks / "changed.vtt").write_text(VTT)
    imported(tmp_path / "out", talks)
    made = (tmp_path / "out" / "changed.yaml").stat().st_mtime_ns
    (talks / "changed.vtt").write_text(VTT.replace("loom", "reed"))
    os.utime(talks / "changed.vtt", ns=(made + 10**9, made + 10**9))
    again = imported(tmp_path / "out", talks)
    assert endings(again) == [("changed.vtt", Ending.REFUSED), ("ep.vtt", Ending.SKIPPED)]
    assert again[1].path == tmp_path / "out" / "ep.yaml"
    assert endings(imported(tmp_path / "out", talks, replaces=True))[0][1] is Ending.IMPORTED


def test_a_changed_sidecar_makes_an_episode_old(talks: Path, tmp_path: Path) -> None:
    (talks / "ep.vtt").write_text(VTT)
    imported(tmp_path / "out", talks)
    head = talks / "ep.yaml"
    head.write_text("show: Looms\n")
    made = (tmp_path / "out" / "ep.yaml").stat().st_mtime_ns
    os.utime(head, ns=(made + 10**9, made + 10**9))
    assert imported(tmp_path / "out", talks)[0].ending is Ending.REFUSED


def test_a_folder_into_itself_never_takes_an_episode_for_a_transcript(talks: Path) -> None:
    (talks / "ep.vtt").write_text(VTT)
    (talks / "mine.yaml").write_text(WHOLE)
    for _ in range(2):
        imported(talks, talks)
        assert written(talks) == ["ep.vtt", "ep.yaml", "mine.yaml"]


def test_the_head_of_an_episode_is_not_written_over(talks: Path) -> None:
    (talks / "ep.vtt").write_text(VTT)
    (talks / "ep.yaml").write_text("show: Looms\n")
    for files, name in (((talks,), "ep-2.yaml"), ((talks / "ep.vtt",), "ep-2.yaml")):
        done = imported(talks, *files, replaces=True)
        assert [one.path and one.path.name for one in done] == [name]
        assert done[0].used == (talks / "ep.yaml",)
    assert (talks / "ep.yaml").read_text() == "show: Looms\n"
    assert "show: Looms" in (talks / "ep-2.yaml").read_text()


def test_episode_files_of_a_folder_are_brought_over_but_not_from_where_they_go(
    talks: Path,
) -> None:
    (talks / "mine.yaml").write_text(WHOLE)
    (talks / "settings.yaml").write_text("theme: dark\n")
    for _ in range(2):
        imported(talks / "out", talks)
        assert written(talks) == ["mine.yaml", "out/mine.yaml", "settings.yaml"]


def test_links_to_folders_are_told_and_nothing_but_files_is_opened(
    talks: Path, tmp_path: Path
) -> None:
    (talks / "ep.vtt").write_text(VTT)
    (talks / "round").symlink_to(talks, target_is_directory=True)
    (talks / "gone.vtt").symlink_to(talks / "nowhere")
    (talks / "linked.vtt").symlink_to(talks / "ep.vtt")
    os.mkfifo(talks / "pipe.vtt")
    found = found_in(talks, tmp_path / "out")
    assert found.notices == [f"{talks / 'round'}: is a link to a folder: not followed"]
    assert endings(imported(tmp_path / "out", talks)) == [
        ("ep.vtt", Ending.IMPORTED),
        ("gone.vtt", Ending.REFUSED),
        ("linked.vtt", Ending.IMPORTED),
        ("pipe.vtt", Ending.REFUSED),
    ]


def test_a_recording_stands_for_the_transcript_beside_it(talks: Path, tmp_path: Path) -> None:
    (talks / "ep.mp3").write_bytes(b"ID3\x04")
    (alone,) = imported(tmp_path / "out", talks / "ep.mp3")
    assert (alone.ending, len(alone.problems)) == (Ending.REFUSED, 1)
    (talks / "ep.srt").write_text(SRT)
    (talks / "ep.vtt").write_text(VTT)
    done = imported(tmp_path / "out", talks / "ep.mp3")
    assert endings(done)[0] == ("ep.vtt", Ending.IMPORTED)


def test_the_recording_beside_the_episode_file_is_its_audio(talks: Path, tmp_path: Path) -> None:
    (talks / "ep.mp3").touch()
    (talks / "ep.vtt").write_text(VTT)
    (here,) = imported(talks, talks / "ep.vtt")
    (elsewhere,) = imported(tmp_path / "out", talks / "ep.vtt")
    assert here.episode
    assert here.episode.audio == "ep.mp3"
    assert elsewhere.episode
    assert elsewhere.episode.audio == ""
    assert [it.problem.message for it in elsewhere.problems][-1:] == [
        "the recording ep.mp3 is not beside the episode file: audio is left out"
    ]


def test_options_win_over_sidecars_and_these_may_be_left_alone(talks: Path, tmp_path: Path) -> None:
    (talks / "ep.vtt").write_text(VTT)
    (talks / "ep.yaml").write_text("show: Looms\nlanguage: en\ntitle: Warp\n")
    (one,) = imported(tmp_path / "a", talks / "ep.vtt", changes={"show": "Reeds"})
    assert one.episode
    assert (one.episode.show, one.episode.language) == ("Reeds", "en")
    assert (one.episode.title, one.episode.segments[0].title) == ("Warp", "Warp")
    (alone,) = imported(tmp_path / "b", talks / "ep.vtt", manner=Manner(uses_sidecars=False))
    assert alone.episode
    assert (alone.episode.show, alone.used) == ("", ())


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only to root")
def test_a_folder_that_cannot_be_written_to_is_a_refusal(talks: Path, tmp_path: Path) -> None:
    (talks / "ep.vtt").write_text(VTT)
    (tmp_path / "out").mkdir(mode=0o555)
    assert imported(tmp_path / "out", talks)[0].ending is Ending.REFUSED


def many(folder: Path, count: int) -> None:
    for number in range(count):
        (folder / f"ep{number:03}.vtt").write_text(VTT.replace("wheel", f"wheel {number}"))


def started(talks: Path, out: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "braidtui", "import", str(talks), "--into", str(out), "--json"]
    return subprocess.Popen(command, stdout=subprocess.PIPE)


def test_what_is_killed_leaves_whole_files_and_goes_on(talks: Path, tmp_path: Path) -> None:
    many(talks, 300)
    out = tmp_path / "out"
    with started(talks, out) as running:
        assert running.stdout
        for _ in range(20):
            running.stdout.readline()
        running.kill()
    half = list(out.glob("*.yaml"))
    assert len(half) >= 20
    assert all(read_episode(path.read_bytes()).episode for path in half)
    done = [ending for _, ending in endings(imported(out, talks))]
    assert done.count(Ending.SKIPPED) == len(half)
    assert len(list(out.glob("*.yaml"))) == len(done) == 300


def test_two_imports_at_once_make_each_file_once(talks: Path, tmp_path: Path) -> None:
    many(talks, 60)
    both = [started(talks, tmp_path / "out") for _ in range(2)]
    for running in both:
        out, _ = running.communicate()
        assert (running.returncode, out.count(b"\n")) == (0, 60)
    assert len(written(tmp_path / "out")) == 60
