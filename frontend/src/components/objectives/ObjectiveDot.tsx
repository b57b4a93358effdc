import type { ObjectiveColour } from '@/api/types';

const shades: Record<ObjectiveColour, string> = {
  GREY: 'gray',
  BLUE: 'blue',
  INDIGO: 'indigo',
  VIOLET: 'violet',
  GRAPE: 'grape',
  PINK: 'pink',
  CYAN: 'cyan',
  TEAL: 'teal',
  LIME: 'lime',
};

/** Beside the name, never instead of it. */
export function ObjectiveDot({ colour, size = 10 }: { colour: ObjectiveColour; size?: number }) {
  return (
    <span
      className="label-dot"
      style={{ width: size, height: size, background: `var(--mantine-color-${shades[colour]}-6)` }}
      aria-hidden
    />
  );
}
