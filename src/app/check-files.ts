import { checkRoot } from '../core/consumers/check.ts';
import { rules } from '../core/consumers/rules/table.ts';
import type { Ports } from '../ports.ts';
import { type CheckReport, checkReport } from './check-report.ts';
import type { PublishRequest } from './publication.ts';
import { publishEdit } from './publish-edit.ts';
import { readImages } from './read-images.ts';

/**
 * Tells what the consumers would make of a root that these files were published into, and nothing else. Writes nothing.
 * @throws InputError when the files make no image
 */
export async function checkFiles(
  request: PublishRequest,
  ports: Pick<Ports, 'images' | 'reporter' | 'clock' | 'sha256'>,
): Promise<CheckReport> {
  const { images, reporter, clock } = ports;
  try {
    const read = await readImages(request, ports);
    // The edit refuses what is found; here everything is told.
    const unjudged = { ...request, allow: rules.map(({ code }) => code) };
    const edit = publishEdit(unjudged, read, clock.now());
    const edited = edit(new Map(), { place: ({ path }) => path }, undefined);
    reporter.group('Plan');
    for (const { image, serial } of edited.outcome.images) {
      reporter.info(`${image.product} would get version ${serial}`);
    }
    const given = request.publicUrl === undefined ? {} : { publicUrl: request.publicUrl };
    const view = { index: undefined, signed: true, documents: edited.changed, ...given };
    reporter.group('Result');
    return checkReport(request, {
      root: undefined,
      findings: checkRoot(view, request.consumers),
      paths: Object.fromEntries(
        [...edited.changed.keys()].map((contentId) => [contentId, `streams/v1/${contentId}.json`]),
      ),
      remarks: [],
    });
  } finally {
    await images.close();
  }
}
