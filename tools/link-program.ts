/**
 * Makes `npx openact` work in a checkout as it does where the package is installed: npm links the programs of
 * dependencies, and not the package's own.
 */
import { existsSync, rmSync, symlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../node_modules/.bin/', import.meta.url);
const link = fileURLToPath(new URL('openact', folder));

if (existsSync(folder)) {
  rmSync(link, { force: true });
  symlinkSync('../../bin/openact.js', link);
}
