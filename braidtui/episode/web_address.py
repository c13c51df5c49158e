"""Which web addresses may be opened, and the host that a person must be shown before.

Nothing but `http` and `https`, and nothing a browser could read otherwise than a person does:
see the URL standard's "userinfo" and Unicode TR 39 on hosts that look alike.
"""

import re

from braidtui.episode.safe_text import clean

_LONGEST = 2048
_EVERYDAY = re.compile(
    r"https?://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?:[/?#][!-\[\]-~]*)?", re.ASCII | re.IGNORECASE
)
_WEB = re.compile(r"https?://", re.ASCII | re.IGNORECASE)
_UNFIT = re.compile(r"[\s\x00-\x20\x7f-\x9f\\]")
_HOST_NAME = re.compile(r"[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_])?\.?", re.ASCII | re.IGNORECASE)
_IPV6 = re.compile(r"[0-9a-f:.]*:[0-9a-f:.]*", re.ASCII | re.IGNORECASE)


def refusal(url: str) -> str:
    """Why `url` is not opened, in words; empty where it may be."""
    if len(url) > _LONGEST:
        return f"it is longer than {_LONGEST} characters"
    if _EVERYDAY.fullmatch(url):
        return ""
    if not _WEB.match(url):
        return "only http and https are"
    if unfit := _UNFIT.search(url):
        return _unfit_words(unfit[0])
    if clean(url) != url:
        return "it holds a character that cannot be seen"
    return _host_refusal(url)


def shown_host(url: str) -> str:
    """The host as the network knows it, `xn--…` for other scripts; empty where there is none."""
    return "" if refusal(url) else _host(url)


def _unfit_words(character: str) -> str:
    if character == "\\":
        return "it holds a backslash"
    return "it holds a blank" if character.isspace() else "it holds a control character"


def _host_refusal(url: str) -> str:
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018  (raises where it is no port)
    except ValueError:
        return "its host or port cannot be read"
    if "@" in parts.netloc:
        return "it names a user before the host"
    if not parts.hostname:
        return "it names no host"
    return "" if _host(url) else "its host is no name"


def _host(url: str) -> str:
    from urllib.parse import urlsplit

    parts = urlsplit(url)
    host = parts.hostname or ""
    if "[" in parts.netloc:
        return f"[{host}]" if _IPV6.fullmatch(host) else ""
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            return ""
    return host if _HOST_NAME.fullmatch(host) else ""
