"""Which turns are shown where only some are: those of speakers, and those with words."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from braidtui.episode.model import Episode
from braidtui.episode.reading.suggestions import did_you_mean
from braidtui.episode.safe_text import clean_line
from braidtui.find.episode_hits import EpisodeHits
from braidtui.find.finder import Finder, InvalidPattern
from braidtui.find.passages import Passages
from braidtui.find.pattern import pattern
from braidtui.find.searched import searched

_SPEAKER = re.compile(r'(?<!\S)speaker:(?:"([^"]*)"?|(\S*))', re.IGNORECASE)


class TurnFilter(NamedTuple):
    """Turns of any of the speakers, where some are told, and with a hit in text or name."""

    speakers: tuple[str, ...]
    finder: Finder | None

    def turns(self, episode: Episode) -> Iterator[int | None]:
        """The turns that fit, in order, with a None now and then; raises InvalidPattern."""
        ids = self._speaker_ids(episode)
        if self.finder is None:
            found: Iterator[int | None] = iter(range(len(episode.turns)))
        else:
            found = EpisodeHits(self.finder, Passages(episode)).turns()
        for turn in found:
            if turn is None or episode.turns[turn].speaker in ids:
                yield turn

    def _speaker_ids(self, episode: Episode) -> set[str]:
        """Those whose name holds any of the parts that were typed."""
        names = {speaker.id: searched(speaker.name).text for speaker in episode.speakers}
        if not self.speakers:
            return set(names)
        for part in self.speakers:
            if not any(part in name for name in names.values()):
                known = [word for name in names.values() for word in name.split()]
                raise InvalidPattern(f'no speaker "{part}"{did_you_mean(part, known)}')
        return {key for key, name in names.items() if any(part in name for part in self.speakers)}


def turn_filter(typed: str) -> TurnFilter:
    """`typed` as words or an expression, and `speaker:NAME` among them; raises InvalidPattern."""
    line = clean_line(typed)
    parts = (quoted or plain for quoted, plain in _SPEAKER.findall(line))
    speakers = tuple(filter(None, (searched(part).text for part in parts)))
    words = line
    if _SPEAKER.search(line):
        words = " ".join(_SPEAKER.sub(" ", line).split())
    if not speakers and not words:
        raise InvalidPattern("nothing to find")
    return TurnFilter(speakers, pattern(words) if words else None)
