"""Taking the place of a file that is there: what it holds, and a copy that is kept of it."""
