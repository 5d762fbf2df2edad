import { defineConfig } from 'rolldown';

export default defineConfig({
  input: { cli: 'src/faces/cli/main.ts' },
  platform: 'node',
  transform: { target: 'node20' },
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: 'chunks/[name].mjs',
    cleanDir: true,
  },
});
