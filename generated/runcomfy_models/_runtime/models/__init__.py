# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 181b7ea4aac0a8e28dccaa943d69eb08
"""Inputs and outputs: values, their schemas, and what is wrong with them. Knows no httpx."""
