import json
import sqlite3
import subprocess
from pathlib import Path

import pytest

from braidtui.library.folders import cache_folder
from braidtui.notebook.places import Notebook, Place
from braidtui.plain.progress_bar import ProgressBar
from tests.cli.conftest import EPISODE, TALK, Braidtui

pytestmark = pytest.mark.usefixtures("talk")


def objects(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_hit_is_its_target_date_speaker_segment_and_sentence(braidtui: Braidtui) -> None:
    assert braidtui("search", "beds") == (
        0,
        "007@00:00:20  2026-05-20  ◆ Mo Ibn Sina  Warp\n"
        "  A river in two beds. [sighs]\n"
        "\n"
        "1 hit in 1 episode\n",
        "",
    )


def test_a_hit_in_a_turn_without_a_time_is_named_by_the_turns_number(braidtui: Braidtui) -> None:
    out = braidtui("search", "shuttle").out
    assert out.startswith("talk@t1  ■ Kit Marlow  Whole\n  The shuttle flies.")


def test_every_target_leads_to_its_turn(braidtui: Braidtui) -> None:
    hits = objects(braidtui("search", "river", "--json").out)
    assert {hit["target"] for hit in hits} == {"007@00:00:20", "talk@t1", "talk@t2"}
    for hit in hits:
        document = json.loads(braidtui("show", hit["target"], "--format=json").out)
        first = document["segments"][0]["turns"][0]
        assert (document["id"], first["text"]) == (hit["id"], hit["text"])


def test_a_target_that_a_shell_would_part_stands_in_quotes(braidtui: Braidtui, talk: Path) -> None:
    talk.rename(talk.with_name("it's my talk.yaml"))
    line = braidtui("search", "shuttle").out.split("  ")[0]
    typed = subprocess.check_output(["sh", "-c", f"printf %s {line}"], text=True)
    assert typed == "it's my talk@t1"
    assert braidtui("show", typed).out.startswith("A Talk on Looms")


def test_json_has_every_key(braidtui: Braidtui, library: Path) -> None:
    code, out, err = braidtui("search", "beds", "--json")
    assert (code, err) == (0, "")
    assert objects(out) == [
        {
            "target": "007@00:00:20",
            "id": "007",
            "number": 7,
            "date": "2026-05-20",
            "title": "Seven Ways to Braid",
            "show": "Braid",
            "segment": "Warp",
            "segment_number": 1,
            "speaker": "Mo Ibn Sina",
            "turn": 2,
            "start": 20,
            "snippet": "A river in two beds. [sighs]",
            "text": "A river in two beds. [sighs]",
            "path": str(library / "007.yaml"),
            "line": 16,
        }
    ]


def test_json_has_null_for_what_is_absent(braidtui: Braidtui) -> None:
    (hit,) = objects(braidtui("search", "shuttle", "--json").out)
    assert (hit["number"], hit["date"], hit["start"], hit["show"]) == (None, None, None, "")


def test_vimgrep_leads_an_editor_to_the_turn(braidtui: Braidtui, talk: Path) -> None:
    code, out, err = braidtui("search", "--vimgrep", "second river")
    assert (code, out, err) == (0, f"{talk}:8:1:First paragraph. Second, about the river.\n", "")
    assert "First paragraph" in talk.read_text().splitlines()[7]


@pytest.mark.parametrize("words", [("river", "thread"), ("thread river",), ("river  thread",)])
def test_words_are_one_query_in_one_argument_or_several(
    braidtui: Braidtui, words: tuple[str, ...]
) -> None:
    out = braidtui("search", *words, "--json").out
    assert [hit["target"] for hit in objects(out)] == ["talk@t1"]


def test_a_word_to_be_absent_stands_after_two_hyphens(braidtui: Braidtui) -> None:
    out = braidtui("search", "--json", "--", "river", "-beds", "-thread").out
    assert [hit["target"] for hit in objects(out)] == ["talk@t2"]


def test_a_limit_leaves_out_and_says_so(braidtui: Braidtui) -> None:
    code, out, err = braidtui("search", "river", "-n", 1)
    assert (code, out.count("@"), err) == (0, 1, "")
    assert out.endswith("\n1 of 3 hits in 1 episode (-n 0 for more)\n")
    assert braidtui("search", "river", "-n", 0).out.endswith("\n3 hits in 2 episodes\n")


def test_of_one_episode_there_are_three_hits_unless_more_are_asked_for(
    braidtui: Braidtui, talk: Path
) -> None:
    with talk.open("a") as file:
        file.writelines(f"      - {{speaker: kit, text: Weft {n}}}\n" for n in range(5))
    out = braidtui("search", "weft", "speaker:kit").out
    assert (out.count("@"), out.splitlines()[-1]) == (
        3,
        "3 of 5 hits in 1 episode (--per-episode 0 for more)",
    )
    for line in (["--per-episode", 0], ["--per-episode", 10**30]):
        assert braidtui("search", "weft", "speaker:kit", *line).out.count("@") == 5


def test_by_date_the_newest_comes_first(braidtui: Braidtui, library: Path) -> None:
    for day in ("2026-01-01", "2026-07-01"):
        text = EPISODE.replace("2026-05-20", day).replace("number: 7\n", "")
        (library / f"{day}.yaml").write_text(text)
    out = braidtui("search", "beds", "--sort", "date", "--json").out
    days = [hit["date"] for hit in objects(out)]
    assert days == ["2026-07-01", "2026-05-20", "2026-01-01"]


def test_what_is_read_is_known_from_the_notebook(braidtui: Braidtui, library: Path) -> None:
    Notebook.default().keep_place("007", library / "007.yaml", Place(4, 0, 120_000, 1.0))
    for state, targets in (("read", {"007@00:00:20"}), ("unread", {"talk@t1", "talk@t2"})):
        hits = objects(braidtui("search", "river", f"is:{state}", "--json").out)
        assert {hit["target"] for hit in hits} == targets


@pytest.mark.parametrize("form", [(), ("--json",), ("--vimgrep",)])
def test_no_hit_is_said_with_why_and_exits_with_1(
    braidtui: Braidtui, form: tuple[str, ...]
) -> None:
    code, out, err = braidtui("search", "shutle", *form)
    assert (code, out) == (1, "")
    said, *why = err.splitlines()
    assert said == 'no hits for "shutle"'
    assert "shuttle" in "".join(why)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "the query is empty"),
        (" \t", "the query is empty"),
        ('""', 'there is no word in ""'),
        ("(*)", "there is no word in (*)"),
    ],
)
def test_a_query_without_a_word_is_said_to_be_one(braidtui: Braidtui, typed: str, why: str) -> None:
    assert braidtui("search", typed) == (1, "", f"nothing to look for: {why}\n")


