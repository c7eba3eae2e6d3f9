"""Dates, numbers, fiscal years and interface strings of each language."""
