import type { Scenario } from '../format.ts';
import { scenario as bubbleTea } from './01-bubble-tea.ts';

/** Every scenario, by case. */
export const SCENARIOS: readonly Scenario[] = [bubbleTea];
