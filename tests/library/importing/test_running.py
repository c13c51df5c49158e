"""Imports of files and folders: names, forms, what is skipped, what is never written over."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from braidtui.episode.yaml_reader import read_episode
from braidtui.library.importing.finding.folder import Found
from braidtui.library.importing.reading import Manner
from braidtui.library.importing.report import Ending, Import
from braidtui.library.importing.running import Importer, Wishes
from braidtui.library.importing.told import WHOLE as WHOLE_BESIDE

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
    assert found_in(talks, tmp_path / "out").others == [talks / "f.jpg"]
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
    for name in ("before.vtt", "linked.vtt"):
        (talks / name).symlink_to(talks / "ep.vtt")
    (tmp_path / "away.vtt").write_text(VTT)
    for name in ("x.vtt", "y.vtt"):
        (talks / name).symlink_to(tmp_path / "away.vtt")
    os.mkfifo(talks / "pipe.vtt")
    found = found_in(talks, tmp_path / "out")
    assert found.notices == [f"{talks / 'round'}: is a link to a folder: not followed"]
    assert [(one.file.name, one.ending, one.problems[0].problem.message) for one in found.left] == [
        ("before.vtt", Ending.OTHER_FORM, "a link to ep.vtt, which is read once"),
        ("gone.vtt", Ending.NO_TRANSCRIPT, "no transcript: a link to nothing that can be read"),
        ("linked.vtt", Ending.OTHER_FORM, "a link to ep.vtt, which is read once"),
        ("pipe.vtt", Ending.NO_TRANSCRIPT, "no transcript: a pipe or a device"),
        ("y.vtt", Ending.OTHER_FORM, "a link to away.vtt, which is read once"),
    ]
    assert endings(imported(tmp_path / "out", talks)) == [
        ("ep.vtt", Ending.IMPORTED),
        ("x.vtt", Ending.IMPORTED),
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


def test_what_is_no_transcript_is_never_a_refusal_of_a_folder(talks: Path, tmp_path: Path) -> None:
    (talks / "README.md").write_text("# Talks\n")
    (talks / "empty.txt").touch()
    (talks / "index.html").write_text("<!doctype html><html><body><img src=x></body></html>")
    (talks / "cells.json").write_text('[{"cell": 1}]')
    (talks / "ep.vtt").write_text("WEBVTT\n\nno times, no words\n")
    done = {one.file.name: one for one in imported(tmp_path / "out", talks)}
    assert [name for name, one in done.items() if one.ending is Ending.REFUSED] == ["ep.vtt"]
    assert all(
        one.problems[0].problem.message.startswith("no transcript: ")
        for name, one in done.items()
        if name != "ep.vtt"
    )


def test_plain_text_of_a_folder_comes_in_where_it_is_asked_for(talks: Path, tmp_path: Path) -> None:
    (talks / "essay.txt").write_text("Looms came first.\n\nThen came wheels.\n")
    (one,) = imported(tmp_path / "out", talks)
    assert (one.ending, one.path) == (Ending.NO_TRANSCRIPT, None)
    assert one.problems[0].problem.message == "no transcript: no name and no time in it"
    (asked,) = imported(tmp_path / "out", talks, manner=Manner("text"))
    assert asked.ending is Ending.IMPORTED


def test_a_strange_suffix_hides_no_transcript(talks: Path, tmp_path: Path) -> None:
    (talks / "a.transcript").write_text(VTT)
    (talks / "b.vtt.txt").write_text(VTT)
    (talks / "c.out").write_text(SRT)
    (talks / "LICENSE").write_text("Do what you like.\n")
    (talks / "d.conf").write_text('{"loom": 1}')
    (talks / "e.vtt.bak").write_text(VTT)
    found = found_in(talks, tmp_path / "out")
    assert found.others == [talks / "e.vtt.bak"]
    assert endings(found.left) == [("LICENSE", Ending.NO_TRANSCRIPT)]
    assert endings(imported(tmp_path / "out", talks)) == [
        ("a.transcript", Ending.IMPORTED),
        ("b.vtt.txt", Ending.IMPORTED),
        ("c.out", Ending.IMPORTED),
        ("d.conf", Ending.NO_TRANSCRIPT),
    ]
    assert written(tmp_path / "out") == ["a.yaml", "b.yaml", "c.yaml"]


def test_forms_are_found_under_languages_and_a_translation_is_no_form(
    talks: Path, tmp_path: Path
) -> None:
    for name in ("a.vtt", "a.en.srt", "a.en-orig.vtt", "b.en.vtt", "b.de.vtt"):
        (talks / name).write_text(VTT)
    done = imported(tmp_path / "out", talks)
    assert endings(done) == [
        ("a.en-orig.vtt", Ending.IMPORTED),
        ("a.vtt", Ending.OTHER_FORM),
        ("a.en.srt", Ending.OTHER_FORM),
        ("b.de.vtt", Ending.IMPORTED),
        ("b.en.vtt", Ending.IMPORTED),
    ]
    assert written(tmp_path / "out") == ["a.yaml", "b.de.yaml", "b.en.yaml"]
    assert {one.episode.title for one in done if one.episode} == {"a", "b"}


def test_forms_named_one_by_one_are_told_of(talks: Path, tmp_path: Path) -> None:
    for name in ("x.vtt", "x.en.srt", "y.vtt"):
        (talks / name).write_text(VTT)
    found = Importer(Wishes(tmp_path)).find([str(it) for it in sorted(talks.iterdir())])
    assert found.notices == [
        "x.en.srt and x.vtt look like forms of one episode: each is imported by itself"
    ]
    assert len(found.jobs) == 3


def test_another_show_s_episode_of_the_same_name_gets_the_next_name(
    talks: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    for show, words in (("sa", "loom"), ("sb", "reed"), ("sc", "loom")):
        (talks / show).mkdir()
        (talks / show / "001.vtt").write_text(VTT.replace("loom", words))
    assert imported(out, talks / "sa")[0].path == out / "001.yaml"
    (second,) = imported(out, talks / "sb")
    assert (second.ending, second.path) == (Ending.IMPORTED, out / "001-2.yaml")
    words = f"001.yaml is made of {talks / 'sa' / '001.vtt'}: this is 001-2.yaml"
    assert second.problems[-1].problem.message == words
    assert endings(imported(out, talks / "sc")) == [("001.vtt", Ending.UNCHANGED)]
    for show, name in (("sa", "001.yaml"), ("sb", "001-2.yaml")):
        (again,) = imported(out, talks / show)
        assert (again.ending, again.path) == (Ending.SKIPPED, out / name)
    (forced,) = imported(out, talks / "sb", replaces=True)
    assert (forced.path, written(out)) == (out / "001-2.yaml", ["001-2.yaml", "001.yaml"])


def test_another_manner_is_told_and_not_skipped_in_silence(talks: Path, tmp_path: Path) -> None:
    (talks / "ep.vtt").write_text(VTT)
    imported(tmp_path / "out", talks)
    (other,) = imported(tmp_path / "out", talks, changes={"show": "Looms"})
    assert other.ending is Ending.SKIPPED
    assert [it.problem.message for it in other.problems] == [
        "there already, read in another manner: --force makes it anew"
    ]
    (forced,) = imported(tmp_path / "out", talks, changes={"show": "Looms"}, replaces=True)
    assert forced.ending is Ending.IMPORTED
    assert imported(tmp_path / "out", talks, changes={"show": "Looms"})[0].problems == ()


def test_without_records_all_is_read_again_and_nothing_is_lost(
    talks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (talks / "ep.vtt").write_text(VTT)
    imported(tmp_path / "out", talks)
    monkeypatch.setattr("braidtui.library.importing.records.cache_folder", lambda: None)
    for _ in range(2):
        assert endings(imported(tmp_path / "out", talks)) == [("ep.vtt", Ending.UNCHANGED)]


def test_a_whole_episode_wins_over_the_captions_beside_it(talks: Path, tmp_path: Path) -> None:
    (talks / "ep.vtt").write_text(VTT)
    (talks / "ep.yaml").write_text(WHOLE)
    assert endings(imported(tmp_path / "out", talks)) == [
        ("ep.yaml", Ending.IMPORTED),
        ("ep.vtt", Ending.OTHER_FORM),
    ]


def test_json_that_is_cut_is_refused_in_a_folder_too(talks: Path, tmp_path: Path) -> None:
    (talks / "ep.json").write_text('{"segments": [{"start": 0, "text": "The lo')
    assert endings(imported(tmp_path / "out", talks)) == [("ep.json", Ending.REFUSED)]


def test_what_is_named_twice_is_read_once(talks: Path, tmp_path: Path) -> None:
    (talks / "ep.vtt").write_text(VTT)
    (talks / "deep").mkdir()
    (talks / "deep" / "in.vtt").write_text(VTT)
    files = (talks / "ep.vtt", talks / "ep.vtt", talks, talks / "deep", talks)
    assert endings(imported(tmp_path / "out", *files)) == [
        ("ep.vtt", Ending.IMPORTED),
        ("in.vtt", Ending.IMPORTED),
    ]


def test_a_recording_told_as_a_file_is_kept_only_where_it_is_found(
    talks: Path, tmp_path: Path
) -> None:
    (talks / "ep.vtt").write_text(VTT)
    (talks / "ep.yaml").write_text("audio: sub/ep.mp3\n")
    (here,) = imported(talks, talks / "ep.vtt")
    assert here.episode
    assert here.episode.audio == "sub/ep.mp3"
    (talks / "own.yaml").write_text(f"audio: own.mp3\n{WHOLE}")
    for file, audio in (("ep.vtt", "sub/ep.mp3"), ("own.yaml", "own.mp3")):
        (away,) = imported(tmp_path / "out", talks / file)
        assert away.episode
        assert away.episode.audio == ""
        words = f"the recording {audio} is not beside the episode file: audio is left out"
        assert away.problems[-1].problem.message == words
    (tmp_path / "out" / "own.mp3").touch()
    (found,) = imported(tmp_path / "out", talks / "own.yaml", replaces=True)
    assert found.episode
    assert found.episode.audio == "own.mp3"


def test_a_recording_whose_name_no_episode_can_hold_is_not_its_audio(talks: Path) -> None:
    (talks / "-ep.vtt").write_text(VTT)
    (talks / "-ep.mp3").touch()
    (one,) = imported(talks, talks / "-ep.vtt")
    assert one.episode
    assert one.episode.audio == ""


def test_what_could_not_be_read_again_is_not_written(
    talks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (talks / "ep.vtt").write_text(VTT)
    monkeypatch.setattr("braidtui.episode.yaml_writer.write_episode", lambda _: "title: [\n")
    (one,) = imported(tmp_path / "out", talks / "ep.vtt")
    assert one.ending is Ending.REFUSED
    assert one.problems[0].problem.message.startswith("makes no episode file: ")
    assert not (tmp_path / "out").exists()


def test_what_is_replaced_is_kept_as_a_copy(talks: Path, tmp_path: Path) -> None:
    (talks / "ep.vtt").write_text(VTT)
    out = tmp_path / "out"
    for text in (WHOLE, f"{WHOLE}# again\n"):
        out.mkdir(exist_ok=True)
        (out / "ep.yaml").write_text(text)
        (one,) = imported(out, talks / "ep.vtt", replaces=True)
    assert str(one.problems[-1]) == f"{out / 'ep.yaml'}: what was there is kept: ep.yaml.bak-2"
    assert (out / "ep.yaml.bak").read_text() == WHOLE
    assert (out / "ep.yaml.bak-2").read_text() == f"{WHOLE}# again\n"
    (same,) = imported(out, talks / "ep.vtt", replaces=True)
    assert (same.ending, len(written(out))) == (Ending.UNCHANGED, 3)


def test_what_a_killed_writer_left_is_removed_when_it_is_old(talks: Path, tmp_path: Path) -> None:
    (talks / "ep.vtt").write_text(VTT)
    out = tmp_path / "out"
    out.mkdir()
    old, young, mine = (out / f".{name}.tmp" for name in ("0" * 16, "1" * 16, "mine"))
    for path in (old, young, mine):
        path.write_text("half")
    for path in (old, mine):
        os.utime(path, (1, 1))
    imported(out, talks / "ep.vtt")
    assert written(out) == [young.name, mine.name, "ep.yaml"]


def test_people_told_of_who_never_speak_are_told(talks: Path, tmp_path: Path) -> None:
    (talks / "ep.vtt").write_text(VTT)
    head = talks / "ep.yaml"
    head.write_text("speakers: {cy: {name: Cy Dorn}, di: {name: Di}}\n")
    (one,) = imported(tmp_path / "a", talks / "ep.vtt")
    assert one.used == ()
    assert [str(it) for it in one.problems] == [
        f"{head}:1:1: warning: nobody named Cy Dorn, Di speaks"
    ]
    head.write_text("speakers: {cy: {name: Cy Dorn}, ann: {name: Ann Lee}}\n")
    assert imported(tmp_path / "b", talks / "ep.vtt")[0].used == (head,)
    head.write_text("show: Looms\nspeakers: {cy: {name: Cy Dorn}}\n")
    (told,) = imported(tmp_path / "c", talks / "ep.vtt")
    assert (told.used, len(told.problems)) == ((head,), 1)


def test_a_whole_episode_beside_is_told_of_unless_it_is_what_is_written(
    talks: Path, tmp_path: Path
) -> None:
    (talks / "ep.vtt").write_text(VTT)
    (talks / "ep.yaml").write_text(WHOLE)
    (one,) = imported(tmp_path / "out", talks / "ep.vtt")
    assert [it.problem.message for it in one.problems] == [WHOLE_BESIDE]
    (talks / "ep.yaml").unlink()
    imported(talks, talks / "ep.vtt")
    (same,) = imported(talks, talks / "ep.vtt")
    assert (same.ending, same.problems) == (Ending.UNCHANGED, ())


def test_a_chapter_after_the_end_is_left_out_and_told(talks: Path, tmp_path: Path) -> None:
    (talks / "ep.vtt").write_text(VTT)
    chapters = talks / "ep.description.txt"
    chapters.write_text("0:00 Warp\n0:05 Weft\n27:46:39 Nowhere\n")
    (one,) = imported(tmp_path / "out", talks / "ep.vtt")
    assert one.episode
    assert [segment.title for segment in one.episode.segments] == ["Warp", "Weft"]
    assert [str(it) for it in one.problems] == [
        f"{chapters}:1:1: warning: a chapter that begins after the end of the episode is left out: "
        "Nowhere"
    ]


def test_a_day_in_the_name_of_a_file_is_its_date_where_nothing_tells_one(
    talks: Path, tmp_path: Path
) -> None:
    for name, day in (
        ("Loom 2024-03-12.en.vtt", "2024-03-12"),
        ("GMT20240313-1.vtt", "2024-03-13"),
    ):
        (talks / name).write_text(VTT)
        (one,) = imported(tmp_path / "out", talks / name)
        assert one.episode
        assert str(one.episode.date) == day
    (talks / "20240312.vtt").write_text(VTT)
    (talks / "20240312.yaml").write_text("date: 2023-01-01\n")
    (told,) = imported(tmp_path / "out", talks / "20240312.vtt")
    assert told.episode
    assert str(told.episode.date) == "2023-01-01"


def test_a_full_disk_is_told_of_the_file_it_was_for(
    talks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, *_: object, **__: object) -> None:
        raise OSError(28, "No space left on device", str(path))

    (talks / "ep.vtt").write_text(VTT)
    monkeypatch.setattr("braidtui.library.importing.writing.write_whole", full)
    (one,) = imported(tmp_path / "out", talks / "ep.vtt")
    target = tmp_path / "out" / "ep.yaml"
    assert str(one.problems[0]) == f"{target}: No space left on device (from {talks / 'ep.vtt'})"


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
    done_before = done.count(Ending.SKIPPED) + done.count(Ending.UNCHANGED)
    assert done_before == len(half)
    assert done.count(Ending.UNCHANGED) <= 1  # killed before it was recorded
    assert len(list(out.glob("*.yaml"))) == len(done) == 300


def test_two_imports_at_once_make_each_file_once(talks: Path, tmp_path: Path) -> None:
    many(talks, 60)
    both = [started(talks, tmp_path / "out") for _ in range(2)]
    for running in both:
        out, _ = running.communicate()
        assert (running.returncode, out.count(b"\n")) == (0, 60)
    assert len(written(tmp_path / "out")) == 60
