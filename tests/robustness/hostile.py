"""An episode file with an attack in every field."""

ATTACKS = (
    "\\e[2J\\e[31m", "\\e]0;TITLE\\a", "\\e]52;c;UFdO\\e\\\\", "\\x9b31m", "\\x07\\x08\\r",
    "\\u202eabc\\u2066",
    "[bold]b[/bold] [/] [link=file:///etc/passwd]x[/link]",
    "[@click=app.quit]quit[/]", "\\u200b\\u2028\\ufeff",
    ":smile: ${x} {0} %s", "e" + "\\u0301" * 40, "\\U000e0041\\ufffe",
)  # fmt: skip
EVIL = " ".join(ATTACKS)
LONG_URL = "https://example.org/" + "a" * 10_000


def hostile_yaml() -> str:
    """The file; its turns say `zebrafinch`, its last words are `the end`."""
    turns = "\n".join(
        f"""      - speaker: "a"
        start: {10 * index}
        text: "zebrafinch {attack} [tsk] {attack}"
        sources:
          - "javascript:alert({index})"
          - {{url: "file:///etc/{index}", title: "t{attack}", site: "s{attack}"}}
          - {{url: "{LONG_URL}{index}", title: "{EVIL}"}}"""
        for index, attack in enumerate(ATTACKS)
    )
    return f"""show: "{EVIL}"
number: 13
title: "{EVIL}"
summary: "{EVIL}"
url: "javascript:x"
audio: "file:///dev/zero"
language: "{ATTACKS[0]}"
note: "{EVIL}"
speakers:
  a: {{name: "{EVIL}", role: "{EVIL}", model: "{EVIL}", voice: "{EVIL}", color: "\\e[31m"}}
quotes:
  - text: "{EVIL}"
sources:
  - {{site: "{EVIL}"}}
segments:
  - title: "{EVIL}"
    start: 0
    turns:
{turns}
  - title: "{"w" * 1_000_000}"
    start: 1000
    turns:
      - {{speaker: a, start: 1000, text: "{"x" * 1_000_000} the end"}}
"""
