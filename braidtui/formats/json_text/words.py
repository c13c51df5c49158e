"""Words that stand one by one, with their punctuation; and the paragraphs they make."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

from braidtui.formats.reading.sentences import ends_sentence, sentence_ends
from braidtui.formats.speech.draft import Utterance

_CLOSING = re.compile(r"[.,;:!?…%)\]}»”’\"'、。，！？；：）」』]+")
_OPENING = re.compile(r"[(\[{«“„‘¿¡（「『]+")
_SOME = 4  # of so many pieces one has a blank, where they carry them
_SOON = 20  # characters
_ENOUGH = 500
_MOST = 0.9
_LONGEST = 200  # characters of a word: what goes on without a blank is none
_LONG = 1_000  # characters after which a paragraph ends with its sentence


def whole_words(pieces: Sequence[Utterance]) -> list[Utterance]:
    """Pieces of text as words: a piece that is punctuation belongs to the word before it, or
    behind it where it opens.

    Where pieces carry the blanks between them (` to`, ` day`, `'s`), these alone part the words.
    A piece keeps its blanks up to here; a blank one may stand for the blank.
    """
    blanks = sum(piece.text[:1].isspace() or piece.text[-1:].isspace() for piece in pieces)
    carry_blanks = blanks * _SOME > len(pieces)
    words: list[Utterance] = []
    is_parted = True
    for piece in pieces:
        text = piece.text.strip()
        is_parted = is_parted or piece.text[:1].isspace() or not carry_blanks
        if text:
            if words and _belongs(text, piece, words[-1], is_parted, carry_blanks):
                words[-1] = _glued(words[-1], text, piece)
            else:
                words.append(piece._replace(text=text))
            is_parted = piece.text[-1:].isspace()
        else:
            is_parted = True
    return words


def are_words(texts: Iterable[str]) -> bool:
    """Whether most texts are one word each, by the first of them."""
    first = list(islice(texts, _ENOUGH))
    return sum(len(text.split()) < 2 for text in first) > len(first) * _MOST


def paragraphs(words: Sequence[Utterance]) -> list[Utterance]:
    """What one speaker says in words, as few utterances: a long one ends where a sentence does."""
    said: list[Utterance] = []
    first = length = 0
    for index, word in enumerate(words):
        length += len(word.text) + 1
        is_last = index == len(words) - 1
        if is_last or (length > _LONG and ends_sentence(word.text)):
            said.append(joined(words[first : index + 1]))
            first, length = index + 1, 0
    return said


def sentences(text: str) -> list[Utterance]:
    """The sentences of a text without times, each an utterance."""
    return [Utterance(words) for line in text.split("\n") for words in _sentences(line)]


def _sentences(line: str) -> Iterator[str]:
    """Where sentences are parted by several blanks, they are so by one."""
    words = " ".join(line.split())
    for begin, end in pairwise([0, *sentence_ends(words), len(words)]):
        if begin < end:
            yield words[begin:end].strip()


def punctuated(words: Sequence[Utterance], text: str) -> list[Utterance]:
    """The words with the punctuation that a text of the same words has after each.

    A word that does not stand soon after the one before it stays as it is.
    """
    found: list[Utterance] = []
    at, last = 0, -1  # where the text goes on, and the last word that stands in it
    for word in words:
        bare = word.text.strip()
        begin = text.find(bare, at, at + len(bare) + _SOON)
        if begin < 0:
            found.append(word._replace(text=f" {bare} "))
            continue
        if found and last == len(found) - 1:
            found[-1] = found[-1]._replace(text=found[-1].text + text[at:begin])
        last, at = len(found), begin + len(bare)
        found.append(word._replace(text=bare))
    if found and last == len(found) - 1:
        found[-1] = found[-1]._replace(text=found[-1].text + text[at : at + _SOON])
    return found


def _belongs(
    text: str, piece: Utterance, above: Utterance, is_parted: bool, carry_blanks: bool
) -> bool:
    """Whether a piece goes on with the word above it."""
    if (piece.speaker and piece.speaker != above.speaker) or len(above.text) > _LONGEST:
        return False
    if carry_blanks:
        return not is_parted
    return bool(_CLOSING.fullmatch(text) or _OPENING.fullmatch(above.text))


def _glued(word: Utterance, text: str, piece: Utterance) -> Utterance:
    end = word.end if piece.end is None else piece.end
    start = piece.start if word.start is None else word.start
    return word._replace(text=word.text + text, start=start, end=end)


def joined(words: Sequence[Utterance]) -> Utterance:
    """Words of one speaker as one utterance, with the first start and the last end among them."""
    starts = (word.start for word in words if word.start is not None)
    ends = (word.end for word in reversed(words) if word.end is not None)
    text = " ".join(word.text for word in words)
    return words[0]._replace(text=text, start=next(starts, None), end=next(ends, None))
