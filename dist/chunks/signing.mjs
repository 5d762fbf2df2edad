import { $t as overlongLine, Qn as TrustError, Xn as InputError } from "./publish.mjs";
import { _ as sign, a as SecretKeyPacket, c as armor, d as decryptKey, f as enums, g as readSignature, h as readPrivateKeys, i as PublicKey, l as config, m as readKeys, n as Message, o as SecretSubkeyPacket, p as generateKey, r as PacketList, s as SignaturePacket, t as LiteralDataPacket, u as createMessage, v as verify } from "./openpgp.mjs";
import { open, unlink } from "node:fs/promises";
// src/core/clearsign.ts
const beginMessage = "-----BEGIN PGP SIGNED MESSAGE-----";
const beginSignature = "\n-----BEGIN PGP SIGNATURE-----\n";
const endSignature = "-----END PGP SIGNATURE-----\n";
const armoredSignature = /^-----BEGIN PGP SIGNATURE-----\n(?:[A-Za-z]+: [^\n]*\n)*\n(?:[A-Za-z0-9+/]+={0,2}\n)+(?:=[A-Za-z0-9+/]{4}\n)?-----END PGP SIGNATURE-----\n$/;
const blankAtEnd = /[ \t]\n/;
const signatureLimit = 16384;
function signableText(text) {
	const problem = unsignable(text);
	if (problem !== void 0) throw new Error(`a text to be signed ${problem}`);
	return new TextEncoder().encode(text);
}
function buildClearsigned(text, digest, signature) {
	if (!armoredSignature.test(signature) || !/\n=[A-Za-z0-9+/]{4}\n-/.test(signature)) throw new Error("not an armored signature with a checksum");
	const before = new TextEncoder().encode(`${beginMessage}\nHash: ${digest}\n\n`);
	const after = new TextEncoder().encode(signature);
	const document = new Uint8Array(before.length + text.length + after.length);
	document.set(before);
	document.set(text, before.length);
	document.set(after, before.length + text.length);
	return document;
}
function parseClearsigned(bytes, place) {
	const document = decode(bytes, place);
	const problem = malformed(document);
	if (problem !== void 0) throw refusal$1(place, problem);
	const hashLine = /\nHash: ([A-Z0-9-]+)\n\n/y;
	hashLine.lastIndex = 34;
	const digest = hashLine.exec(document)?.[1];
	const from = hashLine.lastIndex;
	if (digest === void 0) throw refusal$1(place, "exactly one line \"Hash: …\" and an empty line must follow the first line");
	const end = endOfText(document, from, place);
	const signature = document.slice(end + 1);
	if (signature.length > signatureLimit || !armoredSignature.test(signature)) throw refusal$1(place, !signature.includes(endSignature) ? "it ends before its signature does: it was cut off" : "after the text there must be one armored signature and nothing else");
	const plain = bytes.subarray(from, bytes.length - signature.length);
	return {
		text: document.slice(from, end + 1),
		plain,
		digest,
		signature
	};
}
function unsignable(text) {
	if (/[^ -~\n]/.test(text)) return "may hold printable ASCII and newlines alone";
	if (text.length < 2 || !text.endsWith("\n") || text.endsWith("\n\n")) return "must end in exactly one newline";
	if (text.startsWith("-") || text.includes("\n-")) return "may have no line beginning with a dash";
	if (blankAtEnd.test(text)) return "may have no line ending with a blank";
	const line = overlongLine(text);
	return line && `has ${line.length} bytes in line ${line.line}, more than gpgv reads`;
}
function decode(bytes, place) {
	if (new TextDecoder("latin1").decode(bytes.subarray(0, 34)) !== beginMessage) throw refusal$1(place, `it is not signed: it does not begin with ${beginMessage}`);
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch (cause) {
		throw refusal$1(place, "it is not UTF-8", cause);
	}
}
function malformed(document) {
	if (document.includes("\r")) return "it has carriage returns; lines must end with a line feed alone";
	if (document.includes("\0")) return "it has NUL bytes";
	if (blankAtEnd.test(document)) return "it has lines ending with blanks, which no signature covers";
}
function endOfText(document, from, place) {
	const end = document.indexOf("\n-", from);
	if (end === -1) throw refusal$1(place, "it has no signature after its text: it was cut off");
	if (document.startsWith("- ", from) || document.startsWith("\n- ", end)) throw refusal$1(place, "it has dash-escaped lines (\"- …\"), which this program does not read; sign it without them");
	if (document[from] === "-" || !document.startsWith(beginSignature, end)) throw refusal$1(place, "a line of its text begins with a dash: more than one message, or damage");
	return end;
}
function refusal$1(place, problem, cause) {
	return new TrustError("SIGNATURE_INVALID", `${place} cannot be trusted: ${problem}`, { cause });
}
// src/adapters/openpgp/policy.ts
const policy = {
	...config,
	allowInsecureVerificationWithReformattedKeys: true,
	allowMissingKeyFlags: true
};
const digestNames = /* @__PURE__ */ new Map([
	[enums.hash.sha224, "SHA224"],
	[enums.hash.sha256, "SHA256"],
	[enums.hash.sha384, "SHA384"],
	[enums.hash.sha512, "SHA512"]
]);
const brokenDigestNames = /* @__PURE__ */ new Map([
	[enums.hash.md5, "MD5"],
	[enums.hash.sha1, "SHA1"],
	[enums.hash.ripemd, "RIPEMD160"]
]);
const curves = /* @__PURE__ */ new Set([
	"nistP256",
	"nistP384",
	"nistP521"
]);
function unverifiable(packet) {
	if (packet.algorithm !== enums.publicKey.ecdsa) return void 0;
	const { curve } = packet.getAlgorithmInfo();
	return curves.has(curve) ? void 0 : `is on the curve ${curve}, which is not supported`;
}
function unusableForSigning(packet) {
	if (packet.version !== 4) return `is an OpenPGP v${packet.version} key, and one such key makes a ring unreadable for every gpgv`;
	const { algorithm, bits } = packet.getAlgorithmInfo();
	switch (packet.algorithm) {
		case enums.publicKey.rsaEncryptSign:
		case enums.publicKey.rsaSign: return bits !== void 0 && bits >= 2048 ? void 0 : `has only ${bits} bits; RSA needs 2048`;
		case enums.publicKey.ecdsa: return unverifiable(packet);
		case enums.publicKey.eddsaLegacy: return;
		case enums.publicKey.ed25519:
		case enums.publicKey.ed448: return `is of the newer format for ${algorithm} (algorithm ${packet.algorithm}), which gpgv does not know`;
		default: return `is of the kind ${algorithm}, which is not accepted`;
	}
}
function fingerprintOf(key) {
	return key.getFingerprint().toUpperCase();
}
// src/adapters/openpgp/signature.ts
const clockSkew = 864e5;
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
function issuerOf(packet) {
	const { issuerFingerprint, issuerKeyID } = packet;
	if (issuerFingerprint === null) return issuerKeyID.toHex().toUpperCase();
	return Buffer.from(issuerFingerprint).toString("hex").toUpperCase();
}
function refusal(place, problem, cause) {
	return new TrustError("SIGNATURE_INVALID", `${place} cannot be trusted: ${problem}`, { cause });
}
// src/adapters/openpgp/claimed-key.ts
async function claimedKey(signed) {
	const text = new TextDecoder("latin1").decode(signed);
	const at = text.lastIndexOf("-----BEGIN PGP SIGNATURE-----");
	if (at === -1) return void 0;
	try {
		const { packets } = await parseSignature(text.slice(at), "the signed form");
		const [packet, second] = packets;
		return packet instanceof SignaturePacket && second === void 0 ? issuerOf(packet) : void 0;
	} catch (error) {
		if (error instanceof TrustError) return void 0;
		throw error;
	}
}
// src/adapters/openpgp/keygen.ts
async function generateSigningKey(given) {
	const userId = parseUserId(given.userId);
	const problems = [];
	if (userId === void 0) problems.push(`the user ID ${JSON.stringify(given.userId)} is not of the form "Name <mail@host>"`);
	if (given.passphrase === "") problems.push("the passphrase is empty; leave it out to make a key without one");
	if (userId === void 0 || problems.length > 0) throw new InputError("INPUT_INVALID", problems);
	const { privateKey, publicKey, revocationCertificate } = await generateKey({
		type: "ecc",
		curve: "ed25519Legacy",
		userIDs: userId,
		subkeys: [],
		date: given.now,
		format: "object",
		config: policy,
		...given.passphrase !== void 0 && { passphrase: given.passphrase }
	});
	return {
		privateKey: privateKey.armor(policy),
		publicKey: publicKey.armor(policy),
		revocation: revocationCertificate,
		fingerprint: fingerprintOf(publicKey)
	};
}
function parseUserId(text) {
	const [, name, email] = /^([^\p{C}<>()]+) <([^\p{C}\p{Z}@<>\\]+@[^\p{C}\p{Z}@<>\\]+[^\p{C}\p{Z}\p{P}])>$/u.exec(text) ?? [];
	if (name === void 0 || email === void 0) return void 0;
	return name.trim() === name && text.length <= 200 ? {
		name,
		email
	} : void 0;
}
// src/adapters/openpgp/key-files.ts
async function keygen({ out, ...key }) {
	const pair = await generateSigningKey(key);
	const name = out.replace(/\.asc$/, "");
	const [publicKey, revocation] = [`${name}.pub.asc`, `${name}.rev.asc`];
	await writeNewFiles([
		{
			path: out,
			mode: 384,
			text: pair.privateKey
		},
		{
			path: publicKey,
			mode: 420,
			text: pair.publicKey
		},
		{
			path: revocation,
			mode: 384,
			text: pair.revocation
		}
	]);
	return {
		privateKey: out,
		publicKey,
		revocation,
		fingerprint: pair.fingerprint
	};
}
async function writeNewFiles(files) {
	const made = [];
	const problems = [];
	for (const { path, mode, text } of files) try {
		const file = await open(path, "wx", mode);
		made.push(path);
		try {
			await file.writeFile(text);
			await file.sync();
		} finally {
			await file.close();
		}
	} catch (error) {
		problems.push(describe(path, error));
	}
	if (problems.length === 0) return;
	await Promise.all(made.map((path) => unlink(path)));
	throw new InputError("INPUT_INVALID", problems);
}
function describe(path, error) {
	const code = error instanceof Error && "code" in error ? error.code : error;
	return code === "EEXIST" ? `${path} exists already, and a key is never overwritten: move it away or name another file` : `${path} cannot be written (${code}): name a file in a folder you may write to`;
}
// src/adapters/openpgp/keys.ts
const publicBlock = /-----BEGIN PGP PUBLIC KEY BLOCK-----[\s\S]*?-----END PGP PUBLIC KEY BLOCK-----/g;
async function trustedKeys(given) {
	if (typeof given !== "string" && isBinary(given)) return publicKeys("trusted-keys", () => readKeys({
		binaryKeys: given,
		config: policy
	}));
	return armoredKeys("trusted-keys", typeof given === "string" ? given : new TextDecoder().decode(given));
}
async function armoredKeys(name, text) {
	if (text.includes("PRIVATE KEY BLOCK")) throw privateKeyGiven(name);
	const blocks = text.match(publicBlock) ?? [];
	if (blocks.length === 0) throw invalid$2(`${name} holds no OpenPGP public key: give what gpg --armor --export prints, from its BEGIN line to its END line`);
	if (blocks.length !== text.split("-----BEGIN PGP").length - 1) throw invalid$2(`${name} holds a block that is cut off, or that is not a public key`);
	return readBlocks(name, blocks);
}
async function minimalPublicKey(key) {
	const minimal = new PublicKey(key.toPublic().toPacketList());
	minimal.users = minimal.users.filter((user) => user.userID !== null);
	for (const user of minimal.users) user.otherCertifications = [];
	const signing = [];
	for (const subkey of minimal.subkeys) if (unusableForSigning(subkey.keyPacket) === void 0 && await canSign(minimal, subkey, null)) signing.push(subkey);
	minimal.subkeys = signing;
	return minimal;
}
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
	if (problems.length > 0) throw invalid$2(problems);
	return keys;
}
async function publicKeys(name, read) {
	const keys = await read().catch((cause) => {
		throw invalid$2(`${name} cannot be read as OpenPGP: is it complete?`, cause);
	});
	if (keys.some((key) => key.isPrivate())) throw privateKeyGiven(name);
	const problems = keys.flatMap((key) => {
		const problem = unknownKind(key);
		return problem === void 0 ? [] : [`${name} holds ${fingerprintOf(key)}, which ${problem}`];
	});
	if (problems.length > 0) throw invalid$2(problems);
	return keys;
}
function unknownKind(key) {
	const { version } = key.keyPacket;
	if (version !== 4) return `is an OpenPGP v${version} key; readers of a root know v4 only`;
	return key.getKeys().flatMap((part) => unverifiable(part.keyPacket) ?? [])[0];
}
function isBinary(bytes) {
	return (bytes[0] ?? 0) >= 128;
}
function privateKeyGiven(name) {
	return invalid$2(`${name} holds a private key: give the public one (gpg --armor --export), and keep the private one secret`);
}
function invalid$2(problems, cause) {
	return new InputError("KEY_INVALID", problems, { cause });
}
// src/adapters/openpgp/key-facts.ts
async function factsOf(key, now) {
	return {
		fingerprint: fingerprintOf(key),
		userId: key.getUserIDs()[0],
		expires: await expiryOf(key, await signingPartOf(key, now))
	};
}
async function expiryOf(key, part) {
	const ends = [await key.getExpirationTime(void 0, policy)];
	if ("bindingSignatures" in part) ends.push(await bindingEnd(part));
	const times = ends.map((end) => (end === null ? part.getCreationTime() : end).valueOf());
	const first = Math.min(...times);
	return first === Number.POSITIVE_INFINITY ? void 0 : new Date(first);
}
async function bindingEnd(subkey) {
	const dates = subkey.bindingSignatures.map(({ created }) => created ?? /* @__PURE__ */ new Date(0));
	for (const date of dates.toSorted((a, b) => b.getTime() - a.getTime())) {
		const end = await subkey.getExpirationTime(date, policy);
		if (end !== null) return end;
	}
	return null;
}
async function signingPartOf(key, now) {
	const parts = newestFirst(key);
	for (const date of [now, null]) for (const part of parts) if (await canSign(key, part, date)) return part;
	return key;
}
function newestFirst(key) {
	return [...key.subkeys.toSorted((a, b) => b.getCreationTime().getTime() - a.getCreationTime().getTime()), key];
}
// src/adapters/openpgp/new-key.ts
async function openpgpNewKey(armored, now) {
	const [given, ...more] = await armoredKeys("new-key", armored);
	if (given === void 0 || more.length > 0) throw invalid$1(`new-key holds ${more.length + 1} keys: give one`);
	const problem = await whyUnusable(given, now);
	if (problem !== void 0) throw invalid$1(`new-key ${fingerprintOf(given)} ${problem}`);
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
function invalid$1(problem) {
	return new InputError("KEY_INVALID", problem);
}
// src/adapters/openpgp/canonical-text.ts
const [CR, LF] = [13, 10];
function canonicalText(text) {
	const canonical = new Uint8Array(text.length * 2);
	let to = 0;
	for (let at = 0; at < text.length; at++) {
		const byte = text[at] ?? 0;
		if (byte === LF) canonical[to++] = CR;
		canonical[to++] = byte;
	}
	return canonical.subarray(0, to);
}
// src/adapters/openpgp/verifier.ts
function openpgpVerifier(trusted, now) {
	return {
		async clearsigned(bytes, place) {
			const { text, plain, digest, signature: armored } = parseClearsigned(bytes, place);
			const signature = await parseSignature(armored, place);
			return {
				text,
				plain,
				fingerprint: await verifySignature({
					signed: canonicalText(plain.subarray(0, -1)),
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
// src/adapters/openpgp/ring.ts
function openpgpRing(now) {
	const read = /* @__PURE__ */ new WeakMap();
	const keysOf = (ring) => {
		const keys = read.get(ring) ?? readRing(ring);
		read.set(ring, keys);
		return keys;
	};
	return {
		keys: async (ring) => {
			const keys = await keysOf(ring);
			return Promise.all(keys.map(async (key) => ({
				...await factsOf(key, now),
				publicKey: key.write()
			})));
		},
		async verifies(ring, signed) {
			const verifier = openpgpVerifier(await keysOf(ring), now);
			try {
				await verifier.clearsigned(signed, "the signed text");
				return true;
			} catch (error) {
				if (error instanceof TrustError) return false;
				throw error;
			}
		},
		async armor(ring) {
			const text = armor(enums.armor.publicKey, ring, void 0, void 0, void 0, true, policy);
			return new TextEncoder().encode(text);
		}
	};
}
async function readRing(ring) {
	const keys = await readKeys({
		binaryKeys: ring,
		config: policy
	}).catch((cause) => {
		throw new TrustError("SIGNATURE_INVALID", "the ring of the root holds no public keys", { cause });
	});
	if (keys.some((key) => key.isPrivate())) throw new TrustError("SIGNATURE_INVALID", "the ring of the root holds a private key");
	return keys;
}
// src/adapters/openpgp/signing-key.ts
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
async function signingPart(key, name, now) {
	for (const part of newestFirst(key)) {
		if (secretOf(part) === void 0 || unusableForSigning(part.keyPacket) !== void 0) continue;
		if (await canSign(key, part, now)) return part;
	}
	throw invalid(`${name} has no part that can sign on ${now.toISOString()}: each is for something else, expired, revoked, unknown to gpgv, or its secret was left out of the export (or lies on a card)`);
}
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
function secretOf(part) {
	const { keyPacket } = part;
	return (keyPacket instanceof SecretKeyPacket || keyPacket instanceof SecretSubkeyPacket) && !keyPacket.isMissingSecretKeyMaterial() ? keyPacket : void 0;
}
function invalid(problem) {
	return new InputError("KEY_INVALID", problem);
}
// src/adapters/openpgp/signer.ts
async function openpgpSigner(given) {
	const { privateKey, keyId, publicKey, expires } = await openSigningKey(given);
	const verifier = openpgpVerifier([publicKey], given.now);
	const armoredSignature = async (message) => {
		return (await sign({
			message,
			signingKeys: privateKey,
			signingKeyIDs: keyId,
			detached: true,
			date: given.now,
			format: "object",
			config: policy
		})).armor(policy);
	};
	const place = "the text just signed";
	const signedForm = async (text) => {
		const plain = signableText(text);
		const covered = canonicalText(plain.subarray(0, -1));
		const armored = await armoredSignature(textMessage(covered));
		const signature = await parseSignature(armored, place);
		const digest = digestOf(signature);
		const made = {
			signed: covered,
			signature,
			digest,
			types: [enums.signature.text]
		};
		return {
			document: buildClearsigned(plain, digest, armored),
			made
		};
	};
	const fingerprint = fingerprintOf(publicKey);
	return {
		key: publicKey,
		fingerprint,
		userId: publicKey.getUserIDs()[0],
		expires,
		publicKey: publicKey.write(),
		sample: await proved(fingerprint, async () => {
			const { document } = await signedForm("{}\n");
			await verifier.clearsigned(document, place);
			return document;
		}),
		async clearsign(text) {
			const { document, made } = await signedForm(text);
			await verifySignature(made, [publicKey], given.now, place);
			return document;
		},
		async detach(bytes) {
			const armored = await armoredSignature(await createMessage({ binary: bytes }));
			const signature = new TextEncoder().encode(armored);
			if (await verifier.detached(bytes, signature) === void 0) throw new Error("the detached signature just made is not good");
			return signature;
		}
	};
}
function textMessage(covered) {
	const literal = Object.assign(new LiteralDataPacket(), {
		text: "",
		data: covered
	});
	const packets = new PacketList();
	packets.push(literal);
	return new Message(packets);
}
async function proved(fingerprint, sample) {
	return sample().catch(() => {
		throw new InputError("KEY_INVALID", `signing-key ${fingerprint} does not make signatures that its own public key verifies: it is damaged`);
	});
}
function digestOf({ packets }) {
	const digest = digestNames.get(packets[0]?.hashAlgorithm ?? null);
	if (digest === void 0) throw new Error("signed with a digest that gpgv does not know");
	return digest;
}
// src/adapters/openpgp/signing.ts
async function openpgpSigning(given) {
	const { passphrase, now } = given;
	const [signer, others] = await Promise.allSettled([openpgpSigner({
		privateKey: given.signingKey,
		passphrase,
		now
	}), given.trustedKeys === void 0 ? [] : trustedKeys(given.trustedKeys)]);
	if (signer.status === "rejected" || others.status === "rejected") throw joined([signer, others]);
	return {
		signer: signer.value,
		verifier: openpgpVerifier([signer.value.key, ...others.value], now),
		ring: openpgpRing(now)
	};
}
function joined(results) {
	const problems = [];
	for (const result of results) {
		if (result.status === "fulfilled") continue;
		if (!(result.reason instanceof InputError)) return result.reason;
		problems.push(...result.reason.problems);
	}
	return new InputError("KEY_INVALID", problems);
}
export { armoredKeys as a, trustedKeys as c, parseClearsigned as d, openpgpNewKey as i, keygen as l, openpgpRing as n, canSign as o, openpgpVerifier as r, minimalPublicKey as s, openpgpSigning as t, claimedKey as u };
