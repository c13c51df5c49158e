"""The keys before a document: what they are, and that any text in them reads back."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from braidtui.episode.model import Episode, Segment, Source, Speaker, Turn
from braidtui.formats.markdown.form import MarkdownForm
from braidtui.formats.markdown.front_matter import OUR_KEYS, front_matter, front_matter_text
from braidtui.formats.markdown.manuscript import Manuscript
from tests.formats.markdown.hostile_text import LINES

EPISODE = Episode(
    title="Night: Trains",
    show="Rails",
    number=7,
    date=date(2026, 2, 1),
    duration=75_500,
    speakers=(
        Speaker("moor", "Ada Moor", model="m/1", voice="v/1"),
        Speaker("lund", "Tom Lund", model="m/1"),
        Speaker("mute", "Nemo"),
    ),
    sources=(Source(site="c.example"),),
    segments=(
        Segment("Tickets", 0, (Turn("lund", "Hm.", 0, (Source("https://a.example"),)),)),
        Segment("On", 60_000, (Turn("moor", "So.", 60_000), Turn("lund", "No."))),
    ),
)


def keys(episode: Episode, *segments: int, id: str = "007") -> Mapping[str, object]:
    return front_matter(Manuscript(episode, MarkdownForm(), "007"), id, segments or None)


def test_a_segment_has_all_keys_in_order_and_quotes_what_is_text() -> None:
    manuscript = Manuscript(EPISODE, MarkdownForm(), "007")
    assert (
        front_matter_text(front_matter(manuscript, "007", [1]))
        == """\
---
type: podcast-segment
show: Rails
dispatch: 7
title: "Night: Trains"
date: 2026-02-01
segment: 2
segment_title: "On"
start: "00:01:00"
end: "00:01:15.500"
duration: "00:01:15.500"
speakers:
  - Ada Moor
  - Tom Lund
models:
  - m/1
voices:
  - v/1
sources: 0
id: "007"
generator: braidtui
---
"""
    )
    assert tuple(keys(EPISODE, 1)) == OUR_KEYS


def test_the_segment_keys_are_there_with_one_segment_alone() -> None:
    of_one = {"segment", "segment_title", "start", "end"}
    assert keys(EPISODE).keys() == set(OUR_KEYS) - of_one
    assert keys(EPISODE, 0, 1).keys() == set(OUR_KEYS) - of_one
    assert [keys(EPISODE)["type"], keys(EPISODE, 0, 1)["type"]] == [
        "podcast-episode",
        "podcast-segment",
    ]
    assert [keys(EPISODE)["sources"], keys(EPISODE, 0, 1)["sources"]] == [2, 1]


def test_what_is_not_known_has_no_key() -> None:
    bare = Episode("T", (), (Segment("S", None, (Turn("a", "x"),)),))
    assert set(keys(bare, 0)) == {
        *("type", "title", "segment", "segment_title", "speakers", "sources", "id", "generator")
    }


@given(LINES, LINES, st.lists(LINES, min_size=1, max_size=3, unique=True))
@example("on", "2026-01-01", ["null", "1:30", "~", "- a", "{a: b}", "a: b", "# a"])
@example("---", "...", ["'", '"', "\\", "\\n", "a\\", " a", "a ", "%a", "@a", "`a`", "!a", "&a"])
def test_any_text_reads_back(title: str, id: str, names: list[str]) -> None:
    speakers = tuple(Speaker(str(at), name, "", name, name) for at, name in enumerate(names))
    turns = tuple(Turn(speaker.id, "x") for speaker in speakers)
    segments = (Segment(title, 0, turns),)
    episode = replace(EPISODE, title=title, show=title, speakers=speakers, segments=segments)
    told = front_matter(Manuscript(episode, MarkdownForm(), "007"), id, [0])
    text = front_matter_text(told)
    assert text.startswith("---\n")
    assert text.endswith("\n---\n")
    assert text.count("\n---\n") == 1
    read = yaml.safe_load(text.removeprefix("---\n").removesuffix("---\n"))
    assert read == {key: [*it] if isinstance(it, tuple) else it for key, it in told.items()}
    assert [read["title"], read["id"], read["speakers"]] == [title, id, names]
    assert list(read) == list(told)
