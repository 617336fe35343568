"""The whole pipeline on archives of any size, beside other generators: `python -m benchmarks.scale`."""
