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
/** Somebody else published something that this run may not replace, kept publishing past the time bound, or may be at it still. */
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
// src/core/nearest.ts
/** The known name that `name` was most probably meant to be, or `undefined` when none is near. */
function nearest(name, known) {
	const allowed = Math.max(2, Math.floor(name.length / 3));
	const [best] = known.map((candidate) => ({
		candidate,
		edits: distance(name, candidate)
	})).filter(({ edits }) => edits <= allowed).sort((a, b) => a.edits - b.edits);
	return best?.candidate;
}
/** Insertions, deletions and substitutions of one character (Levenshtein), one row of the matrix at a time. */
function distance(a, b) {
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (const [i, from] of [...a].entries()) {
		const next = [i + 1];
		for (const [j, to] of [...b].entries()) {
			const substituted = (row[j] ?? 0) + (from === to ? 0 : 1);
			next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, substituted));
		}
		row = next;
	}
	return row.at(-1) ?? 0;
}
// src/core/consumers/json.ts
/** `value` when it is a JSON object (an array is none). */
function asObject(value) {
	return isObject(value) ? value : void 0;
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** `value` when it is a string that says something. */
function asText(value) {
	return typeof value === "string" && value !== "" ? value : void 0;
}
/** The members of `value` that are JSON objects; none when it is no object itself. */
function objectsIn(value) {
	const found = [];
	for (const [key, member] of Object.entries(asObject(value) ?? {})) if (isObject(member)) found.push([key, member]);
	return found;
}
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
// src/core/filter.ts
const grammar = /^([A-Za-z0-9_|-]+)\s*(!?[=~])\s*(.*)$/s;
/** True for what begins as a filter does, whether or not the rest is one. */
function looksLikeFilter(text) {
	return grammar.test(text);
}
/**
* `arch=amd64`, `release!=noble`, `release~(noble|jammy)`, `ftype!~^lxd`: equal or not, found or not by a regular
* expression, which is not anchored. A key that is missing counts as empty.
* @returns what is wrong with `text`, in words, when it is none
*/
function parseFilter(text) {
	const [, key, operator, value] = grammar.exec(text) ?? [];
	if (key === void 0 || value === void 0) return "expected key=value, key!=value, key~regex or key!~regex";
	switch (operator) {
		case "=": return {
			key,
			operator,
			value,
			matches: (found) => found === value
		};
		case "!=": return {
			key,
			operator,
			value,
			matches: (found) => found !== value
		};
		case "~":
		case "!~": {
			const regex = parseRegex(value);
			if (regex === void 0) return `${value} is no regular expression`;
			const wanted = operator === "~";
			return {
				key,
				operator,
				value,
				matches: (found) => regex.test(found) === wanted
			};
		}
		default: throw new Error(`no operator: ${operator}`);
	}
}
/** The text that {@link parseFilter} takes. */
function formatFilter({ key, operator, value }) {
	return `${key}${operator}${value}`;
}
function parseRegex(text) {
	try {
		return new RegExp(text, "u");
	} catch {
		return;
	}
}
/** True when one of the version's items, with all it inherits, satisfies every filter; without items, the version itself. */
function isSelected(filters, placed) {
	const { document, serial } = placed;
	const product = document.products[placed.product] ?? {};
	return selects(filters, {
		document,
		product,
		version: product.versions?.[serial] ?? {},
		productName: placed.product,
		serial
	});
}
/** As {@link isSelected}, where nothing is known of the document's shape. */
function selects(filters, of) {
	if (filters.length === 0) return true;
	const items = objectsIn(of.version.items);
	const outer = [
		of.version,
		of.product,
		of.document
	];
	const names = {
		product_name: of.productName,
		version_name: of.serial
	};
	if (items.length === 0) return satisfies(filters, outer, names);
	return items.some(([name, item]) => satisfies(filters, [item, ...outer], {
		...names,
		item_name: name
	}));
}
/** @param levels innermost first */
function satisfies(filters, levels, names) {
	return filters.every(({ key, matches }) => matches(Object.hasOwn(names, key) ? names[key] ?? "" : inherited(levels, key)));
}
/** The tag of the innermost level that has it; only strings, numbers and booleans are handed down (util.py, `stringitems`). */
function inherited(levels, key) {
	for (const level of levels) {
		const value = Object.hasOwn(level, key) ? level[key] : void 0;
		if (typeof value === "string") return value;
		if (typeof value === "number") return String(value);
		if (typeof value === "boolean") return value ? "True" : "False";
	}
	return "";
}
// src/core/name.ts
/**
* `text` as a {@link ContentId}: a letter or digit, then `[A-Za-z0-9._:-]`, 128 characters at most. A document is
* also stored as `streams/v1/<content id>.json`, so the names of the root's other objects there are taken.
*/
function parseContentId(text) {
	return !/^(index|keyring|prune)(\.|$)/.test(text) && /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/.test(text) ? text : void 0;
}
/**
* `text` as a {@link ProductName}: visible ASCII without blanks, 256 characters at most; not `__proto__`, which is refused
* as a key of any document that is read.
*/
function parseProductName(text) {
	return /^[!-~]{1,256}$/.test(text) && text !== "__proto__" ? text : void 0;
}
export { TrustError as A, severities as C, InputError as D, FollowersError as E, SignalError as O, describePlace as S, FindingError as T, nearest as _, looksLikeFilter as a, consequences as b, joinPath as c, parseSha256 as d, pathDigest as f, objectsIn as g, isObject as h, isSelected as i, isSimplestreamsError as j, StoreError as k, parseRelativePath as l, asText as m, parseProductName as n, parseFilter as o, asObject as p, formatFilter as r, selects as s, parseContentId as t, pathSegment as u, architectures as v, ConflictError as w, describeFinding as x, parseArch as y };
