import manifest from '../../package.json' with { type: 'json' };

/** Of this program; written into the bundle, which has no package.json beside it. */
export const version: string = manifest.version;
