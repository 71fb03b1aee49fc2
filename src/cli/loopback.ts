const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Whether an origin is on this machine: what people say to their own servers is sent nowhere else. */
export function isLoopback(origin: string): boolean {
  return LOOPBACK.has(new URL(origin).hostname);
}
