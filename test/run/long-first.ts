import { createHash } from 'node:crypto';
import { relative, sep } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest: one that began last would be waited for alone, beside cores with nothing to do. */
const LONG = [
  'conformance/self/role-kills.test.ts',
  'test/e2e/start.test.ts',
  'scenarios/scenarios.test.ts',
  'conformance/roles/psp/psp.test.ts',
  'conformance/roles/agent/agent.test.ts',
  'conformance/roles/account/examples.test.ts',
  'src/issuer/psp/interconnect/interconnect.test.ts',
  'test/faults/issuer-kill.test.ts',
  'test/faults/kill.test.ts',
  'test/package/package.test.ts',
];

/**
 * Files in an order that the seed of the run decides, after the long ones; those of one project together, because a worker
 * that the next file cannot share ends.
 */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { root, sequence } = this.ctx.config;
    const keyed = files.map((file) => {
      const path = relative(root, file.moduleId).split(sep).join('/');
      const place = LONG.indexOf(path);
      const chance = createHash('sha256').update(`${sequence.seed} ${path}`).digest('hex');
      return { file, place: place === -1 ? LONG.length : place, chance: `${file.project.name} ${chance}` };
    });
    keyed.sort((one, other) => one.place - other.place || (one.chance < other.chance ? -1 : 1));
    return keyed.map(({ file }) => file);
  }
}
