"""The words of a selection, as they stand in the turns."""

from textual.selection import Selection

from braidtui.tui.transcript.rows import Rows


def selected_words(rows: Rows, selection: Selection) -> str:
    """No display line breaks, no source marks, nothing of turns that are hidden."""
    turns = rows.episode.turns
    first = selection.start.y if selection.start else 0
    last = selection.end.y if selection.end else len(turns)
    chosen = []
    for turn in rows.shown[rows.slot(first) : rows.slot(last + 1)]:
        begin, end = selection.get_span(turn) or (0, 0)
        text = turns[turn].text
        chosen.append(text[begin : len(text) if end < 0 else end])
    return "\n\n".join(filter(None, chosen))
