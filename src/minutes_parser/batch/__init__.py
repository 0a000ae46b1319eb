"""Many files: walked in order, converted by worker processes that may die, accounted for in a manifest."""
