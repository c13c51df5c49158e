"""Pasted text with escapes in it: all of it is pasted, nothing of it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver

from braidtui.tui.pasted_escapes import PastedEscapes, keep_escapes_from_keys

BEGIN, END = "\x1b[200~", "\x1b[201~"


@pytest.fixture(autouse=True)
def mended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(XTermParser, "feed", XTermParser.feed)
    keep_escapes_from_keys()


def heard(*pieces: str) -> list[str]:
    """What a terminal's input comes to: keys by name, pastes in quotes."""
    parser = linux_driver.XTermParser()
    events_of = [event for piece in pieces for event in parser.feed(piece)]
    return [
        f'"{event.text}"' if isinstance(event, events.Paste) else event.key
        for event in events_of
        if isinstance(event, events.Paste | events.Key)
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a \x1b[31mred\x1b[0m b\r", "a ␛[31mred␛[0m b\r"),
        ("ends\x1b", "ends␛"),
        ("\x1b\x1b[201", "␛␛[201"),
        ("\x1bq" * 40, "␛q" * 40),
        (f"twice {BEGIN}", "twice ␛[200~"),
        ("plain", "plain"),
    ],
)
def test_all_is_pasted_and_nothing_typed(text: str, shown: str) -> None:
    assert heard(f"x{BEGIN}{text}{END}k") == ["x", f'"{shown}"', "k"]
    assert heard(*f"x{BEGIN}{text}{END}k") == ["x", f'"{shown}"', "k"]


def test_keys_are_as_they_were() -> None:
    assert heard("a\x1b[A", "\x1b", "[B\x1bOP\x1b[1;5C") == ["a", "up", "down", "f1", "ctrl+right"]


def test_a_piece_that_has_to_wait_does_not_end_the_input() -> None:
    assert heard(BEGIN, "a", "\x1b", f"[31mb{END}", "k") == ['"a␛[31mb"', "k"]


def test_the_end_of_the_input_comes_through() -> None:
    parser = XTermParser()
    list(parser.feed(""))
    assert parser.is_eof


@given(st.lists(st.text("ab\x1b[201~", max_size=12).filter(lambda it: END not in it)), st.data())
def test_in_any_pieces_it_is_the_same(texts: list[str], data: st.DataObject) -> None:
    whole = "".join(f"k{BEGIN}{text}{END}" for text in texts)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(whole)))))
    pieces = [whole[a:b] for a, b in zip([0, *cuts], [*cuts, len(whole)], strict=True)]
    escapes = PastedEscapes()
    expected = "".join(f"k{BEGIN}{text.replace(chr(27), '␛')}{END}" for text in texts)
    assert "".join(map(escapes.replaced, pieces)) == expected
