"""Prove that every value which is valid under one schema is valid under another."""

from runcomfy_codegen.inclusion.prover import Prover

__all__ = ["Prover"]
