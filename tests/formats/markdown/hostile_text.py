"""Texts that a reader of Markdown could take for markup, on purpose and by chance."""

from hypothesis import strategies as st

from braidtui.episode.safe_text import clean_line
from tests.episode.episodes import clean_body

TRAPS = (
    *("# a", "## a ##", "#tag", "a #tag", "C#", "a\n===", "a\n---", "---", "***", "___", "- a"),
    *("+ a", "* a", "- [ ] a", "1. a", "1) a", "2026. A year", "> a", ">a", "    a", "\ta"),
    *("```", "~~~", "| a | b |\n|---|---|\n| c | d |", "a | b", ":--", "[a](b)", "[a]: b", "[a]"),
    *("![a](b)", "!", "[^1]", "[^1]: a", "^[a]", "[[a]]", "![[a]]", "*a*", "**a**", "***a"),
    *("_a_", "__a__", "a_b_c", "~a~", "~~a~~", "==a==", "^a^", "a ^b", "`a`", "``a", "\\"),
    *("\\\\", "\\*", "a\\", "<b>", "<!-- a", "-->", "<!-- braidtui:end -->", "<script>", "</p>"),
    *("<a@b.c>", "<https://a.b>", "&amp;", "&#65;", "&lt;b&gt;", "&", "https://a.com/b?c=d_e_f"),
    *("www.a.com", "//a.com", "a@b.com", "mailto:a@b.com", "ftp://a.com", "@a", ":smile:"),
    *("::: a", ":::", "%% a %%", "{{a}}", "{.a}", "{#a}", "{% a %}", "$a$", "$$a$$", "$5 and $6"),
    *("\\(a\\)", "\\[a\\]", "---\na: b\n---", "+++", "a  ", "a\\\n", "\xa0a", "a\xa0"),
    *("\u3000a\u3000", "(c)", "“a”", "‘a’", "[tsk]", "[x] a", "…", ": a", "Term\n: a", "\u202fa"),
    *("***bold** a*", "**a", "a**", "_", "*", "]", "[", "(", ")", ">", "<", "漢字", "👩‍👧", "שלום"),
    *("é"),
)  # fmt: skip
_SIGNS = "\\`*_[]<>&~|$^=!{}#+-.:;)(1a %@/\"'?,x\n\t\xa0\u3000é漢"
_PARTS = st.sampled_from(TRAPS) | st.text(_SIGNS, max_size=12) | st.text(max_size=12)
_TEXTS = st.lists(_PARTS, min_size=1, max_size=5).map("".join)

BODIES = _TEXTS.map(clean_body).filter(lambda text: bool(text.strip()))
"""Texts of paragraphs, as an episode has them."""
LINES = _TEXTS.map(clean_line).filter(lambda text: bool(text.strip()))
"""Texts of one line."""
