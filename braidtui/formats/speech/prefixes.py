"""Names before a colon: which of them are people is settled by the evidence of the whole file.

Measured: of 11,245 such lines of one collection 11,141 are of names used ten times and more, while
a monologue has 773 that are used once and mean nobody ("that:", "But I said:").
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from braidtui.formats.speech.aliases import ANYBODY, folded, listed

_ENOUGH = 3  # uses that make a name
MOST = 0.6  # of the utterances: where so many begin with a name, one use is enough
_ALL = 0.95  # a program has put a label before each utterance, whatever the label looks like
_FEW = 10  # utterances that say nothing about a program
_MANY = 0.2  # of the utterances: so often even "You" is a label
_LONGEST = 100
_IN_TURNS = (("q", "a"), ("f", "a"), ("question", "answer"))  # in English; in German `f` asks

_PREFIX = re.compile(
    rf"\s*+(?:>{{2,3}}\s*)?([^\s:：>][^:：\n]{{0,{_LONGEST}}})(?:：|:(?=\s|\Z|[^\W\d]))\s*"
)
_BRACKETED = re.compile(rf"\s*+(?:>{{2,3}}\s*)?\[([^\[\]:：\n]{{1,{_LONGEST}}})\]\s+(?=\S)")
_LABEL = re.compile(r"(?:speaker|spk|guest|host|interviewer)[ _-]?\w{0,3}", re.IGNORECASE)
_BY_MACHINE = re.compile(r"(?:speaker|spk)[ _]\d{1,3}", re.IGNORECASE)
_NUMBERED = re.compile(r"\S+ (?:[^\W_]+ )?#?\d[\d.,/-]{0,9}(?:s|st|nd|rd|th)?")
_SENTENCE = re.compile(r"[!?;…“”\"<>{}=]|://|\w{5}[.,] +[a-z]")
_WORD = re.compile(r"\S+")
_NEVER = listed(
    """
    a actually again also alternatively and another answer anyway basically because
    besides bonus bottom but caption captions cc chapter comment conclusion consider
    correction date disclaimer downside edit email episode even eventually exactly
    example exception fact fifth file finally first first, firstly for fourth ftp
    furthermore goal hello hence here hey hi hint how however http https i idea if
    imagine important in indeed instead is issue it lastly like link listen look mailto
    maybe me meaning meanwhile mine moreover n.b namely nb next no nope not note notes
    now number obviously of ok okay one only option or otherwise overall p.s perhaps
    phone please plus point problem ps question quote re reason remember result right
    rule second secondly see seriously so solution something specifically spoiler step
    subtitle subtitles summary suppose surprise tel thanks that that's the then there
    therefore these they thing things think third thirdly this those three thus time
    tip title today tomorrow too topic transcript transcription translation truth two
    update upside url verdict version warning was we well what when where which who why
    www yeah yes yesterday yet you yup
    """
)
_NEVER_FIRST = listed(
    """
    and as because but he her his i i'm if it it's my or our she so that that's their then
    these they this those was we what when where which who why you your
    """
)
_NEVER_LAST = listed(
    """
    a added adds an and answered answers are as asked asking asks at be by for from go goes
    going heard i in is it like me of on or replied replies said say saying says she that
    the they think thinking this thought to told was we went were wrote you with
    """
)
_COUNTED = listed(
    "chapter day example exercise item lesson level number page part point question rule section"
    " slide step verse week year"
)
_COUNTING = listed(
    "after appendix around at before by case class during exhibit figure for from group in of on"
    " option part plan since table team to type until"
)
_NEVER_ALONE = _NEVER | _NEVER_FIRST | _NEVER_LAST
_PARTICLES = listed(
    """
    af al and ap ben bin bint da das de del della den der des di do dos du e el et from ibn
    la le of och og on op or ten ter the und van vel von y zu zum zur
    """
)


def prefix_of(text: str) -> tuple[str, int]:
    """The name that may stand before a colon, or in brackets, at the beginning of a text, and the
    offset of the words behind it; an empty name where none can."""
    found = _PREFIX.match(text)
    if found is None:
        found = _BRACKETED.match(text)
        return (f"[{found[1].strip()}]", found.end()) if found else ("", 0)
    return bare(found[1]), found.end()


@lru_cache(1024)
def bare(name: str) -> str:
    """A name without the brackets around it and the dash before it, blanks made one."""
    name = " ".join(name.split())
    if name[:1] == "[" and name[-1:] == "]" and name.count("[") == 1:
        name = name[1:-1].strip()
    return name[1:].strip() if name[:1] in ("-", "–", "—") else name


def accepted_names(
    candidates: Sequence[str],
    known: Iterable[str] = (),
    utterances: int = 0,
    inside: Sequence[str] = (),
) -> frozenset[str]:
    """Those of the candidates that are people, or what stands for people in a transcript.

    `candidates` are names before a colon as they were met, once a use (a name in brackets without a
    colon keeps its brackets); `utterances` counts what they could have stood before, 0 where that
    is not known; `inside` are names that were met further on in an utterance. Three uses are
    evidence, and so is a known name, one that joins a name accepted, question and answer by turns,
    a label of a machine (`SPEAKER_00`), and one use where 60 % of the utterances begin with a name.
    """
    named = _accepted(candidates, known, utterances, inside)
    return frozenset(named | in_pairs({*candidates, *inside}, named))


def in_pairs(met: Collection[str], named: Collection[str]) -> set[str]:
    """Who asks and who answers (`Q`, `A`) among the names met, where both are and one is named."""
    found: set[str] = set()
    for pair in _IN_TURNS:
        both = {name for name in met if name.casefold() in pair}
        if len({name.casefold() for name in both}) == len(pair) and not both.isdisjoint(named):
            found |= both
    return found


def _accepted(
    candidates: Sequence[str], known: Iterable[str], utterances: int, inside: Sequence[str]
) -> set[str]:
    known = {*known, *in_turns(candidates)}
    share = len(candidates) / utterances if utterances else 0.0
    if share >= _ALL and utterances >= _FEW:
        uses = Counter(candidates)
        labels = {name for name in uses if _is_label(name, uses[name], utterances)}
        further = Counter(name for name in inside if name not in labels)
        return labels | _named(further, known, 0.0)
    return _named(Counter([*candidates, *inside]), known, share)


def in_turns(candidates: Sequence[str]) -> frozenset[str]:
    """Those of the candidates that ask and answer: `Q` and `A`, where one mostly follows the
    other."""
    found: set[str] = set()
    for pair in _IN_TURNS:
        met = [name for name in candidates if name.casefold() in pair]
        changes = sum(map(str.__ne__, met, met[1:]))
        if changes >= _ENOUGH and 2 * changes >= len(met):
            found.update(met)
    return frozenset(found)


def is_labelled(candidates: int, utterances: int) -> bool:
    """Whether so many utterances begin with a name that a program must have written them: such
    labels are names of accounts, and no first name stands for a full one."""
    return utterances >= 5 * _FEW and candidates >= _ALL * utterances


def _named(uses: Counter[str], known: Iterable[str], share: float) -> set[str]:
    """The names that their uses make so; `share` of the utterances begin with a name."""
    people = {folded(name) for name in known}
    people |= {first for name in people if (first := _first(name)) not in _NEVER}
    named = {name for name in uses if folded(bare(name)) in people}
    named |= {name for name in uses if _BY_MACHINE.fullmatch(bare(name))}
    likely = {name for name in uses.keys() - named if _may_name(name)}
    proper = {name for name in likely if _is_proper(name)}
    named |= {name for name in likely if uses[name] >= _ENOUGH and _is_used(name, share, proper)}
    proper = {name for name in proper if not _is_counted(name, uses[name])}
    if share >= MOST:
        named |= proper
    elif named:  # a conversation: another voice may be heard twice
        named |= {name for name in proper if uses[name] == 2 and len(name.split()) <= 3}
    return named | _joining(named, proper)


def _joining(named: Collection[str], proper: Collection[str]) -> set[str]:
    """Full names whose first name is accepted, and first names of accepted full names."""
    whole = {folded(name) for name in named}
    firsts = {_first(name) for name in whole}
    return {
        name
        for name in proper
        if folded(name) in firsts or (_first(folded(name)) in whole and len(name.split()) <= 4)
    }


def _is_label(name: str, uses: int, utterances: int) -> bool:
    """Whether a candidate may be one where a program has set a label before each utterance: all
    but what begins a sentence ("I said:"), unless it is said of many."""
    if name[:1] == "[" and name[-1:] == "]":
        return uses >= _ENOUGH or _LABEL.fullmatch(name[1:-1]) is not None
    words = name.casefold().split()
    if "://" in name or not any(map(str.isalnum, name)) or _is_counted(name, uses):
        return False
    if len(words) == 1:
        return words[0] not in _NEVER_ALONE or uses >= max(_ENOUGH, _MANY * utterances)
    if words[0] in _NEVER_FIRST or words[-1] in _NEVER_LAST:
        return (uses > 1 and _is_proper(name)) or uses >= MOST * utterances
    return True


def _is_counted(name: str, uses: int) -> bool:
    """Whether a candidate rather counts than names, for all its uses ("In 2019", "Option B")."""
    *words, last = name.casefold().split()
    if words and words[0] in _COUNTING and (len(last) == 1 or last[0].isdigit()):
        return uses < _ENOUGH
    return uses < 2 and _NUMBERED.fullmatch(name) is not None and ANYBODY.isdisjoint(words)


def _is_used(name: str, share: float, proper: Collection[str]) -> bool:
    """Whether a name that is used often is one: it looks like a name, or like a handle."""
    if name[:1] == "[":
        return share >= MOST or _LABEL.fullmatch(name[1:-1]) is not None
    return name in proper or " " not in name or share >= MOST


def _may_name(name: str) -> bool:
    """Whether a candidate is no sentence, no number, and not on the list of what never names."""
    if name[:1] == "[":
        return True
    words = [word for word in _WORD.findall(name.casefold()) if any(map(str.isalnum, word))]
    if not words or len(words) > 6 or _SENTENCE.search(name) or not any(map(str.isalpha, name)):
        return False
    if len(words) == 1:
        return words[0] not in _NEVER_ALONE
    if words[0] in _COUNTED and words[-1][:1].isdigit():
        return False
    return words[0] not in _NEVER_FIRST and words[-1] not in _NEVER_LAST


def _is_proper(name: str) -> bool:
    """Whether each word is written as in a name: no word of small letters but a particle, or one
    in brackets."""
    words = name.split()
    return _LABEL.fullmatch(name) is not None or (
        name[:1] != "["
        and words[0] not in _PARTICLES - {"de", "van", "von", "al", "el", "la", "le", "bin", "ibn"}
        and any(not word.islower() for word in words)
        and all(not word.islower() or _may_be_small(word) for word in words)
    )


def _may_be_small(word: str) -> bool:
    return word in _PARTICLES or word[:1] in "([@|'’" or not word[:1].isalpha()


def _first(name: str) -> str:
    return name.partition(" ")[0]
