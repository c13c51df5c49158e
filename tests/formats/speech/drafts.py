"""Drafts of a few words, and the turns they make."""

from collections.abc import Sequence

from braidtui.episode.model import Turn
from braidtui.formats.given import ReadOptions
from braidtui.formats.imported import Imported
from braidtui.formats.speech.composing import imported_from
from braidtui.formats.speech.draft import Draft, Grain, Utterance


def captions(texts: Sequence[str], seconds: int = 2) -> list[Utterance]:
    """Captions that follow each other without a pause, one a line."""
    length = seconds * 1000
    return [
        Utterance(text, "", at * length, (at + 1) * length, at + 1) for at, text in enumerate(texts)
    ]


def composed(
    utterances: Sequence[Utterance],
    grain: Grain = Grain.CAPTION,
    options: ReadOptions | None = None,
    **fields: object,
) -> Imported:
    """What a draft of some utterances makes."""
    draft = Draft(utterances, grain, **fields)  # type: ignore[arg-type]
    return imported_from(draft, options or ReadOptions())


def turns_of(*texts: str, **fields: object) -> list[tuple[str, str]]:
    """The names and words of the turns that captions with names before colons make."""
    return named(composed(captions(texts), has_prefixes=True, **fields))


def named(imported: Imported) -> list[tuple[str, str]]:
    """The turns, as name and words."""
    people = imported.episode.speakers_by_id
    return [(people[turn.speaker].name, turn.text) for turn in imported.episode.turns]


def spoken(imported: Imported) -> tuple[Turn, ...]:
    """The turns of an episode."""
    return imported.episode.turns


def told(imported: Imported) -> list[tuple[int, str]]:
    """Line and words of each notice."""
    return [(problem.line, problem.message) for problem in imported.notices]
