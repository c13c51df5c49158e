"""An episode that attacks the terminal out of every field, through every command."""

import json
import re
from pathlib import Path

import pytest

from braidtui.plain.ink import Ink
from tests.cli.conftest import Braidtui, Ran

ATTACK = (
    "a\x1b]52;c;UFdO\x07 \x1b[2J\x9b31m\x85\x00\x7f\r\b\u202eb\u2066 [bold]c[/bold] [/] "
    "[link=file:///etc/passwd]d[/link] [@click=app.quit]e[/] %s {0} \u200b\ufeff\x1b"
)
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
WORD = "w" * 1_000_000
ADDRESS = "https://example.org/" + "u" * 10_000
NAME = "e\x1b[31m\x07v\u202eil\udcff.yaml"


def field(name: str) -> str:
    """A YAML scalar that attacks, and ends in words that tell the field."""
    return json.dumps(f"{ATTACK} end of {name}.")


EPISODE = f"""\
show: {field("show")}
number: 66
title: {field("title")}
duration: 1:00
summary: {field("summary")}
url: {json.dumps("javascript:alert(1)//" + ATTACK)}
audio: {field("audio")}
language: {field("language")}
note: {field("note")}
speakers:
  eve:
    name: {field("name")}
    role: {field("role")}
    model: {field("model")}
    voice: {field("voice")}
    color: {field("color")}
quotes:
  - text: {field("quote")}
sources:
  - javascript:alert(1)
  - file:///etc/passwd
  - {ADDRESS}
  - url: {json.dumps("https://example.org/" + ATTACK)}
    title: {field("source title")}
    site: {field("site")}
segments:
  - title: {field("segment")}
    start: 0
    turns:
      - speaker: eve
        start: 0:00
        text: {field("text")}
        sources: [data:text/html;base64,PHNjcmlwdD4=]
      - {{speaker: eve, start: 0:30, text: {WORD}}}
"""
FIELDS = """show title summary audio language note name role model voice quote segment text site
sourcetitle"""


def inert(ran: Ran) -> Ran:
    """What was printed, after a look at every character of it."""
    assert CONTROLS.findall(ran.out + ran.err) == []
    assert "Traceback" not in ran.err
    return ran


@pytest.fixture
def hostile(library: Path) -> Path:
    path = library / NAME
    path.write_text(EPISODE)
    return path


def test_the_transcript_shows_every_field_as_text(braidtui: Braidtui, hostile: Path) -> None:
    code, out, err = inert(braidtui("show", hostile))
    flat = re.sub(r"\s+", "", out)
    assert (code, err) == (0, "")
    for name in FIELDS.split():
        assert f"␛endof{name}." in flat
    assert "[bold]c[/bold][/][link=file:///etc/passwd]d[/link][@click=app.quit]e[/]" in flat
    assert flat.count("w") >= len(WORD)
    assert ADDRESS in out
    assert "javascript:alert(1)" in out


