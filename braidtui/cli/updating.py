"""The searcher of a command: over its library, its index brought up to date."""

import sys

import click

from braidtui.cli.outcome import complain
from braidtui.cli.setting import tell, tell_notices
from braidtui.library.catalog import Library
from braidtui.library.search.searcher import Searcher
from braidtui.plain.progress_bar import ProgressBar
from braidtui.typeset.heads import counted


def open_searcher(context: click.Context, library: Library, *, rebuild: bool = False) -> Searcher:
    """A searcher over all that is in the library; what stands in its way is told.

    A bar shows how far it is, where that takes long. An interrupt ends the command; what is indexed
    by then stays.
    """
    searcher = Searcher(library)
    context.call_on_close(searcher.close)
    with ProgressBar("indexing", sys.stderr) as bar:
        (searcher.rebuild if rebuild else searcher.update)(bar)
    tell_notices(library)
    tell(searcher.notices)
    state = searcher.state()
    if state.path and not state.is_complete:
        indexed = f"{state.episodes:,} of {counted(state.of_episodes, 'episode')}"
        complain(f"only {indexed} are indexed as yet")
    return searcher
