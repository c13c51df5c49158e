"""An episode in the five forms that whisper writes it in: JSON, VTT, SRT, TSV and text.

The forms are written here as its own writers do: every text without the blanks around it, `-->` in
captions as `->`, a tab in the table as a blank, milliseconds rounded.
"""

import json
from collections.abc import Callable, Iterator

import pytest

from braidtui.episode.model import Episode
from braidtui.formats.given import ReadOptions
from braidtui.formats.registry import read

Segment = tuple[float, float, str]
TAB = "\t"

ODD = {
    7: "",
    8: " ",
    12: " left\tand right",
    13: " from there -> to here",
    20: " 42",
    21: " 43",
    26: " At 10:30: we left, and: so it goes.",
    27: " Besides: no.",
    28: " - so it was",
    29: " ♪ la la ♪",
    30: " [bells]",
    31: " 5 < 6 & 7 > 3",
    32: " NOTE well",
    33: " >> Is anybody there?",
    34: " {so} it is",
    35: "…and then",
}


def segments() -> Iterator[Segment]:
    """Segments of an hour and more, with a loop, overlaps, pauses and some of no length."""
    start = 3.5999999
    for number in range(90):
        length = (0.0, 2.5, 3.5999999, 0.42, 61.0049)[number % 5]
        text = f" Word {number} of the tide" + ("", ".", "?", ",")[number % 4]
        looped = " Thank you." if 50 <= number < 58 else text
        yield start, start + length, ODD.get(number, looped)
        start += length + (-0.2 if number % 7 == 3 else 5.0 if number % 6 == 5 else 0.0)
        start += 3_000 if number == 70 else 0


def clock(seconds: float, point: str, has_hours: bool) -> str:
    whole, millis = divmod(round(seconds * 1000), 1000)
    minutes, whole = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    told = f"{hours:02}:" if has_hours or hours else ""
    return f"{told}{minutes:02}:{whole:02}{point}{millis:03}"


def as_json(said: list[Segment]) -> str:
    made = [
        {"id": at, "seek": 0, "start": start, "end": end, "text": text, "tokens": [50364]}
        for at, (start, end, text) in enumerate(said)
    ]
    whole = "".join(text for _, _, text in said)
    return json.dumps({"text": whole, "segments": made, "language": "en"})


def as_vtt(said: list[Segment]) -> str:
    cues = (
        f"{clock(start, '.', False)} --> {clock(end, '.', False)}\n{text.strip()}\n\n"
        for start, end, text in said
    )
    return "WEBVTT\n\n" + "".join(cues)


def as_srt(said: list[Segment]) -> str:
    return "".join(
        f"{at}\n{clock(start, ',', True)} --> {clock(end, ',', True)}\n{text.strip()}\n\n"
        for at, (start, end, text) in enumerate(said, start=1)
    )


def as_tsv(said: list[Segment]) -> str:
    rows = (
        f"{round(1000 * start)}\t{round(1000 * end)}\t{text.strip().replace(TAB, ' ')}\n"
        for start, end, text in said
    )
    return "start\tend\ttext\n" + "".join(rows)


def as_text(said: list[Segment]) -> str:
    return "".join(f"{text.strip()}\n" for _, _, text in said)


def episode(text: str, join: bool) -> Episode:
    return read(text, None, ReadOptions(join=join)).episode


def words(text: str) -> list[str]:
    return [word for turn in episode(text, join=True).turns for word in turn.text.split()]


@pytest.mark.parametrize("form", [as_vtt, as_srt, as_tsv])
def test_the_forms_with_times_make_the_same_turns(form: Callable[[list[Segment]], str]) -> None:
    said = list(segments())
    one, other = as_json(said), form(said)
    for join in (False, True):
        here, there = episode(one, join), episode(other, join)
        assert [(turn.text, turn.start) for turn in there.turns] == [
            (turn.text, turn.start) for turn in here.turns
        ]
        assert (there.speakers, there.duration) == (here.speakers, here.duration)


def test_text_has_a_turn_a_line_and_the_same_words() -> None:
    said = list(segments())
    one, other = as_json(said), as_text(said)
    here, there = episode(one, join=False), episode(other, join=False)
    assert [turn.text for turn in there.turns] == [turn.text for turn in here.turns]
    assert words(other) == words(one)


def test_unjoined_each_segment_with_words_is_a_turn_with_its_start() -> None:
    said = [(start, text.split()) for start, _, text in segments() if text.strip()]
    made = episode(as_json(list(segments())), join=False).turns
    assert [turn.text.split() for turn in made] == [text for _, text in said]
    kept = [turn.start for turn in made if turn.start is not None]
    assert len(kept) > len(made) - 20
    assert kept == sorted(kept)
