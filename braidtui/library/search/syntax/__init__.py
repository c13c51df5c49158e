"""How a query is written: its pieces, and what the value of a field may be."""
