import { n as canSign } from "./keys2.mjs";
import { i as policy, r as fingerprintOf } from "./policy.mjs";
// src/adapters/openpgp/key-facts.ts
/** What is told of a key to people. @param now when it is to sign */
async function factsOf(key, now) {
	return {
		fingerprint: fingerprintOf(key),
		userId: key.getUserIDs()[0],
		expires: await expiryOf(key, await signingPartOf(key, now))
	};
}
/**
* When `part` of `key` can sign no more: with it expires what binds it to its key, and the key itself.
* @returns `undefined` when it never expires
*/
async function expiryOf(key, part) {
	const ends = [await key.getExpirationTime(void 0, policy)];
	if ("bindingSignatures" in part) ends.push(await bindingEnd(part));
	const times = ends.map((end) => (end === null ? part.getCreationTime() : end).valueOf());
	const first = Math.min(...times);
	return first === Number.POSITIVE_INFINITY ? void 0 : new Date(first);
}
/** By the newest binding that is valid, also one that has expired; `null` when there is none. */
async function bindingEnd(subkey) {
	const dates = subkey.bindingSignatures.map(({ created }) => created ?? /* @__PURE__ */ new Date(0));
	for (const date of dates.toSorted((a, b) => b.getTime() - a.getTime())) {
		const end = await subkey.getExpirationTime(date, policy);
		if (end !== null) return end;
	}
	return null;
}
/** The part that signs now; of a key that signs no more, the one that was the last to. */
async function signingPartOf(key, now) {
	const parts = newestFirst(key);
	for (const date of [now, null]) for (const part of parts) if (await canSign(key, part, date)) return part;
	return key;
}
/** The parts of a key in the order in which gpg asks them to sign: the newest subkey, the primary key last. */
function newestFirst(key) {
	return [...key.subkeys.toSorted((a, b) => b.getCreationTime().getTime() - a.getCreationTime().getTime()), key];
}
export { factsOf as n, newestFirst as r, expiryOf as t };
