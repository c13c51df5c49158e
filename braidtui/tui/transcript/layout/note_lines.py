"""Notes as the lines that stand below the text of a turn."""

from collections.abc import Iterable

from braidtui.episode.safe_text import clean
from braidtui.tui.transcript.kept_marks import NOTE_SIGN
from braidtui.typeset.cells import elided
from braidtui.typeset.wrap import wrap

_MOST_LINES = 12  # of one note; the rest is read where it is written
_FILL = 0.93  # how full a line of such a width is
_INDENT = len(NOTE_SIGN) + 1


def note_lines(note: str, width: int) -> tuple[str, ...]:
    """A note in lines of at most `width` cells, behind its sign; the last of many ends in `…`."""
    room = max(1, width - _INDENT)
    first, *others = first_lines(clean(note).strip().split("\n"), room, _MOST_LINES)
    return (f"{NOTE_SIGN} {first}", *(f"{' ' * _INDENT}{line}".rstrip() for line in others))


def about_lines(note: str, width: int) -> int:
    """About how many lines a note has, told without a look at its words."""
    room = max(1, width - _INDENT) * _FILL
    return min(_MOST_LINES, 1 + note.count("\n") + int(len(note) / room))


def first_lines(paragraphs: Iterable[str], width: int, most: int) -> list[str]:
    """Paragraphs in lines of at most `width` cells; of more than `most` the last ends in `…`."""
    lines: list[str] = []
    for paragraph in paragraphs:
        lines += [paragraph[begin:end] for begin, end in wrap(paragraph, width)]
        if len(lines) > most:
            return [*lines[: most - 1], elided(f"{lines[most - 1]}…", width)]
    return lines
