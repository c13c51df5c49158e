"""`search`: hits over the whole library, for people, for scripts, for editors."""

import sys
from collections.abc import Mapping
from typing import cast

import click

from braidtui.cli.options import NAMES, everywhere
from braidtui.cli.outcome import DONE, PROBLEMS, complain
from braidtui.cli.searching.hits import Found, print_lines, print_objects, print_page
from braidtui.cli.setting import configuration, from_notebook, open_library, tell
from braidtui.cli.updating import open_searcher
from braidtui.episode.problem import shortened
from braidtui.library.catalog import Library
from braidtui.library.search.parsing import parse
from braidtui.library.search.query import Filter, Query, finder_of
from braidtui.library.search.results import Results
from braidtui.library.search.searcher import Order, Searcher
from braidtui.plain.hit_count import Limits, count_line, is_all
from braidtui.plain.paragraphs import hanging_lines
from braidtui.plain.streams import text_columns

_NO_LIMIT = 1 << 30  # hits; more than any library has
_PRINT = {"page": print_page, "json": print_objects, "vimgrep": print_lines}


class _WithExamples(click.Command):
    """A command whose help ends with examples of the query language."""

    def format_epilog(self, _context: click.Context, formatter: click.HelpFormatter) -> None:
        from braidtui.library.search.examples import EXAMPLES

        with formatter.section("Queries"):
            formatter.write_dl(EXAMPLES)


@everywhere
@click.command(cls=_WithExamples, context_settings=NAMES)
@click.argument("words", nargs=-1, required=True, metavar="QUERY...")
@click.option("--json", "form", flag_value="json", help="An object a line, for scripts.")
@click.option("--vimgrep", "form", flag_value="vimgrep", help="path:line:column:text, for editors.")
@click.option(
    *("-n", "--limit"),
    type=click.IntRange(0),
    default=20,
    metavar="LIMIT",
    help="At most so many hits, 0 for all; else 20.",
)
@click.option(
    "--per-episode",
    type=click.IntRange(0),
    default=3,
    metavar="N",
    help="At most so many hits of an episode, 0 for all; else 3.",
)
@click.option(
    "--sort",
    "order",
    type=click.Choice(("best", "date")),
    default="best",
    help="The best first, or the newest.",
)
@click.pass_context
def command(
    context: click.Context, /, words: tuple[str, ...], form: str | None, order: str, **limits: int
) -> int:
    """Search the whole library.

    A hit is a turn that has every word, in any order; it is printed with the target that leads to
    it, who speaks, and the sentence. Put -- before a word that begins with a hyphen. Exits with 1
    where there is no hit.
    """
    library = open_library(context, configuration())
    query = parse(" ".join(words))
    tell(query.complaints)
    searcher = open_searcher(context, library)
    asked = Limits(**{name: min(limit, _NO_LIMIT) for name, limit in limits.items()})
    results = searcher.find(
        query, order=cast(Order, order), **asked._asdict(), read=(read := _read(query))
    )
    if not results.hits:
        _tell_why(searcher, library, query, read)
        return PROBLEMS
    _PRINT[form or "page"](Found(results.hits, library, finder_of(query)))
    _tell_count(results, asked, is_page=form is None)
    return DONE


def _read(query: Query) -> Mapping[str, float]:
    """How much of each episode is read, where the query asks for it."""
    asks = any(
        isinstance(atom.what, Filter) and atom.what.field == "is"
        for clause in query.clauses
        for atom in clause
    )
    return (from_notebook(lambda notebook: notebook.progress()) or {}) if asks else {}


def _tell_why(
    searcher: Searcher, library: Library, query: Query, read: Mapping[str, float]
) -> None:
    """Why nothing is found."""
    if not library.entries():
        complain("no episodes yet: `braidtui import FILE` makes one")
        return
    complain(_no_hits(query))
    tell(searcher.not_found(query, read=read))


def _no_hits(query: Query) -> str:
    if query.clauses:
        return f'no hits for "{shortened(query.typed)}"'
    if not query.typed.strip():
        return "nothing to look for: the query is empty"
    return f"nothing to look for: there is no word in {shortened(query.typed)}"


def _tell_count(results: Results, limits: Limits, *, is_page: bool) -> None:
    """Below a page; beside output for programs only to a person, and only if there are more."""
    line = count_line(results, limits)
    if is_page:
        sys.stdout.writelines(f"{part}\n" for part in hanging_lines(line, text_columns(sys.stdout)))
    elif sys.stderr.isatty() and not is_all(results):
        complain(line)
