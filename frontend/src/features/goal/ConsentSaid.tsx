import { Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { SaidConsent } from '@/api/types';
import { useObjectives, useZones } from '@/components/objectives/known';
import { formatExact } from '@/lib/format';
import { text } from '@/lib/text';

/** What somebody says of consent, in words: to what yes, to what no, under which law, and when. */
export function ConsentSaid({
  said,
  timed,
  unclear = false,
}: {
  said: SaidConsent;
  /** Whether it should be told that no time is said. */
  timed?: boolean;
  unclear?: boolean;
}) {
  const { nameOf } = useObjectives();
  const { find } = useZones();
  const { granted, refused, zone, statedAt } = said;
  const answers = granted.length + refused.length;
  const parts = [
    ...(unclear ? [{ tone: 'bad', words: text.consent.unclear }] : []),
    ...granted.map((id) => ({ tone: 'good', words: text.consent.granted(nameOf(id)) })),
    ...refused.map((id) => ({ tone: 'warn', words: text.consent.refused(nameOf(id)) })),
    ...(zone === undefined ? [] : [{ tone: '', words: text.consent.zone(find(zone)?.name ?? zone) }]),
    ...(statedAt === undefined
      ? timed !== undefined && answers > 0
        ? [{ tone: '', words: text.consent.statedAtRun }]
        : []
      : [{ tone: '', words: text.consent.statedAt(formatExact(statedAt)) }]),
  ];
  if (parts.length === 0)
    return (
      <Text span size="sm" c="dimmed">
        {text.consent.nothing}
      </Text>
    );
  return (
    <>
      {parts.map(({ tone, words }, index) => (
        <Text
          span
          size="sm"
          fw={500}
          key={words}
          style={{ overflowWrap: 'anywhere', ...(tone === '' ? {} : { color: `var(--state-${tone})` }) }}
        >
          {index > 0 && ' · '}
          {tone === 'good' && <IconCircleCheck size={14} aria-hidden className="in-line" />}
          {tone === 'warn' && <IconCircleX size={14} aria-hidden className="in-line" />}
          {words}
        </Text>
      ))}
    </>
  );
}
