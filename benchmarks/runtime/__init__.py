"""What the clients cost where they run: imports, calls, many jobs, inputs."""
