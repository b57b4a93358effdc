import { Badge, Box, Checkbox, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconCheck, IconKey, IconMinus, type Icon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { DiscoveryCredential, DiscoveryProposal, DiscoveryReason } from '@/api/types';
import { TypeLogo } from '@/components/TypeLogo';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';

interface Props {
  proposal: DiscoveryProposal;
  mayCreate: boolean;
  mayInstall: boolean;
  isPicked: (system: string) => boolean;
  onPick: (system: string, picked: boolean) => void;
}

/** One proposed type: why, which way the data flows, what to have at hand, and what to make of it. */
export function ProposalCard({ proposal, mayCreate, mayInstall, isPicked, onPick }: Props) {
  const locked = !mayCreate || !(proposal.installed || mayInstall);
  return (
    <Stack className="panel" p="md" gap="md" component="section" aria-label={proposal.name}>
      <Group wrap="nowrap" align="flex-start">
        <TypeLogo logo={proposal.logo} size={40} />
        <Box miw={0} style={{ flex: 1 }}>
          <Group gap="xs">
            <Text fw={600} component="h2" m={0} fz="md">
              {proposal.name}
            </Text>
            {proposal.universal && <Badge variant="light">{text.discovery.universal}</Badge>}
            {proposal.installed ? (
              <Badge leftSection={<IconCheck size={12} aria-hidden />}>{text.types.installed}</Badge>
            ) : (
              <Badge variant="outline" color="gray">
                {mayInstall && mayCreate ? text.discovery.willBeInstalled : text.types.notInstalled}
              </Badge>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            {proposal.summary}
          </Text>
        </Box>
      </Group>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
        <Stack gap={6}>
          <Reasons reasons={proposal.reasons} icon={IconCheck} colour="var(--state-good)" />
          <Reasons reasons={proposal.gaps} icon={IconMinus} colour="var(--state-idle)" />
          <Text size="sm">
            <Text span fw={500} inherit>
              {text.discovery.flows}:
            </Text>{' '}
            {[
              ...proposal.can.map((wish) => text.discovery.can[wish]),
              text.discovery.directions[proposal.direction],
            ].join(', ')}
          </Text>
        </Stack>
        {proposal.credentials.length > 0 && <Credentials credentials={proposal.credentials} />}
      </SimpleGrid>
      <Stack gap="xs" pt="sm" style={{ borderTop: '1px solid var(--hairline)' }}>
        {proposal.connections.map(({ system, name }) => (
          <Checkbox
            key={system}
            label={proposal.universal ? text.discovery.forSystem(system) : text.discovery.makeOf(name)}
            checked={isPicked(system)}
            disabled={locked}
            onChange={(event) => onPick(system, event.currentTarget.checked)}
          />
        ))}
        {mayCreate && locked && (
          <Text size="sm" c="dimmed">
            {text.discovery.whoInstalls}
          </Text>
        )}
        <Text size="sm">
          <Link to={paths.connectionType(proposal.typeId)} className="link">
            {text.connections.guideOf(proposal.name)}
          </Link>
        </Text>
      </Stack>
    </Stack>
  );
}

function Reasons({ reasons, icon: Mark, colour }: { reasons: DiscoveryReason[]; icon: Icon; colour: string }) {
  return reasons.map(({ kind, message }) => (
    <Group key={`${kind} ${message}`} gap={8} wrap="nowrap" align="flex-start">
      <Mark size={16} aria-hidden style={{ color: colour, flex: 'none', marginTop: 3 }} />
      <Text size="sm">{message}</Text>
    </Group>
  ));
}

function Credentials({ credentials }: { credentials: DiscoveryCredential[] }) {
  return (
    <Box>
      <Text size="sm" fw={500} mb={4}>
        {text.discovery.atHand}
      </Text>
      <Box component="ul" m={0} p={0} style={{ listStyle: 'none' }} aria-label={text.discovery.atHand}>
        {credentials.map(({ label, secret, required, when }) => (
          <Group key={label} gap={8} wrap="nowrap" align="flex-start" py={2} renderRoot={(props) => <li {...props} />}>
            {secret ? (
              <IconKey size={15} aria-hidden style={{ flex: 'none', marginTop: 3 }} />
            ) : (
              <span aria-hidden style={{ width: 15, textAlign: 'center', flex: 'none' }}>
                •
              </span>
            )}
            <Text size="sm">
              {label}
              <Text span inherit c="dimmed">
                {secret && ` · ${text.discovery.secret}`}
                {!required && ` · ${text.discovery.optional}`}
                {when !== undefined && ` ${text.discovery.when(when)}`}
              </Text>
            </Text>
          </Group>
        ))}
      </Box>
    </Box>
  );
}
