import { D as InputError } from "./core.mjs";
import { u as generateKey } from "./openpgp.mjs";
import { i as policy, r as fingerprintOf } from "./policy.mjs";
import { open, unlink } from "node:fs/promises";
// src/adapters/openpgp/keygen.ts
/**
* Makes an Ed25519 key that signs and does nothing else, without an expiry. It has the older format (algorithm 22):
* gpgv 2.2 and 2.4 do not know the one of RFC 9580.
*
* @throws InputError INPUT_INVALID
*/
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
/** Of an address, what the library takes: it must not end in a mark. */
function parseUserId(text) {
	const [, name, email] = /^([^\p{C}<>()]+) <([^\p{C}\p{Z}@<>\\]+@[^\p{C}\p{Z}@<>\\]+[^\p{C}\p{Z}\p{P}])>$/u.exec(text) ?? [];
	if (name === void 0 || email === void 0) return void 0;
	return name.trim() === name && text.length <= 200 ? {
		name,
		email
	} : void 0;
}
// src/adapters/openpgp/key-files.ts
/**
* Makes a signing key and writes it to three new files: the private one and the certificate that revokes it, which its
* owner alone may read, and the public one. Nothing is overwritten, and nothing is left behind when it fails.
*
* @throws InputError INPUT_INVALID when the user ID is none, or a file exists or cannot be written
*/
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
export { keygen };
