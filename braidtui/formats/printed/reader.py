"""The reader of our own print: what `show` writes for reading, made an episode again."""

from dataclasses import replace

from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import Imported
from braidtui.formats.printed.contents import Contents
from braidtui.formats.printed.front import title_at
from braidtui.formats.printed.parts import blocks_of, first_rule, read_parts
from braidtui.formats.printed.signs import RULE, is_head
from braidtui.formats.reading.tally import Tally
from braidtui.formats.speech.composing import imported_from

_ENOUGH = 4_000  # lines among which the head of a print ends


def claims(given: Given) -> bool:
    """Whether a text looks like a print: below its title it tells how much of it there is
    (`00:13:05 · 6 segments · 39 turns`), and under a rule `── 1. Title` the sign of a speaker
    stands before a name."""
    if not RULE.search(given.text):
        return False
    lines = [line.rstrip(" ") for line in given.lines[:_ENOUGH]]
    rule = first_rule(lines)
    if rule == len(lines) or title_at(blocks_of(lines[:rule])) is None:
        return False
    return any(is_head(line) for line in given.lines[rule:])


def read_printed(given: Given, options: ReadOptions) -> Imported:
    """The episode that a print tells of; raises FormatRefused where no turn is in it.

    Times are whole seconds. Of an excerpt only what is there is read, which a notice says.
    """
    tally = Tally()
    parts = read_parts(given.lines, tally)
    contents = Contents(parts, tally)
    episode, notices = imported_from(contents.draft(), options)
    unsaid = sum(not quote.speaker for quote in episode.quotes)
    tally.count(1, "a pull quote stands in no turn", unsaid)
    segments = tuple(
        replace(segment, sources=contents.own_sources(part)) if part.citing else segment
        for segment, part in zip(episode.segments, parts.segments, strict=True)
    )
    return Imported(replace(episode, segments=segments), tuple(sorted((*notices, *tally.notices))))
