"""The graph at a glance, drawn: bars in the terminal, a page without scripts, a picture."""
