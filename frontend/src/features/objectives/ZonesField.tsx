import { Anchor, Checkbox, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { ProblemNote, Waiting } from '@/components/Frame';
import { isInUse, useZones, type KnownZone } from '@/components/objectives/known';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';

interface Props {
  chosen: string[];
  onChange: (chosen: string[]) => void;
  error: string | undefined;
  disabled: boolean;
}

/** Where consent is needed: the zones in use, and those that the objective names all the same. */
export function ZonesField({ chosen, onChange, error, disabled }: Props) {
  const { settings, inUse, find } = useZones();
  if (settings.isPending) return <Waiting lines={4} />;
  if (settings.isError) return <ProblemNote failure={settings.error} onRetry={() => void settings.refetch()} />;
  const named = chosen
    .filter((code) => !inUse.some((zone) => zone.code === code))
    .map((code): KnownZone => find(code) ?? { code, name: code, place: code, usual: 'OPT_IN', objectives: 0 });
  return (
    <Checkbox.Group
      label={text.objectives.zones}
      value={chosen}
      onChange={onChange}
      error={error}
      errorProps={{ mt: 'xs' }}
    >
      <Stack gap="xs" mt="xs">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
          {[...inUse, ...named].map((zone) => (
            <Checkbox
              key={zone.code}
              value={zone.code}
              disabled={disabled}
              label={zone.name}
              description={
                isInUse(zone) ? `${zone.place} · ${text.privacy.regimes[zone.regime]}` : text.objectives.notInUse
              }
            />
          ))}
        </SimpleGrid>
        {chosen.length === 0 && (
          <Group gap={6} wrap="nowrap" align="flex-start" style={{ color: 'var(--state-warn)' }}>
            <IconAlertTriangle size={16} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
            <Text size="sm" role="status">
              {text.objectives.nowhereText}
            </Text>
          </Group>
        )}
        <Anchor component={Link} to={paths.privacy()} size="sm">
          {text.objectives.toPrivacy}
        </Anchor>
      </Stack>
    </Checkbox.Group>
  );
}
