"""The reader of Markdown: our own documents losslessly, those of others by their layout."""

from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import Imported
from braidtui.formats.markdown.own.reader import claims_own, read_own_markdown
from braidtui.formats.prose import reader as prose


def claims(given: Given) -> bool:
    """Whether a text is our own export, or Markdown in a layout of speakers or times."""
    return claims_own(given) or prose.claims_markdown(given)


def read_markdown(given: Given, options: ReadOptions) -> Imported:
    """The episode in a text; raises FormatRefused."""
    if claims_own(given):
        return read_own_markdown(given, options)
    return prose.read_markdown_prose(given, options)
