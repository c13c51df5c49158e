"""The heads that a whole script bears out: names that come up again and again in one shape."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from braidtui.formats.prose.heads.labels import is_of_a_head
from braidtui.formats.prose.heads.shapes import SHAPES, Shape
from braidtui.formats.prose.layouts import Kind, Mark, mark_of
from braidtui.formats.prose.script import Role, ScriptLine
from braidtui.formats.speech.aliases import listed
from braidtui.formats.speech.prefixes import MOST, accepted_names

_LOOKED_AT = 600  # lines of the beginning: they show the shape
_FEWEST = 4  # heads
_ENOUGH = 3
_RECURRING = 0.8  # of the heads: so many have a name that comes up again
_RECURRING_TITLES = 0.6
_MANY = 8  # heads of which single words may be names
_NAMED = 0.3  # of the paragraphs: with so many names told otherwise no other shape is looked for
_SPEAK = (Kind.BOLD, Kind.LABEL, Kind.STAMP, Kind.CHAT)
_ROLES = ("Q", "A", "Question", "Answer", "Host", "Guest")
_TITLES = listed(
    """
    action actions agenda applause background bridge chapter chorus conclusion cons decision
    decisions description discussion example examples facts highlights input introduction intro
    items key laughs laughter links music next notes open outro output overview part points pros
    question questions answers references resources section silence step steps summary takeaways
    transcript usage verse
    """
)


class Headed(NamedTuple):
    """A script with the heads that it bears out, and the names that look like heads where none
    is."""

    script: list[ScriptLine]
    likely: tuple[str, ...] = ()


def headed(script: list[ScriptLine], known: Collection[str]) -> Headed:
    """The script with the marks of the one shape that most of it has; `known` may speak."""
    script = _unquoted(script)
    beginning = script[:_LOOKED_AT]
    if not beginning or _is_told(beginning):
        return Headed(script)
    likely: tuple[str, ...] = ()
    for shape in SHAPES:
        names = [mark.name for _, mark in _heads(shape, beginning)]
        if len(names) < _FEWEST or len(names) < shape.least * _paragraphs(shape, beginning, names):
            continue
        if _people(names, shape, known):
            return Headed(_marked(script, shape, known))
        likely = likely or _likely(names)
    marks = (line.mark for line in beginning if line.mark and line.mark.kind is Kind.PREFIX)
    return Headed(script, likely or _likely([mark.name for mark in marks]))


def _unquoted(script: list[ScriptLine]) -> list[ScriptLine]:
    """The script without its quotation, where names that stand out begin most of one that is most
    of the script."""
    beginning = script[:_LOOKED_AT]
    quoted = [line for line in beginning if line.role is Role.QUOTED]
    if len(quoted) < max(_ENOUGH, MOST * len(beginning)):
        return script
    marks = [mark_of(line.text) for line in quoted if line.opens]
    if sum(mark is not None and mark.kind is Kind.BOLD for mark in marks) < MOST * len(marks):
        return script
    return [
        line._replace(role=Role.TEXT, mark=mark_of(line.text)) if line.role is Role.QUOTED else line
        for line in script
    ]


def _is_told(script: Sequence[ScriptLine]) -> bool:
    """Whether marks tell the names of a script already."""
    marks = [line.mark for line in script if line.mark and line.mark.name]
    paragraphs = sum([line.opens for line in script])
    named = sum([mark.kind in _SPEAK for mark in marks])
    if named and named >= _NAMED * paragraphs:
        return True
    prefixes = [mark.name for mark in marks if mark.kind is Kind.PREFIX]
    people = accepted_names(prefixes) if prefixes else frozenset()
    return sum(name in people for name in prefixes) >= max(_ENOUGH, _NAMED * paragraphs)


def _heads(shape: Shape, script: Sequence[ScriptLine]) -> Iterator[tuple[int, Mark]]:
    find, role = shape.find, shape.role
    around = zip([None, *script[:-1]], script, [*script[1:], None], strict=True)
    for index, (above, line, below) in enumerate(around):
        if line.role is role and (mark := find(above, line, below)):
            yield index, mark


def _paragraphs(shape: Shape, script: Sequence[ScriptLine], heads: Sequence[str]) -> int:
    """How many blocks, or titles, there are; lines where hardly a blank one parts them."""
    lines = [line for line in script if line.role is shape.role]
    opening = sum([line.opens for line in lines])
    return len(lines) if len(heads) > opening else opening


def _people(names: Sequence[str], shape: Shape, known: Collection[str]) -> frozenset[str]:
    """Those of the names that are people; none where too few come up again."""
    told = [name for name in names if not is_of_a_head(name) or name in _ROLES]
    uses = Counter(told)
    again = {*known, *(role for role in _ROLES if uses[role] >= _ENOUGH)}
    people = accepted_names(told, again, 2 * len(told))
    recurring = [name for name in people if uses[name] > 1 and not _is_title(name)]
    least = _RECURRING_TITLES if shape.role is Role.HEADING else _RECURRING
    if len(recurring) + shape.is_timed < 2 or sum(uses[name] for name in recurring) < least * len(
        names
    ):
        return frozenset()
    if (
        not shape.is_timed
        and len(names) < _MANY
        and not any(" " in name or name in _ROLES for name in recurring)
    ):
        return frozenset()
    likely = accepted_names(told, again, int(len(told) / MOST))
    return frozenset(recurring) | (likely if shape.is_timed else frozenset())


def _is_title(name: str) -> bool:
    return name not in _ROLES and not _TITLES.isdisjoint(name.casefold().split())


def _likely(names: Sequence[str]) -> tuple[str, ...]:
    """Those of the names that come up twice and look like people, where there are two."""
    uses = Counter(names)
    twice = [name for name in uses if uses[name] > 1 and not _is_title(name)]
    people = accepted_names(twice, (), int(len(twice) / MOST))
    likely = tuple(name for name in twice if name in people and not is_of_a_head(name))
    return likely if len(likely) > 1 else ()


def _marked(script: list[ScriptLine], shape: Shape, known: Collection[str]) -> list[ScriptLine]:
    heads = dict(_heads(shape, script))
    people = _people([mark.name for mark in heads.values()], shape, known)
    marked = list(script)
    for index, mark in heads.items():
        if mark.name in people:
            marked[index] = script[index]._replace(role=Role.TEXT, opens=True, mark=mark)
    return marked
