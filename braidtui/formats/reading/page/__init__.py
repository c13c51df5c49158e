"""A page as lines: the safe ones that hold something, the paragraphs they make, their sources."""
