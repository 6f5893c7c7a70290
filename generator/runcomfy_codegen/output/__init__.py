"""The output folder: the paths of generated files, comparing them with the disk, writing them."""
