import { platformCrypto } from '../../protocol/platform-crypto.ts';

/** What came out, or undefined as soon as it is more than `maxBytes`. */
async function collect(
  stream: ReadableStream<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > maxBytes) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

const ADLER_MODULUS = 65_521;
const ADLER_BYTES = 4;

/** Adler-32, with which a zlib stream ends [RFC 1950]. */
function adler32(bytes: Uint8Array): number {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % ADLER_MODULUS;
    high = (high + low) % ADLER_MODULUS;
  }
  return high * 0x1_0000 + low;
}

function endsWithSumOf(content: Uint8Array, compressed: Uint8Array): boolean {
  if (compressed.length < ADLER_BYTES) return false;
  const end = new DataView(compressed.buffer, compressed.byteOffset + compressed.length - ADLER_BYTES);
  return end.getUint32(0) === adler32(content);
}

/** The content of one whole zlib stream, and undefined when it is none or holds more than `maxBytes`. */
export async function inflate(
  compressed: Uint8Array<ArrayBuffer>,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const platform = platformCrypto();
  if (platform) return platform.inflate(compressed, maxBytes);
  const source = new Blob([compressed]).stream();
  try {
    const content = await collect(source.pipeThrough(new DecompressionStream('deflate')), maxBytes);
    // Some platforms end in silence where a stream was cut off.
    return content !== undefined && endsWithSumOf(content, compressed) ? content : undefined;
  } catch {
    // Every platform has its own error for a stream that is not zlib.
    return undefined;
  }
}
