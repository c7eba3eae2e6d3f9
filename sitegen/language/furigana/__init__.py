"""Readings of Japanese words, and ruby that shows them."""
