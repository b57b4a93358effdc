// Prints the line `proved M1 M2 …`: every requirement that a test names, of which at least one such
// test ran and passed and none failed. It reads what the test runners wrote, never the sources.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const [home, reports] = process.argv.slice(2);
const passed = new Set();
const failed = new Set();

const hear = (title, outcome) => {
  const heard = { passed, failed }[outcome];
  for (const [number] of title.matchAll(/\bM\d+\b/g)) heard?.add(number);
};

const modules = readdirSync(home).filter((name) => name.startsWith('connections-'));
for (const module of [...modules, 'deploy/local']) {
  const folder = join(home, module, 'target/proved');
  for (const file of existsSync(folder) ? readdirSync(folder) : []) {
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) hear(line, line.split(' ')[1]);
  }
}

const report = (name) => {
  const file = join(reports, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
};

for (const file of report('vitest.json')?.testResults ?? []) {
  for (const test of file.assertionResults) hear(test.fullName, test.status);
}

const suites = (suite, above) => {
  const title = `${above} ${suite.title}`;
  for (const inner of suite.suites ?? []) suites(inner, title);
  for (const spec of suite.specs ?? []) {
    const ran = spec.tests.some((test) => test.status !== 'skipped');
    if (ran) hear(`${title} ${spec.title}`, spec.ok ? 'passed' : 'failed');
  }
};
for (const name of ['playwright-mock.json', 'playwright-tag.json', 'playwright-real.json']) {
  for (const suite of report(name)?.suites ?? []) suites(suite, '');
}

const proved = [...passed].filter((number) => !failed.has(number));
proved.sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
console.log(['proved', ...proved].join(' '));
