"""What `import` tells: of each file as it is done, how far it is, and a report at the end."""

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from braidtui.cli.outcome import complain
from braidtui.episode.model import Episode
from braidtui.episode.safe_text import clean_line
from braidtui.episode.sources import number_sources
from braidtui.episode.timecode import format_length, format_time
from braidtui.formats.json_form import Json, seconds
from braidtui.formats.speech.composing import NOBODY
from braidtui.library.importing.finding.folder import Found
from braidtui.library.importing.report import Ending, Import, Report
from braidtui.library.importing.told import Located
from braidtui.library.reading import id_of
from braidtui.plain.ink import has_escapes
from braidtui.plain.paragraphs import joined
from braidtui.plain.progress_bar import ProgressBar
from braidtui.plain.streams import text_columns, write_json
from braidtui.typeset.heads import counted

_MOST_PROBLEMS = 20  # of one file; --json tells all
_MOST_NAMED = 10
_FEW_FILES = 5
_LARGE_FILE = 4 << 20  # bytes; what is smaller is read at once


class Telling:
    """Tells an import on standard output, as lines or as JSON, and errors on standard error.

    Of many files each is one line, unless every remark is asked for.
    """

    def __init__(self, found: Found, *, as_json: bool, is_verbose: bool = False) -> None:
        self.report = Report()
        self._found = found
        self._as_json = as_json
        self._is_long = is_verbose or len(found.jobs) <= _FEW_FILES
        self._left = 0
        self._bar = ProgressBar("importing", sys.stderr)
        self._is_screen = sys.stderr.isatty() and has_escapes()
        self._is_noted = False
        for notice in found.notices:
            complain(notice)
        for one in found.left:
            self.tell(one, 0)

    def begin(self, file: Path, size: int) -> None:
        """A file of that many bytes is about to be read: a large one is named meanwhile."""
        if self._is_screen and size >= _LARGE_FILE:
            self._clear()
            line = f"reading {clean_line(file.name)} ({size >> 20} MiB) …"
            sys.stderr.write(line[: text_columns(sys.stderr) - 1])
            sys.stderr.flush()
            self._is_noted = True

    def tell(self, one: Import, done: int) -> None:
        """A file is done, and so many jobs before it."""
        self.report.add(one)
        self._clear()
        if self._as_json:
            write_json(_document(one), indent=None)
            sys.stdout.flush()
        elif self._is_long:
            _tell(one)
        else:
            _tell_briefly(one)
        if one.ending is Ending.REFUSED and not self._found.folders:
            _tell_some(one.problems, complain)
        if len(self._found.jobs) > 1:
            self._bar(done, len(self._found.jobs))

    def stop(self, left: int) -> None:
        """It is stopped, with so many jobs left."""
        self._left = left

    def end(self) -> None:
        """All is done, or it was stopped: tell the sums where there was more than one file."""
        self._clear()
        if len(self._found.jobs) < 2 and not self._found.folders:
            return
        if not self._as_json:
            for line in self._summary():
                print(line)
        elif sys.stderr.isatty():
            for line in self._summary():
                complain(line)
        elif self._left:
            complain(self._stopped())
        if self._found.folders:
            for one in self.report.refused:
                _tell_some(one.problems, complain)

    def _summary(self) -> Iterator[str]:
        if self._left:
            yield self._stopped()
        yield from report_lines(self.report, self._found.others, tells_remarks=not self._is_long)

    def _stopped(self) -> str:
        return f"stopped: {counted(self._left, 'file')} left (the same command goes on)"

    def _clear(self) -> None:
        self._bar.clear()
        if self._is_noted:
            self._is_noted = False
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _tell(one: Import) -> None:
    if one.ending in {Ending.OTHER_FORM, Ending.SKIPPED}:
        _tell_some(one.problems, print)
    if one.episode is None or one.path is None:
        return
    print(f"{clean_line(one.path.name)}: {_in_words(one.episode)}")
    if one.used:
        print(f"told more by {clean_line(', '.join(path.name for path in one.used))}")
    _tell_some(one.problems, print)
    did = "is there, unchanged:" if one.ending is Ending.UNCHANGED else "written to"
    print(f"{did} {clean_line(str(one.path))}")


def _tell_briefly(one: Import) -> None:
    if one.episode is None or one.path is None:
        return
    remarks = counted(len(one.problems), "remark") if one.problems else ""
    unchanged = "unchanged" if one.ending is Ending.UNCHANGED else ""
    counts = joined(", ", _counts(one.episode), remarks, unchanged)
    print(f"{clean_line(one.path.name)}: {counts}")


