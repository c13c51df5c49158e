"""The cast of a print: names, roles, models and voices, as far as its lines tell them apart."""

from collections.abc import Collection, Iterable, Sequence

from braidtui.episode.model import Speaker
from braidtui.formats.printed.parts import Block
from braidtui.formats.printed.seams import Seams
from braidtui.formats.printed.signs import is_head
from braidtui.formats.reading.speaker_ids import speaker_ids

_MOST = 20  # lines that a name may have, and pairs of blanks in one


def people_of(block: Block) -> list[Block]:
    """The lines of each person: a sign at the margin begins the next."""
    people: list[Block] = []
    for number, line in enumerate(block.lines, start=block.number):
        if is_head(line) or not people:
            people.append(Block(number, []))
        people[-1].lines.append(line)
    return people


def read_cast(people: Iterable[Block], heard: Collection[str], seams: Seams) -> list[Speaker]:
    """Each person once, with an id; `heard` are the names that turns have, signs and all."""
    told: dict[str, str] = {}
    for person in people:
        name, craft = _parted(person.lines, heard, seams)
        told.setdefault(bare_name(name), craft)
    ids = speaker_ids(told)
    return [Speaker(ids[name], name, *_craft(craft)) for name, craft in told.items()]


def bare_name(name: str) -> str:
    """A name without the sign before it."""
    return name[2:].strip()


def _parted(lines: Sequence[str], heard: Collection[str], seams: Seams) -> tuple[str, str]:
    """The name that turns have, and the rest; else what stands before two blanks, or on a line of
    its own."""
    for named in range(min(_MOST, len(lines)), 0, -1):
        if (name := seams.joined(lines[:named])) in heard:
            return name, seams.joined(lines[named:])
    first, *rest = lines
    pieces = first.split("  ", _MOST)
    names = ["  ".join(pieces[:count]) for count in range(len(pieces), 0, -1)]
    name = next((name for name in names if name in heard), pieces[0])
    return name, seams.joined([first[len(name) :], *rest])


def _craft(text: str) -> tuple[str, str, str]:
    """Role, model and voice; of a single slash it is known that it stands in a model or a voice."""
    parts = text.split(" · ")
    if len(parts) > 2:
        return " · ".join(parts[:-2]), parts[-2], parts[-1]
    if "/" in parts[0] and " " not in parts[0]:
        return "", parts[0], "".join(parts[1:])
    return parts[0], "".join(parts[1:]), ""
