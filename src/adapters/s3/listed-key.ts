import { unescape as unescaped } from 'node:querystring';

/**
 * Objects are asked for with escaped keys: XML cannot hold every character that the key of a foreign writer may have, and
 * the SDK's parser makes a line feed of a carriage return, and nothing of a key that is a line feed.
 */
export const escapedKeys = { EncodingType: 'url' } as const;

/**
 * A key of a list as it is stored. Amazon writes a blank as `+`, others as `%20`; all of them write `+` as `%2B`. A server
 * that does not know the encoding does not name it either.
 * @param encoding as the answer names it
 */
export function listedKey(text: string, encoding: string | undefined): string {
  return encoding === 'url' ? unescaped(text.replaceAll('+', ' ')) : text;
}
