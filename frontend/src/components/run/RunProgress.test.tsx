// @vitest-environment jsdom
import '@/test/dom';
import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { RunState } from '@/api/types';
import { RunProgress } from './RunProgress';

function progress(state: RunState, bytesTotal: number) {
  render(
    <MantineProvider>
      <RunProgress state={state} progress={{ share: 0, bytesDone: 0, bytesTotal, recordsPerSecond: 0 }} />
    </MantineProvider>,
  );
}

test('M18 a run that does not know yet how much there is says that it starts', () => {
  progress('RUNNING', 0);

  expect(screen.getByText('Starting…')).toBeInTheDocument();
  expect(document.body).not.toHaveTextContent(/byte|records/);
});

test('M18 as soon as it knows, it says how much', () => {
  progress('RUNNING', 14_000_000);

  expect(document.body).toHaveTextContent('0%0 bytes of 14 MB · 0 records/s');
});

test('M18 a run that failed before it knew does not start any more', () => {
  progress('FAILED', 0);

  expect(screen.queryByText('Starting…')).toBeNull();
});
