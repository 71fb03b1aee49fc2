import { isDeepStrictEqual } from 'node:util';
import { base64url } from '../../forge/bytes.ts';
import { consistencyOf, inclusionOf, leafOfAnchor } from '../../forge/log.ts';
import { utc } from '../../live/cast.ts';
import { must, mustRefuse, mustSucceed } from '../../live/http.ts';
import type { Notes } from '../../run/case.ts';
import type { TrustCase } from './cases.ts';
import { logCase } from './cases-log.ts';
import type { AnchorSpoils, Clerk } from './clerk.ts';

const DAY = 86_400;
const MINUTE = 60;
const PLACES = 5;

/** An anchor with one thing changed: refused by its code, and none of its id is in the log; a good one before and after. */
const badAnchor = (
  requirement: string,
  code: string,
  slug: string,
  title: string,
  spoil: (clerk: Clerk) => AnchorSpoils,
): TrustCase =>
  logCase('negative', requirement, `anchor-${slug}`, title, async (clerk, notes) => {
    await clerk.append(notes);
    const bad = clerk.anchor({}, spoil(clerk));
    mustRefuse(await clerk.submit(bad, notes), code);
    mustRefuse(
      await clerk.inChannel(`/anchors/${bad.recordId}`, bad.channel, notes),
      'anchor_not_found',
      404,
    );
    await clerk.append(notes);
  });

const submitted: readonly TrustCase[] = [
  badAnchor(
    'TSD-ATT-OCA-07',
    'jws_signature_invalid',
    'forged',
    'An anchor that its submitter has not signed.',
    (clerk) => ({ signer: { ...clerk.signer, key: clerk.stranger } }),
  ),
  badAnchor(
    'OA-LOG-01',
    'anchor_submitter_not_allowed',
    'of-another-kind',
    'A payment service anchors that a cart was confirmed, which is for agents and sellers to say.',
    () => ({ claims: { event_type: 'act:commerce:cart-confirmed' } }),
  ),
  badAnchor(
    'OA-LOG-01',
    'anchor_submitter_not_allowed',
    'of-nobody-listed',
    'An anchor by a payment service that nobody lists.',
    () => ({ claims: { iss: 'did:act:suite.example/unlisted-psp' } }),
  ),
  badAnchor(
    'OA-LOG-05',
    'anchor_time_invalid',
    'of-the-future',
    'An anchor that is dated two minutes ahead.',
    (clerk) => ({ claims: { iat: clerk.now() + 2 * MINUTE } }),
  ),
  badAnchor(
    'OA-LOG-05',
    'anchor_time_invalid',
    'of-long-ago',
    'An anchor that comes 31 days after it was signed.',
    (clerk) => {
      const iat = clerk.now() - 31 * DAY;
      return { claims: { iat, event_time: utc(iat - 5) } };
    },
  ),
  logCase(
    'positive',
    'OA-LOG-05',
    'anchor-comes-late',
    'An anchor that comes a day after it was signed, as when the log could not be reached, is taken.',
    async (clerk, notes) => {
      const iat = clerk.now() - DAY;
      await clerk.append(notes, { iat, event_time: utc(iat - 5) });
    },
  ),
];

/** What shows offline that an anchor is in the log, and of several that each of them is. @throws SubjectFault */
async function mustBeProved(clerk: Clerk, anchored: Awaited<ReturnType<Clerk['append']>>, notes: Notes) {
  const shown = await clerk.inChannel(`/anchors/${anchored.recordId}`, anchored.channel, notes);
  mustSucceed(shown, 200, 'http/anchored.json');
  const { index, inclusion, checkpoint } = shown.body;
  must(index === anchored.index, `It is shown at ${index}, and was given ${anchored.index}.`);
  const { size } = await clerk.opened(checkpoint, notes);
  const leaves = await clerk.leaves(size, notes);
  must(
    Buffer.from(leaves[index] ?? []).equals(Buffer.from(leafOfAnchor(anchored.compact))),
    'Another leaf stands at its place.',
  );
  const due = inclusionOf(index, leaves).map(base64url);
  must(isDeepStrictEqual(inclusion, due), `The proof of ${index} in ${size} is another one.`);
}

/** Sizes where proofs are of different shapes: powers of two, one beside them, and the last. */
function sizesUpTo(size: number): number[] {
  const sizes = new Set([1, size - 1, size]);
  for (let power = 1; power <= size; power *= 2) for (const one of [power, power + 1]) sizes.add(one);
  return [...sizes].filter((one) => one >= 1 && one <= size).sort((one, other) => one - other);
}

const proofs: readonly TrustCase[] = [
  logCase(
    'positive',
    'OA-LOG-08',
    'each-anchor-is-proved',
    'Each anchor is shown with the proof that it is in the tree of the checkpoint beside it.',
    async (clerk, notes) => {
      const anchored = [];
      for (let count = 0; count < PLACES; count += 1) anchored.push(await clerk.append(notes));
      for (const one of anchored) await mustBeProved(clerk, one, notes);
    },
  ),
  logCase(
    'positive',
    'OA-LOG-10',
    'each-size-is-proved',
    'From one, from each power of two and from its neighbour, and from the latest size the log shows how it grew.',
    async (clerk, notes) => {
      const { head } = await clerk.append(notes);
      for (const from of sizesUpTo(head.size)) {
        const answer = await clerk.caller.call(`/consistency?from=${from}`, {}, notes);
        mustSucceed(answer, 200, 'http/log-consistency.json');
        const { size } = await clerk.opened(answer.body.checkpoint, notes);
        const due = consistencyOf(from, await clerk.leaves(size, notes)).map(base64url);
        must(
          isDeepStrictEqual(answer.body.consistency, due),
          `The proof from ${from} to ${size} is another one.`,
        );
      }
    },
  ),
  logCase(
    'positive',
    'OA-LOG-13',
    'tiles-of-hashes',
    'The tile of the lowest hashes has the hash of each entry.',
    async (clerk, notes) => {
      const { head } = await clerk.append(notes);
      const leaves = await clerk.leaves(head.size, notes);
      const hashes = await clerk.hashes(head.size, notes);
      const due = Buffer.concat(leaves.map((leaf) => Buffer.from(leaf)));
      must(hashes.equals(due), 'The tile has other hashes than the entries.');
    },
  ),
];

export const anchorCases: readonly TrustCase[] = [...submitted, ...proofs];
