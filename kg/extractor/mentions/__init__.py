"""Who and what an article names: each module finds one sort of name."""
