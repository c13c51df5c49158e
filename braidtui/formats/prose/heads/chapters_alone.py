"""A list of chapters (`12:34 Title`), which looks like a transcript with times and is none."""

from itertools import takewhile

from braidtui.formats.prose.evidence import Evidence
from braidtui.formats.prose.layouts import Kind
from braidtui.formats.prose.telling import Said

_FEWEST = 3
_MOST = 100
_SHARE = 0.6  # of the paragraphs; below the titles links may stand
_SECONDS_A_WORD = 10  # on average and at least; who speaks says 25 words in that time


def is_list_of_chapters(said: Said, evidence: Evidence) -> bool:
    """Whether all that is told is a few titles, far apart, each behind a bare time."""
    if evidence.kinds not in ((Kind.TIME,), (Kind.STAMP,)) or said.headings:
        return False
    told = said.utterances
    if len(told) > _MOST or any(it.speaker for it in told):
        return False
    titles = list(takewhile(lambda it: it.start is not None, told))
    starts = [it.start for it in titles if it.start is not None]
    if len(titles) < max(_FEWEST, _SHARE * len(told)) or starts != sorted(starts):
        return False
    words = sum(len(it.text.split()) for it in told)
    is_slow = starts[-1] - starts[0] > _SECONDS_A_WORD * 1000 * words
    return is_slow and not any(it.text.endswith(".") for it in titles)
