"""The rules of the checker, a module for each kind; docs/words.md, "The checker", lists them."""
