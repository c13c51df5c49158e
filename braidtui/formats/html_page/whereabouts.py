"""Where on a page the transcript stands: what is around it is left out, and said."""

import re
from collections import Counter
from collections.abc import Sequence

from braidtui.formats.html_page.parsed.block import Block
from braidtui.formats.html_page.stamps import Attributes
from braidtui.formats.reading.tally import Tally

_SAYS_TRANSCRIPT = re.compile(
    r"(?:(?:the|full|complete|episode|podcast|audio|video|interview) ){0,3}"
    r"(?:transcripts?|transcription|transkript|transkription|transcripción|trascrizione):?",
    re.IGNORECASE,
)

_BESIDE = re.compile(
    r"(?<![a-z])(?:shar(?:e|ing|edaddy)|social|related|newsletters?|subscribe|breadcrumbs?"
    r"|comments?|commentlist|cookies?|sidebar|footer|nav)(?![a-z])",
    re.IGNORECASE,
)


def is_transcript_box(attributes: Attributes) -> bool:
    """Whether an element is called a transcript."""
    return "transcript" in _called(attributes).lower()


def is_beside(attributes: Attributes) -> bool:
    """Whether an element is called what stands beside a text: comments, links to share it."""
    return _BESIDE.search(_called(attributes)) is not None


def _called(attributes: Attributes) -> str:
    if len(attributes) < 2:  # its line alone
        return ""
    return f"{attributes.get('id') or ''} {attributes.get('class') or ''}"


def of_transcript(blocks: Sequence[Block], tally: Tally) -> list[Block]:
    """The blocks of the transcript, and the title of the page."""
    shown = [block for block in blocks if not block.is_left_out]
    left_out = [block for block in blocks if block.is_left_out]
    if not _words(shown):
        shown, left_out = list(blocks), []
    _tell_left_out(left_out, "in the navigation", tally)
    beside = _beside(shown)
    _tell_left_out(beside, "in comments, links to share or the like", tally)
    if beside:
        left = set(map(id, beside))
        shown = [block for block in shown if id(block) not in left]
    inside = [block for block in shown if block.is_inside]
    if _is_whole(inside, shown):
        outside = [block for block in shown if not block.is_inside]
        _tell_left_out([it for it in outside if it.tag != "h1"], "outside the transcript", tally)
        shown = [block for block in shown if block.is_inside or block.tag == "h1"]
    return _under_its_heading(shown, tally)


def _beside(shown: Sequence[Block]) -> list[Block]:
    """The blocks in elements that are called comments or the like, but for one with most of the
    words, as a page has it that is all `with-sidebar`; none, where these are most."""
    if not any(block.beside for block in shown):
        return []
    most = _words(shown) / 2
    lengths: Counter[int] = Counter()
    for block in shown:
        lengths.update(dict.fromkeys(block.beside, len(block.text)))
    found = [it for it in shown if any(lengths[number] < most for number in it.beside)]
    return found if _words(found) < most else []


def _under_its_heading(shown: Sequence[Block], tally: Tally) -> list[Block]:
    """The blocks below a heading that says no more than "Transcript", where those are most."""
    headings = [at for at, block in enumerate(shown) if _says_transcript(block)]
    if not headings:
        return list(shown)
    above, below = shown[: headings[0]], shown[headings[0] + 1 :]
    if _words(below) < _words(above):
        return list(shown)
    _tell_left_out([it for it in above if it.tag != "h1"], "above the transcript", tally)
    below = [block for block in below if not _says_transcript(block)]
    return [*(block for block in above if block.tag == "h1"), *below]


def _says_transcript(block: Block) -> bool:
    if block.kind != "heading" or block.tag == "h1" or len(block.text) > 50:
        return False
    return _SAYS_TRANSCRIPT.fullmatch(block.text) is not None


def _tell_left_out(blocks: Sequence[Block], where: str, tally: Tally) -> None:
    words = [block for block in blocks if block.text]
    if words:
        tally.count(words[0].line, f"{_paragraphs(len(words))} {where} left out")


def _paragraphs(count: int) -> str:
    return "1 paragraph" if count == 1 else f"{count:,} paragraphs"


def _is_whole(inside: Sequence[Block], shown: Sequence[Block]) -> bool:
    """Whether these blocks are the transcript, and no button that is called so: they have most of
    the words, or words and most of the names and times."""
    marks = sum(block.kind in ("name", "time") for block in shown)
    own = sum(block.kind in ("name", "time") for block in inside)
    words = _words(inside)
    around = _words(shown) - words
    return words > 0 and (words > 2 * around or 2 * own >= marks > 0)


def _words(blocks: Sequence[Block]) -> int:
    """How long the words of blocks are, in code points."""
    return sum(len(block.text) for block in blocks if block.kind == "words")
