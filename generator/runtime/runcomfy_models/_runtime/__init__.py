"""The code that all clients share. Private: import public names from `runcomfy_models`."""
