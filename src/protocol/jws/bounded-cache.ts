/** A map that holds at most `maxEntries` and lets go of the entry that was set first. */
export class BoundedCache<Value> {
  private readonly entries = new Map<string, Value>();
  private readonly maxEntries: number;

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
    this.entries.set(name, value);
    if (this.entries.size <= this.maxEntries) return;
    const [oldest] = this.entries.keys();
    if (oldest !== undefined) this.entries.delete(oldest);
  }
}
