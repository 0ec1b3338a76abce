"""Who holds which office, and at which body."""
