import { defineConfig } from 'rolldown';

// Chunks are named by what they hold, so that a diff of dist/ says what changed; each is loaded only when it is needed.
export default defineConfig({
  input: { action: 'src/faces/github/main.ts', cli: 'src/faces/cli/main.ts' },
  platform: 'node',
  transform: { target: 'node20' },
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: 'chunks/[name].mjs',
    cleanDir: true,
    codeSplitting: {
      groups: [
        // What the command line needs before it knows what to do.
        { name: 'core', test: /src\/core\/[^/]+\.ts$/, priority: 2 },
        { name: 'publish', test: /src\/(app|core\/(images|schema|consumers\/rules))\// },
        { name: 'openpgp', test: /node_modules\/openpgp\// },
        { name: 's3', test: /node_modules\/(@aws-sdk|@aws-crypto|@smithy|@aws|bowser|fast-xml)/ },
        { name: 'actions', test: /node_modules\/(@actions|undici|tunnel)\// },
        { name: 'yaml', test: /node_modules\/yaml\// },
      ],
    },
  },
});
