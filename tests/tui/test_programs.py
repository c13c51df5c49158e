"""The person's editor and browser: what is called, and what never is."""

import os
import signal
import stat
from pathlib import Path

import pytest

from braidtui.tui.browser import open_in_browser
from braidtui.tui.editor import editor_command, run_editor

FILE = Path("/library/008.yaml")


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("nvim", ["nvim", "+14", "/library/008.yaml"]),
        ("emacs -nw", ["emacs", "-nw", "+14", "/library/008.yaml"]),
        ("/usr/bin/code", ["/usr/bin/code", "--wait", "--goto", "/library/008.yaml:14"]),
        ("hx", ["hx", "/library/008.yaml:14"]),
        ("", ["vi", "+14", "/library/008.yaml"]),
        ("   ", ["vi", "+14", "/library/008.yaml"]),
        ('ed "unclosed', ['ed "unclosed', "+14", "/library/008.yaml"]),
    ],
)
def test_the_editor_opens_at_the_line(
    monkeypatch: pytest.MonkeyPatch, editor: str, command: list[str]
) -> None:
    monkeypatch.setenv("EDITOR", editor)
    assert editor_command(FILE, 14) == command


def test_visual_goes_before_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "ed")
    monkeypatch.setenv("VISUAL", "vim")
    assert editor_command(FILE, 1)[0] == "vim"


def test_keys_typed_in_the_editor_do_not_end_the_reader() -> None:
    before = signal.getsignal(signal.SIGINT)
    assert run_editor(["sh", "-c", "kill -INT $PPID; kill -QUIT $PPID"]) == ""
    assert signal.getsignal(signal.SIGINT) is before


def test_an_editor_that_does_not_start_is_said() -> None:
    assert "/nonexistent/editor" in run_editor(["/nonexistent/editor", "file"])


@pytest.fixture
def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A browser that writes down what it was called with; gives the file it writes."""
    script, log = tmp_path / "browser", tmp_path / "called"
    os.mkfifo(log)
    script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {log}\n')
    script.chmod(stat.S_IRWXU)
    monkeypatch.setenv("BROWSER", str(script))
    return log


def test_an_address_reaches_the_browser_as_one_argument(browser: Path) -> None:
    assert open_in_browser("https://example.org/a?b=c&d='e'") == ""
    assert browser.read_text() == "https://example.org/a?b=c&d='e'\n"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://a b.org/",
        "https://user:pass@example.org/",
        "--renderer-cmd-prefix=x",
        "https://example.org/\nfile:///etc",
        "https://[::1",
        "",
    ],
)
def test_nothing_but_a_plain_web_address_is_opened(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROWSER", "/nonexistent/browser")
    reason = open_in_browser(url)
    assert reason
    assert "/nonexistent" not in reason


def test_a_missing_browser_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    assert "no browser" in open_in_browser("https://example.org/")
    monkeypatch.setenv("BROWSER", "/nonexistent/browser %s")
    assert "/nonexistent/browser" in open_in_browser("https://example.org/")
