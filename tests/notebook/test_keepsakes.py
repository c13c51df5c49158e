"""What is kept stays as it was kept, and every change of it can be undone."""

import datetime
from pathlib import Path

import pytest

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.episode.turn_span import TurnSpan
from braidtui.library.opened import Opened
from braidtui.notebook.attaching import attach
from braidtui.notebook.identity import is_of
from braidtui.notebook.keepsakes import Keepsakes, NotebookError
from braidtui.notebook.kept import Kept, KeptEpisode, Kind
from braidtui.notebook.places import Notebook

SPANS = [TurnSpan(0, 0, 5), TurnSpan(1, 0, 0)]


def opened(
    key: str = "008", *, title: str = "Clocks", number: int | None = 8, show: str = "Braid"
) -> Opened:
    turns = (Turn("a", "Where is the third screw?", 0), Turn("b", "In the kettle.", 4_000))
    episode = Episode(
        title,
        (Speaker("a", "Ann"), Speaker("b", "Ben")),
        (Segment("Screws", 0, turns), Segment("Ticks", 9_000, (Turn("a", "It ticks.", 9_000),))),
        show=show,
        number=number,
        date=datetime.date(2026, 5, 20) if number else None,
    )
    return Opened(Path(f"/lib/{key}.yaml"), key, key, episode, (), ())


@pytest.fixture
def keepsakes(tmp_path: Path) -> Keepsakes:
    return Keepsakes(tmp_path / "data" / "notebook.sqlite", process="this")


def texts(things: tuple[Kept, ...]) -> list[str]:
    return [kept.text for kept in things]


def test_a_kept_thing_tells_its_words_who_when_and_where(keepsakes: Keepsakes) -> None:
    kept = keepsakes.keep(opened(), Kind.NOTE, SPANS, note="ask Ben")
    assert keepsakes.all() == keepsakes.of(opened()) == (kept,)
    assert (kept.kind, kept.segment, kept.note, kept.mark) == (Kind.NOTE, "Screws", "ask Ben", "")
    assert (kept.text, kept.speaker, kept.start) == ("Where\n\nIn the kettle.", "Ann, Ben", 0)
    path = Path("/lib/008.yaml")
    assert kept.episode == KeptEpisode("008", path, "Braid", 8, "Clocks", "2026-05-20")
    assert attach(opened().episode, [kept])[0].spans == (SPANS[0], TurnSpan(1, 0, 14))


def test_a_notebook_leads_to_them(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / "n.sqlite")
    kept = notebook.keepsakes.keep(opened(), Kind.QUOTE, SPANS)
    assert Keepsakes(notebook.path).all() == (kept,)
    assert notebook.place("008") is None


def test_nothing_is_begun_by_reading(keepsakes: Keepsakes) -> None:
    assert (keepsakes.all(), keepsakes.of(opened()), keepsakes.revision()) == ((), (), 0)
    assert not keepsakes.path.parent.exists()


def test_the_order_is_that_of_episodes_then_turns(keepsakes: Keepsakes) -> None:
    other = opened("9", number=9, title="Kettles")
    keepsakes.keep(other, Kind.HIGHLIGHT, [TurnSpan(0, 0, 5)])
    keepsakes.keep(opened(), Kind.HIGHLIGHT, [TurnSpan(2, 0, 9)])
    keepsakes.keep(opened(), Kind.HIGHLIGHT, [TurnSpan(1, 0, 2)])
    assert texts(keepsakes.all()) == ["In", "It ticks.", "Where"]
    assert texts(keepsakes.of(opened())) == ["In", "It ticks."]


def test_what_is_typed_is_kept_as_safe_text(keepsakes: Keepsakes) -> None:
    kept = keepsakes.keep(opened(), Kind.NOTE, SPANS, note="a\x1b[2J\ud800\nb")
    assert kept.note == "a␛[2J\ufffd\nb"
    assert keepsakes.write_note(kept.id, "\u202eb").note == "\ufffdb"
    assert keepsakes.all()[0].note == "\ufffdb"


