"""The letters of a whole episode in one string, and the way back to its turns."""

import weakref
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate

from braidtui.episode.model import Episode, Turn
from braidtui.episode.turn_span import TurnSpan
from braidtui.notebook.anchors.letters import is_letter, letter_places, letters


class Flow:
    """What is said in an episode, as letters; where a turn begins or ends does not show in it."""

    def __init__(self, episode: Episode) -> None:
        self.turns = episode.turns
        parts = letters("\0".join([turn.text for turn in self.turns])).split("\0")
        self.letters = "".join(parts)
        self.begins = [0, *accumulate(map(len, parts))]
        self._places: dict[int, list[int]] = {}

    def offset(self, turn: int, code_point: int) -> int:
        """How many letters stand before a code point of a turn."""
        return self.begins[turn] + bisect_left(self._places_in(turn), code_point)

    def turn_at(self, offset: int) -> int:
        """The turn that a letter stands in."""
        return min(bisect_right(self.begins, offset) - 1, len(self.turns) - 1)

    def spans(self, begin: int, end: int, like: str = "") -> Iterator[TurnSpan]:
        """The words from letter `begin` to `end`, one span a turn.

        At both ends as much punctuation goes with them as stood around the letters of `like`.
        """
        first, last = self.turn_at(begin), self.turn_at(end - 1)
        for turn in range(first, last + 1):
            places = self._places_in(turn)
            if not places:
                continue
            text = self.turns[turn].text
            left, right = 0, len(text)
            if turn == first:
                left = _grown_left(text, places[begin - self.begins[turn]], like)
            if turn == last:
                right = _grown_right(text, places[end - 1 - self.begins[turn]] + 1, like)
            yield TurnSpan(turn, left, right)

    def before(self, turn: int, code_point: int, count: int) -> str:
        """The text before a code point of a turn, with `count` letters or all there are."""
        at = max(0, self.offset(turn, code_point) - count)
        begin = self.turn_at(at)
        place = self._place(begin, at)
        if begin >= turn:
            return self.turns[turn].text[min(place, code_point) : code_point]
        between = [said.text for said in self.turns[begin + 1 : turn]]
        start, end = self.turns[begin].text[place:], self.turns[turn].text[:code_point]
        return "\n\n".join([start, *between, end])

    def after(self, turn: int, code_point: int, count: int) -> str:
        """The text after a code point of a turn, with `count` letters or all there are."""
        at = min(len(self.letters), self.offset(turn, code_point) + count)
        end = self.turn_at(max(at - 1, 0))
        place = self._place(end, at - 1) + 1 if at else 0
        if end <= turn:
            return self.turns[turn].text[code_point : max(place, code_point)]
        between = [said.text for said in self.turns[turn + 1 : end]]
        start, last = self.turns[turn].text[code_point:], self.turns[end].text[:place]
        return "\n\n".join([start, *between, last])

    def _place(self, turn: int, offset: int) -> int:
        places = self._places_in(turn)
        nth = offset - self.begins[turn]
        return places[nth] if 0 <= nth < len(places) else len(self.turns[turn].text)

    def _places_in(self, turn: int) -> list[int]:
        if turn not in self._places:
            self._places[turn] = letter_places(self.turns[turn].text)
        return self._places[turn]


class _Latest:
    """The flow of the episode that was asked for last: there are many anchors in one."""

    def __init__(self) -> None:
        self._of: weakref.ref[Episode] | None = None
        self._flow: Flow | None = None

    def flow(self, episode: Episode) -> Flow:
        flow = self._flow if self._of and self._of() is episode else None
        if flow is None:
            flow = Flow(episode)
            self._of, self._flow = weakref.ref(episode), flow
        return flow


def text_before(turns: tuple[Turn, ...], turn: int, code_point: int, length: int) -> str:
    """The `length` code points before one of a turn, turns parted by a blank line."""
    text = turns[turn].text[:code_point]
    while len(text) < length and turn > 0:
        turn -= 1
        text = f"{turns[turn].text}\n\n{text}"
    return text[len(text) - length :] if length else ""


def text_after(turns: tuple[Turn, ...], turn: int, code_point: int, length: int) -> str:
    """The `length` code points from one of a turn on, turns parted by a blank line."""
    text = turns[turn].text[code_point:]
    while len(text) < length and turn < len(turns) - 1:
        turn += 1
        text = f"{text}\n\n{turns[turn].text}"
    return text[:length]


def _grown_left(text: str, begin: int, like: str) -> int:
    places = letter_places(like)
    for _ in like[: places[0]].replace(" ", "") if places else "":
        at = len(text[:begin].rstrip()) - 1
        if at < 0 or is_letter(text[at]):
            break
        begin = at
    return begin


def _grown_right(text: str, end: int, like: str) -> int:
    places = letter_places(like)
    for _ in like[places[-1] + 1 :].replace(" ", "") if places else "":
        at = len(text) - len(text[end:].lstrip())
        if at >= len(text) or is_letter(text[at]):
            break
        end = at + 1
    return end


flow_of = _Latest().flow
