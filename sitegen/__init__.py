"""Publishes a municipal DX plan (自治体DX推進計画) as an accessible, multilingual website."""

__version__ = "0.1.0"
