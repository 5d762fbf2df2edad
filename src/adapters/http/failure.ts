/** The server says that it cannot answer now. */
export class BusyError extends Error {}

const words: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no such host is known; is the name right?',
  EAI_AGAIN: 'the name of the host cannot be looked up now',
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was reset',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'there is no way to its network',
  ETIMEDOUT: 'the connection timed out',
  UND_ERR_CONNECT_TIMEOUT: 'the connection timed out',
  UND_ERR_SOCKET: 'the connection broke off in the middle of the answer',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the answer is shorter or longer than it says',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed; NODE_EXTRA_CA_CERTS can name it',
  SELF_SIGNED_CERT_IN_CHAIN:
    'its certificate is of an authority that is not known; NODE_EXTRA_CA_CERTS can name it',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'its certificate is of an authority that is not known; NODE_EXTRA_CA_CERTS can name it',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    'its certificate is of an authority that is not known; NODE_EXTRA_CA_CERTS can name it',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
};

/** Whether it may go well the next time: everything but a wrong name, a wrong certificate or too many redirects. */
export function isPassing(error: unknown): boolean {
  if (error instanceof BusyError) return true;
  const code = codesOf(error).find((known) => known in words);
  return code !== undefined && code !== 'ENOTFOUND' && !/CERT|VERIFY/.test(code);
}

/** Why a fetch failed. `fetch` itself says "fetch failed", and the causes behind it say why. */
export function explainFetchFailure(error: unknown): string {
  for (const code of codesOf(error)) {
    const known = words[code];
    if (known !== undefined) return `${known} (${code})`;
  }
  const messages = causesOf(error).map((cause) => cause.message);
  return messages.at(-1) ?? String(error);
}

function codesOf(error: unknown): readonly string[] {
  return causesOf(error).flatMap((cause) =>
    'code' in cause && typeof cause.code === 'string' ? [cause.code] : [],
  );
}

/** The error, what led to it, and the members of an AggregateError (one an address). */
function causesOf(error: unknown): readonly Error[] {
  if (!(error instanceof Error)) return [];
  const members = error instanceof AggregateError ? error.errors.flatMap(causesOf) : [];
  return [error, ...members, ...causesOf(error.cause)];
}
