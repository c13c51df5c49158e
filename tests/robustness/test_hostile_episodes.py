"""No episode file can hang, kill or exhaust the reader, nor speak to the terminal through it."""

import csv
import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from braidtui.episode.problem import Problem
from braidtui.episode.yaml_reader import Reading, read_episode
from braidtui.episode.yaml_writer import write_episode

CORPUS = Path(__file__).parents[3] / "shared" / "hostile"
SECONDS = 6.0  # what hangs or is quadratic takes longer on any machine
UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

HEAD = """\
title: T
speakers:
  a: {name: Anna}
segments:
  - title: One
    turns:
"""
TURN = "      - {speaker: a, text: x}\n"


def row_texts() -> list[dict[str, str]]:
    if not CORPUS.exists():
        return []
    with (CORPUS / "manifest.csv").open(newline="", encoding="utf-8") as manifest:
        rows = [row for row in csv.DictReader(manifest) if row["kind"] == "yaml"]
    return [row for row in rows if (CORPUS / row["file"]).exists()]


def read(data: bytes) -> Reading:
    """Reads within the time that a file may take; whatever is told is safe, short and in order."""
    begin = time.process_time()
    reading = read_episode(data)
    assert time.process_time() - begin < SECONDS
    assert list(reading.problems) == sorted(reading.problems)
    for problem in reading.problems:
        assert not UNSAFE.search(problem.message)
        assert len(problem.message) <= 300
    assert (reading.episode is None) == any(not each.is_warning for each in reading.problems)
    return reading


def names_the_lines(row: dict[str, str], problems: tuple[Problem, ...]) -> bool:
    lines = {problem.line for problem in problems}
    wanted = [set(map(int, either.split("|"))) for either in row["line"].split()]
    return all(lines & either for either in wanted)


@pytest.mark.skipif(not CORPUS.exists(), reason="the shared corpus is not beside this repository")
@pytest.mark.parametrize("row", row_texts(), ids=lambda row: row["file"])
def test_every_file_of_the_corpus_is_met_as_its_manifest_says(row: dict[str, str]) -> None:
    episode, problems, _ = read((CORPUS / row["file"]).read_bytes())
    classes = {row["class"], *row["also"].split()}
    if episode is None:
        assert classes & {"ERR", "LIMIT"}
        assert names_the_lines(row, problems)
        assert not row["problems"] or len(problems) == int(row["problems"])
        if row["class"] in {"ERR", "LIMIT"}:
            words = json.loads(f'"{row["must_show"]}"')
            assert words in "\n".join(problem.message for problem in problems)
    else:
        assert classes & {"INERT", "NORM", "WARN"}
        assert "WARN" not in {row["class"]} or names_the_lines(row, problems)
        assert row["class"] != "INERT" or "zebrafinch" in episode.turns[-1].text


@pytest.mark.parametrize(
    ("file", "line", "words"),
    [
        ("x: " + "[" * 50_000, 1, "nested deeper"),
        ("x: " + "{a: " * 50_000, 1, "nested deeper"),
        ("- " * 100_000, 1, "nested deeper"),
        ("? " * 50_000, 1, "nested deeper"),
        ("".join(" " * depth + "a:\n" for depth in range(1000)), 25, "nested deeper"),
        (HEAD + f"      - {{speaker: a, text: {'[' * 30}{']' * 30}}}\n", 7, "nested deeper"),
        (HEAD + f'      - {{speaker: a, text: "{"x" * (1 << 20)}y"}}\n', 7, "longer than 1 MiB"),
        (HEAD + f'      - {{speaker: a, text: "{"é" * (1 << 19)}y"}}\n', 7, "longer than 1 MiB"),
        (f"? {'k' * 2_000_000}\n: x\n", 1, "longer than 1 MiB"),
        ("x: [" + "[]," * 300_000 + "]\n" + HEAD + TURN, 1, "unknown key"),
        ("title: T\n" * 50_000, 2, "given twice"),
        ("".join(f"titel{n}: x\n" for n in range(5000)), 5000, "unknown key"),
        ("".join(f"a{n}: &a{n} [{f'*a{n - 1},' * 9}]\n" for n in range(1, 500)), 1, "anchors"),
        ("b: &b {name: B}\n" + "<<: *b\n" * 500 + HEAD + TURN, 501, "merge keys"),
        ("".join(f"%TAG !a{n}! x\n" for n in range(30_000)) + "---\n" + HEAD + TURN, 2, "lines"),
        (HEAD + TURN + "...\n" + "%TAG !a! x\n" * 30_000 + "---\n", 9, "lines"),
        (HEAD + "      - {speaker: b, text: x}\n" * 20_000, 7, "unknown speaker"),
        ("#\n" * 100_000 + HEAD + "      - {speaker: b, text: x}\n", 100_007, "unknown speaker"),
        (HEAD + f'      - {{speaker: a, text: "{chr(7) * 500_000}"}}\n', 7, "control character"),
        ("'" * 1_000_001, 1, "never closed"),
        ("!" * 1_000_000, 1, "tags"),
        ("[" + "," * 500_000, 1, "YAML syntax"),
        ("title: " + "a: " * 300_000, 1, "YAML syntax"),
    ],
    ids=lambda value: value[:20].strip() if isinstance(value, str) else None,
)
def test_what_would_exhaust_a_reader_is_refused_with_its_line(
    file: str, line: int, words: str
) -> None:
    reading = read(file.encode())
    assert reading.episode is None
    assert any(words in told.message and told.line == line for told in reading.problems)
    assert len(reading.problems) <= 10_001


