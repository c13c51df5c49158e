import io

import pytest

from braidtui.episode.model import Speaker
from braidtui.plain.ink import Ink, ink_for, speaker_styles


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "is_colored"),
    [
        (Terminal(), {"TERM": "xterm"}, True),
        (Terminal(), {"TERM": "xterm", "NO_COLOR": ""}, True),
        (Terminal(), {"TERM": "xterm", "NO_COLOR": "1"}, False),
        (Terminal(), {"TERM": "dumb"}, False),
        (Terminal(), {}, False),
        (io.StringIO(), {"TERM": "xterm"}, False),
    ],
)
def test_colour_is_for_terminals_that_have_some(
    stream: io.StringIO,
    environment: dict[str, str],
    is_colored: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("TERM", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ink_for(stream).is_colored == is_colored


def test_without_colour_a_text_stays_as_it_is() -> None:
    assert Ink(False).bold("[b]") == "[b]"
    assert Ink(True).bold("[b]") == "\x1b[1m[b]\x1b[0m"


def test_what_is_found_is_marked_without_colour_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    assert ink_for(Terminal()).marked("found") == "\x1b[1;4mfound\x1b[0m"
    assert ink_for(io.StringIO()).marked("found") == "found"


def test_a_speaker_has_the_colour_that_is_asked_for_and_nobody_else_has_it() -> None:
    speakers = [Speaker("a", "A"), Speaker("b", "B", color="magenta"), Speaker("c", "C")]
    assert speaker_styles(speakers) == {"a": "1;36", "b": "1;35", "c": "1;33"}
