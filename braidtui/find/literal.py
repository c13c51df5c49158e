"""Finding signs in a row, as they were typed."""

from collections.abc import Iterator

from braidtui.find.accents import accents_agree
from braidtui.find.finder import Span
from braidtui.find.searched import Form, Searched, searched


class Literal:
    """Finds what was typed: its case counts where a capital was typed, its accents never."""

    def __init__(self, typed: str) -> None:
        """`typed` is a line of safe text; what is compared of it may be nothing at all."""
        is_cased = any(sign.isupper() for sign in typed)
        self.form = Form.CASED if is_cased else Form.FOLDED
        self.needle = searched(typed, self.form).text

    def spans(self, text: str) -> list[Span]:
        """Every occurrence from left to right, none over the one before."""
        within = searched(text, self.form)
        return [within.origin(*span) for span in self.spans_in(within.text)]

    def spans_in(self, text: str, begin: int = 0) -> Iterator[Span]:
        """The occurrences in a text that is in this finder's form, from `begin` on."""
        length = len(self.needle)
        while (begin := text.find(self.needle, begin)) >= 0:
            yield begin, begin + length
            begin += length

    def narrows(self, other: "Literal") -> bool:
        """Whether it can find nothing where the other finds nothing, as when one types on."""
        return self.form is other.form and other.needle in self.needle

    def count_in(self, text: str) -> int:
        """How many occurrences a text in this finder's form has."""
        return text.count(self.needle)


class AccentedLiteral:
    """Finds what was typed with accents: a letter typed with one must have it in the text."""

    def __init__(self, typed: str) -> None:
        """`typed` is a line of safe text."""
        self._typed = typed
        self._letters = Literal(typed)

    def spans(self, text: str) -> list[Span]:
        """Every occurrence from left to right, none over the one before."""
        within = searched(text, self._letters.form)
        return list(self._agreeing(text, within))

    def _agreeing(self, text: str, within: Searched) -> Iterator[Span]:
        place = 0
        while span := next(self._letters.spans_in(within.text, place), None):
            begin, end = within.origin(*span)
            if accents_agree(self._typed, text[begin:end].replace("\n\n", " ")):
                yield begin, end
                place = span[1]
            else:
                place = span[0] + 1
