"""The files of `schemas/`, read and written back: documents, overrides, ids, the protocol."""
