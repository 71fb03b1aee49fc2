/**
 * A map that holds at most `maxEntries` and lets go of what was not asked for longest: half of the entries at once, so
 * that nothing has to be kept in order.
 */
export class BoundedCache<Value> {
  private recent = new Map<string, Value>();
  private before = new Map<string, Value>();
  private readonly half: number;

  constructor(maxEntries: number) {
    this.half = Math.max(1, Math.floor(maxEntries / 2));
  }

  get size(): number {
    return this.recent.size + this.before.size;
  }

  get(name: string): Value | undefined {
    const value = this.recent.get(name);
    if (value !== undefined) return value;
    const older = this.before.get(name);
    if (older === undefined) return undefined;
    this.before.delete(name);
    this.set(name, older);
    return older;
  }

  set(name: string, value: Value): void {
    if (this.recent.size >= this.half && !this.recent.has(name)) {
      this.before = this.recent;
      this.recent = new Map();
    }
    this.recent.set(name, value);
  }
}
