"""WHAT AN ANSWER PRINTS: live figures in their places, and how much of a limit is used."""
