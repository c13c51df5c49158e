"""A program in a terminal that is emulated: what it shows, when, and at what cost of CPU time.

Output is stamped when it is read; the emulator is fed only while nothing more can be read, so that
emulation delays no stamp. Times are seconds. Linux and other systems with a clock for each process.
"""

import os
import pty
import re
import select
import signal
import termios
import time
from collections import deque
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

import pyte

COLUMNS, ROWS = 120, 40
QUIET = 0.05  # without output for so long, a screen has settled
_LONGEST_WAIT = 60.0
_POLL = 0.005
_AT_ONCE = 1 << 16
_NOT_EMULATED = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1bP.*?\x1b\\|\x1b_.*?\x1b\\", re.DOTALL)
_UNFINISHED = re.compile(rb"\x1b(\[[0-9;?<>=$]*|[\]P_][^\x07\x1b]*\x1b?)?\Z")
_ANSWERS = {
    b"\x1b]11;?": b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
    b"\x1b]10;?": b"\x1b]10;rgb:dddd/dddd/dddd\x1b\\",
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
}


class Chunk(NamedTuple):
    """Output that was read, the time then, and the CPU time the program had used until then."""

    time: float
    cpu: float
    data: bytes


class Cost(NamedTuple):
    """Seconds until the last of the output was there, and seconds of CPU time, all threads."""

    wall: float
    cpu: float


class NothingShownError(Exception):
    """The program ended, or showed nothing that was waited for."""


class Screen(pyte.Screen):
    """Takes the private sequences that pyte knows no meaning of."""

    def select_graphic_rendition(self, *attrs: int, private: bool = False) -> None:
        if not private:
            super().select_graphic_rendition(*attrs)

    def report_device_status(self, mode: int = 0, private: bool = False) -> None:
        """Answered by Terminal."""

    def text(self) -> str:
        """What stands on the screen; the second cell of a wide character is empty."""
        lines = (self.buffer[row] for row in range(self.lines))
        return "\n".join("".join(line[x].data for x in range(self.columns)) for line in lines)


class Terminal:
    """Runs a program, and ends it when left."""

    def __init__(self, command: Sequence[str | Path], environment: Mapping[str, str]) -> None:
        self.screen = Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self.screen)
        self._unfed: deque[Chunk] = deque()
        self._rest = b""
        self._ended = False
        self._begin = time.perf_counter()
        self._process, self._file = pty.fork()
        if self._process == 0:
            _become([str(word) for word in command], environment)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        os.close(self._file)

    def paint(self, texts: Sequence[str], patience: float = _LONGEST_WAIT) -> Cost:
        """From the start until all texts are on the screen; raises NothingShownError."""
        end = time.perf_counter() + patience
        while time.perf_counter() < end and (self._unfed or not self._ended):
            if self._read(0 if self._unfed else _POLL) or not self._unfed:
                continue
            chunk = self._feed()
            if all(text in self.screen.text() for text in texts):
                return Cost(chunk.time - self._begin, chunk.cpu)
        raise NothingShownError(f"{texts} not on the screen:\n{self.screen.text()}")

    def press(self, keys: str, quiet: float = QUIET) -> Cost:
        """From a key until the screen has settled, with all that was done meanwhile."""
        self.settle(quiet)
        begin, cpu = time.perf_counter(), self.cpu()
        os.write(self._file, keys.encode())
        last = self.settle(quiet, until_output=True)
        return Cost(last - begin, self.cpu() - cpu)

    def resize(self, columns: int, rows: int, quiet: float = 0.3) -> Cost:
        """From another size of the window until the screen has settled."""
        self.settle(quiet)
        self.screen.resize(rows, columns)
        begin, cpu = time.perf_counter(), self.cpu()
        termios.tcsetwinsize(self._file, (rows, columns))  # sends SIGWINCH too
        last = self.settle(quiet, until_output=True)
        return Cost(last - begin, self.cpu() - cpu)

    def settle(self, quiet: float = QUIET, *, until_output: bool = False) -> float:
        """Wait until nothing was written for `quiet` seconds; gives the time of the last output.

        With `until_output` something has to be written first; raises NothingShownError.
        """
        last = begin = time.perf_counter()
        while not self._ended and time.perf_counter() - begin < _LONGEST_WAIT:
            if self._read(_POLL):
                last, until_output = self._unfed[-1].time, False
            elif time.perf_counter() - last > quiet and not until_output:
                self._feed_all()
                return last
        raise NothingShownError(f"nothing happened any more:\n{self.screen.text()}")

    def cpu(self) -> float:
        """Seconds of CPU time that the program has used, in all its threads."""
        return time.clock_gettime((~self._process << 3) | 2)  # as clock_getcpuclockid(3) makes it

    def resident(self) -> float:
        """Memory of the program in RAM, in MiB."""
        status = Path(f"/proc/{self._process}/status").read_text()
        found = re.search(r"^VmRSS:\s+(\d+) kB$", status, re.MULTILINE)
        return int(found[1]) / 1024 if found else 0.0

    def _read(self, patience: float) -> bool:
        if self._ended or not select.select([self._file], [], [], patience)[0]:
            return False
        try:
            data = os.read(self._file, _AT_ONCE)
        except OSError:  # Linux tells the end of a terminal so
            data = b""
        self._ended = not data
        if data:
            self._unfed.append(Chunk(time.perf_counter(), self.cpu(), data))
            answers = b"".join(answer for asked, answer in _ANSWERS.items() if asked in data)
            os.write(self._file, answers)
        return bool(data)

    def _feed(self) -> Chunk:
        chunk = self._unfed.popleft()
        data = self._rest + chunk.data
        unfinished = _UNFINISHED.search(data)
        cut = unfinished.start() if unfinished else len(data)
        self._rest = data[cut:]
        self._stream.feed(_NOT_EMULATED.sub(b"", data[:cut]))
        return chunk

    def _feed_all(self) -> None:
        while self._unfed:
            self._feed()


def _become(command: list[str], environment: Mapping[str, str]) -> None:
    """In the new process: be the program, or be gone."""
    try:
        termios.tcsetwinsize(0, (ROWS, COLUMNS))
        os.execvpe(command[0], command, environment)
    finally:
        os._exit(127)
