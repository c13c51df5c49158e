"""Lists and lines on the screens: segments, quotes, sources, episodes, and the bars."""
