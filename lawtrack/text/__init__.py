"""Vietnamese text: folding for comparison, labels and their order, numbers of acts, dates.

Floor 1 of the house: imports nothing of lawtrack.
"""
