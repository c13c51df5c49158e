"""What exporting a document to a path will do there, told before it is done."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal, NamedTuple

from braidtui.episode.problem import shortened
from braidtui.library.export.documents import Document
from braidtui.library.export.place import trouble_at
from braidtui.library.export.renewal import Renewal, renewal, replacement
from braidtui.library.replacing.copies import keep_copy
from braidtui.library.replacing.existing import Existing, NoFileError, existing
from braidtui.library.writing import make_folder, write_whole

Deed = Literal["new", "renewed", "same", "refused", "replaced"]


class ExportRefused(Exception):
    """A document was not written; the message is one safe line that says why."""

    def __init__(self, message: str) -> None:
        super().__init__(shortened(message))


class Written(NamedTuple):
    """What was done; `copy` is where the file is that was there before, None where none was lost"""

    path: Path
    deed: Deed
    copy: Path | None = None


class Plan(NamedTuple):
    """What will be done at a path: `deed` is new, renewed, same or refused.

    `reason` says why it is refused, `forced` what would be done with force ("" where nothing),
    each as safe text that goes on a sentence.
    """

    path: Path
    deed: Deed
    reason: str
    forced: str
    text: str
    found: Existing | None

    def write(self, force: bool = False) -> Written:
        """Do it; a missing folder is made. Raises ExportRefused, or OSError.

        With force, what is replaced is kept in a copy beside the file. Nothing is done where the
        path holds anything else than when this was planned.
        """
        if self.deed == "same":
            return Written(self.path, "same")
        if self.deed == "refused" and not (force and self.forced):
            raise ExportRefused(f"{self.path}: {self.reason}")
        make_folder(self.path.parent)
        try:
            return self._written()
        except FileExistsError as error:
            raise self._changed() from error

    def _written(self) -> Written:
        data = self.text.encode()
        if self.found is None:
            write_whole(self.path, data)
            return Written(self.path, "new")
        self._check()
        copy = keep_copy(self.path, self.found) if self.deed == "refused" else None
        mode = None if self.found.link else self.found.mode
        write_whole(self.path, data, replace=True, mode=mode, just_before=self._check)
        return Written(self.path, "replaced" if copy else "renewed", copy)

    def _check(self) -> None:
        try:
            is_unchanged = existing(self.path) == self.found
        except NoFileError:
            is_unchanged = False
        if not is_unchanged:
            raise self._changed()

    def _changed(self) -> ExportRefused:
        return ExportRefused(f"{self.path}: has changed at this very moment; nothing was written")


def plan(where: Path, document: Document) -> Plan:
    """What will be done for a document in a folder, or at the path of a file; raises OSError."""
    path = where / document.name if where.is_dir() else where
    return _planned(path, document.text, lambda found: renewal(found, document))


def plan_whole(where: Path, name: str, text: str) -> Plan:
    """`plan` for a file that is nobody's to write in, such as a picture; raises OSError."""
    path = where / name if where.is_dir() else where
    return _planned(path, text, lambda found: replacement(found, text))


def _planned(path: Path, text: str, renew: Callable[[Existing], Renewal]) -> Plan:
    try:
        found = existing(path)
    except NoFileError as error:
        return Plan(path, "refused", error.strerror or "", "", text, None)
    except NotADirectoryError:  # which is told of below
        found = None
    text, reason, forced = renew(found) if found else Renewal(text)
    if found and not reason and text.encode() == found.data:
        return Plan(path, "same", "", "", text, found)
    if trouble := trouble_at(path):
        trouble = shortened(f"{'lies' if found else 'would lie'} {trouble}")
        return Plan(path, "refused", trouble, "", text, found)
    if reason:
        return Plan(path, "refused", shortened(reason), shortened(forced), text, found)
    return Plan(path, "renewed" if found else "new", "", "", text, found)
