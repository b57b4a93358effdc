import { CloseButton, Group, Select, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useFormContext } from 'react-hook-form';
import type { ConnectionContent } from '@/api/types';
import { useEditing } from '@/components/editing';
import { useObjectives } from '@/components/objectives/known';
import { ObjectiveDot } from '@/components/objectives/ObjectiveDot';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';

/** Whose consent the connection heeds; it waits for Save, like the rest of what is edited. */
export function LinkedObjectives({ linked }: { linked: string[] }) {
  const form = useFormContext<ConnectionContent>();
  const { mayWrite, issue } = useEditing();
  const { query, all, find } = useObjectives();
  const choose = (next: string[]) => form.setValue('objectives', next, { shouldDirty: true });
  const others = all.filter(({ id }) => !linked.includes(id));
  const wrong = issue('/objectives');

  return (
    <Stack gap={6} data-pointer="/objectives">
      {linked.length === 0 && <Text size="sm">{text.related.noObjective}</Text>}
      {linked.length > 0 && (
        <>
          <Group gap={4} component="ul" className="linked-objectives" aria-label={text.related.linked}>
            {linked.map((id) => (
              <li key={id} className="label-pill">
                <Chip id={id} known={find(id)} gone={query.isSuccess && !find(id)} />
                {mayWrite && (
                  <CloseButton
                    size="xs"
                    aria-label={text.related.unlink(find(id)?.name ?? id)}
                    onClick={() => choose(linked.filter((other) => other !== id))}
                  />
                )}
              </li>
            ))}
          </Group>
          <Text size="xs" c="dimmed">
            {text.related.heeds}
          </Text>
        </>
      )}
      {wrong !== undefined && (
        <Text size="sm" role="alert" c="var(--mantine-color-error)">
          {wrong}
        </Text>
      )}
      {mayWrite && others.length > 0 && (
        <Select
          size="xs"
          aria-label={text.related.link}
          placeholder={text.related.link}
          searchable
          value={null}
          data={others.map(({ id, name }) => ({ value: id, label: name }))}
          renderOption={({ option }) => (
            <Group gap={6} wrap="nowrap">
              <ObjectiveDot colour={find(option.value)?.colour ?? 'GREY'} />
              <bdi style={{ overflowWrap: 'anywhere' }}>{option.label}</bdi>
            </Group>
          )}
          nothingFoundMessage={text.related.noSuchObjective}
          onChange={(id) => {
            if (id !== null) choose([...linked, id]);
          }}
        />
      )}
    </Stack>
  );
}

/** One that there is not any more closes the connection for everybody, so it is said and can be taken out. */
function Chip(props: {
  id: string;
  known: { name: string; colour: Parameters<typeof ObjectiveDot>[0]['colour'] } | undefined;
  gone: boolean;
}) {
  const { id, known, gone } = props;
  if (gone)
    return (
      <span className="label-pill-name" style={{ color: 'var(--state-bad)' }}>
        <IconAlertTriangle size={14} role="img" aria-label={text.related.goneObjective} />
        <bdi>{id}</bdi>
      </span>
    );
  return (
    <Link to={paths.objective(id)} className="label-pill-name plain">
      <ObjectiveDot colour={known?.colour ?? 'GREY'} size={8} />
      <bdi>{known?.name ?? id}</bdi>
    </Link>
  );
}
