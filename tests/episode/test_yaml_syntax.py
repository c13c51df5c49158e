"""What YAML itself cannot read is told in plain words, with the likely cause."""

import pytest

from braidtui.episode.yaml_reader import read_episode

HEAD = "title: T\nspeakers: {a: {name: A}}\nsegments:\n  - title: S\n    turns:\n"
BRACE = "this mapping lacks a comma or its closing } (a text that starts with { stands in quotes)"
BRACKET = "this list lacks a comma or its closing ] (a text that starts with [ stands in quotes)"
QUOTE = "YAML syntax: a text that starts with {} stands in quotes"


def told(file: str) -> list[str]:
    reading = read_episode(file.encode())
    assert reading.episode is None
    return [problem.located("")[1:] for problem in reading.problems]


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("[tsk] Well.", 21, QUOTE.format("[")),
        ("{so} what", 20, QUOTE.format("{")),
        ("@home we say", 15, QUOTE.format("@")),
        ("`code`", 15, QUOTE.format("`")),
        ("%a", 15, QUOTE.format("%")),
        ("> 3 people", 17, QUOTE.format(">")),
        ("|x", 16, QUOTE.format("|")),
        ("- dash", 15, 'YAML syntax: a text that starts with "- " stands in quotes'),
        ("? what", 15, 'YAML syntax: a text that starts with "? " stands in quotes'),
        (
            "*bold word",
            15,
            "aliases (*) are not accepted; a text that starts with * stands in quotes",
        ),
        (
            "*bold* word",
            20,
            "YAML syntax: a text that starts with * stands in quotes",
        ),
        ("!important", 15, "tags (!) are not accepted; a text that starts with ! stands in quotes"),
        ("'it's'", 19, "YAML syntax: text after the closing quote; inside, ' is doubled"),
        ('"a "b" c"', 19, 'YAML syntax: text after the closing quote; inside, " is written \\"'),
        ('"never closed', 15, "YAML syntax: this quote is never closed"),
        (
            "so: it is",
            17,
            'YAML syntax: a text with ": " in it stands in quotes (or is it indented wrong?)',
        ),
        (
            '"C:\\dir"',
            15,
            "YAML syntax: unknown escape: a backslash in double quotes is written \\\\",
        ),
        ('"\\ud800"', 15, "YAML syntax: this escape names no character"),
        ('"\\x0"', 15, "YAML syntax: this escape lacks hexadecimal digits"),
    ],
)
def test_a_text_that_lacks_quotes_is_told_with_its_remedy(
    text: str, column: int, words: str
) -> None:
    assert told(f"{HEAD}      - speaker: a\n        text: {text}\n        start: 1\n") == [
        f"7:{column}: {words}"
    ]


@pytest.mark.parametrize(
    ("file", "problem"),
    [
        ("title: T\n\tshow: x\n", "2:1: YAML syntax: a tab indents this line: only blanks may"),
        (
            "title:T\nshow: x\n",
            "2:5: YAML syntax: the line above lacks the blank after its colon",
        ),
        (
            "title: T\n show: x\n",
            '2:6: YAML syntax: a text with ": " in it stands in quotes (or is it indented wrong?)',
        ),
        ("  title: T\nshow: x\n", "2:1: YAML syntax: text after the end of the document"),
        (
            "speakers: {a: {name: A}\nx: y\n",
            f"1:11: YAML syntax: {BRACE}",
        ),
        (
            "sources: [a, b\nx: y\n",
            f"1:10: YAML syntax: {BRACKET}",
        ),
        (
            "sources:\n  - a\n b\n",
            "3:2: YAML syntax: this line belongs to no mapping: is it indented rightly?",
        ),
        (": x\n", "1:1: YAML syntax: a key is missing before the colon"),
        (
            "%YAML 3.0\n---\ntitle: T\n",
            "1:1: YAML syntax: this YAML version is not known: leave the %YAML line out",
        ),
        ('"' + "k" * 2000 + '": x\n', "1:2003: YAML syntax: a key with more than 1024 characters"),
    ],
)
def test_a_broken_structure_is_told_where_it_breaks(file: str, problem: str) -> None:
    assert told(file)[-1] == problem


@pytest.mark.parametrize("second", ["---\ntitle: U\n", "---\n", "--- x"])
def test_a_second_document_is_refused(second: str) -> None:
    file = f"{HEAD}      - {{speaker: a, text: x}}\n{second}"
    assert told(file) == ["7:1: more than one document in the file"]


def test_text_after_the_end_of_the_document_is_refused() -> None:
    assert told(f"{HEAD}      - {{speaker: a, text: x}}\n...\nmore\n") == [
        "8:1: YAML syntax: text after the end of the document"
    ]


def test_the_problems_before_a_syntax_error_are_told_with_it() -> None:
    assert told("url: &a x\ntitle: [a\n") == [
        "1:6: anchors (&) are not accepted; a text that starts with & stands in quotes",
        f"2:8: YAML syntax: {BRACKET}",
    ]
