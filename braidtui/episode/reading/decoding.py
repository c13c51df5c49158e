"""From bytes to text: UTF-8 and nothing else; what is not is told with its line and column."""

import re
from typing import NamedTuple

from braidtui.episode.problem import Problem
from braidtui.episode.reading.places import Lines

MAX_BYTES = 64 << 20
_MOST_CONTROLS_TOLD = 20

_BOM = b"\xef\xbb\xbf"
_OTHER_FILES = {  # the first bytes of files that are no text
    b"\x1f\x8b": "gzip",
    b"SQLite format 3\0": "SQLite",
    b"PK\x03\x04": "zip",
    b"BZh": "bzip2",
    b"\xfd7zXZ\0": "xz",
    b"\x28\xb5\x2f\xfd": "zstandard",
    b"%PDF-": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"\xff\xfb": "MP3",
    b"\xff\xf3": "MP3",
    b"\xff\xf2": "MP3",
    b"ID3\x02": "MP3",
    b"ID3\x03": "MP3",
    b"ID3\x04": "MP3",
    b"OggS": "Ogg",
    b"RIFF": "RIFF",
    b"fLaC": "FLAC",
    b"\xff\xf1": "AAC",
    b"\xff\xf9": "AAC",
    b"\x1aE\xdf\xa3": "Matroska",
    b"GIF8": "GIF",
    b"7z\xbc\xaf\x27\x1c": "7-Zip",
    b"\xd0\xcf\x11\xe0": "old Office",
    b"\x7fELF": "ELF",
}
_MP4 = slice(4, 8), b"ftyp"  # after the length of its first box
_OTHER_ENCODINGS = {
    b"\xff\xfe\0\0": "UTF-32",
    b"\0\0\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}

_CONTROL_BYTES = bytes([*range(9), 11, 12, *range(14, 32), 0x7F])
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_RARE_CONTROLS = (  # C1 and two noncharacters, each with a first byte that is sought fast
    re.compile(b"\xc2[\x80-\x84\x86-\x9f]"),
    re.compile(b"\xef\xbf[\xbe\xbf]"),
)
_RARE_BREAKS = "\x85\u2028\u2029"  # line breaks to YAML 1.1, but to no editor
_RARE_BREAK = re.compile(f"[{_RARE_BREAKS}]")


class Decoded(NamedTuple):
    """The text of a file, fit for a YAML parser, and what was wrong with it.

    Without text there is nothing to read on with.
    """

    text: str | None
    problems: tuple[Problem, ...] = ()


def decoded(data: bytes) -> Decoded:
    """The text of an episode file; what YAML takes amiss is replaced, one character by one."""
    if words := _no_text(data):
        return Decoded(None, (Problem(1, 1, words),))
    data = data.removeprefix(_BOM)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return Decoded(None, (_bad_byte(data, error),))
    problems: list[Problem] = []
    if _has_controls(data):
        problems += _controls(text)
        text = _CONTROL.sub("_", text)
    if any(rare in text for rare in _RARE_BREAKS):
        problems.append(_rare_breaks(text))
        text = _RARE_BREAK.sub(" ", text)
    return Decoded(text, tuple(problems))


def _no_text(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        return f"the file is larger than {MAX_BYTES >> 20} MiB"
    for start, encoding in _OTHER_ENCODINGS.items():
        if data.startswith(start):
            return _other_encoding(encoding)
    if kind := other_kind(data):
        return f"this is no text file but {kind} data"
    if encoding := wide_encoding(data[:400]):
        return _other_encoding(encoding)
    return "" if data.removeprefix(_BOM).strip() else "the file is empty"


def other_kind(data: bytes) -> str:
    """What a file is that is no text, by its first bytes (`gzip`, `MP3`); nothing for a text."""
    where, word = _MP4
    if data[where] == word:
        return "MP4"
    kinds = (kind for start, kind in _OTHER_FILES.items() if data.startswith(start))
    return next(kinds, "")


def wide_encoding(head: bytes) -> str:
    """`UTF-16LE` or `UTF-16BE` where the first bytes of a file are such text without a BOM.

    Most text then has a zero byte in every second place.
    """
    pairs = len(head) // 2
    for zeros, encoding in ((head[1::2], "UTF-16LE"), (head[0::2], "UTF-16BE")):
        if pairs and zeros.count(0) * 2 > pairs:
            return encoding
    return ""


def _other_encoding(encoding: str) -> str:
    return f"the file is {encoding}, not UTF-8 (iconv -f {encoding} -t UTF-8 converts it)"


def _bad_byte(data: bytes, error: UnicodeDecodeError) -> Problem:
    line_start = data.rfind(b"\n", 0, error.start) + 1
    line = data.count(b"\n", 0, error.start) + 1
    column = len(data[line_start : error.start].decode()) + 1
    if error.end == len(data) and error.reason == "unexpected end of data":
        return Problem(line, column, "the file ends inside a character: is it whole?")
    words = f"not UTF-8: byte 0x{data[error.start]:02x}"
    return Problem(line, column, f"{words} (iconv -f WINDOWS-1252 -t UTF-8 may convert it)")


def _has_controls(data: bytes) -> bool:
    if len(data.translate(None, _CONTROL_BYTES)) != len(data):
        return True
    return any(rare.search(data) for rare in _RARE_CONTROLS)


def _controls(text: str) -> list[Problem]:
    lines = Lines(text)
    found = [(match.start(), ord(match[0])) for match in _CONTROL.finditer(text)]
    problems = [
        Problem(*lines.place(index), f"control character U+{code:04X}")
        for index, code in found[:_MOST_CONTROLS_TOLD]
    ]
    if more := len(found) - len(problems):
        last = problems[-1]
        problems[-1] = last._replace(message=f"{last.message} (and {more} more)")
    return problems


def _rare_breaks(text: str) -> Problem:
    found = list(_RARE_BREAK.finditer(text))
    place = Lines(text).place(found[0].start())
    names = ", ".join(sorted({f"U+{ord(match[0]):04X}" for match in found}))
    return Problem(*place, f"{len(found)} rare line breaks ({names}) are read as blanks", True)
