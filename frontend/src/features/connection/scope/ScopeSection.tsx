import { Anchor, Box, Button, CloseButton, Group, Radio, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { $api } from '@/api/client';
import type { ConnectionContent, ConnectionType, FieldError, Scope, ScopeRule } from '@/api/types';
import { ChannelLogo } from '@/components/channels/ChannelLogo';
import { useEditing } from '@/components/editing';
import { Section } from '@/components/Frame';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { AddChannel } from './AddChannel';
import { RulesDrawer } from './RulesDrawer';
import { chosenOf } from './scopeWords';
import { SearchChannels } from './SearchChannels';
import { useTrial } from './trial';
import { TryPage } from './TryPage';
import { useChannels } from './useChannels';

const words = text.scope;

type Chosen = Extract<Scope, { kind: 'CHOSEN' }>['channels'];

/** On which channels, and on which of their pages, a connection is active. */
export function ScopeSection({ type }: { type: ConnectionType }) {
  const { setValue, control } = useFormContext<ConnectionContent>();
  const scope = useWatch({ control, name: 'scope' });
  const { mayWrite } = useEditing();
  // Whoever looks at the other choice finds this one as it was.
  const left = useRef<Chosen>(scope.kind === 'CHOSEN' ? scope.channels : []);
  const [url, setUrl] = useState('');
  const trial = useTrial(scope, url);
  const set = (next: Scope) => {
    if (next.kind === 'CHOSEN') left.current = next.channels;
    setValue('scope', next, { shouldDirty: true });
  };
  return (
    <Section title={words.title}>
      <Stack p="md" maw={720} gap="md" data-pointer="/scope">
        {type.mode === 'BATCH' && (
          <Text size="sm" c="dimmed">
            {words.batch}
          </Text>
        )}
        <Radio.Group
          aria-label={words.where}
          value={scope.kind}
          onChange={(kind) => set(kind === 'CHOSEN' ? { kind, channels: left.current } : { kind: 'EVERYWHERE' })}
        >
          <Stack gap="xs">
            <Radio value="EVERYWHERE" label={words.all} description={words.allText} disabled={!mayWrite} />
            <Radio value="CHOSEN" label={words.chosen} description={words.chosenText} disabled={!mayWrite} />
          </Stack>
        </Radio.Group>
        {scope.kind === 'CHOSEN' && (
          <ChosenChannels
            channels={scope.channels}
            tried={trial.errors}
            onChannels={(channels) => set({ kind: 'CHOSEN', channels })}
          />
        )}
        <TryPage url={url} trial={trial} onUrl={setUrl} />
      </Stack>
    </Section>
  );
}

interface ChosenProps {
  channels: Chosen;
  /** What kept a page from being tried. */
  tried: FieldError[];
  onChannels: (channels: Chosen) => void;
}

function ChosenChannels({ channels, tried, onChannels }: ChosenProps) {
  const { mayWrite, issues } = useEditing();
  const ids = chosenOf({ kind: 'CHOSEN', channels });
  const { of, nameOf } = useChannels(ids);
  const [open, setOpen] = useState<string>();
  const [searching, setSearching] = useState(false);
  const openAt = channels.findIndex(({ channelId }) => channelId === open);
  const opened = channels[openAt];
  const add = (more: string[]) =>
    onChannels([...channels, ...more.filter((id) => !ids.includes(id)).map((channelId) => ({ channelId, rules: [] }))]);
  const withRules = (rules: ScopeRule[]) =>
    onChannels(channels.map((each, index) => (index === openAt ? { ...each, rules } : each)));
  return (
    <Box>
      {channels.length === 0 && (
        <Text role="status" c="var(--state-warn)" size="sm" mb="sm">
          {words.nowhereText}
        </Text>
      )}
      {channels.length > 0 && (
        <ul className="scope-channels" aria-label={words.list}>
          {channels.map(({ channelId, rules }, index) => {
            const channel = of(channelId);
            const name = nameOf(channelId);
            const pointer = `/scope/channels/${index}`;
            const wrong = together(issues(pointer), tried, `${pointer}/`);
            return (
              <li key={channelId} data-pointer={pointer}>
                <ChannelLogo kind={channel?.kind ?? 'WEBSITE'} logo={channel?.logo} size={24} />
                <Box miw={0} style={{ overflowWrap: 'anywhere' }}>
                  <bdi>{name}</bdi>
                  <Text size="xs" c="dimmed">
                    {channel?.hostname ?? channel?.appId ?? (channel && text.channels.kinds[channel.kind])}
                  </Text>
                  {wrong.length > 0 && (
                    <Text size="xs" c="var(--state-bad)" role="alert">
                      {wrong[0]?.code === 'channel-gone' ? words.goneText : words.faults(wrong.length)}
                    </Text>
                  )}
                </Box>
                {(channel === undefined || channel.kind === 'WEBSITE' || rules.length > 0) && (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-expanded={open === channelId}
                    aria-haspopup="dialog"
                    aria-label={words.openRules(name, rules.length)}
                    onClick={() => setOpen(channelId)}
                  >
                    {words.rules(rules.length)}
                  </Button>
                )}
                {mayWrite && (
                  <CloseButton
                    ml="auto"
                    aria-label={words.takeOut(name)}
                    onClick={() => onChannels(channels.filter((_, other) => other !== index))}
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
      {mayWrite && <AddOrMake chosen={ids} onAdd={add} onSearch={() => setSearching(true)} />}
      {searching && <SearchChannels chosen={ids} onAdd={add} onClose={() => setSearching(false)} />}
      {opened && (
        <RulesDrawer
          channelId={opened.channelId}
          channel={of(opened.channelId)}
          name={nameOf(opened.channelId)}
          pointer={`/scope/channels/${openAt}/rules`}
          rules={opened.rules}
          onRules={withRules}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Box>
  );
}

/** One thing that is wrong may be known from saving and from trying. */
function together(saving: FieldError[], trying: FieldError[], under: string): FieldError[] {
  const others = trying.filter(
    ({ pointer }) => pointer.startsWith(under) && !saving.some((known) => known.pointer === pointer),
  );
  return [...saving, ...others];
}

/** Where there is no channel at all, typing ahead finds nothing. */
function AddOrMake(props: { chosen: string[]; onAdd: (ids: string[]) => void; onSearch: () => void }) {
  const some = $api.useQuery('get', '/api/v1/channels', { params: { query: { limit: 1 } } });
  if (some.data?.items.length === 0)
    return (
      <Group gap="xs">
        <Text size="sm">{words.noChannels}</Text>
        <Anchor component={Link} to={paths.channels()} size="sm">
          {words.toChannels}
        </Anchor>
      </Group>
    );
  return <AddChannel {...props} />;
}
