import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { bundleCli } from './support/bundle.ts';
import { writeImage } from './support/image.ts';
import { privateKey } from './support/keys.ts';
import { makeScene, passphrase } from './support/scene.ts';
import { webServer } from './support/web-server.ts';

let cli: string;
beforeAll(async () => {
  cli = await bundleCli();
}, 60_000);

/** The folder behind a web server. */
function serve(root: string): Promise<number> {
  return webServer((request, response) => {
    readFile(join(root, new URL(request.url ?? '', 'http://host').pathname)).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    );
  });
}

test.each([
  { days: 20, code: 0, rule: 'KEY-001', left: 19 },
  { days: 5, code: 7, rule: 'KEY-002', left: 4 },
])(
  'a key that is good for $days days is warned of when it signs, and $rule behind a web server',
  async ({ days, code, rule, left }) => {
    const scene = await makeScene(cli);
    const key = await privateKey({ passphrase, days });
    const image = await writeImage(join(scene.folder, 'image'));
    const published = await scene.publish({ image, key });
    expect(published.code).toBe(0);
    expect(published.stderr).toMatch(
      new RegExp(`^warning: the signing key of .*, in ${left} days; .*rotate-key`, 'm'),
    );
    const url = `http://127.0.0.1:${await serve(scene.root)}`;
    for (const args of [[], ['--for', 'sstream']]) {
      const checked = await scene.run(['check', url, '--for', 'incus', '--json', ...args]);
      const { findings } = JSON.parse(checked.stdout);
      expect(findings.map((finding: { code: string }) => finding.code)).toContain(rule);
      // Incus wants https.
      const allowed = await scene.run([
        'check',
        url,
        '--for',
        'incus',
        '--allow',
        'LXD-011',
        ...args,
      ]);
      expect(allowed.code).toBe(code);
    }
  },
);
