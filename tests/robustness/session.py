"""A program in a pseudo-terminal: what it writes, what it is sent, and how it leaves."""

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence


class Session:
    """Runs a command in a terminal of its own; `stream` is all that it wrote."""

    def __init__(self, command: Sequence[str], columns: int = 80, rows: int = 24) -> None:
        self.stream = b""
        self.status: int | None = None
        self._pid, self._file = pty.fork()
        if self._pid == 0:
            os.environ["TERM"] = "xterm-256color"
            os.execvp(command[0], command)
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, size)

    def wait_for(self, words: str, seconds: float = 20) -> None:
        """Read until words were written; fails when they never are."""
        end = time.monotonic() + seconds
        while words.encode() not in self.stream:
            assert time.monotonic() < end, f"{words!r} never came: {self.stream[-500:]!r}"
            assert self._read(0.2) or self.status is None, f"ended: {self.stream[-500:]!r}"

    def send(self, keys: str, quiet: float = 0.4) -> None:
        """Type, and read until nothing more comes."""
        os.write(self._file, keys.encode())
        self.settle(quiet)

    def settle(self, quiet: float = 0.4) -> None:
        """Read until nothing was written for a while."""
        while self._read(quiet):
            pass

    def signal(self, number: signal.Signals) -> None:
        """Send a signal."""
        os.kill(self._pid, number)

    def hang_up(self) -> None:
        """Close the terminal."""
        os.close(self._file)

    def local_modes(self) -> int:
        """The line discipline's flags: ECHO, ICANON and the like."""
        flags: int = termios.tcgetattr(self._file)[3]
        return flags

    def leave(self, seconds: float = 10) -> int:
        """Wait for the end; gives the exit status, negative for a signal."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            done, status = os.waitpid(self._pid, os.WNOHANG)
            if done:
                with contextlib.suppress(OSError):
                    self.settle(0.05)
                return os.waitstatus_to_exitcode(status)
            with contextlib.suppress(OSError):
                self._read(0.05)
        self.signal(signal.SIGKILL)
        os.waitpid(self._pid, 0)
        raise AssertionError("it never ended")

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._file], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._file, 1 << 16)
        except OSError:  # how Linux says that the other side is closed
            return False
        self.stream += data
        return bool(data)
