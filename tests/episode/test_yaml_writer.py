"""Writing an episode gives a file that reads back equal, whatever the texts are."""

from datetime import date

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from braidtui.episode.colors import COLOR_NAMES
from braidtui.episode.model import Episode, Quote, Segment, Source, Speaker, Turn
from braidtui.episode.safe_text import clean_body, clean_line
from braidtui.episode.yaml_reader import read_episode
from braidtui.episode.yaml_writer import write_episode

AWKWARD = st.sampled_from(
    [
        *"-?:,[]{}#&*!|>'\"%@`~=\\",
        *(
            "- a",
            "? a",
            ": a",
            "a: b",
            "a #b",
            "a:",
            "--- a",
            "...",
            "<<",
            "yes",
            "NO",
            "On",
            "null",
        ),
        *("~", "1.10", "0x1F", "1e3", "3:12", "2026-05-20", "010", "1_000", ".nan", "-.inf", "0o7"),
        *("don't", 'say "hi"', "C:\\new", "\\", "a\\", "  two  blanks  ", "\ttab\there", "x" * 300),
        *(
            "\u2028a\u2029b\x85c",
            "a\xa0b",
            "\xa0a",
            "a\u3000",
            "שלום עולם",
            "👨‍👩‍👧‍👦",
            "e\u0301",
            "می‌خواهم",
        ),
        *(
            "漢字かな交じり文",
            "a\n\nb",
            "a\n b\n",
            "%YAML 1.1",
            "[tsk] so",
            "{a: b}",
            "a, b",
            "\ufeffa",
            "|-",
            ">-",
        ),
        *(
            "word " * 60,
            "“typographic” – it’s",
            "a\u200bb",
            "\u202egpj",
            "\x1b[31m",
            "!x",
            "@x",
            "&a *b",
        ),
    ]
)
RAW = st.one_of(AWKWARD, st.text(max_size=60), st.lists(AWKWARD, max_size=6).map(" ".join))


def seen(text: str) -> str:
    return text if text.strip() else f"{text}x"


LINE = RAW.map(clean_line).map(seen)
BODY = st.one_of(RAW, st.lists(RAW, max_size=4).map("\n\n".join)).map(clean_body).map(seen)
URL = st.one_of(
    LINE, st.text("abc/?#&=%~,[]{}:;'()é", max_size=150).map("https://example.org/".__add__)
)
DAY = st.none() | st.dates()
OPTIONAL = st.just("") | LINE
SOURCE = st.builds(Source, url=URL, title=OPTIONAL, site=OPTIONAL, date=DAY) | st.builds(
    Source, url=st.just(""), title=OPTIONAL, site=LINE, date=DAY
)
SOURCES = st.lists(SOURCE, max_size=3).map(tuple)
TIME = st.integers(0, 9_999_999_000)
COLOR = st.sampled_from(["", "#00ff7f", *COLOR_NAMES])


@st.composite
def episodes(draw: st.DrawFn) -> Episode:
    ids = draw(st.lists(LINE, min_size=1, max_size=3, unique=True))
    shape = [*draw(st.lists(st.integers(0, 3), max_size=2)), draw(st.integers(1, 3))]
    starts = iter(sorted(draw(st.lists(TIME, min_size=12, max_size=12))))
    speaker = st.sampled_from(ids)

    def turn() -> Turn:
        start = draw(st.sampled_from([None, next(starts)]))
        return Turn(draw(speaker), draw(BODY), start, draw(SOURCES))

    def segment(count: int) -> Segment:
        start = next(starts)
        return Segment(draw(LINE), start, tuple(turn() for _ in range(count)), draw(SOURCES))

    return Episode(
        title=draw(LINE),
        speakers=tuple(
            Speaker(id, draw(LINE), draw(OPTIONAL), draw(OPTIONAL), draw(OPTIONAL), draw(COLOR))
            for id in ids
        ),
        segments=tuple(segment(count) for count in shape),
        show=draw(OPTIONAL),
        number=draw(st.none() | st.integers(0, 999_999_999)),
        date=draw(DAY),
        duration=draw(st.none() | TIME),
        summary=draw(st.just("") | BODY),
        url=draw(st.just("") | URL),
        audio=draw(OPTIONAL),
        language=draw(OPTIONAL),
        note=draw(st.just("") | BODY),
        quotes=draw(
            st.lists(
                st.builds(Quote, LINE, st.just("") | speaker, st.none() | TIME), max_size=2
            ).map(tuple)
        ),
        sources=draw(SOURCES),
    )


def test_keys_stand_in_order_and_texts_are_folded() -> None:
    words = "Words that go on until the line would be longer than one hundred columns, where it "
    words += "is parted."
    episode = Episode(
        show="Braid",
        number=8,
        date=date(2026, 5, 20),
        title="On: off",
        duration=785_000,
        summary=f"{words}\n\nNext.",
        url="https://example.org/8",
        language="no",
        speakers=(Speaker("vask", "Liraen Vask", "host", model="4.10"), Speaker("01", "Ben")),
        quotes=(Quote("[tsk] no", "vask", 24_500),),
        sources=(Source("https://example.org/all"),),
        segments=(
            Segment("3 ways", 0, sources=(Source(site="justice.gov", date=date(2026, 5, 19)),)),
            Segment(
                "Two",
                60_000,
                (
                    Turn("vask", f" {words}", 61_000, (Source("https://x.org", "A, b", "c?"),)),
                    Turn("01", "yes", sources=(Source("https://x.org/" + "a" * 80, "Long"),)),
                ),
            ),
        ),
    )
    assert (
        write_episode(episode)
        == """\
show: Braid
number: 8
date: 2026-05-20
title: "On: off"
duration: 00:13:05
summary: >-
  Words that go on until the line would be longer than one hundred columns, where it is parted.

  Next.
url: https://example.org/8
language: "no"

speakers:
  vask:
    name: Liraen Vask
    role: host
    model: "4.10"
  "01":
    name: Ben

quotes:
  - text: >-
      [tsk] no
    speaker: vask
    start: 00:00:24.500

sources:
  - https://example.org/all

segments:
  - title: "3 ways"
    start: 00:00:00
    sources:
      - {site: justice.gov, date: 2026-05-19}
  - title: Two
    start: 00:01:00
    turns:
      - speaker: vask
        start: 00:01:01
        text: " Words that go on until the line would be longer than one hundred columns, where it
          is parted."
        sources:
          - {url: https://x.org, title: "A, b", site: "c?"}
      - speaker: "01"
        text: >-
          yes
        sources:
          - url: https://x.org/{long}
            title: Long
""".replace("{long}", "a" * 80)
    )


@settings(deadline=None)
@given(episodes())
def test_what_is_written_reads_back_equal(episode: Episode) -> None:
    written = write_episode(episode)
    read = read_episode(written.encode())
    assert read.episode == episode, written
    assert write_episode(read.episode) == written
    assert all("cleaned" not in problem.message for problem in read.problems)


@settings(deadline=None)
@given(episodes())
def test_other_yaml_readers_find_the_same_texts(episode: Episode) -> None:
    """They give a paragraph's break as one line feed; all else is the very text."""
    for loader in (yaml.BaseLoader, yaml.SafeLoader, yaml.CSafeLoader):
        file = yaml.load(write_episode(episode), loader)
        assert file["title"] == episode.title
        assert list(file["speakers"]) == [speaker.id for speaker in episode.speakers]
        turns = [turn for segment in file["segments"] for turn in segment.get("turns", [])]
        for turn, written in zip(episode.turns, turns, strict=True):
            assert written["speaker"] == turn.speaker
            assert clean_body(written["text"]) == turn.text
