"""From the text of a scalar to the value that its field means."""

import re
from datetime import date

from braidtui.episode.fields import Kind
from braidtui.episode.reading.places import quoted
from braidtui.episode.safe_text import cleaned_away
from braidtui.episode.timecode import parse_time
from braidtui.episode.web_address import refusal

_MOST_CODES_TOLD = 5
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_NUMBER = re.compile(r"\d{1,9}", re.ASCII)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.ASCII | re.IGNORECASE)
_ELSEWHERE = re.compile(r"[/~\\-]|.*\\|(?:.*/)?\.\.(?:/|\Z)", re.DOTALL)


class UnreadableError(ValueError):
    """A text is no value of its kind; the message goes on after the key's name."""


def read_number(text: str) -> int:
    """Raises UnreadableError. `010` is ten."""
    if not _NUMBER.fullmatch(text):
        raise UnreadableError(f"{quoted(text)} is not a whole number of at most 9 digits")
    return int(text)


def read_date(text: str) -> date:
    """Raises UnreadableError."""
    if not _DATE.fullmatch(text):
        raise UnreadableError(f"{quoted(text)} is not a date (YYYY-MM-DD)")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UnreadableError(f"{quoted(text)} is no day of the calendar") from None


def read_time(text: str) -> int:
    """Milliseconds; raises UnreadableError."""
    milliseconds = parse_time(text)
    if milliseconds is None:
        raise UnreadableError(f"{quoted(text)} is not a time (H:MM:SS, MM:SS or seconds)")
    return milliseconds


def cleaned_words(text: str) -> str:
    """`2 characters were cleaned away (U+001B, U+200B)`, or nothing where none was."""
    count = len(cleaned_away(text))
    were = "character was" if count == 1 else "characters were"
    return f"{count} {were} cleaned away ({cleaned_codes(text)})" if count else ""


def cleaned_codes(text: str) -> str:
    """`U+001B, U+200B`: each character that is cleaned away, once; a few at most."""
    codes = [f"U+{ord(character):04X}" for character in dict.fromkeys(cleaned_away(text))]
    more = ["…"] if len(codes) > _MOST_CODES_TOLD else []
    return ", ".join(codes[:_MOST_CODES_TOLD] + more)


def address_words(kind: Kind, text: str) -> str:
    """Why an address is only shown, or nothing."""
    if kind is Kind.FILE and not _SCHEME.match(text):
        if _ELSEWHERE.match(text):
            return f"{quoted(text)} is no path beside this file: shown, never opened"
        return ""
    if reason := refusal(text):
        return f"{quoted(text)} is shown, never opened: {reason}"
    return ""
