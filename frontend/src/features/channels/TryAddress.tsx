import { Box, Button, Group, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCircleCheck, IconCircleOff } from '@tabler/icons-react';
import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { $api } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { ChannelOfPage } from '@/api/types';
import type { ChannelFilter } from '@/components/channels/filter';
import { ProblemNote, Section } from '@/components/Frame';
import { tooLongToAsk } from '@/lib/pageAddress';
import { text } from '@/lib/text';

const words = text.channels.try;

interface Props {
  /** Of the list beside which a channel is opened. */
  filter: ChannelFilter;
  onAdd: ((hostname: string) => void) | undefined;
}

/** Which channel the address of a page belongs to, and why. */
export function TryAddress({ filter, onAdd }: Props) {
  const [typed, setTyped] = useState('');
  const [url] = useDebouncedValue(typed.trim(), 250);
  const tooLong = tooLongToAsk(typed.trim());
  const found = $api.useQuery(
    'get',
    '/api/v1/channels/try',
    { params: { query: { url } } },
    { enabled: url !== '' && tooLongToAsk(url) === undefined, retry: false, placeholderData: keepPreviousData },
  );
  const wrong = found.isError ? asProblem(found.error).errors?.[0]?.message : undefined;
  const told = url !== '' && tooLong === undefined && typed.trim() === url;
  return (
    <Section title={words.title}>
      <Box p="md">
        <TextInput
          label={words.label}
          description={words.help}
          placeholder="https://www.example.com/support/"
          inputMode="url"
          value={typed}
          error={tooLong ?? (told && wrong)}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Box role="status" mt="sm" mih={24}>
          {told && found.isSuccess && <Answer found={found.data} filter={filter} onAdd={onAdd} />}
        </Box>
        {told && found.isError && !wrong && <ProblemNote failure={found.error} />}
      </Box>
    </Section>
  );
}

function Answer({ found, filter, onAdd }: Props & { found: ChannelOfPage }) {
  const { channel, foundBy, hostname, pathAndQuery } = found;
  return (
    <Group gap="sm" align="flex-start" wrap="nowrap">
      {channel ? (
        <IconCircleCheck size={20} aria-hidden style={{ color: 'var(--state-good)', flex: 'none' }} />
      ) : (
        <IconCircleOff size={20} aria-hidden style={{ color: 'var(--state-idle)', flex: 'none' }} />
      )}
      <Box miw={0} style={{ overflowWrap: 'anywhere' }}>
        {channel ? (
          <Text>
            {words.belongs}{' '}
            <Link className="link" to="/channels" search={{ ...filter, channel: channel.id }}>
              <bdi>{channel.name}</bdi>
            </Link>
            {foundBy === 'ALIAS' ? words.byAlias(hostname) : words.byHostname(hostname)}
          </Text>
        ) : (
          <>
            <Text>{words.nothing(hostname)}</Text>
            {onAdd && (
              <Button variant="default" size="xs" mt="xs" onClick={() => onAdd(hostname)}>
                {words.add}
              </Button>
            )}
          </>
        )}
        <Text size="sm" c="dimmed" mt={4}>
          {words.rulesSee} <code style={{ overflowWrap: 'anywhere' }}>{pathAndQuery}</code>
        </Text>
      </Box>
    </Group>
  );
}
