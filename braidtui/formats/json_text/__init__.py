"""What the readers of JSON share: the value of a text, its items with their lines, their times."""
