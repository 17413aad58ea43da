#!/usr/bin/env bash
# Three readers of PDF files, of one Arabic sentence that fpdf2 2.8.9 wrote (HarfBuzz shapes it; font DejaVu Sans 2.37.3):
# pypdfium2 5.15.2 (PDFium), pdfminer.six 20260107 and pypdf 7.1.1 give three texts, and none is the sentence.
#
# Guess: an Arabic PDF whose glyphs all say their letters is read like an English one, and a word in it is found.
# Seen, for «عُقِدَ المؤتمر لاستعراض إعلان 2021»:
# - PDFium turns the words into the order in which they are spoken, and the ligature of lam and alef with them, though its
#   text is in order already: «إعالن» for «إعلان», «الستعراض» for «لاستعراض». The vowel signs stay with their letters.
# - pdfminer.six gives the line as it is painted, from left to right: each word backwards, the number first, each vowel
#   sign before its letter. Only the ligature is in order, so that turning the line around breaks it: «إعالن» again.
# - pypdf has the words and the signs right; the number, painted leftmost, comes first instead of last.
# A search for «إعلان» finds it with pypdf alone; one for «المؤتمر», which has no ligature, with PDFium too.
#
# For a conference: the text of an Arabic document taken in this way can neither be searched nor shown as it is, and it does
# not look wrong to who does not read Arabic. lam-alef is in a great part of Arabic sentences. Plenary places the glyphs
# itself and turns a line glyph by glyph (src/papers/pdf).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm pack --silent dejavu-fonts-ttf@2.37.3 >/dev/null
tar xzf dejavu-fonts-ttf-2.37.3.tgz package/ttf/DejaVuSans.ttf
python3 -m venv tools
tools/bin/pip install --quiet --disable-pip-version-check fpdf2==2.8.9 uharfbuzz==0.57.0 \
  pypdfium2==5.15.2 pdfminer.six==20260107 pypdf==7.1.1
cat >look.py <<'PY'
import pypdf
import pypdfium2
from fpdf import FPDF
from pdfminer.high_level import extract_text

WRITTEN = "عُقِدَ المؤتمر لاستعراض إعلان 2021"
LAM_ALEF, ALEF_LAM = "\u0644\u0627", "\u0627\u0644"

file = FPDF()
file.add_page()
file.add_font("DejaVu", fname="package/ttf/DejaVuSans.ttf")
file.set_font("DejaVu", size=12)
file.set_text_shaping(True)
file.cell(text=WRITTEN)
file.output("arabic.pdf")

# As the line is painted: all turned around, but for the number and the ligatures, each of which is one glyph.
swapped = WRITTEN.replace(" " + LAM_ALEF, " " + ALEF_LAM).replace("ع" + LAM_ALEF, "ع" + ALEF_LAM)
painted = "2021" + swapped.removesuffix("2021")[::-1]

for reader, read, expected, found in [
    ("pypdfium2", pypdfium2.PdfDocument("arabic.pdf")[0].get_textpage().get_text_bounded(), swapped, (False, True)),
    ("pdfminer.six", extract_text("arabic.pdf"), painted, (False, False)),
    ("pypdf", pypdf.PdfReader("arabic.pdf").pages[0].extract_text(), "2021 " + WRITTEN.removesuffix(" 2021"), (True, True)),
]:
    read = read.strip()
    finds = tuple(word in read for word in ("إعلان", "المؤتمر"))
    # As escapes too: a terminal turns the order of Arabic letters itself.
    print(f"{reader}: finds (with lam-alef, without) {finds}\n  {read}\n  {ascii(read)}")
    assert read == expected != WRITTEN and finds == found, f"{reader}: this has changed"
PY
tools/bin/python look.py
