import { digestOfObject } from '../digest/index.ts';
import type { EventType } from './events.ts';

/** One event of one party: what it is, who records it, and the party's own name for what it happened to. */
export interface EventName {
  readonly event_type: EventType;
  /** Whoever records it: participants[0] of the record. */
  readonly recorder: string;
  /** Names of what it happened to, the first one 128 random bits or more; see the table in spec chapter 16. */
  readonly subject: readonly [string, ...string[]];
}

/**
 * The record_id of an event: `rec_` and the digest of {event_type, recorder, subject}. Whoever was told of the event in
 * a message of the business can name the record that follows from it without being told anything more; whoever was not
 * cannot guess it. One event has one id, so that it is never anchored twice.
 *
 * @see OA-REC-01
 */
export async function recordIdOf({ event_type, recorder, subject }: EventName): Promise<string> {
  return `rec_${await digestOfObject({ event_type, recorder, subject: [...subject] })}`;
}
