"""The models for agents: an MCP server over stdio. It needs runcomfy-models[mcp].

`session.py` is what an agent may do, `tools.py` shows it as tools of MCP, `server.py` serves them.
"""
