"""Generated transcripts as other programs write them: the same talk in each format."""

import html
import json
import random
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from tests.benchmarks.wording import languages

_CAST = ("Mora Lind", "Tavi Okoro", "Jun 川端", "Eva Sørensen")
_CUES_A_TURN = (1, 14)
_WORDS_A_CUE = (5, 14)
_PER_WORD = 380  # milliseconds


class Said(NamedTuple):
    """A caption: who says it, from when to when (milliseconds), and whether a turn begins here."""

    speaker: str
    start: int
    end: int
    text: str
    begins: bool


def talk(captions: int) -> list[Said]:
    """So many captions of a conversation; the same for the same number."""
    chance = random.Random(captions)
    said: list[Said] = []
    while len(said) < captions:
        said += _turn(chance, said[-1].end if said else 0)
    return said[:captions]


def _turn(chance: random.Random, now: int) -> Iterator[Said]:
    """One turn, cut into captions wherever a line is full."""
    english = languages()[0]
    speaker = chance.choice(_CAST)
    count = chance.randint(*_CUES_A_TURN)
    words = english.told(chance, english.drawn(chance, 10 * count, english.words[:50])).split()
    begins = True
    while words:
        length = chance.randint(*_WORDS_A_CUE)
        text, words = " ".join(words[:length]), words[length:]
        end = now + _PER_WORD * length
        yield Said(speaker, now, end, text, begins)
        now, begins = end + chance.choice((0, 0, 0, 40, 250, 2_500)), False


def webvtt(said: Sequence[Said]) -> str:
    """As a captioning service writes it: a voice in each cue."""
    cues = (
        f"{_clock(it.start)} --> {_clock(it.end)}\n<v {it.speaker}>{html.escape(it.text, False)}\n"
        for it in said
    )
    return "WEBVTT\n\n" + "\n".join(cues)


def zoom(said: Sequence[Said]) -> str:
    """As Zoom writes it: numbered, the name before a colon."""
    cues = (
        f"{number}\n{_clock(it.start)} --> {_clock(it.end)}\n{it.speaker}: {it.text}\n"
        for number, it in enumerate(said, start=1)
    )
    return "WEBVTT\n\n" + "\n".join(cues)


def subrip(said: Sequence[Said]) -> str:
    """As subtitles: the name where it changes."""
    cues = (
        f"{number}\n{_clock(it.start, ',')} --> {_clock(it.end, ',')}\n"
        f"{f'{it.speaker}: ' if it.begins else ''}{it.text}\n"
        for number, it in enumerate(said, start=1)
    )
    return "\n".join(cues)


def whisper(said: Sequence[Said]) -> str:
    """As Whisper writes it, with its words."""
    segments = [
        {
            **{"id": number, "seek": 0, "start": it.start / 1000, "end": it.end / 1000},
            **{"text": f" {it.text}", "tokens": list(range(50_364, 50_364 + len(it.text) // 4))},
            **{"temperature": 0.0, "avg_logprob": -0.2, "no_speech_prob": 0.01},
        }
        for number, it in enumerate(said)
    ]
    return json.dumps({"text": "", "segments": segments, "language": "en"}, ensure_ascii=False)


def podcasting20(said: Sequence[Said]) -> str:
    """As a podcast host writes it."""
    segments = [
        {"speaker": s, "startTime": start / 1000, "endTime": end / 1000, "body": text}
        for s, start, end, text, _ in said
    ]
    return json.dumps({"version": "1.0.0", "segments": segments}, ensure_ascii=False, indent=1)


def podcasting20_words(said: Sequence[Said]) -> str:
    """The same, a word a segment."""
    return podcasting20(
        [it._replace(text=word) for it in said for word in it.text.split()][: len(said)]
    )


def markdown(said: Sequence[Said]) -> str:
    """As an editor writes it: a bold name before each turn."""
    return "\n\n".join(f"**{speaker}:** {text}" for speaker, _, text in _turns(said)) + "\n"


def text(said: Sequence[Said]) -> str:
    """A name and a time on a line, the words below."""
    turns = (f"{speaker} {_clock(at)[:8]}\n{text}\n" for speaker, at, text in _turns(said))
    return "\n".join(turns)


def page(said: Sequence[Said]) -> str:
    """As HTML of the podcast namespace."""
    return "\n".join(
        f"<cite>{speaker}:</cite>\n<time>{_clock(at)[:8]}</time>\n<p>{html.escape(text)}</p>"
        for speaker, at, text in _turns(said)
    )


FORMS: dict[str, Callable[[Sequence[Said]], str]] = {
    "vtt": webvtt,
    "vtt, names before colons": zoom,
    "srt": subrip,
    "whisper json": whisper,
    "podcasting 2.0 json": podcasting20,
    "podcasting 2.0 json, words": podcasting20_words,
    "markdown": markdown,
    "text": text,
    "html": page,
}


def _turns(said: Sequence[Said]) -> Iterator[tuple[str, int, str]]:
    """Each turn: who, when (milliseconds), all that is said."""
    begins = [index for index, it in enumerate(said) if it.begins]
    for begin, end in zip(begins, [*begins[1:], len(said)], strict=True):
        yield said[begin].speaker, said[begin].start, " ".join(it.text for it in said[begin:end])


def _clock(milliseconds: int, point: str = ".") -> str:
    seconds, rest = divmod(milliseconds, 1000)
    clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return f"{clock}{point}{rest:03}"
