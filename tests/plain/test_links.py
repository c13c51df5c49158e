import io

import pytest

from braidtui.plain.links import has_links, linked


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://example.org/a?b=c;d#e", "https://example.org/a?b=c;d#e"),
        ("http://example.org/déjà/漢", "http://example.org/d%C3%A9j%C3%A0/%E6%BC%A2"),
        ("https://example.org/%C3%A9", "https://example.org/%C3%A9"),
    ],
)
def test_a_web_address_is_a_link(url: str, address: str) -> None:
    assert linked("008", url) == f"\x1b]8;;{address}\x1b\\008\x1b]8;;\x1b\\"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://example.org/\x1b\\",
        "https://example.org/a b",
        "https://user@example.org/",
        "https://" + "a" * 5000,
        "https://exämple.org/",
        "http://[::1",
    ],
)
def test_any_other_address_leaves_only_the_text(url: str) -> None:
    assert linked("008", url) == "008"


@pytest.mark.parametrize(
    ("stream", "term", "expected"),
    [
        (Terminal(), "xterm-256color", True),
        (Terminal(), "tmux-256color", True),
        (Terminal(), "linux", False),
        (Terminal(), "dumb", False),
        (io.StringIO(), "xterm-256color", False),
    ],
)
def test_links_are_for_terminals_that_show_them(
    stream: io.StringIO, term: str, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    assert has_links(stream) == expected
