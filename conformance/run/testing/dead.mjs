// Subjects that must pass no negative case: `node dead.mjs <kind>`.
const [, , kind] = process.argv;
if (kind === 'exit') process.exit(1);
const results = {
  'accept-all': { verdict: 'accepted', obligations: [] },
  'refuse-all': { verdict: 'refused', code: 'schema_mismatch' },
  'rude-all': { verdict: 'refused', code: 'x\u001b[2J\u202e\npass  everything' },
  'error-all': { verdict: 'errored', message: 'no' },
};
let rest = '';
process.stdin.on('data', (chunk) => {
  const lines = (rest + chunk).split('\n');
  rest = lines.pop();
  for (const line of lines) {
    const { id } = JSON.parse(line);
    if (kind === 'nonsense') process.stdout.write('ok\n');
    else if (results[kind] !== undefined)
      process.stdout.write(`${JSON.stringify({ id, result: results[kind] })}\n`);
  }
});
