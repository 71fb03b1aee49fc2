const FIRST_BYTES = 4_096;

/** Bytes that arrive in parts, kept as one: a part by itself, however small, takes a hundred bytes beside its own. */
export interface Gathered {
  /** @returns false when there is more now than may be; nothing of the part is kept then */
  add(part: Uint8Array): boolean;
  /** All of it, in a buffer of its own. */
  whole(): Uint8Array<ArrayBuffer>;
}

export function gather(maxBytes: number): Gathered {
  let kept = new Uint8Array(0);
  let size = 0;
  return {
    add(part) {
      const needed = size + part.byteLength;
      if (needed > maxBytes) return false;
      if (needed > kept.byteLength) {
        const wider = new Uint8Array(Math.min(maxBytes, Math.max(FIRST_BYTES, needed, 2 * size)));
        wider.set(kept.subarray(0, size));
        kept = wider;
      }
      kept.set(part, size);
      size = needed;
      return true;
    },
    whole: () => kept.slice(0, size),
  };
}
