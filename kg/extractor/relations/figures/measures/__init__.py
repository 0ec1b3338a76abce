"""What a figure measures: the words before and behind it, the noun that it counts, the name of a measure in them."""
