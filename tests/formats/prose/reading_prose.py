"""Prose, read as its own content asks for."""

from braidtui.episode.model import Episode
from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import Imported
from braidtui.formats.prose.reader import claims_markdown, read_markdown_prose, read_prose


def imported(text: str, **options: object) -> Imported:
    """What the reader that claims a text makes of it."""
    given = Given(text)
    read = read_markdown_prose if claims_markdown(given) else read_prose
    return read(given, ReadOptions()._replace(**options))


def told(episode: Episode) -> list[tuple[str, str, int | None]]:
    """Each turn as the name of its speaker, its text and its start."""
    names = {speaker.id: speaker.name for speaker in episode.speakers}
    return [(names[turn.speaker], turn.text, turn.start) for turn in episode.turns]


def turns_of(text: str, **options: object) -> list[tuple[str, str, int | None]]:
    """The turns of a text."""
    return told(imported(text, **options).episode)
