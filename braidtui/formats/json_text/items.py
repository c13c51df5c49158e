"""Utterances of a list of objects, each with its words, its times and who speaks."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from braidtui.formats.json_text.placing import Placed
from braidtui.formats.json_text.remarks import Remarks
from braidtui.formats.json_text.times import SECONDS, checked_milliseconds, label_of
from braidtui.formats.speech.composing import NOBODY
from braidtui.formats.speech.draft import Utterance


@dataclass(frozen=True)
class Shape:
    """Under which key an object has what; `unit` is that of its times in milliseconds, `name` makes
    a speaker's name of the value there, `noun` says what one object is called.

    Words that a list has one by one are not stripped: `whole_words` asks for their blanks.
    """

    text: str = "text"
    start: str = "start"
    end: str = "end"
    speaker: str = "speaker"
    unit: int = SECONDS
    name: Callable[[object], str] = label_of
    noun: str = "segment"
    has_times: bool = True
    strips: bool = True


@dataclass(frozen=True)
class ItemReader:
    """Reads objects of a shape; what is odd in them is counted among the remarks."""

    shape: Shape = field(default_factory=Shape)
    remarks: Remarks = field(default_factory=Remarks)

    def read(self, items: Iterable[Placed]) -> list[Utterance]:
        """An utterance for each object that has words, stripped of the blanks around them."""
        said = (self.utterance(value, line) for value, line in items)
        return [utterance for utterance in said if utterance]

    def utterance(self, value: object, line: int) -> Utterance | None:
        """What one object says; None, and counted, where it has no words."""
        if not isinstance(value, dict):
            self._leave_out(line, "that is no object")
            return None
        shape = self.shape
        text = value.get(shape.text)
        if not isinstance(text, str):
            self._leave_out(line, f"without {shape.text}")
            return None
        words = text.strip() if shape.strips else text
        if not words:
            self.remarks.notices.count(line, f"a {shape.noun} without words is left out")
            return None
        start = value.get(shape.start)
        if start is None and shape.has_times:
            self.remarks.repairs.count(line, f"a {shape.noun} without a time")
        return Utterance(
            words,
            self._name(value.get(shape.speaker), line),
            self._time(start, line),
            self._time(value.get(shape.end), line),
            line,
        )

    def _name(self, value: object, line: int) -> str:
        if value is None:
            return ""
        name = self.shape.name(value)
        if not name and value != "":
            self.remarks.repairs.count(line, "a speaker that is no name is left out")
        return name

    def _time(self, value: object, line: int) -> int | None:
        return checked_milliseconds(value, self.shape.unit, line, self.remarks)

    def _leave_out(self, line: int, why: str) -> None:
        self.remarks.repairs.count(line, f"a {self.shape.noun} {why} is left out")


def nobodys_named(items: Sequence[Placed], key: str = "speaker") -> Sequence[Placed]:
    """The items; where all tell under a key who speaks, and some of them nobody (null or ""), these
    are nobody's, and not of the speaker before."""
    told = [value[key] for value, _ in items if isinstance(value, dict) and key in value]
    free = sum(speaker in (None, "") for speaker in told)
    if len(told) < len(items) or not 0 < free < len(told):
        return items
    return [
        Placed({**value, key: NOBODY.name} if value[key] in (None, "") else value, line)
        for value, line in items
        if isinstance(value, dict)
    ]
