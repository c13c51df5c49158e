"""The reader of transcripts as people write them, in Markdown and in plain text."""

from collections.abc import Sequence
from dataclasses import replace

from braidtui.episode.model import Source, Speaker
from braidtui.formats.chapters.title_lines import title_lines
from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import Imported, refused
from braidtui.formats.prose.claiming import claims, claims_markdown, refuse_others
from braidtui.formats.prose.evidence import evidence_of
from braidtui.formats.prose.front_matter.attendees import initials_in
from braidtui.formats.prose.front_matter.facts import Facts, facts_of
from braidtui.formats.prose.front_matter.values import read_front_matter
from braidtui.formats.prose.heads.borne_out import headed
from braidtui.formats.prose.heads.chapters_alone import is_list_of_chapters
from braidtui.formats.prose.heads.own import is_own, with_own_heads
from braidtui.formats.prose.heads.timed import with_times_behind
from braidtui.formats.prose.markup.comments import without_comments
from braidtui.formats.prose.markup.definitions import references_in, with_whole_notes
from braidtui.formats.prose.preface import Preface, preface_of
from braidtui.formats.prose.script import ScriptLine, script_of
from braidtui.formats.prose.telling import Said, said_in
from braidtui.formats.prose.wording import Reading
from braidtui.formats.reading.tally import Tally
from braidtui.formats.speech.composing import imported_from
from braidtui.formats.speech.draft import Draft, Grain

__all__ = ["claims", "claims_markdown", "read_markdown_prose", "read_prose"]

_MOST_LINES = 220_000  # 100,000 turns of two lines each, and titles
_MOST_LIKELY = 5  # names of those a notice tells


def read_markdown_prose(given: Given, options: ReadOptions) -> Imported:
    """The episode in Markdown; raises FormatRefused where nothing is said in it."""
    return _read(given, options, is_markdown=True)


def read_prose(given: Given, options: ReadOptions) -> Imported:
    """The episode in plain text; raises FormatRefused where nothing is said in it."""
    return _read(given, options, is_markdown=False)


def _read(given: Given, options: ReadOptions, *, is_markdown: bool) -> Imported:
    refuse_others(given)
    _refuse_too_many(given)
    if not is_markdown and is_own(given.lines):
        return _read_own(given, options)
    tally = Tally()
    values, first = read_front_matter(given, tally)
    facts = facts_of(values, tally)
    lines = with_whole_notes(without_comments(given, tally)) if is_markdown else given.lines
    script = script_of(lines, first, is_markdown)
    initials, told = initials_in(script)
    if told:
        tally.count(min(told), "a list of attendees is read as the cast")
        script = [line for line in script if line.number not in told]
    cast = (*facts.cast, *(Speaker("", name) for name in dict.fromkeys(initials.values())))
    known = {person.name for person in (*cast, *options.known)} | initials.keys()
    references = references_in(script) if is_markdown else {}
    script, likely = headed(script, known)
    script = with_times_behind(script)
    reading = Reading(evidence_of(script, known), is_markdown, references, initials, tally)
    return _told(script, reading, facts, cast, options, likely=likely)


def _read_own(given: Given, options: ReadOptions) -> Imported:
    """A text that this program wrote: its names stand for nobody else."""
    script = with_own_heads(script_of(given.lines, 0, is_markdown=False))
    evidence = evidence_of(script, {person.name for person in options.known})
    reading = Reading(evidence, False, {}, {}, Tally())
    return _told(script, reading, Facts(), (), options, has_aliases=False)


def _refuse_too_many(given: Given) -> None:
    """Each line costs far more than its bytes, so a text of nothing but lines is none to read."""
    if given.text.count("\n") > _MOST_LINES and sum(map(bool, given.lines)) > _MOST_LINES:
        raise refused(f"the text has more than {_MOST_LINES:,} lines")


def _told(
    script: list[ScriptLine],
    reading: Reading,
    facts: Facts,
    cast: Sequence[Speaker],
    options: ReadOptions,
    *,
    likely: Sequence[str] = (),
    has_aliases: bool = True,
) -> Imported:
    """The episode in a script; where it names nobody, `likely` are names that may stand in it."""
    preface, script = preface_of(script, reading)
    said = said_in(script, reading)
    if is_list_of_chapters(said, reading.evidence):
        raise refused(
            "a list of chapters is no transcript: put it beside one, as NAME.description.txt"
        )
    if likely and not _names_somebody(said) and reading.evidence.grain is Grain.PARAGRAPH:
        names = ", ".join(likely[:_MOST_LIKELY])
        reading.tally.count(1, f"names may stand in the text: {names}")
    if not options.chapters and not said.headings:
        options = options._replace(chapters=title_lines(Given(preface.listed)))
    draft = _draft(said, reading, facts, preface, cast)
    return imported_from(replace(draft, has_aliases=has_aliases), options)


def _draft(
    said: Said, reading: Reading, facts: Facts, preface: Preface, cast: Sequence[Speaker]
) -> Draft:
    grain = reading.evidence.grain
    utterances = said.utterances
    if (
        not _names_somebody(said)
        and len(facts.cast) == 1
        and grain is Grain.PARAGRAPH
        and utterances
    ):
        utterances = [utterances[0]._replace(speaker=facts.cast[0].name), *utterances[1:]]
    cited = (
        {source for utterance in utterances for source in utterance.sources}
        if reading.references
        else set[Source]()
    )
    uncited = (it for told in reading.references.values() for it in told if it not in cited)
    return Draft(
        utterances,
        grain,
        has_prefixes=grain is Grain.CAPTION,
        headings=said.headings,
        cast=cast,
        sources=tuple(dict.fromkeys((*preface.sources, *uncited))),
        title=facts.title or preface.title,
        show=facts.show,
        number=preface.number if facts.number is None else facts.number,
        date=facts.date or preface.date,
        duration=facts.duration or _length(preface, said),
        summary=facts.summary,
        url=facts.url,
        audio=facts.audio,
        language=facts.language,
        note=preface.note,
        notices=reading.tally.notices,
    )


def _names_somebody(said: Said) -> bool:
    return any(utterance.speaker for utterance in said.utterances)


def _length(preface: Preface, said: Said) -> int | None:
    """The duration that a line above the first turn tells, where nothing begins after it."""
    if preface.duration is None:
        return None
    starts = [*(it.start for it in said.utterances), *(it.start for it in said.headings)]
    latest = max((start for start in starts if start is not None), default=0)
    return preface.duration if preface.duration > latest else None
