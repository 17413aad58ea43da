/** A hall's own network may serve the page by plain HTTP: what browsers keep from such pages is asked for before it is used. */
import { expect, it } from 'vitest';
import { filesOf, placesOf } from './sources.ts';

it('keys are made without what only secure pages have', () => {
  expect(placesOf(/\bcrypto\.(randomUUID|subtle)\b/)).toEqual([]);
});

it('the rest is used where its absence has a way around it', () => {
  const uses = filesOf(
    placesOf(/\b(AudioDecoder|AudioEncoder|AudioWorkletNode|audioWorklet|VideoEncoder|VideoDecoder)\b/),
  );
  // `ability` asks for them and leaves their ways out; what it lets in is made by the others.
  expect(uses).toEqual(['sound/ability.ts', 'sound/sound_socket.ts', 'sound/worklets.ts']);
});

it('what hangs on the navigator is asked for in the same breath', () => {
  const SECURE =
    'bluetooth|clipboard|credentials|hid|locks|mediaDevices|serviceWorker|share|storage|usb|wakeLock';
  const bare = placesOf(new RegExp(`navigator\\.(${SECURE})\\.`));
  // One file asks in the line before.
  expect(filesOf(bare)).toEqual(['sound/capture.ts']);
  expect(placesOf(/\bnavigator\.mediaDevices === undefined/).length).toBe(1);
});
