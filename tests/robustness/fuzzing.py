"""A fuzzer of the formats: `python -m tests.robustness.fuzzing [--seconds N] [--seed N] [FILE...]`.

Transcripts (generated ones of every format, and the files named) are cut, spliced, repeated and
damaged. Each result must become an episode that its file holds, or be refused, within one second of
CPU time a MB; whatever else happens is told, with the bytes kept in a file.
"""

import random
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import mkdtemp

from braidtui.episode.problem import EpisodeRefused
from braidtui.episode.yaml_reader import read_episode
from braidtui.episode.yaml_writer import write_episode
from braidtui.library.reading import read_bytes
from tests.benchmarks.transcripts import FORMS, talk

_PER_MB = 1.0  # seconds of CPU time
_AT_LEAST = 0.3  # seconds, as a small file may pay for what is loaded first
_MB = 1_000_000
_TOKENS = (
    *("<", ">", "&", "&#", "&amp;", "<!--", "<a ", "<v ", "<c>", "<![CDATA[", "<div>", "<p>", "</"),
    *("-->", "00:00:01.000 --> 00:00:02.000\n", "WEBVTT\n\n", "NOTE\n", "\n", "\r", "\n\n", " "),
    *(
        "{",
        "[",
        "[[",
        '{"a":',
        '"',
        "\\",
        "]",
        "}",
        ",",
        ":",
        "{\\",
        "[00:00]",
        "[a](",
        "![",
        "[^1]",
    ),
    *(
        "*",
        "**",
        "**A:** ",
        "_",
        "`",
        "```\n",
        "# ",
        "> ",
        "- ",
        ">> ",
        "|",
        "---\n",
        "~",
        "A: b\n",
    ),
    *("1\n", "0:00 a\n", "(", "\t", "\0", "\ufeff", "\u2028", "\x1b[2J", "\u202e", "é", "漢", "🚗"),
)

Mutation = Callable[[random.Random, bytes, Sequence[bytes]], bytes]


def trouble_with(data: bytes) -> str:
    """What is wrong with how these bytes are read; "" where all is as it should be."""
    begin = time.process_time()
    try:
        episode = read_bytes(Path("fuzzed.txt"), data).episode
    except EpisodeRefused as refused:
        if any("\n" in problem.message for problem in refused.problems):
            return "a refusal of several lines"
        episode = None
    except Exception as error:  # noqa: BLE001 - that none is raised is what is tested
        return f"{type(error).__name__}: {error}"
    spent = time.process_time() - begin
    if spent > max(_AT_LEAST, len(data) / _MB * _PER_MB):
        return f"{spent:.2f} s for {len(data):,} bytes"
    if episode is not None:
        again = read_episode(write_episode(episode).encode())
        if again.episode != episode:
            worst = [it.message for it in again.problems if not it.is_warning]
            return f"its file reads back differently: {worst[:1]}"
    return ""


def fuzzed(chance: random.Random, seeds: Sequence[bytes]) -> bytes:
    """One damaged transcript."""
    data = chance.choice(seeds)
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        data = chance.choice(_MUTATIONS)(chance, data, seeds)
    return data


def floods(size: int) -> Iterator[bytes]:
    """So many bytes of one token, alone and behind what makes each format be taken for one."""
    heads = (
        "",
        "WEBVTT\n\n00:00.000 --> 00:01.000\n",
        "1\n00:00:00,000 --> 00:00:01,000\n",
        "[00:01]",
    )
    heads += ("<p>", "**A:** ", "# T\n\n", '{"segments":[', "A: b\n\n", "<tt><body>", "---\n")
    for token in _TOKENS:
        body = token.encode() * (size // len(token.encode()))
        yield from (head.encode() + body for head in heads)


def seeds_of(captions: int) -> list[bytes]:
    """A transcript in every format that is generated."""
    said = talk(captions)
    return [written(said).encode() for written in FORMS.values()]


def _prefix(chance: random.Random, data: bytes, _seeds: Sequence[bytes]) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _without(chance: random.Random, data: bytes, _seeds: Sequence[bytes]) -> bytes:
    begin, end = sorted(chance.choices(range(len(data) + 1), k=2))
    return data[:begin] + data[end:]


def _spliced(chance: random.Random, data: bytes, seeds: Sequence[bytes]) -> bytes:
    other = chance.choice(seeds)
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other) + 1) :]


def _with_tokens(chance: random.Random, data: bytes, _seeds: Sequence[bytes]) -> bytes:
    at = chance.randrange(len(data) + 1)
    token = chance.choice(_TOKENS).encode() * chance.choice((1, 1, 2, 50, 2000))
    return data[:at] + token + data[at:]


def _damaged(chance: random.Random, data: bytes, _seeds: Sequence[bytes]) -> bytes:
    damaged = bytearray(data)
    for _ in range(chance.choice((1, 5, 50)) if damaged else 0):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    return bytes(damaged)


def _shuffled(chance: random.Random, data: bytes, _seeds: Sequence[bytes]) -> bytes:
    lines = data.split(b"\n")
    chance.shuffle(lines)
    return b"\n".join(lines)


_MUTATIONS: tuple[Mutation, ...] = (
    *(_prefix, _prefix, _without, _spliced, _with_tokens, _with_tokens, _damaged, _shuffled),
)


def main(arguments: Sequence[str]) -> int:
    """Fuzz for so long; gives the exit code, 1 where something was found."""
    parser = ArgumentParser(prog="python -m tests.robustness.fuzzing", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("files", nargs="*", metavar="FILE", type=Path)
    asked = parser.parse_args(arguments)
    chance = random.Random(asked.seed)
    seeds = [*seeds_of(60), *(path.read_bytes()[:200_000] for path in asked.files)]
    found = _fuzz(chance, seeds, time.monotonic() + asked.seconds)
    return 1 if found else 0


def _fuzz(chance: random.Random, seeds: Sequence[bytes], until: float) -> int:
    folder, kinds, count = Path(mkdtemp(prefix="fuzzed-")), set(), 0
    flood = floods(_MB)
    while time.monotonic() < until:
        data = next(flood, b"") or fuzzed(chance, seeds)
        count += 1
        if words := trouble_with(data):
            kind = words.partition(":")[0][:40]
            path = folder / f"{count}.txt"
            if kind not in kinds or len(list(folder.iterdir())) < 200:
                path.write_bytes(data)
                print(f"{path}: {words[:300]}", flush=True)
            kinds.add(kind)
    print(f"{count:,} texts, {len(kinds)} kinds of trouble")
    return len(kinds)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
