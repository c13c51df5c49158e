"""The transcripts of a folder, however deep: which files are forms of one, and what it will be."""

import os
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from braidtui.library.file_names import stem_name
from braidtui.library.importing.finding.files import (
    is_recording,
    is_sidecar,
    language_of,
    richness,
    stem_of,
    stems_of,
    telling_stem,
)
from braidtui.library.importing.finding.sidecars import sidecars_of
from braidtui.library.importing.finding.sniffing import has_words, smells_of_transcript
from braidtui.library.importing.report import Ending, Import, not_read
from braidtui.library.importing.writing import Names, is_head_file
from braidtui.library.reading import is_yaml, trouble_in_words

_WHOLE, _STRANGE = -1, 99  # ranks: an episode file, a strange suffix
_Ranked = defaultdict[str, list[tuple[int, str]]]


class Job(NamedTuple):
    """One episode to be imported: its forms, the one that tells most first.

    `path` is where its file will stand; None where the episode itself names it.
    """

    forms: tuple[Path, ...]
    path: Path | None = None


@dataclass
class Found:
    """What is to be imported, and what is not: `others` are files of other kinds, `left` those
    that are told one by one; `notices` say what could not be looked at."""

    jobs: list[Job] = field(default_factory=list)
    others: list[Path] = field(default_factory=list)
    left: list[Import] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    folders: int = 0

    def add(self, more: "Found") -> None:
        """What was found elsewhere, too."""
        self.jobs += more.jobs
        self.others += more.others
        self.left += more.left
        self.notices += more.notices


def find_transcripts(folder: Path, into: Path, names: Names, met: set[Path]) -> Found:
    """The transcripts in a folder, in the order of names; hidden files and `into`, where it stands
    in the folder, are left out, and no link to a folder is followed.

    What was `met` already, as files without links, is left out; what is found is added to it.
    """
    search = _Search(folder, into, met)
    for here, files in search.folders():
        target = into.joinpath(*map(_safe, here.relative_to(folder).parts))
        for stem, forms in search.episodes(here, files):
            head = sidecars_of(forms[0]).head if search.is_in_place else None
            search.found.jobs.append(Job(forms, names.free(target, f"{_safe(stem)}.yaml", head)))
    return search.found


class _Search:
    """Looks through a folder and those in it, and tells what it leaves out."""

    def __init__(self, folder: Path, into: Path, met: set[Path]) -> None:
        self._folder, self._into = folder, into
        self._root, self._real_into = real_path(folder), real_path(into)
        self._met = met
        self.is_in_place = _is_same(folder, into)
        self.found = Found()

    def folders(self) -> Iterator[tuple[Path, list[str]]]:
        """Each folder, with the names of the files in it that can be read."""
        for within, folders, files in os.walk(self._folder, onerror=self._tell):
            here = Path(within)
            folders[:] = sorted(self._entered(here, folders))
            shown = sorted(name for name in files if not name.startswith("."))
            real = real_path(here)
            yield here, [name for name in shown if self._is_file(here / name, real / name)]

    def _tell(self, error: OSError) -> None:
        self.found.notices.append(trouble_in_words(error))

    def _entered(self, here: Path, folders: Sequence[str]) -> Iterator[str]:
        for name in folders:
            if name.startswith(".") or _is_same(here / name, self._into):
                continue
            if (here / name).is_symlink():
                self.found.notices.append(f"{here / name}: is a link to a folder: not followed")
            else:
                yield name

    def _is_file(self, path: Path, real: Path) -> bool:
        """Whether it is a file that was not met, and no link to one that is read anyhow."""
        if path.is_symlink():
            return self._is_news(path)
        if not path.is_file():
            words = "no transcript: a pipe or a device"
            self.found.left.append(not_read(path, Ending.NO_TRANSCRIPT, words))
            return False
        if real in self._met:
            return False
        self._met.add(real)
        return True

    def _is_news(self, link: Path) -> bool:
        """Whether a link leads to a file that is found in no other way."""
        if not link.is_file():
            words = "no transcript: a link to nothing that can be read"
            self.found.left.append(not_read(link, Ending.NO_TRANSCRIPT, words))
            return False
        target = real_path(link)
        if target in self._met or self._is_within(target):
            words = f"a link to {target.name}, which is read once"
            self.found.left.append(not_read(link, Ending.OTHER_FORM, words))
            return False
        self._met.add(target)
        return True

    def _is_within(self, path: Path) -> bool:
        if not path.is_relative_to(self._root) or path.is_relative_to(self._real_into):
            return False
        return not any(part.startswith(".") for part in path.relative_to(self._root).parts)

    def episodes(self, here: Path, names: Sequence[str]) -> Iterator[tuple[str, tuple[Path, ...]]]:
        """The forms of each episode in a folder, with a stem for its file."""
        groups = _in_one_language(self._ranked(here, names))
        stems = Counter(stem for stem, _ in groups)
        for (stem, language), ranked in sorted(groups.items()):
            forms = tuple(here / name for _, name in sorted(ranked))
            own = f"{stem}.{language}" if language and stems[stem] > 1 else telling_stem(forms[0])
            yield own, forms

    def _ranked(self, here: Path, names: Sequence[str]) -> dict[str, list[tuple[int, str]]]:
        """By stem each form with its rank, the richest with the lowest."""
        forms: _Ranked = defaultdict(list)
        others = []
        for name in names:
            if (rank := richness(name)) is not None:
                forms[stem_of(name)].append((rank, name))
            elif not is_sidecar(name):
                others.append(name)
        stems = {stem for ranked in forms.values() for _, name in ranked for stem in stems_of(name)}
        for name in others:
            if is_yaml(name):
                if not self.is_in_place and not is_head_file(here / name):
                    forms[stem_of(name)].append((_WHOLE, name))
            elif is_recording(name):
                if Path(name).stem not in stems:
                    self.found.others.append(here / name)
            elif smells_of_transcript(here / name):
                forms[stem_of(name)].append((_STRANGE, name))
            elif has_words(here / name):
                words = "no transcript: nothing of a known format"
                self.found.left.append(not_read(here / name, Ending.NO_TRANSCRIPT, words))
            else:
                self.found.others.append(here / name)
        return forms


def _in_one_language(
    forms: dict[str, list[tuple[int, str]]],
) -> dict[tuple[str, str], list[tuple[int, str]]]:
    """The forms by stem and language: a translation is an episode of its own, and what tells no
    language is a form of the only one that there is."""
    groups: defaultdict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    for stem, ranked in forms.items():
        languages = {language_of(name) for _, name in ranked} - {""}
        only = next(iter(languages)) if len(languages) == 1 else ""
        for rank, name in ranked:
            groups[stem, language_of(name) or only].append((rank, name))
    return groups


def real_path(path: Path) -> Path:
    """A path from the root without links; one that is a circle of links stays as it is."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path.absolute()


def _safe(name: str) -> str:
    return stem_name(name) or "episode"


def _is_same(path: Path, other: Path) -> bool:
    with suppress(OSError):
        return path.samefile(other)
    return False
