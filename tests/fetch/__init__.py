"""Tests of fetching: everything is served on loopback."""
