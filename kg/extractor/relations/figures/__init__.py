"""What the figures of an article measure, and whose they are."""
