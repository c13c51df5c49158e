"""Asking the searcher beside the keys: the latest question counts, those before it are ended."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal, NamedTuple

from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

from braidtui.library.search.query import Query
from braidtui.library.search.results import Facets, Results
from braidtui.tui.search.filters import is_about_one_episode

if TYPE_CHECKING:
    from braidtui.library.search.searcher import Searcher

_PAGE = 20  # hits, more than a usual screen has room for
_OF_AN_EPISODE, _ALL = 3, 0
_SECONDS_AT_REST = 0.15


class Question(NamedTuple):
    """What is asked. A renewal asks what was answered, of an index that grew or for more hits."""

    query: Query
    order: Literal["best", "date"]
    read: Mapping[str, float]
    limit: int = _PAGE
    is_renewal: bool = False

    @property
    def per_episode(self) -> int:
        """Of an episode that was asked for, all hits are wanted."""
        return _ALL if is_about_one_episode(self.query) else _OF_AN_EPISODE


class Answer(NamedTuple):
    """A question and the hits that were found."""

    question: Question
    results: Results


class Asking:
    """Asks in threads; what they find comes as messages to a widget."""

    @dataclass
    class Found(Message):
        """The first page of hits."""

        answer: Answer

    @dataclass
    class Counted(Message):
        """Once the keys rested: how the hits spread, or where there are none, why."""

        question: Question
        facets: Facets | None
        not_found: tuple[str, ...]

    def __init__(self, widget: Widget, searcher: "Searcher") -> None:
        self.read: Mapping[str, float] = {}
        self.order: Literal["best", "date"] = "best"
        self.answer: Answer | None = None
        self._widget = widget
        self._searcher = searcher
        self._latest: Question | None = None
        self._rest: Timer | None = None

    @property
    def is_under_way(self) -> bool:
        """Whether an answer is still to come."""
        return self._latest is not None and not self._is_answered

    def is_latest(self, question: Question) -> bool:
        """Whether nothing else was asked since."""
        return question is self._latest

    def ask(self, query: Query) -> None:
        """Look for hits; what is being looked for is given up."""
        self._ask(Question(query, self.order, self.read))

    def change_order(self) -> None:
        """Ask the same for the other order."""
        self.order = "date" if self.order == "best" else "best"
        if self._latest:
            self.ask(self._latest.query)

    def renew(self) -> None:
        """Ask the same again, of an index that has grown."""
        if self._latest and self._is_answered:
            self._ask(self._latest._replace(is_renewal=True))

    def ask_for_more(self) -> None:
        """Ask for twice as many hits, where there may be more."""
        if self._is_answered and self.answer:
            question, results = self.answer
            if len(results.hits) >= question.limit:
                self._ask(question._replace(limit=2 * question.limit, is_renewal=True))

    def take(self, answer: Answer) -> bool:
        """Whether an answer is still wanted; its hits are counted once the keys rest."""
        if not self.is_latest(answer.question):
            return False
        self.answer = answer
        work = partial(self._count, has_hits=bool(answer.results.hits))
        run = partial(self._run, work, answer.question, "count")
        self._rest = self._widget.set_timer(_SECONDS_AT_REST, run)
        return True

    def give_up(self) -> None:
        """Nothing is looked for any more."""
        self._latest = self.answer = None
        self._end()

    @property
    def _is_answered(self) -> bool:
        return self.answer is not None and self.answer.question is self._latest

    def _ask(self, question: Question) -> None:
        self._end()
        self._latest = question
        self._run(self._find, question, "find")

    def _end(self) -> None:
        if self._rest:
            self._rest.stop()
        self._searcher.interrupt()

    def _run(self, work: Callable[[Question], None], question: Question, group: str) -> None:
        self._widget.run_worker(partial(work, question), thread=True, exclusive=True, group=group)

    def _find(self, question: Question) -> None:
        from braidtui.library.search.searcher import SearchInterrupted

        while self.is_latest(question):
            try:
                results = self._searcher.find(
                    question.query,
                    order=question.order,
                    limit=question.limit,
                    per_episode=question.per_episode,
                    read=question.read,
                )
            except SearchInterrupted:
                continue  # it may have been meant for the question before
            self._widget.post_message(self.Found(Answer(question, results)))
            return

    def _count(self, question: Question, *, has_hits: bool) -> None:
        from braidtui.library.search.searcher import SearchInterrupted

        query, read = question.query, question.read
        if not self.is_latest(question):
            return
        try:
            facets = self._searcher.facets(query, read=read) if has_hits else None
            reasons = () if has_hits else self._searcher.not_found(query, read=read)
        except SearchInterrupted:
            return
        self._widget.post_message(self.Counted(question, facets, reasons))
