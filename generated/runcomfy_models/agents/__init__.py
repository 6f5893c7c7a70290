# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 7b9c9a4146ce5fe7f0097404d224117e
"""The models for agents: an MCP server over stdio. It needs runcomfy-models[mcp].

`session.py` is what an agent may do, `tools.py` shows it as tools of MCP, `server.py` serves them.
"""
