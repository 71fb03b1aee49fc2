import { randomBytes } from 'node:crypto';
import type { Random } from '../../protocol/ports.ts';

export const random: Random = (count) => new Uint8Array(randomBytes(count));
