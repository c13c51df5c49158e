"""An import from its first file to its last; each is told as soon as it is done."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from braidtui.episode.problem import Problem, shortened
from braidtui.library.importing.finding.files import is_recording, richness, stem_of
from braidtui.library.importing.finding.folder import Found, Job, find_transcripts, real_path
from braidtui.library.importing.finding.sidecars import transcripts_of
from braidtui.library.importing.making import Heard, Maker, Wishes, refused, unheard
from braidtui.library.importing.opening import NO_WORDS
from braidtui.library.importing.reading import is_nameless
from braidtui.library.importing.report import Ending, Import
from braidtui.library.importing.told import Located
from braidtui.library.importing.writing import Names

__all__ = ["Importer", "Wishes"]


class Importer:
    """Imports files and folders, one episode after the other."""

    def __init__(self, wishes: Wishes) -> None:
        self._wishes = wishes
        self._names = Names()
        self._maker = Maker(wishes, self._names)
        self.done = 0  # jobs

    def find(self, files: Sequence[str]) -> Found:
        """What is to be imported of files, folders and recordings, in the order that was given."""
        found = Found()
        met: set[Path] = set()
        for path in map(Path, files):
            if path.is_dir():
                found.folders += 1
                found.add(find_transcripts(path, self._wishes.folder, self._names, met))
            elif is_nameless(path) or real_path(path) not in met:
                found.jobs.append(Job((path,)))
                met.add(real_path(path))
        found.notices += _alike([job.forms[0] for job in found.jobs if job.path is None])
        return found

    def run(self, jobs: Sequence[Job], hear: Heard = unheard) -> Iterator[Import]:
        """Do them; gives each file with what became of it, never raises for what is in one.

        `hear` is told each file that is about to be read, and how many bytes it has.
        """
        self._maker.hear = hear
        for job in jobs:
            yield from self._imports(job)
            self.done += 1

    def _imports(self, job: Job) -> Iterator[Import]:
        forms = job.forms
        if job.path is None and is_recording(forms[0].name) and forms[0].is_file():
            forms = tuple(transcripts_of(forms[0]))
            if not forms:
                yield refused(job.forms[0], Problem(1, 1, NO_WORDS))
        path = job.path and self._maker.target_of(forms, job.path)
        if path and not self._wishes.replaces and (skipped := self._maker.skipped(path, forms)):
            yield skipped
            yield from _other_forms(forms[0], forms[1:])
            return
        for index, form in enumerate(forms):
            one = self._maker.make(form, forms, path, is_asked=job == Job((form,)))
            yield one
            if one.path or index == len(forms) - 1:
                yield from _other_forms(form, forms[index + 1 :])
                return


def _alike(files: Sequence[Path]) -> Iterator[str]:
    """Says which files, each given by itself, have names as the forms of one episode have."""
    stems: defaultdict[Path, list[str]] = defaultdict(list)
    for file in dict.fromkeys(files):
        if richness(file.name) is not None:
            stems[file.parent / stem_of(file.name)].append(file.name)
    for names in stems.values():
        if len(names) > 1:
            listed = f"{', '.join(names[:-1])} and {names[-1]}"
            yield shortened(f"{listed} look like forms of one episode: each is imported by itself")


def _other_forms(first: Path, others: Sequence[Path]) -> Iterator[Import]:
    for other in others:
        words = Problem(0, 0, f"another form of {first.name}", is_warning=True)
        yield Import(other, Ending.OTHER_FORM, None, (Located(other, words),))
