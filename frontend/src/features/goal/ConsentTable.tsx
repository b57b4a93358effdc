import { Box, Button, Group, List, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useWatch } from 'react-hook-form';
import type { ConnectionContent, ConsentRow, ImportGoal, SourcePreview } from '@/api/types';
import { useEditing } from '@/components/editing';
import { useObjectives, useZones } from '@/components/objectives/known';
import { text } from '@/lib/text';
import { ConsentRowEditor } from './ConsentRowEditor';
import { ConsentSaid } from './ConsentSaid';
import type { Fields } from './fields';
import { guessConsent, type Guess } from './guessConsent';
import { RecordPager } from './RecordPager';
import type { Trying } from './useTrial';

const NO_FIELDS: Fields = [];

interface Props {
  goal: ImportGoal;
  pointer: string;
  source: SourcePreview | undefined;
  trying: Trying;
  onChange: (consent: ConsentRow[]) => void;
}

/** Which columns say what people consented to, each with what it makes of the record shown. */
export function ConsentTable({ goal, pointer, source, trying, onChange }: Props) {
  const { mayWrite } = useEditing();
  const { effect } = trying;
  const rows = goal.consent;
  const fields = source?.fields ?? NO_FIELDS;
  const guesses = useGuesses(rows, source);
  const add = (row: ConsentRow) => onChange([...rows, row]);
  return (
    <Box className="mapping">
      {rows.length === 0 ? (
        <Stack gap="xs" mb="md">
          <Text fw={500}>{text.consent.emptyTitle}</Text>
          <Text size="sm">{text.consent.emptyWhy}</Text>
          <Rules />
          <Text size="sm" c="dimmed">
            {text.consent.emptyNot}
          </Text>
        </Stack>
      ) : (
        <>
          <RecordPager trying={trying}>
            {effect && (
              <Box role="status" fz={14}>
                <Text span size="sm" c="dimmed">
                  {text.consent.recordSays}:{' '}
                </Text>
                <ConsentSaid
                  said={effect.consent}
                  timed={rows.some(({ says }) => says === 'STATED_AT')}
                  unclear={effect.consentRows.some(({ problem }) => problem)}
                />
              </Box>
            )}
          </RecordPager>
          {effect?.heldBack && (
            <Text size="sm" mb="sm" style={{ color: 'var(--state-warn)' }}>
              <b>{text.consent.heldBack}:</b> {effect.reason}
            </Text>
          )}
          {rows.map((row, index) => (
            <div key={index} data-pointer={`${pointer}/consent/${index}`}>
              <ConsentRowEditor
                row={row}
                pointer={`${pointer}/consent/${index}`}
                fields={fields}
                record={trying.record}
                effect={effect?.consentRows[index]}
                onChange={(next) =>
                  onChange(rows.flatMap((other, place) => (place !== index ? [other] : next ? [next] : [])))
                }
              />
            </div>
          ))}
        </>
      )}
      {mayWrite && guesses.length > 0 && <Guesses guesses={guesses} onUse={add} />}
      <Button
        size="xs"
        mt="sm"
        variant="default"
        disabled={!mayWrite}
        leftSection={<IconPlus size={15} aria-hidden />}
        onClick={() => add({ processors: [], says: 'ANSWER' })}
      >
        {text.consent.addRow}
      </Button>
      {rows.length > 0 && (
        <details style={{ marginTop: 12 }}>
          <Text component="summary" size="sm" c="dimmed" style={{ cursor: 'pointer' }}>
            {text.consent.rules}
          </Text>
          <Rules />
        </details>
      )}
    </Box>
  );
}

function useGuesses(rows: ConsentRow[], source: SourcePreview | undefined): Guess[] {
  const linked = useWatch<ConnectionContent, 'objectives'>({ name: 'objectives' });
  const { all } = useObjectives();
  const zones = useZones().all;
  const spelled = (word: string) => word.toLowerCase().replace(/[^\p{L}\d]/gu, '');
  const known = new Set(zones.flatMap(({ code, name }) => [spelled(code), spelled(name)]));
  return guessConsent(source?.fields ?? NO_FIELDS, source?.records ?? [], rows, {
    objectives: all,
    linked,
    isZone: (value) => known.has(spelled(value)),
  });
}

function Guesses({ guesses, onUse }: { guesses: Guess[]; onUse: (row: ConsentRow) => void }) {
  const { nameOf } = useObjectives();
  return (
    <Stack component="section" aria-label={text.consent.suggestions} gap={6} p="sm" className="trial" data-state="good">
      <Text size="sm" fw={500}>
        {text.consent.suggestions}
      </Text>
      {guesses.map(({ row, examples }) => {
        const column = row.field ?? '';
        const objective = row.objective === undefined ? text.consent.anObjective : nameOf(row.objective);
        return (
          <Group key={column} gap="xs" justify="space-between" align="flex-start">
            <Text size="sm" flex="1 1 16rem" style={{ overflowWrap: 'anywhere' }}>
              {text.consent.suggestion[row.says](column, objective)}{' '}
              <Text span c="dimmed">
                {[text.consent.examples(examples), meaningOf(row, examples)].filter(Boolean).join(' ')}
              </Text>
            </Text>
            <Button
              size="compact-xs"
              variant="light"
              aria-label={text.consent.useOf(column)}
              onClick={() => onUse(row)}
            >
              {text.consent.use}
            </Button>
          </Group>
        );
      })}
    </Stack>
  );
}

/** What a table would make of the values that are there. */
function meaningOf({ processors }: ConsentRow, examples: string[]): string {
  const [table] = processors;
  if (table?.kind !== 'VALUE_TABLE') return '';
  const to = new Map(Object.entries(table.table).map(([from, into]) => [from.toLowerCase(), into]));
  const pairs = examples.flatMap((value): [string, string][] => {
    const into = to.get(value.toLowerCase());
    return into === undefined ? [] : [[value, into]];
  });
  return pairs.length === 0 ? '' : `${text.consent.means(pairs)}.`;
}

function Rules() {
  const rules = [
    [text.consent.rulesYes, text.consent.rulesYesText],
    [text.consent.rulesNo, text.consent.rulesNoText],
    [text.consent.rulesEmpty, text.consent.rulesEmptyText],
    [text.consent.rulesUnclear, text.consent.rulesUnclearText],
    [text.consent.rulesNewest, text.consent.rulesNewestText],
  ];
  return (
    <List size="sm" spacing={2} my={4}>
      {rules.map(([word, meaning]) => (
        <List.Item key={word}>
          <b>{word}:</b> {meaning}
        </List.Item>
      ))}
    </List>
  );
}
