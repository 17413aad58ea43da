#!/usr/bin/env bash
# Runs every part of the tests, all of them whatever fails, and sums them up. Ends in "N passed, N failed".
# Each part's output is kept in target/test-logs.
set -uo pipefail
cd "$(dirname "$0")/.." || exit

logs="${CARGO_TARGET_DIR:-target}/test-logs"
rm -rf "$logs"
mkdir -p "$logs"
# Counts are read from plain text.
export NO_COLOR=1 CARGO_TERM_COLOR=never
unset FORCE_COLOR

passed_all=0
failed_all=0
summary=""
wrong=""

# Prints "passed failed" as the runners tell them: cargo, vitest, Playwright and node.
counts() {
    awk '
        /^test result:/ { passed += $4; failed += $6; next }
        /^ *Tests  / || /^ +[0-9]+ (passed|failed|flaky)/ {
            for (at = 1; at < NF; at++) {
                if ($(at + 1) ~ /^passed/) passed += $at
                if ($(at + 1) ~ /^failed/) failed += $at
            }
            next
        }
        # What was cut short has not passed.
        /^ +[0-9]+ (interrupted|did not run)/ { failed += $1; next }
        /^(#|ℹ) pass [0-9]+$/ { passed += $3 }
        /^(#|ℹ) fail [0-9]+$/ { failed += $3 }
        END { print passed + 0, failed + 0 }
    ' "$1"
}

# part NAME COMMAND…: runs a part and counts what it did; a part that counts nothing is one test.
part() {
    local name="$1" log began=$SECONDS status passed failed
    shift
    log="$logs/${name// /-}.log"
    printf '\n== %s: %s\n' "$name" "$*"
    "$@" 2>&1 | tee "$log"
    status=${PIPESTATUS[0]}
    read -r passed failed < <(counts "$log")
    if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then
        failed=1
    elif [ "$status" -eq 0 ] && [ "$passed" -eq 0 ]; then
        passed=1
    fi
    [ "$failed" -eq 0 ] || wrong+=$(printf '\n-- %s\n%s' "$name" "$(faults "$log")")$'\n'
    passed_all=$((passed_all + passed))
    failed_all=$((failed_all + failed))
    summary+=$(printf '%-18s %6d passed %6d failed %6d s' "$name" "$passed" "$failed" $((SECONDS - began)))$'\n'
}

# What went wrong, so that the end of the output tells it: a failed journey's errors, a failed Rust test's last words.
faults() {
    awk '
        # Playwright: "  1) file:line:column › title", then the error, its code frame and the line of the journey.
        /^  [0-9]+\) / { print; showing = 1; next }
        /^ +(attachment #|Error Context:)/ { showing = 0 }
        showing && NF && (!/^ +at / || /(journey|engines)\.ts/) { print }
        # cargo
        /^---- .* stdout ----$/ { print; left = 12; next }
        left > 0 { left--; if (NF) print }
        /^error(\[|:)/ { print }
    ' "$1" | head -n 60
}

# Installs what the tests use besides Rust and Node, once, where it is missing.
tools() {
    local missing=()
    command -v cc >/dev/null || missing+=(gcc libc6-dev)
    [ -n "${NATS_SERVER:-}" ] || command -v go >/dev/null || missing+=(golang-go)
    [ -n "${RECORD_PYTHON:-}" ] || python3 -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3 python3-venv)
    command -v strace >/dev/null || missing+=(strace)
    [ ${#missing[@]} -eq 0 ] || packages "${missing[@]}" || return
    # Without windows where it can be had so: journeys take two thirds of the time then.
    command -v chromium-headless-shell >/dev/null || packages chromium-headless-shell ||
        command -v chromium >/dev/null || packages chromium || return
    [ -n "${NATS_SERVER:-}" ] || scripts/nats-server.sh || return
    [ -n "${RECORD_PYTHON:-}" ] || scripts/record-tools.sh
}

# Installs packages of Debian's.
packages() {
    local sudo=()
    if ! command -v apt-get >/dev/null; then
        echo "The tests need $*, and there is no apt-get to install them: install them by hand."
        return 1
    fi
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "The tests need $*: install them as root with apt-get, or have sudo installed."
            return 1
        fi
        sudo=(sudo)
    fi
    "${sudo[@]}" apt-get update -qq &&
        "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
}

# What clippy denies does not compile here: linting while the tests are built saves compiling everything once more.
rust() {
    NATS_SERVER="${NATS_SERVER:-$(scripts/nats-server.sh)}" RUSTC_WORKSPACE_WRAPPER=clippy-driver \
        cargo test --no-fail-fast --features opentelemetry
}

# Real people's journeys through the binary that the Rust tests have built.
journeys() {
    local target
    target="$(realpath "${CARGO_TARGET_DIR:-target}")"
    npm --prefix tests/browser ci --no-audit --no-fund &&
        npm --prefix tests/browser run check &&
        PLENARY="$target/debug/plenary" npm --prefix tests/browser test
}

# The main journeys in another engine: its name, the package that brings it, and what is then there. Where it cannot be had
# nothing is shown in it, and the summary says so.
engine() {
    local name="$1" package="$2" program="$3" missing=()
    command -v "$program" >/dev/null || missing+=("$package")
    # A screen and a loudspeaker that are none.
    command -v Xvfb >/dev/null || missing+=(xvfb)
    command -v pulseaudio >/dev/null || missing+=(pulseaudio)
    if [ ${#missing[@]} -ne 0 ] && ! packages "${missing[@]}"; then
        printf '\n== %s journeys: NOT RUN, for %s cannot be had here\n' "$name" "${missing[*]}"
        summary+=$(printf '%-18s NOT RUN: %s cannot be had here' "$name journeys" "${missing[*]}")$'\n'
        return
    fi
    PLENARY="$(realpath "${CARGO_TARGET_DIR:-target}")/debug/plenary" \
        part "$name journeys" npm --prefix tests/browser run engines -- --project "$name"
}

part "tools" tools
part "rust form" cargo fmt --check
# This builds the browser client too, and leaves its tools in web/node_modules for the parts below.
part "rust lint and tests" rust
part "web check" npm --prefix web run check
part "web tests" npm --prefix web test
part "web budgets" npm --prefix web run budgets
part "browser journeys" journeys
engine firefox firefox-esr firefox-esr
engine webkit webkit2gtk-driver WebKitWebDriver

[ -z "$wrong" ] || printf '\n== what failed%s' "$wrong"
printf '\n== summary, in %d s; logs in %s\n%s' "$SECONDS" "$logs" "$summary"
printf '%d passed, %d failed\n' "$passed_all" "$failed_all"
[ "$failed_all" -eq 0 ]
