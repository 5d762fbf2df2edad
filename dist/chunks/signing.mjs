import { c as decryptKey, d as readKeys, f as readPrivateKeys, m as sign, n as SecretKeyPacket, r as SecretSubkeyPacket, s as createMessage } from "./openpgp.mjs";
import { D as InputError } from "./core.mjs";
import { i as trustedKeys, n as canSign, r as minimalPublicKey } from "./keys2.mjs";
import { a as unusableForSigning, i as policy, n as digestNames, r as fingerprintOf } from "./policy.mjs";
import { t as openpgpRing } from "./ring2.mjs";
import { U as buildClearsigned } from "./publish.mjs";
import { n as parseSignature } from "./signature.mjs";
import { r as newestFirst, t as expiryOf } from "./key-facts.mjs";
import { t as openpgpVerifier } from "./verifier.mjs";
// src/adapters/openpgp/signing-key.ts
/**
* Opens the key of the input `signing-key`.
*
* No error carries a cause here: the library's messages are about secret bytes.
* @throws InputError KEY_INVALID
*/
async function openSigningKey(given) {
	const key = await readOnlyKey(given.privateKey);
	const name = `signing-key ${fingerprintOf(key)}`;
	await checkPrimary(key, name, given.now);
	const publicKey = await minimalPublicKey(key);
	const part = await signingPart(key, name, given.now);
	const expires = await expiryOf(key, part);
	reduce(key, part);
	return {
		privateKey: await unlock(key, part, given.passphrase, name),
		keyId: part.getKeyID(),
		publicKey,
		expires
	};
}
async function readOnlyKey(text) {
	const blocks = text.split("-----BEGIN PGP PRIVATE KEY BLOCK-----").length - 1;
	if (blocks === 0 && text.includes("-----BEGIN PGP PUBLIC KEY BLOCK-----")) throw invalid("signing-key is a public key: give the private one (gpg --armor --export-secret-keys)");
	if (blocks === 0) throw invalid("signing-key is no armored OpenPGP private key: give the key itself, from \"-----BEGIN PGP PRIVATE KEY BLOCK-----\" to its END line; simplestreams keygen makes one");
	if (blocks > 1) throw invalid(`signing-key holds ${blocks} private key blocks: give one`);
	const keys = await readPrivateKeys({
		armoredKeys: text,
		config: policy
	}).catch(() => {
		throw invalid("signing-key cannot be read as an OpenPGP private key: is it complete?");
	});
	const [key] = keys;
	if (key === void 0 || keys.length > 1) throw invalid(`signing-key holds ${keys.length} keys (${keys.map(fingerprintOf).join(", ")}): give one`);
	return key;
}
async function checkPrimary(key, name, now) {
	const unusable = unusableForSigning(key.keyPacket);
	if (unusable !== void 0) throw invalid(`${name} ${unusable}: make a key with simplestreams keygen`);
	if (await key.isRevoked(void 0, void 0, now, policy)) throw invalid(`${name} is revoked`);
	const created = key.getCreationTime();
	if (created > now) throw invalid(`${name} was made on ${created.toISOString()}, in the future: is the clock right?`);
	const expiry = await key.getExpirationTime(void 0, policy);
	if (expiry === null) throw invalid(`${name} has no user ID with a valid self-signature`);
	if (expiry.valueOf() <= now.getTime()) throw invalid(`${name} expired on ${new Date(expiry).toISOString()}: prolong it (gpg --quick-set-expire) and give it again, or rotate to another key`);
}
/** The newest subkey that can sign, else the primary key: the choice gpg makes. */
async function signingPart(key, name, now) {
	for (const part of newestFirst(key)) {
		if (secretOf(part) === void 0 || unusableForSigning(part.keyPacket) !== void 0) continue;
		if (await canSign(key, part, now)) return part;
	}
	throw invalid(`${name} has no part that can sign on ${now.toISOString()}: each is for something else, expired, revoked, unknown to gpgv, or its secret was left out of the export (or lies on a card)`);
}
/** So that only the part that signs must be unlocked; the others may have another passphrase, or no secret at all. */
function reduce(key, part) {
	key.subkeys = key.subkeys.filter((subkey) => subkey === part);
	const { keyPacket } = key;
	if (part !== key && keyPacket instanceof SecretKeyPacket) keyPacket.makeDummy(policy);
}
async function unlock(key, part, passphrase, name) {
	if (secretOf(part)?.isDecrypted() === true) return key;
	if (passphrase === void 0 || passphrase === "") throw invalid(`${name} is protected by a passphrase: set signing-key-passphrase`);
	return decryptKey({
		privateKey: key,
		passphrase,
		config: policy
	}).catch((error) => {
		throw invalid(error instanceof Error && error.message.includes("Incorrect key passphrase") ? `signing-key-passphrase does not open ${name}` : `${name} is protected in a way that is not supported, or is damaged: export it again with gpg 2`);
	});
}
/** `undefined` when there is none: stripped, on a card, or protected in an unknown way. */
function secretOf(part) {
	const { keyPacket } = part;
	return (keyPacket instanceof SecretKeyPacket || keyPacket instanceof SecretSubkeyPacket) && !keyPacket.isMissingSecretKeyMaterial() ? keyPacket : void 0;
}
function invalid(problem) {
	return new InputError("KEY_INVALID", problem);
}
// src/adapters/openpgp/signer.ts
/**
* Every signature is dated `now`.
*
* @throws InputError KEY_INVALID naming `signing-key`, when it is not one whose signatures gpgv 2.2 accepts at `now`
*/
async function openpgpSigner(given) {
	const { privateKey, keyId, publicKey, expires } = await openSigningKey(given);
	const verifier = openpgpVerifier([publicKey], given.now);
	const armoredSignature = (message) => sign({
		message,
		signingKeys: privateKey,
		signingKeyIDs: keyId,
		detached: true,
		date: given.now,
		config: policy
	});
	const signer = {
		fingerprint: fingerprintOf(publicKey),
		userId: publicKey.getUserIDs()[0],
		expires,
		publicKey: publicKey.write(),
		async clearsign(text) {
			const place = "the text just signed";
			const covered = text.slice(0, -1).replaceAll("\n", "\r\n");
			const signature = await armoredSignature(await createMessage({ text: covered }));
			const digest = await digestOf(signature, place);
			const document = new TextEncoder().encode(buildClearsigned(text, digest, signature));
			await verifier.clearsigned(document, place);
			return document;
		},
		async detach(bytes) {
			const armored = await armoredSignature(await createMessage({ binary: bytes }));
			const signature = new TextEncoder().encode(armored);
			if (await verifier.detached(bytes, signature) === void 0) throw new Error("the detached signature just made is not good");
			return signature;
		}
	};
	await prove(signer);
	return signer;
}
/** Secret and public numbers that do not belong together show only in a signature. */
async function prove(signer) {
	await signer.clearsign("{}\n").catch(() => {
		throw new InputError("KEY_INVALID", `signing-key ${signer.fingerprint} does not make signatures that its own public key verifies: it is damaged`);
	});
}
async function digestOf(armored, place) {
	const { packets } = await parseSignature(armored, place);
	const digest = digestNames.get(packets[0]?.hashAlgorithm ?? null);
	if (digest === void 0) throw new Error("signed with a digest that gpgv does not know");
	return digest;
}
// src/adapters/openpgp/signing.ts
/**
* What signs, and what trusts the signing key and `trusted-keys`.
*
* @throws InputError KEY_INVALID with the problems of both inputs
*/
async function openpgpSigning(given) {
	const { passphrase, now } = given;
	const [signer, others] = await Promise.allSettled([openpgpSigner({
		privateKey: given.signingKey,
		passphrase,
		now
	}), given.trustedKeys === void 0 ? [] : trustedKeys(given.trustedKeys)]);
	if (signer.status === "rejected" || others.status === "rejected") throw joined([signer, others]);
	const own = await readKeys({
		binaryKeys: signer.value.publicKey,
		config: policy
	});
	return {
		signer: signer.value,
		verifier: openpgpVerifier([...own, ...others.value], now),
		ring: openpgpRing(now)
	};
}
/** The input errors as one; anything else is a bug and goes first. */
function joined(results) {
	const problems = [];
	for (const result of results) {
		if (result.status === "fulfilled") continue;
		if (!(result.reason instanceof InputError)) return result.reason;
		problems.push(...result.reason.problems);
	}
	return new InputError("KEY_INVALID", problems);
}
export { openpgpSigning };
