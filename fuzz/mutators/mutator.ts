import type { Json } from '../../conformance/forge/json.ts';
import type { Dice } from '../../simulation/dice.ts';
import type { Path } from '../text.ts';

/** One place of one good document, to be spoilt. */
export interface Target {
  readonly document: Json;
  readonly path: Path;
  readonly value: Json;
  readonly dice: Dice;
  /** Values that stand at the same place of other good documents of the kind. */
  readonly others: readonly Json[];
}

/**
 * What a mutator did. `form`: no value of JSON, or none that the profile has, is written like that, so that nobody may
 * take it; `value`: another value stands there (undefined: none), which some places allow; `same`: the same, written
 * otherwise.
 */
export interface Change {
  readonly kind: string;
  readonly path: Path;
  readonly text: string;
  readonly effect: 'form' | 'value' | 'same';
  readonly value?: Json | undefined;
}

/** undefined: nothing to be done to such a value. */
export type Mutator = (target: Target) => Change | undefined;
