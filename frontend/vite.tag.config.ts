import { gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

/** Every page of every channel loads it. */
const MOST_BYTES = 8_000;

const smallEnough: Plugin = {
  name: 'small-enough',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      const bytes = gzipSync(file.type === 'chunk' ? file.code : file.source).length;
      if (bytes > MOST_BYTES) this.error(`${file.fileName} is ${bytes} bytes compressed: more than ${MOST_BYTES}.`);
    }
  },
};

/** The website tag: one script of one name, beside the page. */
export default defineConfig({
  plugins: [smallEnough],
  publicDir: false,
  build: {
    target: 'es2018',
    emptyOutDir: false,
    modulePreload: false,
    rolldownOptions: {
      input: 'tag/tag.ts',
      output: { format: 'iife', entryFileNames: 'tag.js' },
    },
  },
});
