"""Measurements against material that is not in the project. `python -m benchmarks` prints them all."""
