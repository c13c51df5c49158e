"""Making one episode file of a transcript, or telling why none is made."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from braidtui.episode.model import Episode
from braidtui.episode.problem import EpisodeRefused, Problem, shortened
from braidtui.formats.imported import notice
from braidtui.formats.registry import READERS
from braidtui.formats.speech.composing import NOBODY
from braidtui.library.file_names import file_name
from braidtui.library.importing.finding.files import is_captions, telling_stem
from braidtui.library.importing.finding.folder import real_path
from braidtui.library.importing.finding.sidecars import sidecars_of
from braidtui.library.importing.reading import (
    Incoming,
    Manner,
    NoTranscript,
    bytes_of,
    is_nameless,
    read_transcript,
)
from braidtui.library.importing.records import Record, Records, fingerprint, print_of
from braidtui.library.importing.report import Ending, Import, not_read
from braidtui.library.importing.told import WHOLE, Located
from braidtui.library.importing.writing import Names, write_episode_file
from braidtui.library.reading import content_of
from braidtui.library.writing import remove_abandoned

_ANY = Manner()
_OTHER_MANNER = "there already, read in another manner: --force makes it anew"
_IS_THERE = "is there already (--force writes over it)"

Heard = Callable[[Path, int], None]


def unheard(_file: Path, _size: int) -> None:
    """Tells nobody which file, of how many bytes, is about to be read."""


@dataclass(frozen=True)
class Wishes:
    """What a person asks for: a folder, how to read, a file name, fields that are to differ."""

    folder: Path
    manner: Manner = _ANY
    name: str = ""
    changes: Mapping[str, Any] = field(default_factory=dict)
    replaces: bool = False


class Maker:
    """Makes episode files as they are wished for, and remembers of what it made them."""

    def __init__(self, wishes: Wishes, names: Names) -> None:
        self._wishes = wishes
        self._names = names
        self._tidy: set[Path] = set()
        self._records = Records()
        self._manner = fingerprint((wishes.manner, sorted(wishes.changes.items())))
        self.hear: Heard = unheard

    def target_of(self, forms: Sequence[Path], planned: Path) -> Path:
        """Where the episode file is that was made of these forms before, else where it will be."""
        return self._records.made_of(forms, planned.parent) or planned

    def skipped(self, path: Path, forms: Sequence[Path]) -> Import | None:
        """What is told of forms that made an episode file before, and are as they were then."""
        record = self._records.of(path)
        if record is None or not path.is_file():
            return Import(forms[0], Ending.SKIPPED, path) if _is_own(path, forms) else None
        if record.source not in {str(form.absolute()) for form in forms}:
            return None
        if record.files != _files_of(forms, path):
            return None
        is_so = record.manner == self._manner
        problems = () if is_so else (Located(path, Problem(0, 0, _OTHER_MANNER, is_warning=True)),)
        return Import(forms[0], Ending.SKIPPED, path, problems)

    def make(
        self, source: Path, forms: Sequence[Path], planned: Path | None, *, is_asked: bool
    ) -> Import:
        """What becomes of one of the forms of an episode; one that `is_asked` for is given by
        itself, so that nothing about it is doubted."""
        try:
            self._tell_size(source)
            data = bytes_of(source) if is_asked else content_of(source).data
            incoming = read_transcript(source, data, self._wishes.manner)
            if not is_asked and not self._wishes.manner.form:
                _refuse_plain_text(source, incoming)
            episode = replace(incoming.episode, **self._wishes.changes)
            path = planned or self._path(source, episode)
            incoming = _dressed(incoming._replace(episode=episode), source, path)
            if planned and (maker := self._other_maker(planned, forms)):
                return self._written_beside(maker, source, forms, incoming, planned)
            return self._written(source, forms, incoming, path, replaces=self._wishes.replaces)
        except NoTranscript as unknown:
            if is_asked or is_captions(source.name):
                return refused(source, *unknown.problems)
            words = f"no transcript: {unknown.problems[0].message}"
            return not_read(source, Ending.NO_TRANSCRIPT, words)
        except EpisodeRefused as error:
            return refused(source, *(it for it in error.problems if not it.is_warning))
        except OSError as error:
            return _failed(source, error)

    def _tell_size(self, source: Path) -> None:
        with suppress(OSError, ValueError):
            self.hear(source, 0 if is_nameless(source) else source.stat().st_size)

    def _path(self, source: Path, episode: Episode) -> Path:
        is_named = not is_nameless(source)
        name = self._wishes.name or file_name(episode, telling_stem(source) if is_named else "")
        head = sidecars_of(source).head if is_named else None
        return self._names.free(self._wishes.folder, name, head)

    def _other_maker(self, path: Path, forms: Sequence[Path]) -> str:
        """The file that an episode file was made of, where that is another one and still there."""
        record = self._records.of(path)
        if record is None or not path.is_file():
            return ""
        is_other = record.source not in {str(form.absolute()) for form in forms}
        return record.source if is_other and Path(record.source).is_file() else ""

    def _written_beside(
        self, maker: str, source: Path, forms: Sequence[Path], incoming: Incoming, taken: Path
    ) -> Import:
        """Written under the next free name, where what is made of another file differs."""
        with suppress(FileExistsError):
            return self._written(source, forms, incoming, taken, replaces=False)
        path = taken
        while path.exists():
            path = self._names.free(taken.parent, taken.name)
        words = shortened(f"{taken.name} is made of {maker}: this is {path.name}")
        problems = (*incoming.problems, Located(source, Problem(0, 0, words, is_warning=True)))
        incoming = incoming._replace(problems=problems)
        return self._written(source, forms, incoming, path, replaces=False)

    def _written(
        self,
        source: Path,
        forms: Sequence[Path],
        incoming: Incoming,
        path: Path,
        *,
        replaces: bool,
    ) -> Import:
        episode, problems = incoming.episode, incoming.problems
        if path.parent not in self._tidy:
            self._tidy.add(path.parent)
            remove_abandoned(path.parent)
        files = "" if is_nameless(source) else _files_of(forms, path)
        deed = write_episode_file(source, episode, path, replaces=replaces)
        self._remember(path, source, files)
        if deed.copy:
            words = f"what was there is kept: {deed.copy.name}"
            problems += (Located(path, Problem(0, 0, words, is_warning=True)),)
        ending = Ending.UNCHANGED if deed.is_same else Ending.IMPORTED
        return Import(source, ending, path, problems, episode, incoming.format, incoming.used)

    def _remember(self, path: Path, source: Path, files: str) -> None:
        if files and not (self._records.of(path) and self._other_maker(path, (source,))):
            target, made_of = str(path.absolute()), str(source.absolute())
            self._records.add(Record(target, made_of, files, self._manner))


def _dressed(incoming: Incoming, source: Path, path: Path) -> Incoming:
    """The episode as it may stand at a path: without a recording that is not beside that."""
    episode = incoming.episode
    here = path.absolute()
    problems = tuple(
        it
        for it in incoming.problems
        if it.problem.message != WHOLE or it.path.absolute() != here  # which it is written to
    )
    if _is_lost(episode.audio, source, path):
        words = f"the recording {episode.audio} is not beside the episode file: audio is left out"
        problems += (Located(source, notice(1, shortened(words))),)
        episode = replace(episode, audio="")
    return incoming._replace(episode=episode, problems=problems)


def _is_lost(audio: str, source: Path, path: Path) -> bool:
    """Whether a recording, told as a file from where the source is, is not found from a path."""
    if not audio or audio.lower().startswith(("http:", "https:")) or is_nameless(source):
        return False
    return (
        real_path(source.parent) != real_path(path.parent) and not (path.parent / audio).is_file()
    )


def _failed(source: Path, error: OSError) -> Import:
    """A file that could not be read, or its episode file not be written."""
    words = shortened(error.strerror or str(error))
    where = Path(error.filename) if isinstance(error.filename, str) else source
    if isinstance(error, FileExistsError):
        words = _IS_THERE
    elif where != source and not isinstance(error, NotADirectoryError):
        words = shortened(f"{words} (from {source})")
    return refused(where, Problem(0, 0, words))._replace(file=source)


def refused(source: Path, *problems: Problem) -> Import:
    """A file of which no episode is made."""
    return Import(
        source, Ending.REFUSED, None, tuple(Located(source, problem) for problem in problems)
    )


def _refuse_plain_text(source: Path, incoming: Incoming) -> None:
    """Any text can be read as one speaker's; in a folder that may be a licence or a list."""
    episode = incoming.episode
    is_general = incoming.format in READERS and READERS[incoming.format].is_general
    if is_general and not episode.is_timed and episode.speakers == (NOBODY,):
        words = "no name and no time in it"
        raise NoTranscript(source, (Problem(1, 1, words),))


def _is_own(path: Path, forms: Sequence[Path]) -> bool:
    """Whether an episode file stands beside the forms of it, and is not older than they are."""
    try:
        made = path.stat().st_mtime_ns
        used = (*forms, *sidecars_of(forms[0]).all)
        is_beside = path.parent.samefile(forms[0].parent)
        return is_beside and all(it.stat().st_mtime_ns <= made for it in used if it != path)
    except OSError:
        return False


def _files_of(forms: Sequence[Path], path: Path) -> str:
    """The fingerprint of what an episode is made of; empty where it cannot be told."""
    used = (*forms, *sidecars_of(forms[0]).all)
    with suppress(OSError):
        return print_of([it for it in used if it.absolute() != path.absolute()])
    return ""
