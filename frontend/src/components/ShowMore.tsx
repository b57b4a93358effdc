import { Box, type ButtonProps } from '@mantine/core';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { BusyButton } from './BusyButton';
import { ProblemNote } from './Frame';

type Pages = Pick<
  UseInfiniteQueryResult<unknown, unknown>,
  'error' | 'isError' | 'hasNextPage' | 'isFetchingNextPage' | 'isFetchNextPageError'
> & { fetchNextPage: () => Promise<unknown> };

/** Whether the list itself could not be fetched; what keeps more of it away is told where more was asked for. */
export const isLost = ({ isError, isFetchNextPageError }: Pages) => isError && !isFetchNextPageError;

interface Props extends Omit<ButtonProps, 'loading'> {
  of: Pages;
}

/** At the end of a list that is not all there: more of it, or why there is no more and how to try again. */
export function ShowMore({ of: pages, children, ...button }: Props) {
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, error, fetchNextPage } = pages;
  if (isFetchNextPageError)
    return (
      <Box p="md">
        <ProblemNote failure={error} onRetry={() => void fetchNextPage()} />
      </Box>
    );
  if (!hasNextPage) return null;
  return (
    <Box p="sm" ta="center">
      <BusyButton
        size="xs"
        variant="default"
        {...button}
        loading={isFetchingNextPage}
        onClick={() => void fetchNextPage()}
      >
        {children}
      </BusyButton>
    </Box>
  );
}
