"""Proving that every value which fits one schema fits another one too."""

from runcomfy_codegen.diff.inclusion.prover import Prover

__all__ = ["Prover"]
