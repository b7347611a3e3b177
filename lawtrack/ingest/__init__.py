"""Files in: docx, doc, pdf, html, Markdown of any shape, plain text; lines with their origin; documents. Floor 3."""
