#!/usr/bin/env bash
# Playwright 1.65.1 opens no page in Firefox ESR 153 (Debian's): it asks for a command of WebDriver BiDi that this Firefox
# does not know, and takes the answer for an error. 1.64.1 works.
#
# Guess: WebDriver BiDi is a standard and the channel `moz-firefox` is for Firefox as it is delivered, so a newer client
# drives an older browser; and a context that emulates no media asks for none.
# Seen: "emulation.setMediaFeaturesOverride: unknown command" from every `newContext`, also with `colorScheme`,
# `reducedMotion`, `forcedColors` and `contrast` set to null. And `javaScriptEnabled: false` is taken by both without a
# word, and the page's scripts run.
#
# For a conference: houses that keep to the extended release of Firefox are the ones whose browser a newer client no
# longer tries, and a test of "without JavaScript" there would be green whatever the page does. Plenary's tests keep to 1.64.1
# (tests/browser/package.json) and lay in the page as it was sent (tests/browser/main.engines.ts).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
firefox=$(command -v firefox-esr) || { echo "firefox-esr is missing: apt-get install firefox-esr"; exit 1; }
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund older@npm:playwright-core@1.64.1 newer@npm:playwright-core@1.65.1
cat >look.mjs <<'JS'
import assert from 'node:assert/strict';
import { firefox as newer } from 'newer';
import { firefox as older } from 'older';

const look = async (playwright, options) => {
  const browser = await playwright.launch({ channel: 'moz-firefox', executablePath: process.argv[2] });
  try {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto('data:text/html,<title>sent</title><script>document.title = "scripted"</script>');
    return await page.title();
  } catch (error) {
    return error.message.split('\n')[0];
  } finally {
    await browser.close();
  }
};

const none = { colorScheme: null, reducedMotion: null, forcedColors: null, contrast: null };
const seen = {
  newer: await look(newer, {}),
  newerEmulatingNothing: await look(newer, none),
  older: await look(older, {}),
  olderWithoutScripts: await look(older, { javaScriptEnabled: false }),
};
console.log(seen);
assert.match(seen.newer, /setMediaFeaturesOverride.*unknown command/);
assert.match(seen.newerEmulatingNothing, /setMediaFeaturesOverride.*unknown command/);
assert.equal(seen.older, 'scripted');
assert.equal(seen.olderWithoutScripts, 'scripted');
JS
node look.mjs "$firefox"
