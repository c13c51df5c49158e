"""The numbers of an episode laid out as lines of styled parts, for the screen and for stdout."""
