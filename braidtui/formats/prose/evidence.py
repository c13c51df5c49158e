"""Which layouts and names of a script count: what the whole file bears out."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import islice, pairwise
from operator import attrgetter
from typing import NamedTuple

from braidtui.formats.prose.heads.labels import labels_of, share_of
from braidtui.formats.prose.layouts import Kind, Mark, behind_time
from braidtui.formats.prose.script import Role, ScriptLine, role_of
from braidtui.formats.reading.sentences import CLOSERS, STOPS
from braidtui.formats.speech.draft import Grain
from braidtui.formats.speech.prefixes import accepted_names

_ENOUGH = 3
_MOST = 0.6
_SHARES = {  # of all paragraphs: how many are enough; below it, how many with three uses at least
    Kind.STAMP: (0.3, 0.0),
    Kind.CHAT: (0.3, 0.0),
    Kind.LABEL: (0.3, 0.05),
    Kind.TIME: (0.5, 0.1),
    Kind.BULLET: (_MOST, _MOST),
}
_HEADS = (Kind.BOLD, Kind.LABEL, Kind.STAMP, Kind.TIME, Kind.CHAT)
_TELL_NAMES = (Kind.LABEL, Kind.CHAT, Kind.NAMED)
_LINES_OF_A_PARAGRAPH, _LINES_IF_WRAPPED = 8, 20  # in the mean; with more, lines are cues
_MOST_LOOKED_AT = 5_000  # lines: what the layout of a text is shows in its beginning
_FULL, _MOST_FULL = 0.7, 0.8
_mark_of, _opens = attrgetter("mark"), attrgetter("opens")


class Evidence(NamedTuple):
    """The layouts that count, the names before a colon that are people, and what a paragraph is.

    `has_bold` takes every name that stands out; else only those of `names` are. Among such names a
    time begins a turn only where it stands alone: others are within somebody's words. `has_lists`
    says that turns are items of a list, `unsaid` are names of no turn.
    """

    kinds: tuple[Kind, ...]
    names: frozenset[str]
    has_bold: bool
    has_lists: bool
    grain: Grain
    is_a_line_each: bool = False
    unsaid: frozenset[str] = frozenset()

    @property
    def takes_any(self) -> bool:
        """Whether any mark may begin a turn."""
        return bool(self.kinds or self.names or self.has_bold)

    def takes(self, mark: Mark) -> bool:
        """Whether a mark begins a turn."""
        if mark.in_list and not self.has_lists:
            return False
        if mark.kind is Kind.BOLD:
            return self.has_bold or mark.name in self.names
        if mark.kind is Kind.PREFIX:
            return mark.name in self.names
        if self.named_behind(mark):
            return True
        if self.has_bold and not mark.name and (mark.text or mark.end is not None):
            return False
        is_said = mark.kind is Kind.NAMED or mark.name not in self.unsaid
        return is_said and mark.kind in self.kinds

    def named_behind(self, mark: Mark) -> Mark | None:
        """The mark of a known name that stands behind a time, as other lines have it alone."""
        if mark.kind is Kind.STAMP and mark.name:
            return mark if self.has_bold and mark.name in self.names else None
        found = behind_time(mark) if self.names or self.has_bold else None
        if found is None or (found.name not in self.names and found.kind is Kind.PREFIX):
            return None
        return found if found.name in self.names or self.has_bold else None


def evidence_of(script: Sequence[ScriptLine], known: Collection[str]) -> Evidence:
    """What the marks of a script bear out; `known` are people who may speak."""
    roles = list(map(role_of, script))
    is_all_text = roles.count(Role.TEXT) == len(roles)
    said = script if is_all_text else [line for line in script if line.role is Role.TEXT]
    marks = list(filter(None, map(_mark_of, said)))
    is_a_line_each = _is_a_line_each(said)
    opening = sum(map(_opens, said)) + sum(
        [not it.opens for it in said if it.mark] if marks else ()
    )
    paragraphs = len(said) if is_a_line_each else opening
    counts = _counts(marks)
    kinds = _kinds(marks, counts, paragraphs)
    has_lists = sum([mark.in_list for mark in marks]) * 2 > sum(counts[kind] for kind in _HEADS)
    has_bold = _has_bold(said, counts[Kind.BOLD], paragraphs)
    grain = _grain(said, kinds, has_bold)
    bold = [mark.name for mark in marks if mark.kind is Kind.BOLD] if counts[Kind.BOLD] else []
    named = {mark.name for mark in marks if mark.name and mark.kind in kinds}
    labels = labels_of(marks, paragraphs)
    are_none = has_bold or grain is Grain.CAPTION
    prefixes = [] if are_none else [*labels.met, *_behind_times(marks)]
    candidates = [*prefixes, *bold, *_bold_behind_times(marks, counts)]
    heads = paragraphs - _items(said) if candidates and counts[Kind.BULLET] else paragraphs
    heads = share_of(prefixes, marks, heads)
    names = accepted_names(candidates, {*known, *named}, heads) | labels.certain.intersection(
        candidates
    )
    if named:
        names &= {*known, *named}
    if not kinds and not has_bold and is_a_line_each:
        heads = sum(name in names for each in (prefixes, bold) for name in each)
        if heads < _MOST * paragraphs:
            return Evidence((), frozenset(), False, False, Grain.CAPTION, True)
    return Evidence(kinds, names, has_bold, has_lists, grain, unsaid=labels.of_a_head)


def _items(said: Iterable[ScriptLine]) -> int:
    """How many bullets stand below another line: items of what a name above them says."""
    bullet = Kind.BULLET
    return sum([not line.opens and line.mark.kind is bullet for line in said if line.mark])


def _counts(marks: Sequence[Mark]) -> dict[Kind, int]:
    met = [mark.kind for mark in marks]
    return {kind: met.count(kind) for kind in Kind}


def _kinds(marks: Sequence[Mark], counts: Mapping[Kind, int], paragraphs: int) -> tuple[Kind, ...]:
    """The layouts with a time, or of a list, that the whole script has."""
    kinds = [
        kind
        for kind, (share, least) in _SHARES.items()
        if counts[kind] and _is_borne_out(counts[kind], share * paragraphs, least * paragraphs)
    ]
    if counts[Kind.NAMED]:
        return (Kind.NAMED, *(kind for kind in kinds if kind in (Kind.TIME, Kind.STAMP)))
    if Kind.LABEL in kinds and counts[Kind.LABEL] < _SHARES[Kind.LABEL][0] * paragraphs:
        names = Counter(mark.name for mark in marks if mark.kind is Kind.LABEL)
        if max(names.values()) == 1:
            kinds.remove(Kind.LABEL)
    return tuple(kinds)


def _is_borne_out(count: int, enough: float, least: float) -> bool:
    return count >= enough or count >= max(_ENOUGH, least)


def _has_bold(said: Sequence[ScriptLine], count: int, paragraphs: int) -> bool:
    """Whether names that stand out are those of speakers: most paragraphs begin so, or the first
    does, one of them is there three times, or two tell their times."""
    if not count or count >= _MOST * paragraphs:
        return count > 0
    marks = [line.mark for line in said if line.mark and line.mark.kind is Kind.BOLD]
    uses = Counter(mark.name for mark in marks)
    timed = sum(mark.start is not None for mark in marks)
    if timed > 1 or any(times >= _ENOUGH for times in uses.values()):
        return True
    first = said[0].mark if said else None
    return first in marks and first is not None and bool(accepted_names([first.name], (), 1))


def _behind_times(marks: Sequence[Mark]) -> list[str]:
    """Every name before a colon behind a time."""
    found = (behind_time(mark) for mark in marks if not mark.name and ":" in mark.text)
    return [mark.name for mark in found if mark and mark.kind is Kind.PREFIX]


def _bold_behind_times(marks: Sequence[Mark], counts: Mapping[Kind, int]) -> list[str]:
    """Every name that stands out behind a time, where most such names stand alone."""
    named = [mark.name for mark in marks if mark.kind is Kind.STAMP and mark.name]
    return named if len(named) < counts[Kind.BOLD] else []


def _is_a_line_each(said: Sequence[ScriptLine]) -> bool:
    """Whether hardly a blank line parts the lines, as Whisper writes them."""
    parted = sum(map(_opens, said))
    if parted == 1 or len(said) >= _LINES_IF_WRAPPED * parted:
        return True
    return len(said) >= _LINES_OF_A_PARAGRAPH * parted and not _is_wrapped(said)


def _is_wrapped(said: Sequence[ScriptLine]) -> bool:
    """Whether the lines above another are about as long as the longest: broken to fit a width."""
    lengths = [len(above.text) for above, below in pairwise(said) if not below.opens]
    full = _FULL * max(lengths, default=0)
    return sum([length >= full for length in lengths]) >= _MOST_FULL * len(lengths)


def _grain(said: Sequence[ScriptLine], kinds: Collection[Kind], has_bold: bool) -> Grain:
    """Times and bullets right under each other, or in the midst of sentences, cut captions."""
    if has_bold or not kinds or any(kind in kinds for kind in _TELL_NAMES):
        return Grain.PARAGRAPH
    looked_at = islice(said, _MOST_LOOKED_AT)
    marked = [line for line in looked_at if line.mark and line.mark.kind in kinds]
    close = sum([not line.opens for line in marked])
    cut = sum(not line.mark.text.endswith((*STOPS, *CLOSERS)) for line in marked if line.mark)
    is_cut = close * 2 > len(marked) or cut * 5 > 2 * len(marked)
    return Grain.CAPTION if is_cut else Grain.PARAGRAPH
