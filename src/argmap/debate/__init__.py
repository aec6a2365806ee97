"""Debate prep: what a map holds for one side, as pages and tables."""
