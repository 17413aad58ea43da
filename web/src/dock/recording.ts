/** Makes of any sound or film that the browser can read what the server takes: one stream of Opus in Ogg. */
import {
  ADTS,
  BlobSource,
  BufferTarget,
  Conversion,
  Input,
  MP3,
  MP4,
  OGG,
  OggOutputFormat,
  Output,
  QTFF,
  WAVE,
  WEBM,
} from 'mediabunny';

/** What telephones, cameras and recorders write. */
const FORMATS = [MP4, QTFF, MP3, WAVE, WEBM, OGG, ADTS];

/** Bits of a second: speech is as clear as it comes, and a quarter of an hour stays below the server's 8 MiB. */
const BITRATE = 48_000;

/**
 * The first track of sound in a file, encoded anew. Nothing if there is none that this browser can read and encode.
 *
 * @param onprogress told how much is done, from 0 to 1
 */
export async function asOpus(file: Blob, onprogress: (share: number) => void): Promise<ArrayBuffer | null> {
  using input = new Input({ source: new BlobSource(file), formats: FORMATS });
  if (!(await input.canRead())) return null;
  const output = new Output({ format: new OggOutputFormat(), target: new BufferTarget() });
  const conversion = await Conversion.init({
    input,
    output,
    video: { discard: true },
    audio: (_track, number) =>
      number > 1
        ? { discard: true }
        : { codec: 'opus', numberOfChannels: 1, sampleRate: 48_000, bitrate: BITRATE, forceTranscode: true },
  });
  if (!conversion.isValid) return null;
  conversion.onProgress = onprogress;
  await conversion.execute();
  return output.target.buffer;
}
