#!/usr/bin/env bash
# PyAV 18.1.0 (FFmpeg's libraries) and soundfile 0.14.0 (libsndfile 1.2.2): Ogg Opus in which two seconds of pages are
# missing is decoded two seconds shorter, without an error.
#
# Guess: a file says where each page lies in time (its granule position), so what decodes it leaves the hole as silence,
# or complains.
# Seen: a ten-second file without ten of its pages still declares ten seconds. Both decode eight of them and report
# nothing; what comes after the hole is two seconds early. Only the times of PyAV's frames show the step (2.0 s to
# 4.0 s); whoever counts samples, as soundfile must, cannot see it.
#
# For a conference: channels recorded side by side come apart by each hole as soon as a tool has decoded them, and an index by
# time points at other words. So Plenary's recorder leaves no hole: what did not arrive is written as silence
# (src/media/line.rs; tests/recording/line.rs), and a statement with a page missing is refused when it is handed in.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv tools
tools/bin/pip install --quiet --disable-pip-version-check av==18.1.0 soundfile==0.14.0 numpy==2.4.6
cat >look.py <<'PY'
import struct

import av
import numpy
import soundfile

RATE = 48_000


def pages(data):
    """The pages of an Ogg file, with their granule positions."""
    at = 0
    while at < len(data):
        assert data[at : at + 4] == b"OggS"
        segments = data[at + 26]
        size = 27 + segments + sum(data[at + 27 : at + 27 + segments])
        yield struct.unpack_from("<q", data, at + 6)[0], data[at : at + size]
        at += size


def make(path):
    """Ten seconds of a tone, in pages of a fifth of a second."""
    with av.open(path, "w", format="ogg", options={"page_duration": "200000"}) as out:
        stream = out.add_stream("libopus", rate=RATE, layout="mono")
        tone = (8_000 * numpy.sin(numpy.arange(10 * RATE) * 2 * numpy.pi * 440 / RATE)).astype(numpy.int16)
        frame = av.AudioFrame.from_ndarray(tone.reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate = RATE
        for packet in [*stream.encode(frame), *stream.encode(None)]:
            out.mux(packet)


def by_av(path):
    """Seconds that the file declares, seconds decoded, and the steps in the frames' times."""
    with av.open(path) as file:
        declared, decoded, ended, steps = file.duration / 1e6, 0, None, []
        for frame in file.decode(audio=0):
            began = float(frame.pts * frame.time_base)
            if ended is not None and began - ended > 0.01:
                steps.append((round(ended, 1), round(began, 1)))
            ended = began + frame.samples / RATE
            decoded += frame.samples
    return round(declared, 1), round(decoded / RATE, 1), steps


make("whole.opus")
every = list(pages(open("whole.opus", "rb").read()))
first = next(at for at, (granule, _) in enumerate(every) if granule > 2 * RATE)
last = next(at for at, (granule, _) in enumerate(every) if granule > 4 * RATE)
with open("hole.opus", "wb") as out:
    out.write(b"".join(page for at, (_, page) in enumerate(every) if not first <= at < last))

for path, decoded, steps in [("whole.opus", 10.0, 0), ("hole.opus", 8.0, 1)]:
    declared, seconds, found = by_av(path)
    samples, rate = soundfile.read(path)
    print(f"{path}: declares {declared} s; PyAV decodes {seconds} s, steps {found}; soundfile {len(samples) / rate:.1f} s")
    assert declared == 10.0 and len(found) == steps
    assert seconds == decoded and abs(len(samples) / rate - decoded) < 0.05
PY
tools/bin/python look.py
