import { checkRoot } from '../core/consumers/check.ts';
import { rules } from '../core/consumers/rules/table.ts';
import type { Ports } from '../ports.ts';
import { type CheckReport, checkReport } from './check-report.ts';
import type { PublishRequest } from './publication.ts';
import { readImage } from './publish.ts';
import { publishEdit } from './publish-edit.ts';

/**
 * Tells what the consumers would make of a root that these files were published into, and nothing else. Writes nothing.
 * @throws InputError when the files make no image
 */
export async function checkFiles(
  request: PublishRequest,
  ports: Pick<Ports, 'images' | 'reporter' | 'clock' | 'sha256'>,
): Promise<CheckReport> {
  const { images, reporter } = ports;
  try {
    const image = await readImage(request, ports);
    // The edit refuses what is found; here everything is told.
    const unjudged = { ...request, allow: rules.map(({ code }) => code) };
    const edited = publishEdit(unjudged, image)(new Map(), { place: ({ path }) => path });
    const { product, contentId } = image;
    reporter.group('Plan');
    reporter.info(`${product} would get version ${edited.outcome.serial}`);
    const given = request.publicUrl === undefined ? {} : { publicUrl: request.publicUrl };
    const view = { index: undefined, signed: true, documents: edited.changed, ...given };
    reporter.group('Result');
    return checkReport(request, {
      root: undefined,
      findings: checkRoot(view, request.consumers),
      paths: { [contentId]: `streams/v1/${contentId}.json` },
      remarks: [],
    });
  } finally {
    await images.close();
  }
}
