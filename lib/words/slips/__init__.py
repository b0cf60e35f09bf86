"""The rules by which slips are found, a module for each family."""
