"""`export`: which documents, where they go, and what is said of each."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from braidtui.episode.turn_span import TurnSpan
from braidtui.library.cache.store import EpisodeStore
from braidtui.library.catalog import Library
from braidtui.notebook.kept import Kind
from braidtui.notebook.places import Notebook
from tests.cli.conftest import EPISODE, Braidtui

WHOLE = "007-seven-ways-to-braid.md"
WARP = "007-seven-ways-to-braid--s01-warp.md"
WEFT = "007-seven-ways-to-braid--s02-weft.md"
KNOT = "007-seven-ways-to-braid--s03-knot.md"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def keys(path: Path) -> dict[str, object]:
    read: dict[str, object] = yaml.safe_load(path.read_text().split("---\n")[1])
    return read


def test_an_episode_goes_into_the_current_folder(
    braidtui: Braidtui, library: Path, here: Path
) -> None:
    assert braidtui("export", "7") == (0, f"{WHOLE}: written\n", "")
    text = (here / WHOLE).read_text()
    assert "**[00:00:20] Mo Ibn Sina:** A river in two beds. \\[sighs\\]\n" in text
    assert "Good evening[^007-1]\n" in text
    assert "[^007-1]: <https://example.org/a>\n" in text
    assert keys(here / WHOLE)["type"] == "podcast-episode"
    assert braidtui("export", "7") == (0, f"{WHOLE}: unchanged\n", "")


@pytest.mark.parametrize(
    ("asked", "name", "shown"),
    [
        (["7", "-s", "2"], WEFT, "Weft"),
        (["7@s2"], WEFT, "Weft"),
        (["7", "-s", "WEFT"], WEFT, "Weft"),
        (["7", "-s", "3", "-s", "s1"], "007-seven-ways-to-braid--s01-s03.md", "Warp Knot"),
        (["7", "-s", "2-3"], "007-seven-ways-to-braid--s02-s03.md", "Weft Knot"),
        (["7", "-s", "knot", "-s", "1"], "007-seven-ways-to-braid--s01-s03.md", "Warp Knot"),
        (["7", "-s", "1-3"], WHOLE, "Warp Weft Knot"),
    ],
)
def test_segments_go_into_one_file(
    braidtui: Braidtui, library: Path, asked: list[str], name: str, shown: str
) -> None:
    assert braidtui("export", *asked) == (0, f"{name}: written\n", "")
    text = Path(name).read_text()
    assert [line[3:] for line in text.split("\n") if line.startswith("## ")] == shown.split()
    assert ("segment" in keys(Path(name))) == (shown == "Weft")


def test_a_time_means_the_segment_that_holds_it_and_that_is_said(
    braidtui: Braidtui, library: Path
) -> None:
    code, out, err = braidtui("export", "7@1:45")
    assert (code, out) == (0, f"{WEFT}: written\n")
    assert err == '1:45 is in segment 2, "Weft": the whole of it is exported\n'


def test_all_writes_a_file_for_each_segment(braidtui: Braidtui, library: Path, here: Path) -> None:
    assert braidtui("export", "7", "--all").out.count(": written\n") == 3
    assert names(here) == [WARP, WEFT, KNOT]
    assert braidtui("export", "7", "--all", "-s", "2", "-o", "two/").code == 0
    assert names(here / "two") == [WEFT]


@pytest.mark.parametrize("output", ["out/", "out", "deep/er/", "mine.md"])
def test_output_names_a_folder_or_a_file(
    braidtui: Braidtui, library: Path, here: Path, output: str
) -> None:
    (here / "out").mkdir()
    path = Path(output) if output == "mine.md" else Path(output) / WHOLE
    assert braidtui("export", "7", "-o", output) == (0, f"{path}: written\n", "")
    assert path.is_file()


def test_standard_output_gets_the_very_document(
    braidtui: Braidtui, library: Path, here: Path
) -> None:
    braidtui("export", "7", "-s", "2")
    code, out, err = braidtui("export", "7", "-s", "2", "-o", "-")
    assert (code, err) == (0, "")
    assert out == (here / WEFT).read_text()
    assert names(here) == [WEFT]


def test_the_form_is_that_of_the_options_and_else_of_the_settings(
    braidtui: Braidtui, library: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = here.parent / "config.toml"
    settings.write_text('[export]\nfolder = "notes"\nflavor = "obsidian"\nsources = "list"\n')
    monkeypatch.setattr("braidtui.config.config_path", lambda: settings)
    path = here.parent / "notes" / WHOLE
    assert braidtui("export", "7").out == f"{path}: written\n"
    assert "> [!quote] Mo Ibn Sina, 00:00:20\n" in path.read_text()
    assert "## Sources\n" in path.read_text()
    options = ("--flavor", "commonmark", "--sources", "none", "--timestamps", "none")
    out = braidtui("export", "7", *options, "--no-front-matter", "-o", "-").out
    assert out.startswith("<!-- braidtui:begin braid/007 ")
    assert "> — Mo Ibn Sina\n" in out
    assert "**Ada Byron (host):** And across\n" in out
    assert "Sources" not in out


def test_an_edited_block_is_refused_in_one_line_that_says_what_force_does(
    braidtui: Braidtui, library: Path, here: Path
) -> None:
    braidtui("export", "7")
    text = (here / WHOLE).read_text()
    (here / WHOLE).write_text(text.replace("Once more", "Once again"))
    assert braidtui("export", "7") == (
        2,
        "",
        f"braidtui: {WHOLE}: has been edited inside its block (with --force the block would be "
        f"renewed, without what was edited; a copy is kept as {WHOLE}.bak)\n",
    )
    forced = f"{WHOLE}: replaced; what was there is now {WHOLE}.bak\n"
    assert braidtui("export", "7", "--force") == (0, forced, "")
    assert (here / WHOLE).read_text() == text
    assert "Once again" in (here / f"{WHOLE}.bak").read_text()


def test_one_file_that_is_refused_does_not_stop_the_others(
    braidtui: Braidtui, library: Path, here: Path
) -> None:
    (here / WEFT).write_text("Mine.")
    code, out, err = braidtui("export", "7", "--all")
    assert (code, out) == (2, f"{WARP}: written\n{KNOT}: written\n")
    assert err.startswith(f"braidtui: {WEFT}: was not written by braidtui (")
    assert (here / WEFT).read_text() == "Mine."


def test_a_corrected_transcript_renews_the_file(
    braidtui: Braidtui, library: Path, here: Path
) -> None:
    braidtui("export", "7")
    (here / WHOLE).write_text((here / WHOLE).read_text() + "\nMine.\n")
    (library / "007.yaml").write_text(EPISODE.replace("Once more", "Once again"))
    assert braidtui("export", "7") == (0, f"{WHOLE}: renewed\n", "")
    assert "Once again" in (here / WHOLE).read_text()
    assert (here / WHOLE).read_text().endswith("<!-- braidtui:end -->\n\nMine.\n")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (["7", "-o", "nowhere/a.md"], "nowhere: no such folder"),
        (["7", "--all", "-o", "a.md"], "a.md: is no folder for several files"),
        (["7", "--all", "-o", "-"], "-o - prints one document"),
        (["7@s1", "-s", "2"], "both say which segment"),
        (["7", "--all", "--notes"], "exclude each other"),
        (["7", "-s", "e"], "-s e: no segment's number"),
        (["7", "-s", ""], "-s : no segment's number"),
        (["7", "-s", "1,weft"], "-s weft: not a segment's number"),
        (["7", "-s", "3-1"], "-s 3-1: runs backwards: 1-3 is the range"),
        (["7", "-s", "1-9"], "-s 1-9: the episode has 3 segments"),
        (["7@s4"], "there is no segment 4"),
        (["7", "-o", "007.yaml/"], "would lie in 007.yaml, which is no folder"),
        (["7", "-o", "007.yaml/a.md"], "would lie in 007.yaml, which is no folder"),
        (["7", "-o", "x" * 260], "too long"),
        (["7", "--card", "0"], "--card"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    braidtui: Braidtui, library: Path, here: Path, line: list[str], words: str
) -> None:
    (here / "007.yaml").write_text("a file")
    code, out, err = braidtui("export", *line)
    assert (code, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1
    assert names(here) == ["007.yaml"]


def test_a_folder_where_nothing_can_be_written_is_named(
    braidtui: Braidtui, library: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "ro").mkdir()
    monkeypatch.setattr("os.access", lambda path, mode: Path(path).name != "ro")
    err = f"braidtui: ro/{WHOLE}: would lie in ro, where nothing can be written\n"
    assert braidtui("export", "7", "-o", "ro") == (2, "", err)


def test_an_error_of_the_disk_names_the_file_that_was_to_be(
    braidtui: Braidtui, library: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    braidtui("export", "7")  # what is kept of the library is written before the disk is full
    monkeypatch.setattr("os.fsync", full)
    err = "braidtui: mine.md: No space left on device\n"
    assert braidtui("export", "7", "-o", "mine.md") == (2, "", err)
    assert names(here) == [WHOLE]


def test_words_that_two_titles_have_name_both(
    braidtui: Braidtui, library: Path, here: Path
) -> None:
    text = EPISODE.replace("title: Warp", "title: The weft, again")
    (library / "007.yaml").write_text(text)
    assert braidtui("export", "7", "-s", "weft").out.startswith(WEFT)
    (library / "007.yaml").write_text(text.replace("title: Weft", "title: A weft"))
    err = braidtui("export", "7", "-s", "weft").err
    assert err == 'braidtui: -s weft: fits s1 "The weft, again", s2 "A weft"\n'
    assert braidtui("export", "7", "-s", "the weft, again").code == 0


def test_notes_are_what_was_kept_by_segment(braidtui: Braidtui, library: Path, here: Path) -> None:
    path = library / "007.yaml"
    opened = Library([library], EpisodeStore(None)).open(path)
    keepsakes = Notebook.default().keepsakes
    keepsakes.keep(opened, Kind.NOTE, [TurnSpan(2, 4, 10)], note="Why?")
    keepsakes.keep(opened, Kind.HIGHLIGHT, [TurnSpan(3, 0, 4)])
    path.write_text(EPISODE.replace("Once more", "At last"))
    name = "007-seven-ways-to-braid--notes.md"
    assert braidtui("export", "7", "--notes") == (0, f"{name}: written\n", "")
    assert (
        (here / name).read_text().partition("## ")[2].partition("\n<!--")[0]
        == """\
