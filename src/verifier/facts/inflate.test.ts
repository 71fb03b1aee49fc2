import { constants, deflateSync, inflateSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import { inflate } from './inflate.ts';

const MAX = 10_000;
const CONTENT = Uint8Array.from({ length: 5_000 }, (_, index) => index % 251);
const WHOLE = Uint8Array.from(deflateSync(CONTENT));

/** As of a platform that gives what it has when a stream ends too early, and passes over what comes after its end. */
class LenientStream {
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: WritableStream<Uint8Array>;

  constructor() {
    const parts: Uint8Array[] = [];
    const stream = new TransformStream<Uint8Array, Uint8Array>({
      transform: (part) => {
        parts.push(part);
      },
      flush: (out) => out.enqueue(inflateSync(Buffer.concat(parts), { finishFlush: constants.Z_SYNC_FLUSH })),
    });
    this.readable = stream.readable;
    this.writable = stream.writable;
  }
}

const spoilt: readonly [string, Uint8Array<ArrayBuffer>][] = [
  ['cut off in its content', WHOLE.slice(0, -100)],
  ['cut off within its sum', WHOLE.slice(0, -1)],
  ['cut off before its sum', WHOLE.slice(0, -4)],
  ['with bytes behind its end', Uint8Array.from([...WHOLE, 0])],
  ['of three bytes', WHOLE.slice(0, 3)],
];

afterEach(() => vi.unstubAllGlobals());

for (const [platform, stub] of [
  ['the streams of this platform', undefined],
  ['lenient streams', LenientStream],
] as const) {
  const use = () => stub && vi.stubGlobal('DecompressionStream', stub);

  test(`${platform}: a whole stream gives its content, up to the bound`, async () => {
    use();
    expect(await inflate(WHOLE, MAX)).toEqual(CONTENT);
    expect(await inflate(WHOLE, CONTENT.length)).toEqual(CONTENT);
    expect(await inflate(WHOLE, CONTENT.length - 1)).toBeUndefined();
    expect(await inflate(Uint8Array.from(deflateSync(new Uint8Array())), MAX)).toEqual(new Uint8Array());
  });

  test.each(spoilt)(`${platform}: nothing comes of one %s (OA-STL-03)`, async (_what, stream) => {
    use();
    expect(await inflate(stream, MAX)).toBeUndefined();
  });
}
