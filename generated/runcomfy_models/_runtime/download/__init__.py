# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 0a75d2df8d1075c206fe5d188b5aaea8
"""Store the files of a result: which URLs, under which names, and only when whole."""
