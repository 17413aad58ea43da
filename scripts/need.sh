#!/usr/bin/env bash
# need.sh TOOL…: ends with one sentence if Rust, Node or Chromium is not there.
set -euo pipefail

for tool in "$@"; do
    case "$tool" in
    rust)
        if ! command -v cargo >/dev/null; then
            echo "Rust is missing: install it from https://rustup.rs and try again." >&2
            exit 1
        fi
        ;;
    node)
        # The client's tools use what Node 20.19 brought.
        if ! command -v npm >/dev/null ||
            ! node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)'; then
            echo "Node 20.19 or newer with npm is missing: install it from https://nodejs.org and try again." >&2
            exit 1
        fi
        ;;
    chromium)
        if [ ! -x "${CHROMIUM:-/usr/bin/chromium}" ]; then
            echo "Chromium is missing: install it, or say in CHROMIUM where it is, and try again." >&2
            exit 1
        fi
        ;;
    *)
        echo "need.sh knows rust, node and chromium, not $tool." >&2
        exit 2
        ;;
    esac
done
