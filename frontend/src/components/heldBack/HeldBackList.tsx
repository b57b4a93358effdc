import { Button, Text } from '@mantine/core';
import { Fragment, useId, useState } from 'react';
import { ObjectiveLink } from '@/components/objectives/ObjectiveLink';
import { formatNumber, formatShare } from '@/lib/format';
import { text } from '@/lib/text';
import { type HeldBackRecords, verdictOf } from './heldBackOf';

/** A connection may be linked to a hundred objectives. */
const FIRST = 5;

/** @param of most first */
export function HeldBackList({ of: heldBack, id }: { of: HeldBackRecords[]; id?: string }) {
  const title = useId();
  if (heldBack.length === 0) return null;
  const all = heldBack.reduce((sum, { records }) => sum + records, 0);
  return (
    <section id={id} aria-labelledby={title} className="held-back">
      <Text id={title} size="sm" fw={500}>
        {text.heldBack.title}
      </Text>
      <ul className="tabular">
        {heldBack.map((one) => (
          <li key={verdictOf(one)}>
            <Text size="sm" className="held-back-why">
              <Why {...one} />{' '}
            </Text>
            <span className="held-back-bar" aria-hidden>
              <span style={{ width: `${(one.records / all) * 100}%` }} />
            </span>
            <Text size="sm" fw={600} ta="right">
              {formatNumber(one.records)}{' '}
              <Text span size="xs" c="dimmed" fw={400}>
                {formatShare(one.records / all)}
              </Text>
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Why({ rule, objectives }: HeldBackRecords) {
  const [open, setOpen] = useState(false);
  const shown = open ? objectives : objectives.slice(0, FIRST);
  const more = objectives.length - shown.length;
  return (
    <>
      {text.heldBack.rules[rule]}
      {rule !== 'CONSENT_UNREADABLE' && (
        <>
          {shown.map((id, place) => (
            <Fragment key={id}>
              {place === 0 ? ' ' : place === objectives.length - 1 ? ` ${text.heldBack.or} ` : ', '}
              <ObjectiveLink id={id} />
            </Fragment>
          ))}
          {more > 0 && (
            <>
              {' '}
              <Button size="compact-xs" variant="subtle" onClick={() => setOpen(true)}>
                {text.heldBack.more(more)}
              </Button>
            </>
          )}
        </>
      )}
    </>
  );
}
