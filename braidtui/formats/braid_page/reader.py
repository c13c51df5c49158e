"""The reader of Braid's page as text: an episode, and what the page lacks or had wrong."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from braidtui.episode.model import Episode, Quote, Segment, Speaker, Turn
from braidtui.episode.quotes import find_quotes
from braidtui.formats.braid_page.labels import DAY
from braidtui.formats.braid_page.notices import notices_of
from braidtui.formats.braid_page.page import Page, read_page
from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import Imported, refused
from braidtui.formats.reading.page.lines import read_lines
from braidtui.formats.reading.speaker_ids import speaker_ids

_SHOW = "Braid"
_AROUND = r"[^\w\n]*"
_LANDMARK = re.compile(
    rf"^{_AROUND}(?:(dispatch)[ \t\xa0]+#?\d{{1,9}}(?:[^\w\n]+{DAY})?"
    rf"|(segments)|(transcript)|(hosts?)[ \t\xa0]on[ \t\xa0]this[ \t\xa0]episode){_AROUND}$",
    re.IGNORECASE | re.MULTILINE | re.ASCII,
)
_OF_HEADINGS = ("segments", "transcript", "episode")
_OF_OTHERS = re.compile(r"^\*\*[^\n]+?:\*\*(?: |$)|^── \d", re.MULTILINE)


def claims(given: Given) -> bool:
    """Whether a text looks like Braid's page: it has the line that numbers a dispatch, or two of
    the page's three headings, and neither a turn of Markdown nor a rule of our own print."""
    small = given.text.lower()
    if "dispatch" not in small and sum(word in small for word in _OF_HEADINGS) < 2:
        return False
    met: set[int] = set()
    for landmark in _LANDMARK.finditer(given.text):
        met.add(landmark.lastindex or 0)
        if 1 in met or len(met) > 1:
            return not _OF_OTHERS.search(given.text)
    return False


def read_braid_page(given: Given, _options: ReadOptions) -> Imported:
    """The episode of a page; what it lacks is told in the notices. No URL is made of a site.

    Raises FormatRefused where the text has no turn.
    """
    lines = read_lines(given.text)
    page = read_page(lines)
    if not page.turns:
        raise refused("no page of Braid: no turn in it (a name, a time, the words)")
    episode = _with_quotes(_episode(page), page.head.quotes)
    return Imported(episode, notices_of(page, episode, lines))


def _episode(page: Page) -> Episode:
    head, hosts = page.head, {host.name: host for host in page.hosts}
    ids = speaker_ids([*hosts, *(turn.speaker for turn in page.turns)])
    number = "" if head.number is None else f"Dispatch {head.number}"
    title = head.title or number or "Untitled"
    return Episode(
        show=_SHOW,
        number=head.number,
        date=head.date,
        title=title,
        duration=page.duration,
        speakers=tuple(
            Speaker(id, name, *hosts[name][1:]) if name in hosts else Speaker(id, name)
            for name, id in ids.items()
        ),
        segments=tuple(_segments(page, title, ids)),
    )


def _segments(page: Page, title: str, ids: dict[str, str]) -> Iterator[Segment]:
    """Each entry of the segment list with the turns from its start to the next one's; what stands
    before the first belongs to it, and without a list all turns are of one segment."""
    entries = sorted(page.entries, key=lambda entry: entry.start)
    starts = [entry.start for entry in entries]
    turns: list[list[Turn]] = [[] for _ in entries or (title,)]
    at = 0
    for turn in page.turns:
        if turn.start is not None:
            at = max(0, bisect_right(starts, turn.start) - 1)
        turns[at].append(Turn(ids[turn.speaker], turn.text, turn.start, turn.sources))
    first = next((turn.start for turn in page.turns if turn.start is not None), None)
    if not entries:
        yield Segment(title, first, tuple(turns[0]))
    for entry, own in zip(entries, turns, strict=False):
        start = (
            min(entry.start, first) if entry is entries[0] and first is not None else entry.start
        )
        yield Segment(entry.title, start, tuple(own))


def _with_quotes(episode: Episode, texts: Sequence[str]) -> Episode:
    """The episode with its pull quotes, each with speaker and start of the turn it stands in."""
    quoting = replace(episode, quotes=tuple(Quote(text) for text in texts))
    turns = [found and episode.turns[found.turn] for found in find_quotes(quoting)]
    quotes = (
        Quote(text, turn.speaker, turn.start) if turn else Quote(text)
        for text, turn in zip(texts, turns, strict=True)
    )
    return replace(episode, quotes=tuple(quotes))
