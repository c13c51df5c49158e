"""Captions that roll: each line once, and nothing lost where lines are only sung twice."""

from collections.abc import Sequence
from itertools import pairwise

from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.webvtt.cues import read_blocks
from braidtui.formats.webvtt.reader import read_webvtt
from braidtui.formats.webvtt.rolling import is_rolling, unrolled
from tests.formats.given_text import read_by


def time(milliseconds: int) -> str:
    return f"00:{milliseconds // 60_000:02}:{milliseconds // 1000 % 60:02}.{milliseconds % 1000:03}"


def rolling(lines: Sequence[str]) -> str:
    """Lines as YouTube's captions have them: word by word under the one above, then alone for
    10 ms; each is heard for two seconds."""
    cues = []
    for number, (above, line) in enumerate(zip((" ", *lines), lines, strict=False)):
        start, first, *words = number * 2_000, *line.split()
        told = "".join(f"<{time(start + 100)}><c> {word}</c>" for word in words)
        settings = "align:start position:0%"
        cues.append(
            f"{time(start)} --> {time(start + 1_990)} {settings}\n{above}\n{first}{told}\n\n"
            f"{time(start + 1_990)} --> {time(start + 2_000)} {settings}\n{line}\n \n\n"
        )
    return "WEBVTT\nKind: captions\nLanguage: en-GB\n\n" + "".join(cues)


def captions(*texts: str) -> str:
    """Plain cues, each of a second."""
    spans = (f"{time(at * 1000)} --> {time(at * 1000 + 1000)}\n" for at in range(len(texts)))
    return "WEBVTT\n\n" + "\n".join(
        f"{span}{text}\n" for span, text in zip(spans, texts, strict=True)
    )


def lines_of(text: str) -> list[tuple[str, int | None]]:
    cues = read_blocks(Given(text), strict=False).cues
    assert is_rolling(cues)
    return [(said.text, said.start) for said in unrolled(cues)]


LINES = ["the night train", "left at nine", "&gt;&gt; and who", "was on it", "left at nine"]


def test_three_copies_of_a_line_are_one_with_the_first_start() -> None:
    assert lines_of(rolling(LINES)) == [
        ("the night train", 0),
        ("left at nine", 2_000),
        (">> and who", 4_000),
        ("was on it", 6_000),
        ("left at nine", 8_000),
    ]


def test_rolling_shows_without_times_of_words_too() -> None:
    bare = rolling(LINES[:4]).replace("<c> ", " ").replace("</c>", "")
    assert len(lines_of(bare)) == 4
    words = [f"line {number}" for number in range(12)]
    two_lines = captions(*("\n".join(pair) for pair in pairwise(words)))
    assert [line for line, _ in lines_of(two_lines)] == words


def test_a_chorus_or_a_loop_or_timed_words_do_not_roll() -> None:
    chorus = ["we ride\nwe ride", "all night", "we ride\nwe ride", "we ride\nwe ride", "home"]
    loop = 40 * ["going round"]
    timed = ["one<00:00:00.500><c> two</c>\nthree", "four", "five\nsix", "seven"]
    for texts in (chorus, loop, timed, ["two\nlines"], ["one"], [""]):
        assert not is_rolling(read_blocks(Given(captions(*texts)), strict=False).cues)


def test_an_episode_of_rolling_captions_says_each_line_once() -> None:
    episode, notices = read_by(read_webvtt, rolling(LINES[:4]))
    words = " ".join(turn.text for turn in episode.turns)
    assert [words.count(line) for line in ("night train", "left at nine", "was on it")] == 3 * [1]
    assert episode.language == "en-GB"
    assert "rolling captions: 8 cues are 4 lines" in [notice.message for notice in notices]


def test_cues_that_are_not_joined_keep_what_rolls() -> None:
    episode, _ = read_by(read_webvtt, rolling(LINES[:4]), **ReadOptions(join=False)._asdict())
    assert len(episode.turns) == 8
