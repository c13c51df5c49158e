"""Reading: every scalar is what its field means, whatever YAML would guess."""

from datetime import date

import pytest

from braidtui.episode.model import Episode, Quote, Segment, Source, Speaker, Turn
from braidtui.episode.yaml_reader import read_episode

FRAME = """\
title: {title}
speakers:
  {id}: {{name: Anna}}
segments:
  - title: One
    turns:
      - {{speaker: {id}, start: {start}, text: {text}}}
"""


def read(file: str) -> Episode:
    reading = read_episode(file.encode())
    assert reading.episode is not None, reading.problems
    assert reading.problems == ()
    return reading.episode


def framed(title: str = "T", id: str = "a", start: str = "0", text: str = "x") -> Episode:
    return read(FRAME.format(title=title, id=id, start=start, text=text))


def test_a_whole_episode_is_read() -> None:
    assert read("""\
show: Braid
number: 8
date: 2026-05-20
title: The title
duration: 2:00:00
summary: >-
  First paragraph,
  folded.

  Second paragraph.
url: https://example.org/8
audio: sound/008.mp3
language: en
note: Written for a test.
speakers:
  vask:
    name: Liraen Vask
    role: moderator
    model: lab/model-1
    voice: lab/voice-1
    color: Magenta
  vauth: {name: Halek Vauth, color: "#00FF7f"}
quotes:
  - text: words that
    speaker: vask
    start: 0:24
sources:
  - https://example.org/all
segments:
  - title: First
    start: 0
    sources:
      - {site: justice.gov}
    turns:
      - speaker: vask
        start: 24
        text: Here are words that stand.
        sources:
          - https://example.org/a
          - {url: https://example.org/b, title: B, site: example.org, date: 2026-05-19}
  - title: Second
    start: 1:02:03.5
""") == Episode(
        show="Braid",
        number=8,
        date=date(2026, 5, 20),
        title="The title",
        duration=7_200_000,
        summary="First paragraph, folded.\n\nSecond paragraph.",
        url="https://example.org/8",
        audio="sound/008.mp3",
        language="en",
        note="Written for a test.",
        speakers=(
            Speaker("vask", "Liraen Vask", "moderator", "lab/model-1", "lab/voice-1", "magenta"),
            Speaker("vauth", "Halek Vauth", color="#00ff7f"),
        ),
        quotes=(Quote("words that", "vask", 24_000),),
        sources=(Source("https://example.org/all"),),
        segments=(
            Segment(
                "First",
                0,
                (
                    Turn(
                        "vask",
                        "Here are words that stand.",
                        24_000,
                        (
                            Source("https://example.org/a"),
                            Source("https://example.org/b", "B", "example.org", date(2026, 5, 19)),
                        ),
                    ),
                ),
                (Source(site="justice.gov"),),
            ),
            Segment("Second", 3_723_500),
        ),
    )


@pytest.mark.parametrize(
    "text",
    [
        *("On", "yes", "no", "y", "Null", "null", "~", "true", "1984", "1_000", "1.0", "1e3"),
        *("2026-05-20", "190:20:30", ".NaN", "0x1F", "0o7", "=", "4.10", "-.inf", "010"),
    ],
)
def test_a_text_is_the_text_that_stands_there(text: str) -> None:
    assert framed(title=text).title == text
    assert framed(text=text).turns[0].text == text
    assert framed(id=text).turns[0].speaker == text


@pytest.mark.parametrize(
    ("written", "milliseconds"),
    [
        ("3:12", 192_000),
        ('"3:12"', 192_000),
        ("'03:12'", 192_000),
        ("00:03:12", 192_000),
        ("0:03:12.5", 192_500),
        ("12:34:56", 45_296_000),
        ("192", 192_000),
        ("192.25", 192_250),
        ("010", 10_000),
        ("0", 0),
    ],
)
def test_a_time_is_the_same_in_every_spelling(written: str, milliseconds: int) -> None:
    assert framed(start=written).turns[0].start == milliseconds


@pytest.mark.parametrize(("written", "number"), [("010", 10), ("'8'", 8), ("0", 0), ('"007"', 7)])
def test_a_number_is_decimal_whatever_its_quotes(written: str, number: int) -> None:
    assert (
        read(f"number: {written}\n" + FRAME.format(title="T", id="a", start=0, text="x")).number
        == number
    )


def test_line_breaks_of_any_kind_part_paragraphs_but_not_lines() -> None:
    episode = read("""\
title: "one
  two\\nthree"
speakers: {a: {name: A}}
segments:
  - title: S
    turns:
      - speaker: a
        text: |
          First.
          Second.


          Third.
""")
    assert episode.title == "one two three"
    assert episode.turns[0].text == "First.\n\nSecond.\n\nThird."


def test_a_segment_without_a_start_has_that_of_its_first_turn() -> None:
    episode = read("""\
title: T
speakers: {a: {name: A}}
segments:
  - {title: One, turns: [{speaker: a, start: 5, text: x}]}
  - {title: Two, turns: [{speaker: a, text: x}, {speaker: a, start: 9, text: x}]}
  - {title: Three}
""")
    assert [segment.start for segment in episode.segments] == [5_000, None, None]


def test_the_line_of_each_turn_is_kept() -> None:
    file = """\
title: T
speakers: {a: {name: A}}
segments:
  - title: One
    turns:
      - speaker: a
        text: >-
          x
      - {speaker: a, text: x}
  - {title: Two, turns: [{speaker: a, text: x}, {speaker: a, text: x}]}
"""
    assert read_episode(file.encode()).turn_lines == (6, 9, 10, 10)


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_of_other_systems_are_read(ending: str) -> None:
    file = FRAME.format(title="T", id="a", start=0, text="x").replace("\n", ending)
    assert read(file) == framed()


def test_a_byte_order_mark_is_no_text() -> None:
    file = FRAME.format(title="T", id="a", start=0, text="Grüße")
    assert read_episode(b"\xef\xbb\xbf" + file.encode()).episode == read(file)


def test_quoted_and_explicit_keys_are_the_same_keys() -> None:
    file = FRAME.format(title="T", id="a", start=0, text="x").replace("title: T", "? 'title'\n: T")
    assert read(file) == framed()


def test_without_libyaml_the_file_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    file = FRAME.format(title="Grüße — 漢字", id="a", start="3:12", text="'it''s'")
    expected = read(file)
    monkeypatch.setitem(__import__("sys").modules, "yaml._yaml", None)
    assert read(file) == expected
    problem = read_episode(b"title: [a").problems[0]
    assert (problem.line, problem.column) == (1, 8)