def test_a_small_letter_marks_once_in_an_episode_a_large_one_in_the_library(
    keepsakes: Keepsakes,
) -> None:
    other = opened("9", number=9, title="Kettles")
    for where in (opened(), other):
        for letter in "aA":
            keepsakes.keep(where, Kind.MARK, [TurnSpan(0, 6, 6)], mark=letter)
    keepsakes.keep(opened(), Kind.MARK, [TurnSpan(1, 3, 3)], mark="a")
    marks = [(kept.episode.key, kept.mark, kept.text) for kept in keepsakes.all()]
    assert marks == [
        ("008", "a", "the kettle."),
        ("9", "a", "is the third screw?"),
        ("9", "A", "is the third screw?"),
    ]


@pytest.mark.parametrize(
    ("kind", "mark"), [(Kind.MARK, ""), (Kind.MARK, "1"), (Kind.MARK, "ab"), (Kind.NOTE, "a")]
)
def test_only_marks_have_a_letter(keepsakes: Keepsakes, kind: Kind, mark: str) -> None:
    with pytest.raises(ValueError, match="no letter"):
        keepsakes.keep(opened(), kind, SPANS, mark=mark)


def test_a_moved_file_takes_its_things_along(keepsakes: Keepsakes) -> None:
    keepsakes.keep(opened(), Kind.HIGHLIGHT, SPANS)
    assert len(keepsakes.of(opened("old/clocks"))) == 1
    assert keepsakes.of(opened("old/clocks", title="Kettles", number=9)) == ()


def test_a_moved_file_whose_title_or_number_was_corrected_takes_them_along(
    keepsakes: Keepsakes,
) -> None:
    keepsakes.keep(opened(), Kind.HIGHLIGHT, SPANS)
    assert len(keepsakes.of(opened("old/clocks", title="Kettles"))) == 1
    assert len(keepsakes.of(opened("old/clocks", number=80))) == 1
    assert keepsakes.of(opened("old/clocks", number=80, title="Kettles")) == ()
    assert keepsakes.of(opened("old/clocks", title="Kettles", show="Kitchen")) == ()


def test_as_long_as_the_file_stands_another_like_it_takes_nothing(
    keepsakes: Keepsakes, tmp_path: Path
) -> None:
    path = tmp_path / "008.yaml"
    path.touch()
    keepsakes.keep(opened()._replace(path=path), Kind.HIGHLIGHT, SPANS)
    assert keepsakes.of(opened("german", title="Uhren")) == ()
    path.unlink()
    assert len(keepsakes.of(opened("german", title="Uhren"))) == 1


@pytest.mark.parametrize(
    ("was", "now", "is_one"),
    [
        (("Braid", 3, "Letters", ""), ("Braid", 7, "Letters", ""), False),
        (("Braid", None, "Letters", ""), ("Braid", 7, "Letters", ""), True),
        (("Braid", None, "Letters", "2026-05-20"), ("Braid", 7, "Letters", ""), True),
        (("Braid", 3, "Letters", "2026-05-20"), ("Braid", 7, "Letters", "2026-06-20"), False),
        (("Braid", 3, "Letters", "2026-05-20"), ("Braid", 3, "Letters", "2026-06-20"), True),
        (("Braid", 3, "", ""), ("Braid", 3, "Letters", ""), False),
        (("", 3, "Letters", "2026-05-20"), ("", 3, "Post", "2026-05-20"), False),
    ],
)
def test_what_is_one_episode_once_its_file_is_gone(
    was: tuple[str, int, str, str], now: tuple[str, int, str, str], is_one: bool
) -> None:
    gone, there = (
        KeptEpisode(key, Path("/nowhere/at/all.yaml"), *facts)
        for key, facts in (("a", was), ("b", now))
    )
    assert is_of(gone, there) is is_one


def test_a_corrected_title_number_or_show_loses_nothing(keepsakes: Keepsakes) -> None:
    keepsakes.keep(opened(), Kind.HIGHLIGHT, SPANS)
    for corrected in (opened(title="Clocks!"), opened(number=9), opened(show="Braids")):
        assert len(keepsakes.of(corrected)) == 1


