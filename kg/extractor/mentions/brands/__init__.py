"""Firms whose name has no head noun and stands in no lexicon: brands, in short."""
