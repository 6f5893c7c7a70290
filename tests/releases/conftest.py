from tests.diff.conftest import codegen, repository

__all__ = ["codegen", "repository"]
