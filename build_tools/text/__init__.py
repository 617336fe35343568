"""Pure functions on text and dates, because every stage needs the same answers."""
