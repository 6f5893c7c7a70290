"""Store the files of a result: which URLs, under which names, and only when whole."""
