"""From the node of one field to its value; what is wrong with it is told and gives None."""

from collections.abc import Callable

from braidtui.episode.colors import known_color
from braidtui.episode.fields import Kind
from braidtui.episode.reading.complaints import Complaints
from braidtui.episode.reading.nodes import Node, Refused, Scalar, Sequence
from braidtui.episode.reading.places import Place, quoted
from braidtui.episode.reading.suggestions import id_meant
from braidtui.episode.reading.values import (
    UnreadableError,
    address_words,
    cleaned_words,
    read_date,
    read_number,
    read_time,
)
from braidtui.episode.safe_text import as_body, as_line, clean, clean_line
from braidtui.episode.timecode import parse_time

_MOST_GUESSES = 1000
ValueReader = Callable[[str, Node, Place], object]  # of a key, its node and where both stand


class ScalarReader:
    """Reads what is one scalar, kind by kind.

    `names` (of the speakers, by id) is None until the cast is known; before, no id is checked.
    """

    def __init__(self, complaints: Complaints) -> None:
        self.names: dict[str, str] | None = None
        self._complaints = complaints

    def line(self, key: str, node: Node, place: Place) -> str | None:
        """A text of one line."""
        return self._text(key, node, place, as_line)

    def body(self, key: str, node: Node, place: Place) -> str | None:
        """A text of paragraphs."""
        return self._text(key, node, place, as_body)

    def url(self, key: str, node: Node, place: Place) -> str | None:
        """A web address; a warning where it is no http or https."""
        return self._address(key, node, place, Kind.URL)

    def file(self, key: str, node: Node, place: Place) -> str | None:
        """A web address or a path beside the file; a warning where it is neither."""
        return self._address(key, node, place, Kind.FILE)

    def color(self, key: str, node: Node, place: Place) -> str | None:
        """A colour, in lower case; empty, with a warning, where it is none."""
        text = self.line(key, node, place)
        if text is None:
            return None
        color = known_color(text)
        if not color:
            words = f"{key} {quoted(text)} is no colour (#rrggbb or a name)"
            self._complaints.warning(node.index, place, words)
        return color

    def speaker(self, key: str, node: Node, place: Place) -> str | None:
        """The id of a speaker."""
        names = self.names or {}
        if isinstance(node, Scalar) and node.value in names:
            return node.value
        text = clean_line(node.value) if isinstance(node, Scalar) else ""
        if not text or text.isspace():
            return self.line(key, node, place)
        if self.names is not None and text not in names:
            guess = id_meant(text, names) if self._complaints.count < _MOST_GUESSES else ""
            words = f"unknown {key} {quoted(text)}{guess}"
            self._complaints.problem(node.index, place, words)
        return text

    def number(self, key: str, node: Node, place: Place) -> object:
        """A whole number."""
        return self._value(key, node, place, read_number, "a whole number")

    def date(self, key: str, node: Node, place: Place) -> object:
        """A day."""
        return self._value(key, node, place, read_date, "a date")

    def time(self, key: str, node: Node, place: Place) -> object:
        """Milliseconds."""
        milliseconds = parse_time(node.value) if isinstance(node, Scalar) else None
        if milliseconds is None:
            return self._value(key, node, place, read_time, "a time")
        return milliseconds

    def _text(
        self, key: str, node: Node, place: Place, laid_out: Callable[[str], str]
    ) -> str | None:
        if not isinstance(node, Scalar):
            self.wrong_form(key, node, place, "text")
            return None
        safe = clean(node.value)
        text = laid_out(safe)
        if not text or text.isspace():
            self._complaints.problem(node.index, place, f"{key} is empty")
            return None
        if safe is not node.value and (words := cleaned_words(node.value)):
            self._complaints.warning(node.index, place, f"{key}: {words}")
        return text

    def _address(self, key: str, node: Node, place: Place, kind: Kind) -> str | None:
        text = self.line(key, node, place)
        if text is not None and (words := address_words(kind, text)):
            self._complaints.warning(node.index, place, f"{key} {words}")
        return text

    def _value(
        self, key: str, node: Node, place: Place, read: Callable[[str], object], form: str
    ) -> object:
        if not isinstance(node, Scalar):
            self.wrong_form(key, node, place, form)
            return None
        try:
            return read(node.value)
        except UnreadableError as error:
            words = f"{key} {error}" if node.value else f"{key} is empty"
            self._complaints.problem(node.index, place, words)
            return None

    def wrong_form(self, key: str, node: Node, place: Place, form: str) -> None:
        """Tells that a node has another form than the one its place wants."""
        if isinstance(node, Refused):
            return
        words = f"{key} must be {form}, not {_form(node)}".lstrip()
        if isinstance(node, Scalar):
            words = f"{key} is empty" if key and not node.value else words
        elif node.flow and form == "text":
            sign = "[" if isinstance(node, Sequence) else "{"
            words += f" (a text that starts with {sign} stands in quotes)"
        self._complaints.problem(node.index, place, words)


def _form(node: Node) -> str:
    if isinstance(node, Scalar):
        return "text" if node.value else "empty"
    return "a list" if isinstance(node, Sequence) else "a mapping"
