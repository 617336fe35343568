"""A person's name → every form of it that may be printed, found in any text: cases, alphabets, spellings."""
