"""Notes that were typed and that the notebook did not take: written into a file on the way out."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from braidtui.config import own_folder
from braidtui.episode.problem import shortened
from braidtui.library.writing import write_whole

if TYPE_CHECKING:
    from braidtui.tui.reader.keep.chosen import Chosen

_FOR_ITS_OWNER = 0o600


def rescue(notes: "Sequence[tuple[Chosen, str]]") -> str:
    """Writes them down; gives a line that says where, or that it could not be done."""
    folder = own_folder("state")
    path = folder and folder / f"notes-{datetime.now():%Y-%m-%d-%H%M%S-%f}.txt"
    text = "\n\n".join(f"{it.opened.episode.title}: {it.words()}\n{note}" for it, note in notes)
    try:
        if path is None:
            raise OSError(0, "there is no home folder")
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(path, f"{text}\n".encode("utf-8", "replace"), mode=_FOR_ITS_OWNER)
    except OSError as error:
        return shortened(f"a note is lost that was not kept: {error.strerror or error}")
    return shortened(f"a note that was not kept is in {path}")