def test_in_colour_nothing_acts_but_the_colours(
    braidtui: Braidtui, hostile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = {line: braidtui(*line).out for line in (("show", hostile), ("list",))}
    monkeypatch.setattr("braidtui.plain.ink.ink_for", lambda _stream: Ink(True))
    monkeypatch.setattr("braidtui.cli.listing.ink_for", lambda _stream: Ink(True))
    for line, expected in plain.items():
        colored = braidtui(*line).out
        assert "\x1b[1" in colored
        assert re.sub(r"\x1b\[[0-9;]+m", "", colored) == expected


@pytest.mark.parametrize("form", ["json", "md", "vtt", "srt"])
def test_no_format_lets_an_attack_through(braidtui: Braidtui, hostile: Path, form: str) -> None:
    code, out, _ = inert(braidtui("show", hostile, "--format", form))
    assert code == 0
    assert "end of text." in out
    assert WORD in out


def test_a_path_in_json_leads_to_the_file_whatever_its_name(
    braidtui: Braidtui, hostile: Path
) -> None:
    listed = json.loads(inert(braidtui("list", "--json")).out)
    assert str(hostile) in [entry["path"] for entry in listed]
    shown = json.loads(inert(braidtui("show", "66", "--format=json")).out)
    assert shown["path"] == str(hostile)


def test_list_and_check_stay_lines(braidtui: Braidtui, hostile: Path) -> None:
    broken = hostile.with_name(f"broken{NAME}")
    broken.write_text(f"title: {field('title')}\n{field('key')}: 1\ndate: {field('date')}\n")
    assert inert(braidtui("list")).out.count("\n") == 3
    code, out, err = inert(braidtui("check"))
    assert (code, err) == (1, "")
    assert all(re.match(r".*\.yaml:\d+:\d+: ", line) for line in out.splitlines())
    code, out, err = inert(braidtui("show", broken))
    assert (code, out) == (2, "")


@pytest.mark.parametrize("form", [(), ("--json",), ("--vimgrep",)])
def test_search_lets_no_attack_through(
    braidtui: Braidtui, hostile: Path, form: tuple[str, ...]
) -> None:
    code, out, err = inert(braidtui("search", '"end of text"', *form))
    assert (code, err) == (0, "")
    assert "end of text." in out
    code, out, _ = inert(braidtui("search", "w*", "speaker:eve", *form))
    assert (code, WORD in out) == (0, bool(form))


def test_search_in_colour_links_to_no_hostile_address(
    braidtui: Braidtui, hostile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = braidtui("search", '"end of text"').out
    monkeypatch.setattr("braidtui.plain.ink.ink_for", lambda _stream: Ink(True, True))
    monkeypatch.setattr("braidtui.plain.links.has_links", lambda _stream: True)
    colored = braidtui("search", '"end of text"').out
    assert "\x1b[1;4mend of text\x1b[0m" in colored
    assert re.sub(r"\x1b\[[0-9;]+m", "", colored) == plain


def test_import_writes_a_tame_file(braidtui: Braidtui, hostile: Path, tmp_path: Path) -> None:
    code, out, _ = inert(braidtui("import", hostile, "--into", tmp_path / "a\x1b[31mb"))
    assert code == 0
    written = (tmp_path / "a\x1b[31mb" / "066.yaml").read_text()
    assert CONTROLS.findall(written) == []
    assert "end of title" in written
    assert "written to " in out


@pytest.mark.parametrize(
    "line",
    [
        [ATTACK.replace("\0", "")],
        ["show", f"{ATTACK}.yaml".replace("\0", "")],
        ["show", "7@" + ATTACK],
        ["show", "7", "-s", ATTACK],
        ["show", "7", "--format", ATTACK],
        ["list", f"--{ATTACK}"],
        ["list", "--library", ATTACK.replace("\0", "")],
        ["check", ATTACK.replace("\0", "")],
        ["search", "x", "--sort", ATTACK],
        ["search", "x", "-n", ATTACK],
        ["index", ATTACK],
        ["import", ATTACK.replace("\0", "")],
        ["import", NAME, "--as", ATTACK],
        ["import", NAME, "--name", ATTACK],
        ["import", NAME, "--date", ATTACK],
        ["show", NAME],
    ],
)
def test_an_attack_on_the_command_line_is_one_line(
    braidtui: Braidtui, library: Path, line: list[str]
) -> None:
    code, out, err = inert(braidtui(*line))
    assert (code, out) == (2, "")
    assert err.count("\n") == 1


@pytest.mark.parametrize("escape", [r"\ud800", r"\udc1b", r"\ud83d\ude00", r"\U0000d800"])
def test_a_lone_surrogate_is_shown_or_refused_with_its_line(
    braidtui: Braidtui, library: Path, escape: str
) -> None:
    path = library / "007.yaml"
    path.write_text(path.read_text().replace("Once more", f'"{escape} zebra"'))
    shown, checked = inert(braidtui("show", path)), inert(braidtui("check", path))
    assert shown.code == 0 or f"{path}:21:" in shown.err
    assert shown.code == 0 or checked.code == 1
