"""Source → mutants of it, and which of them the tests notice: `python -m benchmarks.mutants`."""
