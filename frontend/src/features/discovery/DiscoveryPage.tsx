import { Box, UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { PageHead } from '@/components/Frame';
import { ReadOnlyNote } from '@/components/ReadOnlyNote';
import { text } from '@/lib/text';
import { CreatedStep } from './CreatedStep';
import { ProposalsStep } from './ProposalsStep';
import { reachable, steps, type Step } from './state';
import { SystemsStep } from './SystemsStep';
import { useAnswers } from './useAnswers';
import { WishesStep } from './WishesStep';

interface Props {
  owner: string;
  /** As the address says. */
  step: Step;
  onStep: (step: Step, replace?: boolean) => void;
}

/** Asks what a company uses and wants, proposes types, and makes connections of those that are chosen. */
export function DiscoveryPage({ owner, step, onStep }: Props) {
  const { answers, change, forget } = useAnswers(owner);
  const at = reachable(step, answers);
  // What the address says must be what is there: else a first answer would lead on by itself.
  useEffect(() => {
    if (at !== step) onStep(at, true);
  }, [at, step, onStep]);
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(at);
  useEffect(() => {
    if (before.current === at) return;
    before.current = at;
    window.scrollTo({ top: 0 });
    place.current?.focus({ preventScroll: true });
  }, [at]);
  const anew = () => {
    forget();
    onStep('systems');
  };
  return (
    <>
      <PageHead title={text.discovery.title} purpose={text.discovery.purpose} />
      {/* The proposals say it beside the button that it is about. */}
      {at !== 'proposals' && <ReadOnlyNote unless="connections:write" looking={text.discovery.whoCreates} />}
      <Box component="nav" aria-label={text.discovery.stepsLabel} mb="lg">
        <ol className="wizard-steps">
          {steps.map((name, index) => {
            const done = index < steps.indexOf(at);
            return (
              <li key={name}>
                <UnstyledButton
                  className="wizard-step"
                  aria-current={name === at ? 'step' : undefined}
                  disabled={name !== at && reachable(name, answers) !== name}
                  onClick={() => onStep(name)}
                >
                  <span className="wizard-number" aria-hidden>
                    {done ? <IconCheck size={14} stroke={2.5} /> : index + 1}
                  </span>
                  {text.discovery.steps[name]}
                </UnstyledButton>
              </li>
            );
          })}
        </ol>
      </Box>
      <Box
        ref={place}
        tabIndex={-1}
        role="group"
        aria-label={text.discovery.steps[at]}
        maw={980}
        style={{ outline: 'none' }}
      >
        {at === 'systems' && <SystemsStep answers={answers} change={change} onNext={() => onStep('wishes')} />}
        {at === 'wishes' && (
          <WishesStep
            answers={answers}
            change={change}
            onBack={() => onStep('systems')}
            onNext={() => onStep('proposals')}
          />
        )}
        {at === 'proposals' && (
          <ProposalsStep
            answers={answers}
            change={change}
            onBack={() => onStep('wishes')}
            onMade={() => onStep('created', true)}
          />
        )}
        {at === 'created' && <CreatedStep made={answers.made} onAnew={anew} />}
      </Box>
    </>
  );
}