def test_what_a_filter_excludes_is_said(braidtui: Braidtui) -> None:
    code, _, err = braidtui("search", "shuttle", "speaker:ada")
    assert code == 1
    assert "speaker:ada" in err.split("\n", 1)[1]


def test_a_field_that_is_unknown_is_said_and_searched_as_words(braidtui: Braidtui) -> None:
    code, out, err = braidtui("search", "spaeker:kit")
    assert (code, out) == (1, "")
    assert "speaker" in err.splitlines()[0]


def test_a_library_without_episodes_says_how_to_fill_it(braidtui: Braidtui, library: Path) -> None:
    for path in library.iterdir():
        path.unlink()
    code, out, err = braidtui("search", "x")
    assert (code, out) == (1, "")
    assert "braidtui import" in err


def test_a_file_that_changes_is_found_as_it_is_now(braidtui: Braidtui, talk: Path) -> None:
    assert braidtui("search", "shuttle").code == 0
    talk.write_text(TALK.replace("shuttle", "bobbin"))
    assert [braidtui("search", word).code for word in ("shuttle", "bobbin")] == [1, 0]
    talk.unlink()
    assert braidtui("search", "bobbin").code == 1


def test_a_broken_file_hides_no_hit(braidtui: Braidtui, library: Path) -> None:
    (library / "bad.yaml").write_text("title: [tsk] T\n")
    code, out, _ = braidtui("search", "shuttle")
    assert (code, out.count("@")) == (0, 1)


def test_a_cache_of_no_use_is_told_once_and_hides_no_hit(braidtui: Braidtui) -> None:
    cache = cache_folder()
    assert cache
    cache.parent.mkdir(parents=True, exist_ok=True)
    cache.write_text("in the way")
    code, out, err = braidtui("search", "shuttle")
    assert (code, out.count("@"), err.count("\n")) == (0, 1, 1)


def test_while_another_process_writes_it_finds_what_is_indexed(
    braidtui: Braidtui, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("braidtui.library.cache.sqlite_file._PATIENCE", 0.05)
    assert braidtui("search", "shuttle").code == 0
    (library / "new.yaml").write_text(TALK.replace("shuttle", "bobbin"))
    cache = cache_folder()
    assert cache
    other = sqlite3.connect(cache / "episodes-index.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    code, out, err = braidtui("search", "shuttle")
    other.close()
    assert (code, out.count("@")) == (0, 1)
    assert err == "only 2 of 3 episodes are indexed as yet\n"
    assert braidtui("search", "bobbin")[::2] == (0, "")


def test_an_interrupt_while_indexing_ends_it_and_harms_nothing(
    braidtui: Braidtui, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_bar: ProgressBar, _done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(ProgressBar, "__call__", interrupted)
        braidtui("search", "river")
    assert braidtui("search", "river").out.count("@") == 3
