// @vitest-environment jsdom
import '@/test/dom';
import { MantineProvider } from '@mantine/core';
import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { RunFile } from '@/api/types';
import { FileStateBadge } from './StateBadge';

const word = (state: RunFile['state'], ended: boolean) =>
  render(
    <MantineProvider>
      <FileStateBadge state={state} ended={ended} />
    </MantineProvider>,
  ).container.querySelector('.state-badge')?.textContent;

test('M18 in a run that has ended no file is being read or waits', () => {
  expect(word('READING', false)).toBe('Reading');
  expect(word('READING', true)).toBe('Read in part');
  expect(word('WAITING', true)).toBe('Not read');
  expect(word('FINISHED', true)).toBe('Finished');
});
