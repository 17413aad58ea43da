#!/usr/bin/env bash
# split-debug.sh PROGRAM FOLDER: puts the program into the folder as it is shipped, without what a debugger needs, and that
# beside it as PROGRAM.debug. The two know one another by their build id and by name: whoever has a trace of the first, or a
# core, reads it with the second (`addr2line -Cfie plenary.debug ADDRESS`, `gdb plenary`). Names of functions stay in both, so
# that the trace of a panic can be read without it.
set -euo pipefail
program=${1:?which program}
folder=${2:?into which folder}
name=$(basename "$program")
mkdir -p "$folder"
objcopy --only-keep-debug --compress-debug-sections "$program" "$folder/$name.debug"
chmod -x "$folder/$name.debug"
objcopy --strip-debug "$program" "$folder/$name"
# By name alone, wherever the two lie: hence from within the folder.
(cd "$folder" && objcopy --remove-section=.gnu_debuglink --add-gnu-debuglink="$name.debug" "$name")
