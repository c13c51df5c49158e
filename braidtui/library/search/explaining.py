"""Why there are no hits: what each part of a query excludes, and what may have been meant."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from braidtui.episode.problem import shortened
from braidtui.find.phrase import Phrase
from braidtui.library.search.matching.facts import Facts
from braidtui.library.search.matching.vocabulary import Vocabulary
from braidtui.library.search.query import Clause, Filter, Query
from braidtui.library.search.results import Count
from braidtui.library.search.suggesting import nearest

_MOST_WORDS = 5  # that are looked up; all of a long query would be felt

Counted = Callable[[Query], Count]
"""How many turns a query finds."""


def unknown_words(query: Query, vocabulary: Vocabulary) -> Iterator[str]:
    """A line for each word that is nowhere in the index, with the nearest that is."""
    for word, is_begun in list(_words(query))[:_MOST_WORDS]:
        if vocabulary.count(word) or (is_begun and vocabulary.begins(word)):
            continue
        near = nearest(word, vocabulary.all())
        hint = f' (did you mean "{near[0]}"?)' if near else ""
        yield shortened(f'no turn has "{word}"{hint}')


def speakers_meant(query: Query, facts: Facts) -> Iterator[str]:
    """A line for each word that is a speaker's name."""
    for word, _ in list(_words(query))[:_MOST_WORDS]:
        if facts.letters(Filter("speaker", Phrase((word,)), word)):
            yield shortened(f'"{word}" is a speaker: speaker:{word} finds those turns')


def excluded(query: Query, counted: Counted) -> Iterator[str]:
    """A line for each part without which there would be hits."""
    if len(query.clauses) < 2:
        return
    for clause in dict.fromkeys(query.clauses[: 2 * _MOST_WORDS]):
        rest = tuple(it for it in query.clauses if it != clause)
        count = counted(replace(query, clauses=rest))
        if count.number:
            hits = "hit" if str(count) == "1" else "hits"
            yield shortened(f"without {_written(clause)}: {count} {hits}")


def _words(query: Query) -> Iterator[tuple[str, bool]]:
    """The words that are looked for, each once, and whether it may be the beginning of one."""
    seen = set()
    for clause in query.clauses:
        for atom in clause:
            if isinstance(atom.what, Phrase) and not atom.is_not:
                for place, word in enumerate(atom.what.words, 1):
                    if word not in seen:
                        seen.add(word)
                        yield word, atom.what.is_prefix and place == len(atom.what.words)


def _written(clause: Clause) -> str:
    return " OR ".join(("-" if atom.is_not else "") + _typed(atom.what) for atom in clause)


def _typed(what: Phrase | Filter) -> str:
    if isinstance(what, Filter):
        return what.typed.removeprefix("-")
    words = " ".join(what.words) + ("*" if what.is_prefix else "")
    return words if len(what.words) == 1 else f'"{words}"'
