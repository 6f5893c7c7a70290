# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 063715672d88a9bd9061d54614526116
"""The models for agents: an MCP server over stdio. It needs runcomfy-models[mcp].

`session.py` is what an agent may do, `server.py` shows it as tools of MCP.
"""
