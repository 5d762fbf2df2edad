import { defineConfig } from 'rolldown';

// The generators import the sources they generate from, and Node 20 cannot run TypeScript: so they are bundled first.
export default defineConfig({
  input: {
    generate: 'scripts/generate.ts',
    rules: 'scripts/rules.ts',
    prove: 'scripts/prove.ts',
    bench: 'bench/main.ts',
  },
  platform: 'node',
  external: [/^[^./]/],
  output: {
    dir: 'node_modules/.cache/scripts',
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name].mjs',
  },
});
