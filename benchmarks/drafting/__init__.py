"""Amending acts drawn at random over real acts, and what the law must say afterwards, worked out without the reader and the engine."""
