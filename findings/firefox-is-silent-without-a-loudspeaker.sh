#!/usr/bin/env bash
# Firefox ESR (153.8.0 and later of Debian's), by Playwright 1.64.1: on a machine without any output for sound, Web Audio
# never begins, and no promise, event or error tells.
#
# Guess: `AudioContext.resume()` after a press answers or is refused; a graph that only measures a microphone needs no
# loudspeaker; and without a device browsers drive the graph by a clock, as Chromium does.
# Seen: after a press, with playing allowed, the state stays "suspended" and `resume()` is pending for good; a microphone
# that gives its tone (track live, not muted) measures as silence in the graph.
#
# For a conference: a delegate whose machine has a microphone but no loudspeaker is shown a flat level, and a microphone that
# passes through a graph is never heard, though everything is allowed and live. So a page must ask what came of
# `resume()` by the state, not by its promise, and say it (web/src/sound/awake.ts); the tests in Firefox are given a
# loudspeaker that plays to nobody (tests/browser/devices.ts).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
firefox=$(command -v firefox-esr) || { echo "firefox-esr is missing: apt-get install firefox-esr"; exit 1; }
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund playwright-core@1.64.1
cat >look.mjs <<'JS'
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { firefox } from 'playwright-core';

const server = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end('<!doctype html><button>Begin</button>'));
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const browser = await firefox.launch({
  channel: 'moz-firefox',
  executablePath: process.argv[2],
  // No server of sound is to be found, whatever this machine has.
  env: { ...process.env, PULSE_SERVER: 'unix:/nowhere', XDG_RUNTIME_DIR: process.cwd() },
  firefoxUserPrefs: {
    'media.navigator.streams.fake': true,
    'media.navigator.permission.disabled': true,
    'media.autoplay.default': 0,
  },
});
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${server.address().port}/`);
await page.getByRole('button').click();
const seen = await page.evaluate(async () => {
  const context = new AudioContext();
  const tap = new AnalyserNode(context, { fftSize: 2048 });
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  context.createMediaStreamSource(stream).connect(tap);
  const resumed = await Promise.race([
    context.resume().then(() => 'resumed', () => 'refused'),
    new Promise((late) => setTimeout(() => late('pending'), 5_000)),
  ]);
  const samples = new Float32Array(2048);
  tap.getFloatTimeDomainData(samples);
  const [track] = stream.getAudioTracks();
  return { resumed, state: context.state, time: context.currentTime, track: track.readyState, muted: track.muted, loudest: Math.max(...samples) };
});
console.log(`Firefox ${browser.version()}`, seen);
assert.deepEqual(seen, { resumed: 'pending', state: 'suspended', time: 0, track: 'live', muted: false, loudest: 0 });
await browser.close();
server.close();
JS
node look.mjs "$firefox"
