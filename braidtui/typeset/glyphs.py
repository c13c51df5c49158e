"""The sign of each speaker, so that identity never rests on colour or on a name's first letter."""

GLYPHS = "■◆●▲★▼✦◼♣♠"


def glyph(index: int) -> str:
    """The sign of the speaker who comes `index`th in the cast."""
    return GLYPHS[index % len(GLYPHS)]
