import { ActionIcon, Badge, Box, Button, Drawer, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconPlus, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Channel, Scope, ScopeMatch, ScopeRule } from '@/api/types';
import { useEditing } from '@/components/editing';
import { text } from '@/lib/text';
import { useTrial, type Trial } from './trial';
import { MendFirst, TryPage, Verdict } from './TryPage';

const words = text.scope;
const effects = ['RESTRICT', 'EXCLUDE'] as const;
const matches = Object.keys(words.matches) as ScopeMatch[];

interface Props {
  channelId: string;
  channel: Channel | undefined;
  name: string;
  /** Of the channel in the connection: where its rules stand. */
  pointer: string;
  rules: ScopeRule[];
  onRules: (rules: ScopeRule[]) => void;
  onClose: () => void;
}

/** The rules of one channel, each with what it makes of the page that is tried. They are saved with the connection. */
export function RulesDrawer(props: Props) {
  const { channelId, channel, name, pointer, rules, onRules, onClose } = props;
  const { mayWrite, issue } = useEditing();
  const [url, setUrl] = useState(() => rules.find(({ example }) => example)?.example ?? '');
  const scope: Scope = { kind: 'CHOSEN', channels: [{ channelId, rules }] };
  const trial = useTrial(scope, url);
  // Also before a page is tried, rules that cannot be are said to be so.
  const home = `https://${channel?.hostname ?? 'example.com'}/`;
  const checked = useTrial(scope, rules.length > 0 ? home : '');
  const errors = [...checked.errors, ...trial.errors];
  // Whoever is about to write a rule has made no mistake yet.
  const [typing, setTyping] = useState<number>();
  const faultOf = (index: number, part: 'text' | 'example') => {
    if (part === 'text' && index === typing && rules[index]?.text === '') return undefined;
    const at = `/scope/channels/0/rules/${index}/${part}`;
    return errors.find((error) => error.pointer === at)?.message ?? issue(`${pointer}/${index}/${part}`);
  };
  const seenBy = (index: number) => {
    const seen = trial.result?.rules[index];
    return seen && { ...seen, decides: trial.result?.decidedBy === index };
  };
  const added = useRef(false);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    list.current?.querySelector<HTMLInputElement>('li:last-child input[data-text]')?.focus();
  }, [rules.length]);
  const add = (effect: ScopeRule['effect']) => {
    added.current = true;
    onRules([...rules, { effect, match: effect === 'RESTRICT' ? 'STARTS_WITH' : 'IS', text: '' }]);
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={<bdi style={{ overflowWrap: 'anywhere' }}>{words.rulesTitle(name)}</bdi>}
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      <Stack data-pointer={pointer}>
        <Text size="sm" c="dimmed">
          {words.rulesText}
        </Text>
        {rules.length === 0 && <Text role="status">{words.noRules}</Text>}
        <ol className="scope-rules" ref={list}>
          {rules.map((rule, index) => (
            <RuleRow
              // A rule has nothing that names it but its place.
              key={index}
              number={index + 1}
              pointer={`${pointer}/${index}`}
              rule={rule}
              scope={scope}
              wrongText={faultOf(index, 'text')}
              wrongExample={faultOf(index, 'example')}
              seen={seenBy(index)}
              mayWrite={mayWrite}
              onTyping={(on) => setTyping(on ? index : undefined)}
              onRule={(next) => onRules(rules.with(index, next))}
              onRemove={() => onRules(rules.filter((_, other) => other !== index))}
            />
          ))}
        </ol>
        {mayWrite && (
          <Group gap="xs">
            {effects.map((effect) => (
              <Button
                key={effect}
                variant="default"
                size="xs"
                leftSection={<IconPlus size={14} aria-hidden />}
                onClick={() => add(effect)}
              >
                {effect === 'RESTRICT' ? words.addOnly : words.addNot}
              </Button>
            ))}
          </Group>
        )}
        <Box className="panel" p="md">
          <TryPage url={url} trial={trial} onUrl={setUrl} />
        </Box>
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {mayWrite && words.notSaved}
          </Text>
          <Button onClick={onClose}>{words.done}</Button>
        </Group>
      </Stack>
    </Drawer>
  );
}

