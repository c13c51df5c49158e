"""The reader of our own JSON; the rules of the episode file hold, and its words for problems."""

import re
from collections.abc import Iterable

from braidtui.episode.problem import Problem
from braidtui.episode.reading.complaints import Complaints
from braidtui.episode.reading.contents import ContentsReader
from braidtui.episode.reading.nodes import Mapping, Node, Sequence
from braidtui.episode.reading.places import Lines, Place
from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import FormatRefused, Imported

_OPENS = re.compile(r"\s*\{\s*\"")
_HAS_CAST = re.compile(r"\"speakers\"\s*:\s*\{")
_HAS_TURNS = re.compile(r"\"turns\"\s*:\s*\[")
_BESIDE_EPISODE = ("id", "path")
_OF_QUOTE = frozenset(("speaker", "start"))


def claims(given: Given) -> bool:
    """Whether a text looks like an object with a cast by id and turns: it is not read for that."""
    text = given.text
    return bool(_OPENS.match(text) and _HAS_CAST.search(text) and _HAS_TURNS.search(text))


def read_own_json(given: Given, _options: ReadOptions) -> Imported:
    """The episode in a text of the form that `json_form` tells; raises FormatRefused.

    `id` and `path` are not looked at. A quote says what its `stated` says, without one what it says
    itself.
    """
    lines = Lines(given.text)
    complaints = Complaints(lines)
    root = _root(given.text, lines, complaints)
    contents = ContentsReader(complaints)
    episode = contents.episode(root)
    if episode is None or complaints.refuses:
        raise FormatRefused(*_worst_first(complaints.in_order))
    contents.check_quotes(episode)
    return Imported(episode, complaints.in_order)


def _root(text: str, lines: Lines, complaints: Complaints) -> Node:
    """The root as that of an episode file would be."""
    from braidtui.formats.own_json.nodes import UnreadableJsonError, json_nodes

    try:
        root = json_nodes(text, lines)
    except UnreadableJsonError as error:
        complaints.problem(error.index, Place(), error.words)
        raise FormatRefused(*complaints.in_order) from error
    if isinstance(root, Mapping):
        for key in _BESIDE_EPISODE:
            root.nodes.pop(key, None)
        quotes = root.nodes.get("quotes")
        for quote in quotes.items if isinstance(quotes, Sequence) else ():
            _take_stated(quote)
    return root


def _take_stated(quote: Node) -> None:
    """Let a quote say what its `stated` says."""
    if not isinstance(quote, Mapping) or "stated" not in quote.nodes:
        return
    stated = quote.nodes.pop("stated")
    if not isinstance(stated, Mapping) or stated.nodes.keys() - _OF_QUOTE:
        quote.faults.append((stated.index, "stated must be a mapping of speaker and start alone"))
        return
    for key in _OF_QUOTE:
        quote.nodes.pop(key, None)
    quote.nodes |= stated.nodes
    quote.key_indices |= stated.key_indices
    quote.faults += stated.faults


def _worst_first(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: problem.is_warning)
