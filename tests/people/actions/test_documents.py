import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from people.actions.documents import add_document
from people.documents import MAX_BYTES
from people.enums import DocumentKind
from people.models import Document, Person

pytestmark = pytest.mark.integration


def picture(form: str = "PNG", colour: str = "red") -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (8, 8), colour).save(target, form)
    return target.getvalue()


@pytest.fixture(autouse=True)
def _store(settings, tmp_path):
    private = {**settings.STORAGES["private"], "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "private": private}


@pytest.fixture
def person(db):
    return Person.objects.create(name="周一")


def add(person, name, content):
    file = SimpleUploadedFile(name, content)
    return add_document(person, file, DocumentKind.DIPLOMA, "毕业证")


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("证书.exe", b"MZ\x90", "extension"),
        ("证书.jpg", b"MZ\x90" + b"\0" * 64, "content"),
        ("证书.pdf", b"<html>%PDF-1.4", "content"),
        ("证书.jpg", picture("PNG"), "content"),
        ("证书.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 32, "broken"),
        ("证书.pdf", b"%PDF-" + b"0" * MAX_BYTES, "size"),
    ],
)
def test_row_18_bad_file_is_refused(person, name, content, code):
    with pytest.raises(ValidationError) as caught:
        add(person, name, content)
    assert caught.value.code == code
    assert not Document.objects.exists()


def test_polyglot_tail_does_not_survive(person):
    document = add(person, "证书.png", picture() + b"<script>alert(1)</script>")
    assert b"<script>" not in document.file.read()


def test_picture_with_too_many_pixels_is_refused(person, monkeypatch):
    monkeypatch.setattr("people.documents.MAX_PIXELS", 10)
    with pytest.raises(ValidationError) as caught:
        add(person, "证书.png", picture())
    assert caught.value.code == "pixels"


def test_same_content_is_stored_once(person):
    first = add(person, "a.png", picture())
    second = add(person, "b.png", picture())
    assert first == second
    assert Document.objects.count() == 1
