"""The text that is written comes back, whatever the names and the words in it hold."""

import pytest

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.formats.given import Given
from braidtui.formats.prose.claiming import claims, claims_markdown
from braidtui.formats.prose.heads.own import is_own
from braidtui.formats.prose.writer import write_text
from tests.formats.prose.reading_prose import imported, told

NAMES = (
    *("+49 151 ****123", "jxs: dev", "**Mia**", "Note", "Ada", "Ada Moor", "Host", "12:30"),
    *("[tsk]", "x: 00:00:05", "Speaker 1"),
)
WORDS = "So **it** [is](https://a.example/).\n\nAnd at 00:00:12\n\n# no\n\nTom: he said"


def episode_of(starts: list[int | None]) -> Episode:
    cast = tuple(Speaker(f"s{number}", name) for number, name in enumerate(NAMES))
    turns = tuple(
        Turn(f"s{number % len(cast)}", f"{WORDS} {number}.", start)
        for number, start in enumerate(starts)
    )
    segments = (Segment("Tic**ket**s", None, turns[:8]), Segment("Late", None, turns[8:]))
    return Episode("Night **Rails**", cast, segments)


@pytest.mark.parametrize("every", [1, 3, 100])
def test_turns_come_back_with_and_without_times(every: int) -> None:
    starts = [None if number % every else number * 5_000 for number in range(1, 25)]
    episode = episode_of(starts)
    found = imported(write_text(episode)).episode
    assert told(found) == told(episode)
    assert found.title == episode.title
    assert [it.title for it in found.segments] == [it.title for it in episode.segments]


def test_what_is_written_is_text_though_it_holds_markup() -> None:
    text = write_text(episode_of([0]))
    assert claims(Given(text))
    assert not claims_markdown(Given(text))


@pytest.mark.parametrize(
    "text",
    [
        "Rails\n===\n\nLate\n----\n\nAda: So.\n",
        "Rails\n=====\n\nLate\n----\n\n**Ada:** So.\n",
        "Rails\n=====\n\nAda: So.\n\nOn.\n\nAnd on.\n",
        "\n===\n\nLate\n----\n\nAda: So.\n",
    ],
)
def test_titles_with_rules_of_another_hand_are_not_ours(text: str) -> None:
    assert not is_own(text.split("\n"))
    assert is_own(write_text(episode_of([0])).split("\n"))
