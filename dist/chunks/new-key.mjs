import { D as InputError } from "./core.mjs";
import { n as factsOf, r as newestFirst } from "./key-facts.mjs";
import { n as canSign, r as minimalPublicKey, t as armoredKeys } from "./keys2.mjs";
import { a as unusableForSigning, i as policy, r as fingerprintOf } from "./policy.mjs";
// src/adapters/openpgp/new-key.ts
/**
* The key of the input `new-key`, as a ring holds it: one that can sign a root at `now`.
*
* @param armored a public key
* @throws InputError KEY_INVALID
*/
async function openpgpNewKey(armored, now) {
	const [given, ...more] = await armoredKeys("new-key", armored);
	if (given === void 0 || more.length > 0) throw invalid(`new-key holds ${more.length + 1} keys: give one`);
	const problem = await whyUnusable(given, now);
	if (problem !== void 0) throw invalid(`new-key ${fingerprintOf(given)} ${problem}`);
	const key = await minimalPublicKey(given);
	return {
		...await factsOf(key, now),
		publicKey: key.write()
	};
}
async function whyUnusable(key, now) {
	const unusable = unusableForSigning(key.keyPacket);
	if (unusable !== void 0) return `${unusable}: make a key with simplestreams keygen`;
	if (await key.isRevoked(void 0, void 0, now, policy)) return "is revoked";
	for (const part of newestFirst(key)) if (unusableForSigning(part.keyPacket) === void 0 && await canSign(key, part, now)) return;
	return `has no part that can sign on ${now.toISOString()}: each is for something else, expired, revoked, or unknown to gpgv`;
}
function invalid(problem) {
	return new InputError("KEY_INVALID", problem);
}
export { openpgpNewKey };
