"""One episode, opened: the episode itself, and where it came from."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from braidtui.episode.problem import Problem

if TYPE_CHECKING:  # a list of episodes is made without it
    from braidtui.episode.model import Episode


class Opened(NamedTuple):
    """An episode read from a file.

    `id` is the file's stem as safe text. `key` is what the notebook files a place under: for a file
    in a library folder its path in that folder without the suffix (`008`, `braid/008`), for any
    other its absolute path. `turn_lines` tells for each turn its line in the YAML (from 1); it is
    empty for a file of another format.
    """

    path: Path
    id: str
    key: str
    episode: "Episode"
    warnings: tuple[Problem, ...]
    turn_lines: tuple[int, ...]
