"""Changes of the notebook, one by one in a thread: another program that has it holds no key up."""

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine
from functools import partial
from threading import Lock
from typing import Any, Protocol, TypeVar

from braidtui.notebook.places import NotebookError

Result = TypeVar("Result")
_OnScreen = Callable[[], None]


class DeedScreen(Protocol):
    """What the deeds need of the screen."""

    def complain(self, message: str) -> None: ...
    def run_worker(self, work: Coroutine[Any, Any, None], *, group: str) -> object: ...


class Deeds:
    """A queue: each deed sees what the one before has done."""

    def __init__(self, screen: DeedScreen) -> None:
        self._screen = screen
        self._waiting: deque[Callable[[], _OnScreen]] = deque()
        self._is_at_work = False
        self._in_turn = Lock()

    def do(self, deed: Callable[[], Result], then: Callable[[Result], None]) -> None:
        """Do something in the thread, then something on the screen with what it gives.

        A NotebookError of the deed is told, and `then` left out.
        """
        self._waiting.append(lambda: partial(then, deed()))
        if not self._is_at_work:
            self._is_at_work = True
            self._screen.run_worker(self._work(), group="notebook")

    def finish(self) -> str:
        """On the way out: do at once what still waits; gives "" or what could not be done."""
        failures = []
        while self._waiting:
            try:
                self._do_next()
            except NotebookError as error:
                failures.append(str(error))
        return next(iter(failures), "")

    async def _work(self) -> None:
        try:
            while self._waiting:
                try:
                    on_screen = await asyncio.to_thread(self._do_next)
                except NotebookError as error:
                    self._screen.complain(str(error))
                else:
                    on_screen()
        finally:
            self._is_at_work = False

    def _do_next(self) -> _OnScreen:
        with self._in_turn:
            return self._waiting.popleft()() if self._waiting else lambda: None
