"""Store the files of a result: check URLs, choose names, and publish whole files only."""
