"""Documents out: redlines, reports, texts. Floor 3."""
