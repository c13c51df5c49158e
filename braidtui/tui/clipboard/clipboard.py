"""Copying for the app: never in its way, one text after another, and told which way it went."""

import asyncio
import os
from collections.abc import Callable, Mapping
from contextlib import suppress

from textual.app import App
from textual.notifications import SeverityLevel

from braidtui.episode.problem import shortened
from braidtui.episode.safe_text import clean
from braidtui.tui.clipboard.feeding import Outcome, feed
from braidtui.tui.clipboard.kept_copy import keep_copy, path_in_words
from braidtui.tui.clipboard.terminal_sequence import terminal_sequence
from braidtui.tui.clipboard.tools import usable_tools


class Clipboard:
    """What the app copies with. One for each app: of several texts the last one wins."""

    def __init__(
        self,
        app: App[None],
        environment: Mapping[str, str] = os.environ,
        tell: Callable[[str], None] | None = None,
    ) -> None:
        """`tell` says what went well, by default as a notification of the app."""
        self._app = app
        self._say = tell
        self._environment = environment
        self._turn = asyncio.Lock()
        self._asked = 0
        self._waiting = ""

    def copy(self, text: str) -> None:
        """Copy a text and say how, both soon; returns at once."""
        if not text:
            self._tell("There is nothing to copy.", "warning")
            return
        self._asked += 1
        self._waiting = text = clean(text)
        self._app._clipboard = text  # what Textual's own fields paste
        asked = self._asked

        async def copying() -> None:
            await self._copy(text, asked)

        # a function, as a coroutine would be left over where the app ends first
        self._app.run_worker(copying, group="clipboard")  # type: ignore[arg-type]

    def finish(self) -> None:
        """On the way out: copy now what is not copied yet; the app waits for it."""
        text, self._waiting = self._waiting, ""
        if not text or _handed_over(text, self._environment):
            return
        self._write(terminal_sequence(text, self._environment))
        with suppress(OSError):  # there is nobody left to tell
            keep_copy(text)

    async def _copy(self, text: str, asked: int) -> None:
        async with self._turn:
            if asked < self._asked:
                return  # another text has been copied meanwhile
            if way := await asyncio.to_thread(_handed_over, text, self._environment):
                self._tell(f"Copied {_counted(text)} {way}.")
            else:
                await self._send(text)
            self._waiting = ""

    async def _send(self, text: str) -> None:
        """To the terminal, which never answers; so the text is kept in a file too."""
        sequence = terminal_sequence(text, self._environment)
        self._write(sequence)
        try:
            path = path_in_words(await asyncio.to_thread(keep_copy, text))
        except OSError as error:
            self._tell_without_file(sequence, error.strerror or str(error))
            return
        if sequence:
            self._tell(f"Sent {_counted(text)} to the terminal's clipboard (also in {path}).")
        else:
            self._tell(
                f"Too long for the terminal's clipboard: {_counted(text)} are in {path}.", "warning"
            )

    def _write(self, sequence: str) -> None:
        if sequence and self._app._driver is not None:
            self._app._driver.write(sequence)

    def _tell_without_file(self, sequence: str, reason: str) -> None:
        if sequence:
            self._tell(f"Sent to the terminal's clipboard (and to no file: {reason}).")
        else:
            self._tell(f"Not copied: too long for the terminal, and no file: {reason}.", "error")

    def _tell(self, words: str, severity: SeverityLevel = "information") -> None:
        if self._say is not None and severity == "information":
            self._say(shortened(words))
        else:
            self._app.notify(shortened(words), markup=False, severity=severity, timeout=4)


def _handed_over(text: str, environment: Mapping[str, str]) -> str:
    """The way in words by which a tool took the text; empty where none did."""
    for tool in usable_tools(environment):
        outcome = feed(tool, text, environment)
        if outcome is Outcome.TAKEN:
            return tool.way
        if outcome is Outcome.HUNG:
            break  # a second one would hang as well, and the person waits
    return ""


def _counted(text: str) -> str:
    return "1 character" if len(text) == 1 else f"{len(text):,} characters"
