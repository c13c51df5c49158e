"""What is written on rows: kept things over and beside the words."""

from collections.abc import Sequence

from textual.geometry import Offset
from textual.selection import Selection

from braidtui.episode.model import Episode, Quote, Segment, Speaker, Turn
from braidtui.find.episode_hits import EpisodeHits
from braidtui.find.hit import Field, Hit
from braidtui.find.passages import Passages
from braidtui.find.pattern import pattern
from braidtui.tui.annotated import Annotated
from braidtui.tui.transcript.drawing.ink import Ink, Run
from braidtui.tui.transcript.kept_marks import KeptMarks
from braidtui.tui.transcript.layout.rows import RowKind, Rows
from braidtui.tui.transcript.marks import Marks
from braidtui.typeset.cells import cell_len

WORDS = "the tide and the ebb"


def rows(text: str = WORDS, width: int = 60, name: str = "Ada", notes: Sequence[str] = ()) -> Rows:
    whole = Episode(
        "T",
        (Speaker("a", name),),
        (Segment("S", 0, (Turn("a", text, 5000),)),),
        quotes=(Quote("ebb"),),
    )
    return Rows(Annotated.of(whole), width, None, {0: notes} if notes else {})


def runs(ink: Ink, of: Rows, kind: RowKind, selection: Selection | None = None) -> list[Run]:
    index = next(i for i, row in enumerate(of.of(0)) if row.kind is kind)
    return ink.runs(0, index, is_current=False, selection=selection)


def test_all_that_lies_over_the_same_letters_is_told_the_uppermost_first() -> None:
    of = rows()
    present = Hit(0, Field.TEXT, 0, 13, 16)
    hits = EpisodeHits(pattern("the"), Passages(of.episode))
    kept = KeptMarks({0: [(0, 16)]}, {0: [(14, 17)]})
    found = runs(
        Ink(of, Marks(hits, present), kept), of, RowKind.TEXT, Selection(Offset(2, 0), None)
    )
    assert [(run.text, run.over) for run in found[1:]] == [
        ("th", ("found", "kept")),
        ("e", ("selection", "found", "kept")),
        (" tide and ", ("selection", "kept")),
        ("t", ("selection", "found now", "kept")),
        ("he", ("selection", "found now", "kept", "own quote")),
        (" ", ("selection", "own quote")),
        ("ebb", ("selection",)),
    ]
    assert found[-1].style == "quote"


def test_a_highlight_covers_whole_signs() -> None:
    of = rows("a Cafe\u0301 b")
    found = runs(Ink(of, kept=KeptMarks({0: [(2, 6)]})), of, RowKind.TEXT)
    assert [run.text for run in found if run.over] == ["Cafe\u0301"]


def test_ten_thousand_highlights_of_a_turn_are_not_looked_through_for_a_row() -> None:
    class Counted(list[tuple[int, int]]):
        looks = 0

        def __iter__(self):  # type: ignore[no-untyped-def]
            Counted.looks += 1
            return super().__iter__()

    of = rows("x " * 30_000)
    ink = Ink(of, kept=KeptMarks({0: Counted((i * 6, i * 6 + 2) for i in range(10_000))}))
    texts = [i for i, row in enumerate(of.of(0)) if row.kind is RowKind.TEXT]
    for index in texts[::50]:
        assert any(run.over for run in ink.runs(0, index, is_current=False, selection=None))
    assert Counted.looks <= 2


def test_signs_stand_behind_the_time_and_are_never_cut_off() -> None:
    kept = KeptMarks({0: [(0, 3)]}, marks={0: "x"})
    of = rows()
    assert "".join(run.text for run in runs(Ink(of, kept=kept), of, RowKind.NAME)) == (
        "■ Ada  00:00:05  'x ▬"
    )
    of = rows(width=24, name="Ada Moor of the Lower Path")
    line = "".join(run.text for run in runs(Ink(of, kept=kept), of, RowKind.NAME))
    assert line == "■ Ada Moor of the L…  'x ▬"
    assert cell_len(line) <= 26


def test_a_note_is_no_part_of_the_words() -> None:
    of = rows(notes=["mine"])
    note = runs(Ink(of), of, RowKind.NOTE, Selection(None, None))
    assert [(run.text, run.style, run.over, run.offset) for run in note] == [
        ("  ", "text", (), -1),
        ("✎ mine", "note", (), -1),
    ]
