"""Many episodes: where they live, which one is meant, and the cache that opens them fast."""
