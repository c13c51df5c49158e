"""The query language by example, for every help; each finds something in the episodes shipped."""

from typing import NamedTuple


class Example(NamedTuple):
    """A query, and what it finds."""

    query: str
    finds: str


EXAMPLES = (
    Example("compute anthropic", "both words, in any order"),
    Example('"the original"', "the words in a row"),
    Example("chicken -cook", "the first word without the second"),
    Example("chicken OR rocket", "either word"),
    Example("caption*", "words that begin so: captions, captioning"),
    Example("café", "with this accent; without one typed, accents do not count"),
    Example("speaker:vask compute", "what one speaker says, by name or a part of it"),
    Example("-speaker:wall captions", "what all others say"),
    Example("role:host", "turns of speakers with a role"),
    Example("model:opus", "turns that a language model wrote"),
    Example("voice:ara", "turns that a voice speaks"),
    Example('show:"Braid Extras" transcript', "in the episodes of a show"),
    Example("in:floor rent*", "in segments with the word in their title"),
    Example("title:wall shorthand", "in episodes with the word in their title"),
    Example("site:wikipedia.org", "turns that rest on a source of a site"),
    Example("episode:8", "in the episodes of a number; also 3..8, or an id"),
    Example("date:2026-05", "published in a month; also 2026, 2026-05-20, 2026-05..2026-07"),
    Example("dur:>20m chicken", "in longer episodes; also <1h, 10m..20m, 45"),
    Example("has:quote", "turns that hold a pull quote"),
    Example("has:source shorthand", "turns that rest on a source"),
    Example("is:unread chicken", "in episodes you have not read; also is:read"),
)
