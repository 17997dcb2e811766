"""The form stage: does the file fit its profile, and what was meant where it does not?"""
