"""The index brought up to date while one searches: begun on opening, ended with the program."""

from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

if TYPE_CHECKING:
    from braidtui.library.search.searcher import IndexState, Searcher

_SECONDS_BETWEEN_REPORTS = 0.1
_SECONDS_BETWEEN_RENEWALS = 1.0


class IndexGrowth:
    """One update at a time, in a thread; tells a widget how far it is."""

    @dataclass
    class Grown(Message):
        """So many episodes of those to be read are indexed; worth asking again now and then."""

        done: int
        episodes: int
        is_worth_asking: bool

    @dataclass
    class Ended(Message):
        """The index is in step with the library; `has_grown` where it was not before."""

        state: "IndexState"
        has_grown: bool

    def __init__(self, widget: Widget, searcher: "Searcher") -> None:
        self.is_running = False
        self._widget = widget
        self._searcher = searcher

    def start(self) -> None:
        """Bring the index up to date, unless that is being done."""
        if not self.is_running:
            self.is_running = True
            self._widget.run_worker(self._update, thread=True, group="index")

    def _update(self) -> None:
        worker = get_current_worker()
        reported = renewed = monotonic()
        has_grown = False

        def report(done: int, episodes: int) -> None:
            nonlocal reported, renewed, has_grown
            now, has_grown = monotonic(), True
            if now < reported + _SECONDS_BETWEEN_REPORTS:
                return
            is_worth_asking = now > renewed + _SECONDS_BETWEEN_RENEWALS
            reported, renewed = now, now if is_worth_asking else renewed
            self._widget.post_message(self.Grown(done, episodes, is_worth_asking))

        self._searcher.update(report, until=lambda: worker.is_cancelled)
        if not worker.is_cancelled:
            self._widget.post_message(self.Ended(self._searcher.state(), has_grown))
