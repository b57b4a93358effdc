import { Box, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowLeft, IconInfoCircle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { $api, api, done } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { ChosenConnection, DiscoveryAdvice, DiscoveryProposal } from '@/api/types';
import { BusyButton } from '@/components/BusyButton';
import { EmptyState, ProblemNote, Waiting } from '@/components/Frame';
import { useMay } from '@/components/permissions';
import { freshKey } from '@/lib/ids';
import { text } from '@/lib/text';
import { ProposalCard } from './ProposalCard';
import { questionOf, type Answers } from './state';
import type { Change } from './useAnswers';

interface Props {
  answers: Answers;
  change: Change;
  onBack: () => void;
  onMade: () => void;
}

const keyOf = (proposal: DiscoveryProposal, system: string) => `${proposal.typeId} ${system}`;

/** What is proposed, and why; what is chosen of it is made. */
export function ProposalsStep({ answers, change, onBack, onMade }: Props) {
  const mayCreate = useMay('connections:write');
  const mayInstall = useMay('types:install');
  const [refused, setRefused] = useState(false);
  const queries = useQueryClient();
  const advice = $api.useQuery('post', '/api/v1/discovery/proposals', { body: questionOf(answers) });
  const possible = (proposal: DiscoveryProposal) => mayCreate && (proposal.installed || mayInstall);
  const isPicked = (proposal: DiscoveryProposal, system: string) =>
    possible(proposal) && (answers.picked[keyOf(proposal, system)] ?? (proposal.fits && !proposal.universal));
  const chosen: ChosenConnection[] = (advice.data?.proposals ?? []).flatMap((proposal) =>
    proposal.connections
      .filter(({ system }) => isPicked(proposal, system))
      .map(({ name }) => ({ typeId: proposal.typeId, name })),
  );
  const create = useMutation({
    mutationFn: (connections: ChosenConnection[]) => {
      // When an answer was lost, the same request is sent again under the same key, and makes nothing twice.
      const before = answers.attempt;
      const key = before && JSON.stringify(before.sent) === JSON.stringify(connections) ? before.key : freshKey();
      change((now) => ({ ...now, attempt: { key, sent: connections } }));
      return done(
        api.POST('/api/v1/discovery/connections', {
          params: { header: { 'Idempotency-Key': key } },
          body: { connections },
        }),
      );
    },
    onSuccess: ({ items }) => {
      void queries.invalidateQueries({ queryKey: ['get', '/api/v1/connections'] });
      void queries.invalidateQueries({ queryKey: ['get', '/api/v1/connection-types'] });
      change(({ attempt: _, ...now }) => ({ ...now, picked: {}, made: items.map(({ id }) => id) }));
      onMade();
    },
    onError: (failure) => {
      const { status } = asProblem(failure);
      if (status >= 400 && status < 500) change(({ attempt: _, ...now }) => now);
    },
  });
  return (
    <Stack gap="lg">
      {advice.isPending && <Waiting lines={8} />}
      {advice.isError && <ProblemNote failure={advice.error} onRetry={() => void advice.refetch()} />}
      {advice.isSuccess && (
        <>
          <Notes advice={advice.data} />
          {advice.data.proposals.length === 0 && (
            <EmptyState picture={<IconInfoCircle size={36} />} title={text.discovery.nothingProposed}>
              {text.discovery.otherHint}
            </EmptyState>
          )}
          {advice.data.proposals.map((proposal) => (
            <ProposalCard
              key={proposal.typeId}
              proposal={proposal}
              mayCreate={mayCreate}
              mayInstall={mayInstall}
              isPicked={(system) => isPicked(proposal, system)}
              onPick={(system, picked) =>
                change((before) => ({ ...before, picked: { ...before.picked, [keyOf(proposal, system)]: picked } }))
              }
            />
          ))}
        </>
      )}
      {create.isError && <ProblemNote failure={create.error} />}
      {refused && chosen.length === 0 && (
        <Text role="alert" size="sm" style={{ color: 'var(--state-bad)' }}>
          {text.discovery.needsChoice}
        </Text>
      )}
      <Group justify="space-between" align="flex-start">
        <Button variant="default" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={onBack}>
          {text.discovery.back}
        </Button>
        <Stack gap={4} align="flex-end" style={{ flex: '1 1 260px' }}>
          <BusyButton
            disabled={!mayCreate || !advice.isSuccess}
            loading={create.isPending}
            onClick={() => {
              if (chosen.length === 0) setRefused(true);
              else if (!create.isPending) create.mutate(chosen);
            }}
          >
            {text.discovery.create(chosen.length)}
          </BusyButton>
          <Text size="sm" c="dimmed" ta="right">
            {mayCreate ? text.discovery.createHint : text.discovery.whoCreates}
          </Text>
        </Stack>
      </Group>
    </Stack>
  );
}

function Notes({ advice: { unmet, withoutType } }: { advice: DiscoveryAdvice }) {
  return (
    <>
      {unmet.length > 0 && (
        <Note title={text.discovery.unmetTitle}>
          {unmet.map(({ message }) => (
            <Text key={message} size="sm">
              {message}
            </Text>
          ))}
        </Note>
      )}
      {withoutType.length > 0 && (
        <Note title={text.discovery.withoutTypeTitle(withoutType.length)}>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {text.discovery.withoutTypeText(withoutType.join(', '))}
          </Text>
        </Note>
      )}
    </>
  );
}

function Note({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Group
      role="note"
      wrap="nowrap"
      align="flex-start"
      gap="sm"
      p="md"
      style={{ borderRadius: 8, background: 'var(--tint-idle)' }}
    >
      <IconInfoCircle size={20} aria-hidden style={{ color: 'var(--state-idle)', flex: 'none' }} />
      <Box miw={0}>
        <Text fw={600}>{title}</Text>
        {children}
      </Box>
    </Group>
  );
}
