"""One cleaning rule in each file. Their order stands in `build_tools/clean/rule_table.py`."""
