import { expect, test } from 'vitest';
import { byName } from './byName';

test('M2 names are in the order of the alphabet, whether they begin with a capital or not', () => {
  expect(['SAP', 'promio.connect', 'SFTP', 'Salesforce'].toSorted(byName)).toEqual([
    'promio.connect',
    'Salesforce',
    'SAP',
    'SFTP',
  ]);
});
