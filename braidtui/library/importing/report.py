"""What came of an import: of each file, and of all together."""

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from braidtui.episode.model import Episode
from braidtui.library.importing.told import Located


class Ending(Enum):
    """What became of a file, in words."""

    IMPORTED = "imported"
    UNCHANGED = "unchanged"
    SKIPPED = "there already"
    OTHER_FORM = "another form"
    NO_TRANSCRIPT = "no transcript"
    REFUSED = "refused"


class Import(NamedTuple):
    """One file and what became of it.

    `path` is the episode file, None where there is none of it. `episode` is there only where one
    was read and written.
    """

    file: Path
    ending: Ending
    path: Path | None = None
    problems: tuple[Located, ...] = ()
    episode: Episode | None = None
    format: str = ""
    used: tuple[Path, ...] = ()


@dataclass
class Report:
    """The sums: files by what became of them, turns, milliseconds of speech, refusals."""

    files: Counter[Ending] = field(default_factory=Counter)
    turns: int = 0
    duration: int = 0
    warnings: int = 0
    refused: list[Located] = field(default_factory=list)

    @property
    def done(self) -> int:
        """How many files there were so far, forms of others aside."""
        return self.files.total() - self.files[Ending.OTHER_FORM]

    def add(self, one: Import) -> None:
        """Another file is done."""
        self.files[one.ending] += 1
        if one.episode:
            self.turns += len(one.episode.turns)
            self.duration += one.episode.duration or 0
            self.warnings += len(one.problems)
        if one.ending is Ending.REFUSED:
            self.refused += one.problems[:1]
