"""What of the turns is selected, by mouse or by key: both are Textual's one selection.

In it a row is a turn and a column a code point of that turn's text.
"""

from collections.abc import Iterator

from textual.geometry import Offset
from textual.selection import Selection

from braidtui.episode.turn_span import TurnSpan
from braidtui.tui.transcript.drawing.overlays import whole_signs
from braidtui.tui.transcript.layout.rows import Rows


def whole_turns(rows: Rows, first: int, last: int) -> Selection:
    """All that is said from one turn to another."""
    return Selection(Offset(0, first), Offset(len(rows.episode.turns[last].text), last))


def selected_spans(rows: Rows, selection: Selection) -> Iterator[TurnSpan]:
    """By turn, whole signs; no source marks, and nothing of turns that are hidden."""
    turns = rows.episode.turns
    first = selection.start.y if selection.start else 0
    last = selection.end.y if selection.end else len(turns)
    for turn in rows.shown[rows.slot(first) : rows.slot(last + 1)]:
        begin, end = selection.get_span(turn) or (0, 0)
        text, size = turns[turn].text, len(turns[turn].text)
        begin, end = min(size, max(0, begin)), size if end < 0 else min(size, end)
        if begin < end:
            yield TurnSpan(turn, *whole_signs(text, 0, size, begin, end))


def selected_words(rows: Rows, selection: Selection) -> str:
    """The words as they stand in the turns, without display line breaks."""
    turns = rows.episode.turns
    spans = selected_spans(rows, selection)
    return "\n\n".join(turns[span.turn].text[span.begin : span.end] for span in spans)
