"""Forms look alike everywhere: fields are rendered by the project's components."""

from django.forms.renderers import TemplatesSetting


class ComponentRenderer(TemplatesSetting):
    """Renders `{{ field.as_field_group }}` with label, hint, error, control in that order."""

    field_template_name = "components/field.html"
