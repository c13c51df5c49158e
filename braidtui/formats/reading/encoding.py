"""From bytes to text, whatever encoding people's files have: UTF-8, UTF-16, UTF-32, cp1252.

Of 27,322 real files none was anything but UTF-8, so no more is guessed than a BOM, zero bytes and
what is no UTF-8 tell.
"""

import codecs
from typing import NamedTuple

from braidtui.episode.problem import Problem
from braidtui.episode.reading.decoding import MAX_BYTES, other_kind, wide_encoding
from braidtui.formats.imported import notice, refused

_FEW = 4
_BYTES_A_ZERO = 1000  # random bytes have one in 256, a text has none
_CONTROLS = bytes([*range(9), 11, *range(14, 27), *range(28, 32), 127])  # but for ESC, of ANSI
_NO_ASCII = bytes(range(0x80, 0x100))
_BOMS = (  # the longer first: that of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "UTF-32LE"),
    (codecs.BOM_UTF32_BE, "UTF-32BE"),
    (codecs.BOM_UTF16_LE, "UTF-16LE"),
    (codecs.BOM_UTF16_BE, "UTF-16BE"),
    (codecs.BOM_UTF8, "UTF-8"),
)


class Text(NamedTuple):
    """What stands in a file, without a BOM, and what was odd about its bytes."""

    text: str
    notices: tuple[Problem, ...] = ()


def text_of(data: bytes) -> Text:
    """The text of any bytes that are text; raises FormatRefused for what is none, or too much."""
    if len(data) > MAX_BYTES:
        raise refused(f"the file is larger than {MAX_BYTES >> 20} MiB")
    if kind := other_kind(data):
        raise refused(f"this is no text file but {kind} data")
    bom, encoding = next((it for it in _BOMS if data.startswith(it[0])), (b"", ""))
    encoding = encoding or wide_encoding(data[:400])
    bare = data[len(bom) :]
    found = _wide(bare, encoding) if encoding not in {"", "UTF-8"} else _narrow(bare)
    if not found.text or found.text.isspace():
        raise refused("the file is empty")
    return found


def _wide(data: bytes, encoding: str) -> Text:
    text = data.decode(encoding, errors="replace")
    broken = text.count("\ufffd") - data.count("\ufffd".encode(encoding))
    if broken <= 0:
        return Text(text)
    line = text.count("\n", 0, text.index("\ufffd")) + 1
    return Text(text, (notice(line, f"some bytes are no {encoding}: they are read as \ufffd"),))


def _narrow(data: bytes) -> Text:
    if (zeros := data.count(0)) > _FEW + len(data) // _BYTES_A_ZERO:
        raise refused(f"this is no text file: {zeros:,} of its bytes are zero")
    if (controls := len(data) - len(data.translate(None, _CONTROLS))) > _FEW + len(data) // 100:
        raise refused(f"this is no text file: {controls:,} of its bytes are control characters")
    try:
        return Text(data.decode())
    except UnicodeDecodeError as error:
        return _not_quite_utf8(data, error)


def _not_quite_utf8(data: bytes, error: UnicodeDecodeError) -> Text:
    line = data.count(b"\n", 0, error.start) + 1
    before = data[: error.start].decode()
    if _is_cut(data, error, before):
        words = "the file ends inside a character: is it whole?"
        return Text(f"{before}\ufffd", (notice(line, words),))
    text = data.decode(errors="replace")
    broken = text.count("\ufffd")
    byte = f"byte 0x{data[error.start]:02x}"
    if broken < len(text) - len(data.translate(None, _NO_ASCII)) - broken:  # more is UTF-8 than not
        return Text(text, (notice(line, f"{byte} is no UTF-8: such bytes are read as \ufffd"),))
    words = f"{byte} is no UTF-8: the file is read as Windows-1252"
    return Text(data.decode("cp1252", errors="replace"), (notice(line, words),))


def _is_cut(data: bytes, error: UnicodeDecodeError, before: str) -> bool:
    """Whether all but the last character is UTF-8; one odd byte after ASCII may be a letter."""
    if error.end != len(data) or error.reason != "unexpected end of data":
        return False
    return len(data) - error.start > 1 or not before.isascii()
