import { Box } from '@mantine/core';
import { asProblem } from '@/api/problem';
import { ProblemNote } from '@/components/Frame';

/** What did not work, with each place that it did not work for; those at a field of one's own are left out. */
export function RefusedNote({ failure, shownElsewhere = [] }: { failure: unknown; shownElsewhere?: string[] }) {
  const errors = (asProblem(failure).errors ?? []).filter(({ pointer }) => !shownElsewhere.includes(pointer));
  return (
    <>
      <ProblemNote failure={failure} />
      {errors.length > 0 && (
        <Box component="ul" m={0} pl="lg" fz="sm">
          {errors.map(({ pointer, message }) => (
            <li key={pointer}>{message}</li>
          ))}
        </Box>
      )}
    </>
  );
}
