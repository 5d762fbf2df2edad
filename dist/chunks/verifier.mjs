import { l as enums } from "./openpgp.mjs";
import { W as parseClearsigned } from "./publish.mjs";
import { A as TrustError } from "./core.mjs";
import { n as factsOf } from "./key-facts.mjs";
import { r as fingerprintOf } from "./policy.mjs";
import { n as parseSignature, r as verifySignature } from "./signature.mjs";
// src/adapters/openpgp/canonical-text.ts
const [CR, LF] = [13, 10];
/**
* A text as its signature covers it: every line ends with CR LF (RFC 9580, section 5.2.1.2). The library leaves alone
* what is so already; by itself it makes an array of every line.
* @param text with LF alone
*/
function canonicalText(text) {
	let lines = 0;
	for (let at = text.indexOf(LF); at !== -1; at = text.indexOf(LF, at + 1)) lines++;
	const canonical = new Uint8Array(text.length + lines);
	let to = 0;
	for (let at = 0; at < text.length; at++) {
		const byte = text[at] ?? 0;
		if (byte === LF) canonical[to++] = CR;
		canonical[to++] = byte;
	}
	return canonical;
}
// src/adapters/openpgp/verifier.ts
/**
* Trusts the signatures of `trusted` keys and of their signing subkeys, and no others.
*
* @param now the time of the run: signatures dated more than a day after it, or expired by it, are refused
*/
function openpgpVerifier(trusted, now) {
	return {
		async clearsigned(bytes, place) {
			const { text, signed, digest, signature: armored } = parseClearsigned(bytes, place);
			const signature = await parseSignature(armored, place);
			const given = {
				signed: canonicalText(signed),
				signature,
				digest,
				types: [enums.signature.text]
			};
			return {
				text,
				fingerprint: await verifySignature(given, trusted, now, place)
			};
		},
		async facts(fingerprint) {
			const key = trusted.find((candidate) => fingerprintOf(candidate) === fingerprint);
			return key && factsOf(key, now);
		},
		async detached(bytes, signature) {
			const place = "the detached signature";
			try {
				const given = {
					signed: bytes,
					signature: await parseSignature(signature, place),
					digest: void 0,
					types: [enums.signature.binary, enums.signature.text]
				};
				return await verifySignature(given, trusted, now, place);
			} catch (error) {
				if (error instanceof TrustError) return void 0;
				throw error;
			}
		}
	};
}
export { openpgpVerifier as t };
