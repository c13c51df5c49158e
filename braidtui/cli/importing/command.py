"""`import`: other people's files into the library, as episode files."""

import gc
from collections.abc import Callable
from pathlib import Path

import click

from braidtui.cli.importing.telling import Telling
from braidtui.cli.options import NAMES, everywhere
from braidtui.cli.outcome import DONE, REFUSED, CommandRefused
from braidtui.episode.reading.suggestions import did_you_mean
from braidtui.episode.reading.values import read_date, read_number
from braidtui.episode.safe_text import clean_line
from braidtui.formats.registry import FORMATS
from braidtui.library.file_names import asked_name
from braidtui.library.folders import user_library
from braidtui.library.importing.reading import OWN_FORMAT, Manner
from braidtui.library.importing.report import Ending
from braidtui.library.importing.running import Importer, Wishes

_ALIASES = {
    "webvtt": "vtt",
    "subrip": "srt",
    "podcasting2.0": "podcasting20",
    "podcasting-2.0": "podcasting20",
    "podcast": "podcasting20",
    "whisperx": "whisper",
    "openai-whisper": "whisper",
    "faster-whisper": "whisper",
    "verbose_json": "whisper",
    "whisper.cpp": "whisper-cpp",
    "markdown": "md",
    "txt": "text",
    "plain": "text",
    "htm": "html",
    "youtube": "youtube-xml",
    "lyrics": "lrc",
    "yml": OWN_FORMAT,
}


def _read_as(read: Callable[[str], object]) -> Callable[..., object]:
    """The callback of an option whose value `read` understands."""

    def callback(_context: click.Context, _option: click.Parameter, text: str | None) -> object:
        try:
            return None if text is None else read(text)
        except ValueError as error:
            raise click.BadParameter(str(error)) from error

    return callback


def _format(text: str) -> str:
    """The name of a format, whatever it is called; raises ValueError."""
    name = _ALIASES.get(text.lower(), text.lower())
    known = (*FORMATS, OWN_FORMAT)
    if name not in known:
        near = did_you_mean(name, known)
        raise ValueError(f'"{clean_line(text)}" is no known format{near}: {", ".join(known)}')
    return name


def _words(text: str) -> str:
    """A text that is not empty; raises ValueError."""
    if not text.strip():
        raise ValueError("is empty")
    return text


@everywhere
@click.command(context_settings=NAMES)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--into",
    metavar="DIR",
    callback=_read_as(_words),
    help="The folder to write to; the library by default.",
)
@click.option(
    *("--as", "form"),
    metavar="FORMAT",
    callback=_read_as(_format),
    help="The format, where it is unclear.",
)
@click.option(
    "--join",
    type=click.Choice(("paragraphs", "none")),
    default="paragraphs",
    show_default=True,
    help="What becomes of cues: joined by speaker, or each a turn.",
)
@click.option("--strict", is_flag=True, help="Refuse what departs from the standard of its format.")
@click.option("--no-sidecars", is_flag=True, help="Do not look at the files beside a FILE.")
@click.option("--name", callback=_read_as(asked_name), help="The name of the episode file.")
@click.option("--title", callback=_read_as(lambda text: clean_line(_words(text))))
@click.option("--show", callback=_read_as(clean_line))
@click.option("--number", callback=_read_as(read_number))
@click.option("--date", callback=_read_as(read_date), metavar="YYYY-MM-DD")
@click.option("--language", callback=_read_as(clean_line))
@click.option("--force", is_flag=True, help="Replace an episode file; it is kept as .bak.")
@click.option("-v", "--verbose", is_flag=True, help="Tell every remark, of many files too.")
@click.option("--json", "as_json", is_flag=True, help="One object a line for each file.")
def command(
    files: tuple[str, ...],
    *,
    into: str | None,
    form: str | None,
    join: str,
    strict: bool,
    no_sidecars: bool,
    name: str | None,
    force: bool,
    verbose: bool,
    as_json: bool,
    **fields: object,
) -> int:
    """Bring files of other formats into the library.

    A FILE is a transcript of any format (captions, JSON, a page, Markdown, text), an episode file,
    or a recording with a transcript beside it; - is standard input. A folder stands for all that is
    in it; what it gave before is skipped, of several forms of one episode (ep.vtt, ep.en.srt) the
    richest is taken, and plain text without a name or a time only with --as text. Each becomes an
    episode file; what was made of it is told, what had to be repaired, and what was left out.

    Files beside ep.vtt tell more of it: ep.chapters.json, ep.description.txt or ep.description,
    ep.yaml with the head of an episode file, and ep.mp3. A day in the name of a file is its date
    where nothing else tells one.
    """
    changes = {field: value for field, value in fields.items() if value is not None}
    is_one = len(files) == 1 and not Path(files[0]).is_dir()
    if not is_one and (name or changes.keys() & {"title", "number"}):
        raise click.UsageError("--title, --number and --name are for one file at a time")
    if "" in files:
        raise click.UsageError("a FILE has no name")
    title = str(changes.get("title", ""))
    manner = Manner(form or "", join == "paragraphs", strict, not no_sidecars, title)
    wishes = Wishes(_folder(into), manner, name or "", changes, force)
    return _import(files, wishes, as_json=as_json, is_verbose=verbose)


def _folder(into: str | None) -> Path:
    folder = Path(into) if into else user_library()
    if folder is None:
        raise CommandRefused("there is no home folder for a library: say where with --into DIR")
    return folder


def _import(files: tuple[str, ...], wishes: Wishes, *, as_json: bool, is_verbose: bool) -> int:
    """Import and tell; what was done is told on ctrl+c too."""
    importer = Importer(wishes)
    found = importer.find(files)
    telling = Telling(found, as_json=as_json, is_verbose=is_verbose)
    if len(found.jobs) > 1:
        gc.enable()  # each file leaves 0.5 MB in circles
    try:
        for one in importer.run(found.jobs, telling.begin):
            telling.tell(one, importer.done)
    except KeyboardInterrupt:
        telling.stop(len(found.jobs) - importer.done)
        raise
    finally:
        telling.end()
    return REFUSED if telling.report.files[Ending.REFUSED] else DONE
