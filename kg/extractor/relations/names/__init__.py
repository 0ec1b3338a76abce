"""What a name itself says: where a thing is, whose part it is, what it works in."""
