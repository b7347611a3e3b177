"""From lines of law text to provisions: labels, headings, nesting, tables, quotations. Floor 2: imports `text` and `law`."""
