/** The pieces that run on the thread of sound, loaded once for each context. */
import captureUrl from './capture.worklet.ts?worker&url';
import playerUrl from './player.worklet.ts?worker&url';

const loaded = new WeakMap<BaseAudioContext, Map<string, Promise<void>>>();

/** A node that plays the samples posted to it. */
export async function playerIn(context: BaseAudioContext): Promise<AudioWorkletNode> {
  await load(context, playerUrl);
  return new AudioWorkletNode(context, 'player', { numberOfInputs: 0, outputChannelCount: [1] });
}

/** A node that posts what it is given, in frames of `FRAME_SAMPLES`. */
export async function captureIn(context: BaseAudioContext): Promise<AudioWorkletNode> {
  await load(context, captureUrl);
  const node = new AudioWorkletNode(context, 'capture', { channelCount: 1, channelCountMode: 'explicit' });
  // A browser runs only what leads to an end; from here nothing but silence comes.
  node.connect(context.destination);
  return node;
}

function load(context: BaseAudioContext, url: string): Promise<void> {
  const known = loaded.get(context) ?? new Map<string, Promise<void>>();
  loaded.set(context, known);
  const before = known.get(url);
  if (before) return before;
  const loading = context.audioWorklet.addModule(url);
  known.set(url, loading);
  // What could not be loaded is asked for again the next time.
  loading.catch(() => known.delete(url));
  return loading;
}
