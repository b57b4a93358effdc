// @vitest-environment jsdom
import '@/test/dom';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { queryClient } from '@/api/client';
import { session, useSessionExpired } from '@/api/session';
import type { Run } from '@/api/types';
import { useRunLive } from './useRunLive';

class Stream extends EventTarget {
  static readonly CLOSED = 2;
  static opened: Stream[] = [];
  readyState = 1;
  constructor() {
    super();
    Stream.opened.push(this);
  }
  close() {
    this.readyState = Stream.CLOSED;
  }
  isRefused() {
    this.readyState = Stream.CLOSED;
    this.dispatchEvent(new Event('error'));
  }
}

function Shown() {
  const { run } = useRunLive('r1');
  const expired = useSessionExpired();
  return (
    <p>
      {run.data?.state} {expired && 'session over'}
    </p>
  );
}

let signedIn = true;
const run = { id: 'r1', state: 'STOPPING' } as Run;

beforeEach(() => {
  Stream.opened = [];
  signedIn = true;
  vi.stubGlobal('EventSource', Stream);
  vi.stubGlobal(
    'fetch',
    vi.fn(() => Promise.resolve(signedIn ? Response.json(run) : Response.json({}, { status: 401 }))),
  );
  session.signedIn('mara');
});

test('M18 M30 a refused stream of a run that is stopping tells at once that the session has ended', async () => {
  render(
    <QueryClientProvider client={queryClient}>
      <Shown />
    </QueryClientProvider>,
  );
  await screen.findByText('STOPPING');
  signedIn = false;
  act(() => Stream.opened[0]?.isRefused());

  // Sooner than it would be asked for again by itself.
  expect(await screen.findByText('STOPPING session over', {}, { timeout: 2_000 })).toBeInTheDocument();
});
