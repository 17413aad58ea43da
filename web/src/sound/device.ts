/** What a microphone takes in this page. Loaded when one is first asked for: most people in a session only listen. */
export { captured } from './capture.ts';
export { mouthOf } from './mouth.ts';
