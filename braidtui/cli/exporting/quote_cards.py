"""The card of a quote that is named by its number: the episode's own, then the reader's."""

from collections.abc import Iterator, Sequence

import click

from braidtui.cli.outcome import REFUSED, CommandRefused, complain
from braidtui.cli.setting import from_notebook
from braidtui.episode.quotes import find_quotes
from braidtui.episode.turn_span import TurnSpan
from braidtui.formats.card import drawn_card
from braidtui.formats.citing import Excerpt
from braidtui.library.export.names import card_name
from braidtui.library.opened import Opened
from braidtui.typeset.heads import counted


def quote_card(opened: Opened, number: int) -> tuple[str, str]:
    """The name and the SVG of a quote's card; raises CommandRefused where there is none.

    A card that does not show all of the words is said to.
    """
    quotes: list[Sequence[TurnSpan]] = [
        [found] if found else [] for found in find_quotes(opened.episode)
    ]
    if number > len(quotes):
        quotes += _own(opened)
    if number > len(quotes):
        has = f"the episode has {counted(len(quotes), 'quote')}, with yours"
        raise CommandRefused(f"--card {number}: {has}")
    spans = quotes[number - 1]
    if not spans:
        raise CommandRefused(f"--card {number}: the words of this quote are not in the text")
    card = drawn_card(Excerpt(opened.episode, tuple(spans)))
    if card.shortening:
        complain(f"--card {number}: {card.shortening}")
    return card_name(opened, spans), card.svg


def _own(opened: Opened) -> Iterator[Sequence[TurnSpan]]:
    """Where the reader's own quotes stand, in the order of the text; nowhere for some."""
    from braidtui.notebook.attaching import attach
    from braidtui.notebook.kept import Kind

    kept = from_notebook(lambda notebook: notebook.keepsakes.of(opened))
    if kept is None:  # and why has been told
        raise click.exceptions.Exit(REFUSED)
    for one in attach(opened.episode, [it for it in kept if it.kind is Kind.QUOTE]):
        yield one.spans
