import { Button, Checkbox, Group, Radio, Stack } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { text } from '@/lib/text';
import { isAsked, type Answers } from './state';
import type { Change } from './useAnswers';

const wishes = ['BRING_DATA_IN', 'SEND_DATA_OUT', 'ACTIVATE_AUDIENCES'] as const;
const freshnesses = ['BATCH', 'REAL_TIME'] as const;

interface Props {
  answers: Answers;
  change: Change;
  onBack: () => void;
  onNext: () => void;
}

/** What is wanted from being connected, and how fresh it has to be. */
export function WishesStep({ answers, change, onBack, onNext }: Props) {
  const [refused, setRefused] = useState(false);
  return (
    <Stack gap="lg">
      <div className="panel" style={{ padding: 16 }}>
        <Checkbox.Group
          label={text.discovery.wishesLabel}
          labelProps={{ fz: 'md', fw: 600 }}
          value={answers.wishes}
          onChange={(chosen) => change((before) => ({ ...before, wishes: chosen }))}
          error={refused && answers.wishes.length === 0 ? text.discovery.needsWish : undefined}
        >
          <Stack gap="md" my="sm">
            {wishes.map((wish) => {
              const [label, description] = text.discovery.wishes[wish];
              return <Checkbox key={wish} value={wish} label={label} description={description} />;
            })}
          </Stack>
        </Checkbox.Group>
      </div>
      <div className="panel" style={{ padding: 16 }}>
        <Radio.Group
          label={text.discovery.freshnessLabel}
          labelProps={{ fz: 'md', fw: 600 }}
          value={answers.freshness ?? null}
          onChange={(chosen) => change((before) => ({ ...before, freshness: chosen }))}
          error={refused && answers.freshness === undefined ? text.discovery.needsFreshness : undefined}
        >
          <Stack gap="md" my="sm">
            {freshnesses.map((freshness) => {
              const [label, description] = text.discovery.freshness[freshness];
              return <Radio key={freshness} value={freshness} label={label} description={description} />;
            })}
          </Stack>
        </Radio.Group>
      </div>
      <Group justify="space-between">
        <Button variant="default" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={onBack}>
          {text.discovery.back}
        </Button>
        <Button
          rightSection={<IconArrowRight size={16} aria-hidden />}
          onClick={() => (isAsked(answers) ? onNext() : setRefused(true))}
        >
          {text.discovery.propose}
        </Button>
      </Group>
    </Stack>
  );
}
