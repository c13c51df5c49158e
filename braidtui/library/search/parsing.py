"""Parsing a query: any text a person can type is one.

Words in any order must all match; `"a phrase"`, `-not`, `a OR b` (which binds closer), `word*`, and
fields such as `speaker:ona`. Parentheses are blanks. What is not understood is searched as words.
"""

from collections.abc import Sequence

from braidtui.episode.safe_text import clean_line
from braidtui.library.search.query import Clause, Query
from braidtui.library.search.syntax.atoms import AtomReader
from braidtui.library.search.syntax.habits import other_habits
from braidtui.library.search.syntax.pieces import Piece, pieces

MOST_TYPED = 10_000  # characters

_CONTROLS = dict.fromkeys([*range(32), *range(127, 160)], " ")
_OR = "OR"


def parse(typed: str, *, as_you_type: bool = False) -> Query:
    """The query in any text.

    `as_you_type`: the last word may go on, unless a blank follows it; and what is not finished
    (`speaker:`, `date:20`, `a OR`) is waited for, without a complaint.
    """
    text = clean_line(typed[:MOST_TYPED].translate(_CONTROLS))
    reader = AtomReader(as_you_type)
    found = _with_values(list(pieces(text)), reader)
    clauses = _clauses(found, reader, as_you_type)
    for words in other_habits(text, found):
        reader.complain(words)
    if len(typed) > MOST_TYPED:
        reader.complain(f"only the first {MOST_TYPED:,} characters are read")
    return Query(text, clauses, reader.complaints)


def _with_values(found: Sequence[Piece], reader: AtomReader) -> list[Piece]:
    """The pieces, where `speaker: ona` is one."""
    whole: list[Piece] = []
    for piece in found:
        if whole and reader.has_value_in(whole[-1], piece) and not piece.is_just(_OR):
            whole[-1] = whole[-1].with_value(piece)
        else:
            whole.append(piece)
    return whole


def _clauses(found: Sequence[Piece], reader: AtomReader, as_you_type: bool) -> tuple[Clause, ...]:
    clauses = (
        tuple(atom for piece in group if (atom := reader.read(piece)))
        for group in _alternatives(found, as_you_type)
    )
    return tuple(clause for clause in clauses if clause)


def _alternatives(found: Sequence[Piece], as_you_type: bool) -> list[list[Piece]]:
    """The pieces, together those that have an OR between them.

    An OR at the beginning, at the end or beside another is a word (or not yet finished).
    """
    is_or = [False, *(piece.is_just(_OR) for piece in found), False]
    groups: list[list[Piece]] = []
    joins = False
    for place, piece in enumerate(found, 1):
        parts = is_or[place] and not (is_or[place - 1] or is_or[place + 1])
        if parts and place > 1 and (place < len(found) or as_you_type):
            joins = True
        elif joins:
            groups[-1].append(piece)
            joins = False
        else:
            groups.append([piece])
    return groups
