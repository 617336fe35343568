"""The archive's words as frozen types. Imports nothing of ours, so that every stage may import it."""
