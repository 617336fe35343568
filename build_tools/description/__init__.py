"""Capture → what it says of itself: title, outlet, authors, date, addresses, each with where it was read."""
