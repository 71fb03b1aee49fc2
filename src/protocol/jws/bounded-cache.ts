/** A map that holds at most `maxEntries` and lets go of the entry that was set first. */
export class BoundedCache<Value> {
  private readonly entries = new Map<string, Value>();
  private readonly maxEntries: number;
  /** The names in a ring: once it is full, the next place holds the oldest one. */
  private readonly names: string[] = [];
  private next = 0;

  constructor(maxEntries: number) {
    this.maxEntries = maxEntries;
  }

  get size(): number {
    return this.entries.size;
  }

  get(name: string): Value | undefined {
    return this.entries.get(name);
  }

  set(name: string, value: Value): void {
    const before = this.entries.size;
    this.entries.set(name, value);
    if (this.entries.size > before) this.takePlace(name);
  }

  private takePlace(name: string): void {
    const oldest = this.names[this.next];
    if (oldest !== undefined) this.entries.delete(oldest);
    this.names[this.next] = name;
    this.next = (this.next + 1) % this.maxEntries;
  }
}
