"""The card of a quote, as a text and as a picture: the words, who said them, when and where."""

from braidtui.formats.card.drawing import Card, drawn_card
from braidtui.formats.card.words import card_text

__all__ = ["Card", "card_text", "drawn_card"]
