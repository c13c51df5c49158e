"""Which turns a query matches: what is asked of the index, and of which of its rows."""
