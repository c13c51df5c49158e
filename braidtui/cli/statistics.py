"""`stats`: who speaks how much and when, segments and sources; as bars, or as JSON."""

import re
import sys
from itertools import chain

import click

from braidtui.cli.meaning import meant, opened_at
from braidtui.cli.options import NAMES, everywhere
from braidtui.cli.outcome import DONE
from braidtui.cli.setting import configuration, from_notebook, open_library, tell_notices
from braidtui.episode.statistics.numbers import Numbers, SpeakerNumbers, Tally, numbers_of
from braidtui.episode.turn_span import TurnSpan
from braidtui.library.opened import Opened

_SEGMENT = re.compile(r"s(\d{1,6})", re.ASCII | re.IGNORECASE)


@everywhere
@click.command(context_settings=NAMES)
@click.argument("target", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="One object, for scripts.")
@click.pass_context
def command(context: click.Context, target: tuple[str, ...], as_json: bool) -> int:
    """Tell who speaks how much and when, and what an episode rests on.

    With a place (8@s3, 8@5:26) it is about the segment there alone.
    """
    library = open_library(context, configuration())
    wanted = meant(library, " ".join(target))
    opened, turn = opened_at(library, wanted)
    tell_notices(library)
    numbers = numbers_of(opened.episode, _segment(opened, wanted.place, turn))
    if as_json:
        from braidtui.plain.streams import write_json

        write_json(_document(opened, numbers))
    else:
        _print(opened, numbers)
    return DONE


def _segment(opened: Opened, place: str, turn: int | None) -> int | None:
    """The segment at a place; one that is named may be without turns."""
    if turn is None:
        return None
    named = _SEGMENT.fullmatch(place)
    return int(named[1]) - 1 if named else opened.episode.segment_of(turn)


def _print(opened: Opened, numbers: Numbers) -> None:
    from braidtui.episode.quotes import find_quotes
    from braidtui.plain.ink import ink_for
    from braidtui.plain.paragraphs import Page
    from braidtui.plain.statistics import statistics_lines
    from braidtui.plain.streams import text_columns

    page = Page(text_columns(sys.stdout), ink_for(sys.stdout))
    quotes, (highlights, own_quotes) = find_quotes(opened.episode), _kept(opened)
    for line in statistics_lines(numbers, [*quotes, *own_quotes], highlights, page):
        sys.stdout.write(f"{line}\n")


def _kept(opened: Opened) -> tuple[list[TurnSpan], list[TurnSpan]]:
    """What the person highlighted in the episode, and where the quotes that were taken begin."""
    from braidtui.notebook.attaching import attach
    from braidtui.notebook.kept import Kind

    kept = from_notebook(lambda notebook: notebook.keepsakes.of(opened)) or ()
    attached = attach(opened.episode, kept)
    highlights = [it.spans for it in attached if it.kept.kind is Kind.HIGHLIGHT]
    quotes = [it.spans[:1] for it in attached if it.kept.kind is Kind.QUOTE]
    return [*chain.from_iterable(highlights)], [*chain.from_iterable(quotes)]


def _document(opened: Opened, numbers: Numbers) -> dict[str, object]:
    """The numbers as scripts get them: times in seconds, null where they are not known; segments
    and turns counted from 1; shares from 0 to 1."""
    from braidtui.formats.json_form import seconds

    episode = numbers.episode
    duration = episode.duration if numbers.is_whole else numbers.segments[0].length
    return {
        "id": opened.id,
        "path": str(opened.path),
        "number": episode.number,
        "title": episode.title,
        "segment": None if numbers.is_whole else numbers.segments[0].segment + 1,
        "duration": seconds(duration),
        **_tally(numbers.total),
        "shares_by": "time" if numbers.is_timed else "words",
        "speakers": [_speaker(numbers, one) for one in numbers.speakers],
        "segments": [
            {
                "segment": one.segment + 1,
                "title": episode.segments[one.segment].title,
                "start": seconds(episode.segments[one.segment].start),
                "duration": seconds(one.length),
                **_tally(one.tally),
            }
            for one in numbers.segments
        ],
        "sources": numbers.sources,
        "sites": [
            {"site": site.name or None, "sources": len(site.numbers)} for site in numbers.sites
        ],
    }


def _speaker(numbers: Numbers, one: SpeakerNumbers) -> dict[str, object]:
    from braidtui.formats.json_form import seconds

    speaker, (turn, length, words) = numbers.episode.speakers[one.speaker], one.longest
    return {
        "speaker": speaker.id,
        "name": speaker.name,
        "share": round(numbers.share(one.tally), 4),
        **_tally(one.tally),
        "longest": {
            "turn": turn + 1,
            "start": seconds(numbers.episode.turns[turn].start),
            "duration": seconds(length),
            "words": words,
        },
    }


def _tally(tally: Tally) -> dict[str, object]:
    """`timed_turns` are those whose length is known: time and pace are theirs."""
    from braidtui.formats.json_form import seconds

    pace = tally.words_a_minute
    return {
        "turns": tally.turns,
        "timed_turns": tally.timed_turns,
        "talk_time": seconds(tally.talk_time),
        "words": tally.words,
        "words_per_minute": None if pace is None else round(pace, 1),
    }
