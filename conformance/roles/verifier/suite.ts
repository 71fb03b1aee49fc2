import { questionOf, readVectorFile } from '../../files.ts';
import { type Suite, Unreachable } from '../../run/case.ts';
import { verifierCases } from './cases.ts';
import { VerifierProcess } from './process.ts';

const TEXT = ['parse_json', 'canonicalize', 'parse_amount', 'within_tolerance'];

/** A verifier that any language with JSON, SHA-256 and two curves can have: texts, and what devices sign. */
const CORE = [...TEXT, 'verify_confirmation', 'verify_command'];

/** And the proofs of a log of anchors, which take no certificate. */
const LOG = [...CORE, 'open_checkpoint', 'verify_inclusion', 'verify_consistency'];

/** And records with their anchors, and chains of them: under a trust list and its certificates. */
const RECORDS = [
  ...LOG,
  'certificates',
  'open_trust_list',
  'verify_attestation',
  'verify_anchor',
  'verify_record',
  'verify_chain',
];

/** And what is signed of a purchase by institutions, under the terms that were agreed. */
const PURCHASE = [
  ...RECORDS,
  'verify_enrolment',
  'verify_status_list',
  'verify_intent_selection',
  'verify_mandate',
  'verify_quote',
  'verify_receipt',
];

/** Asks the first good question, so that a program that cannot judge at all is told from one that judges wrongly. */
async function greet(subject: VerifierProcess): Promise<void> {
  const { groups } = readVectorFile('strict-json.json');
  const [group] = groups;
  const [good] = group?.vectors ?? [];
  if (group === undefined || good === undefined) throw new Error('strict-json has no vectors.');
  const answer = await subject.ask({ ...questionOf(group, good) });
  if (answer.verdict === 'errored') throw new Unreachable(`The verifier answers nothing: ${answer.message}`);
}

export const verifierSuite: Suite<VerifierProcess> = {
  role: 'verifier',
  profiles: {
    'verifier-text': TEXT,
    'verifier-core': CORE,
    'verifier-log': LOG,
    'verifier-records': RECORDS,
    'verifier-purchase': PURCHASE,
  },
  cases: verifierCases,
  open: async (settings) => {
    const subject = new VerifierProcess(settings);
    try {
      await greet(subject);
    } catch (error) {
      subject.close();
      throw error;
    }
    return { subject, close: async () => subject.close() };
  },
};
