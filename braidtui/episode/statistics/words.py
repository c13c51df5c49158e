"""How many words a text has, as a reader counts them.

A word is a run without blanks that has a letter or a digit: `don't` and `state-of-the-art` are one
word, a dash between blanks is none, a long dash parts two. Each Han character and each kana is one,
as word processors count. Thai, Lao, Khmer and Burmese are counted at their blanks, which part
phrases. A stage direction, `[sighs]`, is not spoken: it has no words.
"""

import re

_DIRECTION = re.compile(r"\[[^][\n]{1,80}\]")
_WITHOUT_LETTERS = re.compile(r"\s[^\w\s]+(?!\S)")
_LONG_DASHES = ("–", "—", "―", "…")
_NOT_LATIN = re.compile("[^\x00-\u024f\u2010-\u2027€]")
_ONE_EACH = re.compile(
    "[\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u30fc\u3105-\u312f\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]+"
)


def count_words(text: str) -> int:
    """The words of a text that is spoken."""
    if "[" in text:
        text = _DIRECTION.sub(" ", text)
    if "--" in text:
        text = text.replace("--", " ")
    if text.isascii():
        return _parted_by_blanks(text)
    for dash in _LONG_DASHES:
        text = text.replace(dash, " ")
    if not _NOT_LATIN.search(text):
        return _parted_by_blanks(text)
    others = _ONE_EACH.split(text)
    return len(text) - sum(map(len, others)) + sum(map(_parted_by_blanks, others))


def _parted_by_blanks(text: str) -> int:
    return len(text.split()) - len(_WITHOUT_LETTERS.findall(f" {text}"))
