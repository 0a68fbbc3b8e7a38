"""The text of a PDF, line by line, for a form that comes as one."""

import pypdfium2 as pdfium

from bidwriter.files.disk.trouble import FileTroubleError

_MOST_PAGES = 300
_PASTE = "Copy the questions from it and paste them, or ask the fund for its Word form"


def text_of_pdf(data: bytes, name: str) -> str:
    """The words of its pages. Raises FileTroubleError for one that cannot be read, is locked or
    has pictures of pages alone."""
    try:
        pdf = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        raise FileTroubleError(
            f"“{name}” could not be opened: it is damaged or has a password. {_PASTE}"
        ) from None
    try:
        many = len(pdf)
        if many > _MOST_PAGES:
            raise FileTroubleError(f"“{name}” has {many} pages, more than a form has. {_PASTE}")
        text = "\n\n".join(_page_text(pdf, at) for at in range(many))
    finally:
        pdf.close()
    if not text.strip():
        raise FileTroubleError(f"“{name}” has no words that can be read, only pictures. {_PASTE}")
    return text


def _page_text(pdf: pdfium.PdfDocument, at: int) -> str:
    try:
        page = pdf[at]
        text: str = page.get_textpage().get_text_bounded()
    except pdfium.PdfiumError:
        return ""  # a page that is damaged: the others are read
    return text.replace("\r\n", "\n")
