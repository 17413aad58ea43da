#!/usr/bin/env bash
# LibreOffice 7.4.7 (Debian's libreoffice-writer) puts the number of a numbered paragraph that runs from right to left outside
# the page's margin, where the same list in a paragraph from left to right stands inside it.
#
# Guess: a list whose text hangs (w:left = w:hanging) has its numbers at the margin, on whichever side a paragraph begins;
# w:lvlJc is left out, or says `start`, which is not the name of a side.
# Seen: from left to right the number begins at the left margin. From right to left its left edge, not its right, stands at the
# right margin, so that all of it is beyond.
# `left` and `start` come to the same there. With `right` or `end` the number is inside, as it should be.
#
# For a conference: an Arabic report is mostly numbered paragraphs. Plenary says no side for its numbers, and keeps a margin of
# 2 cm, in which a number of three digits has its place: printed by LibreOffice it stands in the margin, and none is lost.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
command -v soffice >/dev/null || apt-get install -y -qq --no-install-recommends libreoffice-writer >/dev/null
soffice --version
python3 -m venv tools
tools/bin/pip install --quiet --disable-pip-version-check pdfminer.six==20260107
cat >look.py <<'PY'
import subprocess
import zipfile

from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
# A4 with margins of an inch, in points.
LEFT, RIGHT = 72.0, 595.3 - 72.0


def write(name, direction, justified):
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    bidi, rtl, words = ("<w:bidi/>", "<w:rPr><w:rtl/></w:rPr>", "اجتمعت الدول") if direction == "rtl" else ("", "", "States met")
    lvl_jc = f'<w:lvlJc w:val="{justified}"/>' if justified else ""
    parts = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{TYPES}.document.main+xml"/>'
        f'<Override PartName="/word/numbering.xml" ContentType="{TYPES}.numbering+xml"/></Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}/numbering" Target="numbering.xml"/></Relationships>',
        "word/numbering.xml": f'{HEAD}<w:numbering {W}><w:abstractNum w:abstractNumId="0">'
        '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="7"/><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="%1"/>{lvl_jc}<w:pPr><w:ind w:left="680" w:hanging="680"/></w:pPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
        "word/document.xml": f"{HEAD}<w:document {W}><w:body><w:p><w:pPr>{number}{bidi}</w:pPr>"
        f"<w:r>{rtl}<w:t>{words}</w:t></w:r></w:p><w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
        '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/>'
        "</w:sectPr></w:body></w:document>",
    }
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as package:
        for part, text in parts.items():
            package.writestr(part, text)


def letters(of):
    if isinstance(of, LTChar):
        yield of
    elif hasattr(of, "__iter__"):
        for part in of:
            yield from letters(part)


CASES = [("ltr", None), ("rtl", None), ("rtl", "left"), ("rtl", "start"), ("rtl", "right"), ("rtl", "end")]
names = [f"{direction}-{justified}" for direction, justified in CASES]
for name, case in zip(names, CASES):
    write(f"{name}.docx", *case)
subprocess.run(
    ["soffice", f"-env:UserInstallation=file://{__import__('os').getcwd()}/profile", "--headless", "--convert-to", "pdf"]
    + [f"{name}.docx" for name in names], check=True, stdout=subprocess.DEVNULL)
for name, (direction, justified) in zip(names, CASES):
    number = next(one for page in extract_pages(f"{name}.pdf") for one in letters(page) if one.get_text() == "7")
    inside = number.x0 > LEFT - 1 and number.x1 < RIGHT + 1
    print(f"{direction}, lvlJc {justified}: from {number.x0:.1f} to {number.x1:.1f} of {LEFT:.1f} to {RIGHT:.1f}: {'inside' if inside else 'outside'}")
    assert inside == (direction == "ltr" or justified in ("right", "end")), f"{name}: this has changed"
PY
tools/bin/python look.py
