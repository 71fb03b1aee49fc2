/** SM3 as GB/T 32905-2016 has it, for runtimes without it: vectors are the same wherever they are made. */

const START = [
  0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
] as const;
const BLOCK_BYTES = 64;
const ROUNDS = 64;
const EARLY_ROUNDS = 16;

const turned = (word: number, by: number): number =>
  ((word << (by % 32)) | (word >>> ((32 - by) % 32))) >>> 0;
const p0 = (word: number): number => word ^ turned(word, 9) ^ turned(word, 17);
const p1 = (word: number): number => word ^ turned(word, 15) ^ turned(word, 23);
const majority = (x: number, y: number, z: number): number => (x & y) | (x & z) | (y & z);
const choice = (x: number, y: number, z: number): number => (x & y) | (~x & z);

/** 5.2: a one, zeros, and the length in bits. */
function padded(bytes: Uint8Array): DataView {
  const length = Math.ceil((bytes.length + 9) / BLOCK_BYTES) * BLOCK_BYTES;
  const all = new Uint8Array(length);
  all.set(bytes);
  all[bytes.length] = 0x80;
  const view = new DataView(all.buffer);
  view.setBigUint64(length - 8, 8n * BigInt(bytes.length));
  return view;
}

/** 5.3.2: 68 words of one block. */
function expanded(view: DataView, start: number): number[] {
  const words = Array.from({ length: 16 }, (_, at) => view.getUint32(start + 4 * at));
  const word = (at: number): number => words[at] ?? 0;
  for (let at = 16; at < 68; at += 1) {
    const mixed = p1(word(at - 16) ^ word(at - 9) ^ turned(word(at - 3), 15));
    words.push((mixed ^ turned(word(at - 13), 7) ^ word(at - 6)) >>> 0);
  }
  return words;
}

/** 5.3.3. */
function compressed(state: readonly number[], words: readonly number[]): number[] {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let round = 0; round < ROUNDS; round += 1) {
    const isEarly = round < EARLY_ROUNDS;
    const constant = isEarly ? 0x79cc4519 : 0x7a879d8a;
    const ss1 = turned((turned(a, 12) + e + turned(constant, round)) >>> 0, 7);
    const ss2 = (ss1 ^ turned(a, 12)) >>> 0;
    const w = words[round] ?? 0;
    const ff = isEarly ? a ^ b ^ c : majority(a, b, c);
    const gg = isEarly ? e ^ f ^ g : choice(e, f, g);
    const tt1 = (ff + d + ss2 + ((w ^ (words[round + 4] ?? 0)) >>> 0)) >>> 0;
    const tt2 = (gg + h + ss1 + w) >>> 0;
    [a, b, c, d] = [tt1, a, turned(b, 9), c];
    [e, f, g, h] = [p0(tt2) >>> 0, e, turned(f, 19), g];
  }
  return [a, b, c, d, e, f, g, h].map((word, at) => (word ^ (state[at] ?? 0)) >>> 0);
}

export function sm3(bytes: Uint8Array): Uint8Array {
  const view = padded(bytes);
  let state: readonly number[] = START;
  for (let start = 0; start < view.byteLength; start += BLOCK_BYTES)
    state = compressed(state, expanded(view, start));
  const digest = new DataView(new ArrayBuffer(4 * state.length));
  for (const [at, word] of state.entries()) digest.setUint32(4 * at, word);
  return new Uint8Array(digest.buffer);
}
