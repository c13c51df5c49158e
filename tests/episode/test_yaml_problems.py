"""Every fault of a file is one problem, with its line, its column and its place in words."""

import pytest

from braidtui.episode.yaml_reader import read_episode

HEAD = """\
title: T
speakers:
  vask: {name: Liraen Vask}
  vauth: {name: Halek Vauth}
segments:
  - title: One
    start: 10
    turns:
"""
TURN = "      - {speaker: vask, start: 20, text: said so}\n"


def told(file: str) -> list[str]:
    """The problems of a file as `line:column: message`, warnings marked."""
    reading = read_episode(file.encode())
    assert (reading.episode is None) == any(not problem.is_warning for problem in reading.problems)
    return [problem.located("")[1:] for problem in reading.problems]


def test_ten_faults_are_ten_problems() -> None:
    assert told("""\
number: seven
date: 2026-02-30
language: [en]
titel: T
speakers:
  a: {nmae: Anna, color: red}
  bb: Ben
segments:
  - turns:
      - {speaker: aa, start: soon, text: x}
      - {speaker: a, text: , sources: x}
""") == [
        "1:1: title is missing",
        '1:9: number "seven" is not a whole number of at most 9 digits',
        '2:7: date "2026-02-30" is no day of the calendar',
        "3:11: language must be text, not a list (a text that starts with [ stands in quotes)",
        '4:1: unknown key "titel" (did you mean "title"?)',
        '6:3: speaker "a": name is missing',
        '6:7: speaker "a": unknown key "nmae" (did you mean "name"?)',
        '7:7: speaker "bb": must be a mapping with name, role, model, voice and color, not text',
        "9:5: segment 1: title is missing",
        '10:19: turn 1 of segment 1: unknown speaker "aa" (did you mean "a"?)',
        '10:30: turn 1 of segment 1: start "soon" is not a time (H:MM:SS, MM:SS or seconds)',
        "11:28: turn 2 of segment 1: text is empty",
        "11:39: turn 2 of segment 1: sources must be a list, not text",
    ]


@pytest.mark.parametrize(
    ("speaker", "meant"),
    [
        ("vaks", ' (did you mean "vask"?)'),
        ("Vask", ' (did you mean "vask"?)'),
        ("Halek Vauth", ' (did you mean "vauth"?)'),
        ("Halek Vaut", ' (did you mean "vauth"?)'),
        ("nobody", ""),
    ],
)
def test_an_unknown_speaker_is_told_with_the_one_that_was_meant(speaker: str, meant: str) -> None:
    assert told(HEAD + TURN + TURN.replace("vask", speaker)) == [
        f'10:19: turn 2 of "One": unknown speaker "{speaker}"{meant}'
    ]


def test_no_speaker_is_unknown_where_there_is_no_cast() -> None:
    assert told("title: T\nspeakers: []\nsegments:\n  - title: S\n    turns:\n" + TURN) == [
        "2:11: speakers must be a mapping by id, not a list"
    ]


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("[x]", "must be a URL or a mapping with url, title, site and date, not a list"),
        ("{title: x}", "url is missing (or a site at least)"),
        ('""', "url is empty"),
        ("{site: x, date: 2026}", 'date "2026" is not a date (YYYY-MM-DD)'),
        (
            "{url: {}}",
            "url must be text, not a mapping (a text that starts with { stands in quotes)",
        ),
    ],
)
def test_a_source_is_told_with_its_turn(source: str, problem: str) -> None:
    (message,) = told(f"{HEAD}      - {{speaker: vask, text: x, sources: [{source}]}}\n")
    assert message.partition(": ")[2] == f'source 1 of turn 1 of "One": {problem}'


def test_starts_may_be_equal_but_never_run_backwards() -> None:
    assert told(
        HEAD
        + "      - {speaker: vask, start: 9, text: x}\n"
        + "      - {speaker: vask, start: 30, text: x}\n"
        + "      - {speaker: vask, text: x}\n"
        + "      - {speaker: vask, start: 20, text: x}\n"
        + "      - {speaker: vask, start: 20, text: x}\n"
        + "  - {turns: [], title: Two, start: 19}\n"
    ) == [
        '9:32: turn 1 of "One": starts at 00:00:09, before the start above it (00:00:10, line 7)',
        '12:32: turn 4 of "One": starts at 00:00:20, before the start above it (00:00:30, line 10)',
        '14:36: segment "Two": starts at 00:00:19, before the start above it (00:00:20, line 13)',
    ]


