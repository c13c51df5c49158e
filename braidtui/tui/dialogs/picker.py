"""A small window to pick from: a list with keys and details, narrowed by what is typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Input

from braidtui.tui.item_list import ItemList, ItemRow
from braidtui.tui.matching import matches
from braidtui.typeset.cells import cell_len, elided, fitted

Value = TypeVar("Value")
Picked_co = TypeVar("Picked_co", covariant=True)
_LIST_KEYS = "enter picks · / searches · esc leaves"


@dataclass(frozen=True, slots=True)
class Choice(Generic[Picked_co]):
    """Something to pick: what it is, a detail (keys, a URL), and the heading it stands under."""

    label: str
    value: Picked_co
    detail: str = ""
    heading: str = ""


class ChoiceList(ItemList):
    """The choices that fit what was typed, by heading."""

    def __init__(self, choices: Sequence[Choice[Any]]) -> None:
        super().__init__()
        self.choices = choices

    @property
    def count(self) -> int:
        """How many choices there are."""
        return len(self.choices)

    @property
    def shows_cursor(self) -> bool:
        """Always: enter picks also while one types."""
        return True

    @property
    def when_empty(self) -> str:
        """That what was typed fits nothing."""
        return "Nothing fits."

    def show(self, choices: Sequence[Choice[Any]]) -> None:
        """Offer other choices, the cursor on the first."""
        self.choices = choices
        self.set_reactive(ItemList.cursor, 0)
        self.items_changed()
        self.scroll_to(y=0, animate=False)

    def heading_rows(self, index: int) -> int:
        """A heading stands above the first of its choices, with a blank line between groups."""
        heading = self.choices[index].heading
        if not heading or (index and self.choices[index - 1].heading == heading):
            return 0
        return 2 if index else 1

    def item_rows(self, index: int, width: int) -> Sequence[ItemRow]:
        """A heading where a new one begins, then label and detail."""
        choice = self.choices[index]
        heading: ItemRow = ((choice.heading, "strong"),)
        rows: tuple[ItemRow, ...] = ((), heading) if index else (heading,)
        rows = rows[len(rows) - self.heading_rows(index) :]
        detail = min(cell_len(choice.detail), width // 2)
        label = fitted(choice.label, max(1, width - detail - bool(detail)))
        return (
            *rows,
            (
                (label, "text"),
                (" " * bool(detail), "text"),
                (elided(choice.detail, detail), "muted"),
            ),
        )


class Picker(ModalScreen[Value | None], Generic[Value]):
    """Gives the value that was picked, or None. With `typing` the keys go to the prompt at once,
    else they move in the list and `/` goes to the prompt."""

    BINDINGS = [
        Binding("escape", "leave", show=False),
        Binding("slash", "type", show=False),
        Binding("down,ctrl+n", "step(1)", show=False),
        Binding("up,ctrl+p", "step(-1)", show=False),
        Binding("q", "dismiss", show=False),
    ]
    DEFAULT_CSS = """
    Picker {
        align: center middle;
        & > Vertical {
            width: 90%; max-width: 84; height: auto; max-height: 80%;
            background: $surface; border: round $border-blurred; border-title-color: $text-accent;
            border-subtitle-color: $text-muted; padding: 0 1;
        }
        & Input { border: none; height: 1; padding: 0; background: $surface; }
        & ItemList { height: auto; max-height: 100%; min-height: 1; background: $surface; }
    }
    """
    prompt = query_one(Input)
    list = query_one(ChoiceList)

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice[Value]],
        *,
        typing: bool = False,
        placeholder: str = "",
        answer: Callable[[str], Choice[Value | None] | None] | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._typing = typing
        self._placeholder = placeholder
        self._answer = answer

    def compose(self) -> ComposeResult:
        """A prompt over a list."""
        with Vertical() as window:
            window.border_title = Content(self._title)
            window.border_subtitle = Content(
                "enter picks · esc leaves" if self._typing else _LIST_KEYS
            )
            yield Input(placeholder=self._placeholder, select_on_focus=False, compact=True)
            yield ChoiceList(self._choices)

    def on_mount(self) -> None:
        """Keys go where they are wanted."""
        (self.prompt if self._typing else self.list).focus()

    def action_type(self) -> None:
        """Go to the prompt."""
        self.prompt.focus()

    def action_step(self, rows: int) -> None:
        """Move the cursor, also while one types."""
        self.list.move_cursor(self.list.cursor + rows)

    def action_leave(self) -> None:
        """Empty the prompt first, then leave."""
        if self.prompt.value and not self._typing:
            self.prompt.value = ""
            self.list.focus()
        else:
            self.dismiss(None)

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """Offer what fits the words typed so far, an answer of its own first."""
        fitting = [
            choice
            for choice in self._choices
            if matches(event.value, f"{choice.label} {choice.detail} {choice.heading}")
        ]
        answer = self._answer(event.value) if self._answer else None
        self.list.show([answer, *fitting] if answer else fitting)

    @on(Input.Submitted)
    def pick_first(self) -> None:
        """Enter in the prompt picks what the cursor is on."""
        self.list.action_choose()

    @on(ItemList.Chosen)
    def pick(self, event: ItemList.Chosen) -> None:
        """Give the value of what was chosen."""
        event.stop()
        value = self.list.choices[event.index].value
        if value is not None:
            self.dismiss(value)
