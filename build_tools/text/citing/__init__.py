"""A `Citation` → the citation styles that people read and the formats that programs read, one module each."""
