"""Packs: one tagged PDF of a meeting's papers for one circle of readers."""
