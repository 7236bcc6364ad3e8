from django import forms


class SignupExtras(forms.Form):
    """What sign-up asks beyond phone, user name and password: nothing."""

    def signup(self, request, user) -> None:
        """allauth's hook; the person's file is created when it is first needed."""
