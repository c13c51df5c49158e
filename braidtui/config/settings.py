"""What a person may set, with the defaults of each."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple

Style = Literal["plain", "markdown", "apa", "chicago"]


class Copying(NamedTuple):
    """How words are copied: the form of their attribution, and whether times stand in it."""

    style: Style = "plain"
    timestamps: bool = True


class Exporting(NamedTuple):
    """How Markdown files are written; without a folder they go into the current one."""

    folder: Path | None = None
    flavor: Literal["commonmark", "obsidian"] = "commonmark"
    timestamps: Literal["turn", "none"] = "turn"
    sources: Literal["footnotes", "list", "none"] = "footnotes"


class Config(NamedTuple):
    """What the person has set. `keys` gives for a command's id its keys, parted by commas."""

    theme: str = ""
    width: int = 88
    library: tuple[Path, ...] = ()
    keys: Mapping[str, str] = MappingProxyType({})
    mouse: bool = True
    copying: Copying = Copying()
    exporting: Exporting = Exporting()
