"""What the reader keeps of episodes: kept, changed, dropped, and each of that undone again."""

import os
import secrets
import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from braidtui.episode.safe_text import clean
from braidtui.episode.turn_span import TurnSpan
from braidtui.library.opened import Opened
from braidtui.notebook.attaching import anchors_of, words_from
from braidtui.notebook.disk import journal
from braidtui.notebook.disk.errors import NotebookBusyError, NotebookError, UnreadableError
from braidtui.notebook.disk.notebook_file import NotebookFile
from braidtui.notebook.disk.records import COLUMNS, kept_of
from braidtui.notebook.identity import is_of, kept_episode
from braidtui.notebook.kept import Change, Kept, Kind

__all__ = ["Keepsakes", "NotebookError"]

_THIS_PROCESS = f"{os.getpid()}-{secrets.token_hex(8)}"
_SETTLED = 3_000_000_000  # nanoseconds after which no change can leave a file's time as it was


class Keepsakes:
    """Marks, highlights, notes and quotes; every method may raise NotebookError.

    Usable from any thread and by several processes at once: what returned is on the disk. All texts
    are safe text.
    """

    def __init__(
        self, path: Path | None, *, file: NotebookFile | None = None, process: str = _THIS_PROCESS
    ) -> None:
        self.path = path
        self._file = file or NotebookFile(path)
        self._process = process
        self._seen: tuple[object, int] = (None, 0)

    def notices(self) -> tuple[str, ...]:
        """What befell the notebook since this was asked last, one safe line each."""
        return self._file.notices()

    def all(self) -> tuple[Kept, ...]:
        """All of the library, in the order of the episodes, then of their turns."""
        return self._file.ask(lambda notebook: tuple(sorted(_found(notebook), key=_order)), ())

    def of(self, opened: Opened) -> tuple[Kept, ...]:
        """All of one episode, in the order of turns, though its file was moved or renamed."""
        return self._file.ask(lambda notebook: _of(notebook, opened), ())

    def keep(
        self,
        opened: Opened,
        kind: Kind,
        spans: Sequence[TurnSpan],
        *,
        note: str = "",
        mark: str = "",
    ) -> Kept:
        """Keeps the words of some turns; an empty span means the whole turn.

        A mark is of the words that follow the begin of its span, and replaces an earlier one of its
        letter: a to z in the episode, A to Z in the library.
        """
        if (kind is Kind.MARK) != (len(mark) == 1 and mark.isascii() and mark.isalpha()):
            raise ValueError(f"{mark!r} is no letter for a {kind}")
        spans = [words_from(opened.episode, spans[0])] if kind is Kind.MARK else spans
        kept = _new(opened, kind, spans, clean(note), mark)

        def deed(notebook: sqlite3.Connection) -> Kept:
            before = _same_marks(notebook, opened, mark) if mark else []
            after = replace(kept, id=before[0].id) if before else kept
            return journal.write(notebook, self._process, before, [after])[0]

        return self._file.change(deed)

    def write_note(self, id: int, note: str) -> Kept:
        """Gives a kept thing another note, which may be empty."""

        def deed(notebook: sqlite3.Connection) -> Kept:
            before = _present(notebook, id)
            after = replace(before, note=clean(note))
            return journal.write(notebook, self._process, [before], [after])[0]

        return self._file.change(deed)

    def drop(self, *ids: int) -> tuple[Kept, ...]:
        """Takes kept things away, all or none: the journal has them as one change."""

        def deed(notebook: sqlite3.Connection) -> tuple[Kept, ...]:
            things = [_present(notebook, id) for id in dict.fromkeys(ids)]
            return journal.write(notebook, self._process, things, []) if things else ()

        return self._file.change(deed)

    def undo(self) -> Change | None:
        """Takes back the last change that this process made.

        Gives what was taken back, of several things the first; None where nothing is left. What
        another reader changed since is not touched: that is a NotebookError.
        """
        return self._turned(journal.undo)

    def redo(self) -> Change | None:
        """Makes the change again that was undone last, unless another was made since."""
        return self._turned(journal.redo)

    def _turned(self, turn: Callable[[sqlite3.Connection, str], Change | None]) -> Change | None:
        try:
            return self._file.change(lambda notebook: turn(notebook, self._process))
        except journal.ChangedSinceError as error:
            raise NotebookError("it was changed since by another reader: left as it is") from error

    def revision(self) -> int:
        """A number that is another one after each change by anybody; waits for nobody."""
        stamp, revision = self._stamp(), self._seen[1]
        if stamp is None or stamp != self._seen[0]:
            try:
                revision = self._file.ask(journal.revision_of, 0, patience=0.0)
            except NotebookBusyError:
                return revision
            self._seen = stamp, revision
        return revision

    def _stamp(self) -> object:
        """By what an unchanged file is known; None where that can't be told, or not yet."""
        try:
            found = self.path.stat() if self.path else None
        except OSError:
            return None
        if found is None or abs(time.time_ns() - found.st_mtime_ns) < _SETTLED:
            return None
        return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def _new(opened: Opened, kind: Kind, spans: Sequence[TurnSpan], note: str, mark: str) -> Kept:
    """What is to be kept; the notebook gives it its id."""
    episode, anchors = opened.episode, anchors_of(opened.episode, spans)
    segment = episode.segments[episode.segment_of(anchors[0].turn)].title
    now = time.time_ns() // 1_000_000
    return Kept(0, kind, kept_episode(opened), segment, anchors, note, mark, now)


def _found(notebook: sqlite3.Connection, condition: str = "", *values: Any) -> list[Kept]:
    """Those that can be read: one that is damaged does not hide the others."""
    rows = notebook.execute(f"SELECT {COLUMNS} FROM kept {condition}", values)
    found = []
    for row in rows:
        try:
            found.append(kept_of(row))
        except UnreadableError:
            continue
    return found


def _of(notebook: sqlite3.Connection, opened: Opened) -> tuple[Kept, ...]:
    present = kept_episode(opened)
    key = os.fsencode(present.key)
    found = _found(
        notebook,
        "WHERE key = ? OR title = ? OR (show = ? AND number = ? AND date = ?)",
        *(key, present.title, present.show, present.number, present.date),
    )
    return tuple(sorted((kept for kept in found if is_of(kept.episode, present)), key=_order))


def _same_marks(notebook: sqlite3.Connection, opened: Opened, mark: str) -> list[Kept]:
    """Those of a letter, the newest first: there is one, but for what other readers did."""
    if mark.isupper():
        marks = _found(notebook, "WHERE mark = ?", mark)
    else:
        marks = [kept for kept in _of(notebook, opened) if kept.mark == mark]
    return sorted(marks, key=lambda kept: kept.created, reverse=True)


def _present(notebook: sqlite3.Connection, id: int) -> Kept:
    if kept := journal.find(notebook, id):
        return kept
    if journal.is_told_of(notebook, id):
        raise NotebookError("it is not in the notebook any more: it was dropped meanwhile")
    raise NotebookError("it is not in the notebook: the notebook was mended since, without it")


def _order(kept: Kept) -> tuple[Any, ...]:
    episode, anchor = kept.episode, kept.anchors[0]
    number = -1 if episode.number is None else episode.number
    place = (anchor.turn, anchor.begin, kept.created, kept.id)
    return (episode.show, number, episode.date, episode.title, episode.key, *place)
