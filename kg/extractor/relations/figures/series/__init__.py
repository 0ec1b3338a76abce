"""Figures told one after the other: what one takes over from the one before, what it was earlier, whose each is."""
