import { Button, Combobox, Group, InputBase, Stack, Text, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { keepPreviousData } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { $api } from '@/api/client';
import type { Channel } from '@/api/types';
import { ChannelLogo } from '@/components/channels/ChannelLogo';
import { text } from '@/lib/text';

const words = text.scope;
const OFFERED = 20;

interface Props {
  chosen: string[];
  onAdd: (ids: string[]) => void;
  onSearch: () => void;
}

const isMeant = ({ name, hostname, appId, aliases }: Channel, typed: string) =>
  [name, hostname, appId, ...aliases].some((one) => one?.toLowerCase().includes(typed.trim().toLowerCase()));

/** Channels by type-ahead; what is chosen already is not offered again. */
export function AddChannel({ chosen, onAdd, onSearch }: Props) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 120);
  const found = $api.useQuery(
    'get',
    '/api/v1/channels',
    { params: { query: { limit: Math.min(200, OFFERED + chosen.length), ...(asked ? { search: asked } : {}) } } },
    { placeholderData: keepPreviousData },
  );
  // Until the answer to what was typed is there, Enter must not take what only the one before found.
  const settled = asked === typed.trim() && !found.isPlaceholderData;
  const offered = (found.data?.items ?? [])
    .filter((channel) => !chosen.includes(channel.id) && (settled || isMeant(channel, typed)))
    .slice(0, OFFERED);
  // What the service found arrives after what was typed: Enter takes the first of it all the same.
  const { selectFirstOption } = combobox;
  const arrived = typed.trim() === '' ? '' : offered.map(({ id }) => id).join();
  useEffect(() => {
    if (arrived !== '') selectFirstOption();
  }, [arrived, selectFirstOption]);
  return (
    <Group gap="xs" align="flex-end" wrap="wrap">
      <Combobox
        keepMounted={false}
        store={combobox}
        onOptionSubmit={(id) => {
          onAdd([id]);
          setTyped('');
          combobox.closeDropdown();
        }}
      >
        <Combobox.Target withExpandedAttribute>
          <InputBase
            role="combobox"
            label={words.add}
            placeholder={words.addPlaceholder}
            style={{ flex: '1 1 240px' }}
            rightSection={<Combobox.Chevron />}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              combobox.openDropdown();
              combobox.selectFirstOption();
            }}
            onFocus={() => combobox.openDropdown()}
            onClick={() => combobox.openDropdown()}
            onBlur={() => {
              setTyped('');
              combobox.closeDropdown();
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Options aria-label={text.channels.title} mah={280} style={{ overflowY: 'auto' }}>
            {offered.length === 0 && <Combobox.Empty>{found.isSuccess ? words.nothing : text.loading}</Combobox.Empty>}
            {offered.map(({ id, name, kind, logo, hostname, appId }) => (
              <Combobox.Option key={id} value={id}>
                <Group gap="xs" wrap="nowrap" miw={0}>
                  <ChannelLogo kind={kind} logo={logo} size={24} />
                  <Stack gap={0} miw={0}>
                    <bdi className="clipped">{name}</bdi>
                    <Text size="xs" c="dimmed" className="clipped">
                      {hostname ?? appId ?? text.channels.kinds[kind]}
                    </Text>
                  </Stack>
                </Group>
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <Button variant="default" leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />} onClick={onSearch}>
        {words.advanced}
      </Button>
    </Group>
  );
}
