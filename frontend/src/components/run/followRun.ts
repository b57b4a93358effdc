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
/** The service says a run again every 15 seconds. What says nothing for longer is dead, though it may look open. */
const deadAfter = 40_000;

/** Listens to a run until it has ended or the returned function is called. */
export function followRun(runId: string, hearing: Hearing): () => void {
  let source: EventSource | undefined;
  let reopening: ReturnType<typeof setTimeout> | undefined;

  const reopen = () => {
    hearing.works(false);
    source?.close();
    open();
  };
  const waitAtMost = (milliseconds: number) => {
    clearTimeout(reopening);
    reopening = setTimeout(reopen, milliseconds);
  };
  const open = () => {
    const stream = new EventSource(paths.runEvents(runId));
    source = stream;
    waitAtMost(deadAfter);
    stream.addEventListener('run', (event: MessageEvent<string>) => {
      const run = JSON.parse(event.data) as Run;
      waitAtMost(deadAfter);
      if (!isGoing(run.state)) {
        clearTimeout(reopening);
        // The service closes after the last event; closing first keeps that from looking like a failure.
        stream.close();
      }
      hearing.works(true);
      hearing.run(run);
    });
    stream.addEventListener('error', () => {
      hearing.works(false);
      // A stream that merely broke reconnects by itself; one that was refused does not.
      waitAtMost(stream.readyState === EventSource.CLOSED ? reopenAfter : deadAfter);
    });
  };
  open();

  return () => {
    clearTimeout(reopening);
    source?.close();
  };
}
