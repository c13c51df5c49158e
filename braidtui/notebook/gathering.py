"""What is kept of the whole library, episode by episode, each thing where it is now."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from braidtui.episode.model import Episode
from braidtui.episode.problem import EpisodeRefused, shortened
from braidtui.episode.turn_span import TurnSpan
from braidtui.library.catalog import Library
from braidtui.library.entry import Entry
from braidtui.library.episode_names import fitting
from braidtui.library.opened import Opened
from braidtui.library.place_names import TargetError, place_of, turn_at
from braidtui.library.reading import absolute, id_of, trouble_in_words
from braidtui.library.target_names import TargetNames
from braidtui.notebook.attaching import Attached, Part, attach
from braidtui.notebook.identity import is_of, kept_episode
from braidtui.notebook.kept import Kept, KeptEpisode


class Gathered(NamedTuple):
    """A kept thing as it is now; its words and who says them are as they were kept.

    `target` is what leads there, empty where nothing does. `is_attached` tells whether all of the
    words stand in the text; None where the episode cannot be read. `found` is where those of each
    anchor stand.
    """

    kept: Kept
    spans: tuple[TurnSpan, ...]
    segment: str
    speaker: str
    start: int | None
    target: str
    is_attached: bool | None
    found: tuple[tuple[TurnSpan, ...], ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        """Its words turn by turn."""
        return tuple(map(Part, self.kept.anchors, self.found or ((),) * len(self.kept.anchors)))

    @property
    def turn(self) -> int:
        """Where its words begin, or began."""
        return self.spans[0].turn if self.spans else self.kept.anchors[0].turn


class OfEpisode(NamedTuple):
    """What is kept of one episode, in the order of its text.

    Where it cannot be read `opened` is None, `trouble` says why in a safe line, and `episode` is
    what it was.
    """

    id: str
    episode: KeptEpisode
    opened: Opened | None
    trouble: str
    things: tuple[Gathered, ...]


class Gathering:
    """Finds the files of episodes that something was kept of."""

    def __init__(self, library: Library) -> None:
        self._library = library
        entries = library.entries()
        self._names = TargetNames(entries)
        self._by_path = {entry.path: entry for entry in entries}
        self._by_key = {entry.key: entry for entry in entries}
        self._like: dict[str | int, list[Entry]] = {}
        for entry in entries:
            for fact in (entry.title, entry.number):
                if fact is not None:
                    self._like.setdefault(fact, []).append(entry)

    def by_episode(self, kept: Iterable[Kept]) -> Iterator[OfEpisode]:
        """Kept things, in whatever files they are now; a file that fails hides no other."""
        for path, things in self._by_file(kept).items():
            yield self._read(path, things)

    def of_file(self, path: Path, kept: Iterable[Kept]) -> OfEpisode | None:
        """Those of one file only, which need not be readable; None where there are none."""
        things = self._by_file(kept).get(absolute(path))
        return self._read(path, things) if things else None

    def of_opened(self, opened: Opened, kept: Sequence[Kept]) -> OfEpisode:
        """Those that are known to be of this episode."""
        entry = self._by_path.get(opened.path)
        name = self._names.name(entry) if entry else str(opened.path)
        attached = attach(opened.episode, kept)
        things = sorted(attached, key=lambda it: _order(opened.episode, it))
        return OfEpisode(
            opened.id,
            kept_episode(opened),
            opened,
            "",
            tuple(_gathered(opened.episode, one, name) for one in things),
        )

    def _by_file(self, kept: Iterable[Kept]) -> Mapping[Path, list[Kept]]:
        """The things by the path of their episode now; by that of then, where it is gone."""
        paths: dict[KeptEpisode, Path] = {}
        by_file: dict[Path, list[Kept]] = {}
        for one in kept:
            if one.episode not in paths:
                entry = self._entry(one.episode)
                paths[one.episode] = entry.path if entry else absolute(one.episode.path)
            by_file.setdefault(paths[one.episode], []).append(one)
        return by_file

    def _entry(self, was: KeptEpisode) -> Entry | None:
        """The episode of the library that it is now."""
        at_key = self._by_key.get(was.key)
        if at_key and (at_key.broken or is_of(was, _present(at_key))):
            return at_key
        named = self._like.get(was.title, [])
        numbered = [] if was.number is None else self._like.get(was.number, [])
        return next((entry for entry in (*named, *numbered) if is_of(was, _present(entry))), None)

    def _read(self, path: Path, kept: list[Kept]) -> OfEpisode:
        try:
            opened = self._library.open(path)
        except EpisodeRefused as refused:
            return _unread(path, kept, shortened(str(refused)))
        except OSError as error:
            return _unread(path, kept, trouble_in_words(error))
        if not is_of(kept[0].episode, kept_episode(opened)):
            return _unread(path, kept, shortened(f"{path}: is another episode now"))
        return self.of_opened(opened, kept)


def named(found: Sequence[OfEpisode], name: str) -> list[OfEpisode]:
    """Those of which a person may say this: a number, an id, words of the title."""
    by_entry = {_as_entry(one): one for one in found}
    return [by_entry[entry] for entry in fitting(tuple(by_entry), name)]


def _as_entry(found: OfEpisode) -> Entry:
    it = found.episode
    return Entry(
        found.id, it.path, it.key, it.number, None, it.title, it.show, None, (), 0, 0, None
    )


def _unread(path: Path, kept: Iterable[Kept], trouble: str) -> OfEpisode:
    things = [Gathered(one, (), one.segment, one.speaker, one.start, "", None) for one in kept]
    return OfEpisode(id_of(path), things[0].kept.episode, None, trouble, tuple(things))


def _gathered(episode: Episode, attached: Attached, name: str) -> Gathered:
    kept, spans, found = attached
    if not spans:
        target = f"{name}@{place}" if (place := _last_place(episode, kept.start)) else name
        return Gathered(kept, (), kept.segment, kept.speaker, kept.start, target, False, found)
    first = spans[0].turn
    return Gathered(
        kept,
        spans,
        episode.segments[episode.segment_of(first)].title,
        kept.speaker,
        episode.turns[first].start,
        f"{name}@{place_of(episode, first)}",
        attached.is_whole,
        found,
    )


def _last_place(episode: Episode, start: int | None) -> str:
    """Where the words stood, if there is still a turn then."""
    try:
        return "" if start is None else place_of(episode, turn_at(episode, f"{start / 1000:.3f}"))
    except TargetError:
        return ""


def _order(episode: Episode, attached: Attached) -> tuple[int, bool, TurnSpan]:
    """By segment, then by place; what is not in the text any more ends its segment."""
    if attached.spans:
        return episode.segment_of(attached.spans[0].turn), False, attached.spans[0]
    titles = [segment.title for segment in episode.segments]
    segment = attached.kept.segment
    index = titles.index(segment) if segment in titles else len(titles)
    anchor = attached.kept.anchors[0]
    return index, True, TurnSpan(anchor.turn, anchor.begin, anchor.end)


def _present(entry: Entry) -> KeptEpisode:
    day = entry.date.isoformat() if entry.date else ""
    return KeptEpisode(entry.key, entry.path, entry.show, entry.number, entry.title, day)
