"""What is said of the things: declarative patterns over sentences in which the names have become symbols."""
