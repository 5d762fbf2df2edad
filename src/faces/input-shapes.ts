import { type Command, commands } from './input.ts';

export const publish: readonly Command[] = ['publish'];
export const check: readonly Command[] = ['check'];
export const publishAndCheck: readonly Command[] = ['publish', 'check'];
export const keygen: readonly Command[] = ['keygen'];

export const text = { kind: 'text', commands: publishAndCheck } as const;
export const line = {
  ...text,
  format: 'one line of text, 256 characters at most',
  placeholder: 'TEXT',
} as const;
export const list = { kind: 'list', commands: publishAndCheck } as const;
export const switched = { kind: 'boolean', default: 'false', commands: publish } as const;
export const flag = { kind: 'boolean', commands, flagOnly: true } as const;
