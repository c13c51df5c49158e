"""Which of the turns that match come first, and hits made of them."""
