"""The card drawn as SVG: type on paper, of fonts that every system has in some form."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from braidtui.formats.card.foot import foot
from braidtui.formats.card.inks import INK, PAPER, accent_of, readable
from braidtui.formats.card.layout import Setting, set_quote
from braidtui.formats.card.svg_text import svg_text
from braidtui.formats.card.words import CardWords, card_words, joined
from braidtui.formats.citing.excerpt import Excerpt

_SERIF = "Georgia, 'Noto Serif', 'Times New Roman', serif"
_CAPITAL = 0.74  # the height of a capital, of the size
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*", re.ASCII)
# One comma of an opening quotation mark, 40 wide and 56 high
_COMMA = "M38 0C16 8 0 22 0 40a18 17 0 1 0 19-17c2-8 9-13 21-17z"


class Card(NamedTuple):
    """The card as an SVG document; nothing in it is loaded from elsewhere, and nothing runs.

    `shortening` is what to tell a person where it does not show all of the words, else "".
    """

    svg: str
    shortening: str = ""


def drawn_card(excerpt: Excerpt, accent: str = "") -> Card:
    """The card of an excerpt; `accent` is `#rrggbb`, without one the speaker's own colour.

    Raises ValueError where the excerpt has no words.
    """
    words = card_words(excerpt)
    if not words.paragraphs:
        raise ValueError("a card needs words")
    setting = set_quote(words.paragraphs)
    color = readable(accent) if accent else accent_of(excerpt)
    svg = "\n".join(_document(words, setting, color, excerpt.episode.language)) + "\n"
    return Card(svg, _shortening(words, setting))


def _shortening(words: CardWords, setting: Setting) -> str:
    if setting.shown is None:
        return ""
    said = sum(map(len, words.paragraphs))
    return f"the card shows the first {setting.shown:,} of {said:,} characters"


def _document(words: CardWords, setting: Setting, accent: str, language: str) -> Iterator[str]:
    sheet = setting.sheet
    spoken = f" xml:lang={quoteattr(language)}" if _LANGUAGE.fullmatch(language) else ""
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{sheet.width}" height="{sheet.height}"'
        f' viewBox="0 0 {sheet.width} {sheet.height}" role="img"{spoken}>'
    )
    shown = " ".join(line.text for line in setting.lines)
    yield f"<title>{svg_text(joined(': ', ', '.join(words.names), shown))}</title>"
    yield f'<rect width="100%" height="100%" fill="{PAPER}"/>'
    yield f'<rect width="100%" height="10" fill="{accent}"/>'
    yield from _mark(setting, accent)
    yield from _quote(setting)
    yield from foot(words, setting, accent)
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
        yield f'<tspan x="{x}" y="{baseline}">{svg_text(text)}</tspan>'
    yield "</text>"


def _is_rtl(setting: Setting) -> bool:
    """Whether it reads from the right: its first letter that has a direction tells (UAX 9, P2)."""
    text = "".join(line.text for line in setting.lines)
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((one for one in directions if one in {"L", "R", "AL"}), "L") != "L"
