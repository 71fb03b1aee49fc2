import type { RequestListener } from 'node:http';

/** For so many turns in a row others go first: connections that never stop coming hold up nobody for good. */
export const NEWCOMERS_MAX_TURNS = 256;
/** Somebody came in so many turns in a row. */
const CROWD_TURNS = 2;

/** Those who have just come, and the requests that wait until all of them are in. */
export interface Newcomers {
  /** A connection was opened. */
  came(): void;
  /** Requests begin at once, and in a crowd when all of it is in, in the order in which they were read. */
  before(listener: RequestListener): RequestListener;
}

/**
 * Node lets in one connection in each turn of the event loop, whatever else the turn has to do. With some hundred clients
 * at once a turn takes as long as all their requests do, and whoever comes last would stand outside until those who are
 * in go away, a probe too. A turn that begins nothing takes no time: so a crowd is let in first, and then everybody waits
 * alike.
 */
export function newcomersFirst(): Newcomers {
  let waiting: (() => void)[] = [];
  let isLooking = false;
  let hasSomebodyCome = false;
  /** Turns in a row in which somebody came. */
  let turns = 0;

  function lookAfterThisTurn(): void {
    if (isLooking) return;
    isLooking = true;
    setImmediate(look);
  }

  function look(): void {
    isLooking = false;
    if (hasSomebodyCome && turns < NEWCOMERS_MAX_TURNS) {
      hasSomebodyCome = false;
      lookAfterThisTurn();
      return;
    }
    const due = waiting;
    waiting = [];
    turns = 0;
    hasSomebodyCome = false;
    for (const begin of due) begin();
  }

  return {
    came() {
      if (!hasSomebodyCome) turns += 1;
      hasSomebodyCome = true;
      lookAfterThisTurn();
    },
    before: (listener) => (incoming, outgoing) => {
      if (turns < CROWD_TURNS) listener(incoming, outgoing);
      else waiting.push(() => listener(incoming, outgoing));
    },
  };
}
