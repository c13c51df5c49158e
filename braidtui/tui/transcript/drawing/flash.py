"""A turn that lights up for a moment, so that the eye finds what one jumped to."""

from textual.widget import Widget

_SECONDS = 0.9


class Flash:
    """At most one turn at a time."""

    def __init__(self, view: Widget) -> None:
        self._view = view
        self.turn: int | None = None

    def light(self, turn: int) -> None:
        """Light a turn up."""
        self.turn = turn
        self._view.set_timer(_SECONDS, self._end)

    def _end(self) -> None:
        self.turn = None
        self._view.refresh()
