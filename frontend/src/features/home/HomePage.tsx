import { Stack } from '@mantine/core';
import { PageHead } from '@/components/Frame';
import { text } from '@/lib/text';
import { AttentionPanel } from './AttentionPanel';
import { ChartsPanel } from './ChartsPanel';
import { FirstSteps, useFirstSteps, Welcome } from './FirstSteps';
import { FavoritesPanel, LastUsedPanel } from './MarkedPanels';
import type { Range } from './range';
import { EndedPanel, RunningAndNext } from './RunsPanels';

/** What needs somebody, what runs, and how it went. Every panel asks, waits and fails for itself. */
export function HomePage({ range, onRange }: { range: Range; onRange: (range: Range) => void }) {
  const first = useFirstSteps();
  return (
    <>
      <PageHead title={text.home.title} purpose={text.home.purpose} />
      {first?.nothing ? (
        <Welcome steps={first.steps} />
      ) : (
        <div className="home-grid">
          <Stack gap="lg" miw={0}>
            {first && <FirstSteps steps={first.steps} />}
            <AttentionPanel />
            <RunningAndNext />
            <EndedPanel />
          </Stack>
          <Stack gap="lg" miw={0}>
            <FavoritesPanel />
            <ChartsPanel range={range} onRange={onRange} />
            <LastUsedPanel />
          </Stack>
        </div>
      )}
    </>
  );
}
