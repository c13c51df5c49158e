"""The standard streams, made safe: whatever is printed to whatever they are, nothing crashes."""

import io
import os
import re
import sys
from pathlib import Path
from typing import TextIO, cast

_FALLBACK_COLUMNS = 80
_NARROWEST = 20
# Beyond those that JSON escapes by itself: DEL, C1, marks of direction, line ends, surrogates.
_ACTING = "[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]"


class OutputClosedError(Exception):
    """Standard output was closed before the start, so nothing can be printed."""


def make_streams_safe() -> None:
    """What an encoding cannot say is spelt out; closed streams are no longer None.

    Raises OutputClosedError where there is no standard output.
    """
    if sys.stdin is None:
        sys.stdin = _nowhere("r")
    if sys.stderr is None:
        sys.stderr = _nowhere("w")
    if sys.stdout is None:
        sys.stdout = _nowhere("w")
        raise OutputClosedError
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def discard_unwritten() -> None:
    """Let what a stream that fails still holds go nowhere, so that the end is not a second failure.

    Python would exit with 120 and say why.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def write_file_text(text: str) -> None:
    """Write the text of a file to standard output: UTF-8 wherever that is no terminal."""
    if not sys.stdout.isatty() and isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.write(text)


def write_json(document: object, *, indent: int | None = 2) -> None:
    """Write JSON to standard output, without `indent` on one line.

    What could act on a terminal stands there as an escape.
    """
    import json

    is_unicode = (sys.stdout.encoding or "").lower().startswith("utf")
    text = json.dumps(document, indent=indent, ensure_ascii=not is_unicode)
    sys.stdout.write(re.sub(_ACTING, lambda match: f"\\u{ord(match[0]):04x}", text) + "\n")


def columns_of(stream: TextIO) -> int | None:
    """The cells of a line: COLUMNS where it is set, else the terminal's; None without one."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isascii() and asked.isdigit() and int(asked[:9]) > 0:
        return max(_NARROWEST, int(asked[:9]))
    try:
        columns = os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        return None
    return max(_NARROWEST, columns or _FALLBACK_COLUMNS)


def text_columns(stream: TextIO) -> int:
    """The cells of a line of text: the terminal's, or 80."""
    return columns_of(stream) or _FALLBACK_COLUMNS


def is_screen() -> bool:
    """Whether a full screen can be drawn: all three streams are a terminal that can move."""
    from braidtui.plain.ink import has_escapes

    return has_escapes() and all(s.isatty() for s in (sys.stdin, sys.stdout, sys.stderr))


def _nowhere(mode: str) -> TextIO:
    return cast(TextIO, Path(os.devnull).open(mode, encoding="utf-8"))
