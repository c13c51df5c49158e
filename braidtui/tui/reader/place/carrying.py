"""Finding the reading place again when a file was corrected under the reader."""

from braidtui.episode.model import Episode
from braidtui.tui.transcript.reading import ReadingPlace


def carry_place(old: Episode, new: Episode, place: ReadingPlace) -> ReadingPlace:
    """Where `place` of the old episode is in the new one.

    The same words nearest to where they were; else the same start and speaker; else the same count.
    """
    if not old.turns or not new.turns:
        return ReadingPlace(0, 0)
    turn = old.turns[min(place.turn, len(old.turns) - 1)]
    same_words = [i for i, other in enumerate(new.turns) if other.text == turn.text]
    if same_words:
        return ReadingPlace(min(same_words, key=lambda i: abs(i - place.turn)), place.offset)
    if turn.start is not None:
        for index, other in enumerate(new.turns):
            if other.start == turn.start and other.speaker == turn.speaker:
                return ReadingPlace(index, min(place.offset, len(other.text)))
    index = min(place.turn, len(new.turns) - 1)
    return ReadingPlace(index, min(place.offset, len(new.turns[index].text)))
