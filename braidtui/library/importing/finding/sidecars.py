"""The files beside a transcript that tell more of it, found by their names."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from braidtui.library.importing.finding.files import (
    CHAPTERS,
    DESCRIPTIONS,
    EPISODES,
    RECORDINGS,
    is_sidecar,
    richness,
    stems_of,
)


class Sidecars(NamedTuple):
    """Where they are; what `head` points to may turn out to be a whole episode, and so none."""

    chapters: Path | None = None
    description: Path | None = None
    head: Path | None = None
    recording: Path | None = None

    @property
    def all(self) -> tuple[Path, ...]:
        """Those that there are, but for the recording."""
        return tuple(path for path in self[:3] if path)


def sidecars_of(path: Path) -> Sidecars:
    """The files beside a transcript."""
    if not path.name:
        return Sidecars()
    stems = stems_of(path.name)
    return Sidecars(
        _first(path, stems, CHAPTERS),
        _first(path, stems, DESCRIPTIONS),
        _first(path, stems, EPISODES),
        _first(path, stems, RECORDINGS),
    )


def transcripts_of(recording: Path) -> list[Path]:
    """The transcripts beside a recording, the one that tells most first."""
    stem = recording.stem
    found = (
        (rank, path.name, path)
        for path in recording.parent.iterdir()
        if (rank := richness(path.name)) is not None
        and not is_sidecar(path.name)
        and stem in stems_of(path.name)
    )
    return [path for _, _, path in sorted(found) if path.is_file()]


def _first(path: Path, stems: Iterable[str], suffixes: Iterable[str]) -> Path | None:
    offers = (path.with_name(stem + suffix) for stem in stems for suffix in suffixes)
    return next((offer for offer in offers if offer != path and offer.is_file()), None)
