"""Which turns are shown: by words, by speaker, by both."""

import pytest

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.find.finder import InvalidPattern
from braidtui.find.turn_filter import turn_filter

EPISODE = Episode(
    "Tides",
    (Speaker("a", "Ada Moor"), Speaker("b", "Béla Király"), Speaker("c", "Cy Moor")),
    (
        Segment("On rockets", None, (Turn("a", "A rocket."), Turn("b", "The moor."))),
        Segment("Later", None, (Turn("c", "More Rockets."), Turn("a", "No."), Turn("b", "“Ada”"))),
    ),
)


@pytest.mark.parametrize(
    ("typed", "turns"),
    [
        ("rocket", [0, 2]),
        ("Rocket", [2]),
        ("moor", [0, 1, 2, 3]),
        ("speaker:moor", [0, 2, 3]),
        ("speaker:bela", [1, 4]),
        ("speaker:ada", [0, 3]),
        ("speaker:ada speaker:béla", [0, 1, 3, 4]),
        ('speaker:"cy moor"', [2]),
        ('speaker:"cy mo', [2]),
        ("speaker:moor rocket", [0, 2]),
        ("rocket speaker:ada", [0]),
        ("SPEAKER:ADA /^no/", [3]),
        ("speaker: rocket", [0, 2]),
        ("speaker:ada nothing", []),
        ("loudspeaker:ada", []),
        ("on rockets", []),
    ],
)
def test_turns_fit_by_text_name_and_speaker(typed: str, turns: list[int]) -> None:
    assert [it for it in turn_filter(typed).turns(EPISODE) if it is not None] == turns


@pytest.mark.parametrize("typed", ["", "speaker:", 'speaker:""', "  speaker:  ", "/(/"])
def test_what_filters_nothing_is_refused(typed: str) -> None:
    with pytest.raises(InvalidPattern):
        turn_filter(typed)


def test_a_speaker_who_is_not_there_is_said_with_the_nearest_name() -> None:
    with pytest.raises(InvalidPattern, match=r'no speaker "kiraly2" \(did you mean "kiraly"\?\)'):
        list(turn_filter("speaker:király2").turns(EPISODE))
