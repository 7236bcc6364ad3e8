"""What may enter the wallet: the extension, the first bytes and the content must agree.

Pictures are drawn anew, so nothing that hides behind or between the pixels survives.
"""

import io
import warnings
from dataclasses import dataclass
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

MAX_BYTES = 10 * 1024 * 1024
MAX_PIXELS = 40_000_000
PDF = "application/pdf"
JPEG = "image/jpeg"
PNG = "image/png"
TYPES = {"pdf": PDF, "jpg": JPEG, "jpeg": JPEG, "png": PNG}
FIRST_BYTES = {PDF: b"%PDF-", JPEG: b"\xff\xd8\xff", PNG: b"\x89PNG\r\n\x1a\n"}
FORMATS = {JPEG: "JPEG", PNG: "PNG"}


@dataclass(frozen=True)
class Checked:
    """A file that may be kept: its bytes, its media type and a matching extension."""

    content: bytes
    content_type: str
    extension: str


def check(file: File) -> Checked:
    """The file as it may be stored; raises ValidationError with words for the person."""
    extension = PurePath(file.name or "").suffix.lstrip(".").lower()
    content_type = TYPES.get(extension)
    if content_type is None:
        raise ValidationError(_("只收 PDF、JPG、PNG 文件，请换一种格式再传。"), code="extension")
    if file.size > MAX_BYTES:
        raise ValidationError(
            _("文件 %(size).1f MB，超过 10 MB。请压缩后再传。") % {"size": file.size / 1024 / 1024},
            code="size",
        )
    file.seek(0)
    content = file.read()
    if not content.startswith(FIRST_BYTES[content_type]):
        raise ValidationError(
            _("文件内容不是 %(extension)s，可能改过扩展名。请上传原文件。")
            % {"extension": extension.upper()},
            code="content",
        )
    if content_type != PDF:
        content = redraw(content, FORMATS[content_type])
    return Checked(content, content_type, extension)


def redraw(content: bytes, form: str) -> bytes:
    """The picture encoded anew, upright, without metadata and trailing data."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=[form]) as source:
                _refuse_huge(source.size)
                picture = ImageOps.exif_transpose(source)
                clean = picture.convert("RGB" if form == "JPEG" else "RGBA")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels() from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise ValidationError(
            _("图片打不开，可能已损坏。请重新拍照或扫描。"), code="broken"
        ) from error
    clean.info.clear()
    target = io.BytesIO()
    clean.save(target, form, **({"quality": 90} if form == "JPEG" else {"optimize": True}))
    return target.getvalue()


def _refuse_huge(size: tuple[int, int]) -> None:
    if size[0] * size[1] > MAX_PIXELS:
        raise _too_many_pixels()


def _too_many_pixels() -> ValidationError:
    return ValidationError(_("图片尺寸太大，请缩小后再传。"), code="pixels")
