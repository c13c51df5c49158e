"""Which words of a page are names and times, by the ways in which pages set them."""
