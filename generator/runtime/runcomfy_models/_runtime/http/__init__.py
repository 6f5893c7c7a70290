"""HTTP calls of the API: what is sent, what an answer means, and which errors it raises."""
