#!/usr/bin/env bash
# Installs the server of NATS that the tests start, in an exact version, below the target folder; prints where it is.
# It needs Go, any version from 1.21: what the server needs beyond that, Go fetches by itself.
set -euo pipefail
cd "$(dirname "$0")/.."

version=v2.15.3
folder="$(realpath -m "${CARGO_TARGET_DIR:-target}")/nats-server-$version"
if [ ! -x "$folder/nats-server" ]; then
    if ! command -v go >/dev/null; then
        echo "The tests need nats-server $version, which Go builds: install Go, or set NATS_SERVER to a server of your own." >&2
        exit 1
    fi
    GOTOOLCHAIN=auto GOBIN="$folder" go install "github.com/nats-io/nats-server/v2@$version" >&2
fi
echo "$folder/nats-server"
