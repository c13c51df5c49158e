"""What is written as SRT is read as the same words by the same people."""

import pytest

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.formats.registry import read
from braidtui.formats.subrip import read_cues, write_subrip

CAST = (Speaker("ada", "Ada"), Speaker("tom", "Tom"))


def an_episode(text: str) -> Episode:
    """A talk of which one turn is the text."""
    others = [Turn("tom" if n % 2 else "ada", f"A word, the {n}th.", n * 9_000) for n in range(8)]
    turns = (*others, Turn("ada", text, 72_000), Turn("tom", "Good.", 81_000))
    return Episode("Signs", CAST, (Segment("Signs", 0, turns),))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (">> hi", "» hi"),
        ("He wrote >> and left.", "He wrote » and left."),
        ("Yes.\n\n- No.\n\n- Yes.", "Yes.\n― No.\n― Yes."),
        ("Write <i>so</i>.", "Write ‹i›so‹/i›."),
        ("Put {\\an8} there.", "Put ｛＼an8｝ there."),
        ("Write &amp; there.", "Write ＆amp; there."),
        ("One\\Ntwo.", "One＼Ntwo."),
        ("A & B, a < b, 3 >> 2.", "A & B, a < b, 3 » 2."),
        ("Minus -5, and x>>1 &c.", "Minus -5, and x>>1 &c."),
    ],
)
def test_what_is_no_sign_is_written_as_its_look(text: str, written: str) -> None:
    cue = read_cues(write_subrip(an_episode(text)))[-2]
    assert cue.text == f"Ada: {written}"


@pytest.mark.parametrize(
    "text", [">> hi there", "Then.\n\nI said: no.\n\nthat: was it.", "Yes.\n\n- No.\n\n- Yes."]
)
def test_a_turn_comes_back_as_one_and_nobody_new_speaks(text: str) -> None:
    episode = read(write_subrip(an_episode(text))).episode
    assert [speaker.name for speaker in episode.speakers] == ["Ada", "Tom"]
    assert len(episode.turns) == 10


def test_tags_that_style_are_gone_and_others_stay() -> None:
    words = {
        "a < b and c > d": "a < b and c > d",
        "use <div> and </div>": "use <div> and </div>",
        "a <b and c> d": "a <b and c> d",
        "<i>so</i> <font color=red>it</font> <c.yellow>is</c>": "so it is",
        "<lang en>so</lang> <p align=left>it</p> < b >is</ b>": "so it is",
    }
    for said, kept in words.items():
        subtitle = f"1\n00:00:01,000 --> 00:00:02,000\n{said}\n"
        assert [cue.text for cue in read_cues(subtitle)] == [kept]
