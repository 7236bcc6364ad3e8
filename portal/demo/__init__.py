"""The demo county 澄溪县: everything invented, the same on every machine.

Dates are counted from the day of seeding, so that what is open stays open.
"""
