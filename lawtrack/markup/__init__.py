"""Canonical Markdown and ledgers: readers and writers, exact inverses. Floor 3."""
