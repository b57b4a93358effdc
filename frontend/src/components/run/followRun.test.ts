import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Run } from '@/api/types';
import { followRun, isGoing } from './followRun';

class Stream extends EventTarget {
  static readonly CLOSED = 2;
  static opened: Stream[] = [];
  readyState = 1;
  constructor(readonly url: string) {
    super();
    Stream.opened.push(this);
  }
  close() {
    this.readyState = Stream.CLOSED;
  }
  tell(run: Partial<Run>) {
    this.dispatchEvent(new MessageEvent('run', { data: JSON.stringify(run) }));
  }
  fail(readyState: number) {
    this.readyState = readyState;
    this.dispatchEvent(new Event('error'));
  }
}

const heard = { run: vi.fn(), works: vi.fn() };

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Stream);
  Stream.opened = [];
  heard.run.mockReset();
  heard.works.mockReset();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('M18 following a run', () => {
  it('tells each news of the run', () => {
    followRun('r1', heard);

    Stream.opened[0]!.tell({ id: 'r1', state: 'RUNNING' });

    expect(heard.run).toHaveBeenCalledWith({ id: 'r1', state: 'RUNNING' });
    expect(heard.works).toHaveBeenLastCalledWith(true);
  });

  it('closes the stream itself when the run has ended', () => {
    followRun('r1', heard);

    Stream.opened[0]!.tell({ id: 'r1', state: 'FINISHED' });

    expect(Stream.opened[0]!.readyState).toBe(Stream.CLOSED);
  });

  it('says when the stream is broken and leaves reconnecting to the browser', () => {
    followRun('r1', heard);

    Stream.opened[0]!.fail(0);
    vi.advanceTimersByTime(30_000);

    expect(heard.works).toHaveBeenLastCalledWith(false);
    expect(Stream.opened).toHaveLength(1);
  });

  it('opens a refused stream again after a while', () => {
    followRun('r1', heard);

    Stream.opened[0]!.fail(Stream.CLOSED);
    vi.advanceTimersByTime(10_000);

    expect(Stream.opened).toHaveLength(2);
  });

  it('takes a stream that looks open and says nothing for broken, and opens another', () => {
    followRun('r1', heard);
    Stream.opened[0]!.tell({ id: 'r1', state: 'RUNNING' });

    vi.advanceTimersByTime(40_000);

    expect(heard.works).toHaveBeenLastCalledWith(false);
    expect(Stream.opened.map(({ readyState }) => readyState)).toEqual([Stream.CLOSED, 1]);
  });

  it('leaves a stream open that says the same again and again', () => {
    followRun('r1', heard);

    for (let quarter = 0; quarter < 8; quarter++) {
      Stream.opened[0]!.tell({ id: 'r1', state: 'RUNNING' });
      vi.advanceTimersByTime(15_000);
    }

    expect(heard.works).toHaveBeenLastCalledWith(true);
    expect(Stream.opened).toHaveLength(1);
  });

  it('opens nothing any more once the run has ended', () => {
    followRun('r1', heard);

    Stream.opened[0]!.tell({ id: 'r1', state: 'FINISHED' });
    vi.advanceTimersByTime(60_000);

    expect(Stream.opened).toHaveLength(1);
  });

  it('opens nothing any more once it is given up', () => {
    const stop = followRun('r1', heard);

    Stream.opened[0]!.fail(Stream.CLOSED);
    stop();
    vi.advanceTimersByTime(60_000);

    expect(Stream.opened).toHaveLength(1);
  });

  it.each([
    ['QUEUED', true],
    ['RUNNING', true],
    ['STOPPING', true],
    ['STOPPED', false],
    ['FAILED', false],
    ['FINISHED', false],
  ] as const)('takes a run that is %s as going on: %s', (state, going) => {
    expect(isGoing(state)).toBe(going);
  });
});