def test_another_episode_under_the_same_key_has_none_of_them(keepsakes: Keepsakes) -> None:
    keepsakes.keep(opened(), Kind.HIGHLIGHT, SPANS)
    assert keepsakes.of(opened(title="Kettles", number=3, show="Kitchen")) == ()


def test_a_title_alone_is_an_identity_once_the_file_is_gone(
    keepsakes: Keepsakes, tmp_path: Path
) -> None:
    path = tmp_path / "talk.yaml"
    path.touch()
    untold = opened("talk", number=None, show="")._replace(path=path)
    keepsakes.keep(untold, Kind.HIGHLIGHT, SPANS)
    moved = untold._replace(key="moved")
    assert keepsakes.of(moved) == ()
    path.unlink()
    assert len(keepsakes.of(moved)) == 1


def test_names_that_are_no_text_are_kept(keepsakes: Keepsakes) -> None:
    odd = opened("\udcff")
    kept = keepsakes.keep(odd, Kind.HIGHLIGHT, SPANS)
    keepsakes.drop(kept.id)
    assert keepsakes.undo() == ("dropped", kept)
    assert keepsakes.of(odd) == (kept,)


def test_undo_takes_back_one_change_after_the_other_and_redo_makes_them_again(
    keepsakes: Keepsakes,
) -> None:
    kept = keepsakes.keep(opened(), Kind.HIGHLIGHT, SPANS)
    noted = keepsakes.write_note(kept.id, "why?")
    keepsakes.drop(kept.id)
    assert keepsakes.all() == ()
    assert keepsakes.undo() == ("dropped", noted)
    assert keepsakes.undo() == ("changed", kept)
    assert keepsakes.all() == (kept,)
    assert keepsakes.undo() == ("kept", kept)
    assert keepsakes.undo() is None
    assert keepsakes.all() == ()
    assert [keepsakes.redo() for _ in range(4)] == [
        ("kept", kept),
        ("changed", noted),
        ("dropped", noted),
        None,
    ]
    assert keepsakes.all() == ()


def test_another_change_ends_what_can_be_made_again(keepsakes: Keepsakes) -> None:
    keepsakes.keep(opened(), Kind.HIGHLIGHT, SPANS)
    keepsakes.undo()
    keepsakes.keep(opened(), Kind.HIGHLIGHT, SPANS[:1])
    assert keepsakes.redo() is None
    keepsakes.undo()
    assert keepsakes.redo().kept.text == "Where"


def test_undoing_a_mark_set_again_brings_back_where_it_was(keepsakes: Keepsakes) -> None:
    for turn in (0, 1):
        keepsakes.keep(opened(), Kind.MARK, [TurnSpan(turn, 0, 0)], mark="b")
    assert keepsakes.undo().deed == "changed"
    assert texts(keepsakes.all()) == ["Where is the third screw?"]


def test_a_process_undoes_its_own_changes(keepsakes: Keepsakes) -> None:
    other = Keepsakes(keepsakes.path, process="other")
    mine = keepsakes.keep(opened(), Kind.HIGHLIGHT, SPANS)
    other.keep(opened(), Kind.NOTE, SPANS)
    assert keepsakes.undo() == ("kept", mine)
    assert keepsakes.undo() is None
    assert other.redo() is None
    assert keepsakes.redo() == ("kept", mine)


def test_one_that_changed_nothing_undoes_nothing(keepsakes: Keepsakes) -> None:
    keepsakes.keep(opened(), Kind.HIGHLIGHT, SPANS)
    late = Keepsakes(keepsakes.path, process="late")
    assert late.undo() is None
    keepsakes.undo()
    assert late.redo() is None