def _tell_some(problems: Sequence[Located], tell: Callable[[str], None]) -> None:
    for problem in problems[:_MOST_PROBLEMS]:
        tell(str(problem))
    if (left := len(problems) - _MOST_PROBLEMS) > 0:
        tell(f"{clean_line(str(problems[0].path))}: and {left:,} more (all with --json)")


def _in_words(episode: Episode) -> str:
    """`Braid 8, 2026-05-20, "Title": 6 segments, 39 turns, 2 speakers, 9 sources, 00:13:05`."""
    number = "" if episode.number is None else str(episode.number)
    day = episode.date.isoformat() if episode.date else ""
    which = [joined(" ", episode.show, number), day, f'"{episode.title}"']
    return f"{joined(', ', *which)}: {_counts(episode)}"


def _counts(episode: Episode) -> str:
    """`6 segments, 39 turns, 2 speakers, 9 sources, 00:13:05`."""
    named = len(_named(episode))
    return joined(
        ", ",
        counted(len(episode.segments), "segment"),
        counted(len(episode.turns), "turn"),
        counted(named, "speaker") if named else "nobody named",
        counted(len(number_sources(episode).all), "source"),
        "" if episode.duration is None else format_time(episode.duration),
    )


def _document(one: Import) -> Json:
    """A file as a script reads it."""
    episode = one.episode
    return {
        "file": str(one.file),
        "format": one.format or None,
        "id": one.path and id_of(one.path),
        "path": one.path and str(one.path),
        "turns": episode and len(episode.turns),
        "speakers": _named(episode) if episode else [],
        "segments": episode and len(episode.segments),
        "sources": episode and len(number_sources(episode).all),
        "duration": seconds(episode.duration) if episode else None,
        "problems": _problems(one),
    }


def _named(episode: Episode) -> list[str]:
    return [speaker.name for speaker in episode.speakers if speaker != NOBODY]


def _problems(one: Import) -> list[Json]:
    if one.ending is Ending.SKIPPED and not one.problems:
        return [{"line": None, "message": one.ending.value}]
    return [_problem(one, located) for located in one.problems]


def _problem(one: Import, located: Located) -> Json:
    problem = located.problem
    of_other = located.path not in {one.file, one.path} and problem.line
    words = f"{clean_line(located.path.name)}: " if of_other else ""
    return {"line": problem.line or None, "message": f"{words}{problem.message}"}


def report_lines(
    report: Report, others: Sequence[Path], *, tells_remarks: bool = False
) -> Iterator[str]:
    """`12 files imported: 1,204 turns, 9 h 12`, and what became of the rest."""
    files = report.files
    length = f", {format_length(report.duration)}" if report.duration else ""
    sums = f": {counted(report.turns, 'turn')}{length}" if files[Ending.IMPORTED] else ""
    yield f"{counted(files[Ending.IMPORTED], 'file')} imported{sums}"
    rest = {
        "unchanged": files[Ending.UNCHANGED],
        "there already": files[Ending.SKIPPED],
        "another form of one of them": files[Ending.OTHER_FORM],
        "no transcript": files[Ending.NO_TRANSCRIPT],
        "of other kinds": len(others),
        "refused": files[Ending.REFUSED],
    }
    if told := [f"{count:,} {words}" for words, count in rest.items() if count]:
        yield ", ".join(told)
    if tells_remarks:
        yield from _remarks(report)
    yield from map(str, report.no_transcripts[:_MOST_NAMED])
    if (more := len(report.no_transcripts) - _MOST_NAMED) > 0:
        yield f"and {more:,} more are no transcript (all with --json)"
    if others:
        names = ", ".join(path.name for path in others[:_MOST_NAMED])
        more = len(others) - _MOST_NAMED
        yield clean_line(f"of other kinds: {names}{f' and {more:,} more' if more > 0 else ''}")


def _remarks(report: Report) -> Iterator[str]:
    """The kinds of remarks that there were, each with the number of its files."""
    kinds = report.remarks.most_common()
    if kinds:
        yield "remarks (each with --verbose):"
    for kind, files in kinds[:_MOST_NAMED]:
        yield f"  on {counted(files, 'file')}: {kind}"
    if (more := len(kinds) - _MOST_NAMED) > 0:
        yield f"  and {more:,} more kinds"
