import { d as readKeys, t as PublicKey } from "./openpgp.mjs";
import { D as InputError } from "./core.mjs";
import { a as unusableForSigning, i as policy, o as unverifiable, r as fingerprintOf } from "./policy.mjs";
// src/adapters/openpgp/keys.ts
const publicBlock = /-----BEGIN PGP PUBLIC KEY BLOCK-----[\s\S]*?-----END PGP PUBLIC KEY BLOCK-----/g;
/**
* The keys of the input `trusted-keys`: one or several armored public key blocks, or a binary ring.
*
* @throws InputError KEY_INVALID naming every block that is no public key of OpenPGP v4
*/
async function trustedKeys(given) {
	if (typeof given !== "string" && isBinary(given)) return publicKeys("trusted-keys", () => readKeys({
		binaryKeys: given,
		config: policy
	}));
	return armoredKeys("trusted-keys", typeof given === "string" ? given : new TextDecoder().decode(given));
}
/**
* The keys of one or several armored public key blocks.
*
* @param name of the input
* @throws InputError KEY_INVALID naming every block that is no public key of OpenPGP v4
*/
async function armoredKeys(name, text) {
	if (text.includes("PRIVATE KEY BLOCK")) throw privateKeyGiven(name);
	const blocks = text.match(publicBlock) ?? [];
	if (blocks.length === 0) throw invalid(`${name} holds no OpenPGP public key: give what gpg --armor --export prints, from its BEGIN line to its END line`);
	if (blocks.length !== text.split("-----BEGIN PGP").length - 1) throw invalid(`${name} holds a block that is cut off, or that is not a public key`);
	return readBlocks(name, blocks);
}
/**
* A copy with what a reader of signatures needs: no encryption keys, no photographs, no signatures by others, no subkey
* that is revoked or that gpgv cannot read.
*/
async function minimalPublicKey(key) {
	const minimal = new PublicKey(key.toPublic().toPacketList());
	minimal.users = minimal.users.filter((user) => user.userID !== null);
	for (const user of minimal.users) user.otherCertifications = [];
	const signing = [];
	for (const subkey of minimal.subkeys) if (unusableForSigning(subkey.keyPacket) === void 0 && await canSign(minimal, subkey, null)) signing.push(subkey);
	minimal.subkeys = signing;
	return minimal;
}
/** Whether `part` of `key` may sign at `date`; with `null`, whether it may have at some time. */
function canSign(key, part, date) {
	return key.getSigningKey(part.getKeyID(), date, void 0, policy).then(() => true, () => false);
}
async function readBlocks(input, blocks) {
	const read = await Promise.allSettled(blocks.map((block, index) => {
		return publicKeys(blocks.length === 1 ? input : `block ${index + 1} of ${input}`, () => readKeys({
			armoredKeys: block,
			config: policy
		}));
	}));
	const problems = [];
	const keys = [];
	for (const result of read) if (result.status === "fulfilled") keys.push(...result.value);
	else if (result.reason instanceof InputError) problems.push(...result.reason.problems);
	else throw result.reason;
	if (problems.length > 0) throw invalid(problems);
	return keys;
}
async function publicKeys(name, read) {
	const keys = await read().catch((cause) => {
		throw invalid(`${name} cannot be read as OpenPGP: is it complete?`, cause);
	});
	if (keys.some((key) => key.isPrivate())) throw privateKeyGiven(name);
	const problems = keys.flatMap((key) => {
		const problem = unknownKind(key);
		return problem === void 0 ? [] : [`${name} holds ${fingerprintOf(key)}, which ${problem}`];
	});
	if (problems.length > 0) throw invalid(problems);
	return keys;
}
function unknownKind(key) {
	const { version } = key.keyPacket;
	if (version !== 4) return `is an OpenPGP v${version} key; readers of a root know v4 only`;
	return key.getKeys().flatMap((part) => unverifiable(part.keyPacket) ?? [])[0];
}
/** Every OpenPGP packet begins with the highest bit set (RFC 9580, section 4.2), no armor does. */
function isBinary(bytes) {
	return (bytes[0] ?? 0) >= 128;
}
function privateKeyGiven(name) {
	return invalid(`${name} holds a private key: give the public one (gpg --armor --export), and keep the private one secret`);
}
function invalid(problems, cause) {
	return new InputError("KEY_INVALID", problems, { cause });
}
export { trustedKeys as i, canSign as n, minimalPublicKey as r, armoredKeys as t };
