import { readFileSync, statSync } from "node:fs";
// src/faces/input.ts
const commands = [
	"publish",
	"check",
	"list",
	"stage",
	"commit",
	"unlist",
	"prune",
	"rotate-key",
	"promote",
	"roll-forward",
	"keygen"
];
const commandSummaries = {
	publish: "add one version of an image to a root",
	check: "say what programs would ignore or refuse, in a root or of files, and write nothing",
	list: "say what a root lists, who reads it, and what else lies there",
	stage: "upload the files of one job of a build matrix, for `commit` to publish",
	commit: "publish what the jobs of a build matrix have staged, in one commit",
	unlist: "take an image back: clients get the version before it from then on",
	prune: "unlist old versions, and remove from the store what nothing names any more",
	"rotate-key": "change the key that signs a root, one step in a run",
	promote: "list versions of one root in another, at once or by a plan that is looked at first",
	"roll-forward": "list the files of an older version as a new one, for clients that only move forward",
	keygen: "make a key pair to sign a root with"
};
const prefix = "SIMPLESTREAMS_";
function isWord(input) {
	return input.name === "command";
}
function isFlag(input) {
	return input.kind !== "secret" && !isWord(input) && !input.actionOnly;
}
function flagOf(input) {
	return `--${input.name}`;
}
function variableOf(input) {
	return prefix + input.name.toUpperCase().replaceAll("-", "_");
}
function fileVariableOf(input) {
	return `${variableOf(input)}_FILE`;
}
function variablesOf(input) {
	if (input.flagOnly || input.actionOnly) return [];
	return input.kind === "secret" ? [variableOf(input), fileVariableOf(input)] : [variableOf(input)];
}
function isOurVariable(name) {
	return name.startsWith(prefix);
}
// src/faces/input-shapes.ts
const publish = ["publish"];
const check = ["check"];
const stage = ["stage"];
const commit = ["commit"];
const stageAndCommit = ["stage", "commit"];
const ofImage = [
	"publish",
	"check",
	"stage"
];
const ofVersion = [
	...ofImage,
	"unlist",
	"promote",
	"roll-forward"
];
const unlist = ["unlist"];
const promote = ["promote"];
const rollForward = ["roll-forward"];
const ofCarrying = [...promote, ...rollForward];
const ofPublishing = ["publish", "commit"];
const ofCommit = [
	...ofPublishing,
	"unlist",
	"rotate-key",
	...ofCarrying
];
const ofWriting = [
	"stage",
	...ofCommit,
	"prune"
];
const ofReading = ["check", "list"];
const ofRoot = [...ofReading, ...ofWriting];
const ofConsumers = ofRoot.filter((each) => each !== "rotate-key");
const ofOneRoot = [
	"list",
	"stage",
	"commit",
	"unlist",
	"prune",
	"rotate-key",
	...ofCarrying
];
const ofRetention = [...ofPublishing, "prune"];
const ofGrace = [...ofRetention, "rotate-key"];
const ofPlanning = [...ofCommit, "prune"];
const ofUnlisting = [...ofRetention, "unlist"];
const ofSelecting = [
	"list",
	"unlist",
	"prune",
	...ofCarrying
];
const rotateKey = ["rotate-key"];
const keygen = ["keygen"];
const text = {
	kind: "text",
	commands: ofImage
};
const line = {
	...text,
	format: "one line of text, 256 characters at most",
	placeholder: "TEXT"
};
const list = {
	kind: "list",
	commands: ofImage
};
const switched = {
	kind: "boolean",
	default: "false",
	commands: ofCommit
};
const flag = {
	kind: "boolean",
	commands,
	flagOnly: true
};
const requiredWithout = {
	command: "publish",
	input: "images"
};
const stagedName = {
	kind: "text",
	format: "a letter, a digit or `_`, then at most 63 of `[A-Za-z0-9._-]`"
};
// src/faces/bucket-inputs.ts
const bucketInputs = [
	{
		name: "endpoint",
		...text,
		description: "Where an S3 that is not AWS answers; buckets are then addressed by path. For `s3://` roots.",
		format: "an http or https URL of a host, without a path",
		placeholder: "URL",
		otherwise: "AWS",
		commands: ofRoot
	},
	{
		name: "region",
		...text,
		description: "The region of the bucket. For `s3://` roots.",
		format: "letters, digits and `-`",
		placeholder: "REGION",
		otherwise: "what the environment of the AWS SDK says, else `us-east-1`",
		commands: ofRoot
	},
	{
		name: "expected-bucket-owner",
		...text,
		description: "The account that must own the bucket; another one is refused. For `s3://` roots.",
		format: "an AWS account of 12 digits",
		placeholder: "ACCOUNT",
		otherwise: "not checked",
		commands: ofRoot
	}
];
// src/core/finding.ts
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
function describePlace({ document, product, serial, item, field }) {
	return [
		document,
		product,
		serial,
		item,
		field
	].filter((part) => part !== void 0).join(" · ");
}
function describeFinding({ code, place, message, says, fix }) {
	const quoted = says === void 0 ? "" : ` ("${says}")`;
	return `${code} ${describePlace(place)}: ${message}${quoted}; ${fix}`;
}
// src/faces/findings/verdict.ts
const failOnWords = [...severities, "never"];
const broken = 7;
function exitCodeOf({ counts }, failOn) {
	if (failOn === "never") return 0;
	return severities.slice(0, severities.indexOf(failOn) + 1).some((severity) => counts[severity] > 0) ? broken : 0;
}
function describeCounts({ counts }) {
	const parts = severities.filter((severity) => counts[severity] > 0).map((severity) => `${counts[severity]} ${severity}${counts[severity] === 1 ? "" : "s"}`);
	if (counts.allowed > 0) parts.push(`${counts.allowed} allowed`);
	return parts.length === 0 ? "nothing" : parts.join(", ");
}
// src/faces/check-inputs.ts
const checkInputs = [
	{
		name: "fail-on",
		...text,
		description: "The least severity of a finding that makes `check` fail, with exit code 7.",
		format: "error, warning, note or never",
		options: failOnWords,
		placeholder: "SEVERITY",
		default: "error",
		commands: check
	},
	{
		name: "max-age",
		...text,
		description: "How old the index of the root may be; an older one is an error, so that a nightly build that has stopped is noticed.",
		format: "a number of minutes, hours or days: `90m`, `36h`, `8d`",
		placeholder: "AGE",
		otherwise: "any age",
		commands: check
	},
	{
		name: "sarif",
		...text,
		description: "A file to write the findings to as SARIF 2.1.0, which GitHub code scanning shows.",
		format: "the path of a file",
		placeholder: "FILE",
		otherwise: "none",
		commands: check
	},
	{
		name: "code-quality",
		...text,
		description: "A file to write the findings to as a Code Quality report, which GitLab shows.",
		format: "the path of a file",
		placeholder: "FILE",
		otherwise: "none",
		commands: check
	}
];
// src/core/arch.ts
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
function parseArch(text) {
	const name = debianNames[text.toLowerCase()] ?? text.toLowerCase();
	return known.has(name) ? name : void 0;
}
const architectures = [...known].sort();
// src/faces/image-inputs.ts
const fromMetadata = "what `metadata.yaml` in the image says; required for MAAS and Glance";
const imageInputs = [
	{
		name: "content-id",
		...text,
		description: "The products document the image is listed in.",
		format: "`[A-Za-z0-9._:-]`, 128 characters at most, and not `index`, `keyring` or `prune`",
		placeholder: "ID",
		otherwise: "`images` for LXD and Incus; for MAAS and Glance made from `stream-name`"
	},
	{
		name: "product",
		...text,
		description: "The name of the product the version is added to; of `unlist`, `promote` and `roll-forward`, the one that is meant.",
		format: "visible ASCII without blanks, 256 characters at most",
		placeholder: "NAME",
		otherwise: "`os:release:arch:variant`; for MAAS and Glance made from `stream-name`; `unlist`, `promote` and `roll-forward`: all",
		commands: ofVersion
	},
	{
		name: "stream-name",
		...text,
		description: "What the names of products and documents begin with, for MAAS and Glance: `com.example.maas`.",
		format: "a domain name in reverse, lower case, 64 characters at most",
		placeholder: "NAME",
		otherwise: "required for MAAS and Glance, unless `product` and `content-id` are given"
	},
	{
		name: "os",
		...line,
		description: "The operating system, as people see it: `Alpine`.",
		otherwise: fromMetadata
	},
	{
		name: "release",
		...line,
		description: "The release of the operating system: `3.20`, `noble`.",
		otherwise: fromMetadata
	},
	{
		name: "release-title",
		...line,
		description: "The release, as people see it: `24.04 LTS`.",
		otherwise: "what the product has, else the release"
	},
	{
		name: "os-version",
		...line,
		description: "The product tag `version`, of the operating system, not of the image: `24.04`.",
		otherwise: "what the product has; required for MAAS and Glance"
	},
	{
		name: "arch",
		...text,
		description: "The architecture of the image.",
		format: `${architectures.join(", ")}, or the name a kernel has for one of them`,
		placeholder: "ARCH",
		otherwise: fromMetadata
	},
	{
		name: "variant",
		...line,
		description: "What tells images of one release apart: `cloud`, `desktop`.",
		otherwise: "what `metadata.yaml` in the image says, else `default`"
	},
	{
		name: "subarch",
		...line,
		description: "The kernel that an Ubuntu image for MAAS boots with: `ga-24.04`, `hwe-24.04`.",
		otherwise: "`ga-` and `os-version`"
	},
	{
		name: "label",
		...line,
		description: "The label of the version: `release`, `daily`.",
		otherwise: "no label; `stable` for MAAS, `release` for Glance; `promote`: as it is",
		commands: [...ofImage, ...promote]
	},
	{
		name: "serial",
		...text,
		description: "The name of the version. It must sort after the newest one of the product; of `unlist`, `promote` and `roll-forward`, one that is listed.",
		format: "a date as `YYYYMMDD`, then at most 56 of `[A-Za-z0-9._-]`: `20261120_1504`",
		placeholder: "SERIAL",
		requiredBy: rollForward,
		otherwise: "the time the image was made, else `SOURCE_DATE_EPOCH`, else now: `YYYYMMDD_HHMM` in UTC; `unlist`: all; `promote`: the newest",
		commands: ofVersion
	},
	{
		name: "alias",
		...list,
		description: "A short name of the product for people: `alpine/3.20`.",
		format: "visible ASCII without blanks and commas, no `/` at either end, 128 characters at most",
		placeholder: "ALIAS",
		otherwise: "what the product has, else `os/release` and `os/release/variant`"
	},
	{
		name: "requirement",
		...list,
		description: "What the image needs of the machine it runs on: `secureboot=false`.",
		format: "`key=value`",
		placeholder: "KEY=VALUE",
		otherwise: "what the product has"
	},
	{
		name: "tag",
		...list,
		description: "A further tag of the product; its value is a string: `support_eol=2027-04-30`.",
		format: "`key=value`",
		placeholder: "KEY=VALUE",
		otherwise: "what the product has"
	}
];
// src/faces/key-inputs.ts
const keyInputs = [
	{
		name: "signing-key",
		kind: "secret",
		description: "The private key that signs the root. Without it only an unsigned root can be published into. `check` and `list` believe its signatures.",
		format: "an armored OpenPGP private key",
		otherwise: "the root is not signed",
		commands: ofRoot
	},
	{
		name: "signing-key-passphrase",
		kind: "secret",
		description: "The passphrase of the signing key, also of one that `keygen` makes.",
		format: "text",
		otherwise: "the key has none",
		commands
	},
	{
		name: "trusted-keys",
		...text,
		description: "Public keys whose signatures in the root are believed, beside that of the signing key.",
		format: "armored OpenPGP public keys, or the paths of files with them, one a line",
		placeholder: "KEYS",
		otherwise: "the signing key alone",
		commands: ofRoot
	}
];
// src/faces/keygen-inputs.ts
const keygenInputs = [{
	name: "user-id",
	...line,
	description: "Whose key it is: `Example Images <images@example.com>`.",
	commands: keygen,
	requiredBy: keygen
}, {
	name: "out",
	kind: "text",
	description: "A new file for the private key, which its owner alone may read. Beside `key.asc` go the public key, `key.pub.asc`, and a certificate that revokes the key, `key.rev.asc`.",
	format: "the path of a file that does not exist",
	placeholder: "FILE",
	commands: keygen,
	requiredBy: keygen
}];
// src/faces/promotion-inputs.ts
const promotionInputs = [
	{
		name: "from",
		kind: "text",
		description: "The root that versions are taken from.",
		format: "a folder, `file:///folder` or `s3://bucket/prefix`",
		placeholder: "ROOT",
		commands: promote,
		requiredBy: promote
	},
	{
		name: "from-endpoint",
		kind: "text",
		description: "As `endpoint`, for the root in `from`.",
		format: "an http or https URL of a host, without a path",
		placeholder: "URL",
		otherwise: "`endpoint`",
		commands: promote
	},
	{
		name: "from-region",
		kind: "text",
		description: "As `region`, for the root in `from`.",
		format: "letters, digits and `-`",
		placeholder: "REGION",
		otherwise: "`region`",
		commands: promote
	},
	{
		name: "from-unsigned",
		...switched,
		description: "Allow this run to sign versions that nobody has signed in the root in `from`.",
		commands: promote
	},
	{
		name: "rename",
		kind: "list",
		description: "A segment of the names of products and documents, between `:` and `.`, and what takes its place: with `candidate=stable`, `com.example.maas.candidate:v3:boot` becomes `com.example.maas.stable:v3:boot`.",
		format: "`old=new`, each of `[A-Za-z0-9_~-]`",
		placeholder: "OLD=NEW",
		otherwise: "the names stay",
		commands: promote
	},
	{
		name: "plan",
		kind: "text",
		description: "A file to write a plan to, with the digests of both roots and of every file. Nothing else is done, and no key to sign with is needed.",
		format: "the path of a file",
		placeholder: "FILE",
		otherwise: "there is none",
		commands: promote
	},
	{
		name: "apply",
		kind: "text",
		description: "A plan to carry out as it is. It is refused when a byte of it or one of the roots has changed since, and the inputs that it records need not be given again. With `dry-run`: only to look whether it can be, for which no key to sign with is needed.",
		format: "the path of a file that `plan` wrote",
		placeholder: "FILE",
		otherwise: "what the inputs say is promoted at once",
		commands: promote
	},
	{
		name: "plan-summary",
		kind: "text",
		description: "A file to write the table of `plan` or `apply` to, as Markdown: for a comment on a pull request.",
		format: "the path of a file",
		placeholder: "FILE",
		otherwise: "none",
		commands: promote
	},
	{
		name: "new-serial",
		kind: "text",
		description: "The name of the new version. It must sort after the newest one of every product that is meant.",
		format: "a date as `YYYYMMDD`, then at most 56 of `[A-Za-z0-9._-]`: `20261120_1504`",
		placeholder: "SERIAL",
		otherwise: "now: `YYYYMMDD_HHMM` in UTC",
		commands: rollForward
	}
];
// src/faces/prune-inputs.ts
const pruneInputs = [{
	name: "grace",
	kind: "text",
	description: "How long a file stays after it was noted that nothing names it any more: longer than anybody reads by an index that named it. Of `rotate-key`: how long a key must not have signed before it is dropped.",
	format: "a number of minutes, hours or days: `36h`, `3d`; 2 h at least, 4 h for MAAS",
	placeholder: "AGE",
	default: "24h",
	commands: ofGrace
}];
// src/faces/retention-inputs.ts
const retentionInputs = [
	{
		name: "keep",
		kind: "text",
		description: "How many of the newest versions of a product stay listed; the others are unlisted by the same commit. With `keep-for` too, a version is unlisted that is beyond both.",
		format: "a number from 1 to 9999",
		placeholder: "NUMBER",
		otherwise: "any number",
		commands: ofRetention
	},
	{
		name: "keep-for",
		kind: "text",
		description: "How long a version stays listed, by the time in its serial; older ones are unlisted by the same commit. The newest version stays however old it is, and one whose serial has no date.",
		format: "a number of minutes, hours or days: `90m`, `36h`, `30d`",
		placeholder: "AGE",
		otherwise: "for ever",
		commands: ofRetention
	},
	{
		name: "pin",
		kind: "list",
		description: "A version that stays listed whatever `keep` and `keep-for` say.",
		format: "a serial, or the name of a product and a serial: `20261120_1504`, `PRODUCT@SERIAL`",
		placeholder: "VERSION",
		otherwise: "none",
		commands: ofRetention
	}
];
// src/faces/rotate-key-inputs.ts
const rotateKeyInputs = [
	{
		name: "new-key",
		kind: "text",
		description: "The public key that is to sign the root after the present one: readers get it with the ring, before it signs anything.",
		format: "an armored OpenPGP public key, or the path of a file with it",
		placeholder: "KEY",
		otherwise: "no key is added; where the signing key is in the ring already, it takes over",
		commands: rotateKey
	},
	{
		name: "drop-key",
		kind: "text",
		description: "The key to take from the ring, because another one has taken over: no sooner than `grace` after it signed for the last time.",
		format: "a fingerprint: 40 hexadecimal digits",
		placeholder: "FINGERPRINT",
		otherwise: "no key is dropped",
		commands: rotateKey
	},
	{
		name: "key-lost",
		kind: "boolean",
		default: "false",
		description: "State that no key of the ring can sign any more. The signing key takes over at once, and readers who verify refuse the root until they are given the new ring.",
		commands: rotateKey
	}
];
// src/faces/stage-inputs.ts
const stageInputs = [
	{
		name: "stage-name",
		...stagedName,
		description: "What the record of this job is called: `container-amd64`.",
		placeholder: "NAME",
		commands: stage,
		requiredBy: stage
	},
	{
		name: "run-id",
		...stagedName,
		description: "Which jobs belong together.",
		placeholder: "ID",
		otherwise: "`GITHUB_RUN_ID` or `CI_PIPELINE_ID`",
		commands: stageAndCommit
	},
	{
		name: "expect",
		...stagedName,
		kind: "list",
		description: "The records that are published together; while one is missing, nothing is.",
		placeholder: "NAME",
		commands: commit,
		requiredBy: commit
	}
];
// src/faces/telling-inputs.ts
const tellingInputs = [
	{
		name: "dotenv",
		...text,
		flagOnly: true,
		description: "A file to write the outputs to, as GitLab reads them for later jobs: `STREAMS_CHANGED=true`.",
		format: "the path of a file",
		placeholder: "FILE",
		otherwise: "none",
		commands: ofRoot
	},
	{
		name: "log-sections",
		...flag,
		commands: ofRoot,
		description: "Divide the log into sections that fold, as GitLab shows them."
	},
	{
		name: "json",
		...flag,
		description: "Print the result as one JSON object."
	},
	{
		name: "quiet",
		...flag,
		description: "Print warnings and errors only, and with --json the result."
	},
	{
		name: "version",
		...flag,
		description: "Print the version of this program."
	},
	{
		name: "help",
		...flag,
		description: "Print this help."
	}
];
// src/faces/unlist-inputs.ts
const unlistInputs = [{
	name: "reason",
	...line,
	description: "Why the image is taken back; it stands in the log, the summary and the report.",
	otherwise: "none",
	commands: unlist
}];
const inputs = [
	{
		name: "command",
		kind: "text",
		description: "What to do. On the command line it is the first word.",
		format: commands.join(", "),
		default: "publish",
		commands
	},
	{
		name: "root",
		...text,
		description: "The root: a folder or a bucket. `publish` makes it when it does not exist. `check` and `list` read one behind a web server too; on their command lines the name of the input can be left out.",
		format: "a folder, `file:///folder` or `s3://bucket/prefix`; for `check` and `list` also `https://host/path`",
		placeholder: "ROOT",
		commands: ofRoot,
		wordOf: ofReading,
		requiredBy: ofOneRoot,
		requiredWithout,
		otherwise: "`publish`: the roots of `images`; `check`: the files are checked"
	},
	{
		name: "for",
		...list,
		description: "The programs that read the root.",
		format: "lxd, incus, maas, glance or sstream, each alone or with a version or a range: `maas@3.4`, `maas>=3.4`, `maas>=3.4<=3.7`",
		placeholder: "PROGRAM",
		commands: ofConsumers,
		requiredBy: [
			"check",
			"stage",
			"commit"
		],
		requiredWithout,
		otherwise: "`publish`: those of the roots in `images`; `list`: all; elsewhere those that read the root without an error"
	},
	{
		name: "files",
		...list,
		description: "The files of one image, recognised by their content. LXD and Incus: a metadata tarball with a squashfs, a root tarball or a qcow2, or a unified tarball. MAAS: a root tarball with gzip, a raw disk, or a kernel, an initrd and a squashfs; and a package list. Glance: a qcow2.",
		format: "a file, or a glob pattern that matches at least one",
		placeholder: "FILE",
		requiredBy: stage,
		requiredWithout,
		otherwise: "`publish`: those of `images`; `check`: the root is checked"
	},
	{
		name: "images",
		...text,
		description: "A YAML file that says which images there are and which roots they go to: many images in one commit, in the place of the inputs about one image. See docs/images-file.md.",
		format: "the path of a file",
		placeholder: "FILE",
		otherwise: "there is one image, of `files`",
		commands: publish
	},
	{
		name: "public-url",
		...text,
		description: "The URL under which clients see the root. It is only shown, never fetched; `check` says what clients make of it.",
		format: "an https URL without user, query and fragment",
		placeholder: "URL",
		otherwise: "the lines for clients are left out; `check` takes a root behind a web server for it",
		commands: [
			"publish",
			"check",
			"commit"
		]
	},
	...imageInputs,
	...stageInputs,
	...promotionInputs,
	...retentionInputs,
	...pruneInputs,
	{
		name: "yes",
		...switched,
		description: "Allow this run to unlist more than half of the bytes that the root lists.",
		commands: ofUnlisting
	},
	{
		name: "filter",
		...list,
		description: "Which versions are meant, as sstream-mirror takes it: all that satisfy every filter. Tags, `product_name`, `version_name` and `content_id` can be asked for; a tag that is missing is empty.",
		format: "`key=value`, `key!=value`, `key~regex` or `key!~regex`: `release~(noble|jammy)`",
		placeholder: "FILTER",
		otherwise: "all",
		commands: ofSelecting,
		wordOf: ofSelecting
	},
	...keyInputs,
	...rotateKeyInputs,
	{
		name: "adopt",
		...switched,
		description: "Allow this run to make an unsigned root a signed one.",
		commands: [...ofPublishing, ...promote]
	},
	{
		name: "accept-rollback",
		...switched,
		description: "Allow this run to go on from an older index that somebody put back over a newer one."
	},
	{
		name: "single-writer",
		...switched,
		description: "State that nobody else publishes into this root, for a store that cannot compare and swap.",
		commands: ofWriting
	},
	{
		name: "dry-run",
		...switched,
		commands: ofPlanning,
		description: "Say what would be done, and write nothing."
	},
	{
		name: "allow",
		...list,
		description: "A rule that may be broken: its findings are told, and do not count. The rules are explained in docs/rules.md.",
		format: "the code of a rule: `MAAS-012`",
		placeholder: "CODE",
		otherwise: "none",
		commands: [
			"publish",
			"check",
			"commit",
			"unlist",
			"prune",
			...ofCarrying
		]
	},
	...checkInputs,
	...unlistInputs,
	{
		name: "report",
		...text,
		description: "A file to write the result to, as JSON, also when the run fails.",
		format: "the path of a file",
		placeholder: "FILE",
		otherwise: "none",
		commands: ofRoot
	},
	{
		name: "artifact",
		...text,
		actionOnly: true,
		description: "The name of a workflow artifact for the report, the summary and, of a dry run, the plan; also when the run fails. One name can be given once in a workflow run.",
		format: "one line without any of `\"*/:<>?\\|`, 128 characters at most",
		otherwise: "none",
		commands: ofRoot
	},
	...bucketInputs,
	...keygenInputs,
	...tellingInputs
];
function inputOf(name) {
	const input = inputs.find((candidate) => candidate.name === name);
	if (input === void 0) throw new Error(`no input ${name}`);
	return input;
}
function inputsOf(command) {
	return inputs.filter((input) => input.commands.includes(command));
}
// src/faces/plain.ts
function plain(markdown) {
	return markdown.replaceAll("`", "");
}
// src/faces/shown.ts
const longest = 200;
function shown(text) {
	if (text.includes("PRIVATE KEY")) return "(a private key, not shown)";
	const safe = text.replaceAll(/\/\/[^/\s]*@/g, "//***@");
	return JSON.stringify(safe.length > longest ? `${safe.slice(0, longest)}…` : safe);
}
// src/faces/reading.ts
function readingOf({ values, problems: found }, command, spell) {
	const missing = inputs.filter((input) => isMissing(input, command, values)).map((input) => `${spell(input)} is required: expected ${plain(input.format ?? "")}`);
	return readingInto([...found, ...missing], values, spell);
}
function isMissing({ name, requiredBy, requiredWithout }, command, values) {
	const given = [...values.keys()].map(String);
	if (command === void 0 || given.includes(name)) return false;
	const { command: only, input = "" } = requiredWithout ?? {};
	return requiredBy?.includes(command) === true || only === command && !given.includes(input);
}
function readingInto(problems, values, spell) {
	function note(problem) {
		if (!problems.includes(problem)) problems.push(problem);
	}
	function givenOf(name) {
		const input = inputOf(name);
		const texts = input.default === void 0 ? [] : [input.default];
		return values.get(name) ?? {
			as: spell(input),
			texts
		};
	}
	function parseAll(name, parse) {
		const { as, texts, members } = givenOf(name);
		return texts.flatMap((text, at) => {
			const wrong = (why = `expected ${plain(inputOf(name).format ?? "")}`) => {
				note(`${members?.[at] ?? as} ${shown(text)}: ${why}`);
			};
			const value = parse(text, wrong);
			return value === void 0 ? [] : [value];
		});
	}
	return {
		problems,
		given: values,
		of: (others) => readingInto(problems, others, spell),
		text: (name, parse) => parseAll(name, parse)[0],
		list: parseAll,
		boolean: (name) => parseAll(name, parseBoolean)[0] ?? false,
		secret: (name) => values.get(name)?.texts[0],
		wrong: (name, text, why) => {
			const { as, texts, members } = givenOf(name);
			const member = text === void 0 ? void 0 : members?.[texts.indexOf(text)];
			const value = text === void 0 ? "" : ` ${shown(text)}`;
			note(`${member ?? as}${value}: ${why}`);
		},
		problem: (message) => {
			note(message);
		}
	};
}
function parseBoolean(text, wrong) {
	if (/^(true|True|TRUE)$/.test(text)) return true;
	return /^(false|False|FALSE)$/.test(text) ? false : wrong("expected true or false");
}
function orWrong(parse) {
	return (text, wrong) => parse(text) ?? wrong();
}
// src/core/nearest.ts
function nearest(name, known) {
	const allowed = Math.max(2, Math.floor(name.length / 3));
	const [best] = known.map((candidate) => ({
		candidate,
		edits: distance(name, candidate)
	})).filter(({ edits }) => edits <= allowed).sort((a, b) => a.edits - b.edits);
	return best?.candidate;
}
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
// src/faces/values.ts
function linesOf(block) {
	return block.split("\n").map((text) => text.trim()).filter((text) => text !== "");
}
// src/faces/environment.ts
const largestSecret = 1048576;
function readEnvironment(environment) {
	const values = /* @__PURE__ */ new Map();
	const problems = unknownVariables(environment);
	for (const input of inputs) {
		if (variablesOf(input).length === 0) continue;
		const given = input.kind === "secret" ? readSecret(input, environment, problems) : readVariable(input, environment);
		if (given !== void 0) values.set(input.name, given);
	}
	return {
		values,
		problems
	};
}
function readVariable(input, environment) {
	const as = variableOf(input);
	const text = environment[as]?.trim() ?? "";
	const texts = input.kind === "list" ? linesOf(text) : [text];
	return text === "" ? void 0 : {
		as,
		texts
	};
}
function readSecret(input, environment, problems) {
	const [as, fileAs] = [variableOf(input), fileVariableOf(input)];
	const [text, path] = [environment[as] ?? "", environment[fileAs] ?? ""];
	if (text !== "" && path !== "") problems.push(`${as} and ${fileAs} are both given: give one`);
	if (text !== "") return {
		as,
		texts: [text]
	};
	if (path === "") return void 0;
	try {
		const secret = readSecretFile(path);
		if (secret === "") problems.push(`${fileAs}: ${path} is empty`);
		return secret === "" ? void 0 : {
			as: fileAs,
			texts: [secret]
		};
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		problems.push(`${fileAs}: ${path} cannot be read: ${why}`);
		return;
	}
}
function readSecretFile(path) {
	const found = statSync(path);
	if (!found.isFile()) throw new Error("it is not a regular file");
	if (found.size > largestSecret) throw new Error("it is larger than 1 MiB");
	return readFileSync(path, "utf8").replace(/\r?\n$/, "");
}
function unknownVariables(environment) {
	const known = inputs.flatMap(variablesOf);
	return Object.keys(environment).filter((name) => isOurVariable(name) && !known.includes(name) && environment[name] !== "").map((name) => `${name} is not a variable of this program${meant(name, known)}`);
}
function meant(name, known) {
	const flag = inputs.find((input) => input.flagOnly && variableOf(input) === name);
	if (flag !== void 0) return `: there is only the flag ${flagOf(flag)}`;
	const guess = nearest(name, known);
	return guess === void 0 ? "" : `: did you mean ${guess}?`;
}
// src/core/consumers/json.ts
function asObject(value) {
	return isObject(value) ? value : void 0;
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function asText(value) {
	return typeof value === "string" && value !== "" ? value : void 0;
}
function objectsIn(value) {
	return Object.entries(asObject(value) ?? {}).filter((member) => isObject(member[1]));
}
// src/core/filter.ts
const grammar = /^([A-Za-z0-9_|-]+)\s*(!?[=~])\s*(.*)$/s;
function looksLikeFilter(text) {
	return grammar.test(text);
}
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
function satisfies(filters, levels, names) {
	return filters.every(({ key, matches }) => matches(Object.hasOwn(names, key) ? names[key] ?? "" : inherited(levels, key)));
}
function inherited(levels, key) {
	for (const level of levels) {
		const value = Object.hasOwn(level, key) ? level[key] : void 0;
		if (typeof value === "string") return value;
		if (typeof value === "number") return String(value);
		if (typeof value === "boolean") return value ? "True" : "False";
	}
	return "";
}
// src/faces/version.ts
const version = "0.1.0";
// src/faces/cli/streams.ts
const writeOut = writerTo(() => process.stdout);
const writeError = writerTo(() => process.stderr);
function writerTo(stream) {
	let opened;
	return (text) => {
		opened ??= stream().on("error", unlessNobodyReads);
		opened.write(text);
	};
}
function unlessNobodyReads(error) {
	if (error.code !== "EPIPE") throw error;
}
export { consequences as A, variableOf as B, retentionInputs as C, describeCounts as D, parseArch as E, commands as F, fileVariableOf as I, flagOf as L, describePlace as M, severities as N, exitCodeOf as O, commandSummaries as P, isFlag as R, inputsOf as S, architectures as T, variablesOf as V, readingOf as _, isSelected as a, inputOf as b, selects as c, isObject as d, objectsIn as f, orWrong as g, nearest as h, formatFilter as i, describeFinding as j, failOnWords as k, asObject as l, linesOf as m, writeOut as n, looksLikeFilter as o, readEnvironment as p, version as r, parseFilter as s, writeError as t, asText as u, shown as v, imageInputs as w, inputs as x, plain as y, isWord as z };
