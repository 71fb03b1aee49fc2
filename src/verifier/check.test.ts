import { describe, expect, test } from 'vitest';
import { ActError } from '../protocol/errors/index.ts';
import { assertAccepted, type Check, clauseHeld, judge, judgeNow, verify, within } from './check.ts';

interface Facts {
  readonly value: number;
}

const small: Check<Facts> = {
  requirement: 'OA-TST-01',
  name: 'small',
  run: ({ value }) => (value < 10 ? undefined : { code: 'amount_form', evidence: { value } }),
};
const even: Check<Facts> = {
  requirement: 'OA-TST-02',
  name: 'even',
  run: ({ value }) => (value % 2 === 0 ? undefined : { code: 'limit_order' }),
};
const duty: Check<Facts> = {
  requirement: 'OA-TST-03',
  name: 'duty',
  run: () => ({ obligation: 'status', requirement: 'OA-TST-03', detail: 'ask' }),
};
const floor: Check<Facts> = {
  requirement: 'OA-TST-04',
  name: 'floor',
  run: () => {
    throw new ActError('x509_expired', { certificate: 1 });
  },
};
const broken: Check<Facts> = {
  requirement: 'OA-TST-05',
  name: 'broken',
  run: () => {
    throw new RangeError('a fault');
  },
};
const slow: Check<Facts> = { requirement: 'OA-TST-06', name: 'slow', run: async () => undefined };

describe('judging a list of checks', () => {
  test('that is empty is no judgement', async () => {
    await expect(judge([], { value: 1 })).rejects.toThrow(TypeError);
    expect(() => judgeNow([], { value: 1 })).toThrow(TypeError);
    await expect(verify([], async () => ({ value: 1 }))).rejects.toThrow(TypeError);
  });

  test('the first refusal decides, and what follows is not reached', async () => {
    const judged = await judge([duty, small, even], { value: 11 });
    expect(judged).toEqual({
      verdict: 'refused',
      refusal: { code: 'amount_form', requirement: 'OA-TST-01', evidence: { value: 11 } },
      obligations: [{ obligation: 'status', requirement: 'OA-TST-03', detail: 'ask' }],
      lines: [
        { check: 'duty', requirement: 'OA-TST-03', outcome: 'obligation' },
        {
          check: 'small',
          requirement: 'OA-TST-01',
          outcome: 'refused',
          code: 'amount_form',
          evidence: { value: 11 },
        },
        { check: 'even', requirement: 'OA-TST-02', outcome: 'not_reached' },
      ],
    });
    expect(() => assertAccepted(judged)).toThrow(expect.objectContaining({ code: 'amount_form' }));
    const good = await judge([small, even], { value: 8 });
    expect(good.verdict).toBe('accepted');
    expect(() => assertAccepted(good)).not.toThrow();
  });

  test('a coded refusal of the floor keeps its own clause', async () => {
    const judged = await judge([floor], { value: 0 });
    expect(judged.refusal).toEqual({
      code: 'x509_expired',
      requirement: 'OA-PKI-06',
      evidence: { certificate: 1 },
    });
    expect(judged.lines[0]?.requirement).toBe('OA-TST-04');
  });

  test('a fault of the program is never an acceptance', async () => {
    await expect(judge([broken], { value: 0 })).rejects.toThrow(RangeError);
    const unread = verify<Facts>([small], async () => {
      throw new RangeError('a fault');
    });
    await expect(unread).rejects.toThrow(RangeError);
    expect(() => judgeNow([broken], { value: 0 })).toThrow(RangeError);
  });

  test('what cannot be read is refused before every check', async () => {
    const judged = await verify<Facts>([small], async () => {
      throw new ActError('json_syntax');
    });
    expect(judged.refusal).toEqual({ code: 'json_syntax', requirement: 'OA-JSON-06', evidence: {} });
    expect(judged.lines.map(({ outcome }) => outcome)).toEqual(['refused', 'not_reached']);
    const read = await verify([small], async () => ({ value: 1 }));
    expect(read).toMatchObject({ verdict: 'accepted', facts: { value: 1 } });
  });

  test('the synchronous judge takes no promise for a pass', () => {
    expect(() => judgeNow([slow], { value: 0 })).toThrow(TypeError);
    expect(judgeNow([small, floor], { value: 0 }).refusal?.code).toBe('x509_expired');
    expect(judgeNow([small, duty], { value: 0 })).toMatchObject({ verdict: 'accepted', obligations: [{}] });
  });

  test('checks within a part can still be replaced', async () => {
    const wrapped = within('part', (facts: { part: Facts }) => facts.part, [small]);
    const facts = { part: { value: 12 } };
    expect((await judge(wrapped, facts)).lines).toMatchObject([{ check: 'part: small', outcome: 'refused' }]);
    const { run } = small;
    small.run = () => undefined;
    expect((await judge(wrapped, facts)).verdict).toBe('accepted');
    small.run = run;
  });

  test('a clause held only if it was judged, everywhere it stands', async () => {
    const judged = await judge([small, even], { value: 11 });
    expect(clauseHeld(judged, 'OA-TST-01')).toBe(false);
    expect(clauseHeld(judged, 'OA-TST-02')).toBe(false);
    expect(clauseHeld(judged, 'OA-TST-09')).toBe(false);
    expect(clauseHeld(await judge([small], { value: 1 }), 'OA-TST-01')).toBe(true);
  });
});