@pytest.mark.parametrize(
    "text",
    [
        '"' + "x" * 1_000_000 + '"',
        '"' + "\\e[31m" * 100_000 + '"',
        '"' + "\\u200b" * 100_000 + 'x"',
        '"e' + "\u0301" * 500_000 + '"',
        '"' + "é\u200d" * 150_000 + 'x"',
        '"' + "👨\u200d👩\u200d" * 60_000 + 'x"',
        ">-\n          " + "漢字かな、" * 60_000,
        "|\n" + "          a\n\n" * 80_000,
        ">-\n          a" + " " * 900_000 + "b",
    ],
    ids=lambda text: text[:12].strip(),
)
def test_a_text_near_the_limit_is_read_in_time(text: str) -> None:
    assert read(f"{HEAD}      - speaker: a\n        text: {text}\n".encode()).episode is not None


def test_a_long_file_of_short_turns_is_read_in_time() -> None:
    episode = read((HEAD + TURN * 50_000).encode()).episode
    assert episode is not None
    assert len(episode.turns) == 50_000


def test_quotes_by_the_thousand_cost_no_more_than_a_bounded_search() -> None:
    quotes = "".join(f"  - text: {'a ' * (number % 60 + 1)}b\n" for number in range(10_000))
    reading = read(
        f"quotes:\n{quotes}{HEAD}      - {{speaker: a, text: {'a ' * 200_000}}}\n".encode()
    )
    assert len(reading.problems) == 10_000


GOOD = f"""\
show: Braid
number: 8
date: 2026-05-20
duration: 1:00
quotes:
  - {{text: so it, start: 2}}
{HEAD}      - speaker: a
        start: 0:02
        text: |
          “So it is” — \\e so it.

          [tsk] 漢字 👩
        sources: [https://example.org/a, {{site: b.org}}]
""".encode()
SNIPPETS = [
    *(b"\n", b"\n\t", b": ", b"- ", b"? ", b"[", b"{", b"}", b"&a ", b"*a ", b"!x ", b"'", b'"'),
    *(b"|", b">", b"%", b"@", b"`", b"#", b"---\n", b"...\n", b"<<: ", b"\r", b"\x1b", b"\xc2\x9b"),
    *("\u2028".encode(), "\ufeff".encode(), "\u202e".encode(), "\xa0".encode(), b"\xff", b"\0"),
]


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A good file after some flips, cuts and splices."""
    data = bytearray(GOOD)
    for _ in range(draw(st.integers(1, 4))):
        at, until = sorted(draw(st.tuples(*[st.integers(0, len(data))] * 2)))
        deed = draw(st.sampled_from(["flip", "cut", "drop", "repeat", "insert"]))
        if deed == "flip" and at < len(data):
            data[at] ^= 1 << draw(st.integers(0, 7))
        elif deed == "cut":
            del data[at:]
        elif deed == "drop":
            del data[at : min(until, at + 9)]
        elif deed == "repeat":
            data[at:at] = data[at:until]
        else:
            data[at:at] = draw(st.binary(max_size=4) | st.sampled_from(SNIPPETS))
    return bytes(data)


@settings(deadline=None)
@given(damaged())
def test_a_damaged_file_is_told_or_read_and_what_is_read_can_be_written(data: bytes) -> None:
    reading = read(data)
    if reading.episode is not None:
        assert read(write_episode(reading.episode).encode()).episode == reading.episode
