import { readFileSync } from 'node:fs';

/** The anchor of a role in a trust list that a deployment has made for itself. */
export function anchorOf(listPath: string, role: string): string {
  const payload = readFileSync(listPath, 'utf8').split('.')[1] ?? '';
  const { entries } = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as {
    readonly entries: readonly { readonly role: string; readonly anchors: readonly string[] }[];
  };
  return entries.find((entry) => entry.role === role)?.anchors[0] ?? '';
}
