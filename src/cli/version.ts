import { readFileSync } from 'node:fs';

/** The version in the package.json that this file was shipped with. */
export function packageVersion(): string {
  // src/cli and dist/cli lie equally deep.
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}
