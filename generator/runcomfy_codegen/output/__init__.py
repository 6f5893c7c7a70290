"""The output folder: paths of the generated files, comparing them with the disk, writing them."""
