import { l as enums, o as config } from "./openpgp.mjs";
// src/adapters/openpgp/policy.ts
/** How the library judges keys; where gpgv is more lenient than the library's defaults, we follow gpgv. */
const policy = {
	...config,
	allowInsecureVerificationWithReformattedKeys: true,
	allowMissingKeyFlags: true
};
/** The digests a signature may use, by the name a `Hash:` line gives them. SHA3 is unknown to gpgv. */
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
/** For the others of gpg (brainpool, secp256k1) the library wants a package on Node that it does not come with. */
const curves = /* @__PURE__ */ new Set([
	"nistP256",
	"nistP384",
	"nistP521"
]);
/** Why signatures of this key cannot be verified here; `undefined` when they can. */
function unverifiable(packet) {
	if (packet.algorithm !== enums.publicKey.ecdsa) return void 0;
	const { curve } = packet.getAlgorithmInfo();
	return curves.has(curve) ? void 0 : `is on the curve ${curve}, which is not supported`;
}
/** Why a key cannot sign a root that gpgv 2.2, the oldest reader we serve, verifies; `undefined` when it can. */
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
/** Upper case, as gpg prints it. */
function fingerprintOf(key) {
	return key.getFingerprint().toUpperCase();
}
export { unusableForSigning as a, policy as i, digestNames as n, unverifiable as o, fingerprintOf as r, brokenDigestNames as t };
