"""A block of a page: what it shows between two breaks."""

from typing import Literal, NamedTuple

from braidtui.episode.model import Source

Kind = Literal["name", "time", "heading", "words"]


class Cell(NamedTuple):
    """Where a block stands in a table. The items of a list are cells as well: of one row."""

    row: int
    column: int


class Block(NamedTuple):
    """What a page shows between two breaks. `tag` is the element it is or stands in, `line` where
    that begins, `lead` the bold words that a paragraph begins with, `is_inside` whether an element
    around it is called a transcript, `is_left_out` whether it stands in the navigation, `beside`
    the numbers of the elements around it that are called comments or the like. A time has its
    milliseconds as `start`, and so have words where an element around them tells that."""

    kind: Kind
    text: str
    tag: str
    line: int
    lead: str = ""
    sources: tuple[Source, ...] = ()
    is_inside: bool = False
    is_left_out: bool = False
    start: int | None = None
    cell: Cell | None = None
    beside: tuple[int, ...] = ()
