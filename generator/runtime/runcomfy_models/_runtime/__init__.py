"""What every client shares: inputs, outputs, requests, errors. Not public: import from above."""
