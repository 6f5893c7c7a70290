# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 07da17be1196bc479267ef015e36b966
"""Read types in the strict sense of JSON, where pydantic differs."""
