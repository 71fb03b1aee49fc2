import { mustSucceed } from '../../live/http.ts';
import { BEHIND, mustEndBefore, mustNotBeRead, UNREADABLE } from '../../live/unreadable.ts';
import { caseId } from '../../run/case.ts';
import type { TrustCase } from './cases.ts';
import { logCase } from './cases-log.ts';

const LIST = { method: 'GET', path: '/trust-list', body: '' };

/** The list asked for in bytes that are no request: a problem. */
const listCases: readonly TrustCase[] = UNREADABLE.map((way) => ({
  id: caseId('trust', 'OA-HTTP-05', `http-${way.slug}`),
  requirement: 'OA-HTTP-05',
  title: way.title,
  kind: 'negative',
  needs: [],
  run: async ({ caller }, notes) => {
    mustSucceed(await caller.call(LIST.path, {}, notes), 200);
    await mustNotBeRead(caller, way, LIST, notes);
    mustSucceed(await caller.call(LIST.path, {}, notes), 200);
  },
}));

/** A good anchor in bytes that are no request: a problem, and the same anchor is new when it can be read. */
const anchorCases: readonly TrustCase[] = UNREADABLE.map((way) =>
  logCase('negative', 'OA-HTTP-05', `http-anchor-${way.slug}`, way.title, async (clerk, notes) => {
    await clerk.append(notes);
    const signed = clerk.anchor();
    const good = { method: 'POST', path: '/anchors', body: JSON.stringify({ anchor: signed.compact }) };
    await mustNotBeRead(clerk.caller, way, good, notes);
    mustSucceed(await clerk.submit(signed, notes), 201);
  }),
);

const behindCase = logCase(
  'negative',
  BEHIND.requirement,
  BEHIND.slug,
  BEHIND.title,
  async (clerk, notes) => {
    await clerk.append(notes);
    const signed = clerk.anchor();
    const good = { method: 'POST', path: '/anchors', body: JSON.stringify({ anchor: signed.compact }) };
    await mustEndBefore(clerk.caller, good, notes);
    mustSucceed(await clerk.submit(signed, notes), 201);
  },
);

export const unreadableCases: readonly TrustCase[] = [...listCases, ...anchorCases, behindCase];
