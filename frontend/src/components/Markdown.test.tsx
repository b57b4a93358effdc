// @vitest-environment jsdom
import '@/test/dom';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import Markdown from './Markdown';

async function draw(source: string) {
  const router = createRouter({
    routeTree: createRootRoute({ component: () => <Markdown source={source} /> }),
    history: createMemoryHistory(),
  });
  render(<RouterProvider router={router} />);
  await screen.findByText(/^See/);
}

test('M10 a guide leads to another one within the product', async () => {
  await draw('See [SFTP](sftp.md).');

  expect(screen.getByRole('link', { name: 'SFTP' })).toHaveAttribute('href', '/connection-types/sftp');
});

test.each(['../website-tag.md', '../user-guide.md#channels', '/website-tag.md'])(
  'M10 what the product does not have, %s, is words and no link',
  async (address) => {
    await draw(`See the [website tag](${address}).`);

    expect(screen.getByText('See the website tag.')).toBeVisible();
    expect(screen.queryByRole('link')).toBeNull();
  },
);

test('M10 a guide leads out to the web in a window of its own', async () => {
  await draw('See [CEL](https://cel.dev).');

  expect(screen.getByRole('link', { name: 'CEL' })).toHaveAttribute('target', '_blank');
});
