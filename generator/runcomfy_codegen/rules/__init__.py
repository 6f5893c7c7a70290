"""Rules in words: a closed language of conditions on inputs, and the sentences they rest on."""
