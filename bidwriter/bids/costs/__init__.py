"""WHAT IT COSTS: sums of cost lines by everything that people ask for."""
