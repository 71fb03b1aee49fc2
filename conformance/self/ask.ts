/** Prints what the reference verifier says about one vector: `node conformance/self/ask.ts <id>` */
import { allVectors, questionOf } from '../files.ts';
import { judge } from '../subject.ts';

const [, , id = ''] = process.argv;
const placed = allVectors().find(({ vector }) => vector.id === id);
if (placed === undefined) throw new Error(`No vector ${id}.`);
console.log(JSON.stringify(await judge(questionOf(placed.group, placed.vector))));
