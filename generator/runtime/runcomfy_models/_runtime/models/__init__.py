"""Inputs and outputs: values, their schemas, and what is wrong with them. Knows no httpx."""
