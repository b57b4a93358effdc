import { List, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '@/api/types';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';

const words = text.channels;

/** The connections that have chosen a channel, the first of them by name. */
export function UsedBy({
  channel,
  count,
  usedBy,
}: {
  /** Its id. */
  channel: string;
  count: number;
  usedBy: Schemas['ChannelUse'][];
}) {
  return (
    <>
      <Text size="sm">{words.usedBy(count)}</Text>
      <List size="sm" style={{ maxHeight: 200, overflow: 'auto', overflowWrap: 'anywhere' }}>
        {usedBy.map(({ id, name }) => (
          <List.Item key={id}>
            <Link className="link" to={paths.connection(id)}>
              <bdi>{name}</bdi>
            </Link>
          </List.Item>
        ))}
      </List>
      {count > usedBy.length && (
        <Text size="sm">
          <Link className="link" to={paths.connectionsOn(channel)}>
            {words.andOthers(count - usedBy.length)}
          </Link>
        </Text>
      )}
    </>
  );
}
