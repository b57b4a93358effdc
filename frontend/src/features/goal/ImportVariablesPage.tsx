import { Box, Button, Code, Group, SimpleGrid, Stack, Switch, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { newRow } from '@/api/newGoal';
import type { ImportVariablesGoal, MappingRow } from '@/api/types';
import { useEditing } from '@/components/editing';
import { Later } from '@/components/Later';
import { Near } from '@/components/Near';
import { text } from '@/lib/text';
import type { Fields } from './fields';
import { GoalHead } from './GoalHead';
import type { GoalPageProps } from './goalPageProps';
import { lackingOfVariables } from './lackingOfPages';
import { StepCard } from './StepCard';
import { useProperties } from './useProperties';
import { VariableRowEditor } from './VariableRowEditor';

const words = text.variables;
/** More than fit a screen. */
const DRAWN_AT_ONCE = 20;

/** What a page knows of its visitor, and where it goes in their profile. */
export function ImportVariablesPage({ goal, pointer, onChange }: GoalPageProps<ImportVariablesGoal>) {
  const { issues, mayWrite } = useEditing();
  const { properties } = useProperties();
  const { mapping } = goal;
  const [added, setAdded] = useState<number>();
  const variables: Fields = [...new Set(mapping.flatMap(({ field }) => field ?? []))].map((name) => ({
    name,
    guessedType: 'TEXT',
    cleaning: [],
    unfit: 0,
  }));
  const set = (index: number, row: MappingRow | undefined) =>
    onChange({ mapping: mapping.flatMap((other, at) => (at !== index ? [other] : row ? [row] : [])) });
  return (
    <Stack gap="md">
      <GoalHead goal={goal} pointer={pointer} onChange={onChange} />
      <StepCard
        pointer={`${pointer}/createWhenNoMatch`}
        number={1}
        title={words.people}
        missing={[]}
        summary={goal.createWhenNoMatch ? words.creates : words.createsNone}
      >
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {words.peopleText}
          </Text>
          <Switch
            label={words.create}
            description={goal.createWhenNoMatch ? undefined : words.createOff}
            disabled={!mayWrite}
            checked={goal.createWhenNoMatch}
            onChange={(event) => onChange({ createWhenNoMatch: event.currentTarget.checked })}
          />
        </Stack>
      </StepCard>
      <StepCard
        pointer={`${pointer}/mapping`}
        number={2}
        title={text.goal.steps.mapping}
        missing={lackingOfVariables(goal, pointer, issues, properties)}
        saidBelow
        summary={words.summary(mapping.length)}
      >
        <Later lines={4}>
          <Box className="mapping">
            {mapping.length === 0 && <HowToName />}
            {mapping.length > 0 && (
              <div className="mapping-row mapping-head" aria-hidden>
                <span>{words.variable}</span>
                <span className="mapping-steps">{text.goal.cleanUp}</span>
                <span>{text.goal.strategy}</span>
                <span>{text.goal.property}</span>
              </div>
            )}
            {mapping.map((row, index) => (
              <div key={index} data-pointer={`${pointer}/mapping/${index}`}>
                <Near far={index >= DRAWN_AT_ONCE} words={`${row.field ?? words.none} → ${row.property}`}>
                  <VariableRowEditor
                    row={row}
                    pointer={`${pointer}/mapping/${index}`}
                    variables={variables}
                    fresh={index === added}
                    onChange={(next) => set(index, next)}
                  />
                </Near>
              </div>
            ))}
            <Group mt="sm">
              <Button
                size="xs"
                variant="default"
                disabled={!mayWrite}
                leftSection={<IconPlus size={15} aria-hidden />}
                onClick={() => {
                  setAdded(mapping.length);
                  onChange({ mapping: [...mapping, newRow(undefined, '')] });
                }}
              >
                {words.add}
              </Button>
            </Group>
          </Box>
        </Later>
      </StepCard>
    </Stack>
  );
}

const EXAMPLES = [
  {
    title: words.examples.own,
    code: "window.shop = {\n  customer: { city: 'Utrecht' },\n};",
    variable: 'shop.customer.city',
  },
  {
    title: words.examples.gtm,
    code: "dataLayer.push({\n  user: { city: 'Utrecht' },\n});",
    variable: 'dataLayer[].user.city',
    note: words.latest,
  },
];

/** What stands in a page, and how it is named here. */
function HowToName() {
  return (
    <Stack gap="xs" mb="md">
      <Text fw={500}>{words.empty}</Text>
      <Text size="sm">{words.emptyText}</Text>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" mt={4}>
        {EXAMPLES.map(({ title, code, variable, note }) => (
          <Box key={variable} miw={0}>
            <Text size="sm" fw={500} mb={4}>
              {title}
            </Text>
            <Code block>{code}</Code>
            <Text size="sm" mt={6}>
              {words.examples.write} <Code>{variable}</Code>
            </Text>
            {note !== undefined && (
              <Text size="sm" c="dimmed" mt={2}>
                {note}
              </Text>
            )}
          </Box>
        ))}
      </SimpleGrid>
    </Stack>
  );
}
