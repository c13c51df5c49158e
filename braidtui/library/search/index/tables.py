"""The tables of the index, in a file of their own beside the store.

`turns` has a row a turn, without its text: the words of it and of what stands above it, as
`find.words.indexed_text` gives them, those of its segment's title, each with a sign before it, and
a letter for each of its facts. So nothing is asked for by column, which takes twice the time. An
episode's turns are one range of rows; newer episodes mostly have higher ones. Rows are never
changed or taken out: those of a file that has changed are dead, until so many are dead that the
index is made anew. `indexed` tells which file of the store has which range.

`episodes` has a row an episode, with the number of its first turn's: its words, and which are
frequent in it (see `rows`). It is small. `words` are its words, and in how many episodes each is.

`facts` numbers what is true of turns beside their words: who speaks, which site a source is on.
"""

import sqlite3
import sys
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from braidtui import __version__
from braidtui.library.cache.sqlite_file import CacheFile
from braidtui.library.search.index import register

INDEX_VERSION = 6  # raise it when what is indexed changes, or what a word is
_VERSION = crc32(f"{__version__} index {INDEX_VERSION} {sys.byteorder}".encode()) >> 1

_HASH_SIZE = 64 << 20  # bytes of words gathered before they are written: a third of the time
_MERGED_AT = 16  # parts of the index, as little ones come in: a little at each
_MOST_PARTS = 64  # before all are made one at once
_FEW_PARTS = 8  # that are asked nearly as fast as one
_PAGES = 1_000  # that are merged at once

BETWEEN = "\ue000"  # stands between texts, so that no phrase is found across; it is in no word
DEGREES = ("\ue001", "\ue002", "\ue003")  # at the end of a word that is frequent in an episode
OF_SEGMENT = "\ue004"  # stands before each word of a segment's title
_FIRST_LETTER = 0xF0000  # of two planes for private use: in no word either
_LETTERS = 0x20000

Fact = tuple[str, str]
"""A field and its value; of a speaker the id and the name, on two lines."""

EVERY: Fact = ("", "")  # holds for every turn

PREFIXES = (1, 3)  # letters: what begins with so many is ready; each takes a third of the text

SCHEMA = (
    f"""CREATE VIRTUAL TABLE turns USING fts5(words, content='', tokenize='ascii',
        prefix='{" ".join(map(str, PREFIXES))}', columnsize=0)""",
    """CREATE VIRTUAL TABLE episodes USING fts5(words,
        content='', tokenize='ascii', columnsize=0, detail='none')""",
    "CREATE VIRTUAL TABLE words USING fts5vocab(episodes, 'row')",
    f"INSERT INTO turns (turns, rank) VALUES ('hashsize', {_HASH_SIZE})",
    f"INSERT INTO turns (turns, rank) VALUES ('crisismerge', {_MOST_PARTS})",
    f"INSERT INTO episodes (episodes, rank) VALUES ('hashsize', {_HASH_SIZE})",
    *register.TABLES,
)


def index_file(store: Path | None) -> CacheFile:
    """The index beside a store; of no use where there is none."""
    path = store.with_name(f"{store.stem}-index.sqlite") if store else None
    return CacheFile(path, SCHEMA, _VERSION)


def size_of(file: CacheFile) -> int:
    """The bytes that the index takes on the disk, with what is not yet in its place."""
    size = 0
    for name in (str(file.path), f"{file.path}-wal") if file.path else ():
        with suppress(OSError):
            size += Path(name).stat().st_size
    return size


def letter(fact: int) -> str:
    """What stands for a fact in the index: one letter, so that no beginning of it is indexed."""
    more, last = divmod(fact, _LETTERS)
    return (letter(more - 1) if more else "") + chr(_FIRST_LETTER + last)


def merge_as_it_grows(index: sqlite3.Connection, is_wanted: bool) -> None:
    """Whether a new part of the index makes FTS5 merge others. In a long build that only delays."""
    at = _MERGED_AT if is_wanted else 0
    index.execute("INSERT INTO turns (turns, rank) VALUES ('automerge', ?)", (at,))


def has_many_parts(index: sqlite3.Connection) -> bool:
    """Whether the index is in so many parts that asking takes longer."""
    parts: int = index.execute("SELECT count(DISTINCT segid) FROM turns_idx").fetchone()[0]
    return parts > _FEW_PARTS


def merge_some(index: sqlite3.Connection) -> bool:
    """Merges some parts of the index a little further; gives whether there was anything to do."""
    before = index.total_changes
    index.execute("INSERT INTO turns (turns, rank) VALUES ('merge', ?)", (_PAGES,))
    return index.total_changes - before > 1


def is_doubted(index: sqlite3.Connection) -> bool:
    """Whether an index before this one was set aside. What is still wrong in it is not damage:
    it is left out, and the index stays.
    """
    return bool(index.execute("PRAGMA application_id").fetchone()[0])


def note_doubt(index: sqlite3.Connection) -> None:
    """Notes that an index was set aside, in the one that took its place."""
    index.execute("PRAGMA application_id = 1")
