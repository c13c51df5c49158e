"""The reader of transcripts as HTML: the namespace's `<cite>`, `<time>`, `<p>`, and real pages.

The form is that of https://github.com/Podcastindex-org/podcast-namespace (transcripts.md, HTML).
"""

from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.html_page.said import Said, departures, grain_of, read_said
from braidtui.formats.html_page.whereabouts import of_transcript
from braidtui.formats.imported import Imported, refused
from braidtui.formats.reading.hypertext import is_hypertext
from braidtui.formats.reading.tally import Tally
from braidtui.formats.speech.composing import imported_from
from braidtui.formats.speech.draft import Draft


def claims(given: Given) -> bool:
    """Whether a text begins as a page or as a part of one does, and holds words in elements."""
    return is_hypertext(given.text)


def read_html(given: Given, options: ReadOptions) -> Imported:
    """The episode of a page; raises FormatRefused where it has no words, is longer than 16 Mi
    characters or nested deeper than 5,000 elements."""
    from selectolax.lexbor import LexborHTMLParser

    from braidtui.formats.html_page.parsed.blocks import read_blocks
    from braidtui.formats.html_page.parsed.head import read_head
    from braidtui.formats.html_page.parsed.thinning import thinned

    page = LexborHTMLParser(thinned(given.text))
    blocks = read_blocks(page.body) if page.body else []
    tally = Tally()
    shown = of_transcript(blocks, tally)
    said = read_said(shown, tally)
    if not said.utterances:
        raise refused("no transcript: the page has no words in it")
    head = read_head(page, given.text)
    draft = Draft(
        said.utterances,
        grain_of(said.utterances),
        has_prefixes=not said.has_names,
        headings=said.headings,
        title=_title(said, head.title, head.own_title),
        date=head.date,
        language=head.language,
        url=head.url,
        notices=tally.notices,
        repairs=departures(shown) if options.strict else (),
    )
    return imported_from(draft, options)


def _title(said: Said, told: str, own: str) -> str:
    """The only heading of the first rank, else what the page calls itself."""
    return (
        (said.titles[0] if len(said.titles) == 1 else "") or told or own or "".join(said.titles[:1])
    )
