"""What the readers of Markdown make of an export: what was said, and nothing else."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from braidtui.episode.model import Episode, Quote, Segment, Source, Speaker, Turn
from braidtui.episode.quotes import find_quotes
from braidtui.episode.safe_text import clean_line
from braidtui.episode.sources import SourceNumbers, number_sources
from braidtui.episode.timecode import format_clock
from braidtui.episode.web_address import refusal
from braidtui.formats.markdown.form import MarkdownForm
from braidtui.library.export.documents import Document, documents, documents_by_segment
from braidtui.library.opened import Opened
from tests.formats.markdown.hostile_text import BODIES, LINES, TRAPS
from tests.formats.markdown.rendering import PARSERS, Said, comments, links, rendered

FORMS = st.builds(
    MarkdownForm,
    st.sampled_from(["turn", "none"]),
    st.sampled_from(["footnotes", "list", "none"]),
    st.sampled_from(["commonmark", "obsidian"]),
    st.booleans(),
)
PARSER = st.sampled_from(sorted(PARSERS))
URLS = st.integers(0, 3).map("https://example.org/a_b?c={}".format) | LINES
SOURCES = st.builds(Source, URLS | st.just(""), LINES | st.just(""), LINES, st.dates() | st.none())
SPEAKERS = st.builds(Speaker, st.sampled_from("ab"), LINES, LINES | st.just(""), LINES, LINES)
STARTS = st.none() | st.integers(0, 9_999_000)
TURNS = st.builds(
    Turn, st.sampled_from("ab"), BODIES, STARTS, st.lists(SOURCES, max_size=2).map(tuple)
)
SEGMENTS = st.builds(
    Segment,
    LINES,
    STARTS,
    st.lists(TURNS, max_size=3).map(tuple),
    st.lists(SOURCES, max_size=1).map(tuple),
)


@st.composite
def episodes(draw: st.DrawFn) -> Episode:
    """Episodes whose every field may be a trap; some pull quotes stand in a turn."""
    segments = tuple(draw(st.lists(SEGMENTS, min_size=1, max_size=3)))
    said = [turn.text.split("\n")[0] for segment in segments for turn in segment.turns]
    quotes = st.builds(Quote, st.sampled_from(said) | BODIES if said else BODIES)
    return Episode(
        title=draw(LINES),
        speakers=draw(st.tuples(SPEAKERS, SPEAKERS)),
        segments=segments,
        show=draw(LINES | st.just("")),
        number=draw(st.none() | st.integers(0, 999)),
        date=draw(st.none() | st.dates()),
        duration=draw(STARTS),
        summary=draw(BODIES | st.just("")),
        note=draw(BODIES | st.just("")),
        quotes=tuple(draw(st.lists(quotes, max_size=2))),
        sources=tuple(draw(st.lists(SOURCES, max_size=2))),
    )


def opened(episode: Episode) -> Opened:
    return Opened(Path("008.yaml"), "008", "008", episode, (), ())


def paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip(" \t")]


class Expected:
    """What a document should say, told without any Markdown."""

    def __init__(self, episode: Episode, form: MarkdownForm) -> None:
        self.episode, self.form = episode, form
        self.numbers: SourceNumbers = number_sources(episode)
        self.found = find_quotes(episode)

    def whole(self) -> Iterator[Said]:
        episode = self.episode
        yield from self.head()
        yield from (Said("p", line) for line in paragraphs(episode.summary))
        yield from self.sources(self.numbers.of_episode)
        yield from self.quotes(None)
        for index in range(len(episode.segments)):
            yield from self.segment(index)
        yield from self.end({numbered.number for numbered in self.numbers.all})

    def only(self, segment: int) -> Iterator[Said]:
        yield from self.head()
        yield from self.segment(segment)
        yield from self.end(set(self.numbers.of_segment(segment)))

    def head(self) -> Iterator[Said]:
        episode = self.episode
        number = "" if episode.number is None else f"dispatch {episode.number}"
        day = episode.date.isoformat() if episode.date else ""
        length = "" if episode.duration is None else format_clock(episode.duration)
        facts = [episode.show.strip(" \t"), number, day, length]
        yield Said("h1", episode.title.strip())
        if any(facts):
            yield Said("p", " · ".join(fact for fact in facts if fact).strip())

    def segment(self, index: int) -> Iterator[Said]:
        segment, end = self.episode.segments[index], self.episode.end_of_segment(index)
        yield Said("h2", segment.title.strip())
        if start := self.clock(segment.start):
            yield Said("p", f"{start}–{self.clock(end)}".rstrip("–"))
        own = number_sources(replace(self.episode, sources=segment.sources)).of_episode
        yield from self.sources(self.numbers.of_segment(index)[: len(own)])
        yield from self.quotes(index)
        first = self.episode.first_turns[index]
        for turn in range(first, first + len(segment.turns)):
            yield from self.turn(turn)

    def turn(self, index: int) -> Iterator[Said]:
        turn = self.episode.turns[index]
        speaker = self.episode.speakers_by_id.get(turn.speaker)
        name = speaker.name.strip() if speaker else turn.speaker
        role = speaker.role.strip(" \t") if speaker else ""
        time = self.clock(turn.start)
        head = f"[{time}] " * bool(time) + name + f" ({role})" * bool(role) + ":"
        first, *others = turn.text.split("\n\n")
        said = [Said("p", f"{head} {first.strip(' ')}".strip(" "), head)]
        said += [Said("p", line.strip(" ")) for line in others]
        if self.form.flavor == "obsidian":
            time = "" if turn.start is None else format_clock(turn.start).replace(":", "-")
            before = [it for it in self.episode.turns[:index] if it.start is not None]
            same = [
                it
                for it in before
                if turn.start is not None and it.start // 1000 == turn.start // 1000
            ]
            id = time + (f"-{len(same) + 1}" if same else "") if time else f"turn-{index + 1}"
            said[-1] = said[-1]._replace(text=f"{said[-1].text} ^{id}")
        said[-1] = said[-1]._replace(notes=self.notes(self.numbers.of_turn(index)))
        yield from (it._replace(text=it.text.strip()) for it in said)

    def quotes(self, segment: int | None) -> Iterator[Said]:
        for quote, found in zip(self.episode.quotes, self.found, strict=True):
            if (None if found is None else self.episode.segment_of(found.turn)) == segment:
                yield from self.quote(quote, found and self.episode.turns[found.turn])

    def quote(self, quote: Quote, said: Turn | None) -> Iterator[Said]:
        speaker = self.episode.speakers_by_id.get(said.speaker if said else quote.speaker)
        start = said.start if said else quote.start
        name = speaker.name.strip(" \t") if speaker else said.speaker if said else quote.speaker
        who = ", ".join(part for part in (name, self.clock(start)) if part)
        lines = [Said("blockquote p", line) for line in paragraphs(quote.text)]
        if self.form.flavor == "obsidian":
            yield Said("blockquote p", f"[!quote] {who or 'Quote'}".strip())
            yield from lines
        else:
            yield from lines
            yield from [Said("blockquote p", f"— {who}".strip())] * bool(who)

    def sources(self, numbers: tuple[int, ...]) -> Iterator[Said]:
        if numbers and self.form.sources == "footnotes":
            yield Said("p", "Sources:", "", self.notes(numbers))

    def end(self, numbers: set[int]) -> Iterator[Said]:
        note = self.episode.note
        yield from (Said("p", line) for line in paragraphs(note and f"Note: {note}"))
        if numbers and self.form.sources == "list":
            yield Said("h2", "Sources")
            yield from (Said("ul li p", it) for it in map(self.told, sorted(numbers)))

    def notes(self, numbers: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(map(self.told, numbers)) if self.form.sources == "footnotes" else ()

    def told(self, number: int) -> str:
        source = self.numbers.all[number - 1].source
        day = source.date.isoformat() if source.date else ""
        parts = [part.strip(" \t") for part in (source.title, source.site, day)]
        is_link = source.url and not refusal(source.url)
        parts.append("<>" if is_link else source.url.strip(" \t"))
        return ", ".join(part for part in parts if part).strip()

    def clock(self, time: int | None) -> str:
        return "" if time is None or self.form.timestamps == "none" else format_clock(time)


def made(episode: Episode, form: MarkdownForm) -> Document:
    (document,) = documents(opened(episode), None, form)
    return document


def episode_of(text: str) -> Episode:
    """An episode that has a text wherever one can stand."""
    return Episode(
        title=text,
        show=text,
        note=text,
        summary=text,
        speakers=(Speaker("a", text, role=text),),
        quotes=(Quote(text), Quote(f"{text} that nobody says", "a", 0)),
        sources=(Source(title=text), Source(site=text), Source(url=text)),
        segments=(
            Segment(text, 0, (Turn("a", f"{text}\n\n{text}", 0, (Source(text),)), Turn("a", text))),
        ),
    )


@pytest.mark.parametrize("text", [clean_line(text) for text in TRAPS])
def test_a_trap_is_read_as_text_wherever_it_stands(text: str) -> None:
    episode = episode_of(text)
    for form in (MarkdownForm(), MarkdownForm("none", "list", "obsidian")):
        document = made(episode, form).text
        for parser in PARSERS.values():
            assert rendered(document, parser) == list(Expected(episode, form).whole())
        assert len(comments(document)) == 2


@settings(deadline=None, max_examples=300)
@given(episodes(), FORMS, PARSER)
def test_any_episode_is_read_as_it_was_said(
    episode: Episode, form: MarkdownForm, parser: str
) -> None:
    document = made(episode, form).text
    assert rendered(document, PARSERS[parser]) == list(Expected(episode, form).whole())
    assert len(comments(document)) == 2
    shown = [it.source.url for it in number_sources(episode).all] if form.sources != "none" else []
    assert len(links(document)) == sum(bool(url) and not refusal(url) for url in shown)


@settings(deadline=None)
@given(episodes(), FORMS, PARSER)
def test_each_segment_is_read_as_in_the_whole(
    episode: Episode, form: MarkdownForm, parser: str
) -> None:
    for index, document in enumerate(documents_by_segment(opened(episode), None, form)):
        assert rendered(document.text, PARSERS[parser]) == list(Expected(episode, form).only(index))


@settings(deadline=None)
@given(BODIES, PARSER)
@example("a\\", "commonmark")
def test_the_text_of_a_turn_is_unchanged(text: str, parser: str) -> None:
    segments = (Segment("S", 0, (Turn("a", text, 0, (Source("https://a.example"),)),)),)
    episode = Episode("T", (Speaker("a", "Ada"),), segments)
    _, _, _, first, *others = rendered(made(episode, MarkdownForm()).text, PARSERS[parser])
    said = [first.text.removeprefix("[00:00:00] Ada:").strip(), *(it.text for it in others)]
    assert said == [line.strip() for line in text.split("\n\n")]
    assert [first, *others][-1].notes == ("<>",)


def test_links_lead_where_the_sources_are() -> None:
    urls = ["https://a.example/b?c=d_e&f=*g*", "https://b.example/(x)|[y]", "javascript:alert(1)"]
    episode = Episode("T", (), (Segment("S"),), sources=tuple(map(Source, urls)))
    expected = ["https://a.example/b?c=d_e&f=*g*", "https://b.example/(x)%7C%5By%5D"]
    assert links(made(episode, MarkdownForm()).text) == expected
