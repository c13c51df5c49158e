"""The card of a quote, as a text and as a picture: the words, who said them, when and where."""

from braidtui.formats.card.drawing import card_svg
from braidtui.formats.card.words import card_text

__all__ = ["card_svg", "card_text"]
