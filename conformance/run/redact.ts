/** Members that hold private keys or credentials, whatever message they stand in. */
const SECRET_MEMBERS: ReadonlySet<string> = new Set([
  ...['d', 'dp', 'dq', 'qi', 'oth'],
  ...['private_key', 'privatekey', 'password', 'secret', 'token', 'cookie', 'set-cookie', 'x-test-control'],
]);
const LONGEST = 4_000;
const HIDDEN = '[redacted]';

/** Takes out what must not stand in a report, and shortens what nobody reads: a report is passed on. */
export function redactor(secrets: readonly string[]): (value: unknown) => unknown {
  const hide = (text: string): string => {
    const clean = secrets.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text);
    return clean.length <= LONGEST ? clean : `${clean.slice(0, LONGEST)}… (${clean.length} characters)`;
  };
  const redact = (value: unknown): unknown => {
    if (typeof value === 'string') return hide(value);
    if (Array.isArray(value)) return value.map(redact);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) =>
        SECRET_MEMBERS.has(name.toLowerCase()) && typeof member === 'string'
          ? [name, HIDDEN]
          : [hide(name), redact(member)],
      ),
    );
  };
  return redact;
}
