import type { Hono } from 'hono';
import type { World } from '../../simulation/world.ts';
import type { Keys } from '../keys.ts';
import type { Gate } from './gate.ts';

/** Where the day takes place. */
export interface Stage {
  readonly world: World;
  readonly gate: Gate;
  readonly keys: Keys;
  readonly agentApp: Hono;
}
