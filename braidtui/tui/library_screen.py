"""The library on the screen: every episode with how much of it is read, narrowed as one types."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import Input

from braidtui.episode.safe_text import clean_line
from braidtui.library.catalog import Entry, Library
from braidtui.notebook.places import Notebook, NotebookError
from braidtui.tui.commands import BY_ID, IN_LIBRARY, SCROLLING, bindings, rows, shown_keys
from braidtui.tui.item_list import ItemList
from braidtui.tui.matching import matches
from braidtui.tui.panes.bars import Bar
from braidtui.tui.panes.entries import EntryList

_FILES_A_REPORT = 20


class LibraryScreen(Screen[Path | None]):
    """Gives the path of the episode that was chosen, or None."""

    if TYPE_CHECKING:
        from braidtui.tui.app import BraidApp

        app = getters.app(BraidApp)

    BINDINGS = [
        *bindings(*IN_LIBRARY),
        Binding("escape", "step_out", show=False),
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
    ]
    AUTO_FOCUS = "EntryList"
    DEFAULT_CSS = """
    LibraryScreen {
        & Input { border: none; height: 1; padding: 0 1; display: none; background: $surface; }
        & Input.-filtering { display: block; }
        & EntryList { padding: 0 0 0 1; height: 1fr; }
    }
    """
    list = query_one(EntryList)
    box = query_one(Input)
    head = query_one("#head", Bar)

    def __init__(self, library: Library, notebook: Notebook | None, present: Path) -> None:
        super().__init__()
        self._library = library
        self._notebook = notebook
        self._present = present
        self._entries: Sequence[Entry] = ()
        self._read: Mapping[str, float] = {}
        self._commands: Mapping[str, Callable[[], object]] = {
            "filter": self.filter,
            "search_library": self.search,
            "toggle_read": self.toggle_read,
            "leave": self.leave,
            "help": self.show_help,
        }

    def compose(self) -> ComposeResult:
        """A headline, the filter when it is asked for, the list, the keys."""
        yield Bar(id="head")
        hint = "words of title, show, speaker or date"
        yield Input(placeholder=hint, select_on_focus=False, compact=True)
        yield EntryList()
        bar = Bar(id="status")
        bar.left = (self._hints(),)
        yield bar

    def on_mount(self) -> None:
        """Look through the library; a large one that is new takes a while."""
        self.app.clear_notifications()
        self.head.left = ("Library",)
        self.scan()

    @work(thread=True)
    def scan(self) -> None:
        """Read what is new; changes nothing here, as it runs beside the keys."""
        entries = self._library.rescan(self._report)
        if self.is_attached:
            self.app.call_from_thread(self.list_entries, entries)

    def _report(self, done: int, files: int) -> None:
        if done % _FILES_A_REPORT == 0 and self.is_attached:
            said = ("Library", f"{done:,} of {files:,} new files read")
            self.app.call_from_thread(setattr, self.head, "left", said)

    def list_entries(self, entries: Sequence[Entry]) -> None:
        """List what is there, the cursor on what is being read."""
        self._entries = entries
        self._read = self._progress()
        self._narrow("")
        for index, entry in enumerate(self._entries):
            if entry.path == self._present:
                self.call_after_refresh(self.list.move_cursor, index)
        for notice in self._library.notices:
            self.notify(notice, markup=False, severity="warning")

    def action_command(self, command: str) -> None:
        """Do what a command of the list says."""
        self._commands[command]()

    def _hints(self) -> str:
        hinted = {"filter": "filter", "toggle_read": "read, unread", "leave": "back"}
        keys = {name: self.app.own_keys.get(name, BY_ID[name].keys) for name in hinted}
        own = (f"{shown_keys(keys[name].split(',')[0])} {word}" for name, word in hinted.items())
        return "  ".join(["enter open", *own])

    def action_step(self, rows: int) -> None:
        """Move the cursor, also while one filters."""
        self.list.move_cursor(self.list.cursor + rows)

    def action_step_out(self) -> None:
        """Escape: the filter goes, then the library."""
        if self.box.has_class("-filtering"):
            self.box.value = ""
            self.box.remove_class("-filtering")
            self.list.focus()
        else:
            self.dismiss(None)

    def filter(self) -> None:
        """Type to narrow the list."""
        self.box.add_class("-filtering")
        self.box.focus()

    def show_help(self) -> None:
        """Every key of the library; picking one does it."""
        from braidtui.tui.dialogs.picker import Choice, Picker

        choices = [
            Choice(command.title, command.id, keys, command.group)
            for command, keys in rows(self.app.own_keys, (*SCROLLING, *IN_LIBRARY))
        ]

        def picked(command: str | None) -> None:
            if command in SCROLLING:
                self.list.action_command(command)
            elif command is not None:
                self.action_command(command)

        self.app.push_screen(Picker("Keys of the library", choices), picked)

    def leave(self) -> None:
        """Back to the reader."""
        self.dismiss(None)

    def search(self) -> None:
        """On to the search for words that were said."""
        self.dismiss(None)
        self.app.search_library()

    def toggle_read(self) -> None:
        """Mark the episode under the cursor read, or unread."""
        if self._notebook is None or not self.list.count:
            return
        entry = self.list.entries[self.list.cursor]
        try:
            self._notebook.set_read(entry.key, entry.path, self._read.get(entry.key, 0) < 1)
        except NotebookError as error:
            self.notify(str(error), markup=False, severity="error")
        self._read = self._progress()
        self.list.show(self.list.entries, self._read)

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """List what fits the words typed so far."""
        self._narrow(event.value)

    @on(Input.Submitted)
    def keep_filter(self) -> None:
        """Enter goes to the list, which stays narrowed; a single one opens."""
        self.list.focus()
        if self.list.count == 1:
            self.list.action_choose()

    @on(ItemList.Chosen)
    def open(self, event: ItemList.Chosen) -> None:
        """Give the path that was chosen; a broken file says all its first problem instead."""
        event.stop()
        entry = self.list.entries[event.index]
        if entry.broken is None:
            self.dismiss(entry.path)
        else:
            problem = entry.broken.located(clean_line(str(entry.path)))
            self.notify(problem, markup=False, severity="error", timeout=10)

    def _narrow(self, typed: str) -> None:
        fitting = [entry for entry in self._entries if matches(typed, _described(entry))]
        self.list.show(fitting, self._read)
        self.list.move_cursor(0)
        count = f"{len(fitting):,} of {len(self._entries):,}" if typed else f"{len(fitting):,}"
        self.head.left = ("Library", f"{count} episodes")

    def _progress(self) -> Mapping[str, float]:
        try:
            return self._notebook.progress() if self._notebook else {}
        except NotebookError as error:
            self.notify(str(error), markup=False, severity="error")
            return {}


def _described(entry: Entry) -> str:
    number = "" if entry.number is None else f"{entry.number} {entry.number:03}"
    return " ".join(
        (number, str(entry.date or ""), entry.title, entry.show, entry.id, *entry.speakers)
    )
