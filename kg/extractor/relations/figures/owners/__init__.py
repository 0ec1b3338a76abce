"""Whose a figure is: who may own one, whom its clause or the text before speaks of, and whose it cannot be."""