def test_what_another_changed_since_is_not_undone(keepsakes: Keepsakes) -> None:
    other = Keepsakes(keepsakes.path, process="other")
    kept = keepsakes.keep(opened(), Kind.HIGHLIGHT, SPANS)
    noted = other.write_note(kept.id, "do not lose this")
    with pytest.raises(NotebookError, match="changed since by another reader"):
        keepsakes.undo()
    assert keepsakes.all() == (noted,)
    other.undo()
    assert keepsakes.undo() == ("kept", kept)
    again = other.redo
    with pytest.raises(NotebookError, match="changed since by another reader"):
        again()
    assert keepsakes.all() == ()


def test_there_is_never_a_second_mark_of_a_letter(keepsakes: Keepsakes) -> None:
    other = Keepsakes(keepsakes.path, process="other")
    mine = keepsakes.keep(opened(), Kind.MARK, SPANS[:1], mark="a")
    keepsakes.undo()
    its = other.keep(opened(), Kind.MARK, SPANS[1:], mark="a")
    keepsakes.redo()
    assert keepsakes.all() == (mine,)
    keepsakes.undo()
    assert keepsakes.all() == (its,)
    keepsakes.redo()
    assert keepsakes.all() == (mine,)


def test_what_another_dropped_is_not_there_to_be_changed(keepsakes: Keepsakes) -> None:
    kept = keepsakes.keep(opened(), Kind.HIGHLIGHT, SPANS)
    Keepsakes(keepsakes.path).drop(kept.id)
    for use in (lambda: keepsakes.drop(kept.id), lambda: keepsakes.write_note(kept.id, "x")):
        with pytest.raises(NotebookError, match="not in the notebook any more"):
            use()
    with pytest.raises(NotebookError, match="changed since by another reader"):
        keepsakes.undo()


def test_several_are_dropped_all_or_none(keepsakes: Keepsakes) -> None:
    kept = [keepsakes.keep(opened(), Kind.HIGHLIGHT, SPANS) for _ in range(3)]
    with pytest.raises(NotebookError, match="not in the notebook"):
        keepsakes.drop(kept[0].id, 99)
    assert len(keepsakes.all()) == 3
    assert keepsakes.drop(kept[0].id, kept[2].id) == (kept[0], kept[2])
    assert keepsakes.all() == (kept[1],)
    assert keepsakes.undo() == ("dropped", kept[0])
    assert keepsakes.all() == tuple(kept)
    assert keepsakes.redo() == ("dropped", kept[0])
    assert keepsakes.all() == (kept[1],)


def test_the_revision_is_another_after_each_change_by_anybody(keepsakes: Keepsakes) -> None:
    other = Keepsakes(keepsakes.path, process="other")
    seen = [keepsakes.revision()]
    kept = other.keep(opened(), Kind.HIGHLIGHT, SPANS)
    for change in (
        lambda: other.write_note(kept.id, "x"),
        lambda: other.drop(kept.id),
        other.undo,
        other.redo,
    ):
        seen.append(keepsakes.revision())
        change()
    seen.append(keepsakes.revision())
    assert seen == sorted(set(seen))
    assert keepsakes.revision() == other.revision() == seen[-1]
    Notebook(keepsakes.path).set_read("008", Path("/x"), True)
    assert keepsakes.revision() == seen[-1]


def test_a_file_that_has_settled_is_not_even_opened_for_its_revision(
    keepsakes: Keepsakes, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    keepsakes.keep(opened(), Kind.HIGHLIGHT, SPANS)
    os.utime(keepsakes.path, (1_000_000_000, 1_000_000_000))
    assert keepsakes.revision() == 1
    monkeypatch.setattr(keepsakes._file, "ask", None)
    assert keepsakes.revision() == 1


def test_one_that_cannot_be_read_does_not_hide_the_others(keepsakes: Keepsakes) -> None:
    import sqlite3

    kept = [keepsakes.keep(opened(), Kind.HIGHLIGHT, SPANS) for _ in range(5)]
    broken = ["anchors = '['", "kind = 'x'", "anchors = '[{}]'", "anchors = '[]'"]
    for thing, value in zip(kept, broken, strict=False):
        with sqlite3.connect(keepsakes.path) as database:
            database.execute(f"UPDATE kept SET {value} WHERE id = {thing.id}")
    assert keepsakes.all() == (kept[4],)
