const NOT_SHOWN = '(private: not shown)';

/** The members of a JWK that are secret. @see RFC 7518 6.2.2, 6.3.2, 6.4; RFC 8037 2 */
const SECRET_MEMBERS: ReadonlySet<string> = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']);

const SECRET_PEM = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g;

function isKey(value: object): boolean {
  return 'kty' in value || 'crv' in value;
}

/** A copy of a JSON value in which no private key can be read: not in a JWK, at whatever depth, nor in PEM. */
export function withoutPrivateKeys(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(SECRET_PEM, NOT_SHOWN);
  if (Array.isArray(value)) return value.map(withoutPrivateKeys);
  if (typeof value !== 'object' || value === null) return value;
  const key = isKey(value);
  const members = Object.entries(value).map(([name, member]) => [
    name,
    key && SECRET_MEMBERS.has(name) ? NOT_SHOWN : withoutPrivateKeys(member),
  ]);
  return Object.fromEntries(members);
}
