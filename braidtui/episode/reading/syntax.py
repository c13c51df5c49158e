"""What a YAML parser says of a broken file, told in plain words with the likely cause."""

import re
from typing import Any

from braidtui.episode.reading.places import Lines

_MEANINGS = (  # part of the parser's own wording (libyaml's or PyYAML's), what it means
    (
        "mapping values",
        'a text with ": " in it stands in quotes (or is it indented wrong?)',
    ),
    ("sequence entries", 'a text that starts with "- " stands in quotes'),
    ("mapping keys", 'a text that starts with "? " stands in quotes'),
    ("expected ':'", "no key with a value: is a colon missing, or the blank after it?"),
    ("tab character", "a tab indents this line: only blanks may"),
    ("end of stream", "this quote is never closed"),
    ("document indicator", "this quote is never closed before ---"),
    ("document separator", "this quote is never closed before ---"),
    ("unknown escape character", "unknown escape: a backslash in double quotes is written \\\\"),
    ("Unicode character escape", "this escape names no character"),
    ("hexdecimal", "this escape lacks hexadecimal digits"),
    ("hexadecimal", "this escape lacks hexadecimal digits"),
    ("incompatible YAML document", "this YAML version is not known: leave the %YAML line out"),
    ("version number", "this YAML version is not known: leave the %YAML line out"),
    ("directive", "this %-line is no directive: leave it out"),
    ("indentation indicator", "only -, + or a digit may follow | or >"),
    ("comment or line break", "only -, + or a digit may follow | or >"),
    ("chomping or indentation", "only -, + or a digit may follow | or >"),
    ("',' or ']'", "this list lacks a comma or its closing ]"),
    ("',' or '}'", "this mapping lacks a comma or its closing }"),
    ("'-' indicator", "this line belongs to no list: is it indented rightly?"),
    ("document start", "text after the end of the document"),
    ("expected key", "this line belongs to no mapping: is it indented rightly?"),
    ("expected <block end>", "this line belongs to nothing above: is it indented rightly?"),
    ("node content", "a value is expected here"),
    ("undefined tag handle", "tags (!) are not accepted"),
    ("alphabetic or numeric", "a text that starts with * or & stands in quotes"),
)
_NO_BLANK = re.compile(r"\s*(?:- +)*\w+:[^\s/]")
_LONGEST_SIMPLE_KEY = 1024  # by the YAML specification
_LONGEST_LOOKED_AT = 2000
_FIRST_SIGN = re.compile(r"""\s*(?:- +)*(?:(?:[^\s:"'#][^:"'#]*|"[^"]*"|'[^']*'):\s+)?(\S)""")
_SIGNS_TO_QUOTE = "[{*&!@`%|>"
_OPENED_BEFORE = re.compile("quoted scalar|flow sequence|flow mapping|simple key")


def syntax_words(error: Exception, lines: Lines) -> tuple[int, str]:
    """The index of what is broken, and the plain words for it."""
    mark: Any = getattr(error, "problem_mark", None)
    opened: Any = getattr(error, "context_mark", None)
    if opened and (mark is None or _OPENED_BEFORE.search(getattr(error, "context", None) or "")):
        mark = opened
    problem = getattr(error, "problem", None) or str(error).partition("\n")[0]
    if mark is None:
        return 0, f"YAML syntax: {problem}"
    return mark.index, f"YAML syntax: {_cause(problem, mark.index, lines)}"


def _cause(problem: str, index: int, lines: Lines) -> str:
    line = lines.whole(index)[:_LONGEST_LOOKED_AT]
    meaning = next((meaning for words, meaning in _MEANINGS if words in problem), problem)
    if lines.rest(index)[:1] == "\t":
        return "a tab indents this line: only blanks may"
    if line.startswith("%"):
        return meaning
    if line.lstrip().startswith(": "):
        return "a key is missing before the colon"
    if "expected ':'" in problem or "mapping values" in problem:
        return _key_words(line, index, lines) or meaning
    hint = _sign_words(line, problem)
    if hint and "',' or" in problem:
        return f"{meaning} ({hint})"
    return hint or meaning


def _key_words(line: str, index: int, lines: Lines) -> str:
    """Why a line that seems to have a key and a value has not."""
    number, column = lines.place(index)
    if len(line) > _LONGEST_SIMPLE_KEY and ": " not in line[: column - 1][:_LONGEST_SIMPLE_KEY]:
        return f"a key with more than {_LONGEST_SIMPLE_KEY} characters"
    above = lines.whole(index - column) if number > 1 else ""
    if _NO_BLANK.match(above):
        return "the line above lacks the blank after its colon"
    return _sign_words(line, "")


def _sign_words(line: str, problem: str) -> str:
    """The first sign of a value is the likely cause, whatever the parser stumbled on after it."""
    first = _FIRST_SIGN.match(line)
    sign = first[1] if first else ""
    if sign and sign in _SIGNS_TO_QUOTE:
        return f"a text that starts with {sign} stands in quotes"
    if sign and sign in "'\"" and ("expected key" in problem or "<block end>" in problem):
        twice = "doubled" if sign == "'" else 'written \\"'
        return f"text after the closing quote; inside, {sign} is {twice}"
    return ""
