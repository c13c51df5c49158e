"""What may stand in a terminal's stream, and what in a screen's text."""

import re

# What Textual 8.2 was measured to send in sessions with mouse, resize, stop and continue.
_ALLOWED = re.compile(
    r"\x1b\[[0-9;:]*m|\x1b\[\d{1,4};\d{1,4}H|\x1b\[\?(?:7|25|1000|1003|1004|1006|1015|1016|1049|2004"
    r"|2026|2048)[hl]|\x1b\[\?20(?:26|48)\$p|\x1b\[>\d+u|\x1b\[<u|\x1b\]22;[a-z-]*(?:\x07|\x1b\\)"
)
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def acting(text: str, *, breaks: str = "") -> set[str]:
    """The characters of a text that could act on a terminal, as `U+001B`."""
    return {
        f"U+{ord(letter):04X}"
        for letter in text
        if letter not in breaks
        and (
            ord(letter) < 32
            or 0x7F <= ord(letter) < 0xA0
            or 0xD800 <= ord(letter) < 0xE000
            or letter in _BIDI
            or letter in "\u2028\u2029"
        )
    }


def foreign(stream: bytes) -> set[str]:
    """What a terminal's stream holds beside plain text and the sequences of the screen's driver."""
    return acting(_ALLOWED.sub("", stream.decode("utf-8")), breaks="\r\n")
