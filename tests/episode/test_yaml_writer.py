"""Writing an episode gives a file that reads back equal, whatever the texts are."""

from datetime import date

import yaml
from hypothesis import given, settings

from braidtui.episode.model import Episode, Quote, Segment, Source, Speaker, Turn
from braidtui.episode.yaml_reader import read_episode
from braidtui.episode.yaml_writer import write_episode
from tests.episode.episodes import clean_body, episodes


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
