"""A page in Braid's form, part by part, and what is said of one."""

from braidtui.formats.imported import Imported

HEAD = """

♦ DISPATCH 012 · 2026-06-03

The Lighthouse Keeps Its Own Hours

2026-06-03 / 00:04:10

“A lamp that nobody tends is only a rumor of land.”

— from this episode's transcript

■ Mara Dune

■ Ivo Kell

A lamp that nobody tends is only a rumor of land.

- The Lighthouse Keeps Its Own Hours
"""

SEGMENTS = """
SEGMENTS

00:00:00 Who lights it

00:02:05 Who pays
"""

TURNS = """
Transcript

■ Mara Dune

00:00:00

Tonight we ask who lights the lamp. The keeper left in 1998, and the lamp

went on without her.

lamps.example

harbour.example

lamps.example

■ Ivo Kell

00:00:31

[sighs] I asked the harbour. A lamp that nobody tends is only a rumor of land. They said so.

■ **Mara Dune**

00:02:05

And the money?

■ **Ivo Kell**

00:02:09

From the dues. Version

2.0 of the tariff says so.

It was raised twice.
"""

HOSTS = """
Hosts on this episode



Mara Dune

MODERATOR

claude/claude-opus-4-7 · grok/ara



Ivo Kell

BUILDER

codex/gpt-5.5 · grok/sal
"""

PAGE = HEAD + SEGMENTS + TURNS + HOSTS


def told(imported: Imported) -> list[str]:
    return [f"{notice.line}: {notice.message}" for notice in imported.notices]