@pytest.mark.parametrize(
    ("segments", "place"), [("[]", "3:11"), ("\n  - {title: S}\n  - {title: S, turns: []}", "4:5")]
)
def test_an_episode_without_a_turn_is_refused(segments: str, place: str) -> None:
    assert told(f"title: T\nspeakers: {{a: {{name: A}}}}\nsegments: {segments}\n") == [
        f"{place}: the episode has no turn"
    ]


def test_a_segment_without_turns_is_fine_beside_another() -> None:
    assert told(HEAD + TURN + "  - {title: Two}\n  - {title: Three, turns: []}\n") == []


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("show:", "1:6: show is empty"),
        ('show: "  "', "1:7: show is empty"),
        ('show: "\\u200b"', "1:7: show is empty"),
        ("number:", "1:8: number is empty"),
        ("duration: ''", "1:11: duration is empty"),
        ("quotes:", "1:8: quotes is empty"),
        ("xyzzy: 1", '1:1: unknown key "xyzzy"'),
        ("turns: []", '1:1: unknown key "turns" (it belongs in a segment)'),
        ("sites: x", '1:1: unknown key "sites"'),
        (
            '"titl\\u200be": x',
            '1:1: unknown key "title", which hides U+200B (did you mean "title"?)',
        ),
        ("title: U", '2:1: the key "title" is given twice (first on line 1)'),
        ("<<: {a: b}", "1:1: merge keys (<<) are not accepted"),
        ('"<<": x', '1:1: unknown key "<<"'),
        ("? [a]\n: x", "1:3: a key must be text"),
        ('"": x', "1:1: a key is empty"),
        (
            "url: *x",
            "1:6: aliases (*) are not accepted; a text that starts with * stands in quotes",
        ),
        (
            "url: &x y",
            "1:6: anchors (&) are not accepted; a text that starts with & stands in quotes",
        ),
        ("url: !x y", "1:6: tags (!) are not accepted; a text that starts with ! stands in quotes"),
        (
            "sources: !!set {}",
            "1:10: tags (!) are not accepted; a text that starts with ! stands in quotes",
        ),
        (
            "sources: &x []",
            "1:10: anchors (&) are not accepted; a text that starts with & stands in quotes",
        ),
    ],
)
def test_a_faulty_line_is_one_problem(line: str, problem: str) -> None:
    assert told(f"{line}\n{HEAD}{TURN}") == [problem]


def test_a_comma_in_braces_is_told_with_its_remedy() -> None:
    assert told(f"{HEAD}      - {{speaker: vask, text: well, so}}\n") == [
        '9:37: turn 1 of "One": unknown key "so"; in braces, a text with a comma stands in quotes'
    ]


def test_ids_that_are_cleaned_to_the_same_are_one_too_many() -> None:
    assert told(HEAD.replace("vauth:", '"vask\\u200b":') + TURN) == [
        '4:3: speaker "vask": the id is given twice'
    ]


def test_a_message_is_safe_short_and_of_one_line() -> None:
    (message,) = told(f'"a\\n\\e]0;{"x" * 500}": y\n{HEAD}{TURN}')
    assert message.startswith('1:1: unknown key "a ␛]0;xxx')
    assert len(message) < 150


def test_columns_are_counted_in_code_points_and_lines_by_lf_alone() -> None:
    file = (
        f"show: a\u2028b\u2029c\n{HEAD}{TURN}".replace("title: T", 'title: "漢字é" # x') + "x: y\n"
    )
    assert told(file) == [
        "1:8: warning: 2 rare line breaks (U+2028, U+2029) are read as blanks",
        '11:1: unknown key "x"',
    ]
    assert told("{title: 漢字👩, x: y}")[-1] == '1:14: unknown key "x"'


@pytest.mark.parametrize(
    ("file", "problem"),
    [
        ("- a", "1:1: an episode must be a mapping with title, speakers and segments, not a list"),
        (
            "just text",
            "1:1: an episode must be a mapping with title, speakers and segments, not text",
        ),
        ("# nothing", "1:1: no episode in the file"),
        ("---\n", "2:1: no episode in the file"),
    ],
)
def test_what_is_no_mapping_is_no_episode(file: str, problem: str) -> None:
    assert told(file) == [problem]
