import { ActionIcon, Box, Button, Group, List, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { $api, api, done } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { OtherZone, PrivacySettings, Regime } from '@/api/types';
import { BusyButton } from '@/components/BusyButton';
import { Confirm } from '@/components/confirm';
import { PageHead, ProblemNote, Section, Waiting } from '@/components/Frame';
import { LeaveDialog } from '@/components/LeaveDialog';
import { useMay } from '@/components/permissions';
import { ReadOnlyNote } from '@/components/ReadOnlyNote';
import { RelativeTime } from '@/components/Time';
import { text } from '@/lib/text';
import { consequences, inOrder, wantedOf, type Wanted } from './privacy';

const restOfWorld = 'rest-of-world';

/** The zones in use, each opt-in or opt-out. */
export function PrivacyPage() {
  const query = $api.useQuery('get', '/api/v1/privacy-settings', {});
  return (
    <>
      <PageHead title={text.privacy.title} purpose={text.privacy.purpose} />
      <ReadOnlyNote unless="privacy:write" />
      {query.isPending && <Waiting lines={8} />}
      {query.isError && <ProblemNote failure={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <Settings saved={query.data} />}
    </>
  );
}

function Settings({ saved }: { saved: PrivacySettings }) {
  const mayWrite = useMay('privacy:write');
  const queries = useQueryClient();
  /** What is wanted instead of what is saved; nothing yet. */
  const [typed, setTyped] = useState<{ over: PrivacySettings; wanted: Wanted }>();
  const [asking, setAsking] = useState(false);
  const over = typed?.over ?? saved;
  const wanted = typed?.wanted ?? wantedOf(saved);
  const all: OtherZone[] = [...over.zones, ...over.others];
  const effects = consequences(over, wanted);
  const change = (next: Wanted) => setTyped({ over, wanted: next });

  const save = useMutation({
    mutationFn: () =>
      done(
        api.PUT('/api/v1/privacy-settings', {
          params: { header: { 'If-Match': `"${over.version}"` } },
          body: { zones: Object.entries(wanted).map(([code, regime]) => ({ code, regime })) },
        }),
      ),
    onSuccess: (now) => {
      queries.setQueryData($api.queryOptions('get', '/api/v1/privacy-settings', {}).queryKey, now);
      setTyped(undefined);
      notifications.show({ message: text.privacy.saved });
    },
    onSettled: () => setAsking(false),
  });
  const problem = save.isError ? asProblem(save.error) : undefined;
  const stale = problem?.type === '/problems/privacy-settings-changed' ? problem.current : undefined;
  const neverSaved = over.savedAt === undefined;

  return (
    <Stack gap="lg">
      {neverSaved && (
        <Group role="note" gap="sm" wrap="nowrap" px="md" py="sm" className="noted">
          <IconAlertTriangle size={18} aria-hidden style={{ flex: 'none', color: 'var(--state-warn)' }} />
          <Text size="sm">{text.privacy.never}</Text>
        </Group>
      )}
      <Section title={text.privacy.zones}>
        <Stack gap={2} px="md" py="sm">
          <Text size="sm" c="dimmed">
            {text.privacy.optInText}
          </Text>
          <Text size="sm" c="dimmed">
            {text.privacy.optOutText}
          </Text>
        </Stack>
        {inOrder(all, wanted).map(([zone, regime]) => (
          <Zone
            key={zone.code}
            zone={zone}
            regime={regime}
            disabled={!mayWrite}
            onRegime={(next) => change({ ...wanted, [zone.code]: next })}
            onRemove={
              mayWrite && zone.code !== restOfWorld
                ? () => change(Object.fromEntries(Object.entries(wanted).filter(([code]) => code !== zone.code)))
                : undefined
            }
          />
        ))}
        {mayWrite && (
          <Box p="md" style={{ borderTop: '1px solid var(--hairline)' }}>
            <Select
              label={text.privacy.add}
              placeholder={text.privacy.addPlaceholder}
              searchable
              maw={420}
              value={null}
              data={all
                .filter(({ code }) => !(code in wanted))
                .map(({ code, name, place }) => ({ value: code, label: `${name} · ${place}` }))}
              nothingFoundMessage={text.privacy.addNothing}
              onChange={(code) => {
                const added = all.find((zone) => zone.code === code);
                if (added) change({ ...wanted, [added.code]: added.usual });
              }}
            />
          </Box>
        )}
      </Section>
      {stale && (
        <Box role="alert" p="md" style={{ borderRadius: 8, background: 'var(--tint-warn)' }}>
          <Text fw={600}>{text.privacy.stale(stale.savedBy ?? text.privacy.somebody)}</Text>
          <Group mt="sm">
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                queries.setQueryData($api.queryOptions('get', '/api/v1/privacy-settings', {}).queryKey, stale);
                setTyped(undefined);
                save.reset();
              }}
            >
              {text.privacy.takeTheirs}
            </Button>
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                setTyped({ over: stale, wanted });
                save.reset();
              }}
            >
              {text.privacy.keepMine}
            </Button>
          </Group>
        </Box>
      )}
      {problem && !stale && <ProblemNote failure={save.error} />}
      <Group>
        {mayWrite && (
          <BusyButton
            loading={save.isPending}
            disabled={effects.length === 0 && !neverSaved}
            onClick={() => (effects.length > 0 ? setAsking(true) : save.mutate())}
          >
            {effects.length === 0 && neverSaved ? text.privacy.keep : text.common.save}
          </BusyButton>
        )}
        {effects.length > 0 && (
          <Button variant="default" onClick={() => setTyped(undefined)}>
            {text.privacy.discard}
          </Button>
        )}
        <Text size="sm" c="dimmed">
          {over.savedAt !== undefined && (
            <>
              {text.privacy.savedBy(over.savedBy ?? text.privacy.somebody)} <RelativeTime at={over.savedAt} />
            </>
          )}
        </Text>
      </Group>
      <Confirm
        opened={asking}
        title={text.privacy.saveTitle}
        action={text.common.save}
        busy={save.isPending}
        onConfirm={() => save.mutate()}
        onClose={() => setAsking(false)}
      >
        <List size="sm" spacing={4}>
          {effects.map((effect) => (
            <List.Item key={effect}>{effect}</List.Item>
          ))}
        </List>
      </Confirm>
      <LeaveDialog unsaved={effects.length > 0} onForget={() => setTyped(undefined)} saving={undefined} />
    </Stack>
  );
}