interface RuleProps {
  number: number;
  pointer: string;
  rule: ScopeRule;
  scope: Scope;
  wrongText: string | undefined;
  wrongExample: string | undefined;
  seen: { matches: boolean; saw: string; decides: boolean } | undefined;
  mayWrite: boolean;
  /** Whether somebody is in the field of the text. */
  onTyping: (on: boolean) => void;
  onRule: (rule: ScopeRule) => void;
  onRemove: () => void;
}

function RuleRow({ number, pointer, rule, scope, seen, mayWrite, onTyping, onRule, onRemove, ...wrong }: RuleProps) {
  const [asksExample, setAsksExample] = useState(false);
  const { effect, match, text: of, example } = rule;
  const withExample = (next: string) => {
    const { example: _, ...others } = rule;
    onRule(next === '' ? others : { ...others, example: next });
  };
  return (
    <li data-pointer={pointer}>
      <Box role="group" aria-label={words.rule(number)} className="scope-rule">
        <Select
          aria-label={words.effect}
          data={effects.map((value) => ({ value, label: words.only[value] }))}
          allowDeselect={false}
          disabled={!mayWrite}
          value={effect}
          onChange={(next) => next && onRule({ ...rule, effect: next })}
        />
        <Select
          aria-label={words.match}
          data={matches.map((value) => ({ value, label: words.matches[value] }))}
          allowDeselect={false}
          disabled={!mayWrite}
          value={match}
          onChange={(next) => next && onRule({ ...rule, match: next })}
        />
        <TextInput
          data-text
          className="scope-rule-text"
          aria-label={words.text}
          placeholder={words.textPlaceholder[match]}
          description={match === 'PATTERN' ? words.patternHelp : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoCapitalize="none"
          spellCheck={false}
          disabled={!mayWrite}
          value={of}
          error={wrong.wrongText}
          onFocus={() => onTyping(true)}
          // What comes to stand here would move the button that is being pressed.
          onBlur={({ relatedTarget }) => relatedTarget instanceof HTMLButtonElement || onTyping(false)}
          onChange={(event) => onRule({ ...rule, text: event.currentTarget.value })}
        />
        {mayWrite && (
          <ActionIcon variant="subtle" color="gray" mt={4} aria-label={words.removeRule(number)} onClick={onRemove}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        )}
      </Box>
      <Group gap="xs" mt={4} mih={22}>
        {seen && (
          <Badge
            variant="outline"
            color={seen.matches ? undefined : 'gray'}
            leftSection={seen.matches && <IconCheck size={12} aria-hidden />}
            title={`${words.try.saw} ${seen.saw}`}
          >
            {seen.matches ? words.found : words.notFound}
          </Badge>
        )}
        {seen?.decides && <Badge variant="filled">{words.decides}</Badge>}
        {example === undefined && !asksExample && mayWrite && (
          <Button variant="subtle" size="compact-xs" onClick={() => setAsksExample(true)}>
            {words.addExample}
          </Button>
        )}
      </Group>
      {(example !== undefined || asksExample) && (
        <Example
          example={example ?? ''}
          focused={asksExample && example === undefined}
          scope={scope}
          error={wrong.wrongExample}
          mayWrite={mayWrite}
          onExample={withExample}
        />
      )}
    </li>
  );
}

function Example(props: {
  example: string;
  focused: boolean;
  scope: Scope;
  error: string | undefined;
  mayWrite: boolean;
  onExample: (example: string) => void;
}) {
  const trial: Trial = useTrial(props.scope, props.example);
  const wrong = trial.errors.find(({ pointer }) => pointer === '/url')?.message ?? props.error;
  return (
    <Box mt={4}>
      <TextInput
        size="xs"
        label={words.example}
        placeholder={words.try.placeholder}
        inputMode="url"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus={props.focused}
        disabled={!props.mayWrite}
        value={props.example}
        error={wrong}
        onChange={(event) => props.onExample(event.currentTarget.value)}
      />
      <Box mt={4}>
        {trial.result && <Verdict result={trial.result} />}
        {!wrong && trial.errors.length > 0 && <MendFirst />}
      </Box>
    </Box>
  );
}
