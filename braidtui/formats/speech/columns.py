"""What is said, in columns: a row an utterance, as an object for each would cost too much."""

from collections.abc import Callable, Collection, Sequence
from itertools import compress
from typing import Any, NamedTuple

from braidtui.episode.safe_text import clean, clean_line, count_cleaned
from braidtui.formats.reading.limits import require_few
from braidtui.formats.reading.tally import Tally
from braidtui.formats.reading.titles import title_line
from braidtui.formats.speech.draft import Utterance

LATEST = 9_999 * 3_600_000  # what a clock of four digits of hours can tell


class Columns(NamedTuple):
    """Safe words, names ("" where nobody is told), starts and ends (milliseconds), and the index
    of the utterance in the draft that a row comes from. `changes` are rows where somebody else
    begins to speak, whatever the names."""

    texts: list[str]
    names: list[str]
    starts: list[int | None]
    ends: list[int | None]
    origins: list[int]
    changes: Collection[int] = ()

    def only(self, kept: Sequence[bool]) -> "Columns":
        """The rows that are kept; a change is kept in the next row that is."""
        if all(kept):
            return self
        columns: tuple[list[Any], ...] = tuple(list(compress(it, kept)) for it in self[:5])
        return Columns._make((*columns, self._moved(kept)))

    def _moved(self, kept: Sequence[bool]) -> Collection[int]:
        if not self.changes:
            return ()
        moved, count = set(), 0
        for row, is_kept in enumerate(kept):
            if row in self.changes:
                moved.add(count)
            count += is_kept
        return moved


def columns_of(utterances: Sequence[Utterance], tally: Tally, repairs: Tally) -> Columns:
    """The utterances, each string cleaned; what was cleaned away is counted, and as a repair an end
    before its start. Raises FormatRefused where they are too many."""
    require_few(len(utterances))
    texts = _cleaned([said.text for said in utterances], utterances, tally, clean)
    names = [said.speaker for said in utterances]
    if any(names):
        names = _cleaned(names, utterances, tally, clean_line)
        trimmed = {name: title_line(name) for name in set(names)}
        names = [trimmed[name] for name in names]
    starts = [said.start for said in utterances]
    ends = _ends(utterances, repairs)
    if late := sum(start is not None and not 0 <= start <= LATEST for start in starts):
        is_late = (start is not None and not 0 <= start <= LATEST for start in starts)
        line = next(said.line for said in compress(utterances, is_late))
        tally.count(line, "a time beyond 9,999 hours is left out", late)
        starts = [sane(start) for start in starts]
    return Columns(texts, names, starts, ends, list(range(len(texts))))


def sane(milliseconds: int | None) -> int | None:
    """A time that an episode can hold, else None."""
    return milliseconds if milliseconds is not None and 0 <= milliseconds <= LATEST else None


def _ends(utterances: Sequence[Utterance], repairs: Tally) -> list[int | None]:
    """The ends, None for those that tell nothing: 0, or one before its start."""
    ends: list[int | None] = []
    for said in utterances:
        start, end = said[2], said[3]
        if end is not None and start is not None and end < start:
            repairs.count(said.line, "an end before its start is ignored")
            end = None
        ends.append(end if end and 0 < end <= LATEST else None)
    return ends


def _cleaned(
    texts: list[str], utterances: Sequence[Utterance], tally: Tally, clean_one: Callable[[str], str]
) -> list[str]:
    """The texts, cleaned; all at once where there is nothing to clean, which is nearly always."""
    whole = "\n".join(texts)
    if clean(whole) == whole and (clean_one is clean or "\n" not in "".join(texts)):
        return texts
    safe = [clean_one(text) for text in texts]
    for said, before, after in zip(utterances, texts, safe, strict=True):
        if before != after:
            what = "a hidden or control character was cleaned away"
            tally.count(said.line, what, count_cleaned(before))
    return safe
