"""The reading place after a correction of the file."""

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.tui.reader.place.carrying import carry_place
from braidtui.tui.transcript.reading import ReadingPlace


def episode(*texts: str, first: int = 0) -> Episode:
    turns = tuple(Turn("a", text, (first + index) * 1000) for index, text in enumerate(texts))
    return Episode("T", (Speaker("a", "Anna"),), (Segment("S", 0, turns),))


def test_a_turn_put_in_above_moves_the_place_down() -> None:
    old, new = episode("one", "two", "three"), episode("zero", "one", "two", "three")
    assert carry_place(old, new, ReadingPlace(1, 2)) == ReadingPlace(2, 2)


def test_of_equal_words_the_nearest_are_meant() -> None:
    old, new = episode("yes", "no", "yes", "no"), episode("yes", "no", "yes", "no", "yes")
    assert carry_place(old, new, ReadingPlace(2, 0)) == ReadingPlace(2, 0)


def test_a_corrected_turn_is_found_by_its_start() -> None:
    old, new = episode("one", "two words here"), episode("zero", "two", first=0)
    assert carry_place(old, new, ReadingPlace(1, 9)) == ReadingPlace(1, 3)


def test_where_nothing_is_left_the_count_decides() -> None:
    old, new = episode("one", "two", "three"), episode("else", first=60)
    assert carry_place(old, new, ReadingPlace(2, 3)) == ReadingPlace(0, 3)