function Zone(props: {
  zone: OtherZone;
  regime: Regime;
  disabled: boolean;
  onRegime: (regime: Regime) => void;
  onRemove: (() => void) | undefined;
}) {
  const { zone, regime, disabled, onRegime, onRemove } = props;
  return (
    <Box className="zone-row">
      <Box miw={0}>
        <Text fw={500}>{zone.name}</Text>
        <Text size="sm" c="dimmed">
          {zone.code === restOfWorld ? text.privacy.restText : zone.place}
        </Text>
      </Box>
      <Text size="sm" c="dimmed">
        {text.privacy.named(zone.objectives)}
      </Text>
      <Box>
        <SegmentedControl
          aria-label={text.privacy.regimeOf(zone.name)}
          value={regime}
          disabled={disabled}
          onChange={onRegime}
          data={[
            { value: 'OPT_IN' as const, label: text.privacy.regimes.OPT_IN },
            { value: 'OPT_OUT' as const, label: text.privacy.regimes.OPT_OUT },
          ]}
        />
        {regime === 'OPT_OUT' && zone.usual === 'OPT_IN' && (
          <Group gap={4} wrap="nowrap" mt={4} style={{ color: 'var(--state-warn)' }}>
            <IconAlertTriangle size={14} aria-hidden style={{ flex: 'none' }} />
            <Text size="xs">{text.privacy.usually(zone.usual)}</Text>
          </Group>
        )}
      </Box>
      <Box w={34}>
        {onRemove && (
          <ActionIcon variant="subtle" color="gray" aria-label={text.privacy.remove(zone.name)} onClick={onRemove}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        )}
      </Box>
    </Box>
  );
}
