/** Members that hold private keys or credentials, whatever message they stand in. */
const SECRET_MEMBERS: ReadonlySet<string> = new Set([
  ...['d', 'dp', 'dq', 'qi', 'oth'],
  ...['private_key', 'privatekey', 'password', 'secret', 'token', 'cookie', 'set-cookie', 'x-test-control'],
]);
/** Texts that are secrets by their form: bearer tokens, private keys as PEM. */
const SECRET_FORMS: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer\s+)[A-Za-z0-9._~+/-]+=*/gi, '$1[redacted]'],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, '[redacted]'],
];
const LONGEST = 4_000;
const HIDDEN = '[redacted]';

/** Takes out what must not stand in a report, and shortens what nobody reads: a report is passed on. */
export function redactor(secrets: readonly string[]): (value: unknown) => unknown {
  const hide = (text: string): string => {
    const named = secrets.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text);
    const clean = SECRET_FORMS.reduce((rest, [form, put]) => rest.replaceAll(form, put), named);
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
