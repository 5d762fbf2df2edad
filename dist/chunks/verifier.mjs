import { h as verify, i as SignaturePacket, l as enums, p as readSignature, s as createMessage } from "./openpgp.mjs";
import { j as parseClearsigned } from "./publish.mjs";
import { b as TrustError } from "./core.mjs";
import { t as canSign } from "./keys2.mjs";
import { i as policy, n as digestNames, r as fingerprintOf, t as brokenDigestNames } from "./policy.mjs";
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
// src/adapters/openpgp/signature.ts
/** By how much the signer's clock may be ahead of ours. */
const clockSkew = 864e5;
/**
* @param given armored, or as bytes either armored or binary
* @throws TrustError SIGNATURE_INVALID when it is no signature
*/
async function parseSignature(given, place) {
	const text = typeof given === "string" ? given : new TextDecoder("latin1").decode(given);
	try {
		if (typeof given !== "string" && !text.startsWith("-")) return await readSignature({
			binarySignature: given,
			config: policy
		});
		if (text.lastIndexOf("-----BEGIN") > 0) throw new Error("more than one armored block");
		return await readSignature({
			armoredSignature: text,
			config: policy
		});
	} catch (cause) {
		throw refusal(place, "its signature cannot be read", cause);
	}
}
/**
* The primary fingerprint of the trusted key that made the one, good signature over the bytes. A key that expired after
* it signed is good still, as for gpgv; a revoked one is not.
*
* @throws TrustError SIGNATURE_INVALID
*/
async function verifySignature(given, trusted, now, place) {
	const packet = onlyPacket(given.signature, place);
	const problem = unacceptable(packet, given, now);
	if (problem !== void 0) throw refusal(place, problem);
	const keys = trusted.filter((key) => key.getKeyIDs().some((id) => id.equals(packet.issuerKeyID)));
	const [key] = keys;
	if (key === void 0) throw refusal(place, `it is signed by the key ${issuer(packet)}, which is neither that of signing-key nor among trusted-keys; if you trust it, put its public key into trusted-keys`);
	for (const copy of keys) if (await isRevoked(copy, packet, now)) throw refusal(place, `it is signed by the key ${issuer(packet)}, which is revoked`);
	await verifyBytes(given, key, place);
	return fingerprintOf(key);
}
function onlyPacket(signature, place) {
	const [packet, second] = signature.packets;
	if (second !== void 0) throw refusal(place, `it has ${signature.packets.length} signatures; exactly one is accepted`);
	if (!(packet instanceof SignaturePacket)) throw refusal(place, "its signature is of a version or an algorithm that is not known");
	return packet;
}
function unacceptable(packet, given, now) {
	if (packet.signatureType === null || !given.types.includes(packet.signatureType)) return `its signature is of the type ${packet.signatureType}, not one over ${given.digest ? "a text" : "a file"}`;
	const broken = brokenDigestNames.get(packet.hashAlgorithm);
	if (broken !== void 0) return `its signature rests on ${broken}, which can be forged`;
	const digest = digestNames.get(packet.hashAlgorithm);
	if (digest === void 0) return `its signature rests on digest ${packet.hashAlgorithm}, which gpgv does not know`;
	if (given.digest !== void 0 && given.digest !== digest) return `its line "Hash: ${given.digest}" does not name the digest of its signature, ${digest}`;
	if (packet.created === null || packet.created.getTime() > now.getTime() + clockSkew) return `its signature is dated ${packet.created?.toISOString()}, in the future; is the clock right?`;
	const expiry = packet.getExpirationTime();
	if (expiry.valueOf() <= now.getTime()) return `its signature expired on ${new Date(expiry).toISOString()}`;
}
async function isRevoked(key, packet, now) {
	if (await key.isRevoked(void 0, void 0, now, policy)) return true;
	const [subkey] = key.getSubkeys(packet.issuerKeyID);
	const [binding] = subkey?.bindingSignatures ?? [];
	if (subkey === void 0 || binding === void 0) return false;
	return subkey.isRevoked(binding, key.keyPacket, now, policy);
}
async function verifyBytes(given, key, place) {
	try {
		const { signatures } = await verify({
			message: await createMessage({ binary: given.signed }),
			signature: given.signature,
			verificationKeys: key,
			date: null,
			format: "binary",
			config: policy
		});
		if (signatures.length !== 1) throw new Error("no signature was verified");
		await Promise.all(signatures.map(({ verified }) => verified));
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message : String(cause);
		throw refusal(place, /digest did not match|Signature verification failed/.test(reason) ? `it was changed after the key ${fingerprintOf(key)} signed it` : `the signature by the key ${fingerprintOf(key)} is not good: ${reason}`, cause);
	}
}
function issuer(packet) {
	const { issuerFingerprint, issuerKeyID } = packet;
	if (issuerFingerprint === null) return issuerKeyID.toHex().toUpperCase();
	return Buffer.from(issuerFingerprint).toString("hex").toUpperCase();
}
function refusal(place, problem, cause) {
	return new TrustError("SIGNATURE_INVALID", `${place} cannot be trusted: ${problem}`, { cause });
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
			return {
				text,
				fingerprint: await verifySignature({
					signed: canonicalText(signed),
					signature,
					digest,
					types: [enums.signature.text]
				}, trusted, now, place)
			};
		},
		async facts(fingerprint) {
			const key = trusted.find((candidate) => fingerprintOf(candidate) === fingerprint);
			return key && factsOf(key, now);
		},
		async detached(bytes, signature) {
			const place = "the detached signature";
			try {
				return await verifySignature({
					signed: bytes,
					signature: await parseSignature(signature, place),
					digest: void 0,
					types: [enums.signature.binary, enums.signature.text]
				}, trusted, now, place);
			} catch (error) {
				if (error instanceof TrustError) return void 0;
				throw error;
			}
		}
	};
}
export { newestFirst as a, factsOf as i, parseSignature as n, expiryOf as r, openpgpVerifier as t };
