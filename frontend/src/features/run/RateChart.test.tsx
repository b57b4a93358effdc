// @vitest-environment jsdom
import '@/test/dom';
import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { RateChart } from './RateChart';

const points = [10, 20].map((second) => ({
  at: `2026-03-01T10:00:${second}Z`,
  records: second * 1000,
  recordsPerSecond: 1000,
}));

function chart(shown: number, going: boolean) {
  render(
    <MantineProvider>
      <RateChart points={points.slice(0, shown)} going={going} />
    </MantineProvider>,
  );
}

test.each([0, 1])('M18 the chart of a run that has just begun, with %i moments, says that it measures', (shown) => {
  chart(shown, true);

  expect(screen.getByRole('status')).toHaveTextContent('Measuring… The chart begins with the second chunk.');
  expect(screen.queryByRole('img')).toBeNull();
});

test('M18 the chart of a run draws the rate from its second moment on', () => {
  chart(2, true);

  expect(screen.getByRole('img', { name: /Records per second\. Peak/ })).toBeInTheDocument();
});

test('M18 the chart of a run that is over does not say that it measures', () => {
  chart(1, false);

  expect(screen.getByRole('status')).not.toHaveTextContent('Measuring');
});
