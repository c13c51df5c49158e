"""Bytes become text, or a refusal in one line, whatever they are."""

import codecs
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braidtui.formats.imported import FormatRefused
from braidtui.formats.reading.encoding import text_of

WORDS = "WEBVTT\n\nZoë läßt den Würfel – fällt er?\n"


def told(data: bytes) -> list[str]:
    return [f"{it.line}: {it.message}" for it in text_of(data).notices]


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        WORDS.encode("utf-16-le"),
        WORDS.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + WORDS.encode("utf-32-be"),
    ],
)
def test_what_unicode_writes_is_read_without_a_word(data: bytes) -> None:
    assert text_of(data) == (WORDS, ())


def test_what_is_no_utf8_is_windows_1252_and_its_first_line_is_told() -> None:
    text, notices = text_of("one\ntwo ’ and é".encode("cp1252"))
    assert text == "one\ntwo ’ and é"
    assert notices[0].is_warning
    assert told("one\ntwo ’ and é".encode("cp1252")) == [
        "2: byte 0x92 is no UTF-8: the file is read as Windows-1252"
    ]
    assert text_of(b"caf\xe9").text == "café"
    assert text_of(b"a \x81 b \xe9").text == "a \ufffd b é"


def test_a_broken_byte_does_not_garble_a_text_in_utf8() -> None:
    data = "Жил-был кот.\nИ ещё один.\n".encode().replace("ё".encode(), b"\xff")
    assert text_of(data).text == "Жил-был кот.\nИ ещ\ufffd один.\n"
    assert told(data) == ["2: byte 0xff is no UTF-8: such bytes are read as \ufffd"]


def test_a_text_that_ends_inside_a_character_is_kept() -> None:
    data = "a\nsnow ☃".encode()[:-1]
    assert text_of(data).text == "a\nsnow \ufffd"
    assert told(data) == ["2: the file ends inside a character: is it whole?"]
    assert text_of(codecs.BOM_UTF16_LE + "ab".encode("utf-16-le")[:-1]).text == "a\ufffd"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "the file is empty"),
        (codecs.BOM_UTF8 + b" \r\n", "the file is empty"),
        (codecs.BOM_UTF16_LE, "the file is empty"),
        (b"\x1f\x8b\x08\0", "this is no text file but gzip data"),
        (b"ID3\x04\0\0", "this is no text file but MP3 data"),
        (b"\xff\xfb\x90\x44", "this is no text file but MP3 data"),
        (b"\0\0\0\x20ftypM4A ", "this is no text file but MP4 data"),
        (b"%PDF-1.7", "this is no text file but PDF data"),
        (random.Random(5).randbytes(20_000), "this is no text file: 92 of its bytes are zero"),
        (bytes(range(1, 32)), "this is no text file: 26 of its bytes are control characters"),
        (b"x" * ((64 << 20) + 1), "the file is larger than 64 MiB"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_text_is_refused_with_what_it_is(data: bytes, words: str) -> None:
    with pytest.raises(FormatRefused) as refused:
        text_of(data)
    assert str(refused.value).startswith(words)


def test_a_text_about_a_format_is_no_file_of_it() -> None:
    assert text_of(b"ID3 tags, explained").text == "ID3 tags, explained"


@given(st.binary(max_size=400))
def test_any_bytes_are_a_text_or_a_refusal(data: bytes) -> None:
    try:
        text, notices = text_of(data)
    except FormatRefused:
        return
    assert not text.startswith("\ufeff") or data.startswith(codecs.BOM_UTF8 * 2)
    text.encode()
    assert all(1 <= notice.line <= text.count("\n") + 1 for notice in notices)


@given(st.text(max_size=60), st.integers(0, 200))
def test_any_beginning_of_a_text_is_read_as_utf8_up_to_its_end(text: str, length: int) -> None:
    data = ("снег ☃ " + text).encode()[:length]
    try:
        read = text_of(data).text
    except FormatRefused:
        return
    if len(data) > 10 and not data.count(0):
        assert read.removesuffix("\ufffd") == data.decode(errors="ignore").removesuffix("\ufffd")
