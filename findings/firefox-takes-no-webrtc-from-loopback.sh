#!/usr/bin/env bash
# Firefox ESR (153.8.0 and later of Debian's), by Playwright 1.64.1: no page gathers the loopback address for WebRTC,
# whatever the preference for it says, and with a microphone neither.
#
# Guess: pages from http://127.0.0.1 are secure, so WebRTC to a server on 127.0.0.1 works in every browser; and Firefox's
# own preference `media.peerconnection.ice.loopback` sees to it in tests, as --allow-loopback-in-peer-connection does in
# Chromium.
# Seen: addresses of the machine's interfaces only, with and without the preference, with and without a microphone. So
# nothing pairs with a server that is at 127.0.0.1 alone.
#
# For a conference: on the laptop where it is tried out, Firefox would stay silent.
# Plenary goes on to its WebSocket after 5 s, and its journeys in Firefox have the server listen on every interface
# (tests/browser/conference.ts, `everywhere`).
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

const server = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end('<!doctype html><title>listener</title>'));
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const look = async (loopback, microphone) => {
  const browser = await firefox.launch({
    channel: 'moz-firefox',
    executablePath: process.argv[2],
    firefoxUserPrefs: {
      'media.navigator.streams.fake': true,
      'media.navigator.permission.disabled': true,
      'media.peerconnection.ice.obfuscate_host_addresses': false,
      'media.peerconnection.ice.loopback': loopback,
    },
  });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const found = await page.evaluate(async (microphone) => {
    if (microphone) window.kept = await navigator.mediaDevices.getUserMedia({ audio: true });
    const peer = new RTCPeerConnection();
    peer.addTransceiver('audio', { direction: 'recvonly' });
    const addresses = new Set();
    const all = new Promise((complete) => {
      peer.onicecandidate = ({ candidate }) => (candidate?.address ? addresses.add(candidate.address) : !candidate && complete());
    });
    await peer.setLocalDescription();
    await all;
    return [...addresses];
  }, microphone);
  const version = browser.version();
  await browser.close();
  console.log(`Firefox ${version}, loopback ${loopback}, microphone ${microphone}: ${found.join(' ')}`);
  return found.includes('127.0.0.1');
};

assert.equal(await look(true, false), false);
assert.equal(await look(true, true), false);
assert.equal(await look(false, true), false);
server.close();
JS
node look.mjs "$firefox"
