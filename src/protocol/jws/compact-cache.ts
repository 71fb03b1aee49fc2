import { BoundedCache } from './bounded-cache.ts';

/** Base64url of 64 bytes. */
const SIGNATURE_LENGTH = 86;

interface Entry<Value> {
  readonly compact: string;
  readonly value: Value;
}

/**
 * What is known of compact messages, by their whole texts. They are found by their signatures and then compared: to look
 * for the text itself would have the engine keep a copy of every message that somebody sends.
 */
export class CompactCache<Value> {
  private readonly entries: BoundedCache<Entry<Value>>;

  constructor(maxEntries: number) {
    this.entries = new BoundedCache(maxEntries);
  }

  get(compact: string): Value | undefined {
    const known = this.entries.get(nameOf(compact));
    return known?.compact === compact ? known.value : undefined;
  }

  set(compact: string, value: Value): void {
    this.entries.set(nameOf(compact), { compact, value });
  }
}

const nameOf = (compact: string): string => compact.slice(-SIGNATURE_LENGTH);
