#!/usr/bin/env bash
# flame.sh sound|delivery [OUT.svg]: a flame graph of the server while it sends sound over WebRTC, or changes over WebSockets,
# to a thousand or to five thousand. It needs Linux, `perf`, and inferno (INFERNO names the folder of its programs; else they
# are installed below the target folder). Nothing of it is committed: the picture is of one machine and hour.
set -euo pipefail
cd "$(dirname "$0")/.."

what="${1:-}"
out="${2:-flame-$what.svg}"
case "$what" in
sound)
    load=(--clients 10 --rate 1 --seconds 4 --sound "${LISTENERS:-1000}" --sound-on-one-core 10)
    begins="load: all hear"
    ;;
delivery)
    load=(capacity --clients "${CLIENTS:-5000}" --listeners 10 --seconds 24)
    begins="load: deliveries, 1 of"
    ;;
*)
    echo "Say of what: flame.sh sound|delivery [OUT.svg]" >&2
    exit 2
    ;;
esac
if ! command -v perf >/dev/null; then
    echo "perf is missing: install it (Debian: linux-perf) and try again." >&2
    exit 1
fi
target="$(realpath -m "${CARGO_TARGET_DIR:-target}")"
inferno="${INFERNO:-$target/inferno/bin}"
if [ ! -x "$inferno/inferno-flamegraph" ]; then
    cargo install inferno --version 0.12.3 --locked --no-default-features --features cli --root "$target/inferno" >&2
    inferno="$target/inferno/bin"
fi

work="$(mktemp -d)"
load_pid=
cleanup() {
    [ -z "$load_pid" ] || kill "$load_pid" 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT
# The server as the load starts it, which says who it is: the last one that was started is looked at.
cat >"$work/plenary" <<SERVER
#!/bin/sh
echo \$\$ >"$work/pid"
exec "$target/release/plenary" "\$@"
SERVER
chmod +x "$work/plenary"
env -u NATS_SERVER "$target/release/plenary-load" "${load[@]}" --server "$work/plenary" >"$work/told" 2>"$work/notes" &
load_pid=$!
until grep -q "$begins" "$work/notes"; do
    if ! kill -0 "$load_pid" 2>/dev/null; then
        cat "$work/notes" >&2
        exit 1
    fi
    sleep 0.2
done
# Stacks are unwound by the tables of the program, as it is built without frame pointers.
perf record --quiet --freq 499 --call-graph dwarf,8192 --pid "$(cat "$work/pid")" --output "$work/perf" -- sleep "${SECONDS_OF_IT:-8}" >&2 || true
perf script --input "$work/perf" 2>/dev/null | "$inferno/inferno-collapse-perf" >"$work/folded"
if [ ! -s "$work/folded" ]; then
    echo "perf has seen nothing: it may be forbidden here (kernel.perf_event_paranoid)." >&2
    exit 1
fi
"$inferno/inferno-flamegraph" --title "plenary: $what" "$work/folded" >"$out"
echo "$out"
echo "Where the time goes, by the function that runs (of all samples):"
awk '{
    count = $NF; $NF = ""; n = split($0, stack, ";"); total += count; own[stack[n]] += count
} END { for (name in own) printf "%6.1f %%  %s\n", 100 * own[name] / total, name }' "$work/folded" | sort -rn | awk 'NR <= 25'
