"""Changes of the notebook, one by one in a thread: another program that has it holds no key up."""

import asyncio
from collections import deque
from collections.abc import Callable
from functools import partial
from threading import Lock
from typing import Any, Protocol, TypeVar

from braidtui.notebook.places import NotebookError

Result = TypeVar("Result")
_OnScreen = Callable[[], None]


class DeedScreen(Protocol):
    """What the deeds need of the screen."""

    def complain(self, message: str) -> None: ...
    def run_worker(self, work: Any, *, group: str) -> object: ...


class Deeds:
    """A queue: a deed begins when the one before is on the disk, or has failed."""

    def __init__(self, screen: DeedScreen) -> None:
        self._screen = screen
        self._waiting: deque[Callable[[], _OnScreen]] = deque()
        self._untold: list[str] = []
        self._is_at_work = False
        self._in_turn = Lock()

    def do(self, deed: Callable[[], Result], then: Callable[[Result], None]) -> None:
        """Do something in the thread, then something on the screen with what it gives.

        A NotebookError of the deed is told, and `then` left out.
        """
        self._waiting.append(lambda: partial(then, deed()))
        if not self._is_at_work:
            self._is_at_work = True
            # the function, as a coroutine would be left over where the app ends first
            self._screen.run_worker(self._work, group="notebook")

    def finish(self) -> str:
        """On the way out: wait for the deed that is under way, and do those that wait.

        Gives what failed and was not told, "" where nothing did; the same when asked again.
        """
        while self._waiting:
            self._do_next()
        with self._in_turn:
            return "; ".join(dict.fromkeys(self._untold))

    async def _work(self) -> None:
        try:
            while self._waiting:
                on_screen = await asyncio.to_thread(self._do_next)
                on_screen()
        finally:
            self._is_at_work = False

    def _do_next(self) -> _OnScreen:
        with self._in_turn:
            if not self._waiting:
                return _nothing
            try:
                return self._waiting.popleft()()
            except NotebookError as error:
                self._untold.append(str(error))
                return self._tell

    def _tell(self) -> None:
        failures, self._untold = self._untold, []
        for failure in dict.fromkeys(failures):
            self._screen.complain(failure)


def _nothing() -> None:
    """Somebody else did what waited."""
