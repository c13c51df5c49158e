"""The help of the search: the query language by examples, then the keys."""

from collections.abc import Iterable
from typing import NamedTuple

from braidtui.library.search.examples import EXAMPLES
from braidtui.tui.commands import IN_SEARCH, SCROLLING, rows
from braidtui.tui.dialogs.picker import Choice, Picker


class Wish(NamedTuple):
    """What was picked: a query to try, or a command by its id; the other is ""."""

    query: str = ""
    command: str = ""


class SearchHelp(Picker[Wish]):
    """Gives what was picked, or None."""

    DEFAULT_CSS = """
    SearchHelp > Vertical { max-width: 96; }
    """

    def __init__(self, keymap: dict[str, str]) -> None:
        super().__init__("Searching", [*_examples(), *_keys(keymap)])


def _examples() -> Iterable[Choice[Wish]]:
    for query, finds in EXAMPLES:
        yield Choice(query, Wish(query=query), finds, "What you can type, and what it finds")


def _keys(keymap: dict[str, str]) -> Iterable[Choice[Wish]]:
    for command, keys in rows(keymap, (*SCROLLING, *IN_SEARCH)):
        yield Choice(command.title, Wish(command=command.id), keys, command.group)
