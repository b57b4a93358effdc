import { Badge, Box, Button, Checkbox, Group, Stack, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { IconWorldSearch } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { api, done } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { WebsiteFinding, WebsiteLook } from '@/api/types';
import { BusyButton } from '@/components/BusyButton';
import { ProblemNote, Section } from '@/components/Frame';
import { useMay } from '@/components/permissions';
import { text } from '@/lib/text';
import { withoutSystem, withSystems, type Answers } from './state';
import type { Change } from './useAnswers';

/** Has a website looked at, and shows what it gives away and by what. */
export function WebsiteBox({ answers, change }: { answers: Answers; change: Change }) {
  const mayLook = useMay('connections:write');
  const look = useMutation({
    mutationFn: (url: string) => done(api.POST('/api/v1/discovery/website', { body: { url } })),
    onMutate: () => change(({ look: _, ...before }) => before),
    // Those that a type is made for are what one came for; the others are a click away.
    onSuccess: (seen) =>
      change((before) => ({
        ...withSystems(
          before,
          seen.findings.map(({ system }) => system).filter(({ typeId }) => typeId !== undefined),
        ),
        look: seen,
      })),
  });
  const problem = look.isError ? asProblem(look.error) : undefined;
  const atField =
    problem?.errors?.find(({ pointer }) => pointer === '/url')?.message ??
    (problem?.type === '/problems/website-unreadable' ? `${problem.detail} ${problem.remedy}` : undefined);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!look.isPending) look.mutate(answers.website);
  };
  return (
    <Section title={text.discovery.website}>
      <Stack p="md" gap="md">
        <Text size="sm" c="dimmed">
          {text.discovery.websiteHint}
        </Text>
        <form onSubmit={submit} noValidate>
          <Group align="flex-start" gap="sm">
            <TextInput
              style={{ flex: '1 1 260px' }}
              inputMode="url"
              autoComplete="url"
              aria-label={text.discovery.websiteLabel}
              placeholder={text.discovery.websitePlaceholder}
              disabled={!mayLook}
              value={answers.website}
              error={atField}
              onChange={(event) => {
                const website = event.currentTarget.value;
                change((before) => ({ ...before, website }));
              }}
            />
            <BusyButton
              type="submit"
              variant="default"
              leftSection={<IconWorldSearch size={16} aria-hidden />}
              disabled={!mayLook}
              loading={look.isPending}
            >
              {text.discovery.look}
            </BusyButton>
          </Group>
        </form>
        {!mayLook && (
          <Text size="sm" c="dimmed">
            {text.discovery.whoLooks(text.common.roles.either)}
          </Text>
        )}
        <Text size="sm" role="status" hidden={!look.isPending}>
          {look.isPending && text.discovery.looking}
        </Text>
        {problem && atField === undefined && <ProblemNote failure={look.error} />}
        {answers.look && <Findings look={answers.look} answers={answers} change={change} />}
      </Stack>
    </Section>
  );
}

function Findings({ look, answers, change }: { look: WebsiteLook; answers: Answers; change: Change }) {
  const { findings } = look;
  return (
    <Box role="group" aria-label={text.discovery.found(look.address, findings.length)}>
      <Group justify="space-between" gap="sm" mb={6}>
        <Text fw={500} role="status" style={{ overflowWrap: 'anywhere' }}>
          {text.discovery.found(look.address, findings.length)}
        </Text>
        {findings.length > 1 && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() =>
              change((before) =>
                withSystems(
                  before,
                  findings.map(({ system }) => system),
                ),
              )
            }
          >
            {text.discovery.chooseAll}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed" mb="xs">
        {findings.length === 0 ? text.discovery.foundNothing(look.looked) : text.discovery.foundHint}
      </Text>
      {findings.map((finding) => (
        <Found
          key={finding.system.id}
          finding={finding}
          checked={answers.systems.some(({ id }) => id === finding.system.id)}
          onChange={(checked) =>
            change((before) =>
              checked ? withSystems(before, [finding.system]) : withoutSystem(before, finding.system.id),
            )
          }
        />
      ))}
    </Box>
  );
}

function Found({
  finding: { system, evidence },
  checked,
  onChange,
}: {
  finding: WebsiteFinding;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  const [whole, setWhole] = useState(false);
  const shown = whole ? evidence : evidence.slice(0, 1);
  return (
    <Group wrap="nowrap" align="flex-start" gap="sm" py={8} style={{ borderTop: '1px solid var(--hairline)' }}>
      <Checkbox
        mt={2}
        aria-label={system.name}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <Box miw={0} style={{ flex: 1 }}>
        <Group gap="xs">
          <Text fw={500} aria-hidden>
            {system.name}
          </Text>
          <Text size="sm" c="dimmed">
            {system.category}
          </Text>
          {system.typeId === undefined ? (
            <Badge size="sm" variant="outline" color="gray">
              {text.discovery.noType}
            </Badge>
          ) : (
            <Badge size="sm">{text.discovery.hasType}</Badge>
          )}
        </Group>
        {shown.map(({ place, address, message }) => (
          <Text key={`${place} ${address}`} size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {message}
          </Text>
        ))}
        {shown.length < evidence.length && (
          <Button variant="subtle" size="compact-xs" ml={-8} onClick={() => setWhole(true)}>
            {text.discovery.moreEvidence(evidence.length - shown.length)}
            <VisuallyHidden>: {system.name}</VisuallyHidden>
          </Button>
        )}
      </Box>
    </Group>
  );
}
