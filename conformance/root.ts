import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function above(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('The suite stands in no package.');
  return above(parent);
}

/** The folder of package.json: the suite runs from conformance/ here and from dist/conformance/ when it is installed. */
export const root = above(dirname(fileURLToPath(import.meta.url)));

/** A file that is shipped with the suite, by its path from the root. */
export const shipped = (...path: readonly string[]): string => join(root, ...path);
