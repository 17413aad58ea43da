#!/usr/bin/env bash
# IANA's zone data as PyPI's tzdata 2023.1, 2023.2 and 2023.3 (releases 2023a, 2023b, 2023c, all of March 2023): for
# nearly four weeks of 2023, ten o'clock in Beirut was another moment by the second of them.
#
# Guess: "Asia/Beirut" is a fact; a server and a browser that both know the zone agree on when a session begins, and
# newer data is righter.
# Seen: on 27 March 2023 Beirut is at +3 in 2023a, at +2 in 2023b and at +3 again in 2023c, after Lebanon put summer
# time off and took that back within days. From 21 April on all agree; of a later date none tells which it was.
#
# For a conference: the host's zone is only a name. Whoever turns it into hours on two machines, the server's and each
# reader's, may tell them two hours for one session. Plenary's server works out the host's hours, and pages use its
# offsets instead of their browser's.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >look.py <<'PY'
import datetime
import sys
import zoneinfo

import tzdata

# The system's own data would be found first.
zoneinfo.reset_tzpath(())
beirut = zoneinfo.ZoneInfo("Asia/Beirut")
days = [(3, 25), (3, 27), (4, 20), (4, 22)]
hours = [datetime.datetime(2023, *day, 10, tzinfo=beirut).utcoffset().seconds // 3600 for day in days]
print(f"{tzdata.IANA_VERSION}: Beirut at 10:00 on 25 March, 27 March, 20 April, 22 April 2023 is at +{hours}")
sys.exit(f"{tzdata.IANA_VERSION}+{hours}" != sys.argv[1])
PY
for pair in '2023.1 2023a+[2, 3, 3, 3]' '2023.2 2023b+[2, 2, 2, 3]' '2023.3 2023c+[2, 3, 3, 3]'; do
    python3 -m venv "tools-${pair%% *}"
    "tools-${pair%% *}/bin/pip" install --quiet --disable-pip-version-check "tzdata==${pair%% *}"
    "tools-${pair%% *}/bin/python" look.py "${pair#* }"
done
