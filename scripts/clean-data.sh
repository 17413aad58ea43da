#!/usr/bin/env bash
# clean-data.sh FOLDER: deletes a data folder that no server holds.
set -euo pipefail
folder="${1:?name the data folder}"

if [ ! -e "$folder" ]; then
    echo "There is no $folder."
    exit 0
fi
# A slip of the name must not cost anybody another folder.
if [ ! -e "$folder/plenary.lock" ]; then
    echo "$folder is not a data folder of Plenary: it is left as it is." >&2
    exit 1
fi
if ! flock --nonblock "$folder/plenary.lock" true; then
    echo "A server is running on $folder: stop it first." >&2
    exit 1
fi
rm -r -- "$folder"
echo "Deleted $folder."
