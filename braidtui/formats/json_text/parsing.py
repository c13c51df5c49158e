"""The value of a JSON text, whatever its author put into it."""

import json
from json import JSONDecodeError

from braidtui.episode.reading.nodes import MAX_VALUES

_MOST_DIGITS = 100
_ENDLESS = float("inf")
_MEANINGS = {  # how the words of Python's decoder begin, what they mean
    "Unterminated string": "a text that is never closed",
    "Invalid control character": "a line break or a control character within a text",
    "Invalid \\escape": "an unknown escape (a backslash is written \\\\)",
    "Extra data": "text after the end of the document",
    "Expecting ',' delimiter": "a comma or a closing bracket is expected here",
    "Expecting ':' delimiter": "a colon is expected here",
    "Expecting property name": "a key in double quotes is expected here",
    "Expecting value": "a value is expected here",
    "Illegal trailing comma": "a comma with nothing after it",
}


class UnreadableJsonError(Exception):
    """A text is no JSON or passes a limit; `line` and `column` count from 1, `words` say why."""

    def __init__(self, words: str, line: int = 1, column: int = 1) -> None:
        self.words, self.line, self.column = words, line, column
        super().__init__(words)


def parse_json(text: str) -> object:
    """The value of a JSON text; raises UnreadableJsonError.

    NaN and Infinity are null; a number of more digits than anything has is infinite. Of two equal
    keys the last counts.
    """
    if text.count(",") + text.count("{") + text.count("[") > MAX_VALUES:
        raise UnreadableJsonError(f"more than {MAX_VALUES:,} values in the file")
    try:
        return _parsed(text)
    except JSONDecodeError as error:
        raise UnreadableJsonError(_meaning(error), error.lineno, error.colno) from None
    except RecursionError:
        raise UnreadableJsonError("JSON that is nested too deep") from None


def _parsed(text: str) -> object:
    try:
        return json.loads(text, parse_constant=_nothing)
    except JSONDecodeError:
        raise
    except ValueError:  # a whole number of thousands of digits, which Python won't read
        return json.loads(text, parse_constant=_nothing, parse_int=_whole)


def _nothing(_constant: str) -> None:
    return None


def _whole(digits: str) -> int | float:
    return int(digits) if len(digits) <= _MOST_DIGITS else _ENDLESS


def _meaning(error: JSONDecodeError) -> str:
    if error.pos >= len(error.doc.rstrip()):
        return "JSON syntax: the text ends here: is it whole?"
    fitting = (words for start, words in _MEANINGS.items() if error.msg.startswith(start))
    return f"JSON syntax: {next(fitting, error.msg)}"
