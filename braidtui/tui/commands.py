"""The one list of commands: bindings, key hints, help and palette all derive from it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from textual.binding import Binding, BindingType
from textual.keys import format_key

MOVE, GO, PANES, EPISODE, PROGRAM = "Move", "Go", "Panes", "Episode", "Program"
FIND, SEARCH, KEEP, TAKE_OUT = "Find", "Search", "Keep", "Take out"


@dataclass(frozen=True, slots=True)
class Command:
    """Something the reader can ask for. `keys` are defaults, parted by commas; the id is fixed."""

    id: str
    keys: str
    title: str
    group: str
    hint: str = ""


COMMANDS = (
    Command("line_down", "j,down", "Line down", MOVE),
    Command("line_up", "k,up", "Line up", MOVE),
    Command("page_down", "space,pagedown", "Page down", MOVE, "page"),
    Command("page_up", "b,pageup", "Page up", MOVE),
    Command("half_page_down", "d", "Half a page down", MOVE),
    Command("half_page_up", "u", "Half a page up", MOVE),
    Command("top", "g,home", "To the top", MOVE),
    Command("end", "G,end", "To the end", MOVE),
    Command("next_segment", "]", "Next segment", GO),
    Command("previous_segment", "[", "Previous segment", GO),
    Command("next_turn", "}", "Next turn", GO),
    Command("previous_turn", "{", "Previous turn", GO),
    Command("next_turn_of_speaker", ")", "Next turn of this speaker", GO),
    Command("previous_turn_of_speaker", "(", "Previous turn of this speaker", GO),
    *(Command(f"segment_{n}", str(n), f"Segment {n}", GO) for n in range(1, 10)),
    Command("back", "ctrl+o,alt+left", "Back to where you jumped from", GO),
    Command("forward", "ctrl+p,alt+right", "Forward again, after going back", GO),
    Command("find", "/", "Find in the episode", FIND, "find"),
    Command("next_hit", "n", "Next hit", FIND),
    Command("previous_hit", "N", "Previous hit", FIND),
    Command("only_hits", "&", "Show only turns with words, or of a speaker", FIND),
    Command("set_mark", "m", "Set a mark: then a letter, a capital for the whole library", KEEP),
    Command("go_to_mark", "'", "Go to a mark: then its letter; once more goes back", KEEP),
    Command("list_kept", "M", "Marks, highlights, quotes and notes: go to one", KEEP),
    Command("select_turns", "v", "Select this turn; moving selects more", KEEP),
    Command("select_segment", "V", "Select the whole segment", KEEP),
    Command("highlight", "x", "Highlight the selection, or this turn; again: no more", KEEP),
    Command("note", "a", "Write a note on the selection, or on this turn", KEEP),
    Command("keep_quote", "Q", "Keep the selection, or this turn, among the quotes", KEEP),
    Command("undo", "U", "Undo what was kept or dropped last; right after it, also u", KEEP),
    Command("redo", "ctrl+r", "Do again what was undone", KEEP),
    Command("copy", "y", "Copy the selection, turn or quote, and who said it", TAKE_OUT),
    Command("copy_segment", "Y", "Copy the segment", TAKE_OUT),
    Command("export_segment", "s", "Write the segment as Markdown", TAKE_OUT),
    Command("export_episode", "S", "Write the episode as Markdown", TAKE_OUT),
    Command("save_card", "C", "Save the quote, selection or turn as a picture (SVG)", TAKE_OUT),
    Command("next_pane", "tab", "Next pane", PANES),
    Command("previous_pane", "shift+tab", "Previous pane", PANES),
    Command("toggle_segments", "t", "Segments, show or hide", PANES),
    Command("toggle_quotes", '"', "Quotes, show or hide", PANES),
    Command("toggle_sources", "#", "Sources, show or hide", PANES),
    Command("only_text", "z", "All panes away, or back", PANES),
    Command("wider", "+,=", "Wider text", PANES),
    Command("narrower", "-", "Narrower text", PANES),
    Command("open_source", "o", "Open a source of this turn in the browser", EPISODE),
    Command("edit", "e", "Edit the episode file at this turn", EPISODE),
    Command("statistics", "i", "Numbers: who speaks how much, sources by site", EPISODE),
    Command("toggle_read", "r", "Mark read, or unread", EPISODE),
    Command("next_episode", "J", "Next episode", EPISODE),
    Command("previous_episode", "K", "Previous episode", EPISODE),
    Command("library", "L", "Library", PROGRAM, "library"),
    Command("search_library", "F", "Search the library", PROGRAM, "search"),
    Command("filter", "/", "Filter the library", PROGRAM),
    Command("type_query", "/", "To the box of the search", SEARCH),
    Command("change_order", "s", "Newest hits first, or the best", SEARCH),
    Command("whole_episode", "e", "All hits of this episode, or of every one", SEARCH),
    Command("toggle_facets", "t", "Speakers, shows and years, show or hide", SEARCH),
    Command("palette", ":", "Command palette; also 12:34, 50%, s3", PROGRAM, "go to"),
    Command("help", "?,f1", "Help: every key", PROGRAM, "help"),
    Command("leave", "q", "Back; at the top: quit", PROGRAM, "quit"),
)
BY_ID = {command.id: command for command in COMMANDS}

SCROLLING = (
    "line_down",
    "line_up",
    "page_down",
    "page_up",
    "half_page_down",
    "half_page_up",
    "top",
    "end",
)
IN_LIBRARY = ("toggle_read", "filter", "search_library", "help", "leave")
IN_SEARCH = (
    "type_query",
    "change_order",
    "whole_episode",
    "toggle_facets",
    "next_pane",
    "previous_pane",
    "help",
    "leave",
)
IN_READER = tuple(
    command.id for command in COMMANDS if command.id != "filter" and command.group != SEARCH
)
SCREENS = (IN_READER, (*SCROLLING, *IN_LIBRARY), (*SCROLLING, *IN_SEARCH))
"""Where a key must mean one thing."""


def bindings(*ids: str) -> list[BindingType]:
    """Bindings that call `action_command` of their node with the command's id."""
    return [
        Binding(command.keys, f"command({command.id!r})", command.title, show=False, id=command.id)
        for command in map(BY_ID.__getitem__, ids)
    ]


def shown_keys(keys: str) -> str:
    """Keys as a person reads them: `space,pagedown` is `space PgDn`."""
    return " ".join(_shown_key(key) for key in keys.split(",") if key)


def rows(keymap: dict[str, str], ids: Iterable[str]) -> Iterator[tuple[Command, str]]:
    """These commands with the keys that `keymap` gives them; the nine segment keys are one row."""
    for command in map(BY_ID.__getitem__, ids):
        if command.id == "segment_1":
            yield Command("segment_1", "", "Segment 1 to 9", GO), "1 … 9"
        elif not command.id.startswith("segment_"):
            yield command, shown_keys(keymap.get(command.id, command.keys))


def _shown_key(key: str) -> str:
    names = {"pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End", "tab": "Tab"}
    names |= {"down": "↓", "up": "↑", "shift+tab": "Shift+Tab", "space": "space", "f1": "F1"}
    return names.get(key, key if len(key) == 1 or "+" in key else format_key(key))
