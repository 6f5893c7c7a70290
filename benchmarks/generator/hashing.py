"""Read and hash files: the least that a run with no changes can cost."""

import hashlib
import os
import sys

for root in sys.argv[1:]:
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:  # noqa: PTH118, PTH123
                hashlib.sha256(file.read()).hexdigest()
