"""Chinese text analysis for both engines. Pure Python: no Django, no engine."""
