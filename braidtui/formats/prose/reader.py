"""The reader of transcripts as people write them, in Markdown and in plain text."""

import re
from collections.abc import Sequence

from braidtui.episode.model import Source, Speaker
from braidtui.formats.chapters.title_lines import title_lines
from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import Imported
from braidtui.formats.prose.attendees import initials_in
from braidtui.formats.prose.evidence import evidence_of
from braidtui.formats.prose.front_matter.facts import Facts, facts_of
from braidtui.formats.prose.front_matter.values import read_front_matter
from braidtui.formats.prose.markup.comments import without_comments
from braidtui.formats.prose.markup.definitions import references_in
from braidtui.formats.prose.preface import Preface, preface_of
from braidtui.formats.prose.script import script_of
from braidtui.formats.prose.telling import Said, said_in
from braidtui.formats.prose.wording import Reading
from braidtui.formats.reading.tally import Tally
from braidtui.formats.speech.composing import imported_from
from braidtui.formats.speech.draft import Draft, Grain

_HEAD = 1 << 16
_WORD = re.compile(r"[^\W\d_]")
_MARKDOWN = re.compile(
    r"^#{1,6}[ \t]+\S"
    r"|(?:\*\*|__)[^*_\s][^*\n]{0,100}(?:\*\*|__)"
    r"|\]\((?:https?://|/|#)"
    r"|^\*\*[^*:\n]{1,60}:[ ]",
    re.MULTILINE,
)
_JSON = re.compile(r"\s*(?:\{\s*(?:[\"}{\[]|$)|\[\s*(?:[\"{\[\]]|-?\d+(?:\.\d+)?\s*[,\]]|$))")
_TAGGED = re.compile(r"\s*<(?!!--)[!?/A-Za-z]")
_BULLETS = 0.6


def claims_markdown(given: Given) -> bool:
    """Whether a text is Markdown: it has front matter, a heading, a name that stands out, a link,
    or a bullet before most of its lines."""
    if not claims(given) and not read_front_matter(given, Tally()).values:
        return False
    head = given.text[:_HEAD]
    if _MARKDOWN.search(head) or read_front_matter(given, Tally()).first:
        return True
    lines = [line for line in head.split("\n") if line.strip()]
    return sum(line.startswith("* ") for line in lines) >= max(3, _BULLETS * len(lines))


def claims(given: Given) -> bool:
    """Whether a text has words, and is not like JSON, XML or HTML."""
    head = given.text[:_HEAD]
    if _JSON.match(head) or _TAGGED.match(head):
        return False
    return _WORD.search(given.text) is not None


def read_markdown_prose(given: Given, options: ReadOptions) -> Imported:
    """The episode in Markdown; raises FormatRefused where nothing is said in it."""
    return _read(given, options, is_markdown=True)


def read_prose(given: Given, options: ReadOptions) -> Imported:
    """The episode in plain text; raises FormatRefused where nothing is said in it."""
    return _read(given, options, is_markdown=False)


def _read(given: Given, options: ReadOptions, *, is_markdown: bool) -> Imported:
    tally = Tally()
    values, first = read_front_matter(given, tally)
    facts = facts_of(values, tally)
    lines = without_comments(given, tally) if is_markdown else given.lines
    script = script_of(lines, first, is_markdown)
    initials, told = initials_in(script)
    if told:
        tally.count(min(told), "a list of attendees is read as the cast")
        script = [line for line in script if line.number not in told]
    cast = (*facts.cast, *(Speaker("", name) for name in dict.fromkeys(initials.values())))
    known = {person.name for person in (*cast, *options.known)} | initials.keys()
    references = references_in(script) if is_markdown else {}
    reading = Reading(evidence_of(script, known), is_markdown, references, initials, tally)
    preface, script = preface_of(script, reading)
    said = said_in(script, reading)
    if not options.chapters and not said.headings:
        options = options._replace(chapters=title_lines(Given(preface.listed)))
    return imported_from(_draft(said, reading, facts, preface, cast), options)


def _draft(
    said: Said, reading: Reading, facts: Facts, preface: Preface, cast: Sequence[Speaker]
) -> Draft:
    grain = reading.evidence.grain
    utterances = said.utterances
    nobody = not any(utterance.speaker for utterance in utterances)
    if nobody and len(facts.cast) == 1 and grain is Grain.PARAGRAPH and utterances:
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
        has_aliases=True,
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


def _length(preface: Preface, said: Said) -> int | None:
    """The duration that a line above the first turn tells, where nothing begins after it."""
    if preface.duration is None:
        return None
    starts = [*(it.start for it in said.utterances), *(it.start for it in said.headings)]
    latest = max((start for start in starts if start is not None), default=0)
    return preface.duration if preface.duration > latest else None
