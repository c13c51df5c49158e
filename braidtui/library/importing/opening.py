"""Opening a transcript as it is, with the files beside it, or by the recording beside it."""

from pathlib import Path

from braidtui.episode.problem import EpisodeRefused, Problem, shortened
from braidtui.library.importing.finding.files import EPISODES, is_recording
from braidtui.library.importing.finding.sidecars import transcripts_of
from braidtui.library.importing.reading import Manner, read_transcript
from braidtui.library.importing.told import Located
from braidtui.library.importing.writing import is_head_file
from braidtui.library.opened import Opened
from braidtui.library.reading import absolute, id_of

NO_WORDS = "this is a recording, and no transcript of its name (.vtt, .srt, .json …) is beside it"


def spoken_in(path: Path) -> Path:
    """The file that has the words of a recording: the episode file beside it, else a transcript;
    any other file has its own. Raises EpisodeRefused where there is none, or OSError."""
    if not is_recording(path.name) or not path.is_file():
        return path
    offers = (path.with_name(path.stem + suffix) for suffix in EPISODES)
    whole = [offer for offer in offers if offer.is_file() and not is_head_file(offer)]
    for words in (*whole, *transcripts_of(path)):
        return words
    raise EpisodeRefused(path, (Problem(1, 1, NO_WORDS),))


def opened_transcript(path: Path, data: bytes) -> Opened:
    """The episode in the bytes of a file that is not named as an episode file."""
    read = read_transcript(path, data, Manner())
    where = absolute(path)
    warnings = tuple(_told_of(path, located) for located in read.problems)
    return Opened(where, id_of(path), str(where), read.episode, warnings, read.turn_lines)


def _told_of(path: Path, located: Located) -> Problem:
    """A warning of a file beside it is told of the transcript."""
    if located.path == path:
        return located.problem
    problem = located.problem
    words = shortened(f"{located.path.name}:{problem.line}: {problem.message}")
    return Problem(1, 1, words, is_warning=True)
