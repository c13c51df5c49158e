"""What the bar of the search screen says."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from braidtui.library.search.results import Count
from braidtui.tui.commands import BY_ID, shown_keys
from braidtui.typeset.heads import counted

if TYPE_CHECKING:
    from braidtui.library.search.searcher import IndexState

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_METER = 6
_ORDERS = {"best": "best first", "date": "newest first"}
_HINTED = {
    "change_order": "order",
    "toggle_facets": "narrow",
    "help": "help",
    "leave": "back",
}


def found(count: Count, order: str) -> tuple[str, ...]:
    """`1 hit`, or `50+ hits` and in which order they are."""
    if count.number < 2 and not count.is_more:
        return (f"{count} hit" if count.number else "No hits",)
    return (f"{count} hits", _ORDERS[order])


def indexed(state: "IndexState") -> str:
    """`3,300 episodes, 41,233 turns`."""
    return f"{counted(state.episodes, 'episode')}, {counted(state.turns, 'turn')}"


def growth(done: int, episodes: int) -> str:
    """`indexing 120 of 3,300 episodes ▕███  ▏`."""
    eighths = done * _METER * 8 // max(1, episodes)
    bar = "█" * (eighths // 8) + (_EIGHTHS[eighths % 8] if eighths % 8 else "")
    return f"indexing {done:,} of {episodes:,} episodes ▕{bar:<{_METER}}▏"


def hints(keymap: Mapping[str, str]) -> tuple[str, ...]:
    """The keys of the list, all or the last few."""
    told = ["enter open"]
    for name, word in _HINTED.items():
        keys = keymap.get(name, BY_ID[name].keys)
        told.append(f"{shown_keys(keys.split(',')[0])} {word}")
    return tuple("  ".join(told[-count:]) for count in (len(told), 2))


def hints_in_box(keymap: Mapping[str, str]) -> tuple[str, ...]:
    """The keys while one types, when letters are letters."""
    pane = shown_keys(keymap.get("next_pane", BY_ID["next_pane"].keys).split(",")[0])
    return (f"enter open  {pane} hits  Esc back", "Esc back")
