import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig(({ mode }) => ({
  plugins: [react()],
  resolve: { alias: { '@mock': folder('./mock-api'), '@': folder('./src') } },
  // The service worker of the mock API must never be part of what is shipped.
  publicDir: mode === 'mock' ? 'mock-api/public' : 'public',
  server: {
    port: Number(process.env.PORT ?? 5173),
    proxy:
      mode === 'mock'
        ? {}
        : Object.fromEntries(
            ['/api', '/session', '/q'].map((path) => [
              path,
              { target: process.env.CONNECTIONS_URL ?? 'http://localhost:8080', changeOrigin: false },
            ]),
          ),
  },
  build: {
    target: 'es2022',
    sourcemap: false,
    // Each story opens a browser that has seen nothing: fifty files would cost it more than one.
    ...(mode === 'mock'
      ? { chunkSizeWarningLimit: 4000, rolldownOptions: { output: { codeSplitting: false } } }
      : { chunkSizeWarningLimit: 600 }),
  },
  test: {
    // Rules need no document; what draws says so in its first line and brings it with `test/dom`.
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'tag/**/*.test.ts', 'mock-api/**/*.test.ts'],
    restoreMocks: true,
    testTimeout: 20_000,
    css: false,
  },
}));
