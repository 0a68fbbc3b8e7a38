"""WHAT THE WORK IS WORTH: the appraisal's sums as pure functions of its inputs.

Model: MHCLG's benefits template for round 1 of the Local Digital Fund, in our words. All money is
relative to the service as it is now. Everything is Decimal with 34 digits and unrounded; pence
(half up) are taken only where a figure is shown or recorded.
"""
