"""The hosts' part of Braid's page: for each a name, a role, a model and a voice."""

import re
from collections.abc import Container, Sequence
from typing import NamedTuple

from braidtui.episode.safe_text import clean_line
from braidtui.formats.braid_page.labels import LONGEST_LABEL, bare_name, folded
from braidtui.formats.reading.page.lines import Line

_MODEL_AND_VOICE = re.compile(r"(\S*)\s*·\s*(\S*)|(\S+/\S+)")


class Host(NamedTuple):
    """A card of the hosts' part."""

    name: str
    role: str = ""
    model: str = ""
    voice: str = ""


def read_hosts(lines: Sequence[Line], spoken: Container[str]) -> tuple[list[Host], list[Line]]:
    """The cards of the hosts, and the lines that belong to none; `spoken` are folded names that
    are known to be names."""
    hosts, rest, at = [], [], 0
    while at < len(lines):
        host, length = _host([line.text for line in lines[at : at + 3]], spoken)
        if host:
            hosts.append(host)
        else:
            rest.append(lines[at])
        at += length
    return hosts, rest


def _host(texts: Sequence[str], spoken: Container[str]) -> tuple[Host | None, int]:
    """The card at the head of three lines, and how many of them it has (one where it is none)."""
    name = bare_name(texts[0])[0]
    following = list(texts[1:])
    role = following.pop(0) if _is_role(following, spoken) else ""
    voiced = _model_and_voice(following[0]) if following else None
    is_host = role or voiced or folded(name) in spoken
    if not (name and is_host) or _model_and_voice(texts[0]):
        return None, 1
    model, voice = voiced or ("", "")
    role = role.lower() if role.isupper() else role
    return Host(name, role, model, voice), 1 + bool(role) + bool(voiced)


def _is_role(texts: Sequence[str], spoken: Container[str]) -> bool:
    if not texts or folded(bare_name(texts[0])[0]) in spoken or _model_and_voice(texts[0]):
        return False
    return texts[0].isupper() or (len(texts) > 1 and _model_and_voice(texts[1]) is not None)


def _model_and_voice(text: str) -> tuple[str, str] | None:
    found = _MODEL_AND_VOICE.fullmatch(text) if len(text) <= LONGEST_LABEL else None
    if not found or "/" not in text or "://" in text:
        return None
    return clean_line(found[1] or found[3] or ""), clean_line(found[2] or "")
