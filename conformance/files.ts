import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Vector, VectorGroup } from './subject.ts';

export const vectorFolder = fileURLToPath(new URL('vectors', import.meta.url));

/** Describes the other files of the folder. */
export const VECTOR_SCHEMA = 'vector.schema.json';

export interface VectorFile {
  readonly message: string;
  readonly count: number;
  readonly groups: readonly VectorGroup[];
}

/** One vector with the group it is read against. */
export interface Placed {
  readonly file: string;
  readonly group: VectorGroup;
  readonly vector: Vector;
}

export function vectorFileNames(): string[] {
  return readdirSync(vectorFolder)
    .filter((name) => name.endsWith('.json') && name !== VECTOR_SCHEMA)
    .sort();
}

export function readVectorFile(name: string): VectorFile {
  return JSON.parse(readFileSync(`${vectorFolder}/${name}`, 'utf8'));
}

/** Every vector of every file. @throws Error when there is none, or fewer than a file says */
export function allVectors(): Placed[] {
  const placed = vectorFileNames().flatMap((file) => {
    const { groups, count } = readVectorFile(file);
    const vectors = groups.flatMap((group) => group.vectors.map((vector) => ({ file, group, vector })));
    if (vectors.length !== count)
      throw new Error(`${file} says ${count} vectors and holds ${vectors.length}.`);
    return vectors;
  });
  if (placed.length === 0) throw new Error('There are no vectors.');
  return placed;
}
