#!/usr/bin/env bash
# voices.sh: speaks the texts of the demonstration (conferences/gcm-arab-2021/voices/voices.toml) into files beside
# them: Opus in Ogg, 48 kHz, mono, 24 kbit/s, frames of 20 ms. Needs espeak-ng, opusenc (opus-tools) and Python 3.11.
set -euo pipefail
cd "$(dirname "$0")/../conferences/gcm-arab-2021/voices"

for tool in espeak-ng opusenc sox python3; do
    if ! command -v "$tool" >/dev/null; then
        echo "$tool is missing: apt-get install espeak-ng opus-tools sox python3" >&2
        exit 1
    fi
done
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# One line for each file: name, voice, pitch, speed, text.
python3 - >"$work/lines" <<'PYTHON'
import tomllib

with open("voices.toml", "rb") as file:
    told = tomllib.load(file)
people = {voice["person"]: voice for voice in told["voices"]}

def line(name, speaker, spoken_in, texts):
    for language, text in texts.items():
        by = people[speaker] if language == spoken_in else told["interpreters"]
        print(f"{name}.{language}", by["voice"][language], by["pitch"], by["speed"], text, sep="\t")

for said in told["lines"]:
    # What the interpreters say over somebody real is theirs in every language.
    line(said["id"], told["chair"], None if said["id"] == "interpreting" else "ar", said["text"])
for said in told["statements"]:
    line(said["id"], said["person"], said["language"], said["text"])
    line("giving-" + said["id"], told["chair"], "ar", said["giving"])
PYTHON

rm -f -- *.opus
while IFS=$'\t' read -r name voice pitch speed text; do
    printf '%s\n' "$text" | espeak-ng -v "$voice" -p "$pitch" -s "$speed" -a 80 --stdin -w "$work/raw.wav"
    # Pauses at both ends are the program's to make.
    sox -q "$work/raw.wav" -r 48000 -c 1 "$work/said.wav" silence 1 0.02 0.5% reverse silence 1 0.02 0.5% reverse norm -4
    opusenc --quiet --bitrate 24 --vbr --framesize 20 --speech --serial 1 --discard-comments --discard-pictures \
        "$work/said.wav" "$name.opus"
done <"$work/lines"
printf '%d files, %d bytes\n' "$(find . -name '*.opus' | wc -l)" "$(cat -- *.opus | wc -c)"
