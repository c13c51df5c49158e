"""The card drawn as SVG: type on paper, of fonts that every system has in some form."""

import re
import unicodedata
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from braidtui.formats.card.breaking import balanced
from braidtui.formats.card.inks import INK, PAPER, QUIET, RULE, accent_of, readable
from braidtui.formats.card.layout import Setting, set_quote
from braidtui.formats.card.widths import clusters, width
from braidtui.formats.card.words import CardWords, card_words, joined
from braidtui.formats.citing.excerpt import Excerpt

_SERIF = "Georgia, 'Noto Serif', 'Times New Roman', serif"
_SANS = "'Helvetica Neue', 'Noto Sans', Arial, sans-serif"
_BOLDER = 1.15  # how much wider bold letters are
_CAPITAL = 0.74  # the height of a capital, of the size
# XML 1.0, section 2.2
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*", re.ASCII)
# One comma of an opening quotation mark, 40 wide and 56 high
_COMMA = "M38 0C16 8 0 22 0 40a18 17 0 1 0 19-17c2-8 9-13 21-17z"


def card_svg(excerpt: Excerpt, accent: str = "") -> str:
    """The card as an SVG document; `accent` is `#rrggbb`, without one the speaker's own colour.

    Nothing in it is loaded from elsewhere, and nothing runs. Raises ValueError where the excerpt
    has no words.
    """
    words = card_words(excerpt)
    if not words.paragraphs:
        raise ValueError("a card needs words")
    setting = set_quote(words.paragraphs)
    color = readable(accent) if accent else accent_of(excerpt)
    return "\n".join(_document(words, setting, color, excerpt.episode.language)) + "\n"


def _document(words: CardWords, setting: Setting, accent: str, language: str) -> Iterator[str]:
    sheet = setting.sheet
    spoken = f" xml:lang={quoteattr(language)}" if _LANGUAGE.fullmatch(language) else ""
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{sheet.width}" height="{sheet.height}"'
        f' viewBox="0 0 {sheet.width} {sheet.height}" role="img"{spoken}>'
    )
    shown = " ".join(line.text for line in setting.lines)
    yield f"<title>{_text(joined(': ', words.name, shown))}</title>"
    yield f'<rect width="100%" height="100%" fill="{PAPER}"/>'
    yield f'<rect width="100%" height="10" fill="{accent}"/>'
    yield from _mark(setting, accent)
    yield from _quote(setting)
    yield from _foot(words, setting, accent)
    yield "</svg>"


def _mark(setting: Setting, accent: str) -> Iterator[str]:
    """Beside the first line, or above it; on the right where one reads from there."""
    sheet, first = setting.sheet, setting.lines[0].baseline
    top = first - setting.size * (_CAPITAL if sheet.indent else 1) - (0 if sheet.indent else 104)
    left, turned = (sheet.width - sheet.margin, "-") if _is_rtl(setting) else (sheet.margin, "")
    yield f'<g transform="translate({left} {top:.1f}) scale({turned}1.12 1.12)" fill="{accent}">'
    yield f'<path d="{_COMMA}"/><path transform="translate(46 0)" d="{_COMMA}"/></g>'


def _quote(setting: Setting) -> Iterator[str]:
    sheet = setting.sheet
    x, direction = sheet.margin + sheet.indent, ""
    if _is_rtl(setting):
        x, direction = sheet.width - x, ' direction="rtl"'
    yield f'<text font-family="{_SERIF}" font-size="{setting.size}" fill="{INK}"{direction}>'
    for text, baseline in setting.lines:
        yield f'<tspan x="{x}" y="{baseline}">{_text(text)}</tspan>'
    yield "</text>"


def _foot(words: CardWords, setting: Setting, accent: str) -> Iterator[str]:
    """Who on the left, where and when on the right."""
    sheet = setting.sheet
    left, right = sheet.margin, sheet.width - sheet.margin
    half = (right - left) / 2 - 16
    rule = sheet.height - 162
    yield f'<path d="M{left} {rule}H{right}" stroke="{RULE}" stroke-width="2"/>'
    yield f'<g font-family="{_SANS}" fill="{QUIET}">'
    name = _elided(words.name, half / 32 / _BOLDER)
    yield from _told(name, left, rule + 48, 32, f' font-weight="bold" fill="{accent}"')
    yield from _told(_elided(words.role, half / 23), left, rule + 83, 23)
    craft = rule + (116 if words.role else 83)
    yield from _told(_elided(words.craft, half / 18), left, craft, 18)
    yield '<g text-anchor="end">'
    title = _two_lines(words.title, half / 24)
    for row, text in enumerate(title):
        yield from _told(text, right, rule + 45 + 31 * row, 24, f' fill="{INK}"')
    below = rule + 51 + 31 * len(title)
    yield from _told(_elided(joined(" · ", words.show, words.when), half / 19), right, below, 19)
    yield from _told("shortened" if setting.is_cut else "", right, below + 26, 19)
    yield "</g></g>"


def _told(text: str, x: int, y: int, size: int, look: str = "") -> Iterator[str]:
    if text:
        yield f'<text x="{x}" y="{y}" font-size="{size}"{look}>{_text(text)}</text>'


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


def _is_rtl(setting: Setting) -> bool:
    """Whether it reads from the right: its first letter that has a direction tells (UAX 9, P2)."""
    text = "".join(line.text for line in setting.lines)
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((one for one in directions if one in {"L", "R", "AL"}), "L") != "L"


def _text(text: str) -> str:
    return escape(_NO_XML.sub("\ufffd", text))
