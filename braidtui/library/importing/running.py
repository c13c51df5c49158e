"""An import from its first file to its last; each is told as soon as it is done."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from braidtui.episode.model import Episode
from braidtui.episode.problem import EpisodeRefused, Problem, shortened
from braidtui.formats.registry import READERS
from braidtui.formats.speech.composing import NOBODY
from braidtui.library.file_names import file_name
from braidtui.library.importing.files import is_captions, is_recording, telling_stem
from braidtui.library.importing.folder import Found, Job, find_transcripts
from braidtui.library.importing.opening import NO_WORDS
from braidtui.library.importing.reading import (
    STANDARD_INPUT,
    Incoming,
    Manner,
    NoTranscript,
    bytes_of,
    read_transcript,
)
from braidtui.library.importing.report import Ending, Import
from braidtui.library.importing.sidecars import sidecars_of, transcripts_of
from braidtui.library.importing.told import Located
from braidtui.library.importing.writing import Names, write_episode_file
from braidtui.library.reading import content_of

_ANY = Manner()
_IS_THERE = "is there already (--force writes over it)"


@dataclass(frozen=True)
class Wishes:
    """What a person asks for: a folder, how to read, a file name, fields that are to differ."""

    folder: Path
    manner: Manner = _ANY
    name: str = ""
    changes: Mapping[str, Any] = field(default_factory=dict)
    replaces: bool = False


class Importer:
    """Imports files and folders, one episode after the other."""

    def __init__(self, wishes: Wishes) -> None:
        self._wishes = wishes
        self._names = Names()

    def find(self, files: Sequence[str]) -> Found:
        """What is to be imported of files, folders and recordings, in the order that was given."""
        found = Found()
        for name in files:
            path = Path(name)
            if path.is_dir():
                within = find_transcripts(path, self._wishes.folder, self._names)
                found.jobs += within.jobs
                found.others += within.others
                found.notices += within.notices
            else:
                found.jobs.append(Job((path,)))
        return found

    def run(self, jobs: Sequence[Job]) -> Iterator[Import]:
        """Do them; gives each file with what became of it, never raises for what is in one."""
        for job in jobs:
            yield from self._done(job)

    def _done(self, job: Job) -> Iterator[Import]:
        forms = job.forms
        if job.path is None and is_recording(forms[0].name) and forms[0].is_file():
            forms = tuple(transcripts_of(forms[0]))
            if not forms:
                yield _refused(job.forms[0], Problem(1, 1, NO_WORDS))
        if job.path and not self._wishes.replaces and _is_current(job.path, forms):
            yield Import(forms[0], Ending.SKIPPED, job.path)
            yield from _other_forms(forms[0], forms[1:])
            return
        for index, form in enumerate(forms):
            one = self._import(form, job.path, is_asked=job == Job((form,)))
            yield one
            if one.path or index == len(forms) - 1:
                yield from _other_forms(form, forms[index + 1 :])
                return

    def _import(self, source: Path, planned: Path | None, *, is_asked: bool) -> Import:
        try:
            data = bytes_of(source) if is_asked else content_of(source).data
            incoming = read_transcript(source, data, self._wishes.manner)
            if not is_asked:
                _refuse_plain_text(source, incoming)
            episode = replace(incoming.episode, **self._wishes.changes)
            path = planned or self._path(source, episode)
            return self._written(source, incoming._replace(episode=episode), path)
        except NoTranscript as unknown:
            if is_asked or is_captions(source.name):
                return _refused(source, *unknown.problems)
            return _refused(source, *unknown.problems)._replace(ending=Ending.NO_TRANSCRIPT)
        except EpisodeRefused as refused:
            return _refused(source, *(it for it in refused.problems if not it.is_warning))
        except OSError as error:
            is_there = isinstance(error, FileExistsError)
            words = _IS_THERE if is_there else shortened(error.strerror or str(error))
            where = error.filename if isinstance(error.filename, str) else source
            return _refused(Path(where), Problem(0, 0, words))._replace(file=source)

    def _path(self, source: Path, episode: Episode) -> Path:
        name = self._wishes.name or file_name(episode, telling_stem(source))
        head = sidecars_of(source).head if source != STANDARD_INPUT else None
        return self._names.free(self._wishes.folder, name, head)

    def _written(self, source: Path, incoming: Incoming, path: Path) -> Import:
        episode, problems = incoming.episode, incoming.problems
        beside = incoming.recording
        if beside and beside.parent.resolve() != path.parent.resolve():
            words = f"the recording {beside.name} is not beside the episode file: audio is left out"
            problems += (Located(source, Problem(1, 1, words, is_warning=True)),)
            episode = replace(episode, audio="")
        is_same = write_episode_file(source, episode, path, replaces=self._wishes.replaces)
        ending = Ending.UNCHANGED if is_same else Ending.IMPORTED
        return Import(source, ending, path, problems, episode, incoming.format, incoming.used)


def _refused(source: Path, *problems: Problem) -> Import:
    return Import(
        source, Ending.REFUSED, None, tuple(Located(source, problem) for problem in problems)
    )


def _refuse_plain_text(source: Path, incoming: Incoming) -> None:
    """Any text can be read as one speaker's; in a folder that may be a licence or a list."""
    episode = incoming.episode
    is_general = incoming.format in READERS and READERS[incoming.format].is_general
    if is_general and not episode.is_timed and episode.speakers == (NOBODY,):
        words = "no transcript: nobody is named in it, and no time"
        raise NoTranscript(source, (Problem(1, 1, words),))


def _other_forms(first: Path, others: Sequence[Path]) -> Iterator[Import]:
    for other in others:
        words = Problem(0, 0, f"another form of {first.name}", is_warning=True)
        yield Import(other, Ending.OTHER_FORM, None, (Located(other, words),))


def _is_current(path: Path, forms: Sequence[Path]) -> bool:
    """Whether an episode file is there that is not older than what it was made of."""
    try:
        made = path.stat().st_mtime_ns
        used = (*forms, *sidecars_of(forms[0]).all)
        return all(it.stat().st_mtime_ns <= made for it in used if it != path)
    except OSError:
        return False
