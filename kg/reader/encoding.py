"""Bytes become text: UTF-8, then GB18030, then what charset-normalizer makes of them; never mojibake."""

from __future__ import annotations

import codecs
import unicodedata
from typing import Final

from kg.errors import ReadError

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC: Final = (
    (b"%PDF-", "a PDF", "save it as text first 请先另存为文本"),
    (b"PK\x03\x04", "a ZIP archive or an Office document", "unpack it or save it as text first"),
    (b"\xd0\xcf\x11\xe0", "an old Office document", "save it as text first 请先另存为文本"),
    (b"\x89PNG", "a PNG picture", "leave it out 请略去"),
    (b"\xff\xd8\xff", "a JPEG picture", "leave it out 请略去"),
    (b"GIF8", "a GIF picture", "leave it out 请略去"),
    (b"\x1f\x8b", "a gzip file", "unpack it first 请先解压"),
)
# What is tried when it is neither UTF-8 nor GB18030; a wider net catches Chinese bytes in Cyrillic code pages.
_OTHERS: Final = ["big5hkscs", "utf_16_le", "utf_16_be", "euc_jp", "shift_jis", "euc_kr", "cp1252"]
# A UTF-8 text with a few broken bytes has long runs of good ones; GB18030 read as UTF-8 has next to none.
_BROKEN_SHARE: Final = 0.2
# In real text of any length nearly all hanzi are of GB 2312's first level (3,755 by use); in mojibake half are not.
_COMMON_SHARE: Final = 0.7


def decode(data: bytes, source: str) -> str:
    """The text of a file, line ends as `\\n`, without a byte order mark, in NFC.

    Raises ReadError for an empty file, a binary one, and for bytes that no encoding reads, naming the first bad one.
    """
    if not data.strip():
        raise ReadError(
            "the file is empty 文件为空", where=source, remedy="leave it out, or fetch it again 请略去或重新获取"
        )
    _refuse_binary(data, source)
    text = _decoded(data, source).replace("\r\n", "\n").replace("\r", "\n")
    if not text.replace("\ufeff", "").strip():
        raise ReadError(
            "the file holds only white space 文件只有空白",
            where=source,
            remedy="leave it out, or fetch it again 请略去或重新获取",
        )
    return unicodedata.normalize("NFC", text)


def _refuse_binary(data: bytes, source: str) -> None:
    for magic, what, remedy in _MAGIC:
        if data.startswith(magic):
            raise ReadError(f"the file is {what}, not text 不是文本", where=source, remedy=remedy)


def _decoded(data: bytes, source: str) -> str:
    for bom, name in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(name).lstrip("\ufeff")
            except UnicodeDecodeError as error:
                raise _broken(source, name, error.start) from None
    if b"\0" in data:
        return _by_guess(data, source, 0, wide=True)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = error.start
    if _mostly_utf8(data):
        raise _broken(source, "UTF-8", place)
    try:
        text = data.decode("gb18030")
        if _plausible(text):
            return text
    except UnicodeDecodeError:
        pass
    return _by_guess(data, source, place, wide=False)


def _mostly_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", errors="replace")
    beyond_ascii = sum(letter > "\x7f" for letter in text)
    return text.count("\ufffd") < _BROKEN_SHARE * beyond_ascii


def _plausible(text: str) -> bool:
    """Whether the hanzi are mostly common ones, as in every real text of Chinese."""
    hanzi = [letter for letter in text if "\u4e00" <= letter <= "\u9fff"]
    if not hanzi:
        return False
    codes = (letter.encode("gb2312", errors="ignore") for letter in hanzi)
    common = sum(0xB0 <= code[0] <= 0xD7 for code in codes if code)
    return common >= _COMMON_SHARE * len(hanzi) and all(letter.isprintable() or letter.isspace() for letter in text)


def _by_guess(data: bytes, source: str, place: int, *, wide: bool) -> str:
    """What charset-normalizer reads, if it is text with letters in it; `wide` for bytes with NULs among them."""
    # Imported late: hardly a file gets here.
    from charset_normalizer import from_bytes

    names = [name for name in _OTHERS if name.startswith("utf_16") == wide]
    best = from_bytes(data, cp_isolation=names).best()
    text = str(best) if best else ""
    readable = text and all(letter.isprintable() or letter.isspace() for letter in text)
    if readable and sum(letter.isalpha() for letter in text) > len(text) / 2:
        return text
    if wide:
        raise ReadError(
            "the file is binary, not text 文件是二进制，不是文本", where=source, remedy="leave it out 请略去"
        )
    raise _broken(source, "UTF-8, GB18030 or Big5", place)


def _broken(source: str, name: str, place: int) -> ReadError:
    remedy = "save the file as UTF-8, or fetch it again 请存为 UTF-8 或重新获取"
    return ReadError(
        f"byte {place} is not {name}; the file is damaged or in another encoding 文件损坏或编码不符",
        where=source,
        remedy=remedy,
    )
