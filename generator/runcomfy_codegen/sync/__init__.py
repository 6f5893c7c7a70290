"""`sync`: is `schemas/` what the service says today?"""
