"""Signs that say the same in several forms: quotation marks, dashes, blanks."""

BLANKS = "\t\xa0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
FORMS = {"'": "‘’‚‛′´ʼ‹›", '"': "“”„‟″«»", "-": "‐‑‒–—―−", " ": BLANKS}
"""Each plain form and those that count as equal to it, one character for one."""
