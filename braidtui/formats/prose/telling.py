"""What is said in a script: its turns and their headings, by the evidence for its layouts."""

import re
from collections.abc import Sequence
from itertools import compress
from typing import NamedTuple

from braidtui.episode.model import Source
from braidtui.formats.prose.layouts import Kind, Mark
from braidtui.formats.prose.markup.inline import Plain, is_plain
from braidtui.formats.prose.script import Role, ScriptLine
from braidtui.formats.prose.wording import Reading, are_words, bare_cues, heading_of, words_of
from braidtui.formats.speech.draft import Heading, Utterance

_BREAK = "break"
_SOUNDS = frozenset((_BREAK, "jingle", "outro", "intro", "music", "song", "clip", "ad", "sponsor"))
_NOISE = re.compile(r"(?:Reacted to |Removed a .{1,20} reaction from )")
_OPEN = ("", "Re")  # beginnings of no words, and of what may be noise
_ITEM = re.compile(r"(?:[-+*•]|\d{1,3}[.)])[ \t]+(?=\S)")
_NOTHING = Plain("")
_PICTURE = "a picture is left out"
_BEFORE_AN_ITEM = frozenset("-+*•0123456789")
_SHORTEST_ITEM = 3
_AT_ONCE = 500  # lines that are told together where none of them asks for more


class Said(NamedTuple):
    """The turns of a script, not cleaned yet, and the headings among them."""

    utterances: list[Utterance]
    headings: list[Heading]


def said_in(script: Sequence[ScriptLine], reading: Reading) -> Said:
    """The turns and headings of a script."""
    teller = _Teller(reading)
    teller.tell_all(script)
    teller.flush()
    return Said(teller.utterances, teller.headings)


