"""What the reader keeps of an episode: marks, highlights, notes and quotes, each with its words."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple


class Kind(StrEnum):
    """What a kept thing is; a QUOTE is the reader's own pull quote."""

    MARK = "mark"
    HIGHLIGHT = "highlight"
    NOTE = "note"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words of one turn that were kept, and what helps to find them again.

    `turn`, `begin` and `end` are where they stood (code points), `speaker` is a name, `start` that
    of the turn in milliseconds. `before` and `after` are what stood around them, turns parted by a
    blank line.

    What told them from all others then: whether the words stood there once (`is_alone`), and how
    many letters just before (`left`) and just after them (`right`) stood nowhere else, 0 where none
    told. `place` is a checksum of all turns, where neither side did.
    """

    turn: int
    begin: int
    end: int
    text: str
    speaker: str = ""
    start: int | None = None
    before: str = ""
    after: str = ""
    is_alone: bool = False
    left: int = 0
    right: int = 0
    place: int | None = None


@dataclass(frozen=True, slots=True)
class KeptEpisode:
    """The episode that something was kept of, as it was then; `date` is ISO, or empty."""

    key: str
    path: Path
    show: str = ""
    number: int | None = None
    title: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """One kept thing: anchors in order of turns, at least one.

    `segment` is the title of the first one's; `mark` a letter, or empty; `created` milliseconds
    since 1970.
    """

    id: int
    kind: Kind
    episode: KeptEpisode
    segment: str
    anchors: tuple[Anchor, ...]
    note: str = ""
    mark: str = ""
    created: int = 0

    @property
    def text(self) -> str:
        """The words of all turns, a blank line between."""
        return "\n\n".join(anchor.text for anchor in self.anchors)

    @property
    def speaker(self) -> str:
        """Who says them, each name once."""
        return ", ".join(dict.fromkeys(a.speaker for a in self.anchors if a.speaker))

    @property
    def start(self) -> int | None:
        """Where the first of the turns starts, in milliseconds; None where it told no time."""
        return self.anchors[0].start


class Change(NamedTuple):
    """A change of the notebook: "kept", "changed" or "dropped", and the thing it happened to."""

    deed: str
    kept: Kept
