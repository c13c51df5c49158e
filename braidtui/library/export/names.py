"""What exported documents are called, as files and in the comment that marks their block."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import count, groupby

from braidtui.episode.model import Episode
from braidtui.episode.turn_span import TurnSpan
from braidtui.library.file_names import slug
from braidtui.library.opened import Opened


def label(opened: Opened) -> str:
    """What tells an episode from the others of a vault: `008`, else a slug of what it has."""
    number = opened.episode.number
    if number is not None:
        return f"{number:03}"
    return slug(opened.id) or slug(opened.episode.title) or _fingerprint(opened)


def block_name(opened: Opened, segments: Sequence[int] | None) -> str:
    """What a block holds, wherever its file lies: `braid/008`, `braid/008@s1,s3`."""
    show = slug(opened.episode.show)
    episode = f"{show}/{label(opened)}" if show else label(opened)
    if segments is None:
        return episode
    return f"{episode}@{','.join(f's{segment + 1}' for segment in segments)}"


def stem(opened: Opened, segments: Sequence[int] | None = None) -> str:
    """`008-the-compute-company`, for one segment `…--s01-spacex-sells-the-floor`, for several
    `…--s01-s03`, `…--s02-to-s04`."""
    number, title = opened.episode.number, slug(opened.episode.title)
    parts = [label(opened), title] if number is not None else [title or label(opened)]
    episode = "-".join(part for part in parts if part)
    return episode if segments is None else f"{episode}--{_part(opened.episode, segments)}"


def card_name(opened: Opened, spans: Sequence[TurnSpan]) -> str:
    """`008-the-compute-company--the-first-words-of-the-quote.svg`."""
    turn, begin, end = spans[0]
    words = slug(opened.episode.turns[turn].text[begin:end]) or f"turn-{turn + 1}"
    return f"{stem(opened)}--{words}.svg"


def told_apart(names: Iterable[str]) -> Iterator[str]:
    """Stems of one run, none twice in any case of letters: `a`, `a-2`, `a-3`."""
    taken: set[str] = set()
    for name in names:
        free = next(
            each
            for each in (name if number == 1 else f"{name}-{number}" for number in count(1))
            if each.casefold() not in taken
        )
        taken.add(free.casefold())
        yield free


def _part(episode: Episode, segments: Sequence[int]) -> str:
    if len(segments) == 1:
        title = slug(episode.segments[segments[0]].title)
        return f"s{segments[0] + 1:02}" + (f"-{title}" if title else "")
    return slug("-".join(_runs(segments)))


def _runs(segments: Sequence[int]) -> Iterator[str]:
    """Segments that follow one another, from three on, as a range."""
    for _, pairs in groupby(enumerate(segments), lambda pair: pair[1] - pair[0]):
        run = [segment + 1 for _, segment in pairs]
        if len(run) > 2:
            yield f"s{run[0]:02}-to-s{run[-1]:02}"
        else:
            yield from (f"s{segment:02}" for segment in run)


def _fingerprint(opened: Opened) -> str:
    """A name for what has none in the safe alphabet."""
    told = f"{opened.episode.title}\n{opened.id}".encode("utf-8", "replace")
    return f"episode-{hashlib.sha256(told).hexdigest()[:8]}"
