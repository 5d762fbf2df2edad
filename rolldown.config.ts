import { defineConfig } from 'rolldown';
import { browserBuilds } from './scripts/bundle/browser-builds.ts';

// Chunks are named by what they hold, so that a diff of dist/ says what changed; each is loaded only when it is needed.
export default defineConfig({
  input: { action: 'src/faces/github/main.ts', cli: 'src/faces/cli/main.ts' },
  platform: 'node',
  transform: { target: 'node20' },
  plugins: [browserBuilds],
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: 'chunks/[name].mjs',
    cleanDir: true,
    // A quarter of what Node would read at every start are comments of libraries on their types.
    comments: { legal: true, annotation: true, jsdoc: false },
    codeSplitting: {
      groups: [
        // A group takes in what its files import, unless a group of a higher priority has it.
        // What the command line needs before it knows what to do.
        {
          name: 'inputs',
          test: /src\/(faces\/(cli\/streams|environment|inputs|reading|version)|core\/filter)\.ts$/,
          priority: 3,
        },
        // What every command needs, and `publish`.
        { name: 'publish', test: /src\/faces\/cli\/execute\.ts$/, priority: 2 },
        // Not the files beside it, each of which is loaded by itself.
        { name: 'openpgp', test: /node_modules\/openpgp\/dist\/lightweight\/openpgp\.mjs$/ },
        { name: 'signing', test: /src\/adapters\/openpgp\// },
        // Of the client of S3, and of that of artifacts.
        { name: 'xml', test: /node_modules\/fast-xml-parser\//, priority: 1 },
        { name: 's3', test: /node_modules\/(@aws-sdk|@aws-crypto|@smithy|@aws|bowser)/ },
        // Of @actions what every step needs; the client of artifacts is in a chunk of its own.
        {
          name: 'actions',
          test: /(?<!@actions\/github\/)node_modules\/(@actions\/(core|http-client|exec|io)|undici|tunnel)\//,
        },
        { name: 'yaml', test: /node_modules\/yaml\// },
      ],
    },
  },
});
