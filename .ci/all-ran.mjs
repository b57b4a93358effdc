// Fails when a test in a browser was left out: what did not run proves nothing.
import { existsSync, readFileSync } from 'node:fs';

const [file] = process.argv.slice(2);
const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = existsSync(file)
  ? JSON.parse(readFileSync(file, 'utf8')).stats
  : {};
console.log(`Tests in a browser: ${expected} passed, ${unexpected} failed, ${flaky} flaky, ${skipped} left out`);
process.exitCode = expected + flaky > 0 && unexpected === 0 && skipped === 0 ? 0 : 1;
