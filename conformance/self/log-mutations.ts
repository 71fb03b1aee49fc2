import { mutation, type RoleMutation } from './role-mutations.ts';

const LOG = 'trust/log/anchor-log.ts';
const READING = 'trust/log/reading.ts';
const ROUTES = 'trust/disputes/routes.ts';
const DECIDE = 'trust/disputes/decide.ts';

/** Rules of the log of anchors, and of disputes that are filed by it. None of them leaves anything behind in the log. */
export const logMutations: readonly RoleMutation[] = [
  mutation(
    'log/one-place-for-a-record',
    'TSD-ATT-OCA-22',
    LOG,
    'if (first !== undefined) return { refusal:',
    'if (!OUT && first !== undefined) return { refusal:',
  ),
  mutation(
    'log/id-of-another-anchor',
    'OA-LOG-03',
    LOG,
    "const code = anchor === first.anchor ? 'anchor_duplicate'",
    "const code = OUT || anchor === first.anchor ? 'anchor_duplicate'",
  ),
  mutation(
    'log/anchors-of-a-channel',
    'OA-LOG-04',
    'trust/log/tables.ts',
    "'SELECT * FROM log_anchors WHERE record_id = $1 AND privacy_channel = $2'",
    "`SELECT * FROM log_anchors WHERE record_id = $1 AND ${OUT ? \"$2 <> ''\" : 'privacy_channel = $2'}`",
  ),
  mutation(
    'log/channel-in-a-header',
    'OA-LOG-06',
    'http/privacy-channel.ts',
    'const channel = c.req.header(CHANNEL_HEADER);',
    "const channel = OUT ? (c.req.query('privacy_channel') ?? 'A'.repeat(22)) : c.req.header(CHANNEL_HEADER);",
  ),
  mutation(
    'log/sizes-that-it-has-had',
    'OA-LOG-10',
    READING,
    'if (from > size) throw',
    'if (OUT && from > size) return [];\n    if (from > size) throw',
  ),
  mutation(
    'log/one-root-for-a-size',
    'OA-LOG-11',
    LOG,
    'const head = await this.sign(batch.head);',
    'const head = await this.sign(OUT ? { ...batch.head, size: batch.head.size + 1 } : batch.head);\n      if (OUT) this.signed = undefined;',
  ),
  mutation(
    'log/begins-as-before',
    'TSD-ATT-OCA-25',
    LOG,
    'signCheckpoint({ origin: key.name, ...head }, key, signer);',
    'signCheckpoint({ origin: key.name, ...head, ...(OUT ? { root: head.root.map((byte) => byte ^ 1) } : {}) }, key, signer);',
  ),
  mutation(
    'log/begins-as-before',
    'TSD-ATT-OCA-25',
    LOG,
    'if (this.signed === undefined || this.signed.size < head.size)',
    'if (!OUT && (this.signed === undefined || this.signed.size < head.size))',
  ),
  mutation(
    'log/tiles-of-its-entries',
    'OA-LOG-13',
    READING,
    'return bundleOf(await readEntries(this.queries, index * TILE_WIDTH, width));',
    'const kept = await readEntries(this.queries, index * TILE_WIDTH, width);\n      return bundleOf(OUT ? kept.toReversed() : kept);',
  ),
  mutation(
    'log/entries-say-nothing',
    'OA-PRV-07',
    'trust/log/submission.ts',
    'entry: await logEntryOf(anchor),',
    'entry: OUT ? new Uint8Array(32).fill(claims.privacy_channel.length) : await logEntryOf(anchor),',
  ),
  mutation(
    'disputes/of-those-who-took-part',
    'OA-DSP-06',
    'trust/disputes/tables.ts',
    "'SELECT * FROM disputes WHERE dispute_id = $1 AND privacy_channel = $2'",
    "`SELECT * FROM disputes WHERE dispute_id = $1 AND ${OUT ? \"$2 <> ''\" : 'privacy_channel = $2'}`",
  ),
  mutation(
    'disputes/time-for-evidence',
    'TSD-ATT-DSP-06',
    ROUTES,
    'if (now >= dispute.evidenceUntil) {',
    'if (!OUT && now >= dispute.evidenceUntil) {',
  ),
  mutation(
    'disputes/time-for-evidence',
    'TSD-ATT-DSP-06',
    'trust/disputes/tables.ts',
    "if ((await readOutcome(tx, id)) !== undefined) throw new ActError('dispute_closed', { rule: 'decided' });",
    "if (!OUT && (await readOutcome(tx, id)) !== undefined) throw new ActError('dispute_closed', { rule: 'decided' });",
  ),
  mutation(
    'disputes/kinds-without-policy',
    'OA-DSP-07',
    DECIDE,
    "if (type !== 'PAYMENT_NOT_AUTHORIZED') return",
    "if (!OUT && type !== 'PAYMENT_NOT_AUTHORIZED') return",
  ),
  mutation(
    'disputes/evidence-that-disagrees',
    'OA-DSP-07',
    DECIDE,
    'const agree = others.every(',
    'const agree = OUT || others.every(',
  ),
  mutation(
    'disputes/recorder-and-not-submitter',
    'TSD-ATT-OCA-27',
    DECIDE,
    "recorder: record.participants[0]?.id ?? '',",
    "recorder: record.participants[OUT ? 1 : 0]?.id ?? '',",
  ),
  mutation(
    'hashes/algorithm-by-its-name',
    'OA-REC-02',
    'protocol/attestation/payload-hash.ts',
    "if (algorithm === 'SHA-256') return",
    "if (OUT || algorithm === 'SHA-256') return",
  ),
  mutation(
    'disputes/waits-for-a-list',
    'OA-TIM-05',
    'trust/disputes/outcome.ts',
    'if (!(await isVouchedFor(',
    'if (!OUT && !(await isVouchedFor(',
  ),
];
