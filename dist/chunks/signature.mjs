import { h as verify, i as SignaturePacket, p as readSignature, s as createMessage } from "./openpgp.mjs";
import { A as TrustError } from "./core.mjs";
import { i as policy, n as digestNames, r as fingerprintOf, t as brokenDigestNames } from "./policy.mjs";
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
	if (key === void 0) throw refusal(place, `it is signed by the key ${issuerOf(packet)}, which is neither that of signing-key nor among trusted-keys; if you trust it, put its public key into trusted-keys (while the key of a root is being changed, those of both)`);
	for (const copy of keys) if (await isRevoked(copy, packet, now)) throw refusal(place, `it is signed by the key ${issuerOf(packet)}, which is revoked`);
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
/** The fingerprint of the key that says it has signed, or its last 16 digits, in upper case. */
function issuerOf(packet) {
	const { issuerFingerprint, issuerKeyID } = packet;
	if (issuerFingerprint === null) return issuerKeyID.toHex().toUpperCase();
	return Buffer.from(issuerFingerprint).toString("hex").toUpperCase();
}
function refusal(place, problem, cause) {
	return new TrustError("SIGNATURE_INVALID", `${place} cannot be trusted: ${problem}`, { cause });
}
export { parseSignature as n, verifySignature as r, issuerOf as t };
