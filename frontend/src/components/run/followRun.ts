import type { Run, RunState } from '@/api/types';
import { paths } from '@/lib/paths';

export function isGoing(state: RunState): boolean {
  return state === 'QUEUED' || state === 'RUNNING' || state === 'STOPPING';
}

interface Hearing {
  run: (run: Run) => void;
  works: (works: boolean) => void;
}

const reopenAfter = 10_000;

/** Listens to a run until it has ended or the returned function is called. */
export function followRun(runId: string, hearing: Hearing): () => void {
  let source: EventSource | undefined;
  let reopening: ReturnType<typeof setTimeout> | undefined;

  const open = () => {
    const stream = new EventSource(paths.runEvents(runId));
    source = stream;
    stream.addEventListener('run', (event: MessageEvent<string>) => {
      const run = JSON.parse(event.data) as Run;
      // The service closes after the last event; closing first keeps that from looking like a failure.
      if (!isGoing(run.state)) stream.close();
      hearing.works(true);
      hearing.run(run);
    });
    stream.addEventListener('error', () => {
      hearing.works(false);
      // A stream that merely broke reconnects by itself; one that was refused does not.
      if (stream.readyState === EventSource.CLOSED) reopening = setTimeout(open, reopenAfter);
    });
  };
  open();

  return () => {
    clearTimeout(reopening);
    source?.close();
  };
}
