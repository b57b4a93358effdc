import { Box, Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, done } from '@/api/client';
import { BusyButton } from '@/components/BusyButton';
import { ChannelFilterFields } from '@/components/channels/ChannelFilterFields';
import { ChannelLogo } from '@/components/channels/ChannelLogo';
import { asked, type ChannelFilter } from '@/components/channels/filter';
import { ProblemNote, Waiting } from '@/components/Frame';
import { RelativeTime } from '@/components/Time';
import { text } from '@/lib/text';

const words = text.scope;
const SHOWN = 100;

interface Props {
  chosen: string[];
  onAdd: (ids: string[]) => void;
  onClose: () => void;
}

/** Several channels at once, by kind, label and when they were seen last. */
export function SearchChannels({ chosen, onAdd, onClose }: Props) {
  const [filter, setFilter] = useState<ChannelFilter>({});
  const [ticked, setTicked] = useState<string[]>([]);
  const found = useQuery({
    queryKey: ['get', '/api/v1/channels', 'search', filter],
    queryFn: ({ signal }) =>
      done(
        api.GET('/api/v1/channels', {
          params: { query: { ...asked(filter, Date.now()), limit: SHOWN } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const items = found.data?.items ?? [];
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.advancedTitle}
      size="lg"
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      <Stack>
        <ChannelFilterFields filter={filter} onFilter={setFilter} />
        {found.isPending && <Waiting />}
        {found.isError && <ProblemNote failure={found.error} onRetry={() => void found.refetch()} />}
        {found.isSuccess && items.length === 0 && (
          <Text c="dimmed" role="status">
            {text.channels.noMatchTitle}
          </Text>
        )}
        {items.length > 0 && (
          <Box className="scroller" mah="45vh" tabIndex={0} role="group" aria-label={text.channels.title}>
            <Stack gap={4}>
              {items.map(({ id, name, kind, logo, hostname, appId, lastSeen }) => {
                const already = chosen.includes(id);
                return (
                  <Checkbox
                    key={id}
                    className="channel-choice"
                    checked={already || ticked.includes(id)}
                    disabled={already}
                    onChange={(event) =>
                      setTicked(event.currentTarget.checked ? [...ticked, id] : ticked.filter((other) => other !== id))
                    }
                    label={
                      <Group gap="xs" wrap="nowrap" miw={0} component="span">
                        <ChannelLogo kind={kind} logo={logo} size={24} />
                        <span style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
                          <bdi>{name}</bdi>
                          <Text span size="xs" c="dimmed" display="block">
                            {hostname ?? appId ?? text.channels.kinds[kind]}
                            {' · '}
                            {lastSeen ? (
                              <>
                                {text.channels.seenAt} <RelativeTime at={lastSeen} />
                              </>
                            ) : (
                              text.channels.neverSeenShort
                            )}
                            {already && ` · ${words.alreadyChosen}`}
                          </Text>
                        </span>
                      </Group>
                    }
                  />
                );
              })}
            </Stack>
          </Box>
        )}
        {found.data?.next !== undefined && (
          <Text size="sm" c="dimmed">
            {words.firstOnes(SHOWN)}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {text.common.cancel}
          </Button>
          <BusyButton
            disabled={ticked.length === 0}
            title={ticked.length === 0 ? words.chooseFirst : undefined}
            onClick={() => {
              onAdd(ticked);
              onClose();
            }}
          >
            {words.addChosen(ticked.length)}
          </BusyButton>
        </Group>
      </Stack>
    </Modal>
  );
}
