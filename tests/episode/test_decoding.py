"""Bytes that are no UTF-8 text are told in words, the first bad one with its place."""

import gzip

import pytest

from braidtui.episode.reading.decoding import MAX_BYTES
from braidtui.episode.yaml_reader import read_episode

FILE = """\
title: Grüße
speakers: {a: {name: A}}
segments:
  - {title: S, turns: [{speaker: a, text: x}]}
"""


def told(data: bytes) -> list[str]:
    reading = read_episode(data)
    assert reading.episode is None
    return [problem.located("")[1:] for problem in reading.problems]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "1:1: the file is empty"),
        (b" \n\t\n", "1:1: the file is empty"),
        (
            FILE.encode("utf-16"),
            "1:1: the file is UTF-16, not UTF-8 (iconv -f UTF-16 -t UTF-8 converts it)",
        ),
        (
            FILE.encode("utf-16-le"),
            "1:1: the file is UTF-16LE, not UTF-8 (iconv -f UTF-16LE -t UTF-8 converts it)",
        ),
        (
            FILE.encode("utf-16-be"),
            "1:1: the file is UTF-16BE, not UTF-8 (iconv -f UTF-16BE -t UTF-8 converts it)",
        ),
        (
            FILE.encode("utf-32"),
            "1:1: the file is UTF-32, not UTF-8 (iconv -f UTF-32 -t UTF-8 converts it)",
        ),
        (gzip.compress(FILE.encode(), mtime=0), "1:1: this is no text file but gzip data"),
        (b"SQLite format 3\0" + bytes(80), "1:1: this is no text file but SQLite data"),
        (
            FILE.encode("latin-1"),
            "1:10: not UTF-8: byte 0xfc (iconv -f WINDOWS-1252 -t UTF-8 may convert it)",
        ),
        (
            "show: 漢\n".encode() + FILE.encode()[:10],
            "2:10: the file ends inside a character: is it whole?",
        ),
        (
            b"title: \xc0\x9b",
            "1:8: not UTF-8: byte 0xc0 (iconv -f WINDOWS-1252 -t UTF-8 may convert it)",
        ),
        (
            "é: ".encode() + b"\xed\xa0\x80",
            "1:4: not UTF-8: byte 0xed (iconv -f WINDOWS-1252 -t UTF-8 may convert it)",
        ),
        (
            FILE.encode() + b"# \xe9t\xe9",
            "5:3: not UTF-8: byte 0xe9 (iconv -f WINDOWS-1252 -t UTF-8 may convert it)",
        ),
    ],
)
def test_what_is_no_utf8_text_is_told(data: bytes, problem: str) -> None:
    assert told(data) == [problem]


def test_a_file_that_is_too_large_is_refused_unread() -> None:
    assert told(bytes(MAX_BYTES + 1)) == ["1:1: the file is larger than 64 MiB"]


@pytest.mark.parametrize("code", [0, 7, 8, 0xB, 0xC, 0x1B, 0x7F, 0x80, 0x9B, 0xFFFE, 0xFFFF])
def test_a_raw_control_is_told_and_the_rest_still_read(code: int) -> None:
    file = FILE.replace("Gr", f"G{chr(code)}r") + "titel: y\n"
    assert told(file.encode()) == [
        f"1:9: control character U+{code:04X}",
        '5:1: unknown key "titel" (did you mean "title"?)',
    ]


def test_of_many_raw_controls_the_first_are_told() -> None:
    problems = told(FILE.replace("Gr", "\a" * 100).encode())
    assert len(problems) == 20
    assert problems[-1] == "1:27: control character U+0007 (and 80 more)"


def test_two_byte_order_marks_are_one_too_many_and_do_no_harm() -> None:
    assert read_episode(b"\xef\xbb\xbf" * 2 + FILE.encode()).episode is not None
