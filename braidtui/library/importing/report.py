"""What came of an import: of each file, and of all together."""

import re
from collections import Counter
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from braidtui.episode.model import Episode
from braidtui.episode.problem import Problem, shortened
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


def not_read(file: Path, ending: Ending, words: str) -> Import:
    """A file that was not read, and why."""
    problem = Problem(0, 0, shortened(words), is_warning=True)
    return Import(file, ending, None, (Located(file, problem),))


@dataclass
class Report:
    """The sums: files by what became of them; turns and milliseconds of what was imported.

    `remarks` counts the kinds of what was said of them, each by its first words (see `kind_of`).
    """

    files: Counter[Ending] = field(default_factory=Counter)
    turns: int = 0
    duration: int = 0
    remarks: Counter[str] = field(default_factory=Counter)
    refused: list[Import] = field(default_factory=list)
    no_transcripts: list[Located] = field(default_factory=list)

    def add(self, one: Import) -> None:
        """Another file is done."""
        self.files[one.ending] += 1
        if one.episode and one.ending is Ending.IMPORTED:
            self.turns += len(one.episode.turns)
            self.duration += one.episode.duration or 0
        if one.episode or one.ending is Ending.SKIPPED:
            self.remarks.update({kind_of(located.problem) for located in one.problems})
        if one.ending is Ending.REFUSED:
            self.refused.append(one)
        if one.ending is Ending.NO_TRANSCRIPT:
            self.no_transcripts += one.problems[:1]


def kind_of(problem: Problem) -> str:
    """A remark without what is of one file alone: counts, names, numbers."""
    words = re.sub(r" \([0-9,]+ times; here first\)$", "", problem.message)
    words = re.sub(r"\"[^\"]*\"", '"…"', words)
    return re.sub(r"(?<![\w-])[0-9][0-9.,:]*(?!\w)", "…", re.sub(r": [^:]*$", ": …", words))
