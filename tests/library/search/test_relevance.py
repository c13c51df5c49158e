"""What a person types to find a moment of the shipped episodes, and how far down it is found."""

import pytest

from braidtui.library.cache.store import EpisodeStore
from braidtui.library.catalog import Library
from braidtui.library.folders import bundled_episodes
from braidtui.library.search.parsing import parse
from braidtui.library.search.searcher import Searcher

LEAST_MEAN = 0.88  # of 1 / rank
LAST_RANK = 3
# A query, and words of the turn that answers it.
QUESTIONS = """
patron saint shorthand = was stabbed to death with pens
johnson parliament debates = the debates of Lilliput
pitman gregg = Stenographic Sound-Hand
stenotype keys = Twenty-two keys and a bar for numbers
court reporters philadelphia = twenty-seven working court reporters
line 21 = Line 21 is the last before the picture begins
audrey = a machine called Audrey
fire a linguist = every time I fire a linguist
webvtt = WebSRT, then WebVTT
youtube automatic captions = on thirteen channels
whisper trained = 680,000 hours of sound
whisper = OpenAI gives away Whisper
closed captions = The closed kind, hidden until you ask
apple transcripts = Apple starts making transcripts by itself
thanks for watching = Thanks for watching!
aphasia = hunting for words
nixon tapes = expletive deleted
lincoln speech = forgot their pencils
字幕 = letters on a curtain
toc ky = post office in Huế
anthropic spacex billion = For once the figure is in print
landlord = What Anthropic signs for is a landlord
antitrust = a monitoring trustee
apache b200 = mixture of experts
compaction codex = Labib Rahman posted about compaction
docker kubernetes = the entropy of Docker, Kubernetes
railway = A different case for infrastructure
google harness = What remains to be shown is one agent harness
railway revenue = $50 thousand a month
gemini spark = Gemini Spark earns a second look
audit trail = A stop button, an audit trail, a replay
drag select = Let it run. Click a segment
theme = type the word theme
markdown captions = it comes as Markdown, JSON or captions
"""


@pytest.fixture(scope="module")
def ranks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    """For each query the place of its answer among the hits, counted from 1; 0 where it is none."""
    store = EpisodeStore(tmp_path_factory.mktemp("cache") / "cache.sqlite")
    library = Library([bundled_episodes()], store)
    searcher = Searcher(library)
    searcher.update()
    ranks = {}
    for line in QUESTIONS.strip().splitlines():
        query, answer = line.split(" = ")
        hits = searcher.find(parse(query), limit=0, per_episode=0).hits
        ranks[query] = next((n for n, hit in enumerate(hits, 1) if answer in hit.text), 0)
    searcher.close()
    library.close()
    return ranks


def test_the_turn_that_answers_is_among_the_first(ranks: dict[str, int]) -> None:
    assert {query: rank for query, rank in ranks.items() if not 1 <= rank <= LAST_RANK} == {}


def test_it_mostly_is_the_very_first(ranks: dict[str, int]) -> None:
    mean = sum(1 / rank for rank in ranks.values() if rank) / len(ranks)
    table = "\n".join(f"{rank:3}  {query}" for query, rank in ranks.items())
    assert mean >= LEAST_MEAN, f"{mean:.3f}\n{table}"
