import { Button } from '@mantine/core';
import type { ComponentProps } from 'react';

/** A button that keeps the focus while it works: it says that it is disabled, where a disabled one would lose it. */
export const BusyButton = Button.withProps({
  renderRoot: ({ disabled, onClick, ...props }: ComponentProps<'button'>) => (
    <button
      {...props}
      aria-disabled={disabled ? true : props['aria-disabled']}
      // A form is sent by a click too, also where Enter is pressed in a field.
      onClick={disabled ? (event) => event.preventDefault() : onClick}
    />
  ),
});
