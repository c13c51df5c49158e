"""What is odd but does not refuse the file is a warning, told where it stands."""

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


@pytest.mark.parametrize(
    ("line", "warning"),
    [
        (
            "duration: 9",
            '8:12: warning: segment "One": starts at 00:00:10, after the episode ends (00:00:09)'
            " (so do 1 more)",
        ),
        (
            "url: ftp://example.org",
            '1:6: warning: url "ftp://example.org" is shown, never opened: only http and https are',
        ),
        (
            "audio: ../../x.mp3",
            '1:8: warning: audio "../../x.mp3" is no path beside this file: shown, never opened',
        ),
        (
            "audio: file:///x",
            '1:8: warning: audio "file:///x" is shown, never opened: only http and https are',
        ),
        (
            'show: "a\\e[1m\\u200b"',
            "1:7: warning: show: 2 characters were cleaned away (U+001B, U+200B)",
        ),
        ("quotes: [{text: said  so}]", ""),
        ("quotes: [{text: said no}]", "1:10: warning: quote 1: these words stand in no turn"),
        (
            "quotes: [{text: said so, speaker: vauth}]",
            '1:10: warning: quote 1: "vask" says these words at 00:00:20, not "vauth"',
        ),
        (
            "quotes: [{text: said so, start: 10}]",
            "1:10: warning: quote 1: these words stand at 00:00:20, not at 00:00:10",
        ),
        (
            "sources: [words]",
            '1:11: warning: source 1: url "words" is shown, never opened: only http and https are',
        ),
    ],
)
def test_a_warning_does_not_refuse_the_file(line: str, warning: str) -> None:
    assert told(f"{line}\n{HEAD}{TURN}") == ([warning] if warning else [])


def test_a_colour_that_is_none_is_left_out() -> None:
    file = HEAD.replace("Halek Vauth", "Halek Vauth, color: $accent") + TURN
    reading = read_episode(file.encode())
    assert reading.episode is not None
    assert reading.episode.speakers[1].color == ""
    assert told(file) == [
        '4:37: warning: speaker "vauth": color "$accent" is no colour (#rrggbb or a name)'
    ]
