"""What imports made of which files: remembered in the cache, so that it need not be made again.

A record that is lost costs one more reading, and nothing else.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from braidtui.library.folders import cache_folder
from braidtui.library.writing import make_folder, write_whole

_NAME = "imports.jsonl"
_LARGEST = 64 << 20  # bytes
_SPARE = 1000  # lines that tell nothing any more, before the file is written anew


class Record(NamedTuple):
    """An episode file at `target` was made of `source`; `files` stands for how that and what was
    beside it were then, `manner` for how they were read."""

    target: str
    source: str
    files: str = ""
    manner: str = ""


class Records:
    """All records there are, the last of a target counting; other processes add theirs."""

    def __init__(self) -> None:
        folder = cache_folder()
        self._path = folder / _NAME if folder else None
        self._by_target: dict[str, Record] = {}
        self._targets: dict[tuple[str, str], str] = {}  # by source, and the folder of the target
        lines = self._lines()
        for line in lines:
            self._take(line)
        if len(lines) > 2 * len(self._by_target) + _SPARE:
            self._write_anew()

    def of(self, target: Path) -> Record | None:
        """What is known of an episode file."""
        return self._by_target.get(str(target.absolute()))

    def made_of(self, sources: Iterable[Path], folder: Path) -> Path | None:
        """The episode file that was made of one of these files into a folder, as a path in that
        folder, if it is there."""
        where = str(folder.absolute())
        for source in sources:
            target = self._targets.get((str(source.absolute()), where))
            if target is not None and Path(target).is_file():
                return folder / Path(target).name
        return None

    def add(self, record: Record) -> None:
        """Remember one; kept on disk as far as that is possible."""
        if self._by_target.get(record.target) != record:
            self._put(record)
            self._append(json.dumps(record))

    def _put(self, record: Record) -> None:
        self._by_target[record.target] = record
        self._targets[record.source, str(Path(record.target).parent)] = record.target

    def _lines(self) -> list[str]:
        with suppress(OSError):
            if self._path and self._path.stat().st_size <= _LARGEST:
                text = self._path.read_text(errors="replace")
                return [line for line in text.split("\n") if line]
        return []

    def _take(self, line: str) -> None:
        """A line that a killed writer left half is no record."""
        with suppress(ValueError, RecursionError):
            fields = json.loads(line)
            if isinstance(fields, list) and len(fields) == len(Record._fields):
                self._put(Record(*map(str, fields)))

    def _append(self, line: str) -> None:
        with suppress(OSError):
            if self._path:
                make_folder(self._path.parent)
                with self._path.open("a") as file:
                    file.write(f"\n{line}\n")

    def _write_anew(self) -> None:
        text = "".join(f"{json.dumps(record)}\n" for record in self._by_target.values())
        with suppress(OSError):
            if self._path:
                write_whole(self._path, text.encode(), replace=True)


def print_of(files: Sequence[Path]) -> str:
    """A fingerprint of how files are now: their names, sizes and times; raises OSError."""
    found = ((str(file.absolute()), file.stat()) for file in files)
    return fingerprint([(name, it.st_size, it.st_mtime_ns) for name, it in found])


def fingerprint(value: object) -> str:
    """A few characters that stand for what `repr` tells of a value."""
    return hashlib.sha256(repr(value).encode(errors="surrogatepass")).hexdigest()[:20]
