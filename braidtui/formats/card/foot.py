"""The foot of a card: who said the words on the left, where and when on the right."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from braidtui.formats.card.breaking import balanced, listed
from braidtui.formats.card.inks import INK, QUIET, RULE
from braidtui.formats.card.layout import Setting
from braidtui.formats.card.svg_text import svg_text
from braidtui.formats.card.widths import clusters, width
from braidtui.formats.card.words import CardWords, joined

_SANS = "'Helvetica Neue', 'Noto Sans', Arial, sans-serif"
_BOLDER = 1.12  # how much wider bold letters are
_NAME_SIZES = (32, 25, 20)
_HEIGHT, _ROW_OF_ONE = 100, 0  # of the names: alone, and above what else is told of one speaker
_GUTTER = 32  # between left and right


class _Row(NamedTuple):
    """A line of text: how far below the rule its baseline is, its size, in pixels, its look."""

    text: str
    below: int
    size: int
    look: str = ""

    @property
    def width(self) -> float:
        """Its width in pixels; in bold letters it may be a little more."""
        return width(self.text) * self.size


def foot(words: CardWords, setting: Setting, accent: str) -> Iterator[str]:
    """The lines of the foot, as SVG."""
    sheet = setting.sheet
    left, right = sheet.margin, sheet.width - sheet.margin
    rule, half = sheet.height - 162, (right - left - _GUTTER) / 2
    who = [*_who(words, half, accent)]
    broadest = _BOLDER * max((row.width for row in who), default=0)
    rest = max(half, right - left - _GUTTER - broadest)
    yield f'<path d="M{left} {rule}H{right}" stroke="{RULE}" stroke-width="2"/>'
    yield f'<g font-family="{_SANS}" fill="{QUIET}">'
    yield from _drawn(who, left, rule)
    yield '<g text-anchor="end">'
    yield from _drawn(_where(words, half, rest, is_cut=setting.shown is not None), right, rule)
    yield "</g></g>"


def _who(words: CardWords, most: float, accent: str) -> Iterator[_Row]:
    size, names = _names(words.names, _ROW_OF_ONE if words.role or words.craft else _HEIGHT, most)
    for row, name in enumerate(names):
        below = 48 + row * _leading(size)
        yield _Row(name, below, size, f' font-weight="bold" fill="{accent}"')
    yield _Row(_elided(words.role, most / 23), 83, 23)
    yield _Row(_elided(words.craft, most / 18), 116 if words.role else 83, 18)


def _where(words: CardWords, most: float, rest: float, *, is_cut: bool) -> Iterator[_Row]:
    """The title takes half of the width, what is small all that is left."""
    title = _two_lines(words.title, most / 24)
    for row, text in enumerate(title):
        yield _Row(text, 45 + 31 * row, 24, f' fill="{INK}"')
    below = 51 + 31 * len(title)
    yield _Row(_elided(joined(" · ", words.show, words.when), rest / 19), below, 19)
    yield _Row("shortened" if is_cut else "", below + 26, 19)


def _drawn(rows: Iterable[_Row], x: int, rule: int) -> Iterator[str]:
    for text, below, size, look in rows:
        if text:
            place = f'x="{x}" y="{rule + below}" font-size="{size}"'
            yield f"<text {place}{look}>{svg_text(text)}</text>"


def _names(names: Sequence[str], height: int, most: float) -> tuple[int, list[str]]:
    """The size at which names find room, in pixels, if need be on several lines; and the lines."""
    for size in _NAME_SIZES:
        room, rows = most / size / _BOLDER, max(1, height // _leading(size))
        lines = listed(names, room)
        if len(lines) <= rows and all(width(line) <= room for line in lines):
            return size, lines
    lines = [*lines[: rows - 1], " ".join(lines[rows - 1 :])]
    return size, [_elided(line, room) for line in lines]


def _leading(size: int) -> int:
    return size * 5 // 4


def _two_lines(text: str, most: float) -> list[str]:
    lines = balanced(text, most) if text else []
    return lines if len(lines) <= 2 else [lines[0], _elided(" ".join(lines[1:]), most)]


def _elided(text: str, most: float) -> str:
    """A text in at most that many em."""
    if width(text) <= most:
        return text
    kept, room = "", most - width("…")
    for cluster in clusters(text):
        room -= width(cluster)
        if room < 0:
            break
        kept += cluster
    return f"{kept.rstrip()}…"
