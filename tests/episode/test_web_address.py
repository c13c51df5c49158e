"""Only http and https addresses that read the same to a person and to a browser are opened."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braidtui.episode.web_address import refusal, shown_host


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://example.org", "example.org"),
        ("HTTP://Example.ORG/a?b=c#d", "example.org"),
        ("https://example.org:8443/[x]/ä/漢字", "example.org"),
        ("https://example.org/@user", "example.org"),
        ("https://a_b.example.org/", "a_b.example.org"),
        ("http://192.0.2.7/", "192.0.2.7"),
        ("http://[2001:db8::1]:80/", "[2001:db8::1]"),
        ("https://bücher.example/", "xn--bcher-kva.example"),
        ("https://p\u0430ypal.com/", "xn--pypal-4ve.com"),
    ],
)
def test_a_web_address_is_opened_and_its_true_host_shown(url: str, host: str) -> None:
    assert refusal(url) == ""
    assert shown_host(url) == host


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("", "only http and https are"),
        ("javascript:alert(1)", "only http and https are"),
        ("file:///etc/passwd", "only http and https are"),
        ("//example.org/x", "only http and https are"),
        (" https://example.org", "only http and https are"),
        ("--help", "only http and https are"),
        ("java\nscript:alert(1)", "only http and https are"),
        ("https://example.org/ --flag", "it holds a blank"),
        ("https://example.org/\n", "it holds a blank"),
        ("https://example.org/\xa0", "it holds a blank"),
        ("https://example.org/\x1b[31m", "it holds a control character"),
        ("https://example.org/\x9b", "it holds a control character"),
        ("https://example.org/\u202egpj", "it holds a character that cannot be seen"),
        ("https:\\\\example.org", "only http and https are"),
        ("https://example.org\\@evil.invalid", "it holds a backslash"),
        ("https://user@example.org/", "it names a user before the host"),
        ("https://example.org:443@evil.invalid/", "it names a user before the host"),
        ("https://", "it names no host"),
        ("https:///path", "it names no host"),
        ("http://[::1", "its host or port cannot be read"),
        ("https://example.org:99999/", "its host or port cannot be read"),
        ("https://example.org:x/", "its host or port cannot be read"),
        ("https://a%41.example/", "its host is no name"),
        ("https://-x/", "its host is no name"),
        ("https://[v1.x]/", "its host is no name"),
        ("https://é" + "x" * 80 + ".org/", "its host is no name"),
        ("https://example.org/" + "a" * 2029, "it is longer than 2048 characters"),
    ],
)
def test_any_other_is_refused_with_the_reason(url: str, reason: str) -> None:
    assert refusal(url) == reason
    assert shown_host(url) == ""


@given(st.text(st.characters(exclude_categories=()), max_size=40))
def test_nothing_that_follows_the_scheme_raises(rest: str) -> None:
    url = f"https://{rest}"
    assert (shown_host(url) == "") == (refusal(url) != "")
