/**
 * The sound of a session in this browser. One `Sound` for each `Live` (`live.sound`); every screen draws from it and
 * none holds sound of its own. All its properties are reactive.
 */
export type { Failure, Profile } from './capture.ts';
export type { Device } from './devices.svelte.ts';
export { Devices } from './devices.svelte.ts';
export { dbfs, meterPart } from './gains.ts';
export type { Listening } from './listening.svelte.ts';
export type { CaptureState, Microphone } from './microphone.svelte.ts';
export { Sound } from './sound.svelte.ts';
export type { Dbfs, PathState, Transport } from './words.ts';
