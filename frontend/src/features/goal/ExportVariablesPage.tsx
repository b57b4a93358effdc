import { Alert, Box, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowNarrowRight, IconPlus, IconShieldCheck } from '@tabler/icons-react';
import type { ExportVariablesGoal, SharedValue } from '@/api/types';
import { CodeToCopy } from '@/components/CodeToCopy';
import { useEditing } from '@/components/editing';
import { Section } from '@/components/Frame';
import { Later } from '@/components/Later';
import { text } from '@/lib/text';
import { GoalHead } from './GoalHead';
import type { GoalPageProps } from './goalPageProps';
import { faultOfPlace, lackingOfShown } from './lackingOfPages';
import { pageCode, placeFor } from './pageCode';
import { PropertyPicker } from './PropertyPicker';
import { RemoveRow } from './RowParts';
import { StepCard } from './StepCard';
import { useProperties } from './useProperties';
import { VariableInput } from './VariableInput';

const words = text.shown;

/** What a page is shown of its visitor's profile, and where it finds it. */
export function ExportVariablesPage({ goal, pointer, onChange }: GoalPageProps<ExportVariablesGoal>) {
  const { issues, mayWrite } = useEditing();
  const { properties } = useProperties();
  const { values } = goal;
  const set = (index: number, value: SharedValue | undefined) =>
    onChange({ values: values.flatMap((other, at) => (at !== index ? [other] : value ? [value] : [])) });
  return (
    <Stack gap="md">
      <GoalHead goal={goal} pointer={pointer} onChange={onChange} />
      <Alert icon={<IconShieldCheck size={18} aria-hidden />} variant="light" py="xs">
        {words.who}
      </Alert>
      <StepCard
        pointer={`${pointer}/values`}
        number={1}
        title={text.goal.steps.values}
        missing={lackingOfShown(goal, pointer, issues)}
        saidBelow
        summary={words.summary(values.length)}
      >
        <Later lines={3}>
          <Box className="mapping">
            {values.length === 0 && (
              <Stack gap="xs">
                <Text fw={500}>{words.empty}</Text>
                <Text size="sm">{words.emptyText}</Text>
              </Stack>
            )}
            {values.length > 0 && (
              <div className="shown-row mapping-head" aria-hidden>
                <span>{words.property}</span>
                <span />
                <span>{words.variable}</span>
              </div>
            )}
            {values.map((value, index) => (
              <ShownRow
                key={index}
                value={value}
                fault={faultOfPlace(values, index)}
                pointer={`${pointer}/values/${index}`}
                onChange={(next) => set(index, next)}
              />
            ))}
            <Group mt="sm">
              <Button
                size="xs"
                variant="default"
                disabled={!mayWrite}
                leftSection={<IconPlus size={15} aria-hidden />}
                onClick={() => onChange({ values: [...values, { property: '', variable: '' }] })}
              >
                {words.add}
              </Button>
            </Group>
          </Box>
        </Later>
      </StepCard>
      {values.length > 0 && (
        <Section title={words.inPage}>
          <InPage code={pageCode(values, properties)} />
        </Section>
      )}
    </Stack>
  );
}

interface RowProps {
  value: SharedValue;
  fault: string | undefined;
  pointer: string;
  onChange: (value: SharedValue | undefined) => void;
}

function ShownRow({ value, fault, pointer, onChange }: RowProps) {
  const { issue } = useEditing();
  const { properties } = useProperties();
  const { property, variable } = value;
  const name = properties.find(({ id }) => id === property)?.name ?? property;
  const choose = (id: string) => {
    // What nobody wrote otherwise follows the property.
    const own = variable !== '' && variable !== placeFor(property);
    onChange({ property: id, variable: own ? variable : placeFor(id) });
  };
  return (
    <div className="shown-row" role="group" aria-label={words.row(name, variable)} data-pointer={pointer}>
      <Box miw={0} data-pointer={`${pointer}/property`}>
        <PropertyPicker value={property} error={issue(`${pointer}/property`)} onChange={choose} />
      </Box>
      <IconArrowNarrowRight size={18} aria-hidden className="shown-way" />
      <Box miw={0} data-pointer={`${pointer}/variable`}>
        <VariableInput
          label={words.variable}
          placeholder=""
          value={variable}
          fault={fault}
          said={issue(`${pointer}/variable`)}
          onChange={(next) => onChange({ property, variable: next })}
        />
      </Box>
      <RemoveRow label={words.remove(name)} onClick={() => onChange(undefined)} />
    </div>
  );
}

function InPage({ code }: { code: string }) {
  return (
    <Stack gap="xs" p="md">
      <Text size="sm">{words.inPageText}</Text>
      <CodeToCopy label={words.code} code={code} />
      <Text size="sm" c="dimmed">
        {words.inPageNote}
      </Text>
    </Stack>
  );
}
