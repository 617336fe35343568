"""What commands do to a whole archive in one go: texts in, texts out, planned before anything is written."""
