import { Box, Text } from '@mantine/core';
import type { Objective } from '@/api/types';
import { formatNumber, formatShare } from '@/lib/format';
import { text } from '@/lib/text';

/** How many profiles consented, refused and said nothing: a bar, and the numbers that it is made of. */
export function ConsentShares({ consents, long = false }: { consents: Objective['consents']; long?: boolean }) {
  const { granted, refused, unknown, estimated } = consents;
  const all = granted + refused + unknown;
  if (all === 0)
    return (
      <Text size="sm" c="dimmed">
        {text.objectives.noProfiles}
      </Text>
    );
  const parts = [
    { kind: 'granted', amount: granted, about: false },
    { kind: 'refused', amount: refused, about: false },
    { kind: 'unknown', amount: unknown, about: estimated },
  ] as const;
  return (
    <Box className="consent-shares" data-long={long || undefined}>
      <div className="consent-bar" aria-hidden>
        {parts.map(
          ({ kind, amount }) => amount > 0 && <span key={kind} data-kind={kind} style={{ flexGrow: amount / all }} />,
        )}
      </div>
      <ul className="consent-numbers tabular">
        {parts.map(({ kind, amount, about }) => (
          <li key={kind}>
            <span className="consent-key" data-kind={kind} aria-hidden />
            {text.objectives.shares[kind](
              about ? text.objectives.about(formatNumber(rounded(amount))) : formatNumber(amount),
              formatShare(amount / all),
            )}
          </li>
        ))}
      </ul>
    </Box>
  );
}

/** An estimate does not pretend to know more than its first digits. */
const rounded = (amount: number) => Number(amount.toPrecision(3));