class _Teller:
    """Goes down a script; the paragraph at hand is told once it is whole."""

    def __init__(self, reading: Reading) -> None:
        self.utterances: list[Utterance] = []
        self.headings: list[Heading] = []
        self._reading = reading
        self._evidence = reading.evidence
        self._mark: Mark | None = None
        self._line = 1
        self._words: list[str] = []
        self._role = Role.TEXT
        self._names: dict[str, str] = {}
        self._ready: dict[str, str] = {}  # of whom words need no more thought

    def tell_all(self, script: Sequence[ScriptLine]) -> None:
        """Every line. One that is a turn of bare words, as most are where a line is a turn, is told
        at once."""
        if self._evidence.is_a_line_each:
            self._tell_cues(script)
            return
        takes, ready, append = self._evidence.takes, self._ready, self.utterances.append
        taken = [line.mark is not None and takes(line.mark) for line in script]
        for line in compress(script, taken):
            if line.mark and line.mark.tag and line.mark.start is None:
                self._reading.tally.count(line.number, "what is no time is left out of a head")
        lines = zip(script, taken, strict=True)
        words = [it.mark.text if is_taken and it.mark else it.text for it, is_taken in lines]
        if not are_words(words, self._reading):
            ready = {}
        for line, is_taken, ends in zip(script, taken, [*taken[1:], True], strict=False):
            mark = line.mark
            if is_taken and ends and mark and mark.name in ready and mark.text[:2] not in _OPEN:
                if self._words:
                    self.flush()
                if self._mark is None:
                    name = ready[mark.name]
                    told = (mark.text, name, mark.start, mark.end, line.number, ())
                    append(tuple.__new__(Utterance, told))
                    continue
            if is_taken or line.opens or not self._goes_on(line):
                self.tell(line, is_taken)

    def _tell_cues(self, script: Sequence[ScriptLine]) -> None:
        for at in range(0, len(script), _AT_ONCE):
            lines = script[at : at + _AT_ONCE]
            if cues := bare_cues(lines, self._reading):
                self.flush()
                self.utterances += cues
            else:
                for line in lines:
                    self.tell(line, is_taken=False)

    def _goes_on(self, line: ScriptLine) -> bool:
        """Adds a line to the paragraph at hand, where it can be nothing else."""
        text = line.text
        if not self._words or self._role is not Role.TEXT or line.role is not Role.TEXT:
            return False
        if len(text) >= _SHORTEST_ITEM and text[0] in _BEFORE_AN_ITEM:
            return False
        self._words.append(text)
        return True

    def tell(self, line: ScriptLine, is_taken: bool) -> None:
        """One more line; a mark that is taken begins a turn."""
        if self._evidence.is_a_line_each and line.role is Role.TEXT:
            self._cue(line)
        elif is_taken and line.mark is not None:
            self._begin(line.mark, line.number)
        elif line.role is Role.HEADING or line.role is Role.TITLE:
            self.flush()
            heading = heading_of(line, len(self.utterances), self._reading)
            if heading.title:
                self.headings.append(heading)
        elif line.role is not Role.DEFINITION:
            self._go_on(line)

    def _cue(self, line: ScriptLine) -> None:
        """A line that is an utterance of its own."""
        if self._words:
            self.flush()
        is_markdown = self._reading.is_markdown
        if is_plain(line.text) if is_markdown else "://" not in line.text:
            self.utterances.append(Utterance(line.text, "", None, None, line.number))
            return
        found = words_of((line.text,), self._reading)
        if found.images:
            self._reading.tally.count(line.number, _PICTURE, found.images)
        if text := found.text.strip():
            self.utterances.append(Utterance(text, "", None, None, line.number, found.sources))

    def flush(self) -> None:
        """Tells the paragraph at hand."""
        mark, self._mark = self._mark, None
        words, self._words = self._words, []
        found = self._found(words) if words else _NOTHING
        if found.images:
            self._reading.tally.count(self._line, _PICTURE, found.images)
        text = found.text.strip()
        if mark is None:
            if text:
                self.utterances.append(Utterance(text, "", None, None, self._line, found.sources))
            return
        if not text and not mark.name:
            self._reading.tally.count(self._line, "a time without words is left out")
        elif mark.kind is Kind.CHAT and _NOISE.match(text):
            self._reading.tally.count(self._line, "a reaction in a chat is left out")
        else:
            self._utter(mark, text, found.sources)

    def _utter(self, mark: Mark, text: str, sources: tuple[Source, ...]) -> None:
        name = self._names.get(mark.name)
        if name is None:
            name = self._names[mark.name] = self._whole_name(mark.name)
        is_break = mark.kind is Kind.BOLD and name.casefold() == _BREAK
        if is_break:
            self.headings.append(Heading(len(self.utterances), name, mark.start, self._line))
            if mark.is_parted and not text:  # a time alone: where the next segment begins
                return
        elif mark.name or not self._evidence.names:
            self._ready[mark.name] = name
        if mark.tag and (is_break or not text):
            text = f"[{mark.tag}] {text}".strip()
        elif not text and name.casefold() in _SOUNDS:
            text = f"[{name}]"
        elif not text:
            self._reading.tally.count(self._line, "a name without words: […] stands for them")
            text = "[…]"
        self.utterances.append(Utterance(text, name, mark.start, mark.end, self._line, sources))

    def _whole_name(self, name: str) -> str:
        bare = words_of([name], self._reading).text.strip(" \t\xa0:")
        return self._reading.initials.get(bare, bare)

    def _found(self, words: Sequence[str]) -> Plain:
        if self._role is Role.CODE:
            return Plain("\n".join(words))
        if self._role is Role.ROW:
            words = [word.strip("| \t") for word in words]
        return words_of(words, self._reading)

    def _begin(self, mark: Mark, line: int) -> None:
        if self._mark is not None and not self._words and (joined := _joined(self._mark, mark)):
            mark, line = joined, self._line
        elif self._mark is not None or self._words:
            self.flush()
        mark = self._evidence.named_behind(mark) or mark
        self._mark, self._line, self._role = mark, line, Role.TEXT
        self._words = [mark.text] if mark.text else []

    def _go_on(self, line: ScriptLine) -> None:
        """A line without a mark: it goes on with the paragraph, or opens one."""
        text = line.text
        may_be_item = self._reading.is_markdown and text[0] in _BEFORE_AN_ITEM
        is_item = may_be_item and _ITEM.match(text) is not None
        if is_item and not text[0].isdigit():
            text = "• " + text[1:].lstrip()
        opens = line.opens or is_item or line.role is not self._role
        if self._words and opens:
            self.flush()
        if not self._words:
            self._role = line.role
            if self._mark is None:
                self._line = line.number
        self._words.append(text)


def _joined(above: Mark, below: Mark) -> Mark | None:
    """Two marks without words between them as one: one tells a name, the other its time."""
    if above.name and above.start is None and not below.name:
        return above._replace(start=below.start, end=below.end, text=below.text, tag=below.tag)
    if not above.name and not above.text and below.name and below.start is None:
        return below._replace(start=above.start, end=above.end)
    return None
