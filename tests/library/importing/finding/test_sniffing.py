"""What the first KB of a file tells of it."""

from pathlib import Path

import pytest

from braidtui.library.importing.finding.sniffing import has_words, smells_of_transcript


@pytest.mark.parametrize(
    "text",
    [
        "WEBVTT\n",
        "\ufeff\n1\n00:00:01,000 --> 00:00:02,000\nThe loom.\n",
        '{\n "segments": []}',
        '[{"start": 0}]',
        '<?xml version="1.0"?><tt>',
        "<transcript>",
        "[00:12.00]The loom.",
        "0:00:01.000,0:00:02.000\nThe loom.\n",
    ],
)
def test_captions_and_what_may_hold_them_are_smelt(tmp_path: Path, text: str) -> None:
    (tmp_path / "strange").write_text(text)
    assert smells_of_transcript(tmp_path / "strange")


@pytest.mark.parametrize("text", ["The loom.\n", "#!/bin/sh\n", "<html>", "{loom}", "[1, 2]", ""])
def test_other_texts_are_not(tmp_path: Path, text: str) -> None:
    (tmp_path / "strange").write_text(text)
    assert not smells_of_transcript(tmp_path / "strange")
    assert has_words(tmp_path / "strange") == bool(text)


@pytest.mark.parametrize("name", ["ep.vtt.bak", "ep.vtt~", "ep.PY", "ep.jpg"])
def test_a_copy_or_a_picture_is_not_even_opened(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("WEBVTT\n")
    assert not smells_of_transcript(tmp_path / name)
    assert not has_words(tmp_path / name)


def test_sound_and_what_is_gone_have_no_words(tmp_path: Path) -> None:
    (tmp_path / "sound").write_bytes(bytes(range(256)) * 4)
    assert not has_words(tmp_path / "sound")
    assert not has_words(tmp_path / "gone")
