// src/core/error.ts
/**
* The error tree. Who must act decides the class, and the class decides the exit code, which users' scripts rely on.
* A message says what happened, to which path or product, and what to do; it never holds a secret.
*/
var Failure = class extends Error {
	code;
	constructor(code, message, options) {
		super(message, options);
		this.code = code;
		this.name = new.target.name;
	}
};
/** The user must change an input or an image. Holds every problem found, not only the first. */
var InputError = class extends Failure {
	exitCode = 2;
	problems;
	constructor(code, problems, options) {
		const list = typeof problems === "string" ? [problems] : problems;
		super(code, list.join("\n"), options);
		this.problems = list;
	}
};
/** Somebody else published something that this run may not replace, or kept publishing past the time bound. */
var ConflictError = class extends Failure {
	exitCode = 3;
};
/** What was read cannot be trusted, or would have to be trusted without proof. Nothing was written. */
var TrustError = class extends Failure {
	exitCode = 4;
};
/** The store refused, failed, or gave an answer from which the outcome cannot be known. */
var StoreError = class extends Failure {
	exitCode = 5;
};
/** The commit is done and readers see it; objects derived from the head could not be brought up. */
var FollowersError = class extends Failure {
	exitCode = 6;
};
/** A consumer would ignore or refuse the result, or a document in the root breaks the schema. */
var FindingError = class extends Failure {
	exitCode = 7;
};
/** The run was ended by a signal; exit code 128 + its number. */
var SignalError = class extends Failure {
	exitCode;
	constructor(signal, number) {
		super("SIGNAL", `ended by ${signal}`);
		this.exitCode = 128 + number;
	}
};
/** True for every error of the tree above; anything else is a bug of ours. */
function isSimplestreamsError(error) {
	return error instanceof Failure;
}
// src/core/finding.ts
/** What a consumer does with what breaks a rule: how bad it is, and in which words. */
const consequences = {
	"stream-hidden": {
		severity: "error",
		words: "nothing of the root is listed"
	},
	"source-rejected": {
		severity: "error",
		words: "the whole source is rejected"
	},
	"import-aborted": {
		severity: "error",
		words: "the whole import or mirror run stops"
	},
	"product-ignored": {
		severity: "error",
		words: "the product is passed over"
	},
	"image-invisible": {
		severity: "error",
		words: "the image is not listed"
	},
	"old-version-served": {
		severity: "error",
		words: "an old or another image is handed out"
	},
	"download-fails": {
		severity: "error",
		words: "it is listed, and its download fails"
	},
	"not-deployable": {
		severity: "warning",
		words: "it is accepted, and cannot be used"
	},
	"listed-wrong": {
		severity: "warning",
		words: "it is listed with wrong or missing words"
	},
	advice: {
		severity: "note",
		words: "it works, with a catch"
	}
};
const severities = [
	"error",
	"warning",
	"note"
];
/** `images · alpine:3.22:amd64:default · 20261120_1504 · squashfs · size` */
function describePlace({ document, product, serial, item, field }) {
	return [
		document,
		product,
		serial,
		item,
		field
	].filter((part) => part !== void 0).join(" · ");
}
/** A finding in one line. */
function describeFinding({ code, place, message, says, fix }) {
	const quoted = says === void 0 ? "" : ` ("${says}")`;
	return `${code} ${describePlace(place)}: ${message}${quoted}; ${fix}`;
}
// src/core/arch.ts
/** The names kernels and other tools give, to the Debian name, which `<alias>/<arch>` is published with. */
const debianNames = {
	x86_64: "amd64",
	i386: "i386",
	i586: "i386",
	i686: "i386",
	aarch64: "arm64",
	armv7l: "armhf",
	armhfp: "armhf",
	armv6l: "armel",
	ppc64le: "ppc64el",
	powerpc64: "ppc64",
	ppc: "powerpc"
};
const known = /* @__PURE__ */ new Set([
	...Object.values(debianNames),
	"loongarch64",
	"mips",
	"mips64",
	"mips64el",
	"mipsel",
	"riscv32",
	"riscv64",
	"s390x"
]);
/**
* The Debian name of an architecture (`x86_64` → `amd64`), or `undefined` when LXD and Incus know none such: they
* skip a product of an unknown one without a word (shared/osarch, `ArchitectureID`).
*/
function parseArch(text) {
	const name = debianNames[text.toLowerCase()] ?? text.toLowerCase();
	return known.has(name) ? name : void 0;
}
/** Every name {@link parseArch} answers with, for messages. */
const architectures = [...known].sort();
// src/core/digest.ts
/** `text` as a {@link Sha256}, or `undefined` when it is not one. */
function parseSha256(text) {
	return typeof text === "string" && /^[0-9a-f]{64}$/.test(text) ? text : void 0;
}
/** The 32 digits (128 bits) that stand for an object's bytes in its path. */
function pathDigest(sha256) {
	return sha256.slice(0, 32);
}
// src/core/path.ts
const segment = /^[A-Za-z0-9._~:-]+$/;
/**
* `text` as a {@link RelativePath}, or `undefined` when it is none.
*
* Only `[A-Za-z0-9._~:/-]`: LXD and Incus escape `%` differently, S3 front ends read `+` as a blank, and
* sstream-mirror quotes nothing. No empty, `.`, `..` or `...` segment: the last is refused by sstream's
* `assert_safe_path` too.
*/
function parseRelativePath(text) {
	if (typeof text !== "string" || text.length > 1024) return void 0;
	return text.split("/").every((part) => segment.test(part) && !/^\.{1,3}$/.test(part)) ? text : void 0;
}
/** Joins segments that are known to be safe; throws a bug when they are not. */
function joinPath(...segments) {
	const path = parseRelativePath(segments.join("/"));
	if (path === void 0) throw new Error(`not a safe path: ${JSON.stringify(segments)}`);
	return path;
}
/**
* `text` in the alphabet of one path segment, lower case: what a path or a product name is made of when it
* comes from a tag such as `Alpine Linux`.
*/
function pathSegment(text) {
	const safe = text.toLowerCase().replaceAll(/[^a-z0-9._~-]+/g, "-");
	return /^\.*$/.test(safe) ? "-" : safe;
}
// src/core/name.ts
/**
* `text` as a {@link ContentId}: a letter or digit, then `[A-Za-z0-9._:-]`, 128 characters at most. A document is
* also stored as `streams/v1/<content id>.json`, so the names of the root's other objects there are taken.
*/
function parseContentId(text) {
	return !/^(index|keyring|prune)(\.|$)/.test(text) && /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/.test(text) ? text : void 0;
}
/** `text` as a {@link ProductName}: visible ASCII without blanks, 256 characters at most. */
function parseProductName(text) {
	return /^[!-~]{1,256}$/.test(text) ? text : void 0;
}
export { InputError as _, pathSegment as a, TrustError as b, architectures as c, describeFinding as d, describePlace as f, FollowersError as g, FindingError as h, parseRelativePath as i, parseArch as l, ConflictError as m, parseProductName as n, parseSha256 as o, severities as p, joinPath as r, pathDigest as s, parseContentId as t, consequences as u, SignalError as v, isSimplestreamsError as x, StoreError as y };