Weft

00:01:00–00:02:00

> across
>
> — Ada Byron, 00:01:00[^007-2]

Note: Why?

## Not in the text any more

> Once
>
> — Mo Ibn Sina, 00:01:30, “Weft”

[^007-2]: example.net
"""
    )
    assert "Why?" not in braidtui("export", "7", "--notes", "-s", "1", "-o", "-").out


def test_without_anything_kept_there_are_no_notes(
    braidtui: Braidtui, library: Path, here: Path
) -> None:
    assert braidtui("export", "7", "--notes") == (2, "", "braidtui: nothing is kept of 007\n")
    assert names(here) == []


def test_a_notebook_that_cannot_be_read_is_one_line(
    braidtui: Braidtui, library: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("braidtui.notebook.places.data_folder", lambda: here / "data")
    (here / "data").write_text("no folder")
    code, out, err = braidtui("export", "7", "--notes")
    assert (code, out) == (2, "")
    assert err.count("\n") == 1


def test_a_card_is_the_picture_of_a_quote_and_is_not_written_over(
    braidtui: Braidtui, library: Path, here: Path
) -> None:
    name = "007-seven-ways-to-braid--a-river-in-two-beds.svg"
    assert braidtui("export", "7", "--card", "1") == (0, f"{name}: written\n", "")
    assert (here / name).read_text().startswith("<svg ")
    assert braidtui("export", "7", "--card", "1", "-o", "-").out == (here / name).read_text()
    (here / name).write_text("mine")
    code, out, err = braidtui("export", "7", "--card", "1")
    assert (code, out) == (2, "")
    assert err.startswith(f"braidtui: {name}: is there already (with --force ")


def test_a_card_that_does_not_show_all_of_the_words_says_so(
    braidtui: Braidtui, library: Path, here: Path
) -> None:
    words = "A river in two beds. " * 100
    (library / "007.yaml").write_text(EPISODE.replace("A river in two beds.", words.strip()))
    for where in ("long.svg", "-"):
        code, out, err = braidtui("export", "7", "--card", "1", "-o", where)
        assert (code, bool(out)) == (0, True)
        assert re.fullmatch(
            r"--card 1: the card shows the first 1,\d+ of 2,0\d\d characters\n", err
        )


def test_the_readers_own_quotes_are_counted_after_those_of_the_episode(
    braidtui: Braidtui, library: Path, here: Path
) -> None:
    opened = Library([library], EpisodeStore(None)).open(library / "007.yaml")
    Notebook.default().keepsakes.keep(opened, Kind.HIGHLIGHT, [TurnSpan(3, 0, 4)])
    Notebook.default().keepsakes.keep(opened, Kind.QUOTE, [TurnSpan(2, 4, 10)])
    name = "007-seven-ways-to-braid--across.svg"
    assert braidtui("export", "7", "--card", "2") == (0, f"{name}: written\n", "")
    err = "braidtui: --card 3: the episode has 2 quotes, with yours\n"
    assert braidtui("export", "7", "--card", "3") == (2, "", err)


def test_a_quote_that_stands_nowhere_has_no_card(braidtui: Braidtui, library: Path) -> None:
    text = EPISODE.replace("text: A river in two beds.", "text: Nobody says so.")
    (library / "007.yaml").write_text(text)
    code, out, err = braidtui("export", "7", "--card", "1")
    assert (code, out) == (2, "")
    assert err == "braidtui: --card 1: the words of this quote are not in the text\n"


def test_a_path_that_attacks_the_terminal_is_told_as_text(
    braidtui: Braidtui, library: Path, here: Path
) -> None:
    code, out, err = braidtui("export", "7", "-o", "a\x1b[31m\x9b\u202eb.md")
    assert (code, out, err) == (0, "a␛[31m\ufffd\ufffdb.md: written\n", "")
    (here / "a\x1b[31m\x9b\u202eb.md").write_text("mine")
    code, out, err = braidtui("export", "7", "-o", "a\x1b[31m\x9b\u202eb.md")
    assert (code, out) == (2, "")
    assert err.startswith("braidtui: a␛[31m\ufffd\ufffdb.md: was not written by braidtui (")
    assert "\x1b" not in err


def test_nothing_of_the_screen_is_loaded(library: Path) -> None:
    line = "import sys; from braidtui.cli.program import run; run(['export', '8', '-o', '-']);"
    line += "print(*(m for m in sys.modules if m.startswith('textual')), file=sys.stderr)"
    ran = subprocess.run([sys.executable, "-c", line], capture_output=True, check=True)
    assert ran.stdout.startswith(b"---\ntype: podcast-episode\n")
    assert ran.stderr == b"\n"
