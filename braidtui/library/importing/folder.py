"""The transcripts of a folder, however deep: which files are forms of one, and what it will be."""

import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from braidtui.library.file_names import stem_name
from braidtui.library.importing.files import (
    is_recording,
    is_sidecar,
    richness,
    stem_of,
    stems_of,
    telling_stem,
)
from braidtui.library.importing.sidecars import sidecars_of
from braidtui.library.importing.writing import Names, is_head_file
from braidtui.library.reading import is_yaml, trouble_in_words


class Job(NamedTuple):
    """One episode to be imported: its forms, the one that tells most first.

    `path` is where its file will stand; None where the episode itself names it.
    """

    forms: tuple[Path, ...]
    path: Path | None = None


@dataclass
class Found:
    """What is to be imported, how many files are no transcripts, what could not be looked at."""

    jobs: list[Job] = field(default_factory=list)
    others: int = 0
    notices: list[str] = field(default_factory=list)


def find_transcripts(folder: Path, into: Path, names: Names) -> Found:
    """The transcripts in a folder, in the order of names; hidden files and `into`, where it stands
    in the folder, are left out, and no link to a folder is followed."""
    found = Found()
    is_in_place = _is_same(folder, into)

    def tell(error: OSError) -> None:
        found.notices.append(trouble_in_words(error))

    for within, folders, files in os.walk(folder, onerror=tell):
        here = Path(within)
        folders[:] = sorted(_entered(here, folders, into, found))
        shown = sorted(name for name in files if not name.startswith("."))
        target = into.joinpath(*map(_safe, here.relative_to(folder).parts))
        for forms in _episodes(here, shown, found, is_in_place=is_in_place):
            name = f"{_safe(telling_stem(forms[0]))}.yaml"
            head = sidecars_of(forms[0]).head if is_in_place else None
            found.jobs.append(Job(forms, names.free(target, name, head)))
    return found


def _entered(here: Path, folders: Sequence[str], into: Path, found: Found) -> Iterator[str]:
    for name in folders:
        if name.startswith(".") or _is_same(here / name, into):
            continue
        if (here / name).is_symlink():
            found.notices.append(f"{here / name}: is a link to a folder: not followed")
        else:
            yield name


def _episodes(
    here: Path, names: Sequence[str], found: Found, *, is_in_place: bool
) -> Iterator[tuple[Path, ...]]:
    """The forms of each episode in a folder; counts what is none."""
    forms: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    others = []
    for name in names:
        if (rank := richness(name)) is not None:
            forms[stem_of(name)].append((rank, name))
        elif not is_sidecar(name):
            others.append(name)
    stems = {stem for ranked in forms.values() for _, name in ranked for stem in stems_of(name)}
    for name in others:
        if is_yaml(name) and not is_in_place and not is_head_file(here / name):
            forms[stem_of(name)].append((len(names) + 99, name))
        elif not (is_yaml(name) or (is_recording(name) and stem_of(name) in stems)):
            found.others += 1
    for stem in sorted(forms):
        yield tuple(here / name for _, name in sorted(forms[stem]))


def _safe(name: str) -> str:
    return stem_name(name) or "episode"


def _is_same(path: Path, other: Path) -> bool:
    with suppress(OSError):
        return path.samefile(other)
    return False
