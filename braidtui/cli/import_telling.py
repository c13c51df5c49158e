"""What `import` tells: of each file as it is done, how far it is, and a report at the end."""

import sys
from collections.abc import Callable, Iterator, Sequence

from braidtui.cli.outcome import complain
from braidtui.episode.model import Episode
from braidtui.episode.safe_text import clean_line
from braidtui.episode.sources import number_sources
from braidtui.episode.timecode import format_length, format_time
from braidtui.formats.json_form import Json, seconds
from braidtui.formats.speech.composing import NOBODY
from braidtui.library.importing.folder import Found
from braidtui.library.importing.report import Ending, Import, Report
from braidtui.library.importing.told import Located
from braidtui.library.reading import id_of
from braidtui.plain.paragraphs import joined
from braidtui.plain.progress_bar import ProgressBar
from braidtui.plain.streams import write_json
from braidtui.typeset.heads import counted

_MOST_PROBLEMS = 20  # of one file; --json tells all


class Telling:
    """Tells an import on standard output, as lines or as JSON, and errors on standard error."""

    def __init__(self, found: Found, *, as_json: bool) -> None:
        self.report = Report()
        self._found = found
        self._as_json = as_json
        self._has_folders = bool(found.others) or any(job.path for job in found.jobs)
        self._bar = ProgressBar("importing", sys.stderr)
        for notice in found.notices:
            complain(notice)

    def tell(self, one: Import) -> None:
        """A file is done."""
        self.report.add(one)
        self._bar.clear()
        if self._as_json:
            write_json(_document(one), indent=None)
            sys.stdout.flush()
        else:
            _tell(one)
        if one.ending is Ending.REFUSED:
            _tell_some(one.problems, complain)
        self._bar(self.report.done, max(self.report.done, len(self._found.jobs)))

    def end(self) -> None:
        """All is done, or it was stopped: tell the sums where there was more than one file."""
        self._bar.clear()
        if len(self._found.jobs) < 2 and not self._has_folders:
            return
        lines = _report(self.report, self._found.others, tells_refused=self._has_folders)
        if not self._as_json:
            print("\n".join(lines))
        elif sys.stderr.isatty():
            for line in lines:
                complain(line)


def _tell(one: Import) -> None:
    if one.ending is Ending.OTHER_FORM:
        _tell_some(one.problems, print)
    if one.episode is None or one.path is None:
        return
    print(f"{clean_line(one.path.name)}: {_in_words(one.episode)}")
    if one.used:
        print(f"told more by {clean_line(', '.join(path.name for path in one.used))}")
    _tell_some(one.problems, print)
    did = "is there, unchanged:" if one.ending is Ending.UNCHANGED else "written to"
    print(f"{did} {clean_line(str(one.path))}")


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
    counts = [
        counted(len(episode.segments), "segment"),
        counted(len(episode.turns), "turn"),
        counted(len(episode.speakers), "speaker"),
        counted(len(number_sources(episode).all), "source"),
        "" if episode.duration is None else format_time(episode.duration),
    ]
    return f"{joined(', ', *which)}: {joined(', ', *counts)}"


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
    if one.ending is Ending.SKIPPED:
        return [{"line": None, "message": one.ending.value}]
    return [_problem(one, located) for located in one.problems]


def _problem(one: Import, located: Located) -> Json:
    problem = located.problem
    of_other = located.path not in {one.file, one.path} and problem.line
    words = f"{clean_line(located.path.name)}: " if of_other else ""
    return {"line": problem.line or None, "message": f"{words}{problem.message}"}


def _report(report: Report, others: int, *, tells_refused: bool) -> Iterator[str]:
    """`12 files imported: 1,204 turns, 9 h 12`, and what became of the rest."""
    files = report.files
    length = f", {format_length(report.duration)}" if report.duration else ""
    imported = counted(files[Ending.IMPORTED] + files[Ending.UNCHANGED], "file")
    yield f"{imported} imported: {counted(report.turns, 'turn')}{length}"
    rest = {
        "unchanged": files[Ending.UNCHANGED],
        "there already": files[Ending.SKIPPED],
        "another form of one of them": files[Ending.OTHER_FORM],
        "no transcript": files[Ending.NO_TRANSCRIPT] + others,
        "refused": files[Ending.REFUSED],
    }
    if told := [f"{count:,} {words}" for words, count in rest.items() if count]:
        yield ", ".join(told)
    if tells_refused:
        yield from (f"refused: {located}" for located in report.refused)
