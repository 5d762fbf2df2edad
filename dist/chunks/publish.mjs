import { o as __toESM } from "./rolldown-runtime.mjs";
import { A as consequences, E as parseArch, M as describePlace, N as severities, T as architectures$1, a as isSelected, d as isObject, f as objectsIn, g as orWrong, h as nearest$1, i as formatFilter, j as describeFinding, l as asObject$1, m as linesOf$1, n as writeOut, t as writeError, u as asText } from "./inputs.mjs";
import { pipeline } from "node:stream";
import { setMaxListeners } from "node:events";
import { createGunzip } from "node:zlib";
import { createHash, hash, randomBytes, randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { constants, existsSync, linkSync, lstatSync, mkdirSync, readFileSync, readdirSync, readlinkSync, realpathSync, renameSync, rmSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { chmod, constants as constants$1, link, lstat, mkdir, open, readdir, realpath, rm, rmdir, stat, unlink } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { setTimeout } from "node:timers/promises";
// src/core/error.ts
var Failure = class extends Error {
	code;
	constructor(code, message, options) {
		super(message, options);
		this.code = code;
		this.name = new.target.name;
	}
};
var InputError = class extends Failure {
	exitCode = 2;
	problems;
	constructor(code, problems, options) {
		const list = typeof problems === "string" ? [problems] : problems;
		super(code, list.join("\n"), options);
		this.problems = list;
	}
};
var ConflictError = class extends Failure {
	exitCode = 3;
};
var TrustError = class extends Failure {
	exitCode = 4;
};
var StoreError = class extends Failure {
	exitCode = 5;
};
var FollowersError = class extends Failure {
	exitCode = 6;
};
var FindingError = class extends Failure {
	exitCode = 7;
	findings;
	constructor(code, message, { findings = [], ...options } = {}) {
		super(code, message, options);
		this.findings = findings;
	}
};
var SignalError = class extends Failure {
	exitCode;
	constructor(signal, number) {
		super("SIGNAL", `ended by ${signal}`);
		this.exitCode = 128 + number;
	}
};
function isSimplestreamsError(error) {
	return error instanceof Failure;
}
// src/faces/failure.ts
function failureOf(error) {
	if (isSimplestreamsError(error)) return {
		code: error.code,
		exitCode: error.exitCode,
		message: error.message
	};
	return {
		code: "BUG",
		exitCode: 1,
		message: error instanceof Error ? error.message : String(error)
	};
}
function traceOf(error) {
	if (!(error instanceof Error)) return String(error);
	const trace = error.stack ?? error.message;
	return error.cause === void 0 ? trace : `${trace}\ncaused by ${traceOf(error.cause)}`;
}
function withoutSecrets(text, secrets) {
	return secrets.flatMap((secret) => secret.split(/\r?\n/)).filter((line) => line !== "").sort((a, b) => b.length - a.length).reduce((safe, line) => safe.replaceAll(line, "***"), text);
}
// src/faces/signals.ts
const numbers = {
	SIGINT: 2,
	SIGTERM: 15
};
const names$2 = ["SIGINT", "SIGTERM"];
function abortOnSignals() {
	const controller = new AbortController();
	setMaxListeners(0, controller.signal);
	const onSignal = (name) => {
		release();
		controller.abort(new SignalError(name, numbers[name]));
	};
	const release = () => {
		for (const name of names$2) process.off(name, onSignal);
	};
	for (const name of names$2) process.on(name, onSignal);
	return {
		signal: controller.signal,
		release
	};
}
// src/faces/harmless.ts
function withoutControls(text) {
	return text.replaceAll(/(?!\n)\p{Cc}/gu, "�");
}
// src/faces/size.ts
const units$1 = [
	"KiB",
	"MiB",
	"GiB",
	"TiB"
];
function formatSize(bytes) {
	if (bytes < 1024) return `${Math.round(bytes)} B`;
	const power = Math.min(Math.floor(Math.log2(bytes) / 10), units$1.length);
	return `${(bytes / 1024 ** power).toFixed(1)} ${units$1[power - 1]}`;
}
// src/faces/line-reporter.ts
const pause = {
	terminal: 100,
	log: 5e3
};
const instant = 50;
function lineReporter(output, { quiet }) {
	let passing = false;
	const warned = /* @__PURE__ */ new Set();
	function line(text) {
		const clear = passing ? "\r\x1B[K" : "";
		passing = false;
		output.write(`${clear}${withoutControls(text)}\n`);
	}
	function passingLine(text, columns) {
		passing = true;
		output.write(`\r\u001b[K${withoutControls(text).slice(0, columns - 1)}`);
	}
	function story(text) {
		if (!quiet) line(text);
	}
	return {
		group: story,
		info: (message) => story(`  ${message}`),
		warning: (message) => {
			if (!warned.has(message)) line(`warning: ${message}`);
			warned.add(message);
		},
		error: (message) => line(`error: ${message}`),
		transfer: (title, total) => {
			if (quiet) return () => void 0;
			const { columns } = output;
			const began = output.now();
			const between = columns === void 0 ? pause.log : pause.terminal;
			let [done, shown] = [0, began];
			return (count) => {
				done += count;
				const now = output.now();
				const ended = done >= total;
				if (!ended && now - shown < between) return;
				shown = now;
				const text = `  ${title}: ${progress(done, total, now - began)}`;
				if (columns === void 0 || ended) line(text);
				else passingLine(text, columns);
			};
		}
	};
}
function progress(done, total, milliseconds) {
	const rate = milliseconds < instant ? "" : `, ${formatSize(done * 1e3 / milliseconds)}/s`;
	const percent = Math.floor(done * 100 / total);
	return done >= total ? `${formatSize(done)}${rate}` : `${formatSize(done)} of ${formatSize(total)} (${percent} %)${rate}`;
}
// src/core/consumers/releases.ts
const anyRelease = {
	from: 0,
	to: Number.POSITIVE_INFINITY
};
const lastMinor = 999;
function parseReleases(text) {
	const bounds = text.match(/(?:[<>]=?|@)\d{1,3}(?:\.\d{1,3}){0,2}/g) ?? [];
	if (bounds.join("") !== text || bounds.length > 2) return void 0;
	const ranges = bounds.map(parseBound);
	const from = Math.max(0, ...ranges.map((range) => range.from));
	const to = Math.min(Number.POSITIVE_INFINITY, ...ranges.map((range) => range.to));
	return from <= to ? {
		from,
		to
	} : void 0;
}
function overlap(a, b) {
	return a.from <= b.to && b.from <= a.to;
}
function describeReleases({ from, to }) {
	if (from === 0) return to === Number.POSITIVE_INFINITY ? "all" : `up to ${nameOf(to)}`;
	if (to === Number.POSITIVE_INFINITY) return `from ${nameOf(from)} on`;
	return nameOf(from) === nameOf(to) ? nameOf(from) : `${nameOf(from)} to ${nameOf(to)}`;
}
function formatReleases({ from, to }) {
	const first = from === 0 ? "" : `>=${nameOf(from)}`;
	return to === Number.POSITIVE_INFINITY ? first : `${first}<=${nameOf(to)}`;
}
function parseBound(text) {
	const [, operator, major, minor] = /^(\D+)(\d+)(?:\.(\d+))?/.exec(text) ?? [];
	const first = Number(major) * 1e3 + Number(minor ?? 0);
	const last = Number(major) * 1e3 + Number(minor ?? lastMinor);
	switch (operator) {
		case "<=": return {
			...anyRelease,
			to: last
		};
		case "<": return {
			...anyRelease,
			to: first - 1
		};
		case ">=": return {
			...anyRelease,
			from: first
		};
		case ">": return {
			...anyRelease,
			from: last + 1
		};
		default: return {
			from: first,
			to: last
		};
	}
}
function nameOf(release) {
	const minor = release % 1e3;
	const major = Math.floor(release / 1e3);
	return minor === lastMinor ? String(major) : `${major}.${minor}`;
}
// src/core/consumers/consumer.ts
const consumerNames = [
	"lxd",
	"incus",
	"maas",
	"glance",
	"sstream"
];
const programs = {
	lxd: {
		title: "LXD",
		releases: {
			from: 5e3,
			to: 6999
		}
	},
	incus: {
		title: "Incus",
		releases: {
			from: 6e3,
			to: 7999
		}
	},
	maas: {
		title: "MAAS",
		releases: {
			from: 2009,
			to: 3008
		}
	},
	glance: {
		title: "Glance",
		releases: anyRelease
	},
	sstream: {
		title: "sstream-mirror",
		releases: anyRelease
	}
};
function everyRelease(name) {
	return {
		name,
		releases: programs[name].releases
	};
}
function parseConsumer(text) {
	const [, word = "", range = ""] = /^([a-z]*)(.*)$/s.exec(text) ?? [];
	const name = consumerNames.find((candidate) => candidate === word);
	if (name === void 0) return `expected one of ${consumerNames.join(", ")}`;
	if (range === "") return everyRelease(name);
	const supported = programs[name].releases;
	if (supported === anyRelease) return `${name} takes no version: its rules hold for all of them`;
	const given = parseReleases(range);
	if (given === void 0) return `expected ${name} alone, or with a version or range: ${name}@3.4, ${name}>=3.4, ${name}>=3.4<=3.7`;
	if (!overlap(given, supported)) return `there are rules for ${name} ${describeReleases(supported)} only`;
	return {
		name,
		releases: {
			from: Math.max(given.from, supported.from),
			to: Math.min(given.to, supported.to)
		}
	};
}
function formatConsumer({ name, releases }) {
	return releases === programs[name].releases ? name : name + formatReleases(releases);
}
// src/core/serial.ts
function parseSerial(text) {
	return /^\d{8}[A-Za-z0-9._-]{0,56}$/.test(text) && startOfDay(text) !== void 0 ? text : void 0;
}
function startOfDay(text) {
	const [, years, months, days] = /^(\d{4})(\d{2})(\d{2})/.exec(text) ?? [];
	const [year, month, day] = [
		Number(years),
		Number(months),
		Number(days)
	];
	const date = new Date(Date.UTC(year, month - 1, day));
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1e3 ? date.getTime() : void 0;
}
function timeOfSerial(serial) {
	const day = startOfDay(serial);
	if (day === void 0) return void 0;
	const [, hours, minutes] = /^\d{8}_([01]\d|2[0-3])([0-5]\d)(?!\d)/.exec(serial) ?? [];
	const passed = hours === void 0 ? 1440 : Number(hours) * 60 + Number(minutes);
	return new Date(day + passed * 60 * 1e3);
}
function serialOf(date) {
	const [day = "", time = ""] = date.toISOString().split("T");
	return `${day.replaceAll("-", "")}_${time.slice(0, 5).replace(":", "")}`;
}
function compareSerials(a, b) {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
function nthSerial(base, n) {
	return n === 1 ? base : `${base}_${String(n).padStart(2, "0")}`;
}
// src/core/consumers/listing.ts
function listRoot(view) {
	const entries = objectsIn(view.index?.index);
	const entryOf = new Map(entries);
	const documents = [];
	for (const [contentId, tags] of view.documents) {
		const entry = entryOf.get(contentId);
		if (view.index !== void 0 && entry === void 0) continue;
		documents.push(listDocument(contentId, entry, tags));
	}
	const downloads = documents.filter((document) => datatypeOf(document) === "image-downloads");
	const all = slice(documents);
	return {
		view,
		entries,
		all,
		downloads: downloads.length === documents.length ? all : slice(downloads)
	};
}
function datatypeOf({ entry, tags }) {
	return (entry ?? tags).datatype;
}
function newestOf({ versions }) {
	return versions.at(-1);
}
function listDocument(contentId, entry, tags) {
	const products = [];
	const document = {
		level: "document",
		contentId,
		entry,
		tags,
		products
	};
	for (const [name, product] of objectsIn(tags.products)) products.push(listProduct(document, name, product));
	return document;
}
function listProduct(document, name, tags) {
	const versions = [];
	const product = {
		level: "product",
		document,
		name,
		tags,
		versions
	};
	for (const [serial, version] of objectsIn(tags.versions)) versions.push(listVersion(product, serial, version));
	versions.sort((a, b) => compareSerials(a.serial, b.serial));
	return product;
}
function listVersion(product, serial, tags) {
	const items = [];
	const version = {
		level: "version",
		product,
		serial,
		tags,
		items
	};
	for (const [name, item] of objectsIn(tags.items)) {
		const ftype = asText(item.ftype) ?? "";
		items.push({
			level: "item",
			version,
			name,
			tags: item,
			ftype,
			path: asText(item.path)
		});
	}
	return version;
}
function slice(documents) {
	const products = documents.flatMap((document) => document.products);
	const versions = products.flatMap((product) => product.versions);
	const items = [];
	for (const version of versions) for (const item of version.items) items.push(item);
	return {
		documents,
		products,
		versions,
		items
	};
}
function inherited(listed, key) {
	const value = listed.tags[key];
	if (typeof value === "string") return value;
	if (typeof value === "number" || typeof value === "boolean") return String(value);
	switch (listed.level) {
		case "document": return;
		case "product": return inherited(listed.document, key);
		case "version": return inherited(listed.product, key);
		case "item": return inherited(listed.version, key);
	}
}
// src/core/consumers/once.ts
function once(find) {
	const known = /* @__PURE__ */ new WeakMap();
	return (thing) => {
		const before = known.get(thing);
		if (before !== void 0) return before.found;
		const found = find(thing);
		known.set(thing, { found });
		return found;
	};
}
// src/core/consumers/rules/rule.ts
function each(things, judge) {
	const violations = [];
	for (const thing of things) {
		const fault = judge(thing);
		if (fault !== void 0) violations.push(violation(thing, fault));
	}
	return violations;
}
function violation(thing, fault) {
	const place = placeOf$1(thing);
	if (typeof fault === "string") return {
		place,
		message: fault
	};
	return {
		place: {
			...place,
			field: fault.field
		},
		message: fault.message
	};
}
function inIndex(message, field) {
	return {
		place: {
			document: "index",
			...field === void 0 ? {} : { field }
		},
		message
	};
}
function placeOf$1(listed) {
	switch (listed.level) {
		case "document": return { document: listed.contentId };
		case "product": return {
			...placeOf$1(listed.document),
			product: listed.name
		};
		case "version": return {
			...placeOf$1(listed.product),
			serial: listed.serial
		};
		case "item": return {
			...placeOf$1(listed.version),
			item: listed.name
		};
	}
}
function shown(value) {
	const text = JSON.stringify(value) ?? "nothing";
	return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
// src/core/consumers/rules/glance.ts
const readers$2 = { glance: "" };
const wanted = /disk1.img|disk.img/;
const architectures = /x86_64|amd64|i386/;
const charmReleases = /trusty|xenial|bionic|focal|jammy/;
const glanceRules = [
	{
		code: "GLA-001",
		title: "a disk has its md5",
		readers: readers$2,
		consequence: "import-aborted",
		says: "IOError",
		why: "The md5 that Glance computes is compared with that of the item. Without one the image is uploaded, deleted again, and the run stops.",
		fix: "name glance in the input `for` when you publish, so that the md5 is written",
		source: "simplestreams mirrors/glance.py, validate_image",
		verified: "code",
		check: ofDisks((item) => inherited(item, "md5") === void 0 ? {
			message: "no md5",
			field: "md5"
		} : void 0)
	},
	{
		code: "GLA-002",
		title: "a disk has os and version",
		readers: readers$2,
		consequence: "import-aborted",
		says: "TypeError",
		why: "They become the properties os_distro and os_version, which Glance wants as strings. Without one the run stops after the upload, and leaves an image that nobody owns.",
		fix: "give the inputs `os` and `os-version`",
		source: "simplestreams mirrors/glance.py, create_glance_properties; glanceclient v2/images.py",
		verified: "code",
		check: ofDisks((item) => {
			const field = ["os", "version"].find((tag) => inherited(item, tag) === void 0);
			return field === void 0 ? void 0 : {
				message: `no ${field}`,
				field
			};
		})
	},
	{
		code: "GLA-003",
		title: "a disk has a pubname",
		readers: readers$2,
		consequence: "listed-wrong",
		why: "The image in Glance is called by the pubname of the version. Without one (and without a name) all are called auto-sync/None-disk1.img.",
		fix: "name glance in the input `for` when you publish, so that the pubname is written",
		source: "simplestreams mirrors/glance.py, insert_item",
		verified: "code",
		check: ofDisks((item) => inherited(item, "pubname") === void 0 && inherited(item, "name") === void 0 ? {
			message: "no pubname",
			field: "pubname"
		} : void 0)
	},
	{
		code: "GLA-004",
		title: "the index calls a document image-downloads",
		readers: readers$2,
		consequence: "image-invisible",
		why: "Entries of another datatype, or of none, are passed over, and the run ends well.",
		fix: "publish once more with this action, which writes it, or correct the index with the tool that wrote it",
		source: "simplestreams mirrors/glance.py, filter_index_entry",
		verified: "code",
		check: ({ all }) => each(all.documents, (document) => {
			return document.products.some((product) => owners(all).has(product)) && datatypeOf(document) !== "image-downloads" ? {
				message: `it has disks, and its datatype is ${shown(datatypeOf(document))}`,
				field: "datatype"
			} : void 0;
		})
	},
	{
		code: "GLA-005",
		title: "the architecture is one of the default filter",
		readers: readers$2,
		consequence: "advice",
		why: "Unless it is told otherwise, sstream-mirror-glance takes the architectures x86_64, amd64 and i386 only.",
		fix: "give the input `arch` as amd64, or tell people to give filters of their own: ftype~(disk1.img|disk.img) arch~(arm64)",
		source: "sstream-mirror-glance, DEFAULT_FILTERS",
		verified: "code",
		check: ofDisks((item) => {
			const arch = inherited(item, "arch");
			return architectures.test(arch ?? "") ? void 0 : {
				message: `arch is ${shown(arch)}`,
				field: "arch"
			};
		})
	},
	{
		code: "GLA-006",
		title: "there is a disk for Glance",
		readers: readers$2,
		consequence: "image-invisible",
		why: "Unless it is told otherwise, sstream-mirror-glance takes items of ftype disk1.img and disk.img only; disk-kvm.img is none.",
		fix: "name glance in the input `for`, and give a qcow2 disk in the input `files`",
		source: "sstream-mirror-glance, DEFAULT_FILTERS",
		verified: "code",
		check: withoutDisks
	},
	{
		code: "GLA-007",
		title: "the release is one of the charm's default filter",
		readers: readers$2,
		consequence: "advice",
		why: "The charm glance-simplestreams-sync takes only the releases trusty, xenial, bionic, focal and jammy unless its mirror_list says otherwise.",
		fix: "tell people to name the release in item_filters of the charm's mirror_list",
		source: "charm-glance-simplestreams-sync config.yaml, mirror_list",
		verified: "read",
		check: ({ downloads }) => each(downloads.products, (product) => {
			const release = inherited(product, "release");
			return owners(downloads).has(product) && !charmReleases.test(release ?? "") ? {
				message: `release is ${shown(release)}`,
				field: "release"
			} : void 0;
		})
	},
	{
		code: "GLA-008",
		title: "a disk is qcow2",
		readers: readers$2,
		consequence: "listed-wrong",
		why: "Every disk is registered with the disk format qcow2, whatever it is: an instance of a raw one does not start.",
		fix: "convert the disk with qemu-img convert -O qcow2, and give that in the input `files`",
		source: "simplestreams mirrors/glance.py, disk_format",
		verified: "read",
		check: ofDisks(({ path }) => path !== void 0 && /\.(?:raw|vmdk|vhdx?|vdi|iso)$/.test(path) ? {
			message: `the path ${shown(path)} is not that of a qcow2 disk`,
			field: "path"
		} : void 0)
	}
];
function isDisk({ ftype }) {
	return wanted.test(ftype);
}
function ofDisks(judge) {
	return ({ downloads }) => each(disks$1(downloads), judge);
}
const disks$1 = once(({ items }) => items.filter(isDisk));
const owners = once((slice) => new Set(disks$1(slice).map(({ version }) => version.product)));
function withoutDisks({ all }) {
	return all.items.length === 0 || disks$1(all).length > 0 ? [] : [inIndex("no item of the root has the ftype disk1.img or disk.img")];
}
// src/core/consumers/lxd-images.ts
const programNames = ["lxd", "incus"];
const combinedFields = {
	squashfs: ["combined_squashfs_sha256"],
	"root.tar.xz": ["combined_rootxz_sha256", "combined_sha256"],
	"disk-kvm.img": ["combined_disk-kvm-img_sha256"],
	"disk1.img": ["combined_disk1-img_sha256"],
	"uefi1.img": ["combined_uefi1-img_sha256"]
};
const rootFtypes = new Set(Object.keys(combinedFields));
const metadataFtypes = /* @__PURE__ */ new Set(["lxd.tar.xz", "incus.tar.xz"]);
const unifiedFtypes = /* @__PURE__ */ new Set(["lxd_combined.tar.gz", "incus_combined.tar.gz"]);
const deltaFtypes = /* @__PURE__ */ new Set(["squashfs.vcdiff", "disk-kvm.img.vcdiff"]);
function isMetadata({ ftype }) {
	return metadataFtypes.has(ftype);
}
function isUnified({ ftype }) {
	return unifiedFtypes.has(ftype);
}
function isDelta({ ftype }) {
	return deltaFtypes.has(ftype);
}
function isRoot({ ftype }) {
	return rootFtypes.has(ftype);
}
function isOwnRoot(item) {
	return isRoot(item) && item.ftype !== "disk1.img" && item.ftype !== "uefi1.img";
}
function isDownloaded(item) {
	return isMetadata(item) || isUnified(item) || isRoot(item) || isDelta(item);
}
function hasImages({ items }) {
	return items.some((item) => isMetadata(item) || isUnified(item) || isOwnRoot(item));
}
function combinedHash(metadata, root) {
	for (const field of combinedFields[root.ftype] ?? []) {
		const hash = asText(metadata.tags[field]);
		if (hash !== void 0) return hash;
	}
}
const imagesOf = {
	lxd: once((product) => listImages(product, "lxd")),
	incus: once((product) => listImages(product, "incus"))
};
function listImages({ versions }, program) {
	const images = [];
	for (const { items } of versions.filter(({ serial }) => beginsWithDate(serial))) for (const item of items) {
		if (item.path === void 0) continue;
		if (item.ftype === headFtypes[program].unified) addUnified(images, item, program);
		else if (item.ftype === headFtypes[program].metadata) addSplit(images, item, program);
	}
	return images;
}
const headFtypes = {
	lxd: {
		metadata: "lxd.tar.xz",
		unified: "lxd_combined.tar.gz"
	},
	incus: {
		metadata: "incus.tar.xz",
		unified: "incus_combined.tar.gz"
	}
};
function addUnified(images, { version, tags }, program) {
	const fingerprint = asText(tags.sha256);
	if (fingerprint === void 0) return;
	const type = program === "incus" && tags.combined_type === "virtual-machine" ? "virtual machine" : "container";
	images.push({
		version,
		program,
		type,
		fingerprint
	});
}
function addSplit(images, metadata, program) {
	const { version } = metadata;
	for (const root of version.items) {
		const fingerprint = isRoot(root) ? combinedHash(metadata, root) : void 0;
		if (fingerprint === void 0) continue;
		const type = root.ftype.endsWith(".img") ? "virtual machine" : "container";
		images.push({
			version,
			program,
			type,
			fingerprint
		});
	}
}
function beginsWithDate(serial) {
	if (!/^\d{8}/.test(serial)) return false;
	const year = Number(serial.slice(0, 4));
	const month = Number(serial.slice(4, 6));
	const day = Number(serial.slice(6, 8));
	return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(month, year);
}
function daysOf(month, year) {
	if (month !== 2) return [
		4,
		6,
		9,
		11
	].includes(month) ? 30 : 31;
	return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
const architectureOf = new Map(Object.entries({
	x86_64: ["amd64", "generic_64"],
	i686: [
		"i386",
		"i586",
		"386",
		"x86",
		"generic_32"
	],
	aarch64: ["arm64", "arm64_generic"],
	armv7l: [
		"armhf",
		"armhfp",
		"armv7",
		"armv7a_hardfp",
		"armv7a_vfpv3_hardfp"
	],
	armv6l: ["armel", "arm"],
	armv8l: [],
	ppc64le: ["ppc64el"],
	ppc64: ["powerpc64"],
	ppc: ["powerpc"],
	s390x: [],
	riscv64: [],
	riscv32: [],
	mips: ["mipsel", "mipsle"],
	mips64: ["mips64el", "mips64le"],
	loongarch64: ["loong64"],
	amd64v3: [],
	x86_64_v1: [],
	x86_64_v2: [],
	x86_64_v3: [],
	x86_64_v4: []
}).flatMap(([name, others]) => [name, ...others].map((other) => [other, name])));
function knownArchitecture({ tags }) {
	return typeof tags.arch === "string" ? architectureOf.get(tags.arch) : void 0;
}
// src/core/consumers/rules/lxd-clashes.ts
const both$7 = {
	lxd: "",
	incus: ""
};
const lxdClashRules = [{
	code: "LXD-006",
	title: "an image is listed once",
	readers: both$7,
	consequence: "download-fails",
	says: "More than one match for the provided partial fingerprint",
	why: "An image is found by its fingerprint, and one that is listed twice in a root (as two versions, in two products or documents, or by two items of one ftype) can neither be shown nor downloaded any more. A build that gives the same bytes again is the usual case.",
	fix: "publish only the files that are new, or rebuild the metadata tarball so that the fingerprint differs",
	source: "LXD shared/simplestreams/simplestreams.go, GetImage; Incus the same file; canonical/lxd issue 12849",
	verified: "program",
	check: ({ downloads }, readers) => sameFingerprints(downloads.products, programsOf(readers))
}, {
	code: "LXD-007",
	title: "an alias belongs to one product",
	readers: both$7,
	consequence: "old-version-served",
	why: "For one alias, architecture and type (container or virtual machine) there is one image. Of several products that claim it, the one gets it whose os, release and variant sort first, and not the newest: an alias \"latest\" on the releases 10.0 and 9.0 means 10.0, on 1.0 and 2.0 it means 1.0.",
	fix: "give another alias with the input `alias`",
	source: "LXD shared/simplestreams/simplestreams.go, applyAliases, and sort.go; Incus the same files",
	verified: "program",
	check: ({ downloads }, readers) => sameAliases(downloads.products, programsOf(readers))
}];
function programsOf(readers) {
	return programNames.filter((program) => readers.includes(program));
}
function sameFingerprints(products, programs) {
	const violations = /* @__PURE__ */ new Map();
	for (const program of programs) for (const [owner, { version, fingerprint }] of duplicates(products, program)) {
		const where = owner.version === version ? "twice in this version" : `by ${describePlace(placeOf$1(owner.version))} too`;
		const message = `the image ${fingerprint.slice(0, 12)} is listed ${where}, and neither can be downloaded`;
		const found = violation(version, message);
		violations.set(`${describePlace(found.place)} ${message}`, found);
	}
	return [...violations.values()];
}
function duplicates(products, program) {
	const owners = /* @__PURE__ */ new Map();
	const found = [];
	for (const product of products) {
		if (knownArchitecture(product) === void 0) continue;
		for (const image of imagesOf[program](product)) {
			const owner = owners.get(image.fingerprint);
			if (owner === void 0) owners.set(image.fingerprint, image);
			else found.push([owner, image]);
		}
	}
	return found;
}
function sameAliases(products, programs) {
	const owners = /* @__PURE__ */ new Map();
	return products.flatMap((product) => {
		const aliases = new Set(asText(product.tags.aliases)?.split(","));
		const kinds = kindsOf(product, programs);
		return [...aliases].flatMap((alias) => {
			const clash = kinds.map((kind) => ({
				kind,
				owner: claim(owners, `${kind} ${alias}`, product)
			})).find(({ owner }) => owner !== product);
			if (clash === void 0) return [];
			return [violation(product, {
				message: `alias ${alias} (${clash.kind.slice(clash.kind.indexOf(" ") + 1)}) belongs to ${describePlace(placeOf$1(clash.owner))} too, and goes to the product whose os, release and variant sort first, not to the newest`,
				field: "aliases"
			})];
		});
	});
}
function kindsOf(product, programs) {
	const arch = knownArchitecture(product);
	if (arch === void 0) return [];
	const kinds = /* @__PURE__ */ new Set();
	for (const program of programs) for (const { type } of imagesOf[program](product)) kinds.add(`${program} ${type}, ${arch}`);
	return [...kinds];
}
function claim(owners, key, product) {
	const owner = owners.get(key) ?? product;
	owners.set(key, owner);
	return owner;
}
// src/core/consumers/rules/lxd-index.ts
const both$6 = {
	lxd: "",
	incus: ""
};
const lxdIndexRules = [
	{
		code: "LXD-009",
		title: "the index names the products of a document",
		readers: both$6,
		consequence: "image-invisible",
		why: "A document whose entry has no products list, or an empty one, is passed over without a word. Which names stand in it does not matter.",
		fix: "publish once more with this action, which writes the list, or correct the index with the tool that wrote it",
		source: "LXD shared/simplestreams/simplestreams.go, getImages; Incus the same file",
		verified: "program",
		check: ({ downloads }) => each(downloads.documents, (document) => {
			const { entry } = document;
			const isEmpty = !Array.isArray(entry?.products) || entry.products.length === 0;
			return entry !== void 0 && isEmpty && isTheirs$1(document) ? "its entry in the index names no products" : void 0;
		})
	},
	{
		code: "LXD-024",
		title: "the index calls a document image-downloads",
		readers: both$6,
		consequence: "image-invisible",
		why: "Documents of another datatype, or of none, are not even fetched. What counts is the datatype of the entry in the index.",
		fix: "publish once more with this action, which writes it, or correct the index with the tool that wrote it",
		source: "LXD shared/simplestreams/simplestreams.go, getImages; Incus the same file",
		verified: "program",
		check: ({ all }) => each(all.documents, (document) => isTheirs$1(document) && datatypeOf(document) !== "image-downloads" ? {
			message: `it has images for LXD or Incus, and its datatype is ${shown(datatypeOf(document))}`,
			field: "datatype"
		} : void 0)
	},
	{
		code: "LXD-010",
		title: "documents differ in the last part of their path",
		readers: both$6,
		consequence: "download-fails",
		says: "The requested image couldn't be found",
		why: "The daemons and the command line of Incus keep documents under the last part of their path for an hour: of a/images.json and b/images.json they read the one twice and the other not at all. The command line of LXD lists everything, and each launch fails.",
		fix: "give each document a name of its own with the input `content-id`",
		source: "LXD shared/simplestreams/simplestreams.go, cachedDownload; Incus the same file",
		verified: "program",
		check: ({ downloads }) => {
			const owners = /* @__PURE__ */ new Map();
			return each(downloads.documents, (document) => baseNameClash(document, owners));
		}
	},
	{
		code: "LXD-011",
		title: "the root has an https URL",
		readers: both$6,
		consequence: "stream-hidden",
		says: "Only https URLs are supported for simplestreams",
		why: "Both programs refuse to add a remote with another scheme.",
		fix: "serve the root over https, and give the input `public-url` as an https URL",
		source: "LXD lxc/remote.go, addServer; Incus cmd/incus/remote.go",
		verified: "program",
		check: ({ view: { publicUrl } }) => publicUrl === void 0 || /^https:\/\//i.test(publicUrl) ? [] : [inIndex(`the URL ${publicUrl} is not https`, "public-url")]
	}
];
function isTheirs$1({ products }) {
	return products.some(({ versions }) => versions.some(hasImages));
}
function baseNameClash(document, owners) {
	const path = asText(document.entry?.path);
	if (path === void 0) return void 0;
	const name = path.slice(path.lastIndexOf("/") + 1);
	const owner = owners.get(name) ?? document;
	owners.set(name, owner);
	return owner === document || owner.entry?.path === path ? void 0 : {
		message: `its path ${path} ends like ${owner.entry?.path}, the path of ${owner.contentId}`,
		field: "path"
	};
}
// src/core/consumers/rules/lxd-items.ts
const both$5 = {
	lxd: "",
	incus: ""
};
const toLxd$1 = "LXD shared/simplestreams/products.go, ToLXD; Incus the same file, ToAPI";
const lxdItemRules = [
	{
		code: "LXD-005",
		title: "sums are there, in lower case",
		readers: both$5,
		consequence: "download-fails",
		says: "Hash mismatch",
		why: "The sha256 of each file is compared, letter by letter, with what the document says; so is the combined hash since LXD 5.0.7, 5.21.5 and 6.8 and Incus 6.23 (and in Debian's 5.0.2 and 6.0.4: \"Image fingerprint doesn't match\").",
		fix: "publish the files again with this action, which writes the sums, or correct them with the tool that wrote the document",
		source: "LXD client/simplestreams_images.go, GetImageFile; Incus the same file",
		verified: "program",
		check: ofItems((item) => wrongSum(item))
	},
	{
		code: "LXD-018",
		title: "every file has a path",
		readers: both$5,
		consequence: "image-invisible",
		why: "An image whose metadata item has no path is passed over without a word. Without one on the root, the image is listed, and the program downloads the URL of the root of the server instead (this only read in the source).",
		fix: "publish the files again with this action, or add the path with the tool that wrote the document",
		source: toLxd$1,
		verified: "program",
		check: ofItems(({ path }) => path === void 0 ? {
			message: "the item has no path",
			field: "path"
		} : void 0)
	},
	sizeRule("LXD-019", { lxd: ">=6.10" }, "download-fails"),
	sizeRule("LXD-020", {
		lxd: "<=6.9",
		incus: ""
	}, "listed-wrong"),
	{
		code: "LXD-012",
		title: "paths are free of % and of hosts",
		readers: both$5,
		consequence: "download-fails",
		why: "LXD asks for a%20b as a%2520b, Incus as a%20b: no file can have a name for both. A full URL is taken for a path below the root, and answered with 404.",
		fix: "name files and directories with letters, digits and . _ ~ : - only; this action does",
		source: "LXD client/simplestreams_images.go and shared/util.go, JoinUrls; Incus client/simplestreams_images.go",
		verified: "program",
		check: ofItems(({ path }) => path !== void 0 && /%|^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(path) ? {
			message: `the path ${shown(path)} has a % or a host`,
			field: "path"
		} : void 0)
	},
	{
		code: "LXD-025",
		title: "paths are relative, and free of +",
		readers: both$5,
		consequence: "advice",
		why: "S3 reads a + in a URL as a blank, and the file is not found there. A path that begins with / works today, as one below the root; Incus means to change that.",
		fix: "name files and directories with letters, digits and . _ ~ : - only; this action does",
		source: "Incus client/simplestreams_images.go, urlJoinPathAbsolute; the manual of S3, object keys",
		verified: "read",
		check: ofItems(({ path }) => path !== void 0 && /\+|^\//.test(path) ? {
			message: `the path ${shown(path)} has a + or begins with /`,
			field: "path"
		} : void 0)
	},
	{
		code: "LXD-013",
		title: "a delta of a virtual machine stands where there is no container",
		readers: { incus: "" },
		consequence: "download-fails",
		says: "xdelta3: target window checksum mismatch",
		why: "Incus applies every delta to the container image of the base version, also disk-kvm.img.vcdiff, and has no fall-back to the whole file. It fails on every server that has the base container.",
		fix: "leave the delta out, or give virtual machines a product of their own with the inputs `product` and `variant`",
		source: "Incus shared/simplestreams/products.go, ToAPI",
		verified: "program",
		check: ofItems((item) => {
			if (item.ftype !== "disk-kvm.img.vcdiff") return void 0;
			return objectsIn(baseOf(item)?.items).some(([, { ftype, combined_squashfs_sha256: hash }]) => ftype === "incus.tar.xz" && asText(hash) !== void 0) ? `the delta is of a virtual machine, and its base ${item.tags.delta_base} has a container too` : void 0;
		})
	},
	{
		code: "LXD-032",
		title: "a delta has its base",
		readers: both$5,
		consequence: "advice",
		why: "A delta whose delta_base is not a version of the same product is passed over without a word, and the whole file is downloaded.",
		fix: "publish the delta again against a version that is listed, or leave it out",
		source: toLxd$1,
		verified: "read",
		check: ofItems((item) => isDelta(item) && baseOf(item) === void 0 ? {
			message: `delta_base is ${shown(item.tags.delta_base)}, which is no version of the product`,
			field: "delta_base"
		} : void 0)
	},
	{
		code: "LXD-031",
		title: "a unified image of a virtual machine is taken for one",
		readers: {
			lxd: "",
			incus: "<=7.0"
		},
		consequence: "not-deployable",
		why: "LXD takes every unified image for a container, and so does Incus up to 7.0.0.",
		fix: "publish the virtual machine as a metadata tarball and a qcow2 disk: two files in the input `files`",
		source: toLxd$1,
		verified: "read",
		check: ofItems((item) => isUnified(item) && item.tags.combined_type === "virtual-machine" ? {
			message: "the unified image is a virtual machine",
			field: "combined_type"
		} : void 0)
	}
];
function ofItems(judge) {
	return ({ downloads }) => each(downloadedItems(downloads), judge);
}
const downloadedItems = once(({ items }) => items.filter((item) => isDownloaded(item) && isTheirs(item)));
function isTheirs(item) {
	return !isRoot(item) || item.version.items.some((other) => isMetadata(other));
}
function wrongSum({ tags }) {
	if (!isSum(tags.sha256)) return {
		message: `sha256 is ${shown(tags.sha256)}, not 64 lower-case digits`,
		field: "sha256"
	};
	for (const field in tags) {
		if (!field.startsWith("combined_") || !field.endsWith("sha256")) continue;
		if (!isSum(tags[field])) return {
			message: `${field} is ${shown(tags[field])}, not 64 lower-case digits`,
			field
		};
	}
}
function isSum(value) {
	return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}
function baseOf({ tags, version }) {
	const serial = asText(tags.delta_base);
	const versions = asObject$1(version.product.tags.versions);
	return serial === void 0 ? void 0 : asObject$1(versions?.[serial]);
}
function sizeRule(code, readers, consequence) {
	const isNew = consequence === "download-fails";
	return {
		code,
		title: isNew ? "every file has its size, for LXD after 6.9" : "every file has its size",
		readers,
		consequence,
		...isNew ? { says: "Hash mismatch" } : {},
		why: isNew ? "LXD after 6.9 reads no more of a file than its size says, so that a missing size means an empty file. That is in the source code and in no release yet." : "The size is shown, and of no further use up to LXD 6.9 and in Incus.",
		fix: "publish the files again with this action, which writes the size",
		source: isNew ? "LXD shared/util.go, DownloadFileHash (commit f33f22913b)" : toLxd$1,
		verified: isNew ? "read" : "program",
		check: ofItems(({ tags }) => tags.size === void 0 || tags.size === null || tags.size === 0 ? {
			message: `size is ${shown(tags.size)}`,
			field: "size"
		} : void 0)
	};
}
// src/core/consumers/rules/lxd-products.ts
const both$4 = {
	lxd: "",
	incus: ""
};
const lxdProductRules = [
	{
		code: "LXD-002",
		title: "a product has os, release and aliases",
		readers: both$4,
		consequence: "listed-wrong",
		why: "Images are shown and sorted by os and release, and people name them by an alias. Without aliases an image can be named by its fingerprint alone.",
		fix: "give the inputs `os`, `release` and `alias`",
		source: "LXD shared/simplestreams/products.go, ToLXD, and simplestreams.go, applyAliases; Incus the same files",
		verified: "read",
		check: ofProducts$1(({ tags }) => {
			const missing = [
				"os",
				"release",
				"aliases"
			].filter((tag) => asText(tags[tag]) === void 0);
			const [field] = missing;
			return field === void 0 ? void 0 : {
				message: `the product has no ${missing.join(", no ")}`,
				field
			};
		})
	},
	{
		code: "LXD-014",
		title: "the architecture is one they know",
		readers: both$4,
		consequence: "product-ignored",
		why: "A product whose arch is missing or unknown is passed over without a word. The name is compared exactly: AMD64, x86-64, all and any are unknown.",
		fix: "give the input `arch` the Debian name, such as amd64 or arm64",
		source: "LXD shared/osarch/architectures.go; Incus the same file",
		verified: "program",
		check: ofProducts$1((product) => knownArchitecture(product) === void 0 ? {
			message: `arch is ${shown(product.tags.arch)}, which neither program knows`,
			field: "arch"
		} : void 0)
	},
	{
		code: "LXD-015",
		title: "all products of a release have a variant, or none has",
		readers: both$4,
		consequence: "old-version-served",
		why: "A fault in the comparison makes the order of images random when products of one os and release have a variant and others have none: with 40 products about a third of the aliases pointed at an old version, another third at each call.",
		fix: "give the input `variant` for each of them (`default` is customary)",
		source: "LXD shared/simplestreams/sort.go, Less; Incus the same file",
		verified: "program",
		check: mixedVariants
	},
	{
		code: "LXD-027",
		title: "aliases are joined by commas alone",
		readers: both$4,
		consequence: "listed-wrong",
		why: "The tag aliases is split at commas and nothing is trimmed: \"a, b\" gives an alias \" b\", and \"a,,b\" an empty one.",
		fix: "give the input `alias` once for each alias",
		source: "LXD shared/simplestreams/products.go, ToLXD; Incus the same file",
		verified: "program",
		check: ofProducts$1(({ tags }) => {
			const wrong = (asText(tags.aliases)?.split(",") ?? []).find((alias) => alias === "" || /\s/.test(alias));
			return wrong === void 0 ? void 0 : {
				message: `aliases holds ${shown(wrong)}`,
				field: "aliases"
			};
		})
	},
	{
		code: "LXD-008",
		title: "requirements are repeated for LXD up to 5.17",
		readers: { lxd: "<=5.17" },
		consequence: "not-deployable",
		why: "LXD up to 5.17 reads lxd_requirements alone (5.0.3 and later point releases of 5.0 read both). A virtual machine that needs secure boot off does not start there.",
		fix: "give the input `requirement`, which writes both",
		source: "LXD shared/simplestreams/products.go, ToLXD, at 5.17 and at 5.18",
		verified: "read",
		check: ofProducts$1(({ tags }) => hasMembers(tags.requirements) && tags.lxd_requirements === void 0 ? "the product has requirements and no lxd_requirements" : void 0)
	},
	{
		code: "LXD-029",
		title: "requirements are not for LXD alone",
		readers: { incus: "" },
		consequence: "not-deployable",
		why: "Incus reads requirements, and neither lxd_requirements nor incus_requirements.",
		fix: "give the input `requirement`, which writes both",
		source: "Incus shared/simplestreams/products.go, ToAPI",
		verified: "read",
		check: ofProducts$1(({ tags }) => {
			const given = ["lxd_requirements", "incus_requirements"].find((key) => hasMembers(tags[key]));
			return given !== void 0 && tags.requirements === void 0 ? {
				message: `the product has ${given} and no requirements`,
				field: given
			} : void 0;
		})
	},
	{
		code: "LXD-028",
		title: "the requirement is called secureboot",
		readers: both$4,
		consequence: "not-deployable",
		why: "The key is secureboot. Images with secure_boot were published for a while, and nobody read it: the virtual machines did not start.",
		fix: "give the input `requirement` as secureboot=false",
		source: "LXD lxd/instance/drivers/driver_qemu.go; Incus the same file; canonical/lxd issue 13409",
		verified: "read",
		check: ofProducts$1(({ tags }) => {
			const field = ["requirements", "lxd_requirements"].find((key) => isObject(tags[key]) && misspelt(tags[key]));
			return field === void 0 ? void 0 : {
				message: `${field} has secure_boot, which neither program reads`,
				field
			};
		})
	},
	{
		code: "LXD-030",
		title: "support_eol is a date",
		readers: both$4,
		consequence: "listed-wrong",
		why: "support_eol is shown as the date the image expires. Where it is not YYYY-MM-DD, the image is shown as one that never does.",
		fix: "give the input `tag` as support_eol=YYYY-MM-DD",
		source: "LXD shared/simplestreams/products.go, ToLXD; Incus the same file",
		verified: "read",
		check: ofProducts$1(({ tags }) => {
			const end = asText(tags.support_eol);
			if (end === void 0 || /^\d{4}-\d{2}-\d{2}$/.test(end)) return void 0;
			return {
				message: `support_eol is ${shown(end)}, not YYYY-MM-DD`,
				field: "support_eol"
			};
		})
	}
];
function ofProducts$1(judge) {
	return ({ downloads }) => each(downloads.products, (product) => product.versions.some(hasImages) ? judge(product) : void 0);
}
function mixedVariants({ downloads }) {
	const products = downloads.products.filter(({ versions }) => versions.some(hasImages));
	const withVariant = /* @__PURE__ */ new Map();
	for (const product of products) {
		const release = releaseOf(product);
		if (asText(product.tags.variant) !== void 0 && !withVariant.has(release)) withVariant.set(release, product);
	}
	return each(products, (product) => {
		const other = withVariant.get(releaseOf(product));
		return asText(product.tags.variant) === void 0 && other !== void 0 ? {
			message: `the product has no variant, and ${other.name} of the same os and release has one`,
			field: "variant"
		} : void 0;
	});
}
function releaseOf({ tags }) {
	return JSON.stringify([tags.os, tags.release]);
}
function hasMembers(value) {
	return isObject(value) && Object.keys(value).length > 0;
}
function misspelt(requirements) {
	return Object.hasOwn(requirements, "secure_boot");
}
// src/core/consumers/rules/lxd-types.ts
const both$3 = {
	lxd: "",
	incus: ""
};
const source$4 = "LXD shared/simplestreams/products.go, the structs Products, Product, ProductVersion and ProductVersionItem; Incus the same file";
const says$3 = "json: cannot unmarshal";
const why = "Both programs read a document into fixed types. One value of another JSON type, in one product, makes the document unreadable, and one unreadable document hides the whole root.";
const lxdTypeRules = [
	{
		code: "LXD-021",
		title: "every value has the JSON type they expect",
		readers: both$3,
		consequence: "stream-hidden",
		says: says$3,
		why: `${why} Numbers where a string belongs are the usual case: a release 24.04, a version 12, a size in quotes. null is fine everywhere.`,
		fix: "write the value in the type that is expected; this action does, for the inputs `release`, `os-version` and `tag`",
		source: source$4,
		verified: "program",
		check: ({ view, entries, downloads }) => [
			...indexTypes(view.index),
			...entries.flatMap(([contentId, entry]) => entryTypes(contentId, entry)),
			...each(downloads.documents, wrongType),
			...each(downloads.products, wrongType),
			...each(downloads.versions, wrongType),
			...each(downloads.items, wrongType)
		]
	},
	requirementsRule("LXD-022", "requirements", {
		lxd: ">=5.18",
		incus: ""
	}),
	requirementsRule("LXD-023", "lxd_requirements", { lxd: "" })
];
const fields = {
	document: {
		...strings("content_id", "datatype", "format", "license", "updated"),
		products: "an object of objects"
	},
	product: {
		...strings("aliases", "arch", "os", "release", "release_codename", "release_title"),
		...strings("support_eol", "version", "variant"),
		supported: "a boolean",
		versions: "an object of objects"
	},
	version: {
		...strings("label", "pubname"),
		items: "an object of objects"
	},
	item: {
		...strings("ftype", "path", "sha256", "md5", "delta_base", "combined_type", "combined_sha256"),
		...strings("combined_rootxz_sha256", "combined_squashfs_sha256"),
		...strings("combined_disk-kvm-img_sha256", "combined_disk1-img_sha256"),
		...strings("combined_uefi1-img_sha256"),
		size: "an integer"
	}
};
function strings(...keys) {
	return Object.fromEntries(keys.map((key) => [key, "a string"]));
}
const fieldsOf = {
	document: listed$1(fields.document),
	product: listed$1(fields.product),
	version: listed$1(fields.version),
	item: listed$1(fields.item)
};
function listed$1(kinds) {
	return Object.entries(kinds).map(([field, kind]) => ({
		field,
		kind
	}));
}
function wrongType({ level, tags }) {
	for (const { field, kind } of fieldsOf[level]) {
		const value = tags[field];
		if (value !== void 0 && value !== null && !isOf(kind, value)) return {
			message: `${field} is ${shown(value)}, and has to be ${kind}`,
			field
		};
	}
}
function isOf(kind, value) {
	switch (kind) {
		case "a string": return typeof value === "string";
		case "a boolean": return typeof value === "boolean";
		case "an integer": return Number.isInteger(value);
		case "an object of objects": return isObject(value) && Object.values(value).every((member) => isObject(member));
	}
}
function indexTypes(index) {
	if (index === void 0) return [];
	return [
		...wrongString(index, "format", "format"),
		...wrongString(index, "updated", "updated"),
		...isOf("an object of objects", index.index) ? [] : [inIndex("index is not an object of entries", "index")]
	];
}
function entryTypes(contentId, entry) {
	const { products } = entry;
	const isList = products === void 0 || products === null || Array.isArray(products) && products.every((name) => typeof name === "string");
	return [...[
		"path",
		"format",
		"datatype",
		"updated"
	].flatMap((key) => wrongString(entry, key, `index.${contentId}.${key}`)), ...isList ? [] : [inIndex(`products is ${shown(products)}, and has to be a list of strings`, `index.${contentId}.products`)]];
}
function wrongString(object, key, field) {
	const value = object[key];
	if (value === void 0 || value === null || typeof value === "string") return [];
	return [inIndex(`${key} is ${shown(value)}, and has to be a string`, field)];
}
function requirementsRule(code, field, readers) {
	return {
		code,
		title: `${field} are strings`,
		readers,
		consequence: "stream-hidden",
		says: says$3,
		why: `${why} Booleans among the ${field} are the usual case: "false" has to stand in quotes.`,
		fix: "give the input `requirement`, which writes strings: secureboot=false",
		source: source$4,
		verified: "program",
		check: ({ downloads }) => each(downloads.products, ({ tags }) => {
			const value = tags[field];
			if (value === void 0 || value === null) return void 0;
			const wrong = (isObject(value) ? Object.values(value) : [value]).find((member) => member !== null && typeof member !== "string");
			return isObject(value) && wrong === void 0 ? void 0 : {
				message: `${field} holds ${shown(isObject(value) ? wrong : value)}, and has to be an object of strings`,
				field
			};
		})
	};
}
// src/core/consumers/serial-order.ts
function misorderedSerials(products) {
	return each(products, misordered);
}
const misordered = once(({ versions }) => {
	for (let n = 1; n < versions.length; n++) {
		const before = versions[n - 1]?.serial ?? "";
		const after = versions[n]?.serial ?? "";
		if (isMisordered(before, after)) return `version ${after} counts as newer than ${before}, because serials are compared as strings`;
	}
});
function isMisordered(before, after) {
	if (shapeOf(before) === shapeOf(after)) return false;
	const isSameDay = before.slice(0, 8) === after.slice(0, 8);
	const [one = "", other = ""] = [before[8], after[8]];
	return isSameDay && /^[^0-9]$/.test(one) && /^[^0-9]$/.test(other) && one !== other || compareByNumbers(before, after) > 0;
}
function shapeOf(serial) {
	return serial.replaceAll(/\d/g, "0");
}
function compareByNumbers(a, b) {
	const [ours, theirs] = [partsOf(a), partsOf(b)];
	const length = Math.max(ours.length, theirs.length);
	for (let n = 0; n < length; n++) {
		const difference = compareParts(ours[n] ?? "", theirs[n] ?? "");
		if (difference !== 0) return difference;
	}
	return 0;
}
function compareParts(a, b) {
	if (/^\d/.test(a) && /^\d/.test(b)) return Number(a) - Number(b);
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
function partsOf(serial) {
	return serial.match(/\d+|\D+/g) ?? [];
}
// src/core/consumers/rules/lxd-versions.ts
const both$2 = {
	lxd: "",
	incus: ""
};
const toLxd = "LXD shared/simplestreams/products.go, ToLXD; Incus the same file, ToAPI";
const lxdVersionRules = [
	{
		code: "LXD-001",
		title: "a serial begins with a date",
		readers: both$2,
		consequence: "image-invisible",
		why: "Both programs read the first 8 characters of a serial as a date, YYYYMMDD, and pass over the version without a word when they cannot.",
		fix: "give the input `serial` as YYYYMMDD_HHMM, or leave it out",
		source: toLxd,
		verified: "program",
		check: ({ downloads }) => each(downloads.versions, (version) => hasImages(version) && !beginsWithDate(version.serial) ? `the serial ${version.serial} does not begin with a date, YYYYMMDD` : void 0)
	},
	metadataRule("LXD-003", "lxd"),
	metadataRule("LXD-016", "incus"),
	{
		code: "LXD-017",
		title: "a root has a metadata tarball beside it",
		readers: both$2,
		consequence: "image-invisible",
		why: "An image is a metadata tarball (ftype lxd.tar.xz or incus.tar.xz) with a root. A root alone is passed over without a word.",
		fix: "give the metadata tarball in the input `files` too",
		source: toLxd,
		verified: "read",
		check: ({ downloads }) => each(downloads.versions, ({ items }) => {
			const root = items.find(isOwnRoot);
			if (root === void 0 || items.some((item) => isMetadata(item) || isUnified(item))) return;
			return `the ${root.ftype} has no metadata tarball beside it`;
		})
	},
	{
		code: "LXD-033",
		title: "a metadata tarball has a root beside it",
		readers: both$2,
		consequence: "image-invisible",
		why: "A metadata tarball without an item of one of the ftypes squashfs, root.tar.xz, disk-kvm.img, disk1.img or uefi1.img is passed over without a word.",
		fix: "give the root (squashfs, root tarball or qcow2 disk) in the input `files` too",
		source: toLxd,
		verified: "read",
		check: ({ downloads }) => each(downloads.versions, ({ items }) => items.some(isMetadata) && !items.some((item) => isRoot(item) || isUnified(item)) ? `the version has a metadata tarball and no root; its ftypes are ${items.map(({ ftype }) => ftype || "none").join(", ")}` : void 0)
	},
	{
		code: "LXD-004",
		title: "the metadata item has the combined hash of every root",
		readers: both$2,
		consequence: "image-invisible",
		why: "The fingerprint of an image is the sha256 of its metadata tarball followed by its root. It is read from the metadata item, from a field that depends on the ftype of the root; where it is missing, the image is passed over without a word.",
		fix: "publish the files again with this action, which writes the hashes, or add the field with the tool that wrote the document",
		source: toLxd,
		verified: "program",
		check: ({ downloads }) => each(downloads.versions, missingCombined)
	},
	{
		code: "LXD-026",
		title: "serials of a product sort as strings",
		readers: both$2,
		consequence: "old-version-served",
		why: "The newest version is the one whose serial is the greatest string: 20250102.9 is newer than 20250102.10, and 20250102_0000 than 20250102.1. The aliases go to it.",
		fix: "give the input `serial` in one format with digits of a fixed number, YYYYMMDD_HHMM, or leave it out",
		source: "LXD shared/simplestreams/sort.go, Less; Incus the same file",
		verified: "program",
		check: ({ downloads }) => misorderedSerials(downloads.products.filter(isForThem))
	}
];
function metadataRule(code, program) {
	const [title, other] = program === "lxd" ? ["LXD", "incus"] : ["Incus", "lxd"];
	return {
		code,
		title: `an image is listed for ${title} too`,
		readers: { [program]: "" },
		consequence: "image-invisible",
		why: `${title} reads only items of ftype ${program}.tar.xz and ${program}_combined.tar.gz. An image that has the other program's alone is passed over without a word. Both items can be over one file.`,
		fix: `name ${program} in the input \`for\` when you publish`,
		source: toLxd,
		verified: "program",
		check: ({ downloads }) => each(downloads.versions, ({ items }) => {
			const mine = items.some(({ ftype }) => ftype.startsWith(program) && isHead(ftype));
			return items.some(({ ftype }) => ftype.startsWith(other) && isHead(ftype)) && !mine ? `the image has an item for ${other}, and none of ftype ${program}.tar.xz or ${program}_combined.tar.gz` : void 0;
		})
	};
}
function isHead(ftype) {
	return ftype.endsWith(".tar.xz") || ftype.endsWith("_combined.tar.gz");
}
function missingCombined({ items }) {
	const roots = items.filter(isRoot);
	for (const metadata of items.filter(isMetadata)) {
		const isListed = roots.some((root) => combinedHash(metadata, root) !== void 0);
		const missing = roots.find((root) => combinedHash(metadata, root) === void 0 && (isOwnRoot(root) || !isListed));
		if (missing !== void 0) {
			const field = combinedFields[missing.ftype]?.[0] ?? "";
			return {
				message: `item ${metadata.name} has no ${field}, the fingerprint of the image with the ${missing.ftype}`,
				field
			};
		}
	}
}
function isForThem({ versions }) {
	return versions.some(hasImages);
}
// src/core/consumers/maas-products.ts
const images$1 = /^(?:squashfs|root-image\.gz|root-t[gbx]z|root-dd(?:\.(?:tar|raw|bz2|gz|xz|tar\.bz2|tar\.xz))?)$/;
const others = /^(?:boot-kernel|boot-initrd|boot-dtb|archive\.tar\.xz|self-extracting|bootloader|notifications)$/;
const foreign$1 = /^(?:(?:lxd|incus)(?:\.tar\.xz|_combined\.tar\.gz)|root\.tar\.xz|(?:disk1?|disk-kvm|uefi1)\.img|.*\.vcdiff)$/;
function isKnownFtype(ftype) {
	return images$1.test(ftype) || others.test(ftype);
}
function isImage({ ftype }) {
	return images$1.test(ftype);
}
function isForeign({ versions }) {
	return versions.some(({ items }) => items.some(({ ftype }) => foreign$1.test(ftype)));
}
function tagOf(product, key) {
	const newest = newestOf(product);
	return inherited(newest?.items[0] ?? newest ?? product, key);
}
function isBootloader(product) {
	return tagOf(product, "bootloader-type") !== void 0;
}
function newestItems(product) {
	return newestOf(product)?.items ?? [];
}
function isSystem(product) {
	return !isBootloader(product) && !newestItems(product).some(({ ftype }) => ftype === "notifications");
}
function isIgnoredUbuntu(product) {
	const os = tagOf(product, "os")?.toLowerCase() ?? "";
	if (!os.includes("ubuntu")) return false;
	if (os === "ubuntu-core" && /.*:v4:.*/i.test(product.name)) return false;
	return !ubuntuName.test(product.name);
}
const ubuntuName = /.*:v([23]|3\+platform):.*/i;
const common = [
	"arch",
	"label",
	"os"
];
const system = [
	...common,
	"release",
	"release_title",
	"subarch",
	"subarches",
	"version"
];
const requiredTags = {
	bootloader: [
		...common,
		"arches",
		"bootloader-type"
	],
	multi: system,
	single: system
};
const requiredItems = {
	bootloader: [[
		"grub2-signed",
		"shim-signed",
		"grub2",
		"syslinux"
	]],
	multi: [
		["boot-initrd"],
		["boot-kernel"],
		["manifest"],
		["squashfs", "root-image.gz"]
	],
	single: [["root-tgz"], ["manifest"]]
};
const requiredFields = {
	bootloader: [
		"ftype",
		"path",
		"sha256",
		"size",
		"src_package",
		"src_release",
		"src_version"
	],
	multi: [
		"ftype",
		"path",
		"sha256",
		"size"
	],
	single: [
		"ftype",
		"path",
		"sha256",
		"size"
	]
};
function missingTags(kind, { tags }) {
	return requiredTags[kind].filter((tag) => typeof tags[tag] !== "string");
}
function missingItems(kind, { items }) {
	const keys = new Set(items.map(({ name }) => name));
	return requiredItems[kind].filter((alternatives) => !alternatives.some((key) => keys.has(key))).map((alternatives) => alternatives.join(" or "));
}
function isRead(kind, { name }) {
	return requiredItems[kind].some((alternatives) => alternatives.includes(name));
}
function missingFields(kind, { tags }) {
	return requiredFields[kind].filter((field) => !isField(field, tags));
}
function isField(field, tags) {
	const value = tags[field];
	if (field !== "size") return typeof value === "string";
	return Number.isInteger(value) || /^\d+$/.test(asText(value) ?? "");
}
function accepts(kind, product) {
	return missingTags(kind, product).length === 0 && product.versions.every((version) => missingItems(kind, version).length === 0 && version.items.every((item) => !isRead(kind, item) || missingFields(kind, item).length === 0));
}
const kinds = [
	"bootloader",
	"multi",
	"single"
];
function kindOf(product) {
	const accepted = kinds.findLast((kind) => accepts(kind, product));
	if (accepted !== void 0) return accepted;
	if (product.tags["bootloader-type"] !== void 0) return "bootloader";
	const keys = new Set(product.versions.flatMap(({ items }) => items.map(({ name }) => name)));
	return [
		"boot-kernel",
		"boot-initrd",
		"squashfs"
	].some((key) => keys.has(key)) ? "multi" : "single";
}
function isAccepted(product) {
	return kinds.some((kind) => accepts(kind, product));
}
function isMeant(product) {
	return !isForeign(product) || isAccepted(product);
}
// src/core/consumers/rules/maas-deploy.ts
const everyone$1 = { maas: "" };
const consequence$2 = "not-deployable";
const source$3 = "MAAS maasserver/preseed.py, maasserver/rpc/boot.py and provisioningserver/drivers/osystem, in 3.4 and in 3.8";
const drivers = {
	centos: /^root-t[gbx]z$/,
	rhel: /^root-t[gbx]z$/,
	suse: /^root-t[gbx]z$/,
	ol: /^root-t[gbx]z$/,
	esxi: /^root-dd/,
	windows: /^root-dd/,
	"ubuntu-core": /^root-dd/
};
const further = /* @__PURE__ */ new Set([
	"ubuntu",
	"custom",
	"caringo",
	"onie"
]);
const maasDeployRules = [
	{
		code: "MAAS-040",
		title: "os is not custom",
		readers: everyone$1,
		consequence: consequence$2,
		why: "Custom images are looked up among those that were uploaded. One from a stream is imported as `custom/<release>`, and never found.",
		fix: "give the input `os` the driver that installs the image: centos, rhel, ol or suse for a root tarball; or upload it with maas boot-resources create",
		source: source$3,
		verified: "read",
		check: ofSystems((product) => osOf(product) === "custom" ? {
			message: "os is custom",
			field: "os"
		} : void 0)
	},
	{
		code: "MAAS-041",
		title: "os is one that MAAS has a driver for",
		readers: everyone$1,
		consequence: consequence$2,
		why: "There are drivers for ubuntu, ubuntu-core, centos, rhel, ol, suse, esxi and windows. Images of another os, such as rocky, alma or debian, are imported, and cannot be deployed.",
		fix: "give the input `os` the driver that installs the image (rhel or centos for Rocky Linux and AlmaLinux), and the inputs `release` and `release-title` the name people know",
		source: source$3,
		verified: "read",
		check: ofSystems((product) => {
			const os = osOf(product);
			return further.has(os) || Object.hasOwn(drivers, os) ? void 0 : {
				message: `os is ${os}, for which MAAS has no driver`,
				field: "os"
			};
		})
	},
	{
		code: "MAAS-042",
		title: "os is not ol",
		readers: { maas: "<=3.4" },
		consequence: consequence$2,
		why: "The driver for Oracle Linux came with MAAS 3.5.",
		fix: "give the input `os` as rhel or centos, or the input `for` as maas>=3.5",
		source: source$3,
		verified: "read",
		check: ofSystems((product) => osOf(product) === "ol" ? {
			message: "os is ol",
			field: "os"
		} : void 0)
	},
	{
		code: "MAAS-043",
		title: "an image of Ubuntu has kernel, initrd and squashfs",
		readers: everyone$1,
		consequence: consequence$2,
		says: "has no kernels available",
		why: "Ubuntu is installed with a kernel from the same product. A tarball alone (root-tgz, as packer-maas makes it) is imported, and cannot be deployed: there is no form of it in a stream that can.",
		fix: "give boot-kernel, boot-initrd and squashfs in the input `files` (docs/recipes/maas-custom-ubuntu.md makes them of the tarball); or upload the tarball with maas boot-resources create",
		source: "MAAS maasserver/utils/osystems.py, validate_hwe_kernel; packer-maas issues 49 and 187",
		verified: "read",
		check: ofSystems((product) => {
			if (osOf(product) !== "ubuntu") return void 0;
			const ftypes = new Set(newestItems(product).map(({ ftype }) => ftype));
			const hasRoot = ftypes.has("squashfs") || ftypes.has("root-image.gz");
			const missing = ["boot-kernel", "boot-initrd"].filter((ftype) => !ftypes.has(ftype));
			if (!hasRoot) missing.push("squashfs");
			return missing.length === 0 ? void 0 : `no item has the ftype ${missing.join(", none ")}`;
		})
	},
	{
		code: "MAAS-044",
		title: "there is one file that the driver installs",
		readers: everyone$1,
		consequence: consequence$2,
		why: "The drivers centos, rhel, ol and suse install root-tgz, root-tbz or root-txz; esxi, windows and ubuntu-core a root-dd in one of its forms. With none of them, or with several, there is nothing to deploy.",
		fix: "give one image in the input `files`: .tar.gz for the first four, .dd.gz for the others",
		source: source$3,
		verified: "read",
		check: ofSystems((product) => {
			const os = osOf(product);
			const installed = Object.hasOwn(drivers, os) ? drivers[os] : void 0;
			if (installed === void 0) return void 0;
			const files = newestItems(product).filter(({ ftype }) => installed.test(ftype));
			return files.length === 1 ? void 0 : `the driver ${os} finds ${files.length} files that it installs, by their ftypes`;
		})
	},
	{
		code: "MAAS-045",
		title: "a dd image under the key root-tgz works by accident",
		readers: everyone$1,
		consequence: "advice",
		why: "Up to MAAS 3.7 the ftype counts, in 3.8 the key. An item with the key root-tgz and the ftype root-dd.gz is therefore accepted by all, and installed as a dd image. No one promised that, and it was not tried on a running MAAS 3.8.",
		fix: "nothing needs to be done; for up to MAAS 3.7 alone, the key root-dd.gz is the usual one",
		source: "MAAS 3.8 maasservicelayer/simplestreams/models.py; 3.4 maasserver/bootresources.py",
		verified: "read",
		check: ({ all }) => each(all.products.flatMap(newestItems), ({ name, ftype }) => name === "root-tgz" && ftype.startsWith("root-dd") ? `the item root-tgz has the ftype ${ftype}` : void 0)
	},
	{
		code: "MAAS-046",
		title: "subarches has generic, or the subarch, between commas",
		readers: everyone$1,
		consequence: consequence$2,
		why: "A machine is given an image whose subarches name its own subarchitecture, which is generic for nearly all. The list is split at commas, and nothing is trimmed.",
		fix: "give the input `tag` as subarches=generic, or as subarches=generic,ga-22.04",
		source: "MAAS maasserver/models/bootresource.py; 3.4 provisioningserver/import_images/helpers.py",
		verified: "read",
		check: ofSystems((product) => {
			const subarches = tagOf(product, "subarches") ?? "generic";
			const list = subarches.split(",");
			return (list.includes("generic") || list.includes(tagOf(product, "subarch") ?? "generic")) && !/\s/.test(subarches) ? void 0 : {
				message: `subarches is "${subarches}"`,
				field: "subarches"
			};
		})
	}
];
function osOf(product) {
	return tagOf(product, "os") ?? "ubuntu";
}
function ofSystems(judge) {
	return ({ all }) => each(all.products, (product) => isSystem(product) && !isForeign(product) && newestItems(product).length > 0 ? judge(product) : void 0);
}
// src/core/consumers/rules/sstream-index.ts
const both$1 = {
	sstream: "",
	glance: ""
};
const indexUrl$1 = /streams\/v1\/.*[.](?:sjson|json)$/;
const sstreamIndexRules = [
	{
		code: "SST-004",
		title: "every entry of the index has a format",
		readers: both$1,
		consequence: "image-invisible",
		why: "Only entries of format products:1.0 (and index:1.0) are followed. Of another, or of none, the document is copied as it is and nothing in it, and the run ends well.",
		fix: "publish once more with this action, which writes it, or correct the index with the tool that wrote it",
		source: "simplestreams mirrors/__init__.py, sync_index",
		verified: "code",
		check: ({ entries }) => withoutFormat(entries)
	},
	{
		code: "SST-010",
		title: "an unsigned root is asked for by its index",
		readers: both$1,
		consequence: "advice",
		why: "Of a URL without the name of an index, streams/v1/index.sjson is read, and there is no fall-back to index.json.",
		fix: "sign the root with the input `signing-key`, or give people the URL of streams/v1/index.json, and the option --no-verify",
		source: "simplestreams util.py, path_from_mirror_url",
		verified: "code",
		check: ({ view }) => unsignedRoot(view.signed, view.publicUrl)
	},
	{
		code: "SST-011",
		title: "the URL of a root ends with a slash",
		readers: both$1,
		consequence: "advice",
		says: "No signature found",
		why: "Without it, https://example.com/imagesstreams/v1/index.sjson is asked for first, and the slash is added only when the answer is 404. S3 answers 403 where the reader may not list the bucket.",
		fix: "give people the URL with a slash at its end or that of the index, and let the store answer 404 for what is not there",
		source: "simplestreams mirrors/__init__.py, UrlMirrorReader",
		verified: "code",
		check: ({ view }) => withoutSlash(view.publicUrl)
	}
];
function withoutFormat(entries) {
	return entries.flatMap(([contentId, { format }]) => format === "products:1.0" || format === "index:1.0" ? [] : [inIndex(`the format of ${contentId} is ${shown(format)}, not products:1.0`, `index.${contentId}.format`)]);
}
function unsignedRoot(signed, publicUrl) {
	if (signed || publicUrl !== void 0 && /\.json$/.test(publicUrl)) return [];
	return [inIndex("the root is not signed: it has no streams/v1/index.sjson")];
}
function withoutSlash(publicUrl) {
	const url = asText(publicUrl);
	if (url === void 0 || /\/$|[?#]/.test(url) || indexUrl$1.test(url)) return [];
	return [inIndex(`the URL ${url} does not end with a slash`, "public-url")];
}
// src/core/consumers/rules/maas-index.ts
const readers$1 = { maas: ">=3.8" };
const consequence$1 = "source-rejected";
const says$2 = "Failed to fetch image manifest for boot source with url";
const source$2 = "MAAS 3.8 maasservicelayer/simplestreams/models.py";
const again$1 = "publish once more with this action, which writes it, or correct it with the tool that wrote it";
const maasIndexRules = [
	{
		code: "MAAS-018",
		title: "every entry of the index has path and products, and no name",
		readers: readers$1,
		consequence: consequence$1,
		says: says$2,
		why: "One entry without a path or without a list of products, or with a key name, rejects the whole source.",
		fix: again$1,
		source: `${source$2}, SimpleStreamsIndex`,
		verified: "code",
		check: ({ entries }) => entries.flatMap(([contentId, entry]) => {
			const wrong = wrongEntry(entry);
			return wrong === void 0 ? [] : [inIndex(wrong, `index.${contentId}`)];
		})
	},
	{
		code: "MAAS-019",
		title: "every entry of the index is image-ids or image-downloads",
		readers: readers$1,
		consequence: consequence$1,
		says: says$2,
		why: "One entry of another datatype, such as release-notifications, which the tools of Canonical still write, rejects the whole source.",
		fix: "take the entry out of the index",
		source: `${source$2}, SimpleStreamsIndex`,
		verified: "code",
		check: ({ entries }) => entries.flatMap(([contentId, { datatype }]) => datatype === void 0 || datatype === null || isDatatype(datatype) ? [] : [inIndex(`the datatype of ${contentId} is ${shown(datatype)}`, `index.${contentId}.datatype`)])
	},
	{
		code: "MAAS-020",
		title: "updated is there, and not in GMT",
		readers: readers$1,
		consequence: consequence$1,
		says: says$2,
		why: "The index, each of its entries and each document need updated, as \"Fri, 20 Nov 2026 15:04:05 +0000\" or as 2026-11-20T15:04:05Z. With GMT in place of +0000 the whole source is rejected.",
		fix: again$1,
		source: `${source$2}, the validator of updated`,
		verified: "code",
		check: ({ view, entries, all }) => [
			...view.index === void 0 ? [] : wrongTime(view.index.updated, "updated"),
			...entries.flatMap(([contentId, { updated }]) => wrongTime(updated, `index.${contentId}.updated`)),
			...each(all.documents, ({ tags: { updated } }) => isTime(updated) || view.index === void 0 && updated === void 0 ? void 0 : {
				message: `updated is ${shown(updated)}`,
				field: "updated"
			})
		]
	},
	{
		code: "MAAS-021",
		title: "index, products, versions and items are not empty",
		readers: readers$1,
		consequence: consequence$1,
		says: says$2,
		why: "An index without an entry, a document without a product, a product without a version or a version without an item rejects the whole source.",
		fix: "unlist the product instead of its last version, and the document instead of its last product",
		source: source$2,
		verified: "code",
		check: ({ view, entries, all }) => [
			...view.index !== void 0 && entries.length === 0 ? [inIndex("the index has no entry", "index")] : [],
			...each(all.documents, ({ products }) => empty(products, "the document has no product")),
			...each(all.products, ({ versions }) => empty(versions, "the product has no version")),
			...each(all.versions, ({ items }) => empty(items, "the version has no item"))
		]
	},
	{
		code: "MAAS-022",
		title: "a document has content_id and datatype",
		readers: readers$1,
		consequence: consequence$1,
		says: "Got invalid data for the products file",
		why: "A document without a content_id, or without a datatype image-ids or image-downloads of its own, rejects the whole source.",
		fix: again$1,
		source: `${source$2}, SimpleStreamsProductList`,
		verified: "read",
		check: ({ all }) => each(all.documents, ({ tags }) => {
			if (typeof tags.content_id !== "string") return {
				message: `content_id is ${shown(tags.content_id)}`,
				field: "content_id"
			};
			return isDatatype(tags.datatype) ? void 0 : {
				message: `datatype is ${shown(tags.datatype)}`,
				field: "datatype"
			};
		})
	},
	{
		code: "MAAS-025",
		title: "every entry of the index has a format",
		readers: { maas: "<=3.7" },
		consequence: "product-ignored",
		why: "An entry of another format than products:1.0, or of none, is passed over without a word.",
		fix: again$1,
		source: "simplestreams mirrors/__init__.py, sync_index",
		verified: "code",
		check: ({ entries }) => withoutFormat(entries)
	},
	{
		code: "MAAS-032",
		title: "serials of a product sort as strings",
		readers: { maas: "" },
		consequence: "old-version-served",
		why: "The newest version is the one whose serial is the greatest string: 20260821.10 is older than 20260821.9, and _ counts as newer than a dot.",
		fix: "give the input `serial` in one format with digits of a fixed number, YYYYMMDD_HHMM, or leave it out",
		source: "simplestreams util.py, resolve_work; MAAS 3.8 maasservicelayer/simplestreams/models.py",
		verified: "code",
		check: ({ all }) => misorderedSerials(all.products)
	}
];
function wrongEntry(entry) {
	if (typeof entry.path !== "string") return `path is ${shown(entry.path)}`;
	const { products } = entry;
	if (!(Array.isArray(products) && products.every((name) => typeof name === "string"))) return `products is ${shown(products)}, not a list of strings`;
	return Object.hasOwn(entry, "name") ? "there is a key name" : void 0;
}
function isDatatype(value) {
	return value === "image-ids" || value === "image-downloads";
}
function wrongTime(value, field) {
	return isTime(value) ? [] : [inIndex(`updated is ${shown(value)}`, field)];
}
function isTime(value) {
	if (typeof value !== "string") return false;
	return /^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d{1,2}:\d{2}:\d{2} (?:[+-]\d{2}:?\d{2}|Z)$/.test(value) || /^\d{4}-\d{2}-\d{2}(?:.\d{2}(?::\d{2}(?::\d{2}(?:[.,]\d+)?)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.test(value);
}
function empty(members, message) {
	return members.length === 0 ? message : void 0;
}
// src/core/consumers/rules/sstream.ts
const both = {
	sstream: "",
	glance: ""
};
const sums = [
	{
		field: "md5",
		digits: 32
	},
	{
		field: "sha256",
		digits: 64
	},
	{
		field: "sha512",
		digits: 128
	}
];
const sstreamRules = [
	{
		code: "SST-001",
		title: "sizes are integers",
		readers: { sstream: "" },
		consequence: "import-aborted",
		says: "TypeError: '>' not supported",
		why: "sstream-mirror compares the size with numbers: a string stops the run.",
		fix: "publish the files again with this action, or write the size as an integer",
		source: "simplestreams objectstores/__init__.py, FileStore.insert",
		verified: "code",
		check: ofFiles(({ tags }) => tags.size === void 0 || Number.isInteger(tags.size) ? void 0 : {
			message: `size is ${shown(tags.size)}, not an integer`,
			field: "size"
		})
	},
	{
		code: "SST-002",
		title: "every file has a size and a sum",
		readers: both,
		consequence: "import-aborted",
		says: "InvalidChecksum",
		why: "An item with a path but without a size, or without any of md5, sha256 and sha512, stops the run, and even sstream-query. Both may stand on the version instead.",
		fix: "publish the files again with this action, which writes size and sha256",
		source: "simplestreams contentsource.py, ChecksummingContentSource",
		verified: "code",
		check: ofFiles((item) => {
			if (inherited(item, "size") === void 0) return {
				message: "no size",
				field: "size"
			};
			return sums.some(({ field }) => inherited(item, field) !== void 0) ? void 0 : {
				message: "no md5, sha256 or sha512",
				field: "sha256"
			};
		})
	},
	{
		code: "SST-003",
		title: "sums are in lower case",
		readers: both,
		consequence: "import-aborted",
		says: "InvalidChecksum",
		why: "The strongest sum is compared letter by letter with the one of the downloaded file, in lower-case hexadecimal digits; a difference stops the run.",
		fix: "write sums in lower case; this action does",
		source: "simplestreams checksum_util.py and contentsource.py",
		verified: "code",
		check: ofFiles((item) => {
			for (const { field, digits } of sums) {
				const sum = inherited(item, field);
				if (sum !== void 0 && (sum.length !== digits || /[^0-9a-f]/.test(sum))) return {
					message: `${field} is ${shown(sum)}, not ${digits} lower-case digits`,
					field
				};
			}
		})
	},
	{
		code: "SST-005",
		title: "paths stay below the root",
		readers: both,
		consequence: "import-aborted",
		says: "TypeError",
		why: "A mirror writes files under their paths: one that is absolute or has a .. or ... directory stops the run.",
		fix: "write paths relative to the root; this action does",
		source: "simplestreams util.py, assert_safe_path",
		verified: "code",
		check: (listing) => pathsThat(listing, isUnsafe, "is absolute or leaves the root")
	},
	{
		code: "SST-006",
		title: "paths are free of # and ?",
		readers: both,
		consequence: "download-fails",
		why: "Paths are put behind the URL as they are: what follows a # or a ? is not part of the file name any more, also on a local disk.",
		fix: "name files and directories with letters, digits and . _ ~ : - only; this action does",
		source: "simplestreams mirrors/__init__.py, UrlMirrorReader",
		verified: "code",
		check: (listing) => pathsThat(listing, (path) => /[#?]/.test(path), "has a # or a ?")
	},
	{
		code: "SST-007",
		title: "serials of a product sort as strings",
		readers: both,
		consequence: "old-version-served",
		why: "The newest version is the one whose serial is the greatest string: 20240101.10 is older than 20240101.2. With --max the newer ones are then not mirrored, or removed.",
		fix: "give the input `serial` in one format with digits of a fixed number, YYYYMMDD_HHMM, or leave it out",
		source: "simplestreams util.py, resolve_work; the README, \"version_name\"",
		verified: "code",
		check: ({ all }) => misorderedSerials(all.products)
	},
	{
		code: "SST-008",
		title: "abbreviations are explained",
		readers: both,
		consequence: "import-aborted",
		says: "KeyError",
		why: "Where a key of _aliases is used with a value that _aliases does not explain, the run stops.",
		fix: "add the value to _aliases with the tool that wrote the document, or take the key out of _aliases",
		source: "simplestreams util.py, expand_data",
		verified: "code",
		check: unknownAliases
	},
	{
		code: "SST-009",
		title: "a path stands on its item",
		readers: both,
		consequence: "image-invisible",
		why: "Other tags are handed down from the product and the version to the item; a path is not. sstream-mirror passes over the file without a word, and sstream-query stops.",
		fix: "write the path on the item; this action does",
		source: "simplestreams mirrors/__init__.py, _sync_products",
		verified: "code",
		check: ({ all }) => [...each(all.products, pathAbove), ...each(all.versions, pathAbove)]
	}
];
function ofFiles(judge) {
	return ({ all }) => each(all.items, (item) => item.path === void 0 ? void 0 : judge(item));
}
function pathsThat({ entries, all }, isWrong, words) {
	const documents = entries.flatMap(([contentId, { path }]) => typeof path === "string" && isWrong(path) ? [inIndex(`the path ${shown(path)} ${words}`, `index.${contentId}.path`)] : []);
	const files = each(all.items, ({ path }) => path !== void 0 && isWrong(path) ? {
		message: `the path ${shown(path)} ${words}`,
		field: "path"
	} : void 0);
	return [...documents, ...files];
}
function isUnsafe(path) {
	return path.startsWith("/") || /^\.{2,3}\/|\/\.{2,3}\//.test(path);
}
function unknownAliases({ all }) {
	return all.documents.flatMap((document) => {
		const aliases = asObject$1(document.tags._aliases);
		if (aliases === void 0) return [];
		return document.products.flatMap((product) => [product, ...product.versions.flatMap((version) => [version, ...version.items])]).flatMap((thing) => Object.entries(aliases).flatMap(([key, values]) => {
			const value = asText(thing.tags[key]);
			if (value === void 0 || isObject(values) && Object.hasOwn(values, value)) return [];
			return [violation(thing, {
				message: `${key} is ${value}, which _aliases does not explain`,
				field: key
			})];
		}));
	});
}
function pathAbove({ tags, level }) {
	return typeof tags.path === "string" ? {
		message: `the ${level} has a path, which its items do not get`,
		field: "path"
	} : void 0;
}
// src/core/consumers/rules/maas-items.ts
const old$2 = { maas: "<=3.7" };
const fresh$1 = { maas: ">=3.8" };
const maasItemRules = [
	{
		code: "MAAS-006",
		title: "every item of the newest version has ftype, path, size and sha256",
		readers: old$2,
		consequence: "import-aborted",
		says: "InvalidChecksum",
		why: "That holds for items that MAAS ignores, too. An item without them ends the import of all sources. size and sha256 may stand on the version.",
		fix: "publish the files again with this action, which writes all four",
		source: "simplestreams contentsource.py, ChecksummingContentSource; MAAS 3.4 maasserver/bootresources.py",
		verified: "code",
		check: ofNewest((item) => {
			const field = [
				"ftype",
				"size",
				"sha256"
			].find((key) => inherited(item, key) === void 0);
			const missing = item.path === void 0 ? "path" : field;
			return missing === void 0 ? void 0 : {
				message: `the item has no ${missing}`,
				field: missing
			};
		})
	},
	{
		code: "MAAS-007",
		title: "paths stay below the root",
		readers: old$2,
		consequence: "import-aborted",
		says: "TypeError",
		why: "A path that is absolute, or has a .. directory, ends the import of all sources.",
		fix: "write paths relative to the root; this action does",
		source: "simplestreams util.py, assert_safe_path",
		verified: "code",
		check: ofNewest(({ path }) => path !== void 0 && isUnsafe(path) ? {
			message: `the path ${shown(path)} is absolute or leaves the root`,
			field: "path"
		} : void 0)
	},
	{
		code: "MAAS-008",
		title: "a path begins with neither a slash nor a scheme",
		readers: fresh$1,
		consequence: "download-fails",
		why: "The path is joined to the URL as a link would be: after a leading slash it is looked for at the root of the server, and a colon in its first directory makes what stands before it a scheme, like http:.",
		fix: "write paths relative to the root, without a colon in the first directory: give the input `os` without one",
		source: "MAAS 3.8 maasservicelayer/services/image_sync.py, urljoin",
		verified: "code",
		check: ({ all }) => each(all.items, ({ path }) => path !== void 0 && /^(?:\/|[^/]*:)/.test(path) ? {
			message: `the path ${shown(path)} begins with a slash, or with a scheme`,
			field: "path"
		} : void 0)
	},
	{
		code: "MAAS-009",
		title: "a path ends in its ftype",
		readers: { maas: "<=3.4" },
		consequence: "not-deployable",
		why: "Up to MAAS 3.4 the file is kept under the last part of its path, and looked for under its ftype.",
		fix: "store the file under a path that ends in /root-tgz, /squashfs, …; this action does for maas",
		source: "MAAS 3.4 provisioningserver/drivers/osystem/__init__.py, _find_image",
		verified: "code",
		check: ofNewest((item) => (isImage(item) || /^boot-/.test(item.ftype)) && baseName(item) !== item.ftype ? {
			message: `the path ends in ${baseName(item)}, and the ftype is ${item.ftype}`,
			field: "path"
		} : void 0)
	},
	{
		code: "MAAS-036",
		title: "the files of a version differ in their names",
		readers: old$2,
		consequence: "not-deployable",
		why: "A file is kept under the last part of its path: of two with one name, one is lost.",
		fix: "store each file under a path that ends in its ftype; this action does for maas",
		source: "MAAS 3.4 maasserver/bootresources.py",
		verified: "read",
		check: ({ all }) => each(all.products.flatMap((product) => newestOf(product) ?? []), sameNames)
	},
	{
		code: "MAAS-010",
		title: "an ftype is one MAAS knows",
		readers: old$2,
		consequence: "advice",
		says: "Ignoring unsupported filetype",
		why: "An item of an unknown ftype is passed over. For a manifest, which every stream has, that line of the log is harmless.",
		fix: "give the files as packer-maas names them (.tar.gz, .dd.gz), from which the ftype follows",
		source: "MAAS 3.4 maasserver/bootresources.py and maasserver/enum.py",
		verified: "read",
		check: ofNewest(({ ftype }) => ftype !== "" && ftype !== "manifest" && !isKnownFtype(ftype) ? {
			message: `MAAS knows no ftype ${ftype}`,
			field: "ftype"
		} : void 0)
	},
	{
		code: "MAAS-011",
		title: "an ftype is one MAAS 3.8 knows",
		readers: fresh$1,
		consequence: "download-fails",
		why: "An unknown ftype on an item that is downloaded makes the import of the selection fail.",
		fix: "give the files as packer-maas names them (.tar.gz, .dd.gz), from which the ftype follows",
		source: "MAAS 3.8 maascommon/enums/boot_resources.py, BootResourceFileType",
		verified: "code",
		check: ({ all }) => all.products.filter(isMeant).flatMap((product) => {
			const kind = kindOf(product);
			return each(newestOf(product)?.items ?? [], (item) => isRead(kind, item) && item.name !== "manifest" && item.ftype !== "" && !isKnownFtype(item.ftype) ? {
				message: `MAAS knows no ftype ${item.ftype}`,
				field: "ftype"
			} : void 0);
		})
	},
	{
		code: "MAAS-035",
		title: "sha256 is in lower case",
		readers: { maas: "" },
		consequence: "download-fails",
		why: "The sum is compared, letter by letter, with the one of the downloaded file, which has lower-case digits.",
		fix: "write sums in lower case; this action does",
		source: "MAAS maasserver/bootresources.py; 3.8 maastemporalworker/workflow/bootresource.py",
		verified: "read",
		check: ofNewest((item) => {
			const sum = inherited(item, "sha256");
			return sum === void 0 || /^[0-9a-f]{64}$/.test(sum) ? void 0 : {
				message: `sha256 is ${shown(sum)}, not 64 lower-case digits`,
				field: "sha256"
			};
		})
	}
];
function ofNewest(judge) {
	return ({ all }) => all.products.flatMap((product) => each(newestOf(product)?.items ?? [], judge));
}
function baseName({ path = "" }) {
	return path.slice(path.lastIndexOf("/") + 1);
}
function sameNames({ items }) {
	const owners = /* @__PURE__ */ new Map();
	for (const item of items) {
		if (item.path === void 0 || !isKnownFtype(item.ftype)) continue;
		const owner = owners.get(baseName(item));
		if (owner !== void 0) return `the paths of ${owner.name} and ${item.name} both end in ${baseName(item)}`;
		owners.set(baseName(item), item);
	}
}
// src/core/consumers/rules/maas-names.ts
const old$1 = { maas: "<=3.7" };
const says$1 = "Ignoring unsupported product <product>";
const source$1 = "MAAS 3.4 provisioningserver/import_images/download_descriptions.py, validate_product; 3.5 to 3.7 maasserver/import_images, the same";
const bootloaders = /* @__PURE__ */ new Set([
	"pxe pxelinux i386",
	"uefi grub-efi-signed amd64",
	"uefi grub-efi arm64",
	"open-firmware grub-ieee1275 ppc64el"
]);
const maasNameRules = [
	{
		code: "MAAS-001",
		title: "a product of Ubuntu is named :v3:",
		readers: old$1,
		consequence: "product-ignored",
		says: says$1,
		why: "Where os contains \"ubuntu\", in any case, the name of the product has to match `/.*:v([23]|3\\+platform):.*/i` (up to 3.3 `/.*:v[23]:.*/i`), or `/.*:v4:.*/i` for ubuntu-core. The line is logged once for each item of the product, so for an image with a manifest twice. Nothing else has to be wrong: com.ubuntu.maas.candidate:ubuntu-bases:22.04:amd64, the name that meph2-import makes, does not match. Renaming alone makes the product imported, not deployable: see MAAS-043.",
		fix: "give the input `product` a name with :v3: in it, such as com.example.maas:v3:boot:22.04:amd64:ga-22.04",
		source: source$1,
		verified: "code",
		check: ofProducts((product) => isIgnoredUbuntu(product) ? `os is ${tagOf(product, "os")}, and the name does not match /.*:v([23]|3\\+platform):.*/i` : void 0)
	},
	{
		code: "MAAS-002",
		title: "a product of Ubuntu is not named :v3+platform:",
		readers: { maas: "<=3.3" },
		consequence: "product-ignored",
		says: says$1,
		why: "Up to MAAS 3.3 the name of a product of Ubuntu has to match `/.*:v[23]:.*/i`, which :v3+platform: does not.",
		fix: "give the input `product` a name with :v3: in it",
		source: source$1,
		verified: "read",
		check: ofProducts((product) => (tagOf(product, "os")?.toLowerCase() ?? "").includes("ubuntu") && !isIgnoredUbuntu(product) && !/:v[234]:/i.test(product.name) ? "the name matches :v3+platform: only" : void 0)
	},
	{
		code: "MAAS-003",
		title: "a product with kernel and initrd is named :v3:",
		readers: { maas: ">=3.8" },
		consequence: "product-ignored",
		why: "A product of boot-kernel, boot-initrd and squashfs, of whatever os, is passed over when its name does not match `/.*:v([23]|3\\+platform):.*/i`. MAAS 3.8 logs nothing.",
		fix: "give the input `product` a name with :v3: in it, such as com.example.maas:v3:boot:22.04:amd64:ga-22.04",
		source: "MAAS 3.8 maasservicelayer/services/image_sync.py",
		verified: "code",
		check: ({ all }) => each(all.products, (product) => isMeant(product) && kindOf(product) === "multi" && !ubuntuName.test(product.name) ? "the product has kernel and initrd, and its name does not match /.*:v([23]|3\\+platform):.*/i" : void 0)
	},
	{
		code: "MAAS-004",
		title: "a boot loader is one MAAS knows",
		readers: { maas: "" },
		consequence: "product-ignored",
		says: says$1,
		why: `The name of a product with a bootloader-type has to match \`/.*:1:.*/i\`, and its bootloader-type, os and arch have to be one of ${[...bootloaders].join("; ")}. Canonical's own pxelinux:pxe:amd64 is passed over by every version. MAAS 3.8 logs nothing.`,
		fix: "leave boot loaders to the images of Canonical, or correct name, bootloader-type, os and arch",
		source: source$1,
		verified: "code",
		check: ofProducts((product) => {
			if (!isBootloader(product)) return void 0;
			if (!/.*:1:.*/i.test(product.name)) return "the name of the boot loader does not match /.*:1:.*/i";
			const triple = [
				"bootloader-type",
				"os",
				"arch"
			].map((tag) => tagOf(product, tag)).join(" ");
			return bootloaders.has(triple) ? void 0 : `bootloader-type, os and arch are ${triple}, which MAAS does not know`;
		})
	},
	{
		code: "MAAS-005",
		title: "a product has arch, label and release",
		readers: old$1,
		consequence: "import-aborted",
		says: "KeyError",
		why: "Each product that is not passed over needs arch, label, and release (or bootloader-type). One product without them ends the import of all sources, also of the images of Canonical.",
		fix: "give the inputs `arch`, `label` and `release`",
		source: "MAAS 3.4 provisioningserver/import_images/download_descriptions.py, RepoDumper.insert_item",
		verified: "code",
		check: ofProducts((product) => {
			if (isIgnoredUbuntu(product)) return void 0;
			for (const item of newestItems(product)) {
				const field = [
					"arch",
					"label",
					isBootloader(product) ? "bootloader-type" : "release"
				].find((key) => inherited(item, key) === void 0);
				if (field !== void 0) return {
					message: `the product has no ${field}`,
					field
				};
			}
		})
	},
	{
		code: "MAAS-026",
		title: "os and release have 20 characters at most",
		readers: { maas: "" },
		consequence: "product-ignored",
		why: "A longer one can be listed, and not be selected for the import.",
		fix: "give the inputs `os` and `release` shorter names",
		source: "MAAS maasserver/models/bootsourceselection.py; 3.8 maasservicelayer/db/tables.py",
		verified: "read",
		check: ofProducts((product) => tooLong(product, {
			os: 20,
			release: 20
		}))
	},
	{
		code: "MAAS-027",
		title: "arch, subarch, kflavor, label and ftype fit their columns",
		readers: { maas: "" },
		consequence: "import-aborted",
		why: "arch, subarch, kflavor and label have 32 characters at most, an ftype 20, and the last part of a path 255: the columns of the database.",
		fix: "give the inputs `arch` and `label`, and the tags subarch and kflavor with the input `tag`, shorter values",
		source: "MAAS maasserver/models/bootsourcecache.py and bootresourcefile.py; 3.8 maasservicelayer/db/tables.py",
		verified: "read",
		check: ofProducts((product) => tooLong(product, {
			arch: 32,
			subarch: 32,
			kflavor: 32,
			label: 32
		}) ?? tooLongFile(product))
	},
	{
		code: "MAAS-028",
		title: "a serial has 32 characters at most",
		readers: { maas: ">=3.8" },
		consequence: "import-aborted",
		why: "The newest serial is kept in a column of 32 characters.",
		fix: "give the input `serial` a shorter one, or leave it out",
		source: "MAAS 3.8 maasservicelayer/db/tables.py, bootsourcecache.latest_version",
		verified: "read",
		check: ({ all }) => each(all.versions, ({ serial }) => serial.length > 32 ? `the serial has ${serial.length} characters` : void 0)
	}
];
function ofProducts(judge) {
	return ({ all }) => each(all.products, judge);
}
function tooLong(product, limits) {
	if (!isSystem(product)) return void 0;
	for (const [field, limit] of Object.entries(limits)) {
		const value = tagOf(product, field) ?? "";
		if (value.length > limit) return {
			message: `${field} ${shown(value)} has ${value.length} characters`,
			field
		};
	}
}
function tooLongFile(product) {
	for (const { name, ftype, path = "" } of newestItems(product)) {
		if (ftype.length > 20) return {
			message: `the ftype of ${name} is ${shown(ftype)}`,
			field: "ftype"
		};
		const length = path.length - path.lastIndexOf("/") - 1;
		if (length > 255) return {
			message: `the last part of the path of ${name} has ${length} characters`,
			field: "path"
		};
	}
}
// src/core/consumers/rules/maas-products.ts
const old = { maas: "<=3.7" };
const fresh = { maas: ">=3.8" };
const maasProductRules = [
	{
		code: "MAAS-024",
		title: "a ga- or hwe- product has a kflavor",
		readers: fresh,
		consequence: "not-deployable",
		why: "Without one the image becomes one for amd64/ga-22.04-None, which no machine is.",
		fix: "give the input `tag` as kflavor=generic",
		source: "MAAS 3.8 maasservicelayer/services/image_sync.py",
		verified: "code",
		check: ({ all }) => each(all.products, ({ tags }) => /^(?:ga|hwe)-/.test(String(tags.subarch)) && typeof tags.kflavor !== "string" ? {
			message: `subarch is ${tags.subarch}, and kflavor is missing`,
			field: "kflavor"
		} : void 0)
	},
	{
		code: "MAAS-029",
		title: "version is the same in all products of a release",
		readers: { maas: ">=3.6" },
		consequence: "not-deployable",
		why: "The tag version of a product is part of what MAAS knows an image by. With two values for one os, release and arch there are two images of one name, and neither is found any more. So it may never change either.",
		fix: "give the input `os-version` the value that the other products of the release have",
		source: "MAAS 3.7 maasserver/bootresources.py; maasserver/rpc/boot.py",
		verified: "read",
		check: otherVersions
	},
	{
		code: "MAAS-030",
		title: "os, release, arch, subarch and kflavor together are those of one product",
		readers: { maas: "" },
		consequence: "product-ignored",
		why: "Of two products that share them, MAAS up to 3.7 imports the later one, and MAAS 3.8 writes both into one image.",
		fix: "give the input `release` a name of its own, or publish into the product that is there with the input `product`",
		source: "MAAS 3.4 provisioningserver/import_images/boot_image_mapping.py; 3.8 maasservicelayer/services/image_sync.py",
		verified: "code",
		check: sameImages
	},
	{
		code: "MAAS-031",
		title: "a product has two versions at least",
		readers: old,
		consequence: "advice",
		why: "MAAS reads the documents again for each step of an import, and takes only what the first step saw: when the only version is replaced in between, nothing of the product is imported until the next hour.",
		fix: "keep the version before listed when you publish the next one",
		source: "MAAS 3.7 maasserver/bootresources.py",
		verified: "code",
		check: ({ all }) => each(all.products, (product) => product.versions.length === 1 && isSystem(product) ? `the product has the version ${product.versions[0]?.serial} alone` : void 0)
	},
	endRule("MAAS-033", old, "import-aborted", "ValueError"),
	endRule("MAAS-034", fresh, "source-rejected", "Got invalid data for the products file")
];
function imageOf$1(product, keys) {
	if (!isSystem(product) || tagOf(product, "release") === void 0) return void 0;
	return keys.map((key) => tagOf(product, key) ?? defaults[key] ?? "").join(" ");
}
const defaults = {
	os: "ubuntu",
	subarch: "generic",
	kflavor: "generic"
};
function sameImages({ all }) {
	const owners = /* @__PURE__ */ new Map();
	return each(all.products, (product) => {
		const image = imageOf$1(product, [
			"os",
			"release",
			"arch",
			"subarch",
			"kflavor"
		]);
		if (image === void 0) return void 0;
		const owner = owners.get(image) ?? product;
		owners.set(image, owner);
		return owner === product ? void 0 : `${image} is what the product ${owner.name} is too`;
	});
}
function otherVersions({ all }) {
	const owners = /* @__PURE__ */ new Map();
	return each(all.products, (product) => {
		const image = imageOf$1(product, [
			"os",
			"release",
			"arch"
		]);
		if (image === void 0) return void 0;
		const owner = owners.get(image) ?? product;
		owners.set(image, owner);
		const [version, others] = [product, owner].map((one) => tagOf(one, "version"));
		return version === others ? void 0 : {
			message: `version is ${shown(version)}, and ${shown(others)} in ${owner.name}, which is for ${image} too`,
			field: "version"
		};
	});
}
function endRule(code, readers, consequence, says) {
	const isOld = consequence === "import-aborted";
	return {
		code,
		title: isOld ? "support_eol is a date" : "support_eol is a date, or null",
		readers,
		consequence,
		says,
		why: isOld ? "support_eol is read as YYYY-MM-DD, and anything else ends the import of all sources." : "support_eol is read as YYYY-MM-DD, and anything else rejects the whole source.",
		fix: "give the input `tag` as support_eol=YYYY-MM-DD, or leave it out",
		source: isOld ? "MAAS 3.7 maasserver/bootsources.py, _update_cache" : "MAAS 3.8 maasservicelayer/simplestreams/models.py",
		verified: "read",
		check: ({ all }) => each(all.products, (product) => {
			const end = isOld ? tagOf(product, "support_eol") : product.tags.support_eol;
			return !isBootloader(product) && (isOld || !isForeign(product)) && end !== void 0 && end !== null && !isDay(end) ? {
				message: `support_eol is ${shown(end)}, not YYYY-MM-DD`,
				field: "support_eol"
			} : void 0;
		})
	};
}
function isDay(value) {
	return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`));
}
// src/core/consumers/rules/maas-shape.ts
const readers = { maas: ">=3.8" };
const consequence = "source-rejected";
const says = "Got invalid data for the products file";
const source = "MAAS 3.8 maasservicelayer/simplestreams/models.py";
const everything = "MAAS 3.8 checks every version of every product, old ones too, and one fault rejects the whole source. Its log does not name the product.";
const maasShapeRules = [
	{
		code: "MAAS-012",
		title: "every version has a manifest",
		readers,
		consequence,
		says,
		why: `${everything} It wants an item with the key manifest in each, and never downloads it.`,
		fix: "publish with this action, which makes a manifest, and take the versions without one out of the document",
		source: `${source}, MultiFileImageVersion and SingleFileImageVersion`,
		verified: "code",
		check: ofVersions((kind, version) => kind !== "bootloader" && missingItems(kind, version).includes("manifest") ? "the version has no item with the key manifest" : void 0)
	},
	{
		code: "MAAS-013",
		title: "items have the keys that MAAS 3.8 looks for",
		readers,
		consequence,
		says,
		why: `${everything} It looks at the keys of items, not at their ftype: root-tgz in an image of one file; boot-kernel, boot-initrd and squashfs (or root-image.gz) in one with a kernel; grub2-signed, shim-signed, grub2 or syslinux in a boot loader. A key root-dd.gz is none of them.`,
		fix: "publish with this action, which lists a dd image under the key root-tgz (see MAAS-045)",
		source: `${source}, the ItemsLists of the three kinds`,
		verified: "code",
		check: ofVersions((kind, version) => {
			const missing = missingItems(kind, version).filter((key) => key !== "manifest");
			return missing.length === 0 ? void 0 : `no item has the key ${missing.join(", none the key ")}; the keys are ${version.items.map(({ name }) => name).join(", ")}`;
		})
	},
	{
		code: "MAAS-014",
		title: "items have ftype, path, sha256 and size",
		readers,
		consequence,
		says,
		why: `${everything} Each item it knows needs ftype, path, sha256 and size, on the item itself; a boot loader also src_package, src_release and src_version.`,
		fix: "publish the files again with this action, which writes them",
		source,
		verified: "code",
		check: ({ all }) => all.products.filter(isMeant).flatMap((product) => {
			const kind = kindOf(product);
			return product.versions.flatMap(({ items }) => each(items, (item) => {
				const [field] = isRead(kind, item) ? missingFields(kind, item) : [];
				return field === void 0 ? void 0 : {
					message: `${field} is ${shown(item.tags[field])}`,
					field
				};
			}));
		})
	},
	{
		code: "MAAS-015",
		title: "products have all tags, as strings",
		readers,
		consequence,
		says,
		why: `${everything} An image needs arch, label, os, release, release_title, subarch, subarches and version, each a string on the product itself: a number 9 is not "9". A boot loader needs arch, arches, label, os and bootloader-type.`,
		fix: "give the inputs `arch`, `label`, `os`, `release`, `release-title` and `os-version`, and the others with the input `tag`",
		source,
		verified: "code",
		check: ({ all }) => each(all.products.filter(isMeant), (product) => {
			const missing = missingTags(kindOf(product), product);
			const [field] = missing;
			if (field === void 0) return void 0;
			return {
				message: `${missing.map((tag) => `${tag} is ${shown(product.tags[tag])}`).join(", ")}; a string is expected`,
				field
			};
		})
	},
	{
		code: "MAAS-016",
		title: "a document has products of one kind",
		readers,
		consequence,
		says,
		why: "All products of a document have to be boot loaders, or all images with kernel and initrd, or all images of one file (root-tgz).",
		fix: "publish each kind into a document of its own: give the input `content-id`",
		source: `${source}, SimpleStreamsProductListFactory`,
		verified: "code",
		check: ({ all }) => each(all.documents, mixedKinds)
	},
	{
		code: "MAAS-017",
		title: "every document of the index is for MAAS",
		readers,
		consequence,
		says,
		why: "MAAS 3.8 reads every document that the index names, and one with images for LXD, Incus or Glance rejects the whole source. (Up to 3.7 such a product is passed over when it is Ubuntu, and else ends the import of all sources: MAAS-001 and MAAS-005.)",
		fix: "publish images for MAAS into a root of their own: another value of the input `root`",
		source: `${source}, SimpleStreamsProductListFactory`,
		verified: "code",
		check: ({ all }) => each(all.documents, ({ products }) => {
			const foreign = products.find((product) => isForeign(product) && !isAccepted(product));
			return foreign === void 0 ? void 0 : `the product ${foreign.name} is for another program: LXD, Incus or Glance`;
		})
	},
	{
		code: "MAAS-023",
		title: "no product is tagged product_name, no version version_name",
		readers,
		consequence,
		says: "TypeError",
		why: "MAAS 3.8 gives these names itself, and stops at one that is there already.",
		fix: "take the key out with the tool that wrote the document",
		source,
		verified: "code",
		check: ({ all }) => [...each(all.products, ({ tags }) => named$1(tags, "product_name")), ...each(all.versions, ({ tags }) => named$1(tags, "version_name"))]
	}
];
function ofVersions(judge) {
	return ({ all }) => all.products.filter(isMeant).flatMap((product) => {
		const kind = kindOf(product);
		return each(product.versions, (version) => version.items.length === 0 ? void 0 : judge(kind, version));
	});
}
function mixedKinds({ products }) {
	const known = products.filter(isAccepted);
	if (kinds.some((kind) => known.every((product) => accepts(kind, product)))) return void 0;
	const [first] = known;
	const other = known.find((product) => first && kindOf(product) !== kindOf(first));
	if (first === void 0 || other === void 0) return void 0;
	return `${first.name} is ${words[kindOf(first)]}, and ${other.name} is ${words[kindOf(other)]}`;
}
const words = {
	bootloader: "a boot loader",
	multi: "an image with kernel and initrd",
	single: "an image of one file"
};
function named$1(tags, field) {
	return Object.hasOwn(tags, field) ? {
		message: `there is a key ${field}`,
		field
	} : void 0;
}
// src/core/consumers/rules/maas-url.ts
const everyone = { maas: "" };
const maasUrlRules = [
	{
		code: "MAAS-050",
		title: "the URL has no query",
		readers: everyone,
		consequence: "source-rejected",
		why: "MAAS appends paths to the URL: a presigned URL of S3 can never work.",
		fix: "make the root readable without a signature in the URL (by network, by a reverse proxy), and give the input `public-url` without a query",
		source: "simplestreams util.py, path_from_mirror_url; MAAS 3.8 maasservicelayer/simplestreams/client.py",
		verified: "read",
		check: ({ view: { publicUrl } }) => publicUrl !== void 0 && /[?#]/.test(publicUrl) ? [inIndex("the URL has a query or a fragment", "public-url")] : []
	},
	{
		code: "MAAS-051",
		title: "the URL names the index, or ends with a slash",
		readers: { maas: "<=3.7" },
		consequence: "advice",
		says: "No signature found!",
		why: "Without the slash, http://example.com/maasstreams/v1/index.sjson is asked for first, and the slash is added only when the answer is 404. S3 answers 403 where the reader may not list the bucket, and its error is then read as the index. Behind a bare host the path becomes part of the name of the host.",
		fix: "give people the URL of streams/v1/index.sjson, or that of the root with a slash at its end, and let the store answer 404 for what is not there",
		source: "simplestreams mirrors/__init__.py, UrlMirrorReader",
		verified: "code",
		check: ({ view }) => withoutSlash(view.publicUrl)
	},
	{
		code: "MAAS-052",
		title: "an unsigned root is asked for by its index",
		readers: everyone,
		consequence: "advice",
		why: "Of a URL without the name of an index, streams/v1/index.sjson is read, and nothing else.",
		fix: "sign the root with the input `signing-key`, or give people the URL of streams/v1/index.json (up to 3.7 a keyring is asked for all the same)",
		source: "simplestreams util.py, path_from_mirror_url; MAAS 3.8 maasservicelayer/simplestreams/client.py",
		verified: "read",
		check: ({ view }) => unsignedRoot(view.signed, view.publicUrl)
	},
	{
		code: "MAAS-053",
		title: "the index is called index.sjson or index.json",
		readers: { maas: ">=3.8" },
		consequence: "download-fails",
		why: "MAAS 3.8 takes only these two names off the URL before it appends the path of a file.",
		fix: "give people the URL of streams/v1/index.sjson",
		source: "MAAS 3.8 maasservicelayer/models/bootsources.py, get_base_url",
		verified: "code",
		check: ({ view: { publicUrl = "" } }) => /streams\/v1\/.*[.]s?json$/.test(publicUrl) && !/\/index[.]s?json$/.test(publicUrl) ? [inIndex(`the URL ${publicUrl} names another index`, "public-url")] : []
	},
	{
		code: "MAAS-054",
		title: "the URL has 200 characters at most, and is http or https",
		readers: everyone,
		consequence: "source-rejected",
		why: "A longer one does not fit the column of the database, and no other scheme is taken.",
		fix: "give the input `public-url` a shorter one",
		source: "MAAS maasserver/models/bootsource.py; 3.8 maasservicelayer/db/tables.py",
		verified: "read",
		check: ({ view: { publicUrl } }) => publicUrl === void 0 || publicUrl.length <= 200 && /^https?:\/\//i.test(publicUrl) ? [] : [inIndex("the URL is too long, or not http or https", "public-url")]
	}
];
// src/core/consumers/rules/root.ts
const everybody = {
	lxd: "",
	incus: "",
	maas: "",
	glance: "",
	sstream: ""
};
const rootRules = [{
	code: "ROOT-001",
	title: "what lies at a path is one file",
	readers: everybody,
	consequence: "download-fails",
	why: "Two items with one path and different sums cannot both be right: one of the downloads fails, and sstream-mirror keeps the second without looking at its sum.",
	fix: "store the files under paths of their own; this action does",
	source: "simplestreams objectstores/__init__.py, insert; all consumers compare the sha256",
	verified: "code",
	check: ({ all }) => {
		const owners = /* @__PURE__ */ new Map();
		return each(all.items, (item) => {
			const { path, tags } = item;
			if (path === void 0 || asText(tags.sha256) === void 0) return void 0;
			const owner = owners.get(path) ?? item;
			owners.set(path, owner);
			return owner.tags.sha256 === tags.sha256 ? void 0 : {
				message: `the path ${path} is that of item ${owner.name} of ${owner.version.product.name} ${owner.version.serial} too, which has another sha256`,
				field: "path"
			};
		});
	}
}, {
	code: "ROOT-002",
	title: "every document that the index names is there",
	readers: everybody,
	consequence: "stream-hidden",
	why: "One document that cannot be read fails the whole listing in LXD and Incus, rejects the source in MAAS 3.8, and stops the run of every other consumer.",
	fix: "store the document, or take its entry out of the index",
	source: "LXD shared/simplestreams/simplestreams.go, getImages; simplestreams mirrors/__init__.py, sync; MAAS maasservicelayer/simplestreams/client.py, get_all_products",
	verified: "program",
	check: ({ view, entries }) => entries.filter(([contentId, entry]) => isProducts$1(entry) && !view.documents.has(contentId)).map(([contentId, { path }]) => inIndex(`the document ${contentId} (${path}) is not there`, `index.${contentId}`))
}];
function isProducts$1({ format, datatype }) {
	if (format === "index:1.0") return false;
	return format === "products:1.0" || datatype === "image-downloads" || datatype === "image-ids";
}
// src/core/consumers/rules/table.ts
const rules = [
	...lxdVersionRules,
	...lxdProductRules,
	...lxdTypeRules,
	...lxdItemRules,
	...lxdClashRules,
	...lxdIndexRules,
	...maasNameRules,
	...maasShapeRules,
	...maasIndexRules,
	...maasItemRules,
	...maasProductRules,
	...maasDeployRules,
	...maasUrlRules,
	...glanceRules,
	...sstreamRules,
	...sstreamIndexRules,
	...rootRules
].sort((a, b) => a.code < b.code ? -1 : 1);
// src/core/consumers/check.ts
function checkRoot(view, consumers) {
	return checkListing(listRoot(view), consumers);
}
function checkListing(listing, consumers) {
	const findings = rules.flatMap((rule) => findingsOf(rule, listing, consumers));
	return severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}
function readersOf(rule, consumers) {
	return consumerNames.filter((name) => {
		const range = rule.readers[name];
		if (range === void 0) return false;
		const releases = parseReleases(range);
		if (releases === void 0) throw new Error(`${rule.code} holds for no releases: ${range}`);
		return consumers.some((consumer) => consumer.name === name && overlap(releases, consumer.releases));
	});
}
function findingsOf(rule, listing, consumers) {
	const readers = readersOf(rule, consumers);
	if (readers.length === 0) return [];
	return [...rule.check(listing, readers)].map((found) => findingOf(rule, readers, found));
}
function findingOf(rule, consumers, { place, message }) {
	const says = rule.says?.replaceAll("<product>", place.product ?? "<product>");
	return {
		code: rule.code,
		severity: consequences[rule.consequence].severity,
		consequence: rule.consequence,
		consumers,
		place,
		message,
		...says === void 0 ? {} : { says },
		fix: rule.fix
	};
}
// src/core/digest.ts
function parseSha256(text) {
	return typeof text === "string" && /^[0-9a-f]{64}$/.test(text) ? text : void 0;
}
function pathDigest(sha256) {
	return sha256.slice(0, 32);
}
// src/core/path.ts
const segment$1 = /^[A-Za-z0-9._~:-]+$/;
function parseRelativePath(text) {
	if (typeof text !== "string" || text.length > 1024) return void 0;
	return text.split("/").every((part) => segment$1.test(part) && !/^\.{1,3}$/.test(part)) ? text : void 0;
}
function joinPath(...segments) {
	const path = parseRelativePath(segments.join("/"));
	if (path === void 0) throw new Error(`not a safe path: ${JSON.stringify(segments)}`);
	return path;
}
function pathSegment(text) {
	const safe = text.toLowerCase().replaceAll(/[^a-z0-9._~-]+/g, "-");
	return /^\.*$/.test(safe) ? "-" : safe;
}
// src/core/root.ts
const index = joinPath("streams/v1/index.json");
const signedIndex = joinPath("streams/v1/index.sjson");
const indexSignature = joinPath("streams/v1/index.json.gpg");
const keyring$1 = joinPath("keyring.gpg");
const armoredKeyring = joinPath("keyring.asc");
function headPath(form) {
	return form === "sjson" ? signedIndex : index;
}
function headCopyPath(form, sha256) {
	return joinPath("streams/v1", `index.${pathDigest(sha256)}.${form}`);
}
function documentPath(contentId, form, sha256) {
	return joinPath("streams/v1", `${contentId}.${pathDigest(sha256)}.${form}`);
}
function customaryPath(contentId, form) {
	return joinPath("streams/v1", `${contentId}.${form}`);
}
function ringPath(sha256, suffix = "") {
	return joinPath("streams/v1", `keyring.${pathDigest(sha256)}${suffix}.gpg`);
}
function imagePath(place) {
	return joinPath(imageFolder(place), place.serial, pathDigest(place.sha256), place.file);
}
function imageFolder({ os, release, arch, variant }) {
	return joinPath(...(variant === void 0 ? [
		os,
		release,
		arch
	] : [
		os,
		release,
		arch,
		variant
	]).map(pathSegment));
}
function besidePath(path, random) {
	const segments = path.split("/");
	const file = segments.pop() ?? "";
	const directory = segments.pop() ?? "";
	return joinPath(...segments, `${directory}-${random}`, file);
}
const immutableCaching = "public, max-age=31536000, immutable";
function objectHeaders(path, kind) {
	return {
		contentType: contentTypes[path.slice(path.lastIndexOf(".") + 1)] ?? "application/octet-stream",
		cacheControl: kind === "immutable" ? immutableCaching : "no-cache"
	};
}
const contentTypes = {
	asc: "application/pgp-keys",
	html: "text/html; charset=utf-8",
	json: "application/json",
	sjson: "text/plain; charset=utf-8"
};
// src/core/schema/generated/pattern-words.ts
const patternWords = {
	"^[0-9a-f]{64}$": "64 lower-case hexadecimal digits",
	"^[0-9a-f]{32}$": "32 lower-case hexadecimal digits",
	"^(?!/|%2[fF]|%5[cC]|[A-Za-z][A-Za-z0-9+.-]*://)(?!(?:[\\s\\S]*(?:/|%2[fF]|%5[cC]))?(?:\\.|%2[eE]){2,3}(?:(?:/|%2[fF]|%5[cC])|$))(?![\\s\\S]*%00)[^\\u0000-\\u001f\\u007f\\\\]+$": "a path relative to the root, without \"..\" or \"...\" segments, backslashes or control characters",
	"^(?!.{1025})(?!(?:.*/)?\\.{1,3}(?:/|$))[A-Za-z0-9._~:-]+(?:/[A-Za-z0-9._~:-]+)*$": "a path relative to the root, of at most 1024 characters, whose segments are made of A-Z a-z 0-9 . _ ~ : - and are not \".\", \"..\" or \"...\"",
	"^[0-9a-f]{128}$": "128 lower-case hexadecimal digits"
};
// src/core/schema/problem.ts
function problemText(problem, document) {
	const { instancePath, params } = problem;
	if (problem.keyword === "required") return `${printable(`${instancePath}/${params.missingProperty}`)}: is required, but missing`;
	return `${instancePath === "" ? "the document" : printable(instancePath)}: must be ${rule(problem)}, found ${found(valueAt(document, instancePath))}`;
}
function printable(text) {
	return text.replaceAll(/[\p{Cc}\u2028\u2029]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
function rule({ keyword, params }) {
	switch (keyword) {
		case "type": return [params.type].flat().map(typeName).join(" or ");
		case "const": return JSON.stringify(params.allowedValue);
		case "pattern": return patternWords[String(params.pattern)] ?? `of the pattern ${params.pattern}`;
		case "minimum": return `at least ${params.limit}`;
		case "maximum": return `at most ${params.limit}`;
		default: return `valid by the rule "${keyword}"`;
	}
}
function typeName(type) {
	if (type === "null") return "null";
	return /^[aio]/.test(String(type)) ? `an ${type}` : `a ${type}`;
}
function found(value) {
	if (Array.isArray(value)) return "an array";
	if (typeof value === "object" && value !== null) return "an object";
	const text = printable(JSON.stringify(value) ?? "nothing");
	return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
function valueAt(document, pointer) {
	let value = document;
	for (const token of pointer.split("/").slice(1)) {
		if (typeof value !== "object" || value === null) return void 0;
		const key = token.replaceAll("~1", "/").replaceAll("~0", "~");
		value = Object.getOwnPropertyDescriptor(value, key)?.value;
	}
	return value;
}
// src/core/schema/duplicate-key.ts
function endOfString(text, start) {
	for (let from = start + 1;;) {
		const end = text.indexOf("\"", from);
		if (end === -1) return text.length;
		let backslashes = 0;
		while (text.charCodeAt(end - 1 - backslashes) === 92) backslashes += 1;
		if (backslashes % 2 === 0) return end;
		from = end + 1;
	}
}
function pointer(path) {
	return printable(path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join(""));
}
function duplicateKey(text) {
	const open = [];
	const colon = /\s*:/y;
	for (let at = 0; at < text.length; at++) {
		const inner = open.at(-1);
		if (text[at] !== "\"") {
			step(open, text[at]);
			continue;
		}
		const end = endOfString(text, at);
		colon.lastIndex = end + 1;
		if (inner?.keys !== void 0 && colon.test(text)) {
			const key = JSON.parse(text.slice(at, end + 1));
			inner.at = key;
			if (inner.keys.has(key)) return pointer(open.map((each) => each.at));
			inner.keys.add(key);
		}
		at = end;
	}
}
function step(open, char) {
	const inner = open.at(-1);
	if (char === "{") open.push({
		keys: /* @__PURE__ */ new Set(),
		at: ""
	});
	if (char === "[") open.push({
		keys: void 0,
		at: 0
	});
	if (char === "}" || char === "]") open.pop();
	if (char === "," && typeof inner?.at === "number") inner.at += 1;
}
// src/core/schema/json-text.ts
const depthLimit = 64;
function documentText(bytes, place) {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch (cause) {
		throw broken$2(place, "is not UTF-8", cause);
	}
}
function parseJsonText(text, place) {
	const members = countMembers(text, place);
	const value = parse$2(text, place);
	if (walk(value, {
		place,
		path: []
	}) !== members) throw broken$2(place, `has ${duplicateKey(text)} twice`);
	return value;
}
function parse$2(text, place) {
	try {
		return JSON.parse(text);
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message : String(cause);
		throw broken$2(place, `is not JSON${whereIn(text, reason)}: ${printable(reason)}`, cause);
	}
}
function whereIn(text, reason) {
	const offset = /end of JSON input/.test(reason) ? text.length : /at position (\d+)/.exec(reason)?.[1];
	return offset === void 0 ? "" : ` at ${lineAndColumn(text, Number(offset))}`;
}
function lineAndColumn(text, offset) {
	const lines = text.slice(0, offset).split("\n");
	return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}
function countMembers(text, place) {
	let depth = 0;
	let members = 0;
	for (let at = 0; at < text.length; at++) switch (text.charCodeAt(at)) {
		case 34:
			at = endOfString(text, at);
			break;
		case 123:
		case 91:
			depth += 1;
			if (depth > depthLimit) throw tooDeep(text, at, place);
			break;
		case 125:
		case 93:
			depth -= 1;
			break;
		case 58: members += 1;
	}
	return members;
}
function walk(value, within) {
	if (typeof value === "number") checkNumber(value, within);
	if (typeof value !== "object" || value === null) return 0;
	const keys = Object.keys(value);
	let members = Array.isArray(value) ? 0 : keys.length;
	for (const key of keys) {
		const inner = Reflect.get(value, key);
		if (typeof inner === "string" && key !== "__proto__") continue;
		within.path.push(key);
		if (key === "__proto__") throw broken$2(within.place, `has the key ${pointer(within.path)}`);
		members += walk(inner, within);
		within.path.pop();
	}
	return members;
}
function checkNumber(value, { place, path }) {
	if (!(Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value)))) throw broken$2(place, `has a number at ${pointer(path)} that no double holds exactly`);
}
function tooDeep(text, at, place) {
	return new TrustError("DOCUMENT_TOO_LARGE", `${place} is nested more than ${depthLimit} deep at ${lineAndColumn(text, at)}; no document of a root is`);
}
function broken$2(place, what, cause) {
	return new FindingError("SCHEMA_BROKEN", `${place} ${what}; correct it with the tool that wrote it`, cause === void 0 ? {} : { cause });
}
// src/core/schema/generated/is-index.js
const isIndex = validate20$1;
const pattern4$1 = /* @__PURE__ */ new RegExp("^(?!/|%2[fF]|%5[cC]|[A-Za-z][A-Za-z0-9+.-]*://)(?!(?:[\\s\\S]*(?:/|%2[fF]|%5[cC]))?(?:\\.|%2[eE]){2,3}(?:(?:/|%2[fF]|%5[cC])|$))(?![\\s\\S]*%00)[^\\u0000-\\u001f\\u007f\\\\]+$", "u");
const pattern5$1 = /* @__PURE__ */ new RegExp("^[0-9a-f]{64}$", "u");
const pattern7$1 = /* @__PURE__ */ new RegExp("^[0-9a-f]{32}$", "u");
const pattern8 = /* @__PURE__ */ new RegExp("^(?!.{1025})(?!(?:.*/)?\\.{1,3}(?:/|$))[A-Za-z0-9._~:-]+(?:/[A-Za-z0-9._~:-]+)*$", "u");
function validate20$1(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate20$1.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.format === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "format" }
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.index === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "index" }
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.format !== void 0) {
			if ("index:1.0" !== data.format) {
				const err2 = {
					instancePath: instancePath + "/format",
					schemaPath: "#/properties/format/const",
					keyword: "const",
					params: { allowedValue: "index:1.0" }
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.updated !== void 0) {
			if (typeof data.updated !== "string") {
				const err3 = {
					instancePath: instancePath + "/updated",
					schemaPath: "#/properties/updated/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
		if (data.index !== void 0) {
			let data2 = data.index;
			if (data2 && typeof data2 == "object" && !Array.isArray(data2)) for (const key0 in data2) {
				let data3 = data2[key0];
				if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
					if (data3.path === void 0) {
						const err4 = {
							instancePath: instancePath + "/index/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
							schemaPath: "#/properties/index/additionalProperties/required",
							keyword: "required",
							params: { missingProperty: "path" }
						};
						if (vErrors === null) vErrors = [err4];
						else vErrors.push(err4);
						errors++;
					}
					if (data3.path !== void 0) {
						let data4 = data3.path;
						if (typeof data4 === "string") {
							if (!pattern4$1.test(data4)) {
								const err5 = {
									instancePath: instancePath + "/index/" + key0.replace(/~/g, "~0").replace(/\//g, "~1") + "/path",
									schemaPath: "#/properties/index/additionalProperties/properties/path/pattern",
									keyword: "pattern",
									params: { pattern: "^(?!/|%2[fF]|%5[cC]|[A-Za-z][A-Za-z0-9+.-]*://)(?!(?:[\\s\\S]*(?:/|%2[fF]|%5[cC]))?(?:\\.|%2[eE]){2,3}(?:(?:/|%2[fF]|%5[cC])|$))(?![\\s\\S]*%00)[^\\u0000-\\u001f\\u007f\\\\]+$" }
								};
								if (vErrors === null) vErrors = [err5];
								else vErrors.push(err5);
								errors++;
							}
						} else {
							const err6 = {
								instancePath: instancePath + "/index/" + key0.replace(/~/g, "~0").replace(/\//g, "~1") + "/path",
								schemaPath: "#/properties/index/additionalProperties/properties/path/type",
								keyword: "type",
								params: { type: "string" }
							};
							if (vErrors === null) vErrors = [err6];
							else vErrors.push(err6);
							errors++;
						}
					}
					if (data3.format !== void 0) {
						if (typeof data3.format !== "string") {
							const err7 = {
								instancePath: instancePath + "/index/" + key0.replace(/~/g, "~0").replace(/\//g, "~1") + "/format",
								schemaPath: "#/properties/index/additionalProperties/properties/format/type",
								keyword: "type",
								params: { type: "string" }
							};
							if (vErrors === null) vErrors = [err7];
							else vErrors.push(err7);
							errors++;
						}
					}
					if (data3.datatype !== void 0) {
						if (typeof data3.datatype !== "string") {
							const err8 = {
								instancePath: instancePath + "/index/" + key0.replace(/~/g, "~0").replace(/\//g, "~1") + "/datatype",
								schemaPath: "#/properties/index/additionalProperties/properties/datatype/type",
								keyword: "type",
								params: { type: "string" }
							};
							if (vErrors === null) vErrors = [err8];
							else vErrors.push(err8);
							errors++;
						}
					}
					if (data3.updated !== void 0) {
						if (typeof data3.updated !== "string") {
							const err9 = {
								instancePath: instancePath + "/index/" + key0.replace(/~/g, "~0").replace(/\//g, "~1") + "/updated",
								schemaPath: "#/properties/index/additionalProperties/properties/updated/type",
								keyword: "type",
								params: { type: "string" }
							};
							if (vErrors === null) vErrors = [err9];
							else vErrors.push(err9);
							errors++;
						}
					}
					if (data3.products !== void 0) {
						let data8 = data3.products;
						if (Array.isArray(data8)) {
							const len0 = data8.length;
							for (let i0 = 0; i0 < len0; i0++) if (typeof data8[i0] !== "string") {
								const err10 = {
									instancePath: instancePath + "/index/" + key0.replace(/~/g, "~0").replace(/\//g, "~1") + "/products/" + i0,
									schemaPath: "#/properties/index/additionalProperties/properties/products/items/type",
									keyword: "type",
									params: { type: "string" }
								};
								if (vErrors === null) vErrors = [err10];
								else vErrors.push(err10);
								errors++;
							}
						} else {
							const err11 = {
								instancePath: instancePath + "/index/" + key0.replace(/~/g, "~0").replace(/\//g, "~1") + "/products",
								schemaPath: "#/properties/index/additionalProperties/properties/products/type",
								keyword: "type",
								params: { type: "array" }
							};
							if (vErrors === null) vErrors = [err11];
							else vErrors.push(err11);
							errors++;
						}
					}
					if (data3.sha256 !== void 0) {
						let data10 = data3.sha256;
						if (typeof data10 === "string") {
							if (!pattern5$1.test(data10)) {
								const err12 = {
									instancePath: instancePath + "/index/" + key0.replace(/~/g, "~0").replace(/\//g, "~1") + "/sha256",
									schemaPath: "#/properties/index/additionalProperties/properties/sha256/pattern",
									keyword: "pattern",
									params: { pattern: "^[0-9a-f]{64}$" }
								};
								if (vErrors === null) vErrors = [err12];
								else vErrors.push(err12);
								errors++;
							}
						} else {
							const err13 = {
								instancePath: instancePath + "/index/" + key0.replace(/~/g, "~0").replace(/\//g, "~1") + "/sha256",
								schemaPath: "#/properties/index/additionalProperties/properties/sha256/type",
								keyword: "type",
								params: { type: "string" }
							};
							if (vErrors === null) vErrors = [err13];
							else vErrors.push(err13);
							errors++;
						}
					}
					if (data3.size !== void 0) {
						let data11 = data3.size;
						if (!(typeof data11 == "number" && !(data11 % 1) && !isNaN(data11) && isFinite(data11))) {
							const err14 = {
								instancePath: instancePath + "/index/" + key0.replace(/~/g, "~0").replace(/\//g, "~1") + "/size",
								schemaPath: "#/properties/index/additionalProperties/properties/size/type",
								keyword: "type",
								params: { type: "integer" }
							};
							if (vErrors === null) vErrors = [err14];
							else vErrors.push(err14);
							errors++;
						}
						if (typeof data11 == "number" && isFinite(data11)) {
							if (data11 > 9007199254740991 || isNaN(data11)) {
								const err15 = {
									instancePath: instancePath + "/index/" + key0.replace(/~/g, "~0").replace(/\//g, "~1") + "/size",
									schemaPath: "#/properties/index/additionalProperties/properties/size/maximum",
									keyword: "maximum",
									params: {
										comparison: "<=",
										limit: 9007199254740991
									}
								};
								if (vErrors === null) vErrors = [err15];
								else vErrors.push(err15);
								errors++;
							}
							if (data11 < 0 || isNaN(data11)) {
								const err16 = {
									instancePath: instancePath + "/index/" + key0.replace(/~/g, "~0").replace(/\//g, "~1") + "/size",
									schemaPath: "#/properties/index/additionalProperties/properties/size/minimum",
									keyword: "minimum",
									params: {
										comparison: ">=",
										limit: 0
									}
								};
								if (vErrors === null) vErrors = [err16];
								else vErrors.push(err16);
								errors++;
							}
						}
					}
				} else {
					const err17 = {
						instancePath: instancePath + "/index/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
						schemaPath: "#/properties/index/additionalProperties/type",
						keyword: "type",
						params: { type: "object" }
					};
					if (vErrors === null) vErrors = [err17];
					else vErrors.push(err17);
					errors++;
				}
			}
			else {
				const err18 = {
					instancePath: instancePath + "/index",
					schemaPath: "#/properties/index/type",
					keyword: "type",
					params: { type: "object" }
				};
				if (vErrors === null) vErrors = [err18];
				else vErrors.push(err18);
				errors++;
			}
		}
		if (data.generation !== void 0) {
			let data12 = data.generation;
			if (!(typeof data12 == "number" && !(data12 % 1) && !isNaN(data12) && isFinite(data12))) {
				const err19 = {
					instancePath: instancePath + "/generation",
					schemaPath: "#/properties/generation/type",
					keyword: "type",
					params: { type: "integer" }
				};
				if (vErrors === null) vErrors = [err19];
				else vErrors.push(err19);
				errors++;
			}
			if (typeof data12 == "number" && isFinite(data12)) {
				if (data12 > 9007199254740991 || isNaN(data12)) {
					const err20 = {
						instancePath: instancePath + "/generation",
						schemaPath: "#/properties/generation/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 9007199254740991
						}
					};
					if (vErrors === null) vErrors = [err20];
					else vErrors.push(err20);
					errors++;
				}
				if (data12 < 0 || isNaN(data12)) {
					const err21 = {
						instancePath: instancePath + "/generation",
						schemaPath: "#/properties/generation/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						}
					};
					if (vErrors === null) vErrors = [err21];
					else vErrors.push(err21);
					errors++;
				}
			}
		}
		if (data.previous !== void 0) {
			let data13 = data.previous;
			if (typeof data13 === "string") {
				if (!pattern5$1.test(data13)) {
					const err22 = {
						instancePath: instancePath + "/previous",
						schemaPath: "#/properties/previous/pattern",
						keyword: "pattern",
						params: { pattern: "^[0-9a-f]{64}$" }
					};
					if (vErrors === null) vErrors = [err22];
					else vErrors.push(err22);
					errors++;
				}
			} else {
				const err23 = {
					instancePath: instancePath + "/previous",
					schemaPath: "#/properties/previous/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err23];
				else vErrors.push(err23);
				errors++;
			}
		}
		if (data.commit !== void 0) {
			let data14 = data.commit;
			if (typeof data14 === "string") {
				if (!pattern7$1.test(data14)) {
					const err24 = {
						instancePath: instancePath + "/commit",
						schemaPath: "#/properties/commit/pattern",
						keyword: "pattern",
						params: { pattern: "^[0-9a-f]{32}$" }
					};
					if (vErrors === null) vErrors = [err24];
					else vErrors.push(err24);
					errors++;
				}
			} else {
				const err25 = {
					instancePath: instancePath + "/commit",
					schemaPath: "#/properties/commit/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err25];
				else vErrors.push(err25);
				errors++;
			}
		}
		if (data.keyring !== void 0) {
			let data15 = data.keyring;
			if (typeof data15 === "string") {
				if (!pattern8.test(data15)) {
					const err26 = {
						instancePath: instancePath + "/keyring",
						schemaPath: "#/properties/keyring/pattern",
						keyword: "pattern",
						params: { pattern: "^(?!.{1025})(?!(?:.*/)?\\.{1,3}(?:/|$))[A-Za-z0-9._~:-]+(?:/[A-Za-z0-9._~:-]+)*$" }
					};
					if (vErrors === null) vErrors = [err26];
					else vErrors.push(err26);
					errors++;
				}
			} else {
				const err27 = {
					instancePath: instancePath + "/keyring",
					schemaPath: "#/properties/keyring/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err27];
				else vErrors.push(err27);
				errors++;
			}
		}
		if (data.head !== void 0) {
			if ("index.sjson" !== data.head) {
				const err28 = {
					instancePath: instancePath + "/head",
					schemaPath: "#/properties/head/const",
					keyword: "const",
					params: { allowedValue: "index.sjson" }
				};
				if (vErrors === null) vErrors = [err28];
				else vErrors.push(err28);
				errors++;
			}
		}
	} else {
		const err29 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" }
		};
		if (vErrors === null) vErrors = [err29];
		else vErrors.push(err29);
		errors++;
	}
	validate20$1.errors = vErrors;
	return errors === 0;
}
validate20$1.evaluated = {
	"props": {
		"format": true,
		"updated": true,
		"index": true,
		"generation": true,
		"previous": true,
		"commit": true,
		"keyring": true,
		"head": true
	},
	"dynamicProps": false,
	"dynamicItems": false
};
// src/core/schema/generated/is-products.js
const isProducts = validate20;
const schema31 = {
	"$schema": "https://json-schema.org/draft/2020-12/schema",
	"$id": "urn:simplestreams-action:schema:products:1.0",
	"type": "object",
	"required": [
		"format",
		"content_id",
		"products"
	],
	"properties": {
		"format": { "const": "products:1.0" },
		"content_id": { "type": "string" },
		"datatype": { "type": "string" },
		"updated": { "type": "string" },
		"license": { "type": "string" },
		"_aliases": {
			"type": "object",
			"additionalProperties": {
				"type": "object",
				"additionalProperties": { "type": "object" }
			}
		},
		"products": {
			"type": "object",
			"additionalProperties": {
				"type": "object",
				"properties": {
					"aliases": { "type": "string" },
					"arch": { "type": "string" },
					"os": { "type": "string" },
					"release": { "type": "string" },
					"release_title": { "type": "string" },
					"release_codename": { "type": "string" },
					"version": { "type": "string" },
					"variant": { "type": "string" },
					"supported": {},
					"support_eol": { "type": ["string", "null"] },
					"requirements": {
						"type": ["object", "null"],
						"additionalProperties": { "type": "string" }
					},
					"lxd_requirements": {
						"type": ["object", "null"],
						"additionalProperties": { "type": "string" }
					},
					"label": {},
					"subarch": {},
					"subarches": {},
					"versions": {
						"type": "object",
						"additionalProperties": {
							"type": "object",
							"properties": {
								"label": { "type": "string" },
								"pubname": { "type": "string" },
								"size": {
									"type": "integer",
									"minimum": 0,
									"maximum": 9007199254740991
								},
								"md5": {
									"type": "string",
									"pattern": "^[0-9a-f]{32}$"
								},
								"sha256": {
									"type": "string",
									"pattern": "^[0-9a-f]{64}$"
								},
								"sha512": {
									"type": "string",
									"pattern": "^[0-9a-f]{128}$"
								},
								"items": {
									"type": "object",
									"additionalProperties": {
										"type": "object",
										"properties": {
											"ftype": { "type": "string" },
											"path": {
												"type": "string",
												"pattern": "^(?!/|%2[fF]|%5[cC]|[A-Za-z][A-Za-z0-9+.-]*://)(?!(?:[\\s\\S]*(?:/|%2[fF]|%5[cC]))?(?:\\.|%2[eE]){2,3}(?:(?:/|%2[fF]|%5[cC])|$))(?![\\s\\S]*%00)[^\\u0000-\\u001f\\u007f\\\\]+$"
											},
											"size": {},
											"md5": {
												"type": "string",
												"pattern": "^[0-9a-f]{32}$"
											},
											"sha256": {
												"type": "string",
												"pattern": "^[0-9a-f]{64}$"
											},
											"sha512": {
												"type": "string",
												"pattern": "^[0-9a-f]{128}$"
											},
											"combined_sha256": {
												"type": "string",
												"pattern": "^[0-9a-f]{64}$"
											},
											"combined_rootxz_sha256": {
												"type": "string",
												"pattern": "^[0-9a-f]{64}$"
											},
											"combined_squashfs_sha256": {
												"type": "string",
												"pattern": "^[0-9a-f]{64}$"
											},
											"combined_disk-kvm-img_sha256": {
												"type": "string",
												"pattern": "^[0-9a-f]{64}$"
											},
											"combined_disk1-img_sha256": {
												"type": "string",
												"pattern": "^[0-9a-f]{64}$"
											},
											"combined_uefi1-img_sha256": {
												"type": "string",
												"pattern": "^[0-9a-f]{64}$"
											},
											"combined_type": { "type": "string" },
											"delta_base": { "type": "string" },
											"id": {}
										},
										"dependentSchemas": { "path": { "properties": { "size": {
											"type": "integer",
											"minimum": 0,
											"maximum": 9007199254740991
										} } } }
									}
								}
							}
						}
					}
				}
			}
		}
	},
	"if": {
		"required": ["datatype"],
		"properties": { "datatype": { "const": "image-ids" } }
	},
	"else": { "properties": { "products": { "additionalProperties": { "properties": { "supported": { "type": "boolean" } } } } } }
};
const pattern4 = /* @__PURE__ */ new RegExp("^[0-9a-f]{32}$", "u");
const pattern5 = /* @__PURE__ */ new RegExp("^[0-9a-f]{64}$", "u");
const pattern6 = /* @__PURE__ */ new RegExp("^[0-9a-f]{128}$", "u");
const pattern7 = /* @__PURE__ */ new RegExp("^(?!/|%2[fF]|%5[cC]|[A-Za-z][A-Za-z0-9+.-]*://)(?!(?:[\\s\\S]*(?:/|%2[fF]|%5[cC]))?(?:\\.|%2[eE]){2,3}(?:(?:/|%2[fF]|%5[cC])|$))(?![\\s\\S]*%00)[^\\u0000-\\u001f\\u007f\\\\]+$", "u");
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate20.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	const _errs1 = errors;
	let valid0 = true;
	const _errs2 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.datatype === void 0 && "datatype") {
			const err0 = {};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		} else if (data.datatype !== void 0) {
			if ("image-ids" !== data.datatype) {
				const err1 = {};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
	}
	var _valid0 = _errs2 === errors;
	errors = _errs1;
	if (vErrors !== null) {
		if (_errs1) vErrors.length = _errs1;
		else vErrors = null;
	}
	if (!_valid0) {
		const _errs4 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.products !== void 0) {
				let data1 = data.products;
				if (data1 && typeof data1 == "object" && !Array.isArray(data1)) for (const key0 in data1) {
					let data2 = data1[key0];
					if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
						if (data2.supported !== void 0) {
							if (typeof data2.supported !== "boolean") {
								const err2 = {
									instancePath: instancePath + "/products/" + key0.replace(/~/g, "~0").replace(/\//g, "~1") + "/supported",
									schemaPath: "#/else/properties/products/additionalProperties/properties/supported/type",
									keyword: "type",
									params: { type: "boolean" }
								};
								if (vErrors === null) vErrors = [err2];
								else vErrors.push(err2);
								errors++;
							}
						}
					}
				}
			}
		}
		var _valid0 = _errs4 === errors;
		valid0 = _valid0;
		if (valid0) {
			var props0 = {};
			props0.products = true;
			props0.datatype = true;
		}
	}
	if (!valid0) {
		const err3 = {
			instancePath,
			schemaPath: "#/if",
			keyword: "if",
			params: { failingKeyword: "else" }
		};
		if (vErrors === null) vErrors = [err3];
		else vErrors.push(err3);
		errors++;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.format === void 0) {
			const err4 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "format" }
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
		if (data.content_id === void 0) {
			const err5 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "content_id" }
			};
			if (vErrors === null) vErrors = [err5];
			else vErrors.push(err5);
			errors++;
		}
		if (data.products === void 0) {
			const err6 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "products" }
			};
			if (vErrors === null) vErrors = [err6];
			else vErrors.push(err6);
			errors++;
		}
		if (props0 !== true) {
			props0 = props0 || {};
			props0.format = true;
			props0.content_id = true;
			props0.datatype = true;
			props0.updated = true;
			props0.license = true;
			props0._aliases = true;
			props0.products = true;
		}
		if (data.format !== void 0) {
			if ("products:1.0" !== data.format) {
				const err7 = {
					instancePath: instancePath + "/format",
					schemaPath: "#/properties/format/const",
					keyword: "const",
					params: { allowedValue: "products:1.0" }
				};
				if (vErrors === null) vErrors = [err7];
				else vErrors.push(err7);
				errors++;
			}
		}
		if (data.content_id !== void 0) {
			if (typeof data.content_id !== "string") {
				const err8 = {
					instancePath: instancePath + "/content_id",
					schemaPath: "#/properties/content_id/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err8];
				else vErrors.push(err8);
				errors++;
			}
		}
		if (data.datatype !== void 0) {
			if (typeof data.datatype !== "string") {
				const err9 = {
					instancePath: instancePath + "/datatype",
					schemaPath: "#/properties/datatype/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err9];
				else vErrors.push(err9);
				errors++;
			}
		}
		if (data.updated !== void 0) {
			if (typeof data.updated !== "string") {
				const err10 = {
					instancePath: instancePath + "/updated",
					schemaPath: "#/properties/updated/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err10];
				else vErrors.push(err10);
				errors++;
			}
		}
		if (data.license !== void 0) {
			if (typeof data.license !== "string") {
				const err11 = {
					instancePath: instancePath + "/license",
					schemaPath: "#/properties/license/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err11];
				else vErrors.push(err11);
				errors++;
			}
		}
		if (data._aliases !== void 0) {
			let data9 = data._aliases;
			if (data9 && typeof data9 == "object" && !Array.isArray(data9)) for (const key1 in data9) {
				let data10 = data9[key1];
				if (data10 && typeof data10 == "object" && !Array.isArray(data10)) for (const key2 in data10) {
					let data11 = data10[key2];
					if (!(data11 && typeof data11 == "object" && !Array.isArray(data11))) {
						const err12 = {
							instancePath: instancePath + "/_aliases/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),
							schemaPath: "#/properties/_aliases/additionalProperties/additionalProperties/type",
							keyword: "type",
							params: { type: "object" }
						};
						if (vErrors === null) vErrors = [err12];
						else vErrors.push(err12);
						errors++;
					}
				}
				else {
					const err13 = {
						instancePath: instancePath + "/_aliases/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),
						schemaPath: "#/properties/_aliases/additionalProperties/type",
						keyword: "type",
						params: { type: "object" }
					};
					if (vErrors === null) vErrors = [err13];
					else vErrors.push(err13);
					errors++;
				}
			}
			else {
				const err14 = {
					instancePath: instancePath + "/_aliases",
					schemaPath: "#/properties/_aliases/type",
					keyword: "type",
					params: { type: "object" }
				};
				if (vErrors === null) vErrors = [err14];
				else vErrors.push(err14);
				errors++;
			}
		}
		if (data.products !== void 0) {
			let data12 = data.products;
			if (data12 && typeof data12 == "object" && !Array.isArray(data12)) for (const key3 in data12) {
				let data13 = data12[key3];
				if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
					if (data13.aliases !== void 0) {
						if (typeof data13.aliases !== "string") {
							const err15 = {
								instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/aliases",
								schemaPath: "#/properties/products/additionalProperties/properties/aliases/type",
								keyword: "type",
								params: { type: "string" }
							};
							if (vErrors === null) vErrors = [err15];
							else vErrors.push(err15);
							errors++;
						}
					}
					if (data13.arch !== void 0) {
						if (typeof data13.arch !== "string") {
							const err16 = {
								instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/arch",
								schemaPath: "#/properties/products/additionalProperties/properties/arch/type",
								keyword: "type",
								params: { type: "string" }
							};
							if (vErrors === null) vErrors = [err16];
							else vErrors.push(err16);
							errors++;
						}
					}
					if (data13.os !== void 0) {
						if (typeof data13.os !== "string") {
							const err17 = {
								instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/os",
								schemaPath: "#/properties/products/additionalProperties/properties/os/type",
								keyword: "type",
								params: { type: "string" }
							};
							if (vErrors === null) vErrors = [err17];
							else vErrors.push(err17);
							errors++;
						}
					}
					if (data13.release !== void 0) {
						if (typeof data13.release !== "string") {
							const err18 = {
								instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/release",
								schemaPath: "#/properties/products/additionalProperties/properties/release/type",
								keyword: "type",
								params: { type: "string" }
							};
							if (vErrors === null) vErrors = [err18];
							else vErrors.push(err18);
							errors++;
						}
					}
					if (data13.release_title !== void 0) {
						if (typeof data13.release_title !== "string") {
							const err19 = {
								instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/release_title",
								schemaPath: "#/properties/products/additionalProperties/properties/release_title/type",
								keyword: "type",
								params: { type: "string" }
							};
							if (vErrors === null) vErrors = [err19];
							else vErrors.push(err19);
							errors++;
						}
					}
					if (data13.release_codename !== void 0) {
						if (typeof data13.release_codename !== "string") {
							const err20 = {
								instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/release_codename",
								schemaPath: "#/properties/products/additionalProperties/properties/release_codename/type",
								keyword: "type",
								params: { type: "string" }
							};
							if (vErrors === null) vErrors = [err20];
							else vErrors.push(err20);
							errors++;
						}
					}
					if (data13.version !== void 0) {
						if (typeof data13.version !== "string") {
							const err21 = {
								instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/version",
								schemaPath: "#/properties/products/additionalProperties/properties/version/type",
								keyword: "type",
								params: { type: "string" }
							};
							if (vErrors === null) vErrors = [err21];
							else vErrors.push(err21);
							errors++;
						}
					}
					if (data13.variant !== void 0) {
						if (typeof data13.variant !== "string") {
							const err22 = {
								instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/variant",
								schemaPath: "#/properties/products/additionalProperties/properties/variant/type",
								keyword: "type",
								params: { type: "string" }
							};
							if (vErrors === null) vErrors = [err22];
							else vErrors.push(err22);
							errors++;
						}
					}
					if (data13.support_eol !== void 0) {
						let data22 = data13.support_eol;
						if (typeof data22 !== "string" && data22 !== null) {
							const err23 = {
								instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/support_eol",
								schemaPath: "#/properties/products/additionalProperties/properties/support_eol/type",
								keyword: "type",
								params: { type: schema31.properties.products.additionalProperties.properties.support_eol.type }
							};
							if (vErrors === null) vErrors = [err23];
							else vErrors.push(err23);
							errors++;
						}
					}
					if (data13.requirements !== void 0) {
						let data23 = data13.requirements;
						if (!(data23 && typeof data23 == "object" && !Array.isArray(data23)) && data23 !== null) {
							const err24 = {
								instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/requirements",
								schemaPath: "#/properties/products/additionalProperties/properties/requirements/type",
								keyword: "type",
								params: { type: schema31.properties.products.additionalProperties.properties.requirements.type }
							};
							if (vErrors === null) vErrors = [err24];
							else vErrors.push(err24);
							errors++;
						}
						if (data23 && typeof data23 == "object" && !Array.isArray(data23)) {
							for (const key4 in data23) if (typeof data23[key4] !== "string") {
								const err25 = {
									instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/requirements/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),
									schemaPath: "#/properties/products/additionalProperties/properties/requirements/additionalProperties/type",
									keyword: "type",
									params: { type: "string" }
								};
								if (vErrors === null) vErrors = [err25];
								else vErrors.push(err25);
								errors++;
							}
						}
					}
					if (data13.lxd_requirements !== void 0) {
						let data25 = data13.lxd_requirements;
						if (!(data25 && typeof data25 == "object" && !Array.isArray(data25)) && data25 !== null) {
							const err26 = {
								instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/lxd_requirements",
								schemaPath: "#/properties/products/additionalProperties/properties/lxd_requirements/type",
								keyword: "type",
								params: { type: schema31.properties.products.additionalProperties.properties.lxd_requirements.type }
							};
							if (vErrors === null) vErrors = [err26];
							else vErrors.push(err26);
							errors++;
						}
						if (data25 && typeof data25 == "object" && !Array.isArray(data25)) {
							for (const key5 in data25) if (typeof data25[key5] !== "string") {
								const err27 = {
									instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/lxd_requirements/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),
									schemaPath: "#/properties/products/additionalProperties/properties/lxd_requirements/additionalProperties/type",
									keyword: "type",
									params: { type: "string" }
								};
								if (vErrors === null) vErrors = [err27];
								else vErrors.push(err27);
								errors++;
							}
						}
					}
					if (data13.versions !== void 0) {
						let data27 = data13.versions;
						if (data27 && typeof data27 == "object" && !Array.isArray(data27)) for (const key6 in data27) {
							let data28 = data27[key6];
							if (data28 && typeof data28 == "object" && !Array.isArray(data28)) {
								if (data28.label !== void 0) {
									if (typeof data28.label !== "string") {
										const err28 = {
											instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/label",
											schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/label/type",
											keyword: "type",
											params: { type: "string" }
										};
										if (vErrors === null) vErrors = [err28];
										else vErrors.push(err28);
										errors++;
									}
								}
								if (data28.pubname !== void 0) {
									if (typeof data28.pubname !== "string") {
										const err29 = {
											instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/pubname",
											schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/pubname/type",
											keyword: "type",
											params: { type: "string" }
										};
										if (vErrors === null) vErrors = [err29];
										else vErrors.push(err29);
										errors++;
									}
								}
								if (data28.size !== void 0) {
									let data31 = data28.size;
									if (!(typeof data31 == "number" && !(data31 % 1) && !isNaN(data31) && isFinite(data31))) {
										const err30 = {
											instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/size",
											schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/size/type",
											keyword: "type",
											params: { type: "integer" }
										};
										if (vErrors === null) vErrors = [err30];
										else vErrors.push(err30);
										errors++;
									}
									if (typeof data31 == "number" && isFinite(data31)) {
										if (data31 > 9007199254740991 || isNaN(data31)) {
											const err31 = {
												instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/size",
												schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/size/maximum",
												keyword: "maximum",
												params: {
													comparison: "<=",
													limit: 9007199254740991
												}
											};
											if (vErrors === null) vErrors = [err31];
											else vErrors.push(err31);
											errors++;
										}
										if (data31 < 0 || isNaN(data31)) {
											const err32 = {
												instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/size",
												schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/size/minimum",
												keyword: "minimum",
												params: {
													comparison: ">=",
													limit: 0
												}
											};
											if (vErrors === null) vErrors = [err32];
											else vErrors.push(err32);
											errors++;
										}
									}
								}
								if (data28.md5 !== void 0) {
									let data32 = data28.md5;
									if (typeof data32 === "string") {
										if (!pattern4.test(data32)) {
											const err33 = {
												instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/md5",
												schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/md5/pattern",
												keyword: "pattern",
												params: { pattern: "^[0-9a-f]{32}$" }
											};
											if (vErrors === null) vErrors = [err33];
											else vErrors.push(err33);
											errors++;
										}
									} else {
										const err34 = {
											instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/md5",
											schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/md5/type",
											keyword: "type",
											params: { type: "string" }
										};
										if (vErrors === null) vErrors = [err34];
										else vErrors.push(err34);
										errors++;
									}
								}
								if (data28.sha256 !== void 0) {
									let data33 = data28.sha256;
									if (typeof data33 === "string") {
										if (!pattern5.test(data33)) {
											const err35 = {
												instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/sha256",
												schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/sha256/pattern",
												keyword: "pattern",
												params: { pattern: "^[0-9a-f]{64}$" }
											};
											if (vErrors === null) vErrors = [err35];
											else vErrors.push(err35);
											errors++;
										}
									} else {
										const err36 = {
											instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/sha256",
											schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/sha256/type",
											keyword: "type",
											params: { type: "string" }
										};
										if (vErrors === null) vErrors = [err36];
										else vErrors.push(err36);
										errors++;
									}
								}
								if (data28.sha512 !== void 0) {
									let data34 = data28.sha512;
									if (typeof data34 === "string") {
										if (!pattern6.test(data34)) {
											const err37 = {
												instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/sha512",
												schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/sha512/pattern",
												keyword: "pattern",
												params: { pattern: "^[0-9a-f]{128}$" }
											};
											if (vErrors === null) vErrors = [err37];
											else vErrors.push(err37);
											errors++;
										}
									} else {
										const err38 = {
											instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/sha512",
											schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/sha512/type",
											keyword: "type",
											params: { type: "string" }
										};
										if (vErrors === null) vErrors = [err38];
										else vErrors.push(err38);
										errors++;
									}
								}
								if (data28.items !== void 0) {
									let data35 = data28.items;
									if (data35 && typeof data35 == "object" && !Array.isArray(data35)) for (const key7 in data35) {
										let data36 = data35[key7];
										if (data36 && typeof data36 == "object" && !Array.isArray(data36)) {
											if (data36.ftype !== void 0) {
												if (typeof data36.ftype !== "string") {
													const err39 = {
														instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/items/" + key7.replace(/~/g, "~0").replace(/\//g, "~1") + "/ftype",
														schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/items/additionalProperties/properties/ftype/type",
														keyword: "type",
														params: { type: "string" }
													};
													if (vErrors === null) vErrors = [err39];
													else vErrors.push(err39);
													errors++;
												}
											}
											if (data36.path !== void 0) {
												let data38 = data36.path;
												if (typeof data38 === "string") {
													if (!pattern7.test(data38)) {
														const err40 = {
															instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/items/" + key7.replace(/~/g, "~0").replace(/\//g, "~1") + "/path",
															schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/items/additionalProperties/properties/path/pattern",
															keyword: "pattern",
															params: { pattern: "^(?!/|%2[fF]|%5[cC]|[A-Za-z][A-Za-z0-9+.-]*://)(?!(?:[\\s\\S]*(?:/|%2[fF]|%5[cC]))?(?:\\.|%2[eE]){2,3}(?:(?:/|%2[fF]|%5[cC])|$))(?![\\s\\S]*%00)[^\\u0000-\\u001f\\u007f\\\\]+$" }
														};
														if (vErrors === null) vErrors = [err40];
														else vErrors.push(err40);
														errors++;
													}
												} else {
													const err41 = {
														instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/items/" + key7.replace(/~/g, "~0").replace(/\//g, "~1") + "/path",
														schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/items/additionalProperties/properties/path/type",
														keyword: "type",
														params: { type: "string" }
													};
													if (vErrors === null) vErrors = [err41];
													else vErrors.push(err41);
													errors++;
												}
											}
											if (data36.md5 !== void 0) {
												let data39 = data36.md5;
												if (typeof data39 === "string") {
													if (!pattern4.test(data39)) {
														const err42 = {
															instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/items/" + key7.replace(/~/g, "~0").replace(/\//g, "~1") + "/md5",
															schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/items/additionalProperties/properties/md5/pattern",
															keyword: "pattern",
															params: { pattern: "^[0-9a-f]{32}$" }
														};
														if (vErrors === null) vErrors = [err42];
														else vErrors.push(err42);
														errors++;
													}
												} else {
													const err43 = {
														instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/items/" + key7.replace(/~/g, "~0").replace(/\//g, "~1") + "/md5",
														schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/items/additionalProperties/properties/md5/type",
														keyword: "type",
														params: { type: "string" }
													};
													if (vErrors === null) vErrors = [err43];
													else vErrors.push(err43);
													errors++;
												}
											}
											if (data36.sha256 !== void 0) {
												let data40 = data36.sha256;
												if (typeof data40 === "string") {
													if (!pattern5.test(data40)) {
														const err44 = {
															instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/items/" + key7.replace(/~/g, "~0").replace(/\//g, "~1") + "/sha256",
															schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/items/additionalProperties/properties/sha256/pattern",
															keyword: "pattern",
															params: { pattern: "^[0-9a-f]{64}$" }
														};
														if (vErrors === null) vErrors = [err44];
														else vErrors.push(err44);
														errors++;
													}
												} else {
													const err45 = {
														instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/items/" + key7.replace(/~/g, "~0").replace(/\//g, "~1") + "/sha256",
														schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/items/additionalProperties/properties/sha256/type",
														keyword: "type",
														params: { type: "string" }
													};
													if (vErrors === null) vErrors = [err45];
													else vErrors.push(err45);
													errors++;
												}
											}
											if (data36.sha512 !== void 0) {
												let data41 = data36.sha512;
												if (typeof data41 === "string") {
													if (!pattern6.test(data41)) {
														const err46 = {
															instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/items/" + key7.replace(/~/g, "~0").replace(/\//g, "~1") + "/sha512",
															schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/items/additionalProperties/properties/sha512/pattern",
															keyword: "pattern",
															params: { pattern: "^[0-9a-f]{128}$" }
														};
														if (vErrors === null) vErrors = [err46];
														else vErrors.push(err46);
														errors++;
													}
												} else {
													const err47 = {
														instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/items/" + key7.replace(/~/g, "~0").replace(/\//g, "~1") + "/sha512",
														schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/items/additionalProperties/properties/sha512/type",
														keyword: "type",
														params: { type: "string" }
													};
													if (vErrors === null) vErrors = [err47];
													else vErrors.push(err47);
													errors++;
												}
											}
											if (data36.combined_sha256 !== void 0) {
												let data42 = data36.combined_sha256;
												if (typeof data42 === "string") {
													if (!pattern5.test(data42)) {
														const err48 = {
															instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/items/" + key7.replace(/~/g, "~0").replace(/\//g, "~1") + "/combined_sha256",
															schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/items/additionalProperties/properties/combined_sha256/pattern",
															keyword: "pattern",
															params: { pattern: "^[0-9a-f]{64}$" }
														};
														if (vErrors === null) vErrors = [err48];
														else vErrors.push(err48);
														errors++;
													}
												} else {
													const err49 = {
														instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/items/" + key7.replace(/~/g, "~0").replace(/\//g, "~1") + "/combined_sha256",
														schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/items/additionalProperties/properties/combined_sha256/type",
														keyword: "type",
														params: { type: "string" }
													};
													if (vErrors === null) vErrors = [err49];
													else vErrors.push(err49);
													errors++;
												}
											}
											if (data36.combined_rootxz_sha256 !== void 0) {
												let data43 = data36.combined_rootxz_sha256;
												if (typeof data43 === "string") {
													if (!pattern5.test(data43)) {
														const err50 = {
															instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/items/" + key7.replace(/~/g, "~0").replace(/\//g, "~1") + "/combined_rootxz_sha256",
															schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/items/additionalProperties/properties/combined_rootxz_sha256/pattern",
															keyword: "pattern",
															params: { pattern: "^[0-9a-f]{64}$" }
														};
														if (vErrors === null) vErrors = [err50];
														else vErrors.push(err50);
														errors++;
													}
												} else {
													const err51 = {
														instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/items/" + key7.replace(/~/g, "~0").replace(/\//g, "~1") + "/combined_rootxz_sha256",
														schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/items/additionalProperties/properties/combined_rootxz_sha256/type",
														keyword: "type",
														params: { type: "string" }
													};
													if (vErrors === null) vErrors = [err51];
													else vErrors.push(err51);
													errors++;
												}
											}
											if (data36.combined_squashfs_sha256 !== void 0) {
												let data44 = data36.combined_squashfs_sha256;
												if (typeof data44 === "string") {
													if (!pattern5.test(data44)) {
														const err52 = {
															instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/items/" + key7.replace(/~/g, "~0").replace(/\//g, "~1") + "/combined_squashfs_sha256",
															schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/items/additionalProperties/properties/combined_squashfs_sha256/pattern",
															keyword: "pattern",
															params: { pattern: "^[0-9a-f]{64}$" }
														};
														if (vErrors === null) vErrors = [err52];
														else vErrors.push(err52);
														errors++;
													}
												} else {
													const err53 = {
														instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/items/" + key7.replace(/~/g, "~0").replace(/\//g, "~1") + "/combined_squashfs_sha256",
														schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/items/additionalProperties/properties/combined_squashfs_sha256/type",
														keyword: "type",
														params: { type: "string" }
													};
													if (vErrors === null) vErrors = [err53];
													else vErrors.push(err53);
													errors++;
												}
											}
											if (data36["combined_disk-kvm-img_sha256"] !== void 0) {
												let data45 = data36["combined_disk-kvm-img_sha256"];
												if (typeof data45 === "string") {
													if (!pattern5.test(data45)) {
														const err54 = {
															instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/items/" + key7.replace(/~/g, "~0").replace(/\//g, "~1") + "/combined_disk-kvm-img_sha256",
															schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/items/additionalProperties/properties/combined_disk-kvm-img_sha256/pattern",
															keyword: "pattern",
															params: { pattern: "^[0-9a-f]{64}$" }
														};
														if (vErrors === null) vErrors = [err54];
														else vErrors.push(err54);
														errors++;
													}
												} else {
													const err55 = {
														instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/items/" + key7.replace(/~/g, "~0").replace(/\//g, "~1") + "/combined_disk-kvm-img_sha256",
														schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/items/additionalProperties/properties/combined_disk-kvm-img_sha256/type",
														keyword: "type",
														params: { type: "string" }
													};
													if (vErrors === null) vErrors = [err55];
													else vErrors.push(err55);
													errors++;
												}
											}
											if (data36["combined_disk1-img_sha256"] !== void 0) {
												let data46 = data36["combined_disk1-img_sha256"];
												if (typeof data46 === "string") {
													if (!pattern5.test(data46)) {
														const err56 = {
															instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/items/" + key7.replace(/~/g, "~0").replace(/\//g, "~1") + "/combined_disk1-img_sha256",
															schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/items/additionalProperties/properties/combined_disk1-img_sha256/pattern",
															keyword: "pattern",
															params: { pattern: "^[0-9a-f]{64}$" }
														};
														if (vErrors === null) vErrors = [err56];
														else vErrors.push(err56);
														errors++;
													}
												} else {
													const err57 = {
														instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/items/" + key7.replace(/~/g, "~0").replace(/\//g, "~1") + "/combined_disk1-img_sha256",
														schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/items/additionalProperties/properties/combined_disk1-img_sha256/type",
														keyword: "type",
														params: { type: "string" }
													};
													if (vErrors === null) vErrors = [err57];
													else vErrors.push(err57);
													errors++;
												}
											}
											if (data36["combined_uefi1-img_sha256"] !== void 0) {
												let data47 = data36["combined_uefi1-img_sha256"];
												if (typeof data47 === "string") {
													if (!pattern5.test(data47)) {
														const err58 = {
															instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/items/" + key7.replace(/~/g, "~0").replace(/\//g, "~1") + "/combined_uefi1-img_sha256",
															schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/items/additionalProperties/properties/combined_uefi1-img_sha256/pattern",
															keyword: "pattern",
															params: { pattern: "^[0-9a-f]{64}$" }
														};
														if (vErrors === null) vErrors = [err58];
														else vErrors.push(err58);
														errors++;
													}
												} else {
													const err59 = {
														instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/items/" + key7.replace(/~/g, "~0").replace(/\//g, "~1") + "/combined_uefi1-img_sha256",
														schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/items/additionalProperties/properties/combined_uefi1-img_sha256/type",
														keyword: "type",
														params: { type: "string" }
													};
													if (vErrors === null) vErrors = [err59];
													else vErrors.push(err59);
													errors++;
												}
											}
											if (data36.combined_type !== void 0) {
												if (typeof data36.combined_type !== "string") {
													const err60 = {
														instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/items/" + key7.replace(/~/g, "~0").replace(/\//g, "~1") + "/combined_type",
														schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/items/additionalProperties/properties/combined_type/type",
														keyword: "type",
														params: { type: "string" }
													};
													if (vErrors === null) vErrors = [err60];
													else vErrors.push(err60);
													errors++;
												}
											}
											if (data36.delta_base !== void 0) {
												if (typeof data36.delta_base !== "string") {
													const err61 = {
														instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/items/" + key7.replace(/~/g, "~0").replace(/\//g, "~1") + "/delta_base",
														schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/items/additionalProperties/properties/delta_base/type",
														keyword: "type",
														params: { type: "string" }
													};
													if (vErrors === null) vErrors = [err61];
													else vErrors.push(err61);
													errors++;
												}
											}
											if (data36.path !== void 0) {
												const _errs108 = errors;
												if (data36 && typeof data36 == "object" && !Array.isArray(data36)) {
													if (data36.size !== void 0) {
														let data50 = data36.size;
														if (!(typeof data50 == "number" && !(data50 % 1) && !isNaN(data50) && isFinite(data50))) {
															const err62 = {
																instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/items/" + key7.replace(/~/g, "~0").replace(/\//g, "~1") + "/size",
																schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/items/additionalProperties/dependentSchemas/path/properties/size/type",
																keyword: "type",
																params: { type: "integer" }
															};
															if (vErrors === null) vErrors = [err62];
															else vErrors.push(err62);
															errors++;
														}
														if (typeof data50 == "number" && isFinite(data50)) {
															if (data50 > 9007199254740991 || isNaN(data50)) {
																const err63 = {
																	instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/items/" + key7.replace(/~/g, "~0").replace(/\//g, "~1") + "/size",
																	schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/items/additionalProperties/dependentSchemas/path/properties/size/maximum",
																	keyword: "maximum",
																	params: {
																		comparison: "<=",
																		limit: 9007199254740991
																	}
																};
																if (vErrors === null) vErrors = [err63];
																else vErrors.push(err63);
																errors++;
															}
															if (data50 < 0 || isNaN(data50)) {
																const err64 = {
																	instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/items/" + key7.replace(/~/g, "~0").replace(/\//g, "~1") + "/size",
																	schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/items/additionalProperties/dependentSchemas/path/properties/size/minimum",
																	keyword: "minimum",
																	params: {
																		comparison: ">=",
																		limit: 0
																	}
																};
																if (vErrors === null) vErrors = [err64];
																else vErrors.push(err64);
																errors++;
															}
														}
													}
												}
												if (_errs108 === errors) {
													var props1 = {};
													props1.size = true;
													props1.ftype = true;
													props1.path = true;
													props1.md5 = true;
													props1.sha256 = true;
													props1.sha512 = true;
													props1.combined_sha256 = true;
													props1.combined_rootxz_sha256 = true;
													props1.combined_squashfs_sha256 = true;
													props1["combined_disk-kvm-img_sha256"] = true;
													props1["combined_disk1-img_sha256"] = true;
													props1["combined_uefi1-img_sha256"] = true;
													props1.combined_type = true;
													props1.delta_base = true;
													props1.id = true;
												}
											} else var valid16 = true;
										} else {
											const err65 = {
												instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/items/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),
												schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/items/additionalProperties/type",
												keyword: "type",
												params: { type: "object" }
											};
											if (vErrors === null) vErrors = [err65];
											else vErrors.push(err65);
											errors++;
										}
									}
									else {
										const err66 = {
											instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/items",
											schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/properties/items/type",
											keyword: "type",
											params: { type: "object" }
										};
										if (vErrors === null) vErrors = [err66];
										else vErrors.push(err66);
										errors++;
									}
								}
							} else {
								const err67 = {
									instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),
									schemaPath: "#/properties/products/additionalProperties/properties/versions/additionalProperties/type",
									keyword: "type",
									params: { type: "object" }
								};
								if (vErrors === null) vErrors = [err67];
								else vErrors.push(err67);
								errors++;
							}
						}
						else {
							const err68 = {
								instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/versions",
								schemaPath: "#/properties/products/additionalProperties/properties/versions/type",
								keyword: "type",
								params: { type: "object" }
							};
							if (vErrors === null) vErrors = [err68];
							else vErrors.push(err68);
							errors++;
						}
					}
				} else {
					const err69 = {
						instancePath: instancePath + "/products/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),
						schemaPath: "#/properties/products/additionalProperties/type",
						keyword: "type",
						params: { type: "object" }
					};
					if (vErrors === null) vErrors = [err69];
					else vErrors.push(err69);
					errors++;
				}
			}
			else {
				const err70 = {
					instancePath: instancePath + "/products",
					schemaPath: "#/properties/products/type",
					keyword: "type",
					params: { type: "object" }
				};
				if (vErrors === null) vErrors = [err70];
				else vErrors.push(err70);
				errors++;
			}
		}
	} else {
		const err71 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" }
		};
		if (vErrors === null) vErrors = [err71];
		else vErrors.push(err71);
		errors++;
	}
	validate20.errors = vErrors;
	evaluated0.props = props0;
	return errors === 0;
}
validate20.evaluated = {
	"dynamicProps": true,
	"dynamicItems": false
};
// src/core/schema/validated.ts
const shownProblems = 10;
function validated(value, check, kind, place) {
	if (check(value)) return value;
	const problems = (check.errors ?? []).filter(({ keyword }) => keyword !== "if");
	const lines = problems.slice(0, shownProblems).map((problem) => `  ${problemText(problem, value)}`);
	if (problems.length > shownProblems) lines.push(`  and ${problems.length - shownProblems} more`);
	throw new FindingError("SCHEMA_BROKEN", `${place} is not ${kind} document as clients read it; correct it with the tool that wrote it:\n${lines.join("\n")}`);
}
// src/core/schema/validate.ts
const itemLimit = 1e6;
function parseIndex(text, place) {
	return validateIndex(parseJsonText(text, place), place);
}
function parseProducts(text, place) {
	const document = validateProducts(parseJsonText(text, place), place);
	const items = countItems(document);
	if (items <= itemLimit) return document;
	throw new TrustError("DOCUMENT_TOO_LARGE", `${place} lists ${items} items, more than the ${itemLimit} that are taken for real; split it`);
}
function validateIndex(value, place) {
	return validated(value, isIndex, "an index:1.0", place);
}
function validateProducts(value, place) {
	return validated(value, isProducts, "a products:1.0", place);
}
function countItems({ products }) {
	let count = 0;
	for (const { versions = {} } of Object.values(products)) for (const { items = {} } of Object.values(versions)) count += Object.keys(items).length;
	return count;
}
// src/app/head.ts
const documentLimit = 268435456;
async function readRoot$1(ports) {
	const plain = await ports.store.read(index, documentLimit);
	const signed = await ports.store.read(signedIndex, documentLimit);
	const plainHead = plain === void 0 ? void 0 : unsignedHead(ports, plain);
	if (signed === void 0) {
		if (plainHead === void 0) return { kind: "empty" };
		return {
			kind: plainHead.index.head === void 0 ? "unsigned" : "becoming",
			head: plainHead
		};
	}
	const head = await signedHead(ports, signed);
	if (plainHead !== void 0 && plainHead.index.head === void 0) await refuseSecondHead(ports);
	return {
		kind: "signed",
		head,
		follower: plainHead?.index
	};
}
async function readHead(ports, form) {
	const stored = await ports.store.read(headPath(form), documentLimit);
	if (stored === void 0) throw headVanished(ports, form);
	return form === "sjson" ? signedHead(ports, stored) : unsignedHead(ports, stored);
}
async function isStillHead(ports, { form, sha256 }) {
	const found = await ports.store.stat(headPath(form));
	if (found === void 0) throw headVanished(ports, form);
	if (found.sha256 !== void 0) return found.sha256 === sha256;
	const stored = await ports.store.read(headPath(form), documentLimit);
	return stored !== void 0 && ports.sha256(stored.bytes) === sha256;
}
function headVanished({ store }, form) {
	return new TrustError("HEAD_VANISHED", `${headPath(form)} in ${store.url} was there when this run began and is gone; somebody removed it, and it is not made anew: restore it from its copy (streams/v1/index.<digest>.${form}) and run again`);
}
function unsignedHead(ports, { bytes, revision }) {
	const index$3 = parseIndex(documentText(bytes, index), index);
	return {
		form: "json",
		revision,
		sha256: ports.sha256(bytes),
		index: index$3,
		signedBy: void 0
	};
}
async function signedHead(ports, { bytes, revision }) {
	const { text, fingerprint } = await verifierOf(ports).clearsigned(bytes, signedIndex);
	const index = parseIndex(text, signedIndex);
	return {
		form: "sjson",
		revision,
		sha256: ports.sha256(bytes),
		index,
		signedBy: fingerprint
	};
}
function verifierOf(ports) {
	return ports.signing?.verifier ?? ports.verifier ?? requireSigning(ports).verifier;
}
function requireSigning({ signing, store }) {
	if (signing !== void 0) return signing;
	throw new TrustError("SIGNING_KEY_REQUIRED", `${store.url} is a signed root, and no signing key was given; give signing-key (or, for a root that is only read, trusted-keys), or take another root`);
}
async function refuseSecondHead(ports) {
	const again = await ports.store.read(index, documentLimit);
	if (again === void 0 || unsignedHead(ports, again).index.head !== void 0) return;
	throw new TrustError("SECOND_HEAD", `${ports.store.url} has two heads: ${signedIndex}, and ${index}, which does not say "head": "index.sjson"; some other tool wrote one of them. Remove the one that is wrong and run again`);
}
// src/core/serialise.ts
function serialise(document) {
	const text = write(document, "\n");
	return `${/[\u007f-\uffff]/.test(text) ? text.replaceAll(/[\u007f-\uffff]/g, escaped) : text}\n`;
}
const lineLimit = 19993;
function overlongLine(text) {
	for (let from = 0; text.length - from >= lineLimit;) {
		const newline = text.lastIndexOf("\n", from + lineLimit - 1);
		if (newline < from) return describeLine(text, from);
		from = newline + 1;
	}
}
function mayBeOverlong(value, key = "") {
	if ((key.length + (typeof value === "string" ? value.length : 0)) * 6 + 256 > lineLimit) return true;
	if (typeof value !== "object" || value === null) return false;
	return Object.keys(value).some((inner) => mayBeOverlong(Reflect.get(value, inner), inner));
}
function describeLine(text, from) {
	const newline = text.indexOf("\n", from);
	const length = (newline === -1 ? text.length : newline) - from;
	return {
		line: text.slice(0, from).split("\n").length,
		length,
		start: text.slice(from, from + 60).trim()
	};
}
function escaped(unit) {
	return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
function write(value, newline) {
	const sorted = inOrder(value);
	if (sorted !== unordered) {
		const text = JSON.stringify(sorted, null, 1);
		return newline === "\n" ? text : text.replaceAll("\n", newline);
	}
	const inner = `${newline} `;
	if (Array.isArray(value)) return `[${value.map((each) => inner + write(each, inner)).join(",")}${newline}]`;
	return `{${Object.entries(value ?? {}).filter(([, member]) => member !== void 0).sort(([a], [b]) => a < b ? -1 : 1).map(([key, member]) => `${inner}${JSON.stringify(key)}: ${write(member, inner)}`).join(",")}${newline}}`;
}
const unordered = Symbol("unordered");
function inOrder(value) {
	if (typeof value !== "object" || value === null || isInOrder(value)) return value;
	if (Array.isArray(value)) {
		const list = value.map(inOrder);
		return list.includes(unordered) ? unordered : list;
	}
	const sorted = {};
	for (const key of Object.keys(value).sort()) {
		if (isAwkward(key)) return unordered;
		const member = inOrder(Reflect.get(value, key));
		if (member === unordered) return unordered;
		sorted[key] = member;
	}
	return sorted;
}
function isInOrder(value) {
	if (typeof value !== "object" || value === null) return true;
	if (Array.isArray(value)) return value.every(isInOrder);
	const keys = Object.keys(value);
	return keys.every((key, n) => n === 0 || (keys[n - 1] ?? "") < key) && keys.every((key) => isInOrder(Reflect.get(value, key)));
}
function isAwkward(key) {
	const first = key.charCodeAt(0);
	return first >= 48 && first <= 57 && /^\d+$/.test(key) || key === "__proto__";
}
// src/core/reading-rules.ts
const readingRules = [
	{
		code: "AGE-001",
		title: "the index is no older than the input `max-age` says",
		consequence: "old-version-served",
		severity: "error",
		why: "A nightly build that fails, or publishes elsewhere, leaves a root that looks well and grows old. An index is written when something in the root changes, and not by a run that finds everything published already. Checked only where `max-age` is given.",
		fix: "find out why nothing was published, and publish; or give a longer `max-age`"
	},
	{
		code: "DOC-001",
		title: "there is an index",
		consequence: "stream-hidden",
		severity: "error",
		why: "LXD and Incus read streams/v1/index.json. MAAS, Glance and sstream-mirror read streams/v1/index.sjson, and index.json only where the URL they are given names it.",
		fix: "give the folder or the URL that holds streams/v1, or publish into it"
	},
	{
		code: "DOC-002",
		title: "every document is a JSON object",
		consequence: "stream-hidden",
		severity: "error",
		why: "One document that cannot be parsed hides the whole root from LXD and Incus, and stops the run of every other consumer. What an index.json names must be plain JSON, not clearsigned.",
		fix: "write the document again with the tool that wrote it"
	},
	{
		code: "DOC-003",
		title: "every document keeps to the JSON Schema",
		consequence: "advice",
		severity: "warning",
		why: "The other findings say what each consumer makes of it. This action does not edit a root in which a document breaks the schema.",
		fix: "correct the document with the tool that wrote it"
	},
	{
		code: "DOC-004",
		title: "what a signed index names is signed, by a key that is trusted",
		consequence: "import-aborted",
		severity: "error",
		why: "MAAS, Glance and sstream-mirror verify the index and every document that they read from it, each by itself, and stop at the first signature that is missing or not good.",
		fix: "sign the document again, or give the input `trusted-keys` the key that signs it"
	},
	{
		code: "DOC-005",
		title: "the path of a document is plain",
		consequence: "stream-hidden",
		severity: "error",
		why: "Clients, stores and web servers do not agree on what characters beyond [A-Za-z0-9._~:/-] mean in a path, and sstream-mirror refuses .. and absolute paths. The document was not read.",
		fix: "store the document at a plain path relative to the root, and name that in the index"
	},
	{
		code: "DOC-006",
		title: "what is absent is answered with 404",
		consequence: "advice",
		severity: "note",
		why: "S3 answers 403 for what is absent where the reader may not list the bucket. MAAS up to 3.7, Glance and sstream-mirror take the body of a 403 for the index, and fail with \"No signature found\" instead of looking elsewhere.",
		fix: "let the web server or the bucket answer 404 (s3:ListBucket for readers), or give people the full URL of the index"
	},
	{
		code: "DOC-007",
		title: "every document can be read",
		consequence: "stream-hidden",
		severity: "error",
		why: "One document that cannot be read fails the whole listing in LXD and Incus, and stops the run of every other consumer.",
		fix: "let everybody read the document who may read the index"
	},
	{
		code: "DOC-008",
		title: "a document is the one that the index names",
		consequence: "advice",
		severity: "note",
		why: "The index of this action pins the size and the sha256 of each document. Consumers do not look at them; this action refuses to publish into a root where they differ, because somebody changed the document.",
		fix: "restore the document, or find out who changed it"
	},
	{
		code: "DOC-009",
		title: "the index.json of a root of this action follows its index.sjson",
		consequence: "old-version-served",
		severity: "error",
		why: "LXD and Incus read index.json; MAAS, Glance and sstream-mirror read index.sjson where they are not given the other one. In a root of this action index.json is made from index.sjson, and says so by its key `head`. One that does not was written by another tool: its readers get another root than those of index.sjson, and every command that edits the root refuses to (SECOND_HEAD, exit code 4).",
		fix: "remove the one of the two that is wrong; when it was index.json, the next run writes it again"
	},
	{
		code: "DOC-010",
		title: "one index of a root is the one to edit",
		consequence: "advice",
		severity: "note",
		why: "Other tools write index.json and index.sjson side by side, and readers take no harm. This action does not publish into such a root (SECOND_HEAD, exit code 4), since nothing tells which of the two counts.",
		fix: "nothing needs to be done; to publish into the root with this action, remove one of the two"
	},
	{
		code: "KEY-001",
		title: "the key that signs the root is good for 30 days or more",
		consequence: "advice",
		severity: "warning",
		why: "With a key that has expired nothing can be published any more. What it has signed stays good for gpgv, which MAAS, Glance and sstream-mirror verify with. Told is the end of the key, or of the subkey that signs, as it is known from `trusted-keys`, or else from the ring that the index names. A change of the key takes time: readers need the new one before it is used.",
		fix: "extend the key (gpg --quick-set-expire), or change it with rotate-key: docs/recipes/rotate-key.md"
	},
	{
		code: "KEY-002",
		title: "the key that signs the root is good for 7 days or more",
		consequence: "old-version-served",
		severity: "error",
		why: "As KEY-001, and there is hardly any time left. From the end of the key on, a nightly build fails and the root grows old.",
		fix: "extend the key (gpg --quick-set-expire), or change it with rotate-key: docs/recipes/rotate-key.md"
	}
];
function readingRule(code) {
	const rule = readingRules.find((candidate) => candidate.code === code);
	if (rule === void 0) throw new Error(`no rule ${code}`);
	return rule;
}
// src/app/key-expiry.ts
const day = 864e5;
const noticeTime = 30 * day;
const urgentTime = 7 * day;
function expiryOf({ expires }, now) {
	const left = (expires?.getTime() ?? Number.POSITIVE_INFINITY) - now.getTime();
	if (left > noticeTime) return void 0;
	return left > urgentTime ? "soon" : "urgent";
}
function describeExpiry({ expires }, now) {
	if (expires === void 0) return "never expires";
	const at = `${expires.toISOString().slice(0, 16).replace("T", " ")} UTC`;
	const left = expires.getTime() - now.getTime();
	if (left <= 0) return `expired on ${at}`;
	const days = Math.floor(left / day);
	return `expires on ${at}, ${days === 0 ? "in less than a day" : `in ${days} ${days === 1 ? "day" : "days"}`}`;
}
function describeKey({ fingerprint, userId }) {
	return userId === void 0 ? fingerprint : `${fingerprint} (${printable(userId)})`;
}
function warnOfExpiry({ signing, clock, store, reporter }, ring) {
	if (signing === void 0) return;
	const { signer } = signing;
	const now = clock.now();
	if (expiryOf(signer, now) !== void 0) {
		reporter.warning(`the signing key of ${store.url}, ${describeKey(signer)}, ${describeExpiry(signer, now)}; nothing can be published with it from then on. Extend it (gpg --quick-set-expire ${signer.fingerprint} 1y), or change to another key (docs/recipes/rotate-key.md)`);
		return;
	}
	const published = ring.find(({ fingerprint }) => fingerprint === signer.fingerprint);
	if (published === void 0 || expiryOf(published, now) === void 0) return;
	reporter.warning(`the signing key was extended, and the ring of ${store.url} holds it as it was: there ${describeKey(published)} ${describeExpiry(published, now)}. Publish it as it is now: run rotate-key with it`);
}
// src/app/ring.ts
const ringLimit = 1048576;
async function checkRing(ports, { index, signedBy }, change) {
	const { signer, ring } = requireSigning(ports);
	const bytes = index.keyring === void 0 ? void 0 : await readRing(ports, index.keyring);
	const held = bytes === void 0 ? [] : await ring.keys(bytes);
	const keys = bytes === void 0 ? [signedBy] : held.map(({ fingerprint }) => fingerprint);
	if (!keys.includes(signer.fingerprint)) {
		if (change === "lost") return held;
		throw new TrustError("KEY_NOT_IN_RING", `the signing key ${signer.fingerprint} is not among the keys that readers of ${ports.store.url} have (${keys.join(", ")}); sign with one of those, and if this one is to follow it, give readers its public key first: rotate-key with new-key (docs/recipes/rotate-key.md)`);
	}
	if (bytes === void 0 || await ring.verifies(bytes, signer.sample)) return held;
	const own = held.find(({ fingerprint }) => fingerprint === signer.fingerprint);
	const extended = own?.expires !== void 0 && own.expires <= ports.clock.now();
	if (extended && change !== void 0) return held;
	throw new TrustError("KEY_NOT_IN_RING", extended ? `the ring of ${ports.store.url} holds the signing key ${signer.fingerprint} as it was before it was extended: there it has expired. Publish it as it is now: run rotate-key with it` : `the signing key ${signer.fingerprint} signs with a subkey that the ring of ${ports.store.url} does not hold, so its readers would refuse the result; sign with the key as it was published`);
}
async function ringKeys(ports, head) {
	const path = head?.index.keyring;
	if (path === void 0 || ports.signing === void 0) return [];
	return ports.signing.ring.keys(await readRing(ports, path));
}
async function readRing(ports, path) {
	const safe = parseRelativePath(path);
	const stored = safe === void 0 ? void 0 : await ports.store.read(safe, ringLimit);
	if (stored === void 0) throw new TrustError("DOCUMENT_MISSING", `the ring ${path}, which the head names, is not in ${ports.store.url}; restore it`);
	if (path.includes(pathDigest(ports.sha256(stored.bytes)))) return stored.bytes;
	throw new TrustError("DIGEST_MISMATCH", `the ring ${path} in ${ports.store.url} is not what its name says; restore it`);
}
// src/core/edit.ts
function emptyProducts(contentId) {
	return {
		format: "products:1.0",
		content_id: contentId,
		datatype: "image-downloads",
		products: {}
	};
}
function findVersion(product, digests) {
	return Object.entries(product?.versions ?? {}).find(([, version]) => holdsExactly(version, digests))?.[0];
}
function holdsExactly(version, digests) {
	const items = Object.entries(version.items ?? {});
	return items.length === digests.size && items.every(([name, item]) => digests.has(name) && item.sha256 === digests.get(name));
}
function chooseSerial(name, product, given, derived, derivedFrom = "from the image") {
	const listed = Object.keys(product?.versions ?? {}).sort(compareSerials);
	if (given !== void 0 && listed.includes(given)) throw new ConflictError("VERSION_EXISTS", `product ${name} lists version ${given} with other files, and a version never changes; give another serial`);
	const serial = given ?? firstFree(derived, listed);
	const newest = listed.at(-1);
	if (newest !== void 0 && compareSerials(serial, newest) <= 0) throw new InputError("SERIAL_NOT_NEWEST", `serial ${serial} ${given === void 0 ? `(${derivedFrom}) ` : ""}does not sort after ${newest}, the newest version of product ${name}, so no client would take it; give a later serial`);
	return serial;
}
function firstFree(derived, listed) {
	for (let n = 1;; n++) {
		const serial = nthSerial(derived, n);
		if (!listed.includes(serial)) return serial;
	}
}
function addVersion(document, name, product, serial, version) {
	const versions = {
		...product.versions,
		[serial]: version
	};
	return {
		...document,
		products: {
			...document.products,
			[name]: {
				...product,
				versions
			}
		}
	};
}
function digestsOf({ items = {} }) {
	return new Map(Object.entries(items).map(([name, { sha256 }]) => [name, sha256]));
}
function putProduct(document, name, product) {
	return {
		...document,
		products: {
			...document.products,
			[name]: product
		}
	};
}
// src/app/edit.ts
function changesAnything({ changed, removed, ring, signAnew }) {
	return changed.size > 0 || (removed?.size ?? 0) > 0 || ring !== void 0 || signAnew === true;
}
function documentsAfter(documents, { changed, removed }) {
	const left = [...documents].filter(([contentId]) => removed?.has(contentId) !== true);
	return new Map([...left, ...changed]);
}
// src/app/publish-findings.ts
function judge(request, before, after) {
	const found = findingsIn(request, after);
	if (found.length === 0) return [];
	const known = new Set(findingsIn(request, before).map(describeFinding));
	const fresh = found.filter((finding) => !known.has(describeFinding(finding)));
	const counted = fresh.filter(({ code }) => !request.allow.includes(code));
	const errors = counted.filter(({ severity }) => severity === "error");
	if (errors.length > 0) throw new FindingError("FINDINGS", errors.map(describeFinding).join("\n"), { findings: errors });
	return [...counted.filter(({ severity }) => severity === "warning").map(describeFinding), ...fresh.filter(({ code }) => request.allow.includes(code)).map((finding) => `allowed: ${describeFinding(finding)}`)];
}
function findingsIn({ consumers }, documents) {
	return checkRoot({
		index: void 0,
		signed: true,
		documents
	}, consumers);
}
// src/core/consumers/readers.ts
function readersOfDocuments(documents) {
	return consumerNames.map(everyRelease).filter((consumer) => {
		return checkRoot({
			index: void 0,
			signed: true,
			documents
		}, [consumer]).every(({ severity }) => severity !== "error");
	});
}
// src/core/duration.ts
const minute = 6e4;
const units = [
	["d", 1440 * minute],
	["h", 60 * minute],
	["m", minute]
];
function parseDuration(text) {
	const [, digits = "", unit] = /^([1-9]\d{0,5})([mhd])$/.exec(text) ?? [];
	const known = units.find(([name]) => name === unit);
	return known === void 0 ? void 0 : Number(digits) * known[1];
}
function formatDuration(milliseconds) {
	const [name, length] = units.find(([, each]) => milliseconds % each === 0) ?? ["m", minute];
	return `${Math.round(milliseconds / length)}${name}`;
}
// src/core/retention.ts
function parsePin(text) {
	const [, product, serial] = /^(?:([!-~]{1,256})@)?([!-?A-~]{1,256})$/.exec(text) ?? [];
	return serial === void 0 ? void 0 : {
		product,
		serial
	};
}
function describePin({ product, serial }) {
	return product === void 0 ? serial : `${product}@${serial}`;
}
function isPinned(pins, product, serial) {
	return pins.some((pin) => pin.serial === serial && (pin.product === void 0 || pin.product === product));
}
function retain(product, serials, policies, { now, two }) {
	const newestFirst = serials.toSorted(compareSerials).reverse();
	const newestDated = newestFirst.find((serial) => timeOfSerial(serial) !== void 0);
	const pins = policies.flatMap((policy) => policy.pins);
	return newestFirst.map((serial, rank) => {
		if (rank === 0 || serial === newestDated) return {
			serial,
			kept: "newest"
		};
		if (isPinned(pins, product, serial)) return {
			serial,
			kept: "pinned"
		};
		return {
			serial,
			kept: policies.map((policy) => withinBounds(serial, rank, policy, now)).find((why) => why !== void 0) ?? (two && rank === 1 ? "two" : void 0)
		};
	});
}
function withinBounds(serial, rank, { keep, keepFor }, now) {
	if (keep === void 0 && keepFor === void 0) return "unbounded";
	if (keep !== void 0 && rank < keep) return "keep";
	if (keepFor === void 0) return void 0;
	const time = timeOfSerial(serial);
	if (time === void 0) return "undated";
	return now.getTime() - time.getTime() <= keepFor ? "keep-for" : void 0;
}
function describeBounds(policies) {
	return [...new Set(policies.map(describe))].join("; ");
}
function describe({ keep, keepFor }) {
	return [...keep === void 0 ? [] : [`not among the newest ${keep}`], ...keepFor === void 0 ? [] : [`older than ${formatDuration(keepFor)}`]].join(" and ");
}
// src/core/unlist.ts
function unlistVersions(documents, versions) {
	const changed = /* @__PURE__ */ new Map();
	const removed = /* @__PURE__ */ new Set();
	for (const [contentId, inDocument] of groupBy(versions, (place) => place.contentId)) {
		const document = documents.get(contentId);
		if (document === void 0) continue;
		const left = withoutVersions(document, inDocument);
		if (Object.keys(left.products).length > 0) changed.set(contentId, left);
		else removed.add(contentId);
	}
	return {
		changed,
		removed
	};
}
function withoutVersions(document, versions) {
	const products = { ...document.products };
	for (const [name, ofProduct] of groupBy(versions, (place) => place.product)) {
		const product = products[name];
		if (product === void 0) continue;
		const gone = new Set(ofProduct.map(({ serial }) => serial));
		const left = Object.entries(product.versions ?? {}).filter(([serial]) => !gone.has(serial));
		if (left.length > 0) products[name] = {
			...product,
			versions: Object.fromEntries(left)
		};
		else delete products[name];
	}
	return {
		...document,
		products
	};
}
function groupBy(places, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const place of places) {
		const key = keyOf(place);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [place]);
		else group.push(place);
	}
	return groups;
}
function placedProducts(documents) {
	return [...documents].flatMap(([contentId, document]) => Object.entries(document.products).map(([product, { versions = {} }]) => {
		return {
			contentId,
			product,
			versions: Object.entries(versions).map(([serial, version]) => {
				return {
					contentId,
					document,
					product,
					serial,
					version
				};
			})
		};
	}));
}
// src/core/listed-bytes.ts
function filesOf({ items }) {
	return new Map(Object.values(items ?? {}).map(({ path = "", size = 0 }) => [path, size]));
}
function shareOf(documents, versions) {
	const gone = new Set(versions.map(keyOf$1));
	const all = /* @__PURE__ */ new Map();
	const left = /* @__PURE__ */ new Set();
	for (const place of placedProducts(documents).flatMap(({ versions: each }) => each)) {
		const stays = !gone.has(keyOf$1(place));
		for (const [path, size] of filesOf(place.version)) {
			all.set(path, size);
			if (stays) left.add(path);
		}
	}
	const sum = (sizes) => sizes.reduce((total, [, size]) => total + size, 0);
	const sizes = [...all];
	return {
		listed: sum(sizes),
		gone: sum(sizes.filter(([path]) => !left.has(path)))
	};
}
function keyOf$1({ contentId, product, serial }) {
	return JSON.stringify([
		contentId,
		product,
		serial
	]);
}
// src/app/most-of-root.ts
function refuseMostOfRoot(documents, versions) {
	const { listed, gone } = shareOf(documents, versions);
	if (gone * 2 <= listed) return;
	const percent = Math.round(gone / listed * 100);
	const counts = /* @__PURE__ */ new Map();
	for (const { product } of versions) counts.set(product, (counts.get(product) ?? 0) + 1);
	const products = [...counts].map(([product, count]) => `${product}: ${count}`);
	throw new InputError("YES_REQUIRED", `this would unlist ${versions.length} ${versions.length === 1 ? "version" : "versions"} with ${gone} of the ${listed} bytes that the root lists (${percent} %), and more than half at once may be a mistake; nothing is written. Look at what they are (${products.join(", ")}), and say yes: true if it is meant`);
}
// src/app/unlisted.ts
function unlistedVersion(place, why) {
	const { contentId, product, serial, version } = place;
	const sizes = [...filesOf(version).values()];
	const bytes = sizes.reduce((sum, size) => sum + size, 0);
	return {
		contentId,
		product,
		serial,
		files: sizes.length,
		bytes,
		why
	};
}
function describeUnlisted({ product, serial, files, bytes, why }) {
	return printable(`${product} loses version ${serial}, ${`${files} ${files === 1 ? "file" : "files"}`}, ${bytes} bytes: ${why}`);
}
// src/app/retention-edit.ts
function retentionEdit(policy, filters, request) {
	const isOpen = (place) => isSelected(filters, place);
	return (documents) => {
		const consumers = request.consumers ?? readersOfDocuments(documents);
		const product = {
			policies: [policy],
			added: 0,
			isOpen
		};
		const edited = retainVersions(documents, () => product, {
			...request,
			consumers
		});
		const { outcome } = edited;
		const findings = outcome.unlisted.length === 0 ? remarksOnFilters(filters, documents) : judge({
			...request,
			consumers
		}, documents, documentsAfter(documents, edited));
		return {
			...edited,
			outcome: {
				...outcome,
				remarks: [...outcome.remarks, ...findings]
			}
		};
	};
}
function retainVersions(documents, of, { consumers, yes, now }) {
	const terms = {
		now,
		two: consumers.some(needsTwo)
	};
	const products = placedProducts(documents).flatMap((placed) => {
		const retained = of(placed.contentId, placed.product);
		return retained === void 0 ? [] : [{
			...retained,
			...verdictsOf(placed, retained, terms)
		}];
	});
	const counted = products.flatMap(({ gone, added }) => gone.slice(added));
	if (!yes && counted.length > 0) refuseMostOfRoot(documents, counted);
	const unlisted = products.flatMap(({ gone, policies }) => gone.map((place) => unlistedVersion(place, describeBounds(policies))));
	const kept = products.flatMap((product) => product.kept);
	const pins = products.flatMap(({ policies }) => policies.flatMap((policy) => policy.pins));
	const remarks = [...remarksOnTwo(kept), ...remarksOnPins(pins, documents)];
	return {
		outcome: {
			unlisted,
			kept: countsOf$1(kept),
			remarks
		},
		...unlistVersions(documents, unlisted),
		files: []
	};
}
function verdictsOf({ product, versions }, { policies, isOpen }, terms) {
	const open = new Map(versions.filter(isOpen).map((place) => [place.serial, place]));
	const gone = [];
	const kept = [];
	const serials = versions.map(({ serial }) => serial);
	for (const { serial, kept: why } of retain(product, serials, policies, terms)) {
		const place = open.get(serial);
		if (place === void 0) continue;
		if (why === void 0) gone.push(place);
		else kept.push({
			place,
			why
		});
	}
	return {
		gone,
		kept
	};
}
function needsTwo({ name, releases }) {
	const old = parseReleases("<=3.7");
	return name === "maas" && old !== void 0 && overlap(releases, old);
}
function remarksOnTwo(kept) {
	const second = kept.filter(({ why }) => why === "two").map(({ place }) => place);
	if (second.length === 0) return [];
	return [`two versions stay listed, since MAAS up to 3.7 imports nothing of a product whose only version is replaced while it reads: ${second.map(({ product, serial }) => `${product} ${serial}`).join(", ")}`];
}
function remarksOnPins(pins, documents) {
	if (pins.length === 0) return [];
	const listed = placedProducts(documents).flatMap(({ versions }) => versions);
	const lost = [...new Set(pins)].filter((pin) => !listed.some(({ product, serial }) => isPinned([pin], product, serial)));
	return [...new Set(lost.map(describePin))].map((name) => `pin ${name} matches no version that is listed`);
}
function remarksOnFilters(filters, documents) {
	const listed = placedProducts(documents).flatMap(({ versions }) => versions);
	if (listed.length === 0 || listed.some((place) => isSelected(filters, place))) return [];
	return [`no version that is listed satisfies ${filters.map(formatFilter).join(" and ")}, so none of them can be unlisted`];
}
function countsOf$1(kept) {
	const counts = {};
	for (const { why } of kept) counts[why] = (counts[why] ?? 0) + 1;
	return counts;
}
// src/app/publish-retention.ts
function retainPublished(request, images, documents, now) {
	const products = /* @__PURE__ */ new Map();
	for (const planned of images) {
		const key = keyOf(planned.image.contentId, planned.image.product);
		products.set(key, [...products.get(key) ?? [], planned]);
	}
	const of = (contentId, product) => {
		const published = products.get(keyOf(contentId, product)) ?? [];
		const policies = policiesOf(published, request);
		if (policies === void 0) return void 0;
		const serials = new Set(published.map(({ serial }) => serial));
		return {
			policies,
			added: new Set(published.flatMap(({ isNew, serial }) => isNew ? [serial] : [])).size,
			isOpen: ({ serial }) => !serials.has(serial)
		};
	};
	return retainVersions(documents, of, {
		...request,
		now
	});
}
function policiesOf(published, { retention }) {
	const policies = published.flatMap(({ image }) => image.request.retention ?? retention ?? []);
	return policies.length > 0 && policies.length === published.length ? policies : void 0;
}
function keyOf(contentId, product) {
	return JSON.stringify([contentId, product]);
}
// src/app/publish-edit.ts
function publishEdit(request, images, now) {
	return (documents, stage) => {
		const changed = /* @__PURE__ */ new Map();
		const files = [];
		const planned = images.map((image) => {
			const { contentId } = image;
			const edited = editDocument(image, changed.get(contentId) ?? documents.get(contentId) ?? emptyProducts(contentId), stage);
			if (edited.outcome.changed) changed.set(contentId, edited.document);
			files.push(...edited.files);
			return edited.outcome;
		});
		const published = documentsAfter(documents, { changed });
		const retained = retainPublished(request, planned, published, now);
		const { unlisted, remarks } = retained.outcome;
		const findings = changed.size === 0 && unlisted.length === 0 ? [] : judge(request, documents, documentsAfter(published, retained));
		return {
			outcome: {
				images: planned,
				unlisted,
				remarks: [...remarks, ...findings]
			},
			changed: new Map([...changed, ...retained.changed]),
			files
		};
	};
}
function editDocument(image, document, stage) {
	const digests = new Map(image.items.map((item) => [item.name, item.source.sha256]));
	const present = document.products[image.product];
	const product = image.plan.productTags(present);
	const listed = findVersion(present, digests);
	const planned = listed === void 0 ? planVersion(image, document, product, stage) : keepVersion(image, document, product, listed);
	const after = planned.document.products[image.product] ?? {};
	const changed = present === void 0 || serialise(present) !== serialise(after);
	const { serial, items, files } = planned;
	const aliases = product.aliases ?? "";
	return {
		outcome: {
			image,
			serial,
			isNew: listed === void 0,
			changed,
			aliases,
			items
		},
		document: planned.document,
		files
	};
}
function planVersion(image, document, product, stage) {
	const present = document.products[image.product];
	const serial = chooseSerial(image.product, present, image.request.serial, image.derivedSerial);
	const planned = image.items.map((item) => {
		const { source, storedAs: file } = item;
		const toStage = {
			source,
			path: imagePath({
				...image.plan.place,
				serial,
				sha256: source.sha256,
				file
			}),
			open: async () => source
		};
		return {
			toStage,
			item: {
				...item,
				path: stage.place(toStage)
			}
		};
	});
	const items = planned.map(({ item }) => item);
	const version = {
		...image.plan.versionTags(serial),
		...versionOf(items)
	};
	return {
		serial,
		document: addVersion(document, image.product, product, serial, version),
		items,
		files: planned.map(({ toStage }) => toStage)
	};
}
function keepVersion(image, document, product, serial) {
	const listed = product.versions?.[serial]?.items ?? {};
	return {
		serial,
		document: putProduct(document, image.product, product),
		items: image.items.map((item) => ({
			...item,
			path: listed[item.name]?.path ?? ""
		})),
		files: []
	};
}
function versionOf(planned) {
	const items = planned.map(({ name, ftype, source, path, tags }) => {
		return [name, {
			...tags,
			ftype,
			path,
			size: source.size,
			sha256: source.sha256
		}];
	});
	return { items: Object.fromEntries(items) };
}
// src/core/consumers/required-tags.ts
const longestTag = 100;
function overlongTags(tags) {
	return Object.entries(tags).flatMap(([tag, value = ""]) => value.length > longestTag ? [`${tag} has ${value.length} characters (${value.slice(0, 20)}…), and ${longestTag} are the most; give the input ${tag}`] : []);
}
function requireTags(given, consumer, problems) {
	const { os, release, osVersion: version } = given;
	const arch = given.arch === void 0 ? void 0 : parseArch(given.arch);
	const missing = Object.entries({
		os,
		release,
		"os-version": version,
		arch
	}).filter(([, value]) => value === void 0).map(([tag]) => {
		return `the input ${tag} is required for ${consumer}: no file of the image tells it${tag === "arch" ? `: one of ${architectures$1.join(", ")}` : ""}`;
	});
	const all = [
		...problems,
		...missing,
		...overlongTags({
			os,
			release,
			"os-version": version
		})
	];
	if (all.length > 0 || os === void 0 || release === void 0 || version === void 0 || arch === void 0) throw new InputError("INPUT_INVALID", all);
	return {
		os,
		release,
		version,
		arch
	};
}
// src/core/consumers/same-product.ts
function checkSameProduct(name, present, identity) {
	const problems = Object.entries(identity).flatMap(([tag, value]) => {
		const was = present?.[tag];
		if (was === void 0 || was === value) return [];
		return [`product ${name} is listed with ${tag} ${JSON.stringify(was)}, and this image has ${JSON.stringify(value)}; give another product, or the ${tag} that is listed`];
	});
	if (problems.length > 0) throw new InputError("INPUT_INVALID", problems);
}
// src/core/name.ts
function parseContentId(text) {
	return !/^(index|keyring|prune)(\.|$)/.test(text) && /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/.test(text) ? text : void 0;
}
function parseProductName(text) {
	return /^[!-~]{1,256}$/.test(text) && text !== "__proto__" ? text : void 0;
}
// src/core/consumers/stream-names.ts
function streamNames(given, label, parts, problems) {
	const { streamName } = given;
	const contentId = given.contentId ?? parseContentId([
		streamName,
		label,
		...parts.document
	].map(segment).join(":"));
	const product = given.product ?? parseProductName([`${segment(streamName)}.${segment(label)}`, ...parts.product.map(segment)].join(":"));
	if (!(streamName !== void 0 || given.contentId !== void 0 && given.product !== void 0)) {
		problems.push("the input stream-name is required: what the names of your images begin with, such as com.example.maas");
		return;
	}
	if (contentId !== void 0 && product !== void 0) return {
		contentId,
		product
	};
	problems.push("stream-name, label, os, release and os-version together make names that are too long; give product and content-id");
}
function segment(text = "") {
	return pathSegment(text);
}
// src/core/consumers/glance-layout.ts
function planGlanceImage(files, given, names) {
	const disk = onlyDisk(files);
	const label = given.label ?? "release";
	const problems = [];
	const named = streamNames(names, label, {
		document: ["download"],
		product: [
			"server",
			given.osVersion ?? "",
			given.arch ?? ""
		]
	}, problems);
	const { os, release, version, arch } = requireTags(given, "glance", problems);
	if (named === void 0) throw new Error("a name is missing, and no problem says so");
	const identity = {
		os,
		release,
		version,
		arch
	};
	return {
		...named,
		place: {
			os,
			release,
			arch,
			variant: given.variant
		},
		created: void 0,
		metadata: void 0,
		needsMd5: true,
		isVirtualMachine: true,
		productTags: (present) => {
			checkSameProduct(named.product, present, identity);
			const aliases = given.aliases.length === 0 ? present?.aliases : given.aliases.join(",");
			return {
				...present,
				...given.further,
				...identity,
				release_title: given.releaseTitle ?? present?.release_title ?? release,
				...aliases === void 0 ? {} : { aliases }
			};
		},
		versionTags: (serial) => ({
			label,
			pubname: pubname(os, version, arch, serial)
		}),
		items: (hashed) => hashed.filter(({ path }) => path === disk.path).map((file) => ({
			name: "disk1.img",
			ftype: "disk1.img",
			content: { file },
			storedAs: "disk1.img",
			tags: md5Of(file)
		}))
	};
}
function pubname(os, version, arch, serial) {
	return `${os}-${version}-${arch}-${serial}`.toLowerCase();
}
function md5Of({ md5, path }) {
	if (md5 === void 0) throw new Error(`${path} was hashed without md5`);
	return { md5 };
}
function onlyDisk(files) {
	const [disk, ...more] = files;
	if (disk?.facts.kind === "qcow2" && more.length === 0) return disk;
	throw new InputError("IMAGE_INVALID", `glance takes one qcow2 disk, and was given ${files.map(({ path, facts }) => `${path} (${facts.kind})`).join(", ")}; convert a raw one with qemu-img convert -O qcow2`);
}
// src/core/consumers/lxd-incus-layout.ts
const expected$2 = "expected one metadata tarball with a squashfs, a root tarball or a qcow2 disk (each at most once), or one unified tarball";
function sortFiles(files) {
	const seen = /* @__PURE__ */ new Map();
	const problems = [];
	for (const file of files) {
		const first = seen.get(file.facts.kind);
		const unfit = unfitKinds[file.facts.kind];
		if (unfit !== void 0) problems.push(`${file.path} is ${unfit}`);
		else if (first === void 0) seen.set(file.facts.kind, file);
		else problems.push(`${first.path} and ${file.path} are both a ${names$1[file.facts.kind]}`);
	}
	const head = seen.get("unified") ?? seen.get("metadata");
	const roots = files.filter((file) => file !== head);
	if (head === void 0) problems.push("no metadata tarball (a tarball with metadata.yaml at its top) is among the files");
	else if (head.facts.kind === "unified" && roots.length > 0) problems.push(`${head.path} is a unified tarball, which is a whole image; other files go with it: ${list$1(roots)}`);
	else if (head.facts.kind === "metadata" && roots.length === 0) problems.push(`${head.path} is a metadata tarball, and no root goes with it`);
	if (problems.length > 0 || head === void 0 || !("metadata" in head.facts)) throw new InputError("IMAGE_INVALID", problems.map((problem) => `${problem}; ${expected$2}`));
	return {
		head,
		metadata: head.facts.metadata,
		roots
	};
}
function layOut({ head, roots }, programs, forGlance) {
	const suffix = head.facts.kind === "unified" ? "_combined.tar.gz" : ".tar.xz";
	const combined = roots.map((file) => combinedHashes(file, forGlance));
	const tags = Object.assign({}, ...combined, unifiedTags(head.facts));
	const heads = programs.map((program) => item(`${program}${suffix}`, head, tags));
	const others = roots.map((file) => {
		const md5 = forGlance && file.facts.kind === "qcow2" ? file.md5 : void 0;
		return item(ftypeOf$1(file.facts, forGlance), file, md5 === void 0 ? {} : { md5 });
	});
	return [...heads, ...others];
}
function item(ftype, file, tags) {
	return {
		name: ftype,
		ftype,
		content: { file },
		storedAs: storedAs(file.facts),
		tags
	};
}
function combinedHashes(file, forGlance) {
	const { combined, facts } = file;
	if (combined === void 0) throw new Error(`${file.path} was hashed without its metadata tarball`);
	if (facts.kind === "squashfs") return { combined_squashfs_sha256: combined };
	if (facts.kind === "qcow2") return { [`combined_${forGlance ? "disk1" : "disk-kvm"}-img_sha256`]: combined };
	return {
		combined_rootxz_sha256: combined,
		combined_sha256: combined
	};
}
function unifiedTags(facts) {
	return facts.kind === "unified" && facts.virtualMachine ? { combined_type: "virtual-machine" } : {};
}
function ftypeOf$1({ kind }, forGlance) {
	if (kind === "squashfs") return "squashfs";
	if (kind === "qcow2") return forGlance ? "disk1.img" : "disk-kvm.img";
	return "root.tar.xz";
}
function storedAs(facts) {
	switch (facts.kind) {
		case "metadata":
		case "rootfs": return `${facts.kind}.tar${extensions[facts.compression]}`;
		case "unified": return `image.tar${extensions[facts.compression]}`;
		case "qcow2": return "disk.qcow2";
		default: return `rootfs.${facts.kind}`;
	}
}
const extensions = {
	none: "",
	gzip: ".gz",
	xz: ".xz",
	zstd: ".zst"
};
const names$1 = {
	metadata: "metadata tarball",
	unified: "unified tarball",
	rootfs: "root tarball",
	squashfs: "squashfs",
	qcow2: "qcow2 disk"
};
const unfitKinds = {
	disk: "a raw disk; convert it with `qemu-img convert -O qcow2`",
	kernel: "a kernel, which comes with the root",
	initrd: "an initrd, which comes with the root",
	text: "a text file"
};
function list$1(files) {
	return files.map((file) => file.path).join(", ");
}
// src/core/consumers/lxd-incus-product.ts
function identify(given, metadata) {
	const problems = [];
	const os = given.os ?? metadata.os;
	const release = given.release ?? metadata.release;
	const arch = parseArch(given.arch ?? metadata.architecture);
	if (os === void 0) problems.push(missing("os"));
	if (release === void 0) problems.push(missing("release"));
	if (arch === void 0) problems.push(`the image's metadata.yaml says architecture ${JSON.stringify(metadata.architecture)}, which LXD and Incus do not know; give the input arch: one of ${architectures$1.join(", ")}`);
	const variant = given.variant ?? metadata.variant ?? "default";
	problems.push(...overlongTags({
		os,
		release,
		variant
	}));
	if (os === void 0 || release === void 0 || arch === void 0 || problems.length > 0) throw new InputError("IMAGE_INVALID", problems);
	return {
		os,
		release,
		arch,
		variant
	};
}
function missing(tag) {
	return `the image's metadata.yaml has no properties.${tag}; give the input ${tag}, or build the image with it`;
}
function defaultProductName({ os, release, arch, variant }) {
	const name = parseProductName([
		os,
		release,
		arch,
		variant
	].map(pathSegment).join(":"));
	if (name === void 0) throw new InputError("INPUT_INVALID", "os, release and variant together are over 256 characters; give the input product");
	return name;
}
function productTags(name, present, identity, given) {
	checkSameProduct(name, present, { ...identity });
	const requirements = Object.keys(given.requirements).length > 0 ? {
		requirements: given.requirements,
		lxd_requirements: given.requirements
	} : {};
	return {
		...present,
		...given.further,
		...identity,
		...requirements,
		release_title: given.releaseTitle ?? present?.release_title ?? identity.release,
		...given.osVersion === void 0 ? {} : { version: given.osVersion },
		aliases: aliases(present, identity, given)
	};
}
function aliases(present, identity, given) {
	if (given.aliases.length > 0) return given.aliases.join(",");
	if (present?.aliases !== void 0 && present.aliases !== "") return present.aliases;
	const [os, release, variant] = [
		identity.os,
		identity.release,
		identity.variant
	].map(pathSegment);
	const full = `${os}/${release}/${variant}`;
	return variant === "default" ? `${os}/${release},${full}` : full;
}
// src/core/consumers/lxd-incus-plan.ts
function planLxdIncusImage(files, given, names, programs, forGlance) {
	const { head, metadata, roots } = sortFiles(files);
	const identity = identify(given, metadata);
	const product = names.product ?? defaultProductName(identity);
	const contentId = names.contentId ?? parseContentId("images");
	if (contentId === void 0) throw new Error("the default content id is none");
	const kinds = [head, ...roots].map(({ facts }) => facts);
	if (forGlance && !kinds.some(({ kind }) => kind === "qcow2")) throw new InputError("IMAGE_INVALID", "glance takes a qcow2 disk, and none is among the files");
	const label = given.label === void 0 ? {} : { label: given.label };
	const version = given.osVersion ?? identity.release;
	return {
		product,
		contentId,
		place: identity,
		created: /* @__PURE__ */ new Date(metadata.creationDate * 1e3),
		metadata: roots.length > 0 ? head : void 0,
		needsMd5: forGlance,
		isVirtualMachine: !kinds.some(isContainer),
		productTags: (present) => ({
			...forGlance ? { version } : {},
			...productTags(product, present, identity, given)
		}),
		versionTags: (serial) => ({
			...label,
			...forGlance ? { pubname: pubname(identity.os, version, identity.arch, serial) } : {}
		}),
		items: (hashed) => layOut(sortFiles(hashed), programs, forGlance)
	};
}
function isContainer(facts) {
	if (facts.kind === "unified") return !facts.virtualMachine;
	return facts.kind === "squashfs" || facts.kind === "rootfs";
}
// src/core/consumers/maas-files.ts
const expected$1 = "expected a kernel, an initrd and a squashfs; or one root tarball with gzip; or one raw disk, plain or with gzip or xz; and with any of them, if you like, a text file as the manifest";
function sortMaasFiles(files, os) {
	const problems = [];
	const seen = /* @__PURE__ */ new Map();
	for (const file of files) {
		const { kind } = file.facts;
		const first = seen.get(kind);
		if (first !== void 0) problems.push(`${first.path} and ${file.path} are both a ${names[kind] ?? kind}`);
		else if (names[kind] === void 0) problems.push(`${file.path} is nothing MAAS takes (${kind})`);
		else seen.set(kind, file);
	}
	const ephemeral = [
		"kernel",
		"initrd",
		"squashfs"
	].map((kind) => seen.get(kind));
	const installed = [seen.get("rootfs"), seen.get("disk")].filter((file) => file !== void 0);
	const [first] = installed;
	const isEphemeral = ephemeral.some((file) => file !== void 0);
	if (isEphemeral) problems.push(...missingParts(ephemeral, installed));
	else if (first === void 0) problems.push("there is no file that MAAS could install");
	else if (installed.length > 1) problems.push(`${installed.map(({ path }) => path).join(" and ")} are two images`);
	else if (os?.toLowerCase() === "ubuntu") problems.push(ubuntuNeeds(first));
	else problems.push(...compressionProblems(first));
	if (problems.length > 0) throw new InputError("IMAGE_INVALID", problems.map((problem) => `${problem}; ${expected$1}`));
	return {
		shape: isEphemeral ? "ephemeral" : "installed",
		files: [...ephemeral, ...installed].flatMap((file) => file === void 0 ? [] : [maasFile(file)]),
		manifest: seen.get("text")
	};
}
function missingParts(ephemeral, installed) {
	const parts = [
		"kernel",
		"initrd",
		"squashfs"
	].filter((_, at) => ephemeral[at] === void 0);
	return [...parts.length === 0 ? [] : [`an image that MAAS boots lacks its ${parts.join(" and its ")}`], ...installed.map(({ path }) => `${path} does not go with a kernel and an initrd`)];
}
function ubuntuNeeds({ path }) {
	return `${path} alone is imported as os ubuntu and never deploys: MAAS needs a kernel, an initrd and a squashfs of it. docs/recipes/maas-custom-ubuntu.md has a script that makes them`;
}
function compressionProblems({ path, facts }) {
	if (facts.kind === "rootfs" && facts.compression !== "gzip") return [`${path} is a root tarball with ${facts.compression} compression, and MAAS 3.8 takes root-tgz alone: recompress it with gzip`];
	return facts.kind === "disk" && facts.compression === "zstd" ? [`${path} is a disk with zstd compression, which MAAS does not know`] : [];
}
function maasFile(file) {
	const ftype = ftypeOf(file.facts);
	return {
		key: file.facts.kind === "disk" ? "root-tgz" : ftype,
		ftype,
		file
	};
}
function ftypeOf(facts) {
	switch (facts.kind) {
		case "kernel": return "boot-kernel";
		case "initrd": return "boot-initrd";
		case "disk": return diskFtypes[facts.compression];
		case "rootfs": return "root-tgz";
		default: return facts.kind;
	}
}
const diskFtypes = {
	none: "root-dd.raw",
	gzip: "root-dd.gz",
	xz: "root-dd.xz",
	zstd: "root-dd.zst"
};
const names = {
	kernel: "kernel",
	initrd: "initrd",
	squashfs: "squashfs",
	rootfs: "root tarball",
	disk: "raw disk",
	text: "text file (a manifest)"
};
// src/core/consumers/maas-layout.ts
function planMaasImage(files, given, names) {
	const { shape } = sortMaasFiles(files, given.os);
	const label = given.label ?? "stable";
	const problems = [];
	const named = streamNames(names, label, nameParts(shape, given), problems);
	const { os, release, version, arch } = requireTags(given, "maas", problems);
	if (named === void 0) throw new Error("a name is missing, and no problem says so");
	const subarch = given.subarch ?? defaultSubarch(shape, version);
	const kernel = shape === "ephemeral" ? {
		kflavor: "generic",
		krel: release
	} : {};
	const subarches = subarch === "generic" ? "generic" : `generic,${subarch}`;
	const identity = {
		os,
		release,
		arch,
		version,
		subarch
	};
	return {
		...named,
		place: {
			os,
			release,
			arch,
			variant: void 0
		},
		created: void 0,
		metadata: void 0,
		needsMd5: false,
		isVirtualMachine: false,
		productTags: (present) => {
			checkSameProduct(named.product, present, identity);
			return {
				...present,
				...kernel,
				subarches,
				...given.further,
				...identity,
				label,
				release_title: given.releaseTitle ?? present?.release_title ?? release
			};
		},
		versionTags: () => ({}),
		items: (hashed) => maasItems(sortMaasFiles(hashed, os))
	};
}
function nameParts(shape, { os, release, osVersion, arch, subarch }) {
	if (shape === "installed") return {
		document: ["bases", "download"],
		product: [
			`${os}-bases`,
			release ?? "",
			arch ?? ""
		]
	};
	const kernel = subarch ?? defaultSubarch(shape, osVersion ?? "");
	return {
		document: ["v3", "download"],
		product: [
			"v3",
			"boot",
			osVersion ?? "",
			arch ?? "",
			kernel
		]
	};
}
function defaultSubarch(shape, version) {
	return shape === "ephemeral" ? `ga-${version}` : "generic";
}
function maasItems({ files, manifest }) {
	const items = files.map(({ key, ftype, file }) => ({
		name: key,
		ftype,
		content: { file },
		storedAs: ftype,
		tags: {}
	}));
	const content = manifest === void 0 ? { text: listingOf(files.map(({ file }) => file)) } : { file: manifest };
	return [...items, {
		name: "manifest",
		ftype: "manifest",
		content,
		storedAs: "manifest",
		tags: {}
	}];
}
function listingOf(files) {
	return files.map(({ path, size, sha256 }) => `${sha256}  ${size}  ${path.split("/").at(-1)}\n`).join("");
}
// src/core/consumers/plan.ts
function planImage(consumers, files, given, names) {
	const programs = ["lxd", "incus"].filter((name) => consumers.includes(name));
	const forGlance = consumers.includes("glance");
	if (programs.length > 0) return planLxdIncusImage(files, given, names, programs, forGlance);
	if (consumers.includes("maas")) return planMaasImage(files, given, names);
	if (forGlance) return planGlanceImage(files, given, names);
	throw new InputError("INPUT_INVALID", "for names only sstream, which mirrors what others read; name the programs that the image is for too: lxd, incus, maas, glance");
}
// src/app/stage.ts
const reuseLimit = 864e5;
function openStage(ports, { places: known, copies } = {}) {
	const places = new Map(known);
	const stored = /* @__PURE__ */ new Map();
	function place({ source, path }) {
		return places.get(source.sha256) ?? path;
	}
	async function store(file) {
		const { source, path } = file;
		const found = await ports.store.stat(path);
		if (found?.sha256 === source.sha256 && isReusable(found, source)) return path;
		if ((found === void 0 || isReusable(found, source)) && await upload(path, file) !== "different") return path;
		const beside = besidePath(path, ports.random.id().slice(0, 8));
		if (await upload(beside, file) !== "different") return beside;
		throw new Error(`a path made of random digits is taken: ${beside}`);
	}
	async function upload(path, { source, from: origin, open }) {
		const headers = objectHeaders(path, "immutable");
		const from = origin ?? copies?.get(source.sha256);
		const copied = from && await ports.store.copy(from, path, source, headers);
		if (copied !== void 0 && copied !== "impossible") {
			if (copied === "created") stored.set(source.sha256, "copied");
			return copied;
		}
		const onBytes = ports.reporter.transfer(path, source.size);
		const done = await ports.store.create(path, await open(), headers, onBytes);
		if (done === "created") stored.set(source.sha256, "uploaded");
		return done;
	}
	async function findOne(file, named) {
		const { source, path } = file;
		if (places.has(source.sha256)) return;
		const found = named.has(path) ? "named" : await unlessDenied(ports.store.stat(path));
		if (found === void 0) return;
		if (found === "named" || isReusable(found, source)) places.set(source.sha256, path);
	}
	async function stands(file) {
		const found = await ports.store.stat(place(file));
		if (found !== void 0 && isReusable(found, file.source)) return true;
		places.delete(file.source.sha256);
		return false;
	}
	return {
		place,
		stored: (sha256) => stored.get(sha256),
		isThere: (sha256) => places.has(sha256),
		find: async (files, named) => {
			const first = new Map(files.toReversed().map((file) => [file.source.sha256, file]));
			await Promise.all([...first.values()].map((file) => findOne(file, named)));
		},
		store: async (files, named) => {
			for (const file of files) if (!(places.has(file.source.sha256) || named.has(file.path))) places.set(file.source.sha256, await store(file));
		},
		look: async (files, named) => {
			const unnamed = files.filter((file) => !named.has(place(file)));
			const each = new Map(unnamed.map((file) => [place(file), file]));
			return (await Promise.all([...each.values()].map(stands))).every(Boolean);
		}
	};
}
async function unlessDenied(asked) {
	try {
		return await asked;
	} catch (error) {
		if (error instanceof StoreError && error.code === "STORE_DENIED") return void 0;
		throw error;
	}
}
function isReusable(found, source) {
	return (found.sha256 === void 0 || found.sha256 === source.sha256) && found.size === source.size && isFresh(found);
}
function isFresh({ modified, now }) {
	return now.getTime() - modified.getTime() < reuseLimit;
}
// src/app/immutable.ts
function sourceOf({ sha256 }, bytes) {
	const digest = sha256(bytes);
	return {
		size: bytes.length,
		sha256: digest,
		parts: [{
			offset: 0,
			size: bytes.length,
			sha256: digest
		}],
		read: async (offset, target) => {
			if (offset + target.length > bytes.length) throw new RangeError(`${target.length} bytes at ${offset} of a source of ${bytes.length}`);
			target.set(bytes.subarray(offset, offset + target.length));
		}
	};
}
async function storeImmutable(ports, path, bytes, named = /* @__PURE__ */ new Set()) {
	const headers = objectHeaders(path, "immutable");
	const done = await ports.store.create(path, sourceOf(ports, bytes), headers);
	if (done === "created" || done === "present" && named.has(path)) return true;
	return done === "present" && await stands$1(ports, path);
}
async function stands$1(ports, path) {
	const found = await ports.store.stat(path);
	return found !== void 0 && isFresh(found);
}
// src/app/image.ts
function planOf({ product, contentId, streamName, tags }, { consumers }, files) {
	return planImage(consumers.map(({ name }) => name), files, tags, {
		product,
		contentId,
		streamName
	});
}
function imageOf(request, plan, files, ports) {
	const items = plan.items(files).map(({ content, ...item }) => {
		const source = "file" in content ? content.file : sourceOf(ports, new TextEncoder().encode(content.text));
		return {
			...item,
			source
		};
	});
	const { product, contentId } = plan;
	return {
		request,
		files,
		product,
		contentId,
		derivedSerial: serialOf(plan.created ?? ports.now),
		plan,
		items
	};
}
// src/app/read-images.ts
async function readImages(request, ports, store) {
	const { images, reporter, clock, sha256 } = ports;
	reporter.group("Images");
	const opened = await openImages$1(request, ports);
	const total = opened.flatMap(({ files }) => files).reduce((sum, { size }) => sum + size, 0);
	const onBytes = reporter.transfer("hashing", total);
	const now = request.sourceDate ?? clock.now();
	const read = [];
	for (const { request: image, files, plan } of opened) {
		const wanted = {
			metadata: files.find((file) => file === plan.metadata),
			md5: plan.needsMd5
		};
		const draftOf = request.dryRun ? void 0 : draftsIn(store, plan);
		const hashed = await images.hash(files, wanted, onBytes, draftOf);
		read.push(imageOf(image, plan, hashed, {
			sha256,
			now
		}));
	}
	return read;
}
function draftsIn(store, { place }) {
	if (store?.draft === void 0) return void 0;
	return async ({ size }) => store.draft?.(imageFolder(place), size);
}
async function openImages$1(request, { images, reporter }) {
	const opened = [];
	const failures = [];
	for (const image of request.images) try {
		const files = await images.open(image.files);
		for (const { path, size, facts } of files) reporter.info(`${path}: ${facts.kind}, ${size} bytes`);
		opened.push({
			request: image,
			files,
			plan: planOf(image, request, files)
		});
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		failures.push(request.images.length > 1 ? named(image, error) : error);
	}
	const [first] = failures;
	if (first === void 0) return opened;
	const problems = failures.flatMap((failure) => failure.problems);
	throw new InputError(first.code, problems, { cause: first });
}
function named({ name, files }, error) {
	const image = name ?? files.join(", ");
	const problems = error.problems.map((problem) => `image ${image}: ${problem}`);
	return new InputError(error.code, problems, { cause: error.cause });
}
// src/faces/allow.ts
function readAllow(reading) {
	const codes = [...rules, ...readingRules].map(({ code }) => code);
	const allowed = reading.list("allow", (text, wrong) => {
		const code = text.toUpperCase();
		if (codes.includes(code)) return code;
		const guess = nearest$1(code, codes);
		return wrong(`there is no such rule: expected a code of docs/rules.md${guess === void 0 ? "" : `; did you mean ${guess}?`}`);
	});
	return [...new Set(allowed)];
}
// src/core/consumers/sharing.ts
function whyNotTogether(names) {
	if (!names.includes("maas")) return [];
	return [
		"lxd",
		"incus",
		"glance"
	].filter((name) => names.includes(name)).map((name) => `maas and ${name} cannot share a root: one document with images of ${programs[name].title} in the index makes MAAS 3.8 reject the whole source, and one such product stops the import of every source up to MAAS 3.7; publish into two roots, one run with for: maas and one with for: ${name}`);
}
// src/faces/consumers.ts
function readConsumers(reading) {
	const given = reading.list("for", (text, wrong) => {
		const consumer = parseConsumer(text);
		return typeof consumer === "string" ? wrong(consumer) : consumer;
	});
	return given.filter((consumer, at) => !given.slice(0, at).some(({ name, releases }) => name === consumer.name && releases === consumer.releases));
}
function readConsumersOfOneRoot(reading) {
	const consumers = readConsumers(reading);
	for (const reason of whyNotTogether(consumers.map(({ name }) => name))) reading.wrong("for", void 0, reason);
	return consumers;
}
// src/faces/file-at.ts
function fileAt(path) {
	const parent = dirname(path);
	if (parent !== path) {
		const above = fileAt(parent);
		if (above === void 0) return void 0;
		if (!above.isDirectory()) throw new Error(`${parent} is not a folder`);
	}
	return statSync(path, { throwIfNoEntry: false });
}
// src/faces/json-file.ts
function unfitTarget(path, cwd) {
	try {
		const found = fileAt(resolve(cwd, path));
		return found === void 0 || found.isFile() ? void 0 : "it is there, and is not a file";
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}
function writeJsonFile(path, cwd, value) {
	writeTextFile(path, cwd, toJson(value));
}
function writeTextFile(path, cwd, text) {
	const unfit = unfitTarget(path, cwd);
	if (unfit !== void 0) throw new Error(`${path}: ${unfit}`);
	const target = behindLinks(resolve(cwd, path));
	const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString("hex")}.tmp`);
	mkdirSync(dirname(target), { recursive: true });
	try {
		writeFileSync(temporary, text, { flag: "wx" });
		renameSync(temporary, target);
	} catch (error) {
		rmSync(temporary, { force: true });
		throw error;
	}
}
function toJson(value) {
	return `${JSON.stringify(value, null, 2)}\n`;
}
function behindLinks(path) {
	return fileAt(path) === void 0 ? path : realpathSync(path);
}
// src/faces/keys.ts
const largestKeyFile = 16777216;
function readSigningKey(reading, adopt) {
	const armored = reading.secret("signing-key");
	const passphrase = reading.secret("signing-key-passphrase");
	if (armored !== void 0) return {
		armored,
		passphrase
	};
	const why = "there is no signing key with it, so the root would not be signed";
	if (passphrase !== void 0) reading.wrong("signing-key-passphrase", void 0, why);
	if (adopt) reading.wrong("adopt", void 0, why);
}
function readTrustedKeys(reading, cwd) {
	return reading.text("trusted-keys", (text, wrong) => parsePublicKeys(text, cwd, wrong)) ?? [];
}
function readNewKey(reading, cwd) {
	return reading.text("new-key", (text, wrong) => {
		const keys = parsePublicKeys(text, cwd, wrong) ?? [];
		return keys.length > 1 ? wrong("expected one file") : keys[0];
	});
}
function parsePublicKeys(text, cwd, wrong) {
	const keys = (text.includes("-----BEGIN") ? [text] : linesOf$1(text).map((path) => readKeyFile(resolve(cwd, path), wrong))).filter((block) => block !== void 0);
	return keys.some((block) => block.includes("PRIVATE KEY")) ? wrong("this is a private key: give the public one, which gpg --armor --export prints") : keys;
}
function readKeyFile(path, wrong) {
	try {
		const found = statSync(path);
		if (!found.isFile()) return wrong(`${path} is not a regular file`);
		if (found.size > largestKeyFile) return wrong(`${path} is larger than 16 MiB`);
		const keys = readFileSync(path, "latin1");
		return /^-----BEGIN PGP (PUBLIC|PRIVATE) KEY BLOCK-----/m.test(keys) ? keys : wrong(`${path} holds no armored public key, as gpg --armor --export prints it`);
	} catch (error) {
		return wrong(`${path} cannot be read: ${error instanceof Error ? error.message : error}`);
	}
}
// src/faces/files.ts
async function expandFiles(patterns, cwd, nothing) {
	const files = /* @__PURE__ */ new Map();
	for (const pattern of patterns) {
		const found = await expand(pattern, cwd);
		if (typeof found === "string") nothing(pattern, found);
		else for (const path of found) if (!files.has(resolve(cwd, path))) files.set(resolve(cwd, path), path);
	}
	return [...files.values()];
}
async function expand(pattern, cwd) {
	if (existsSync(resolve(cwd, pattern))) return [pattern];
	const { glob, isDynamicPattern } = await import("./dist.mjs");
	if (!isDynamicPattern(pattern)) return "there is no such file";
	const found = await glob(pattern, {
		cwd,
		absolute: isAbsolute(pattern),
		expandDirectories: false
	});
	return found.length === 0 ? "the pattern matches no file" : found.sort();
}
// src/faces/grace.ts
const hour = 36e5;
function readGrace(reading, consumers) {
	const least = consumers.includes("maas") ? 4 * hour : 2 * hour;
	return reading.text("grace", (text, wrong) => {
		const time = parseDuration(text);
		if (time === void 0) return wrong();
		const whom = least === 2 * hour ? "clients" : "MAAS";
		return time >= least ? time : wrong(`expected ${formatDuration(least)} at least: ${whom} may read as long by an old index`);
	}) ?? least;
}
// src/faces/retention.ts
function readRetention(reading) {
	const keep = reading.text("keep", orWrong(parseKeep));
	const keepFor = reading.text("keep-for", orWrong(parseDuration));
	const pins = reading.list("pin", orWrong(parsePin));
	const isBounded = reading.given.has("keep") || reading.given.has("keep-for");
	if (!isBounded && pins.length > 0) reading.wrong("pin", void 0, "without keep and keep-for nothing is unlisted");
	return isBounded ? {
		keep,
		keepFor,
		pins
	} : void 0;
}
function parseKeep(text) {
	return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : void 0;
}
// src/faces/root.ts
function readRoot(reading, cwd) {
	const place = readPlace(reading, (text, wrong) => parseRoot(text, cwd, wrong));
	return place?.kind === "web" ? void 0 : place;
}
function readRootToRead(reading, cwd) {
	return readPlace(reading, (text, wrong) => {
		if (/^https?:\/\//i.test(text)) return parseWeb(text, wrong);
		return parseExisting(text, cwd, wrong);
	});
}
function parseExisting(text, cwd, wrong) {
	const place = parseRoot(text, cwd, wrong);
	return place?.kind === "folder" && fileAt(place.folder) === void 0 ? wrong("there is no such folder") : place;
}
function readFrom(reading, cwd) {
	const place = reading.text("from", (text, wrong) => parseExisting(text, cwd, wrong));
	const endpoint = reading.text("from-endpoint", parseEndpoint);
	const region = reading.text("from-region", parseRegion);
	if (place?.kind === "s3") return {
		...place,
		endpoint: endpoint ?? reading.text("endpoint", parseEndpoint),
		region: region ?? reading.text("region", parseRegion),
		expectedBucketOwner: void 0
	};
	const onlyS3 = "is for a root in a bucket, s3://…, and from is a folder";
	if (place && endpoint !== void 0) reading.wrong("from-endpoint", void 0, onlyS3);
	if (place && region !== void 0) reading.wrong("from-region", void 0, onlyS3);
	return place;
}
function isSamePlace(a, b) {
	if (a.kind === "folder" || b.kind === "folder") return a.kind === "folder" && b.kind === "folder" && a.folder === b.folder;
	return a.bucket === b.bucket && a.prefix === b.prefix && a.endpoint === b.endpoint;
}
function readPlace(reading, parse) {
	const place = reading.text("root", parse);
	const details = {
		endpoint: reading.text("endpoint", parseEndpoint),
		region: reading.text("region", parseRegion),
		expectedBucketOwner: reading.text("expected-bucket-owner", matching(/^\d{12}$/))
	};
	if (place?.kind === "s3") return {
		...place,
		...details
	};
	if (place !== void 0) {
		const onlyS3 = `is for a root in a bucket, s3://…, and this root is ${place.kind === "web" ? "behind a web server" : "a folder"}`;
		if (details.endpoint !== void 0) reading.wrong("endpoint", void 0, onlyS3);
		if (details.region !== void 0) reading.wrong("region", void 0, onlyS3);
		if (details.expectedBucketOwner !== void 0) reading.wrong("expected-bucket-owner", void 0, onlyS3);
	}
	return place;
}
function parseRoot(text, cwd, wrong) {
	const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):\/\//.exec(text)?.[1]?.toLowerCase();
	if (scheme === void 0) return parseFolder(resolve(cwd, text), wrong);
	if (scheme === "file") return parseFileUrl(text, wrong);
	if (scheme === "s3") return parseBucket(text.slice(5), wrong);
	return scheme === "http" || scheme === "https" ? wrong("a root is written to, and this is where one is read: give the bucket as s3://bucket/prefix, with endpoint for an S3 that is not AWS") : wrong();
}
function parseWeb(text, wrong) {
	const url = URL.canParse(text) ? new URL(text) : void 0;
	if (url === void 0 || url.href !== url.origin + url.pathname) return wrong("expected an http or https URL without user, query and fragment");
	return {
		kind: "web",
		url: url.href.replace(/\/streams\/v1\/index\.s?json$/, "").replace(/\/+$/, ""),
		given: text
	};
}
function parseFileUrl(text, wrong) {
	try {
		return parseFolder(fileURLToPath(text), wrong);
	} catch {
		return wrong("expected a URL of a local folder: file:///folder");
	}
}
function parseFolder(folder, wrong) {
	try {
		const found = fileAt(folder);
		if (found !== void 0 && !found.isDirectory()) return wrong("it is not a folder");
	} catch (error) {
		return wrong(error instanceof Error ? error.message : void 0);
	}
	return {
		kind: "folder",
		folder
	};
}
function parseBucket(text, wrong) {
	const [, bucket = "", prefix = ""] = /^([^/]*)\/?(.*?)\/?$/s.exec(text) ?? [];
	if (!/^[A-Za-z0-9][A-Za-z0-9._-]{1,254}$/.test(bucket)) return wrong("there is no name of a bucket after s3://");
	return prefix === "" || parseRelativePath(prefix) !== void 0 ? {
		kind: "s3",
		bucket,
		prefix
	} : wrong("the prefix is a path of [A-Za-z0-9._~:/-] without empty, \".\" and \"..\" segments");
}
function parseEndpoint(text, wrong) {
	const url = URL.canParse(text) ? new URL(text) : void 0;
	return url !== void 0 && url.href === `${url.origin}/` && /^https?:$/.test(url.protocol) ? url.origin : wrong();
}
const parseRegion = matching(/^[A-Za-z0-9-]{1,64}$/);
function matching(pattern) {
	return (text, wrong) => pattern.test(text) ? text : wrong();
}
// src/faces/tags.ts
const reserved = new Map([
	...[
		"os",
		"release",
		"arch",
		"variant",
		"label",
		"subarch"
	].map(ownInput),
	["release_title", "use the input release-title"],
	["version", "use the input os-version"],
	["aliases", "use the input alias"],
	["requirements", "use the input requirement"],
	["lxd_requirements", "use the input requirement"],
	["supported", "readers want true or false there, and a tag is a string"],
	...[
		"versions",
		"items",
		"ftype",
		"path",
		"size",
		"sha256",
		"sha512",
		"md5"
	].map(filled),
	...[
		"subarches",
		"kflavor",
		"krel",
		"pubname"
	].map(filled),
	...[
		"format",
		"datatype",
		"updated",
		"content_id",
		"delta_base"
	].map(filled),
	...[
		"product_name",
		"version_name",
		"item_name"
	].map(filled)
]);
function ownInput(name) {
	return [name, `use the input ${name}`];
}
function filled(name) {
	return [name, "it is filled in from the image"];
}
function readTags(reading) {
	return {
		os: reading.text("os", parseLine),
		release: reading.text("release", parseLine),
		releaseTitle: reading.text("release-title", parseLine),
		osVersion: reading.text("os-version", parseLine),
		arch: reading.text("arch", (text, wrong) => parseArch(text) ?? wrong()),
		variant: reading.text("variant", parseLine),
		label: reading.text("label", parseLine),
		subarch: reading.text("subarch", parseLine),
		aliases: [...new Set(reading.list("alias", parseAlias))],
		requirements: readPairs(reading, "requirement", parsePair),
		further: readPairs(reading, "tag", parseTag)
	};
}
function readPairs(reading, name, parse) {
	const pairs = /* @__PURE__ */ new Map();
	reading.list(name, (text, wrong) => {
		const pair = parse(text, wrong);
		if (pair === void 0) return void 0;
		if (pairs.has(pair.key)) return wrong(`${pair.key} is given twice`);
		return pairs.set(pair.key, pair.value);
	});
	return Object.fromEntries(pairs);
}
function parsePair(text, wrong) {
	const [, key, value] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
	if (key === void 0 || value === void 0) return wrong();
	if (!/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/.test(key)) return wrong("a key is a letter, then at most 63 of [A-Za-z0-9_.-]");
	return isLine(value, 1024) ? {
		key,
		value
	} : wrong("the value is one line of text, not empty, 1024 characters at most");
}
function parseTag(text, wrong) {
	const pair = parsePair(text, wrong);
	if (pair === void 0) return void 0;
	const instead = reserved.get(pair.key) ?? (pair.key.startsWith("combined_") ? filled("")[1] : void 0);
	return instead === void 0 ? pair : wrong(`the tag ${pair.key} cannot be set so: ${instead}`);
}
function parseAlias(text, wrong) {
	return /^[!-~]{1,128}$/.test(text) && !/,|^\/|\/$/.test(text) ? text : wrong();
}
function parseLine(text, wrong) {
	return isLine(text, 256) ? text : wrong();
}
function isLine(text, longest) {
	return text !== "" && text.length <= longest && !/[\p{Cc}\u2028\u2029]/u.test(text);
}
// src/faces/request.ts
async function readPublish(reading, surroundings) {
	const { cwd } = surroundings;
	const root = readRoot(reading, cwd);
	const request = await readRequest(reading, surroundings);
	const singleWriter = reading.boolean("single-writer");
	const keys = readKeysAndReport(reading, cwd);
	if (reading.problems.length > 0 || root === void 0) throw new InputError("INPUT_INVALID", reading.problems);
	return {
		request,
		root,
		singleWriter,
		...keys
	};
}
function readKeysAndReport(reading, cwd) {
	checkReportPath(reading, cwd);
	return {
		signingKey: readSigningKey(reading, reading.boolean("adopt")),
		trustedKeys: readTrustedKeys(reading, cwd)
	};
}
function checkReportPath(reading, cwd) {
	reading.text("report", (path, wrong) => {
		const why = unfitTarget(path, cwd);
		return why === void 0 ? path : wrong(why);
	});
}
async function readRequest(reading, surroundings) {
	return {
		...readRootRequest(reading, surroundings),
		images: [await readImage(reading, surroundings.cwd)]
	};
}
function readRootRequest(reading, { sourceDateEpoch }) {
	const consumers = readConsumersOfOneRoot(reading);
	return {
		consumers,
		sourceDate: readSourceDate(reading, sourceDateEpoch),
		publicUrl: reading.text("public-url", orWrong(parsePublicUrl)),
		adopt: reading.boolean("adopt"),
		acceptRollback: reading.boolean("accept-rollback"),
		dryRun: reading.boolean("dry-run"),
		retention: readRetention(reading),
		grace: readGrace(reading, consumers.map(({ name }) => name)),
		yes: reading.boolean("yes"),
		allow: readAllow(reading)
	};
}
async function readImage(reading, cwd) {
	return {
		name: void 0,
		...readNames(reading),
		files: await readFiles(reading, cwd),
		product: reading.text("product", orWrong(parseProductName)),
		tags: readTags(reading),
		serial: reading.text("serial", orWrong(parseSerial))
	};
}
function readNames(reading) {
	return {
		contentId: reading.text("content-id", orWrong(parseContentId)),
		streamName: reading.text("stream-name", orWrong(parseStreamName))
	};
}
function parseStreamName(text) {
	return /^[a-z0-9][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)*$/.test(text) && text.length <= 64 ? text : void 0;
}
async function readFiles(reading, cwd) {
	return expandFiles(reading.list("files", (text) => text), cwd, (pattern, why) => reading.wrong("files", pattern, why));
}
function parsePublicUrl(text) {
	const url = URL.canParse(text) ? new URL(text) : void 0;
	return url !== void 0 && url.href === url.origin + url.pathname && url.protocol === "https:" ? url.href.replace(/\/+$/, "") : void 0;
}
function readSourceDate(reading, text = "") {
	if (text === "") return void 0;
	const date = /* @__PURE__ */ new Date(Number(text) * 1e3);
	return /^\d{1,12}$/.test(text) && date.getUTCFullYear() <= 9999 ? date : reading.problem("SOURCE_DATE_EPOCH: expected whole seconds since 1970-01-01 00:00:00 UTC, before the year 10000");
}
// src/adapters/sha256.ts
function sha256(bytes) {
	return asSha256(hash("sha256", bytes, "hex"));
}
const known = /* @__PURE__ */ new WeakMap();
function sha256Once(bytes) {
	const digest = known.get(bytes) ?? sha256(bytes);
	known.set(bytes, digest);
	return digest;
}
function asSha256(digits) {
	const digest = parseSha256(digits);
	if (digest === void 0) throw new Error(`not a SHA-256: ${digits}`);
	return digest;
}
// src/adapters/clock.ts
function systemClock({ signal }) {
	return {
		now: () => /* @__PURE__ */ new Date(),
		sleep: async (milliseconds) => {
			try {
				await setTimeout(milliseconds, void 0, { signal });
			} catch (error) {
				signal.throwIfAborted();
				throw error;
			}
		}
	};
}
// src/adapters/images/open-file.ts
async function openFile(path, handles) {
	const opened = await openForReading(path);
	const before = await statOr(opened, (stats) => {
		const problem = kindProblem(stats);
		if (problem !== void 0) throw new InputError("IMAGE_INVALID", problem);
	});
	const reopen = () => reopenFile(path, before);
	return {
		path,
		size: Number(before.size),
		handle: await handles.share(opened, reopen),
		before
	};
}
async function reopenFile(path, before) {
	const opened = await openForReading(path).catch((error) => {
		throw error instanceof InputError && isMissing(error.cause) ? changed("it is not there any more") : error;
	});
	await statOr(opened, (now) => assertSame(before, now));
	return opened;
}
async function statOr(handle, check) {
	try {
		const stats = await handle.stat({ bigint: true });
		check(stats);
		return stats;
	} catch (error) {
		await handle.close();
		throw error;
	}
}
function assertSame(before, now) {
	if (now.dev !== before.dev || now.ino !== before.ino) throw changed("another file is there now");
	if (now.size !== before.size) throw changed(`${before.size} bytes became ${now.size}`);
	if (now.mtimeNs !== before.mtimeNs || now.ctimeNs !== before.ctimeNs) throw changed(`it was written to at ${now.ctime.toISOString()}`);
}
function changed(what) {
	return new InputError("FILE_CHANGED", `changed during the run: ${what}; publish it when its build has finished`);
}
async function openForReading(path) {
	try {
		return await open(path, constants$1.O_RDONLY | constants$1.O_NONBLOCK);
	} catch (error) {
		throw new InputError("IMAGE_INVALID", openProblem(error), { cause: error });
	}
}
function openProblem(error) {
	const code = codeOf(error);
	if (isMissing(error)) return "is not there: no such file; expected an image file (paths are relative to the working directory)";
	if (code === "EACCES" || code === "EPERM") return "may not be read: permission denied; give this user read permission on it and on its folder";
	if (code === "EISDIR") return folderProblem;
	if (code === "ENXIO") return "is a socket, or a device that is absent; expected a regular file";
	if (code === "EMFILE" || code === "ENFILE") return "cannot be opened: too many files are open; allow this process more of them (ulimit -n), or publish fewer images at once";
	return `cannot be opened: ${error instanceof Error ? error.message : String(error)}`;
}
function isMissing(error) {
	const code = codeOf(error);
	return code === "ENOENT" || code === "ENOTDIR";
}
function codeOf(error) {
	return error instanceof Error && "code" in error ? String(error.code) : void 0;
}
const folderProblem = "is a folder; expected an image file, give the files in it";
function kindProblem(stats) {
	if (stats.isDirectory()) return folderProblem;
	if (stats.isFIFO()) return "is a FIFO; expected a regular file, write the stream to one first";
	if (stats.isBlockDevice() || stats.isCharacterDevice()) return "is a device; expected a regular file, copy the device to one first";
	if (!stats.isFile()) return "is not a regular file; expected an image";
	if (stats.size === 0n) return "is empty; expected an image, did its build fail?";
}
// src/adapters/images/file-bytes.ts
const chunkSize = 65536;
async function readBytes(file, offset, target, signal) {
	for (let filled = 0; filled < target.length;) {
		signal?.throwIfAborted();
		const count = await readSome(file, offset + filled, target.subarray(filled));
		if (count === 0) throw changed(`it ends at byte ${offset + filled} now`);
		filled += count;
	}
}
async function* fileChunks(file, signal) {
	for (let offset = 0; offset < file.size; offset += chunkSize) {
		const chunk = new Uint8Array(Math.min(chunkSize, file.size - offset));
		await readBytes(file, offset, chunk, signal);
		yield chunk;
	}
}
async function assertUnchanged({ before, handle }) {
	assertSame(before, await handle.use((open) => open.stat({ bigint: true })));
}
async function readSome(file, position, target) {
	try {
		const { bytesRead } = await file.handle.use((open) => open.read(target, 0, target.length, position));
		return bytesRead;
	} catch (error) {
		if (error instanceof InputError) throw error;
		throw new InputError("IMAGE_INVALID", `cannot be read: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
	}
}
// src/core/images/part-size.ts
const MiB$2 = 2 ** 20;
const usual = 16 * MiB$2;
const mostParts = 1e4;
function partSizeOf(size) {
	return Math.max(usual, Math.ceil(size / mostParts / MiB$2) * MiB$2);
}
// src/adapters/images/file-digests.ts
const bufferSize = 4 * 2 ** 20;
async function digestFile(file, options) {
	const { hashing, combined, draft } = options;
	const partSize = options.inParts ? partSizeOf(file.size) : file.size;
	const own = hashing.chain("sha256");
	const md5 = options.md5 ? hashing.chain("md5") : void 0;
	const parts = [];
	let part;
	const whole = [
		own,
		combined,
		md5,
		...options.prefixes
	].filter((chain) => chain !== void 0);
	await readThrough(file, partSize, options, async (bytes, offset) => {
		const updates = whole.map((chain) => chain.update(bytes));
		if (draft !== void 0) updates.push(draft.write(bytes));
		if (file.size > partSize) {
			part ??= hashing.chain("sha256");
			updates.push(part.update(bytes));
			const end = offset + bytes.length;
			if (end % partSize === 0 || end === file.size) {
				const start = parts.length * partSize;
				parts.push(partOf(part, start, end - start));
				part = void 0;
			}
		}
		await Promise.all(updates);
	});
	await assertUnchanged(file);
	const sha256 = await sha256Of(own);
	const single = {
		offset: 0,
		size: file.size,
		sha256
	};
	return {
		sha256,
		parts: parts.length === 0 ? [single] : await Promise.all(parts),
		combined: combined && await sha256Of(combined),
		md5: await md5?.digest(),
		draft
	};
}
async function partOf(chain, offset, size) {
	return {
		offset,
		size,
		sha256: await sha256Of(chain)
	};
}
async function sha256Of(chain) {
	const digits = await chain.digest();
	const digest = parseSha256(digits);
	if (digest === void 0) throw new Error(`not a SHA-256: ${digits}`);
	return digest;
}
async function readThrough(file, partSize, { hashing, buffers, onBytes, signal }, take) {
	const count = Math.min(buffers, Math.ceil(file.size / bufferSize));
	const memory = hashing.buffer(Math.min(count * bufferSize, file.size));
	const ring = Array.from({ length: count }, (_, n) => ({
		memory: memory.subarray(n * bufferSize, (n + 1) * bufferSize),
		taken: Promise.resolve()
	}));
	const slots = turns(ring);
	const read = async (offset) => {
		const slot = slots.next().value;
		await slot.taken;
		const partEnd = (Math.floor(offset / partSize) + 1) * partSize;
		const size = Math.min(bufferSize, partEnd - offset, file.size - offset);
		const bytes = slot.memory.subarray(0, size);
		await readBytes(file, offset, bytes, signal);
		return {
			bytes,
			slot
		};
	};
	let next = read(0);
	try {
		for (let offset = 0; next !== void 0;) {
			const { bytes, slot } = await next;
			const start = offset;
			offset += bytes.length;
			next = offset < file.size ? read(offset) : void 0;
			slot.taken = take(bytes, start).then(() => onBytes?.(bytes.length));
			slot.taken.catch(() => void 0);
		}
		await Promise.all(ring.map(({ taken }) => taken));
	} finally {
		await next?.catch(() => void 0);
	}
}
function* turns(ring) {
	for (;;) yield* ring;
}
// src/adapters/images/hash-thread.ts
function hashThread() {
	const { createHash } = process.getBuiltinModule("node:crypto");
	const { parentPort } = process.getBuiltinModule("node:worker_threads");
	const chains = /* @__PURE__ */ new Map();
	parentPort?.on("message", ({ id, chain, algorithm, bytes }) => {
		const hash = chains.get(chain) ?? createHash(algorithm);
		let digest;
		if (bytes === void 0) {
			digest = hash.digest("hex");
			chains.delete(chain);
		} else chains.set(chain, hash.update(bytes));
		parentPort?.postMessage({
			id,
			digest
		});
	});
}
// src/adapters/images/hash-threads.ts
function hashThreads(count) {
	const threads = Array.from({ length: count }, startThread);
	let chains = 0;
	function chain(algorithm) {
		const thread = threads.reduce((idlest, other) => load(other) < load(idlest) ? other : idlest);
		const request = {
			chain: chains++,
			algorithm
		};
		thread.chains += 1;
		return {
			update: async (bytes) => void await thread.ask({
				...request,
				bytes
			}),
			async digest() {
				const { digest } = await thread.ask({
					...request,
					bytes: void 0
				});
				thread.chains -= 1;
				if (digest === void 0) throw new Error("a thread that hashes gave no digest");
				return digest;
			}
		};
	}
	return {
		chain,
		buffer: (size) => new Uint8Array(new SharedArrayBuffer(size)),
		close: async () => void await Promise.all(threads.map((thread) => thread.end()))
	};
}
function load({ busyBytes, chains }) {
	return busyBytes() + Math.min(chains, 1e3) / 1e3;
}
function startThread() {
	const { Worker } = process.getBuiltinModule("node:worker_threads");
	const worker = new Worker(`(${hashThread})()`, {
		eval: true,
		env: {},
		execArgv: []
	});
	const asked = /* @__PURE__ */ new Map();
	let [ids, busy] = [0, 0];
	let failure;
	worker.on("message", (answer) => {
		const question = asked.get(answer.id);
		asked.delete(answer.id);
		busy -= question?.size ?? 0;
		question?.resolve(answer);
	});
	worker.on("error", (error) => {
		failure = error;
		for (const { reject } of asked.values()) reject(error);
		asked.clear();
	});
	return {
		chains: 0,
		busyBytes: () => busy,
		ask: (request) => new Promise((resolve, reject) => {
			if (failure !== void 0) return reject(failure);
			const id = ids++;
			const size = request.bytes?.length ?? 0;
			asked.set(id, {
				resolve,
				reject,
				size
			});
			busy += size;
			worker.postMessage({
				...request,
				id
			});
		}),
		end: () => worker.terminate()
	};
}
// src/adapters/images/hashing.ts
const hashingHere = {
	chain(algorithm) {
		const hash = createHash(algorithm);
		return {
			update: async (bytes) => void hash.update(bytes),
			digest: async () => hash.digest("hex")
		};
	},
	buffer: (size) => new Uint8Array(size),
	close: async () => void 0
};
// src/adapters/images/naming.ts
async function naming(path, work) {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		const problems = error.problems.map((problem) => `${path} ${problem}`);
		throw new InputError(error.code, problems, { cause: error.cause ?? error });
	}
}
// src/adapters/images/hash-files.ts
const worthThreads = 48 * 2 ** 20;
const worthDraft = 48 * 2 ** 20;
const mostThreads = 4;
const buffers = 8;
async function hashFiles(images, wanted, options) {
	const total = images.reduce((sum, { size }) => sum + size, 0);
	const threads = Math.min(availableParallelism(), mostThreads);
	const hashing = threads > 1 && total >= worthThreads ? hashThreads(threads) : hashingHere;
	try {
		return await hashAll(hashing, images, wanted, options);
	} finally {
		await hashing.close();
	}
}
async function hashAll(hashing, images, { metadata, md5 }, { fileOf, draftOf, ...options }) {
	const digests = /* @__PURE__ */ new Map();
	const others = images.filter((image) => image !== metadata);
	const combined = new Map(metadata && others.map((image) => [image, hashing.chain("sha256")]));
	const stop = new AbortController();
	const signal = AbortSignal.any([stop.signal, ...options.signal ? [options.signal] : []]);
	const usual = {
		...options,
		signal,
		hashing,
		md5,
		buffers,
		combined: void 0,
		prefixes: []
	};
	const digest = async (image, changes) => {
		const file = fileOf(image);
		const draft = images.includes(image) && image.size >= worthDraft ? await draftOf?.(image) : void 0;
		const all = {
			...usual,
			draft,
			...changes
		};
		digests.set(image, await naming(image.path, () => digestFile(file, all)));
	};
	if (metadata !== void 0) {
		const onBytes = images.includes(metadata) ? options.onBytes : void 0;
		await digest(metadata, {
			prefixes: [...combined.values()],
			onBytes
		});
	}
	const queue = others.values();
	const lanes = hashing === hashingHere ? 1 : 2;
	const share = Math.floor(buffers / Math.min(lanes, Math.max(1, others.length)));
	const lane = async () => {
		for (const image of queue) await digest(image, {
			combined: combined.get(image),
			buffers: share
		});
	};
	await Promise.all(Array.from({ length: lanes }, () => lane().catch((error) => stop.abort(error))));
	stop.signal.throwIfAborted();
	return digests;
}
// src/adapters/images/open-handles.ts
function openHandles(mostIdle = 64) {
	const idle = /* @__PURE__ */ new Set();
	async function rest(close) {
		idle.add(close);
		const [longest] = idle;
		if (longest === void 0 || idle.size <= mostIdle) return;
		idle.delete(longest);
		await longest();
	}
	return { async share(first, reopen) {
		let handle = Promise.resolve(first);
		let users = 0;
		let isOver = false;
		async function close() {
			const open = handle;
			handle = void 0;
			await (await open)?.close();
		}
		async function openAgain() {
			try {
				return await reopen();
			} catch (error) {
				handle = void 0;
				throw error;
			}
		}
		await rest(close);
		return {
			async use(action) {
				if (isOver) throw new Error("a file was closed before it was read");
				users += 1;
				idle.delete(close);
				try {
					handle ??= openAgain();
					return await action(await handle);
				} finally {
					users -= 1;
					if (users === 0 && !isOver) await rest(close);
				}
			},
			async close() {
				isOver = true;
				idle.delete(close);
				await close();
			}
		};
	} };
}
// src/core/images/format.ts
const formatHeadSize = 32774;
const bootHeadSize = 1024;
const ustarOffset = 257;
const recompress = "recompress it with xz, gzip or zstd";
const convert = "convert it with `qemu-img convert -O qcow2`";
const foreign = [
	{
		at: 0,
		bytes: "BZh",
		found: "bzip2-compressed",
		advice: recompress
	},
	{
		at: 0,
		bytes: "]\0\0",
		found: "lzma-compressed",
		advice: recompress
	},
	{
		at: 0,
		bytes: "\"M",
		found: "lz4-compressed",
		advice: recompress
	},
	{
		at: 0,
		bytes: "PK",
		found: "a zip archive",
		advice: "unzip it and give what is in it"
	},
	{
		at: 0,
		bytes: "7z¼¯'",
		found: "a 7z archive",
		advice: "unpack it first"
	},
	{
		at: 0,
		bytes: "sqsh",
		found: "a big-endian squashfs",
		advice: "make it with squashfs 4 tools"
	},
	{
		at: 0,
		bytes: "KDMV",
		found: "a VMDK disk",
		advice: convert
	},
	{
		at: 0,
		bytes: "vhdxfile",
		found: "a VHDX disk",
		advice: convert
	},
	{
		at: 0,
		bytes: "conectix",
		found: "a VHD disk",
		advice: convert
	},
	{
		at: 64,
		bytes: "Ú¾",
		found: "a VDI disk",
		advice: convert
	},
	{
		at: 32769,
		bytes: "CD001",
		found: "an ISO 9660 image"
	},
	{
		at: 0,
		bytes: "version https://git-lfs",
		found: "a Git LFS pointer",
		advice: "fetch the file itself (`git lfs pull`)"
	},
	{
		at: 1080,
		bytes: "Sï",
		found: "a raw ext file system",
		advice: "make a squashfs of it"
	}
];
const kernels = [
	{
		at: 514,
		bytes: "HdrS"
	},
	{
		at: 56,
		bytes: "ARMd"
	},
	{
		at: 4,
		bytes: "zimg"
	},
	{
		at: 0,
		bytes: "ELF"
	}
];
const initrds = [{
	at: 0,
	bytes: "070701"
}, {
	at: 0,
	bytes: "070702"
}];
const disks = [{
	at: 512,
	bytes: "EFI PART"
}, {
	at: 510,
	bytes: "Uª"
}];
function recogniseFormat(head) {
	if (has(head, {
		at: 0,
		bytes: "hsqs"
	})) return { kind: "squashfs" };
	if (has(head, {
		at: 0,
		bytes: "QFIû"
	})) return { kind: "qcow2" };
	const compression = compressionOf(head);
	if (compression !== void 0) return {
		kind: "tarball",
		compression
	};
	if (isTarHeader(head)) return {
		kind: "tarball",
		compression: "none"
	};
	const match = foreign.find((mark) => has(head, mark));
	if (match !== void 0) return {
		kind: "other",
		found: match.found,
		advice: match.advice
	};
	const kind = bootKind(head);
	if (kind !== void 0) return { kind };
	if (isText(head)) return { kind: "text" };
	return {
		kind: "other",
		found: `of an unknown format (it begins ${hex(head)})`,
		advice: void 0
	};
}
function bootKind(head) {
	if (kernels.some((mark) => has(head, mark))) return "kernel";
	if (initrds.some((mark) => has(head, mark))) return "initrd";
	return disks.some((mark) => has(head, mark)) ? "disk" : void 0;
}
function isText(head) {
	try {
		const text = new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
		return !/(?![\t\n\r\f])\p{Cc}/u.test(text);
	} catch {
		return false;
	}
}
function isTarHeader(block) {
	return has(block, {
		at: ustarOffset,
		bytes: "ustar"
	});
}
function compressionOf(head) {
	if (has(head, {
		at: 0,
		bytes: ""
	})) return "gzip";
	if (has(head, {
		at: 0,
		bytes: "ý7zXZ\0"
	})) return "xz";
	if (has(head, {
		at: 0,
		bytes: "(µ/ý"
	})) return "zstd";
}
function has(head, mark) {
	for (let i = 0; i < mark.bytes.length; i++) if (head[mark.at + i] !== mark.bytes.charCodeAt(i)) return false;
	return true;
}
function hex(head) {
	return [...head.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
}
// src/core/images/qcow2.ts
const MiB$1 = 2 ** 20;
const corrupt = 2n;
const externalData = 4n;
function qcow2Problems(head) {
	const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
	const version = head.length < 8 ? 0 : view.getUint32(4);
	if (head.length < 72 || version === 3 && head.length < 104) return ["is a qcow2 that ends within its header: it is truncated, make or fetch it again"];
	if (version !== 2 && version !== 3) return [`is a qcow2 of version ${version}; expected version 2 or 3 (\`qemu-img convert -O qcow2\`)`];
	const problems = [];
	if (view.getBigUint64(8) !== 0n) problems.push("is a qcow2 with a backing file, which clients do not have; make it whole with `qemu-img convert -O qcow2`");
	const size = view.getBigUint64(24);
	if (size === 0n) problems.push("is a qcow2 of virtual size 0: it holds no disk");
	if (size > BigInt(Number.MAX_SAFE_INTEGER)) problems.push(`is a qcow2 of virtual size ${size / BigInt(MiB$1)} MiB: its header is damaged`);
	if (view.getUint32(32) !== 0) problems.push("is an encrypted qcow2, which clients cannot open; decrypt it with `qemu-img convert`");
	const features = version === 3 ? view.getBigUint64(72) : 0n;
	if ((features & corrupt) !== 0n) problems.push("is a qcow2 marked corrupt; repair it with `qemu-img check -r all`");
	if ((features & externalData) !== 0n) problems.push("is a qcow2 whose data lies in another file; make it whole with `qemu-img convert -O qcow2`");
	return problems;
}
// src/core/images/squashfs.ts
const superblockSize = 96;
function squashfsProblems(head, size) {
	if (head.length < superblockSize) return [truncated$1(`its superblock has ${superblockSize} bytes`)];
	const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
	const version = view.getUint16(28, true);
	if (version !== 4) return [`is a squashfs of version ${version}; expected version 4, which Linux mounts`];
	const used = view.getBigUint64(40, true);
	if (used > BigInt(size)) return [truncated$1(`it had ${used} bytes when it was made, it has ${size} now`)];
	return [];
}
function truncated$1(what) {
	return `is a truncated squashfs: ${what}; make or fetch it again`;
}
// src/core/images/zstd-window.ts
const greatestWindow = 128 * 2 ** 20;
function zstdWindowProblem(head) {
	if (zstdWindow(head) <= greatestWindow) return void 0;
	return "is zstd-compressed with a window over 128 MiB, which clients refuse; recompress it without --long or with --long=27";
}
function zstdWindow(head) {
	const descriptor = head[4] ?? 0;
	if (!((descriptor & 32) !== 0)) {
		const window = head[5] ?? 0;
		const base = 2 ** (10 + (window >> 3));
		return base + base / 8 * (window & 7);
	}
	const sizeBytes = [
		1,
		2,
		4,
		8
	][descriptor >> 6] ?? 0;
	const at = 5 + ([
		0,
		1,
		2,
		4
	][descriptor & 3] ?? 0);
	return [...head.subarray(at, at + sizeBytes)].reduceRight((size, digit) => size * 256 + digit, 0);
}
// src/adapters/images/decompression-problem.ts
const again = "make or fetch it again";
function gzipProblem(error) {
	if ((error instanceof Error && "code" in error ? error.code : void 0) === "Z_BUF_ERROR") return `is truncated: its gzip data breaks off; ${again}`;
	return `is damaged: its gzip data is broken (${messageOf(error)}); ${again}`;
}
const xzProblems = {
	3: "needs more memory to be expanded than there is; recompress it with `xz -6`",
	4: "is xz-compressed with a dictionary over 64 MiB; recompress it with `xz -9` or less",
	5: `is xz-compressed, and other data follows it; ${again}`,
	6: "is xz-compressed with --check=sha256 or a filter such as --x86, which this program cannot read; recompress it with plain `xz`",
	7: `is damaged: its xz data is broken; ${again}`,
	8: `is truncated: its xz data breaks off, or other data follows it; ${again}`
};
function xzProblem(error) {
	const code = /error code (\d+)/.exec(messageOf(error))?.[1] ?? "";
	return xzProblems[code] ?? `is damaged: its xz data is broken (${messageOf(error)}); ${again}`;
}
const zstdUnexpectedEnd = 5;
function zstdProblem(error) {
	if ((error instanceof Error && "code" in error ? error.code : void 0) === zstdUnexpectedEnd) return `is truncated: its zstd data breaks off; ${again}`;
	return `is damaged: its zstd data is broken (${messageOf(error)}); ${again}`;
}
function messageOf(error) {
	return error instanceof Error ? error.message : String(error);
}
// src/adapters/images/decompress.ts
async function* decompress(compression, chunks) {
	if (compression === "none") {
		yield* chunks;
		return;
	}
	let failure;
	async function* watched() {
		try {
			yield* chunks;
		} catch (error) {
			failure = { error };
			throw error;
		}
	}
	const { expand, problem } = formats[compression];
	try {
		yield* expand(watched());
	} catch (error) {
		if (failure !== void 0) throw failure.error;
		throw new InputError("IMAGE_INVALID", problem(error), { cause: error });
	}
}
const formats = {
	gzip: {
		expand: gunzip,
		problem: gzipProblem
	},
	xz: {
		expand: expandXz,
		problem: xzProblem
	},
	zstd: {
		expand: expandZstd,
		problem: zstdProblem
	}
};
async function* gunzip(chunks) {
	const gunzip = createGunzip();
	pipeline(chunks, gunzip, () => void 0);
	yield* gunzip;
}
async function* expandXz(chunks) {
	const { default: xz } = await import("./xz-decompress.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	yield* new xz.XzReadableStream(ReadableStream.from(chunks));
}
const zstdBite = 128;
async function* expandZstd(chunks) {
	const { Decompress } = await import("./esm.mjs");
	let expanded = [];
	const decompressor = new Decompress((bytes) => void expanded.push(bytes));
	for await (const chunk of chunks) for (let at = 0; at < chunk.length; at += zstdBite) {
		decompressor.push(chunk.subarray(at, at + zstdBite));
		yield* expanded;
		expanded = [];
	}
	decompressor.push(/* @__PURE__ */ new Uint8Array(0), true);
	yield* expanded;
}
// src/adapters/images/peek.ts
async function peek(chunks, size) {
	const iterator = chunks[Symbol.asyncIterator]();
	const seen = [];
	for (let count = 0; count < size;) {
		const { done, value } = await iterator.next();
		if (done === true) break;
		seen.push(Uint8Array.from(value));
		count += value.length;
	}
	const close = async () => void await iterator.return?.();
	async function* all() {
		try {
			yield* seen;
			for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
		} finally {
			await close();
		}
	}
	return {
		head: Buffer.concat(seen).subarray(0, size),
		all: all(),
		close
	};
}
// src/core/images/metadata.ts
const lastSecond = 253402300799;
const mostCharacters = 255;
const mostOfDescription = 4096;
function parseImageMetadata(value) {
	if (!isMapping(value)) return { problems: ["is not a mapping of keys to values"] };
	const problems = [];
	const report = (problem) => void problems.push(problem);
	const { os, release, variant, description } = parseProperties(value.properties, report);
	const architecture = mandatoryLine(value.architecture, "architecture", report);
	const creationDate = parseCreationDate(value.creation_date, report);
	const metadata = {
		os: optionalLine(os, "properties.os", mostCharacters, report),
		release: optionalLine(release, "properties.release", mostCharacters, report),
		variant: optionalLine(variant, "properties.variant", mostCharacters, report),
		description: optionalLine(foldBlanks(description), "properties.description", mostOfDescription, report)
	};
	if (architecture === void 0 || creationDate === void 0 || problems.length > 0) return { problems };
	return { metadata: {
		architecture,
		creationDate,
		...metadata
	} };
}
function parseProperties(value, report) {
	if (value === void 0 || value === null || value === "") return {};
	if (!isMapping(value)) {
		report("properties is not a mapping of names to texts");
		return {};
	}
	for (const [name, content] of Object.entries(value)) if (textOf(content) === void 0) report(`properties.${name} is not a text`);
	return value;
}
function parseCreationDate(value, report) {
	const text = textOf(value)?.trim();
	if (text === void 0 || text === "") {
		report("creation_date is missing; expected seconds since 1970 (`date +%s`)");
		return;
	}
	const seconds = /^\d+$/.test(text) ? Number(text) : NaN;
	if (seconds >= 1 && seconds <= lastSecond) return seconds;
	const hint = seconds > lastSecond ? "; is it in milliseconds?" : "";
	report(`creation_date is ${quote(text)}; expected whole seconds since 1970 (\`date +%s\`)${hint}`);
}
function mandatoryLine(value, name, report) {
	if (value === void 0 || textOf(value)?.trim() === "") {
		report(`${name} is missing; expected the kernel's name for it, such as x86_64 or aarch64`);
		return;
	}
	if (textOf(value) === void 0) report(`${name} is not a text`);
	return optionalLine(value, name, mostCharacters, report);
}
function optionalLine(value, name, most, report) {
	const text = textOf(value)?.trim();
	if (text === void 0 || text === "") return void 0;
	if (text.length > most) report(`${name} has ${text.length} characters; expected ${most} at most`);
	else if (/\p{Cc}/u.test(text)) report(`${name} is ${quote(text)}; expected one line of text`);
	else return text;
}
function foldBlanks(value) {
	return typeof value === "string" ? value.replaceAll(/\s+/g, " ") : value;
}
function textOf(value) {
	if (typeof value === "string") return value;
	return Number.isSafeInteger(value) ? String(value) : void 0;
}
function isMapping(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function quote(text) {
	return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}
const mostAliases = 100;
const mostTokens = 1e5;
async function parseYaml(text) {
	const { Composer, Lexer, LineCounter, Parser, isMap, visit } = await import("./dist2.mjs");
	const lineCounter = new LineCounter();
	lineCounter.addNewLine(0);
	const tokens = parse$1(new Lexer().lex(text), new Parser(lineCounter.addNewLine));
	if (isNestedDeeper(tokens, 50)) throw new Error(`it is nested more than 50 levels deep`);
	const [document, second] = new Composer({
		prettyErrors: false,
		schema: "failsafe",
		resolveKnownTags: false,
		stringKeys: true,
		uniqueKeys: false
	}).compose(tokens, true, text.length);
	if (document === void 0) throw new Error("it holds no document");
	const [error] = document.errors;
	if (error !== void 0) throw wrongAt(error.pos[0], error.message, lineCounter, error);
	if (second !== void 0) throw wrongAt(second.range[0], "a second document begins", lineCounter);
	let aliases = 0;
	visit(document, {
		Map(_, map) {
			if (isMap(map)) assertUnique(map.items);
		},
		Alias() {
			aliases += 1;
			if (aliases > mostAliases) throw new Error(`it has more than ${mostAliases} aliases`);
		}
	});
	return document.toJS({ maxAliasCount: mostAliases });
}
function parse$1(words, parser) {
	const tokens = [];
	let count = 0;
	for (const word of words) {
		count += 1;
		if (count > mostTokens) throw new Error(`it has more than ${mostTokens} words, signs and line ends`);
		tokens.push(...parser.next(word));
	}
	return [...tokens, ...parser.end()];
}
function wrongAt(offset, what, lineCounter, cause) {
	const { line, col } = lineCounter.linePos(offset);
	return new Error(`${what} at line ${line}, column ${col}`, { cause });
}
function isNestedDeeper(tokens, most) {
	let level = tokens;
	for (let depth = 0; level.length > 0; depth++) {
		if (depth > most) return true;
		level = level.flatMap(childrenOf);
	}
	return false;
}
function childrenOf(token) {
	if (token.type === "document") return token.value === void 0 ? [] : [token.value];
	if (!("items" in token)) return [];
	return token.items.flatMap(({ key, value }) => [key, value].filter((child) => child != null));
}
function assertUnique(pairs) {
	const seen = /* @__PURE__ */ new Set();
	for (const { key } of pairs) {
		const name = String(key);
		if (seen.has(name)) throw new Error(`the key ${JSON.stringify(name)} is there twice in one map`);
		seen.add(name);
	}
}
// src/adapters/images/metadata-yaml.ts
async function parseMetadataYaml(bytes) {
	const parsed = parseImageMetadata(await valueIn(bytes));
	if ("metadata" in parsed) return parsed.metadata;
	throw new InputError("IMAGE_INVALID", parsed.problems.map((problem) => `holds a metadata.yaml that cannot be used: ${problem}`));
}
async function valueIn(bytes) {
	try {
		return await parseYaml(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
	} catch (error) {
		throw new InputError("IMAGE_INVALID", `holds a metadata.yaml that is not usable YAML: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
	}
}
// src/core/images/tar-extension.ts
const text$1 = new TextDecoder("utf-8", { ignoreBOM: true });
const withoutData = /* @__PURE__ */ new Set([
	"1",
	"2",
	"3",
	"4",
	"5",
	"6"
]);
function isTarExtension(header) {
	return "xgLK".includes(header.type);
}
const noTarExtension = {
	name: void 0,
	size: void 0
};
function parseTarExtension(header, body, at) {
	if (header.type === "x") return paxExtension(body, at);
	if (header.type !== "L") return noTarExtension;
	const end = body.indexOf(0);
	return {
		name: text$1.decode(end === -1 ? body : body.subarray(0, end)) || void 0,
		size: void 0
	};
}
function extendTarHeader(header, extension) {
	const size = withoutData.has(header.type) ? 0 : extension.size ?? header.size;
	return {
		name: extension.name ?? header.name,
		type: header.type,
		size
	};
}
function paxExtension(body, at) {
	const records = paxRecords(body, at);
	const name = records.get("GNU.sparse.name") || records.get("path");
	const digits = records.get("size") || void 0;
	const size = digits === void 0 ? void 0 : Number(digits);
	if (digits !== void 0 && !(/^\d+$/.test(digits) && Number.isSafeInteger(size))) throw broken$1(at, "a size that is no number");
	return {
		name: name || void 0,
		size
	};
}
function paxRecords(body, at) {
	const records = /* @__PURE__ */ new Map();
	for (let start = 0; start < body.length;) {
		const digits = /^\d+(?= )/.exec(text$1.decode(body.subarray(start, start + 20)))?.[0];
		const end = start + Number(digits);
		if (!(digits !== void 0 && end <= body.length && end > start + digits.length + 1) || body[end - 1] !== 10) throw broken$1(at, `a broken record at byte ${start} of them`);
		const record = text$1.decode(body.subarray(start + digits.length + 1, end - 1));
		const equals = record.indexOf("=");
		if (equals < 1) throw broken$1(at, `a record without a key at byte ${start} of them`);
		records.set(record.slice(0, equals), record.slice(equals + 1));
		start = end;
	}
	return records;
}
function broken$1(at, what) {
	return new InputError("IMAGE_INVALID", `has ${what} in the pax records at byte ${at}; the tarball is damaged, make or fetch it again`);
}
const text = new TextDecoder("utf-8", { ignoreBOM: true });
function parseTarHeader(block, at) {
	if (block.every((byte) => byte === 0)) return void 0;
	if (!isTarHeader(block)) throw broken(at, "no `ustar` mark");
	if (!checksumHolds(block)) throw broken(at, "a wrong checksum");
	const size = numberIn(block.subarray(124, 136));
	if (size === void 0) throw broken(at, "a size that is no number");
	const type = block[156] === 0 ? "0" : String.fromCharCode(block[156] ?? 0);
	const name = textIn(block.subarray(0, 100));
	const prefix = block[262] === 0 ? textIn(block.subarray(345, 500)) : "";
	return {
		name: prefix === "" ? name : `${prefix}/${name}`,
		type,
		size,
		sparseMapGoesOn: type === "S" && block[482] !== 0
	};
}
function broken(at, what) {
	return new InputError("IMAGE_INVALID", `has ${what} in the tar header at byte ${at}; the tarball is damaged, make or fetch it again`);
}
function checksumHolds(block) {
	let unsigned = 0;
	let signed = 0;
	for (let i = 0; i < 512; i++) {
		const byte = i >= 148 && i < 156 ? 32 : block[i] ?? 0;
		unsigned += byte;
		signed += byte < 128 ? byte : byte - 256;
	}
	const stated = numberIn(block.subarray(148, 156));
	return stated === unsigned || stated === signed;
}
function numberIn(field) {
	const first = field[0] ?? 0;
	if (first >= 128) {
		const value = field.subarray(1).reduce((sum, byte) => sum * 256 + byte, first & 127);
		return Number.isSafeInteger(value) ? value : void 0;
	}
	const digits = textIn(field).trim();
	return /^[0-7]*$/.test(digits) ? Number.parseInt(`0${digits}`, 8) : void 0;
}
function textIn(field) {
	const end = field.indexOf(0);
	return text.decode(end === -1 ? field : field.subarray(0, end));
}
// src/adapters/images/byte-reader.ts
function byteReader(chunks) {
	const iterator = chunks[Symbol.asyncIterator]();
	let chunk = /* @__PURE__ */ new Uint8Array(0);
	let position = 0;
	async function some(count) {
		while (chunk.length === 0) {
			const next = await iterator.next();
			if (next.done === true) return chunk;
			chunk = next.value;
		}
		const bytes = chunk.subarray(0, count);
		chunk = chunk.subarray(bytes.length);
		position += bytes.length;
		return bytes;
	}
	return {
		get position() {
			return position;
		},
		async take(count) {
			const first = await some(count);
			if (first.length === count) return first;
			const bytes = new Uint8Array(count);
			bytes.set(first);
			let filled = first.length;
			while (filled < count) {
				const more = await some(count - filled);
				if (more.length === 0) break;
				bytes.set(more, filled);
				filled += more.length;
			}
			return bytes.subarray(0, filled);
		},
		async skip(count) {
			let skipped = 0;
			while (skipped < count) {
				const bytes = await some(count - skipped);
				if (bytes.length === 0) break;
				skipped += bytes.length;
			}
			return skipped;
		},
		async close() {
			await iterator.return?.();
		}
	};
}
// src/adapters/images/tar-entries.ts
const mostOfExtension = 2 ** 20;
async function visitTarEntries(chunks, limit, visit) {
	const reader = byteReader(chunks);
	try {
		return await visitAll(reader, limit, visit);
	} finally {
		await reader.close();
	}
}
async function visitAll(reader, limit, visit) {
	for (;;) {
		const entry = await nextEntry(reader, limit);
		if (typeof entry === "string") return entry;
		const end = reader.position + padded(entry.size);
		if (await visit(entry, () => takeAll(reader, entry.size)) === "stop") return "stop";
		if (end > limit) return "limit";
		await skipAll(reader, end - reader.position);
	}
}
async function nextEntry(reader, limit) {
	let extension = noTarExtension;
	while (reader.position < limit) {
		const at = reader.position;
		const header = parseTarHeader(await takeHeader(reader, at), at);
		if (header === void 0) return drain(reader, limit);
		if (!isTarExtension(header)) {
			if (header.sparseMapGoesOn) await passSparseMap(reader, limit);
			return extendTarHeader(header, extension);
		}
		const further = parseTarExtension(header, await takeExtension(reader, header, at), at);
		extension = {
			name: further.name ?? extension.name,
			size: further.size ?? extension.size
		};
	}
	return "limit";
}
async function takeHeader(reader, at) {
	const block = await reader.take(512);
	if (at === 0 && !isTarHeader(block)) throw new InputError("IMAGE_INVALID", notTar);
	if (block.length < 512) throw truncated(reader);
	return block;
}
const notTar = "is compressed, but holds no tar archive; expected a tarball made by GNU tar or as pax";
async function takeExtension(reader, header, at) {
	if (header.size > mostOfExtension) throw new InputError("IMAGE_INVALID", `${`has ${header.size} bytes of extended header at byte ${at}`}; expected ${mostOfExtension} at most`);
	return (await takeAll(reader, padded(header.size))).subarray(0, header.size);
}
async function passSparseMap(reader, limit) {
	while (reader.position < limit) if ((await takeAll(reader, 512))[504] === 0) return;
}
async function drain(reader, limit) {
	await reader.skip(limit + 1 - reader.position);
	return reader.position > limit ? "limit" : "end";
}
async function takeAll(reader, count) {
	const bytes = await reader.take(count);
	if (bytes.length < count) throw truncated(reader);
	return bytes;
}
async function skipAll(reader, count) {
	if (await reader.skip(count) < count) throw truncated(reader);
}
function truncated(reader) {
	return new InputError("IMAGE_INVALID", `${`is truncated: the tar archive in it breaks off at byte ${reader.position}`}; make or fetch it again`);
}
function padded(size) {
	return Math.ceil(size / 512) * 512;
}
// src/adapters/images/tarball.ts
const MiB = 2 ** 20;
const mostScanned = 64 * MiB;
const mostOfMetadata = MiB;
const rootFolders = /* @__PURE__ */ new Set([
	"bin",
	"etc",
	"lib",
	"sbin",
	"usr"
]);
const folderRoot = "rootfs";
const diskRoot = "rootfs.img";
async function inspectTarball(expanded, compression) {
	const { metadata, top, cut } = await readContents(expanded);
	const virtualMachine = top.has(diskRoot);
	const unified = virtualMachine || top.has(folderRoot);
	if (metadata !== void 0) {
		if (!unified && cut) throw invalid(tooLarge);
		const parsed = await parseMetadataYaml(metadata);
		return unified ? {
			kind: "unified",
			compression,
			metadata: parsed,
			virtualMachine
		} : {
			kind: "metadata",
			compression,
			metadata: parsed
		};
	}
	if (unified) throw invalid(`holds ${virtualMachine ? diskRoot : folderRoot} but no metadata.yaml${cut ? " in its first 64 MiB; put it first in the tarball" : "; add it"}`);
	if ([...top].some((name) => rootFolders.has(name))) return {
		kind: "rootfs",
		compression
	};
	throw invalid(`is a tarball without metadata.yaml and without a root file system; at its top are ${list(top)}`);
}
const tooLarge = "holds metadata.yaml but no rootfs in its first 64 MiB; a metadata tarball has 64 MiB at most, and a unified one has its rootfs before that";
async function readContents(expanded) {
	const top = /* @__PURE__ */ new Set();
	let metadata;
	const outcome = await visitTarEntries(expanded, mostScanned, async (entry, content) => {
		const path = withoutDot(entry.name);
		top.add(path.split("/")[0] ?? "");
		if (path === "metadata.yaml") {
			if (metadata !== void 0) throw invalid("holds metadata.yaml more than once; keep one");
			assertUsable(entry);
			metadata = await content();
		}
		return metadata !== void 0 && (top.has(folderRoot) || top.has(diskRoot)) ? "stop" : "go on";
	});
	return {
		metadata,
		top,
		cut: outcome === "limit"
	};
}
function assertUsable(entry) {
	if (entry.type !== "0" && entry.type !== "7") throw invalid("holds a metadata.yaml that is not a regular file");
	if (entry.size > mostOfMetadata) throw invalid(`holds a metadata.yaml of ${entry.size} bytes; expected 1 MiB at most`);
}
function withoutDot(name) {
	return name.startsWith("./") ? name.slice(2) : name;
}
function list(top) {
	const names = [...top].filter((name) => name !== "" && name !== ".").slice(0, 5);
	return names.length === 0 ? "no files" : names.map((name) => JSON.stringify(name)).join(", ");
}
function invalid(problem) {
	return new InputError("IMAGE_INVALID", problem);
}
// src/adapters/images/recognise.ts
const expected = "expected a squashfs, a qcow2 disk, or a tarball (plain, or with gzip, xz or zstd)";
async function recognise(file, signal) {
	const head = new Uint8Array(Math.min(formatHeadSize, file.size));
	await readBytes(file, 0, head, signal);
	const format = recogniseFormat(head);
	switch (format.kind) {
		case "squashfs":
			refuse(squashfsProblems(head, file.size));
			return { kind: "squashfs" };
		case "qcow2":
			refuse(qcow2Problems(head));
			return { kind: "qcow2" };
		case "tarball": {
			const problem = format.compression === "zstd" ? zstdWindowProblem(head) : void 0;
			refuse(problem === void 0 ? [] : [problem]);
			return await inspectExpanded(decompress(format.compression, fileChunks(file, signal)), format.compression);
		}
		case "disk": return {
			kind: "disk",
			compression: "none"
		};
		case "kernel":
		case "initrd":
		case "text": return { kind: format.kind };
		case "other": {
			const advice = format.advice === void 0 ? "" : `; ${format.advice}`;
			throw new InputError("IMAGE_INVALID", `is ${format.found}; ${expected}${advice}`);
		}
	}
}
async function inspectExpanded(expanded, compression) {
	const { head, all, close } = await peek(expanded, bootHeadSize);
	const kind = isTarHeader(head) ? void 0 : bootKind(head);
	if (kind === void 0) return inspectTarball(all, compression);
	await close();
	return kind === "disk" ? {
		kind,
		compression
	} : { kind };
}
function refuse(problems) {
	if (problems.length > 0) throw new InputError("IMAGE_INVALID", problems);
}
// src/adapters/images/image-files.ts
const mostDrafts = 64;
function imageFiles({ signal, inParts = true, mostIdle } = {}) {
	const files = /* @__PURE__ */ new Map();
	const handles = openHandles(mostIdle);
	const drafts = /* @__PURE__ */ new Set();
	function fileOf(image) {
		const file = files.get(image);
		if (file === void 0) throw new Error(`${image.path} was not opened here`);
		return file;
	}
	function remembering(draftOf) {
		return async (image) => {
			if (drafts.size >= mostDrafts) return void 0;
			const draft = await draftOf(image);
			if (draft !== void 0) drafts.add(draft);
			return draft;
		};
	}
	function imageFile(image, digests) {
		const { sha256, parts, combined, md5, draft } = digests;
		const file = fileOf(image);
		const read = (offset, target) => naming(image.path, async () => {
			await readBytes(file, offset, target, signal);
			await assertUnchanged(file);
		});
		return {
			...image,
			sha256,
			parts,
			combined,
			md5,
			draft,
			read
		};
	}
	return {
		async open(paths) {
			const opened = await openAll(paths, handles, signal);
			for (const [image, file] of opened) files.set(image, file);
			return [...opened.keys()];
		},
		async hash(images, wanted, onBytes, draftOf) {
			const digests = await hashFiles(images, wanted, {
				fileOf,
				inParts,
				onBytes,
				signal,
				draftOf: draftOf && remembering(draftOf)
			});
			return images.map((image) => {
				const found = digests.get(image);
				if (found === void 0) throw new Error(`${image.path} was not hashed`);
				return imageFile(image, found);
			});
		},
		async close() {
			for (const draft of drafts) await draft.discard();
			drafts.clear();
			const all = [...files.values()];
			files.clear();
			await closeAll(all);
		}
	};
}
async function openAll(paths, handles, signal) {
	const opened = [];
	const images = /* @__PURE__ */ new Map();
	const failures = [];
	try {
		for (const path of paths) try {
			const file = await naming(path, () => openFile(path, handles));
			const twin = opened.find((other) => isSame(file, other));
			opened.push(file);
			if (twin !== void 0) throw givenTwice(file, twin);
			const facts = await naming(path, () => recognise(file, signal));
			images.set({
				path,
				size: file.size,
				facts
			}, file);
		} catch (error) {
			if (!(error instanceof InputError && error.code === "IMAGE_INVALID")) throw error;
			failures.push(error);
		}
		if (failures.length > 0) throw allOf(failures);
		return images;
	} catch (error) {
		await closeAll(opened);
		throw error;
	}
}
function isSame(a, b) {
	return a.before.dev === b.before.dev && a.before.ino === b.before.ino;
}
function givenTwice(file, twin) {
	const what = file.path === twin.path ? "is given twice" : `is the same file as ${twin.path}`;
	return new InputError("IMAGE_INVALID", `${file.path} ${what}; give every file once`);
}
function allOf(failures) {
	return new InputError("IMAGE_INVALID", failures.flatMap((failure) => failure.problems), { cause: failures.length === 1 ? failures[0]?.cause : new AggregateError(failures) });
}
async function closeAll(files) {
	for (const file of files) await file.handle.close();
}
// src/adapters/directory/at-most.ts
function atMost(most) {
	const waiting = [];
	let free = most;
	return async (action) => {
		if (free > 0) free -= 1;
		else await new Promise((resolve) => waiting.push(resolve));
		try {
			return await action();
		} finally {
			const next = waiting.shift();
			if (next === void 0) free += 1;
			else next();
		}
	};
}
// src/adapters/directory/failure.ts
function isSystemError(error, ...codes) {
	if (!(error instanceof Error && "code" in error && "syscall" in error)) return false;
	return typeof error.code === "string" && (codes.length === 0 || codes.includes(error.code));
}
async function unless(codes, answer) {
	try {
		return await answer;
	} catch (error) {
		if (isSystemError(error, ...codes)) return void 0;
		throw error;
	}
}
const absent = ["ENOENT", "ENOTDIR"];
const linkUnsupported = [
	"EPERM",
	"ENOTSUP",
	"EOPNOTSUPP",
	"ENOSYS"
];
async function asStoreError(task, action) {
	try {
		return await action();
	} catch (error) {
		throw isSystemError(error) ? storeError(task, error) : error;
	}
}
function storeError(task, cause) {
	const at = cause.dest ?? cause.path;
	const what = `cannot ${task}: ${cause.code}${at === void 0 ? "" : ` at ${at}`}`;
	switch (cause.code) {
		case "EACCES":
		case "EPERM": return new StoreError("STORE_DENIED", `${what}: give ${process.geteuid === void 0 ? "the user of this run" : `user ${process.geteuid()}`} permission to read and write there, and to search every folder above`, { cause });
		case "EROFS": return new StoreError("STORE_DENIED", `${what}: the file system is mounted read-only; mount it writable`, { cause });
		case "ENOSPC":
		case "EDQUOT": return new StoreError("STORE_FAILED", `${what}: the file system or the quota is full; free some space`, { cause });
		case "EXDEV": return new StoreError("STORE_FAILED", `${what}: a folder of the root lies on another file system; a root must lie on one`, { cause });
		case "ENOTDIR":
		case "EEXIST": return new StoreError("STORE_FAILED", `${what}: a file lies where a folder is needed; move it away`, { cause });
		default: return new StoreError("STORE_FAILED", `cannot ${task}: ${cause.message}`, { cause });
	}
}
// src/adapters/directory/durable.ts
async function makeFolders(folder) {
	const first = await mkdir(folder, { recursive: true });
	if (first === void 0) return void 0;
	for (const made of chain(folder, first)) {
		const { mode } = await stat(made);
		if ((mode & 493) !== 493) await chmod(made, mode & 4095 | 493);
	}
	return dirname(first);
}
async function makeDurably(folder) {
	const above = await makeFolders(folder);
	if (above !== void 0) await syncFolders(folder, above);
}
async function settle(file) {
	const { mode } = await file.stat();
	if ((mode & 420) !== 420) await file.chmod(mode & 4095 | 420);
	await file.sync();
}
async function syncFolders(folder, top) {
	for (const each of chain(folder, top)) await syncFolder(each);
}
async function syncFolder(folder) {
	const handle = await open(folder, "r");
	try {
		await handle.sync();
	} catch (error) {
		if (!isSystemError(error, "EINVAL", "ENOTSUP", "EOPNOTSUPP", "EBADF")) throw error;
	} finally {
		await handle.close();
	}
}
function chain(folder, top) {
	const [first] = relative(top, folder).split(sep);
	return first === "" || first === ".." ? [folder] : [folder, ...chain(dirname(folder), top)];
}
// src/adapters/directory/file-source.ts
function fileSource(file, content) {
	return {
		...content,
		parts: [{
			...content,
			offset: 0
		}],
		async read(offset, target) {
			for (let filled = 0; filled < target.length;) {
				const { bytesRead } = await file.read(target, filled, target.length - filled, offset + filled);
				if (bytesRead === 0) throw new InputError("FILE_CHANGED", "a file became shorter while it was copied");
				filled += bytesRead;
			}
		}
	};
}
// src/adapters/directory/naming.ts
const tries = 100;
async function inFolder(folder, action, make = makeFolders) {
	for (let attempt = 1;; attempt++) try {
		await make(folder);
		return await action();
	} catch (error) {
		if (!isSystemError(error, "ENOENT", "ENOTDIR") || attempt === tries) throw error;
	}
}
async function linkNew(link, copy, place) {
	try {
		await link(copy, place);
		return true;
	} catch (error) {
		if (isSystemError(error, "EEXIST")) return false;
		throw error;
	}
}
function renameNew(copy, place) {
	if (lstatSync(place, { throwIfNoEntry: false }) !== void 0) return false;
	renameSync(copy, place);
	return true;
}
// src/adapters/write-all.ts
async function writeAll(file, bytes) {
	for (let from = 0; from < bytes.length;) from += (await file.write(bytes, from, bytes.length - from)).bytesWritten;
}
// src/adapters/directory/object-file.ts
const chunk$1 = 4194304;
async function withObjectFile(place, use) {
	const file = await openObject(place);
	if (file === void 0) return void 0;
	try {
		return await use(file);
	} finally {
		await file.handle.close();
	}
}
async function openObject(place) {
	const handle = await unless(absent, open(place, constants.O_RDONLY | constants.O_NONBLOCK));
	if (handle === void 0) return void 0;
	const stats = await handle.stat();
	if (stats.isFile()) return {
		handle,
		size: stats.size,
		modified: stats.mtime
	};
	await handle.close();
	throw notRegular(place);
}
function notRegular(place) {
	return new StoreError("STORE_FAILED", `${place} is not a regular file, as every object of a root is; move it away`);
}
function revisionAt(place) {
	try {
		return sha256(readFileSync(place));
	} catch (error) {
		if (isSystemError(error, "ENOENT", "ENOTDIR")) return void 0;
		throw error;
	}
}
async function holds$1(file, content, signal) {
	return file.size === content.size && await digestOf(file, signal) === content.sha256;
}
async function digestOf({ handle, size }, signal) {
	const hash = createHash("sha256");
	const buffer = Buffer.allocUnsafe(Math.min(chunk$1, size + 1));
	for (;;) {
		signal?.throwIfAborted();
		const { bytesRead } = await handle.read(buffer);
		if (bytesRead === 0) return parseSha256(hash.digest("hex"));
		hash.update(buffer.subarray(0, bytesRead));
	}
}
async function copySource(source, file, watch) {
	const hash = createHash("sha256");
	const buffers = [0, 1].map(() => Buffer.allocUnsafe(Math.min(chunk$1, source.size)));
	const read = async (offset) => {
		const size = Math.min(chunk$1, source.size - offset);
		const target = buffers[offset / chunk$1 % 2]?.subarray(0, Math.max(0, size));
		if (target === void 0 || target.length === 0) return /* @__PURE__ */ new Uint8Array();
		await source.read(offset, target);
		return target;
	};
	let bytes = await read(0);
	for (let next = chunk$1; bytes.length > 0; next += chunk$1) {
		watch.signal?.throwIfAborted();
		const [reading, writing] = [read(next), writeAll(file, bytes)];
		hash.update(bytes);
		const [ahead] = await Promise.all([reading, writing]);
		watch.onBytes?.(bytes.length);
		bytes = ahead;
	}
	if (hash.digest("hex") !== source.sha256) throw new InputError("FILE_CHANGED", `a file changed while it was copied to ${watch.target}: its bytes are not the ones with sha256 ${source.sha256} any more; publish again when nothing writes to it`);
}
// src/adapters/directory/place.ts
async function placeOf(root, path) {
	const [top, real] = await Promise.all([root, join(root, path)].map((name) => unless(absent, realpath(name))));
	if (top === void 0) return {
		root,
		file: join(root, path)
	};
	if (real === join(top, path)) return {
		root: top,
		file: real
	};
	const segments = path.split("/");
	let place = top;
	for (const [index, segment] of segments.entries()) {
		const next = join(place, segment);
		const found = await unless(absent, lstat(next));
		if (found === void 0) return {
			root: top,
			file: join(place, ...segments.slice(index))
		};
		place = found.isSymbolicLink() ? await followed(next, top) : next;
	}
	return {
		root: top,
		file: place
	};
}
async function followed(link, top) {
	const target = await unless(absent, realpath(link));
	if (target === void 0) throw new StoreError("STORE_FAILED", `${link} is a symbolic link that leads nowhere; remove it`);
	if (relative(top, target).split(sep)[0] === "..") throw new StoreError("STORE_FAILED", `${link} is a symbolic link to ${target}, which is outside of the root ${top}; replace it by what it points to`);
	return target;
}
// src/adapters/directory/owner.ts
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
function currentOwner(proc = "/proc") {
	return {
		...whereabouts(proc),
		pid: process.pid,
		start: processStatus(proc, process.pid)?.start ?? 0
	};
}
function formatOwner({ boot, namespace, pid, start }) {
	return [
		boot,
		namespace,
		pid,
		start
	].join(".");
}
function parseOwner(text) {
	const [boot = "", namespace = "", pid = "", start = "", ...rest] = text.split(".");
	const numbers = [
		namespace,
		pid,
		start
	].every((number) => /^\d{1,15}$/.test(number));
	if (rest.length > 0 || !numbers || !uuid.test(boot) || Number(pid) === 0) return void 0;
	return {
		boot,
		namespace: Number(namespace),
		pid: Number(pid),
		start: Number(start)
	};
}
function ownerState(owner, self, proc = "/proc") {
	if (owner.boot !== self.boot || owner.namespace !== self.namespace) return "unknown";
	if (!processExists(owner.pid)) return "dead";
	const status = processStatus(proc, owner.pid);
	if (status === void 0 || owner.start === 0) return "unknown";
	return status.ended || status.start !== owner.start ? "dead" : "alive";
}
function processExists(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return !(error instanceof Error && "code" in error && error.code === "ESRCH");
	}
}
function processStatus(proc, pid) {
	const stat = attempt(() => readFileSync(`${proc}/${pid}/stat`, "latin1"));
	const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
	const start = Number(fields?.[19]);
	if (fields === void 0 || !Number.isSafeInteger(start)) return void 0;
	return {
		start,
		ended: /^[ZXx]/.test(fields[0] ?? "")
	};
}
function whereabouts(proc) {
	const boot = attempt(() => readFileSync(`${proc}/sys/kernel/random/boot_id`, "latin1"))?.trim();
	const link = attempt(() => readlinkSync(`${proc}/self/ns/pid`));
	const namespace = /^pid:\[(\d{1,15})\]$/.exec(link ?? "")?.[1];
	if (boot !== void 0 && uuid.test(boot) && namespace !== void 0) return {
		boot,
		namespace: Number(namespace)
	};
	const session = boot === void 0 ? attempt(bootSession) : void 0;
	return {
		boot: session !== void 0 && uuid.test(session) ? session : randomUUID(),
		namespace: 0
	};
}
function bootSession() {
	return process.getBuiltinModule("node:child_process").execFileSync("/usr/sbin/sysctl", ["-n", "kern.bootsessionuuid"], {
		encoding: "latin1",
		stdio: [
			"ignore",
			"pipe",
			"ignore"
		]
	}).trim().toLowerCase();
}
function attempt(read) {
	try {
		return read();
	} catch {
		return;
	}
}
// src/adapters/directory/temporary-file.ts
const forsaken = 864e5;
async function makeTemporaryFile(folder, owner) {
	const path = join(folder, `${formatOwner(owner)}.${randomUUID()}`);
	const file = await inFolder(folder, () => open(path, "wx"), makeDurably);
	return {
		path,
		file,
		async remove() {
			await file.close();
			await rm(path, { force: true });
		}
	};
}
async function withTemporaryFile(folder, owner, fill, use) {
	const { path, file, remove } = await makeTemporaryFile(folder, owner);
	try {
		await fill(file);
		await file.close();
		return await use(path);
	} finally {
		await remove();
	}
}
async function sweepTemporaryFiles(folder, self) {
	for (const name of await unless(absent, readdir(folder)) ?? []) {
		const owner = parseOwner(name.slice(0, name.lastIndexOf(".")));
		if (owner === void 0) continue;
		const path = join(folder, name);
		const state = ownerState(owner, self);
		if (state === "dead" || state === "unknown" && await isForsaken(path)) await rm(path, { force: true });
	}
}
async function isForsaken(path) {
	try {
		const { mtimeMs } = await stat(path);
		return Date.now() - mtimeMs > forsaken;
	} catch (error) {
		if (isSystemError(error, "ENOENT")) return false;
		throw error;
	}
}
// src/adapters/directory/creating.ts
async function createFile(writer, path, source, onBytes) {
	const place = await writer.placeOf(path);
	const found = await compare(writer, place, source);
	if (found !== void 0) return found;
	const { temporary, owner, links } = await writer.workspace();
	const drafted = await (source.draft && writer.drafts.get(source.draft))?.use(source, (copy) => appear(writer, copy, path, source, links));
	if (drafted === "created") onBytes?.(source.size);
	if (drafted !== void 0) return drafted;
	return withTemporaryFile(temporary, owner, async (file) => {
		await copySource(source, file, {
			target: place.file,
			onBytes,
			signal: writer.signal
		});
		await settle(file);
	}, (copy) => appear(writer, copy, path, source, links));
}
async function copyFile(writer, origin, path, content) {
	const found = await compare(writer, await writer.placeOf(path), content);
	if (found !== void 0) return found;
	const { file: place } = await placeOf(origin.root, origin.path);
	return await withObjectFile(place, async (file) => {
		if (file.size !== content.size) return void 0;
		return createFile(writer, path, fileSource(file.handle, content)).catch(unlessChanged);
	}) ?? "impossible";
}
function unlessChanged(error) {
	if (error instanceof InputError && error.code === "FILE_CHANGED") return void 0;
	throw error;
}
async function appear(writer, copy, path, content, links) {
	for (;;) {
		const place = await writer.placeOf(path);
		const folder = dirname(place.file);
		const name = () => links ? linkNew(writer.link, copy, place.file) : renameNew(copy, place.file);
		if (await inFolder(folder, name)) {
			await syncFolders(folder, place.root);
			return "created";
		}
		const found = await compare(writer, place, content);
		if (found !== void 0) return found;
	}
}
async function compare({ signal }, { root, file: place }, content) {
	return withObjectFile(place, async (file) => {
		if (!await holds$1(file, content, signal)) return "different";
		const synced = syncFolders(dirname(place), root).then(() => "present");
		return unless(absent, synced);
	});
}
// src/adapters/directory/lock-file.ts
const freed = "free";
function lockFile(locks, number) {
	return join(locks, `lock.${number}`);
}
function lockNumbers(locks) {
	return readdirSync(locks).flatMap((name) => {
		const number = /^lock\.([1-9]\d{0,14})$/.exec(name)?.[1];
		return number === void 0 ? [] : [Number(number)];
	});
}
function highestLock(locks) {
	return Math.max(0, ...lockNumbers(locks));
}
async function holderOf(place, number, abandoned) {
	if (number === 0) return void 0;
	const file = lockFile(place.locks, number);
	try {
		const text = readFileSync(file, "latin1");
		if (text === "free") return void 0;
		const owner = parseOwner(text);
		const state = owner === void 0 ? "unknown" : ownerState(owner, place.owner);
		if (state === "dead") return void 0;
		if (state === "unknown" && await ageOf(place, file) > abandoned) return void 0;
		return {
			owner,
			state
		};
	} catch (error) {
		if (isSystemError(error, "ENOENT")) return {
			owner: void 0,
			state: "alive"
		};
		throw error;
	}
}
async function ageOf({ temporary, owner }, file) {
	const made = await stat(file);
	return (await withTemporaryFile(temporary, owner, async () => void 0, (path) => stat(path))).ctimeMs - made.ctimeMs;
}
// src/adapters/directory/numbered-lock.ts
const kept$1 = 16;
async function withNumberedLock(place, action, limits = {}) {
	await inFolder(place.locks, () => void 0);
	const prepare = (text, use) => withTemporaryFile(place.temporary, place.owner, (file) => file.writeFile(text), use);
	return prepare(formatOwner(place.owner), (mine) => prepare(freed, (free) => contend(place, {
		mine,
		free
	}, action, limits)));
}
async function contend(place, files, action, { signal, abandoned = 6e4, patience = 9e4 }) {
	const deadline = performance.now() + patience;
	for (;;) {
		signal?.throwIfAborted();
		const highest = highestLock(place.locks);
		const holder = await holderOf(place, highest, abandoned);
		const done = holder === void 0 ? hold(place.locks, highest + 1, files, action) : void 0;
		if (done !== void 0) return done.value;
		if (performance.now() > deadline) throw new StoreError("STORE_FAILED", heldTooLong(place.locks, holder, patience));
		await setTimeout((holder?.state === "unknown" ? 200 : 10) * (.5 + Math.random()));
	}
}
function hold(locks, number, { mine, free }, action) {
	const file = lockFile(locks, number);
	try {
		linkSync(mine, file);
	} catch (error) {
		if (isSystemError(error, "EEXIST")) return void 0;
		throw error;
	}
	if (highestLock(locks) !== number) {
		rmSync(file, { force: true });
		return;
	}
	try {
		return { value: action() };
	} finally {
		release$1(locks, number, free);
	}
}
function release$1(locks, number, free) {
	try {
		renameSync(free, lockFile(locks, number));
		for (const old of lockNumbers(locks)) if (old <= number - kept$1) rmSync(lockFile(locks, old), { force: true });
	} catch {}
}
function heldTooLong(locks, holder, patience) {
	const waited = `waited ${Math.round(patience / 1e3)} s for the lock in ${locks}`;
	if (holder?.owner === void 0) return `${waited}: other processes kept taking it; run again`;
	const { pid } = holder.owner;
	return holder.state === "alive" ? `${waited}: process ${pid} holds it and is still there; end it if it hangs, then run again` : `${waited}: process ${pid} of another machine or container holds it; run again in a minute`;
}
// src/adapters/directory/removing.ts
const documents = join("streams", "v1");
async function removeFile(writer, path, revision) {
	const { root } = writer;
	const place = await writer.placeOf(path);
	if (place.file !== join(place.root, path)) throw new StoreError("STORE_FAILED", `${join(root, path)} is reached by a symbolic link, through which nothing is removed; remove it by hand`);
	if (await isThere(place.file)) {
		if (revision === void 0) await unless(absent, unlink(place.file));
		else if (!await removeRevision(writer, place.file, revision)) return "conflict";
	}
	await removeEmptyFolders(place);
	return "removed";
}
async function removeRevision(writer, file, revision) {
	const workspace = await writer.workspace();
	const removed = () => {
		const present = revisionAt(file);
		if (present !== void 0 && present !== revision) return false;
		if (present !== void 0) unlinkSync(file);
		return true;
	};
	return workspace.links ? withNumberedLock(workspace, removed, { signal: writer.signal }) : removed();
}
async function isThere(file) {
	const found = await unless(absent, lstat(file));
	if (found?.isFile() === false) throw notRegular(file);
	return found !== void 0;
}
async function removeEmptyFolders({ root, file }) {
	const segments = relative(root, dirname(file)).split(sep);
	for (let depth = segments.length; depth > 0; depth--) {
		const folder = segments.slice(0, depth).join(sep);
		if (folder === "" || folder === documents) return;
		if (!await removeEmptyFolder(join(root, folder))) return;
	}
}
async function removeEmptyFolder(folder) {
	try {
		await unless(absent, rmdir(folder));
		return true;
	} catch (error) {
		if (isSystemError(error, ...[
			"ENOTEMPTY",
			"EEXIST",
			"EBUSY",
			"EACCES",
			"EPERM"
		])) return false;
		throw error;
	}
}
// src/adapters/directory/workspace.ts
async function openWorkspace(root, singleWriter, link) {
	const temporary = join(root, ".simplestreams", "tmp");
	const locks = join(root, ".simplestreams", "lock");
	const above = await nearest(temporary);
	const owner = currentOwner();
	await sweepTemporaryFiles(temporary, owner);
	const refusal = await linkRefusal(temporary, owner, link);
	if (refusal !== void 0 && !singleWriter) throw new StoreError("STORE_NO_COMPARE_AND_SWAP", `the file system of ${root} has no hard links, and without them two publishers at once could lose each other's images; use a folder of another file system, or state \`single-writer: true\` if never more than one publisher writes at a time`, { cause: refusal });
	return {
		temporary,
		locks,
		owner,
		links: refusal === void 0,
		above
	};
}
async function removeUnused({ temporary, locks, above }) {
	if (await unless(absent, stat(locks)) !== void 0) return;
	for (let folder = temporary; folder !== above; folder = dirname(folder)) if (!await removeEmptyFolder(folder)) return;
}
async function nearest(folder) {
	return await unless(absent, stat(folder)) === void 0 ? nearest(dirname(folder)) : folder;
}
function linkRefusal(temporary, owner, link) {
	return withTemporaryFile(temporary, owner, async () => void 0, async (path) => {
		try {
			await link(path, `${path}-link`);
			return;
		} catch (error) {
			if (isSystemError(error, ...linkUnsupported)) return error;
			throw error;
		} finally {
			await rm(`${path}-link`, { force: true });
		}
	});
}
// src/adapters/directory/draft.ts
async function openDraft(writer, folder, size) {
	const file = await unlessRefused(async () => {
		if (await liesIn(writer, folder, size)) return void 0;
		const { temporary, owner } = await writer.workspace();
		return makeTemporaryFile(temporary, owner);
	});
	if (file === void 0) return void 0;
	const draft = fileDraft(writer, file);
	writer.drafts.set(draft, draft);
	return draft;
}
async function liesIn(writer, folder, size) {
	const { file: place } = await writer.placeOf(folder);
	for (const entry of await unless(absent, readdir(place, {
		recursive: true,
		withFileTypes: true
	})) ?? []) {
		if (!entry.isFile()) continue;
		if ((await unless(absent, stat(join(entry.parentPath, entry.name))))?.size === size) return true;
	}
	return false;
}
function fileDraft(writer, made) {
	let held = made;
	let written = 0;
	let last = Promise.resolve();
	function letGo() {
		const file = held;
		held = void 0;
		return file;
	}
	async function write(bytes) {
		if (held === void 0) return;
		const done = await unlessRefused(async () => {
			await writeAll(made.file, bytes);
			return true;
		});
		written += bytes.length;
		if (done === void 0) await unlessRefused(async () => letGo()?.remove());
	}
	return {
		write(bytes) {
			last = last.then(() => write(bytes));
			return last;
		},
		async use({ size }, name) {
			await last;
			const file = letGo();
			if (file === void 0) return void 0;
			try {
				if (written !== size) return void 0;
				writer.signal?.throwIfAborted();
				await settle(file.file);
				await file.file.close();
				return await name(file.path);
			} finally {
				await file.remove();
			}
		},
		async discard() {
			await last.catch(() => void 0);
			await unlessRefused(async () => {
				await letGo()?.remove();
				await removeUnused(await writer.workspace());
			});
		}
	};
}
async function unlessRefused(action) {
	try {
		return await action();
	} catch (error) {
		if (isSystemError(error) || error instanceof StoreError) return void 0;
		throw error;
	}
}
// src/adapters/listed-order.ts
function byPath(a, b) {
	if (a.path === b.path) return 0;
	return a.path < b.path ? -1 : 1;
}
// src/adapters/directory/listing.ts
const workspace = ".simplestreams";
const together = 32;
async function listFolder(root) {
	const now = /* @__PURE__ */ new Date();
	const top = await unless(gone, realpath(root));
	if (top === void 0) return {
		objects: [],
		now
	};
	const objects = [];
	const targets = /* @__PURE__ */ new Set();
	for (let level = [""]; level.length > 0;) {
		const found = await inTurns(level, (below) => look$1(top, below));
		for (const folder of found) {
			for (const object of folder.objects) objects.push(object);
			for (const target of folder.targets) targets.add(target);
		}
		level = found.flatMap(({ folders }) => folders);
	}
	return {
		objects: objects.filter(({ path }) => !isBelow(path, targets)).sort(byPath),
		now
	};
}
const gone = ["ENOENT", "ELOOP"];
async function look$1(top, below) {
	const entries = await unless(gone, readdir(join(top, below), { withFileTypes: true })) ?? [];
	const pathOf = ({ name }) => below === "" ? name : `${below}/${name}`;
	const folders = entries.filter((entry) => entry.isDirectory() && entry.name !== workspace);
	const files = entries.filter((entry) => entry.isFile()).map(pathOf);
	const links = entries.filter((entry) => entry.isSymbolicLink()).map(pathOf);
	const objects = await inTurns(files, (path) => listed(top, path));
	const targets = await inTurns(links, (path) => targetBelow(top, path));
	return {
		objects: objects.flat(),
		folders: folders.map(pathOf),
		targets: targets.flat()
	};
}
async function inTurns(things, ask) {
	const answers = [];
	for (let at = 0; at < things.length; at += together) {
		const some = await Promise.all(things.slice(at, at + together).map(ask));
		for (const answer of some) answers.push(answer);
	}
	return answers;
}
function isBelow(path, targets) {
	for (let end = path.length; end > 0; end = path.lastIndexOf("/", end - 1)) if (targets.has(path.slice(0, end))) return true;
	return false;
}
async function listed(top, path) {
	const stats = await unless(gone, lstat(join(top, path)));
	return stats?.isFile() ? [{
		path,
		size: stats.size,
		modified: stats.mtime
	}] : [];
}
async function targetBelow(top, link) {
	const target = await unless(gone, realpath(join(top, link)));
	if (target === void 0) return [];
	const segments = relative(top, target).split(sep);
	return segments[0] === ".." ? [] : [segments.join("/")];
}
// src/adapters/directory/object-stream.ts
const chunk = 1048576;
async function* streamFile(root, path, signal) {
	try {
		yield* bytesAt((await placeOf(root, path)).file, signal);
	} catch (error) {
		throw isSystemError(error) ? storeError(`read ${join(root, path)}`, error) : error;
	}
}
async function* bytesAt(place, signal) {
	const file = await openObject(place);
	if (file === void 0) throw new StoreError("STORE_FAILED", `${place} is not there`);
	try {
		const { handle, size } = file;
		let left = size;
		for (;;) {
			signal?.throwIfAborted();
			const buffer = Buffer.allocUnsafeSlow(Math.min(chunk, left + 1));
			const { bytesRead } = await handle.read(buffer);
			left -= bytesRead;
			if (bytesRead === 0 || left < 0) break;
			yield buffer.subarray(0, bytesRead);
		}
		if (left !== 0) throw new StoreError("STORE_FAILED", `${place} changed while its ${size} bytes were read; end what writes to it`);
	} finally {
		await file.handle.close();
	}
}
// src/adapters/directory/replacing.ts
async function replaceFile(writer, path, bytes, revision) {
	const workspace = await writer.workspace();
	return withTemporaryFile(workspace.temporary, workspace.owner, async (file) => {
		await file.writeFile(bytes);
		await settle(file);
	}, async (copy) => {
		const { root, file } = await writer.placeOf(path);
		const folder = dirname(file);
		const swap = () => {
			if (revisionAt(file) !== revision) return false;
			renameSync(copy, file);
			return true;
		};
		const swapAlone = () => workspace.links ? withNumberedLock(workspace, swap, { signal: writer.signal }) : swap();
		return await (revision === void 0 ? inFolder(folder, swapAlone) : swapAlone()) ? replaced(sha256Once(bytes), folder, root) : { outcome: "conflict" };
	});
}
async function replaced(revision, folder, root) {
	try {
		await syncFolders(folder, root);
		return {
			outcome: "replaced",
			revision
		};
	} catch (cause) {
		return {
			outcome: "unknown",
			cause
		};
	}
}
// src/adapters/directory/writer.ts
function openWriter({ root, link, singleWriter, signal }) {
	let opened;
	return {
		root,
		link,
		signal,
		drafts: /* @__PURE__ */ new WeakMap(),
		workspace() {
			opened ??= openWorkspace(root, singleWriter, link).catch((error) => {
				opened = void 0;
				throw error;
			});
			return opened;
		},
		placeOf: (path) => placeOf(root, path)
	};
}
// src/adapters/directory-store.ts
function directoryStore({ folder, singleWriter, signal }, link$1 = link) {
	const root = resolve(folder);
	const writer = openWriter({
		root,
		link: link$1,
		singleWriter,
		signal
	});
	function as(task, path, action) {
		return asStoreError(`${task} ${join(root, path)}`, action);
	}
	const store = {
		url: folder,
		read: (path, limit) => as("read", path, () => readFile$1(root, path, limit)),
		stat: (path) => as("read", path, () => statFile(root, path)),
		draft: (below, size) => openDraft(writer, below, size),
		create: (path, source, _headers, onBytes) => as("write", path, () => createFile(writer, path, source, onBytes)),
		async copy(from, path, content) {
			const origin = roots.get(from.store);
			if (origin === void 0) return "impossible";
			const place = {
				root: origin,
				path: from.path
			};
			return as("write", path, () => copyFile(writer, place, path, content));
		},
		replace: (path, bytes, revision) => as("write", path, () => replaceFile(writer, path, bytes, revision)),
		guarantees: () => asStoreError(`write ${root}`, async () => (await writer.workspace()).links ? "compare-and-swap" : "single-writer"),
		unfinished: async () => [],
		abort: async () => void 0,
		list: () => asStoreError(`list ${root}`, () => listFolder(root)),
		digest: (path) => as("read", path, async () => lookAt((await placeOf(root, path)).file, (file) => digestOf(file, signal))),
		remove: (path, revision) => as("remove", path, () => removeFile(writer, path, revision)),
		keepsVersions: async () => false,
		stream: (path) => streamFile(root, path, signal)
	};
	roots.set(store, root);
	return store;
}
const roots = /* @__PURE__ */ new WeakMap();
const looking = atMost(32);
const lookAt = (place, use) => looking(() => withObjectFile(place, use));
async function readFile$1(root, path, limit) {
	const { file: place } = await placeOf(root, path);
	return lookAt(place, async ({ handle, size, modified }) => {
		if (size > limit) throw new TrustError("DOCUMENT_TOO_LARGE", `${place} has ${size} bytes, more than the ${limit} that such a document may have`);
		const bytes = await handle.readFile();
		return {
			bytes,
			revision: sha256Once(bytes),
			modified,
			now: /* @__PURE__ */ new Date()
		};
	});
}
async function statFile(root, path) {
	const { file: place } = await placeOf(root, path);
	return lookAt(place, async ({ size, modified }) => {
		return {
			size,
			sha256: void 0,
			modified,
			now: /* @__PURE__ */ new Date()
		};
	});
}
// src/adapters/random.ts
function systemRandom() {
	return {
		id: () => randomBytes(16).toString("hex"),
		fraction: () => Math.random()
	};
}
// src/faces/wire.ts
async function wire(settings, run, images = openImages([settings], run)) {
	const clock = systemClock(run);
	return {
		store: await openStore(settings, run),
		signing: await openSigning(settings, clock.now()),
		images,
		clock,
		random: systemRandom(),
		reporter: run.reporter,
		sha256: sha256Once
	};
}
function openImages(settings, { signal }) {
	return imageFiles({
		signal,
		inParts: settings.some(({ root }) => root.kind !== "folder")
	});
}
async function openStore({ root, singleWriter }, { signal }) {
	if (root.kind === "folder") return directoryStore({
		folder: root.folder,
		singleWriter,
		signal
	});
	const { s3Store } = await import("./store.mjs");
	return s3Store({
		...root,
		singleWriter,
		signal
	});
}
async function openSigning({ signingKey, trustedKeys }, now) {
	if (signingKey === void 0) return void 0;
	const { openpgpSigning } = await import("./signing2.mjs");
	return openpgpSigning({
		signingKey: signingKey.armored,
		passphrase: signingKey.passphrase,
		trustedKeys: trustedKeys.length === 0 ? void 0 : trustedKeys.join("\n"),
		now
	});
}
// src/faces/outputs.ts
const outputs = [
	{
		name: "changed",
		description: "`true` when the root has changed, `false` when everything was there already."
	},
	{
		name: "outcome",
		description: "What became of the root: `published`, `unlisted`, `pruned`, `promoted`, `rolled-forward` or `rotated`; `unchanged` when nothing was to be done (`prune` says `pruned` then too); `planned` by a dry run, and by `promote` with `plan`. Of `publish` also `partial` when images that may be missing were left out, or `checked` for a pull request from a fork, which publishes nothing. A run that failed has none."
	},
	{
		name: "product",
		description: "The name of the product; empty when there are several images, or versions that were taken back."
	},
	{
		name: "serial",
		description: "The name of the version that holds the files: a new one, or the one that had them; or of the one that was taken back. Empty where `product` is."
	},
	{
		name: "generation",
		description: "The number of commits the root has seen; empty when there are several roots, as for `index-url`."
	},
	{
		name: "index-url",
		description: "Where clients find the index; empty without `public-url`."
	},
	{
		name: "findings",
		description: "The number of findings of `check`, without the allowed ones."
	},
	{
		name: "report",
		description: "Everything about the run as one JSON object; of a failed run, with the key `error`."
	}
];
function publishOutputs(report) {
	return {
		changed: String(report.changed),
		outcome: outcomeOf(report, "published"),
		product: report.product ?? "",
		serial: report.serial ?? "",
		generation: String(report.generation),
		"index-url": report.indexUrl ?? ""
	};
}
function outcomeOf({ changed, dryRun }, done) {
	if (!changed) return "unchanged";
	return dryRun ? "planned" : done;
}
function manyOutputs({ changed, outcome, roots }) {
	const [only, ...more] = roots;
	return {
		...only === void 0 || more.length > 0 ? {} : publishOutputs(only),
		changed: String(changed),
		outcome
	};
}
function unlistOutputs({ changed, dryRun, generation, unlisted }) {
	const [only, ...more] = unlisted;
	const one = only === void 0 || more.length > 0 ? {
		product: "",
		serial: ""
	} : only;
	return {
		changed: String(changed),
		outcome: dryRun ? "planned" : "unlisted",
		product: one.product,
		serial: one.serial,
		generation: String(generation)
	};
}
function carryOutputs(report, done) {
	const { changed, generation, versions } = report;
	const [only, ...more] = versions;
	const one = more.length === 0 ? only : void 0;
	return {
		changed: String(changed),
		outcome: outcomeOf(report, done),
		product: one?.product ?? "",
		serial: one?.serial ?? "",
		generation: String(generation)
	};
}
function planOutputs({ changed }) {
	return {
		changed: String(changed),
		outcome: outcomeOf({
			changed,
			dryRun: true
		}, "planned")
	};
}
function pruneOutputs({ changed, dryRun }) {
	return {
		changed: String(changed),
		outcome: dryRun ? "planned" : "pruned"
	};
}
function rotationOutputs(report) {
	return {
		changed: String(report.changed),
		outcome: outcomeOf(report, "rotated"),
		generation: String(report.generation)
	};
}
function checkOutputs(report) {
	return { findings: String(countedIn(report)) };
}
function listOutputs({ index }) {
	return index.generation === void 0 ? {} : { generation: String(index.generation) };
}
function countedIn({ counts }) {
	return counts.error + counts.warning + counts.note;
}
function checkOnlyOutputs(reports) {
	const findings = reports.reduce((sum, report) => sum + countedIn(report), 0);
	return {
		changed: "false",
		outcome: "checked",
		findings: String(findings)
	};
}
function outputsOf(values, json) {
	const known = {
		...values,
		report: JSON.stringify(json)
	};
	return outputs.map(({ name }) => [name, known[name] ?? ""]);
}
// src/core/stage-word.ts
function parseStageWord(text) {
	return /^[A-Za-z0-9_][A-Za-z0-9._-]{0,63}$/.test(text) ? text : void 0;
}
// src/core/stored-path.ts
const kept = [
	"streams/v1/index.json",
	"streams/v1/index.sjson",
	"streams/v1/index.json.gpg",
	"streams/v1/prune.json",
	"keyring.gpg",
	"keyring.asc",
	"index.html"
];
function storedPath(text) {
	const path = parseRelativePath(text);
	if (path === void 0) return void 0;
	if (kept.includes(path)) return {
		kind: "kept",
		path
	};
	return path.startsWith("streams/v1/") ? ofStreams(path) : ofImages(path);
}
const digested = /^(.+)\.([0-9a-f]{32})(?:-[0-9a-f]{8})?\.(json|sjson|gpg)$/;
function ofStreams(path) {
	const name = path.slice(11);
	if (name.startsWith("staged/")) return isStaged(name) ? {
		kind: "staged",
		path
	} : void 0;
	const [, word = "", digest = "", form = ""] = digested.exec(name) ?? [];
	if (word === "keyring" && form === "gpg") return {
		kind: "ring",
		path,
		digest
	};
	if (word === "index" && form !== "gpg") return {
		kind: "copy",
		path,
		digest
	};
	if (parseContentId(word) !== void 0 && form !== "gpg") return {
		kind: "document",
		path,
		digest
	};
	return parseContentId(/^([^/]+)\.s?json$/.exec(name)?.[1] ?? "") === void 0 ? void 0 : {
		kind: "customary",
		path
	};
}
function isStaged(name) {
	const [, run = "", stage = ""] = /^staged\/([^/]+)\/([^/]+)\.s?json$/.exec(name) ?? [];
	return parseStageWord(run) !== void 0 && parseStageWord(stage) !== void 0;
}
function ofImages(path) {
	const segments = path.split("/");
	const [serial = "", directory = ""] = segments.slice(-3);
	const digest = /^([0-9a-f]{32})(?:-[0-9a-f]{8})?$/.exec(directory)?.[1];
	if (!(segments.length === 6 || segments.length === 7) || digest === void 0 || parseSerial(serial) === void 0) return void 0;
	return {
		kind: "image",
		path,
		digest
	};
}
function nestedRoots(paths) {
	const prefixes = paths.flatMap((path) => {
		const at = path.indexOf("/streams/v1/");
		return at === -1 ? [] : [path.slice(0, at + 1)];
	});
	return [...new Set(prefixes)].sort();
}
function planVisit({ objects, now, named, notes }, grace) {
	const nested = nestedRoots(objects.map(({ path }) => path));
	const isNested = (path) => nested.some((prefix) => path.startsWith(prefix));
	const young = [];
	const foreign = [];
	const unnamed = [];
	for (const object of objects) {
		const stored = isNested(object.path) ? void 0 : storedPath(object.path);
		if (stored === void 0) foreign.push(object);
		else if (stored.kind === "kept" || named.has(object.path)) continue;
		else if (now.getTime() - object.modified.getTime() <= 1728e5) young.push(object);
		else unnamed.push({
			...object,
			stored,
			noted: notedAt(notes.get(stored.path), object, now)
		});
	}
	const isDue = ({ noted }) => now.getTime() - noted.getTime() > grace;
	return {
		due: unnamed.filter(isDue),
		waiting: unnamed.filter((object) => !isDue(object)),
		young,
		foreign,
		nested,
		shadowed: nested.flatMap((prefix) => {
			const isListed = [...named].some((path) => path.startsWith(prefix));
			const within = objects.find(({ path }) => path.startsWith(`${prefix}streams/v1/`));
			return isListed && within !== void 0 ? [{
				prefix,
				path: within.path
			}] : [];
		})
	};
}
function notesOf(unnamed) {
	return new Map(unnamed.map(({ stored, noted, modified }) => [stored.path, {
		noted,
		modified: toSecond(modified)
	}]));
}
function isSameTime(a, b) {
	return toSecond(a).getTime() === toSecond(b).getTime();
}
function toSecond(date) {
	return /* @__PURE__ */ new Date(Math.floor(date.getTime() / 1e3) * 1e3);
}
function notedAt(note, { modified }, now) {
	return note !== void 0 && isSameTime(note.modified, modified) ? note.noted : now;
}
// src/app/known.ts
const limit = 67108864;
function openKnown() {
	const known = /* @__PURE__ */ new Map();
	const rings = /* @__PURE__ */ new Map();
	let size = 0;
	function forget(document) {
		known.delete(document.sha256);
		size -= document.bytes.length;
	}
	return {
		document: (sha256) => sha256 === void 0 ? void 0 : known.get(sha256),
		add: (document) => {
			const before = known.get(document.sha256);
			if (before !== void 0) forget(before);
			known.set(document.sha256, document);
			size += document.bytes.length;
			for (const oldest of known.values()) {
				if (size <= limit || oldest === document) return;
				forget(oldest);
			}
		},
		ring: async (path, check) => {
			const keys = (path === void 0 ? void 0 : rings.get(path)) ?? await check();
			if (path !== void 0) rings.set(path, keys);
			return keys;
		}
	};
}
// src/app/documents.ts
function productsEntries(index) {
	return Object.entries(index.index).filter(([, { format, datatype }]) => format === "products:1.0" || format === void 0 && datatype === "image-downloads");
}
function isOurs$1(contentId, entry, form) {
	return pinnedDigest(contentId, entry, form) !== void 0;
}
function pinnedDigest(contentId, entry, form) {
	const sha256 = parseSha256(entry.sha256);
	return sha256 !== void 0 && entry.path === documentPath(contentId, form, sha256) ? sha256 : void 0;
}
async function readDocuments(ports, head, known = openKnown()) {
	const entries = productsEntries(head.index);
	return Promise.all(entries.map(async ([contentId, entry]) => {
		const found = known.document(pinnedDigest(contentId, entry, head.form));
		if (found !== void 0 && found.bytes.length === entry.size) return {
			contentId,
			entry,
			...found
		};
		const document = await readDocument(ports, head, contentId, entry);
		known.add(document);
		return {
			contentId,
			entry,
			...document
		};
	}));
}
async function readDocument(ports, head, contentId, entry) {
	const path = safePath(entry, contentId);
	const stored = await ports.store.read(path, documentLimit);
	if (stored === void 0) throw new TrustError("DOCUMENT_MISSING", `${path}, which the index of ${ports.store.url} names for ${contentId}, is not there; restore it, or remove the entry`);
	const { bytes } = stored;
	const sha256 = ports.sha256(bytes);
	if (entry.sha256 !== void 0 && (entry.sha256 !== sha256 || entry.size !== bytes.length)) throw new TrustError("DIGEST_MISMATCH", `${path} in ${ports.store.url} is not what the index says: sha256 ${sha256} and ${bytes.length} bytes instead of ${entry.sha256} and ${entry.size}; somebody changed it. Restore it and run again`);
	if (head.form === "json") return {
		bytes,
		sha256,
		text: documentText(bytes, path),
		plain: bytes
	};
	const { text, plain } = await verifierOf(ports).clearsigned(bytes, path);
	return {
		bytes,
		sha256,
		text,
		plain
	};
}
function safePath({ path }, contentId) {
	const safe = parseRelativePath(path);
	if (safe !== void 0) return safe;
	throw new TrustError("DOCUMENT_MISSING", `the index names ${JSON.stringify(path)} for ${contentId}, which is no path below the root; correct the entry`);
}
function parseDocuments(documents) {
	return new Map(documents.map(({ contentId, entry, text }) => [contentId, parseProducts(text, entry.path)]));
}
function namedPaths(documents) {
	const named = /* @__PURE__ */ new Set();
	for (const { products } of documents.values()) for (const { versions = {} } of Object.values(products)) for (const { items = {} } of Object.values(versions)) for (const { path } of Object.values(items)) if (path !== void 0) named.add(path);
	return named;
}
// src/app/rollback.ts
async function isRolledBack(ports, { head, follower }, accept) {
	const followed = follower?.generation ?? 0;
	const { generation = 0 } = head.index;
	if (followed <= generation) return false;
	if ((await readHead(ports, head.form)).sha256 !== head.sha256) return void 0;
	if (accept) return true;
	throw new TrustError("ROLLED_BACK", `the head of ${ports.store.url} has generation ${generation}, and ${index}, which follows it, ${followed}: somebody put an old head back. Restore the newer one from its copy (streams/v1/index.<digest>.sjson); or, if the old one is meant to stand, say accept-rollback: true once`);
}
// src/app/named-paths.ts
async function readNamed(ports) {
	const state = await readRoot$1(ports);
	if (state.kind === "empty") throw new InputError("INPUT_INVALID", `${ports.store.url} has no index (streams/v1/index.sjson, or index.json), so nothing tells what in it is still needed; correct root`);
	const { head } = state;
	if (state.kind === "becoming") {
		if (head.index.generation === 0) return {
			kind: "unknown",
			why: "the root is about to become a signed one"
		};
		throw new TrustError("HEAD_VANISHED", `index.json of ${ports.store.url} says that index.sjson is the head, and that is not there: it was removed, or signing the root was interrupted; restore it from its copy (streams/v1/index.<digest>.sjson), or publish with adopt: true`);
	}
	if (state.kind === "signed") {
		const rolledBack = await isRolledBack(ports, state, false);
		const isCurrent = state.follower?.commit === head.index.commit;
		if (rolledBack === void 0 || !isCurrent) return { kind: "followers-behind" };
	}
	const known = new Set(productsEntries(head.index).map(([contentId]) => contentId));
	const others = Object.keys(head.index.index).filter((contentId) => !known.has(contentId));
	if (others.length > 0) return {
		kind: "unknown",
		why: `the index lists ${others.join(", ")}, which is no products document, so what it names is not known`
	};
	const stored = await readDocuments(ports, head);
	return {
		kind: "known",
		head,
		stored,
		named: namedBy(ports, head, stored)
	};
}
function namedBy({ sha256 }, { form, sha256: digest, index }, stored) {
	const copies = [digest, parseSha256(index.previous)].filter((each) => each !== void 0);
	return /* @__PURE__ */ new Set([
		...namedPaths(parseDocuments(stored)),
		...Object.values(index.index).map(({ path }) => path),
		...stored.flatMap((document) => documentPaths(document, sha256)),
		...copies.flatMap((each) => [headCopyPath(form, each), headCopyPath("json", each)]),
		...index.keyring === void 0 ? [] : [index.keyring]
	]);
}
function documentPaths({ contentId, entry, plain }, sha256) {
	if (parseContentId(contentId) === void 0) return [entry.path];
	const customary = ["json", "sjson"].map((form) => customaryPath(contentId, form));
	return [
		entry.path,
		documentPath(contentId, "json", sha256(plain)),
		...customary
	];
}
async function namedBeside({ store, sha256 }, { objects }, stored) {
	const current = new Map(stored.filter(({ contentId }) => parseContentId(contentId) !== void 0).map(({ contentId, plain }) => [customaryPath(contentId, "json"), sha256(plain)]));
	const named = /* @__PURE__ */ new Set();
	for (const { path: text } of objects) {
		const found = storedPath(text);
		if (found?.kind !== "customary" || !found.path.endsWith(".json")) continue;
		const digest = current.get(found.path);
		if (digest !== void 0 && await store.digest(found.path) === digest) continue;
		const document = await store.read(found.path, documentLimit);
		for (const path of document ? pathsIn(document.bytes) : []) named.add(path);
	}
	return named;
}
function pathsIn(bytes) {
	const paths = [];
	try {
		JSON.parse(new TextDecoder().decode(bytes), (key, value) => {
			if (key === "path" && typeof value === "string") paths.push(value);
			return value;
		});
	} catch {
		return [];
	}
	return paths;
}
// src/app/implied.ts
async function impliedFollowers(ports, head, known) {
	const documents = await readDocuments(ports, head, known);
	const ours = documents.filter(({ contentId, entry }) => isOurs$1(contentId, entry, head.form));
	if (head.form === "json") return new Map(ours.map(({ contentId, bytes }) => [customaryPath(contentId, "json"), exactly(ports, bytes)]));
	if (head.index.generation === void 0) return /* @__PURE__ */ new Map();
	return new Map([
		...ours.flatMap((document) => customaryForms(ports, document)),
		...await rings(ports, head.index),
		...signedIndexes(ports, head, documents)
	]);
}
function customaryForms(ports, { contentId, bytes, plain }) {
	return [[customaryPath(contentId, "json"), exactly(ports, plain)], [customaryPath(contentId, "sjson"), exactly(ports, bytes)]];
}
async function rings(ports, index) {
	if (index.keyring === void 0) return [];
	const bytes = await readRing(ports, index.keyring);
	const { ring, signer } = requireSigning(ports);
	if ((await ring.keys(bytes)).every(({ fingerprint }) => fingerprint !== signer.fingerprint)) throw new FollowersError("FOLLOWERS_BEHIND", `the signing key ${signer.fingerprint} was dropped from the ring of ${ports.store.url} meanwhile, and what it signs nobody could verify: the next run with one of the keys that are in it brings them up`);
	const armored = await ring.armor(bytes);
	return [[keyring$1, exactly(ports, bytes)], [armoredKeyring, exactly(ports, armored)]];
}
function signedIndexes(ports, { index: index$2, signedBy }, documents) {
	const plain = new TextEncoder().encode(serialise(plainIndex(ports, index$2, documents)));
	const { signer, verifier } = requireSigning(ports);
	const lasting = /* @__PURE__ */ new Set([signedBy, signer.fingerprint]);
	return [[indexSignature, {
		isCurrent: async (present) => {
			const by = await verifier.detached(plain, present);
			return by !== void 0 && lasting.has(by);
		},
		bytes: () => signer.detach(plain)
	}], [index, exactly(ports, plain)]];
}
function plainIndex(ports, index, documents) {
	const entries = documents.map(({ contentId, entry, plain }) => {
		const sha256 = ports.sha256(plain);
		const path = documentPath(contentId, "json", sha256);
		return [contentId, {
			...entry,
			path,
			sha256,
			size: plain.length
		}];
	});
	return {
		...index,
		head: "index.sjson",
		index: {
			...index.index,
			...Object.fromEntries(entries)
		}
	};
}
function exactly({ sha256 }, bytes) {
	return {
		isCurrent: async (present) => present.length === bytes.length && sha256(present) === sha256(bytes),
		bytes: async () => bytes
	};
}
// src/app/pauses.ts
const patience = 6e5;
const firstSpan = 50;
const longestSpan = 3e4;
function openPauses({ clock, random }) {
	const end = clock.now().getTime() + patience;
	let span = firstSpan;
	return {
		isOver: () => clock.now().getTime() > end,
		after: async (began) => {
			const took = clock.now().getTime() - began.getTime();
			span = Math.min(longestSpan, Math.max(1.25 * span, 2 * took));
			await clock.sleep(random.fraction() * span);
		}
	};
}
// src/app/followers.ts
async function bringUpFollowers(ports, form, when = "behind", known = openKnown()) {
	const pauses = openPauses(ports);
	const written = /* @__PURE__ */ new Set();
	let seen;
	while (!pauses.isOver()) {
		const began = ports.clock.now();
		const present = form === "sjson" ? await readFollower(ports) : void 0;
		const head = await readHead(ports, form);
		if (head.index.head !== void 0) return;
		const lead = leadOf(present, head);
		if (lead > 0) return;
		const only = lead === 0 && when === "behind" ? written : void 0;
		if (!(only === void 0 && seen !== void 0 && seen.sha256 !== head.sha256) && await bringUpAll({
			ports,
			head,
			known,
			written
		}, only)) return;
		seen = head;
		await pauses.after(began);
	}
	throw new FollowersError("FOLLOWERS_BEHIND", `the followers of ${ports.store.url} did not settle in ${patience / 6e4} minutes; something else writes them: the next run tries again`);
}
async function bringUpAll(pass, only) {
	const { ports, head, known, written } = pass;
	if (only?.size === 0) return true;
	for (const [path, follower] of await impliedFollowers(ports, head, known)) {
		if (only?.has(path) === false) continue;
		if (!await bringUp(pass, path, follower)) return false;
	}
	return written.size === 0 || head.form === "sjson" && only === void 0 || stands(pass);
}
async function bringUp(pass, path, follower) {
	const { ports, head, written } = pass;
	const present = await ports.store.read(path, documentLimit);
	if (!await stands(pass)) return false;
	if (present !== void 0 && await follower.isCurrent(present.bytes)) return true;
	if (path === index && present !== void 0 && isNewer(present.bytes, head)) return false;
	const headers = objectHeaders(path, "mutable");
	const bytes = await follower.bytes();
	written.add(path);
	return (await ports.store.replace(path, bytes, present?.revision, headers)).outcome === "replaced";
}
async function stands({ ports, head }) {
	return (await readHead(ports, head.form)).sha256 === head.sha256;
}
function isNewer(bytes, head) {
	return leadOf(parseFollower(bytes), head) > 0;
}
function leadOf(present, { index }) {
	return present === void 0 ? -1 : generationOf(present) - generationOf(index);
}
async function readFollower({ store }) {
	const stored = await store.read(index, documentLimit);
	return stored && parseFollower(stored.bytes);
}
function parseFollower(bytes) {
	return parseIndex(documentText(bytes, index), index);
}
function generationOf(index) {
	return index.generation ?? 0;
}
// src/app/base.ts
async function openBase(ports, permissions, recovery, known = openKnown()) {
	const state = await readRoot$1(ports);
	const ring = await checkPolicy(ports, state, permissions, known);
	const { acceptRollback } = permissions;
	const rolledBack = state.kind === "signed" && await isRolledBack(ports, state, acceptRollback);
	if (rolledBack === void 0) return openBase(ports, permissions, recovery, known);
	const head = state.kind === "empty" ? void 0 : state.head;
	const stored = head === void 0 ? [] : await readDocuments(ports, head, known);
	const isKnown = permissions.ringChange !== "lost" || isIn(ring, ports);
	if (!rolledBack && isKnown && recovery && await areFollowersBehind(ports, state, stored) && head !== void 0) {
		await askWith(recovery, head, stored);
		await bringUpFollowers(ports, head.form, "behind", known);
		return openBase(ports, permissions, void 0, known);
	}
	const documents = parseDocuments(stored);
	const named = namedPaths(documents);
	for (const path of stored.flatMap((document) => documentPaths(document, ports.sha256))) named.add(path);
	const followed = state.kind === "signed" ? state.follower?.generation : void 0;
	return {
		kind: state.kind,
		head: head && {
			...head,
			ring
		},
		form: ports.signing === void 0 ? "json" : "sjson",
		stored,
		documents,
		named,
		generation: Math.max(head?.index.generation ?? 0, rolledBack ? followed ?? 0 : 0),
		rolledBack
	};
}
function isIn(ring, { signing }) {
	return ring.some(({ fingerprint }) => fingerprint === signing?.signer.fingerprint);
}
async function askWith(recovery, head, stored) {
	const ours = stored.find(({ contentId, entry }) => isOurs$1(contentId, entry, head.form));
	const path = parseRelativePath(ours?.entry.path);
	if (ours !== void 0 && path !== void 0) await recovery.ask(path, ours.bytes);
}
async function areFollowersBehind(ports, state, stored) {
	if (state.kind === "signed") return state.follower?.generation !== state.head.index.generation;
	if (state.kind !== "unsigned") return false;
	const ours = stored.filter(({ contentId, entry }) => isOurs$1(contentId, entry, "json"));
	return (await Promise.all(ours.map(({ contentId, sha256 }) => holds(ports, customaryPath(contentId, "json"), sha256)))).includes(false);
}
async function holds(ports, path, sha256) {
	const found = await ports.store.stat(path);
	if (found === void 0 || found.sha256 !== void 0) return found?.sha256 === sha256;
	const stored = await ports.store.read(path, documentLimit);
	return stored !== void 0 && ports.sha256(stored.bytes) === sha256;
}
async function checkPolicy(ports, state, { adopt, ringChange }, known) {
	if (state.kind === "signed") {
		const { head } = state;
		return known.ring(head.index.keyring, () => checkRing(ports, head, ringChange));
	}
	if (state.kind === "unsigned" && ports.signing !== void 0 && !adopt) throw new TrustError("NOT_ADOPTED", `${ports.store.url} is an unsigned root, and signing it vouches for everything in it; say adopt: true to do so once, or give no signing key`);
	if (state.kind !== "becoming") return [];
	requireSigning(ports);
	if (state.head.index.generation !== 0 && !adopt) throw new TrustError("NOT_ADOPTED", `index.json of ${ports.store.url} says that index.sjson is the head, and that is not there: it was removed, or signing the root was interrupted. Restore it, or say adopt: true to sign what index.json names`);
	return [];
}
// src/core/time.ts
function formatUpdated(date) {
	return date.toUTCString().replace(/GMT$/, "+0000");
}
// src/app/next-documents.ts
async function nextDocuments(ports, base, { changed, removed }) {
	const updated = formatUpdated(ports.clock.now());
	const documents = [...base.stored.filter(({ contentId, entry }) => !changed.has(contentId) && removed?.has(contentId) !== true && !isKept(ports, base, contentId, entry)).flatMap(({ contentId }) => {
		const document = base.documents.get(contentId);
		return document === void 0 ? [] : [[contentId, document]];
	}), ...[...changed].map(([contentId, document]) => [contentId, {
		...document,
		updated
	}])];
	return Promise.all(documents.map(([contentId, document]) => nextDocument(ports, base, contentId, document)));
}
function isKept({ signing }, { form, head }, contentId, entry) {
	return isOurs$1(contentId, entry, form) && head?.signedBy === signing?.signer.fingerprint;
}
async function nextDocument(ports, { form, head }, contentId, document) {
	const text = writeDocument(document, contentId);
	const plain = new TextEncoder().encode(text);
	const objects = /* @__PURE__ */ new Map([[documentPath(contentId, "json", ports.sha256(plain)), plain]]);
	const bytes = form === "json" ? plain : await requireSigning(ports).signer.clearsign(text);
	const sha256 = ports.sha256(bytes);
	const path = documentPath(contentId, form, sha256);
	objects.set(path, bytes);
	return {
		contentId,
		entry: {
			...head?.index.index[contentId],
			path,
			sha256,
			size: bytes.length,
			format: "products:1.0",
			products: Object.keys(document.products).sort(),
			...document.datatype === void 0 ? {} : { datatype: document.datatype },
			...document.updated === void 0 ? {} : { updated: document.updated }
		},
		objects,
		bytes,
		sha256,
		text,
		plain
	};
}
function checkDocuments(before, documents) {
	for (const [contentId, document] of documents) {
		validateProducts(newIn(document, before.get(contentId)), `the new ${contentId}`);
		if (mayBeOverlong(document)) writeDocument(document, contentId);
	}
}
function newIn(document, before) {
	if (before === void 0 || before.datatype !== document.datatype) return document;
	const products = Object.entries(document.products).filter(([name, product]) => product !== before.products[name]);
	return {
		...document,
		products: Object.fromEntries(products)
	};
}
function writeDocument(document, contentId) {
	const text = serialise(document);
	const overlong = overlongLine(text);
	if (overlong === void 0) return text;
	throw new FindingError("FINDINGS", `line ${overlong.line} of the new ${contentId} (${overlong.start}…) has ${overlong.length} bytes, and gpgv reads no signed line of 20,000 or more; shorten that tag`);
}
// src/app/next-head.ts
async function nextHead(ports, trial, { head, form, generation: before }, { entries, removed, keyring }) {
	const { head: _, previous: __, keyring: ___, ...kept } = head?.index ?? {
		format: "index:1.0",
		index: {}
	};
	const generation = before + 1;
	const text = serialise({
		...kept,
		format: "index:1.0",
		index: Object.fromEntries([...Object.entries(head?.index.index ?? {}).filter(([name]) => removed?.has(name) !== true), ...entries]),
		updated: formatUpdated(ports.clock.now()),
		generation,
		commit: ports.random.id(),
		...head === void 0 ? {} : { previous: head.sha256 },
		...keyring === void 0 ? {} : { keyring }
	});
	const bytes = form === "json" ? new TextEncoder().encode(text) : await requireSigning(ports).signer.clearsign(text);
	return {
		bytes,
		sha256: await storeCopy(ports, trial, form, bytes),
		generation
	};
}
async function storeRing(ports, base, wanted) {
	if (ports.signing === void 0) return void 0;
	const present = base.kind === "signed" ? base.head?.index.keyring : void 0;
	if (present !== void 0 && wanted === void 0) return present;
	const ring = wanted ?? ports.signing.signer.publicKey;
	const sha256 = ports.sha256(ring);
	const path = ringPath(sha256);
	if (await storeImmutable(ports, path, ring)) return path;
	const beside = ringPath(sha256, `-${ports.random.id().slice(0, 8)}`);
	await storeImmutable(ports, beside, ring);
	return beside;
}
async function beginSigning(ports, trial, base) {
	if (base.form === "json" || base.kind === "signed" || base.kind === "becoming") return base;
	const { head } = base;
	const index$1 = {
		...head?.index ?? {
			format: "index:1.0",
			index: {},
			generation: 0
		},
		updated: formatUpdated(ports.clock.now()),
		commit: ports.random.id(),
		head: "index.sjson",
		...head === void 0 ? {} : { previous: head.sha256 }
	};
	const bytes = new TextEncoder().encode(serialise(index$1));
	const sha256 = await storeCopy(ports, trial, "json", bytes);
	const headers = objectHeaders(index, "mutable");
	const put = await ports.store.replace(index, bytes, head?.revision, headers);
	if (put.outcome !== "replaced") return void 0;
	const marked = {
		form: "json",
		revision: put.revision,
		sha256,
		index: index$1,
		signedBy: void 0,
		ring: []
	};
	return {
		...base,
		kind: "becoming",
		head: marked
	};
}
async function storeCopy(ports, trial, form, bytes) {
	const sha256 = ports.sha256(bytes);
	const path = headCopyPath(form, sha256);
	if (!await storeImmutable(ports, path, bytes)) throw new Error(`a head with a random commit id exists already: ${sha256}`);
	await trial.ask(path, bytes);
	return sha256;
}
// src/app/prepare.ts
const lookLimit = 36e5;
function isOutdated({ clock }, looked) {
	return clock.now().getTime() - looked.getTime() > lookLimit;
}
async function storeFiles(base, stage, { changed, files }) {
	checkDocuments(base.documents, changed);
	await stage.store(files, base.named);
}
async function prepare(ports, base, stage, trial, known, edit) {
	const edited = edit(base.documents, stage, base.head);
	const { outcome, files } = edited;
	const documents = await nextDocuments(ports, base, edited);
	for (const { bytes, sha256, text, plain } of documents) known.add({
		bytes,
		sha256,
		text,
		plain
	});
	if (base.head !== void 0 && !await isStillHead(ports, base.head)) return void 0;
	const stored = await storeDocuments(ports, base, documents);
	const ring = await storeRing(ports, base, edited.ring);
	const begun = stored ? await beginSigning(ports, trial, base) : void 0;
	if (begun === void 0) return void 0;
	const next = await nextHead(ports, trial, begun, {
		entries: new Map(documents.map(({ contentId, entry }) => [contentId, entry])),
		removed: edited.removed,
		keyring: ring
	});
	const named = [...documents.flatMap(({ objects }) => [...objects.keys()]), ...ring === void 0 ? [] : [ring]];
	const looked = ports.clock.now();
	return await stage.look(files, base.named) && await allStand(ports, base, named) ? {
		outcome,
		base: begun,
		next,
		looked
	} : void 0;
}
async function storeDocuments(ports, base, documents) {
	const objects = documents.flatMap((document) => [...document.objects]);
	return (await Promise.all(objects.map(([path, bytes]) => storeImmutable(ports, path, bytes, base.named)))).every(Boolean);
}
async function allStand(ports, base, paths) {
	const unnamed = paths.filter((path) => !base.named.has(path) && path !== base.head?.index.keyring);
	return (await Promise.all(unnamed.map((path) => stands$1(ports, path)))).every(Boolean);
}
// src/app/fate.ts
async function readHeadAfter(ports, base) {
	if (base.head?.form === "sjson") return readHead(ports, "sjson");
	const state = await readRoot$1(ports);
	if (state.kind === "empty") {
		if (base.head === void 0) return void 0;
		throw headVanished(ports, base.head.form);
	}
	return state.head;
}
async function findCommitted(ports, sent, base, head) {
	let { sha256, index } = head;
	while (sha256 !== base.head?.sha256) {
		const committed = sent.get(sha256);
		if (committed !== void 0) return committed;
		const previous = parseSha256(index.previous);
		if (previous === base.head?.sha256) return void 0;
		if (previous === void 0 || isBefore(index, base)) throw outcomeUnknown(ports, "the chain of heads does not lead back to the one it began with");
		index = await readCopy(ports, previous);
		sha256 = previous;
	}
}
function isBefore({ generation = 0 }, { head }) {
	return generation < (head?.index.generation ?? 0);
}
function outcomeUnknown({ store }, why, cause) {
	return new StoreError("OUTCOME_UNKNOWN", `outcome: unknown. ${store.url} was asked to make the new head, and whether it did cannot be told: ${why}. Nothing is half-published; look at the index, and run again: what is there already is not published twice`, { cause });
}
async function readCopy(ports, sha256) {
	for (const form of ["sjson", "json"]) {
		const path = headCopyPath(form, sha256);
		const stored = await ports.store.read(path, documentLimit);
		if (stored === void 0) continue;
		if (ports.sha256(stored.bytes) !== sha256) break;
		return parseIndex(form === "sjson" ? (await verifierOf(ports).clearsigned(stored.bytes, path)).text : documentText(stored.bytes, path), path);
	}
	throw outcomeUnknown(ports, `the copy of the head ${sha256} is missing`);
}
// src/app/single-writer.ts
async function isStillBase(ports, base) {
	const head = await readHeadAfter(ports, base);
	if (head?.sha256 === base.head?.sha256) return true;
	if (head !== void 0) await leadBack(ports, base, () => findCommitted(ports, /* @__PURE__ */ new Map(), base, head));
	return false;
}
async function checkSingleWriter(ports, { base, next }) {
	const state = await readRoot$1(ports);
	const head = state.kind === "empty" ? void 0 : state.head;
	const sent = /* @__PURE__ */ new Map([[next.sha256, true]]);
	if (!(head && await leadBack(ports, base, () => findCommitted(ports, sent, base, head)))) throw vanished(ports, "the commit that this run has just made");
	if (state.kind !== "signed" || head?.sha256 !== next.sha256) return;
	const { follower } = state;
	if ((follower?.generation ?? 0) >= next.generation && follower?.commit !== head.index.commit) throw vanished(ports, `generation ${follower?.generation}, commit ${follower?.commit},`);
}
async function leadBack(ports, { head }, walk) {
	try {
		return await walk();
	} catch (error) {
		if (!(error instanceof StoreError && error.code === "OUTCOME_UNKNOWN")) throw error;
		throw vanished(ports, `generation ${head?.index.generation}, which this run began from,`, error);
	}
}
function vanished({ store }, what, cause) {
	return new StoreError("COMMIT_VANISHED", `${what} has vanished from ${store.url}: somebody else published at the same time, although single-writer: true states that nobody does, and the store keeps nobody out. Publish again what is missing, one run at a time`, { cause });
}
// src/app/put-head.ts
function openSentHeads(ports, trial) {
	const sent = /* @__PURE__ */ new Map();
	let last;
	let doubtful = false;
	async function put(prepared) {
		const { base, next } = prepared;
		const path = headPath(base.form);
		const revision = base.head?.form === base.form ? base.head.revision : void 0;
		const alone = await trial.answer() === "single-writer";
		if (alone && !await isStillBase(ports, base)) return void 0;
		if (isOutdated(ports, prepared.looked)) return void 0;
		sent.set(next.sha256, prepared);
		const headers = objectHeaders(path, "mutable");
		const { outcome } = await ports.store.replace(path, next.bytes, revision, headers);
		last = base;
		doubtful ||= outcome === "unknown";
		if (outcome === "replaced") {
			if (alone) await checkSingleWriter(ports, prepared);
			return prepared;
		}
		return knowing(async () => {
			const head = await readHeadAfter(ports, base);
			return head && findCommitted(ports, sent, base, head);
		});
	}
	async function openAgain(open) {
		const before = last;
		if (before === void 0 || !doubtful) return open();
		return knowing(async () => {
			const base = await open();
			return (base.head && await findCommitted(ports, sent, before, base.head)) ?? base;
		});
	}
	async function knowing(look) {
		try {
			return await look();
		} catch (error) {
			if ((error instanceof StoreError ? error.code === "OUTCOME_UNKNOWN" : !doubtful) || !isSimplestreamsError(error)) throw error;
			throw outcomeUnknown(ports, `the head could not be read again: ${error.message}`, error);
		}
	}
	return {
		put,
		openAgain
	};
}
// src/app/trial.ts
function openTrial({ store, reporter }) {
	let asked;
	async function guarantees(path, bytes) {
		const guarantee = await store.guarantees(path, bytes, objectHeaders(path, "immutable"));
		if (guarantee === "single-writer") reporter.warning(`${store.url} cannot keep two publishers apart; as single-writer: true states, nobody else may publish into it meanwhile`);
		return guarantee;
	}
	return {
		ask: (path, bytes) => {
			asked ??= guarantees(path, bytes);
			return asked;
		},
		answer: async () => asked
	};
}
// src/app/commit.ts
async function commit(ports, options, edit) {
	const stage = openStage(ports, options);
	const trial = openTrial(ports);
	const known = openKnown();
	const heads = openSentHeads(ports, trial);
	const done = (committed) => finish(ports, committed, stage, trial, known);
	let pauses = openPauses(ports);
	for (let attempt = 0;; attempt++) {
		const recovery = attempt === 0 && !options.dryRun ? trial : void 0;
		const base = await heads.openAgain(() => openBase(ports, options, recovery, known));
		if ("next" in base) return done(base);
		const editBase = () => edit(base.documents, stage, base.head);
		const edited = await plan(ports, options, base, editBase, attempt === 0);
		if (options.dryRun) await stage.find(edited.files, base.named);
		if (!changesAnything(edited) && !base.rolledBack || options.dryRun) return uncommitted(base, stage, edited, trial);
		await storeFiles(base, stage, edited);
		const began = ports.clock.now();
		const prepared = await prepare(ports, base, stage, trial, known, edit);
		const committed = prepared && await heads.put(prepared);
		if (committed !== void 0) return done(committed);
		pauses = await beforeNext(ports, pauses, began, attempt + 1, prepared);
	}
}
async function plan(ports, options, base, edit, isFirst) {
	await options.admit?.(base);
	const edited = edit();
	if (!isFirst) return edited;
	warnOfExpiry(ports, options.ringChange === void 0 ? base.head?.ring ?? [] : []);
	options.onPlan(edited);
	return edited;
}
async function uncommitted({ head, form }, stage, edited, trial) {
	return {
		outcome: edited.outcome,
		changed: changesAnything(edited),
		generation: head?.index.generation ?? 0,
		signed: form === "sjson",
		stage,
		behind: void 0,
		guarantee: await trial.answer()
	};
}
async function finish(ports, { outcome, base: { form }, next: { generation } }, stage, trial, known) {
	const behind = await follow(ports, form, known);
	const guarantee = await trial.answer();
	return {
		outcome,
		changed: true,
		generation,
		signed: form === "sjson",
		stage,
		behind,
		guarantee
	};
}
async function follow(ports, form, known) {
	try {
		await bringUpFollowers(ports, form, "behind", known);
		return;
	} catch (error) {
		if (!isSimplestreamsError(error)) throw error;
		return new FollowersError("FOLLOWERS_BEHIND", `committed, followers behind: readers of the head see the new version; those of the derived objects see the old one until a run brings them up. ${error.message}`, { cause: error });
	}
}
async function beforeNext(ports, pauses, began, attempts, prepared) {
	if (prepared !== void 0 && isOutdated(ports, prepared.looked)) return openPauses(ports);
	if (!pauses.isOver()) {
		await pauses.after(began);
		return pauses;
	}
	throw new ConflictError("CONTENDED", `others kept committing to ${ports.store.url} for ${patience / 6e4} minutes, and this run never came first in ${attempts} attempts; nothing of it is published. Run it again, or fewer at once`);
}
// src/app/remembered-edit.ts
function rememberedEdit(edit) {
	let last;
	return (documents, stage, head) => {
		const placesOf = ({ files }) => files.map((file) => stage.place(file));
		const known = last?.documents === documents ? last : void 0;
		if (known !== void 0) {
			const now = placesOf(known.edited);
			if (known.places.every((place, n) => place === now[n])) return known.edited;
		}
		const edited = edit(documents, stage, head);
		last = {
			documents,
			places: placesOf(edited),
			edited
		};
		return edited;
	};
}
// src/app/sweep-uploads.ts
const uploadLimit = 6048e5;
async function sweepUploads({ store, reporter }, { now, nested, dryRun }) {
	const ended = [];
	try {
		const old = (await store.unfinished()).filter(({ path, since }) => now.getTime() - since.getTime() > uploadLimit && storedPath(path) !== void 0 && !nested.some((prefix) => path.startsWith(prefix)));
		for (const upload of old) {
			if (!dryRun) await store.abort(upload);
			ended.push(upload);
		}
	} catch (error) {
		if (!(error instanceof StoreError)) throw error;
		reporter.warning(`unfinished uploads, or some of them, were left as they are: ${error.message}`);
	}
	return ended;
}
// src/core/prune-notes.ts
const pruneNotesPath = joinPath("streams/v1/prune.json");
const noNotes = {
	notes: /* @__PURE__ */ new Map(),
	reaping: void 0
};
function parsePruneNotes(text) {
	const json = parse(text);
	if (json?.format !== "prune:1.0") return noNotes;
	const notes = Object.entries(asObject(json.notes) ?? {}).flatMap(([key, value]) => {
		const path = parseRelativePath(key);
		const noted = asDate(asObject(value)?.noted);
		const modified = asDate(asObject(value)?.modified);
		return path && noted && modified ? [[path, {
			noted,
			modified
		}]] : [];
	});
	const reaping = asObject(json.reaping);
	const until = asDate(reaping?.until);
	const visit = reaping?.visit;
	return {
		notes: new Map(notes),
		reaping: until && typeof visit === "string" ? {
			visit,
			until
		} : void 0
	};
}
function writePruneNotes({ notes, reaping }) {
	const written = [...notes].map(([path, { noted, modified }]) => [path, {
		noted: noted.toISOString(),
		modified: modified.toISOString()
	}]);
	return serialise({
		format: "prune:1.0",
		notes: Object.fromEntries(written),
		...reaping === void 0 ? {} : { reaping: {
			visit: reaping.visit,
			until: reaping.until.toISOString()
		} }
	});
}
function parse(text) {
	try {
		return asObject(JSON.parse(text));
	} catch {
		return;
	}
}
function asObject(value) {
	if (typeof value !== "object" || value === null) return void 0;
	return Object.fromEntries(Object.entries(value));
}
function asDate(value) {
	const date = new Date(typeof value === "string" ? value : NaN);
	return Number.isNaN(date.getTime()) ? void 0 : date;
}
// src/app/reap.ts
const listLimit = 9e5;
const standLimit = 18e4;
const lanes = 8;
async function reap(ports, due, listing, form) {
	const removal = {
		ports,
		listing,
		form,
		paths: new Set(listing.objects.map(pathOf))
	};
	const results = /* @__PURE__ */ new Map();
	const failures = [];
	for (const batch of batchesOf(due)) {
		const done = await Promise.allSettled(batch.map((object) => remove(removal, object)));
		for (const [n, object] of batch.entries()) {
			const each = done[n];
			if (each?.status === "fulfilled") results.set(object, each.value);
			if (each?.status === "rejected") failures.push(each.reason);
		}
		if (failures.length > 0) break;
	}
	const those = (result) => due.filter((object) => results.get(object) === result);
	const reaped = those("removed");
	if (reaped.some(isFollower)) await bringBack(ports, reaped.filter(isFollower), form).catch((error) => failures.push(error));
	const [failure] = failures.map((error) => ({ error }));
	return {
		reaped,
		foreign: those("foreign"),
		held: whyHeld(those("late").length, those("unknown").length),
		isPending: those("unknown").length > 0 || failures.some((each) => !(each instanceof StoreError)),
		failure
	};
}
function whyHeld(late, unknown) {
	const why = [...late > 0 ? ["removing took longer than 15 minutes"] : [], ...unknown > 0 ? ["for some there was no answer from the store"] : []];
	if (why.length === 0) return void 0;
	const next = unknown > 0 ? "a visit in half an hour or later" : "the next visit";
	return `${why.join(", and ")}; ${next} goes on`;
}
async function remove(removal, object) {
	const { store, clock } = removal.ports;
	const { path } = object.stored;
	const began = clock.now().getTime();
	const follower = isFollower(object) ? await store.read(path, documentLimit) : void 0;
	const found = await store.stat(path);
	if (found === void 0) return "removed";
	if (found.now.getTime() - removal.listing.now.getTime() > listLimit) return "late";
	if (!isSameTime(found.modified, object.modified)) return "changed";
	const sha256 = found.sha256 ?? await store.digest(path);
	if (sha256 === void 0 || !isOurs(removal, object, sha256)) return "foreign";
	if (clock.now().getTime() - began > standLimit) return "late";
	const removed = await store.remove(path, follower?.revision);
	return removed === "conflict" ? "changed" : removed;
}
function isOurs({ paths }, { stored }, sha256) {
	if ("digest" in stored) return stored.digest === pathDigest(sha256);
	if (stored.kind === "staged") return true;
	const [, name = "", form = ""] = /^(.+)\.(s?json)$/.exec(stored.path) ?? [];
	return paths.has(`${name}.${pathDigest(sha256)}.${form}`);
}
async function bringBack(ports, removed, form) {
	const { index } = await readHead(ports, form);
	if (removed.map(({ path }) => /([^/]+)\.s?json$/.exec(path)?.[1] ?? "").some((name) => Object.hasOwn(index.index, name))) await bringUpFollowers(ports, form, "always");
}
function isFollower({ stored }) {
	return stored.kind === "customary";
}
function* batchesOf(due) {
	for (const kind of [true, false]) {
		const some = due.filter((object) => isFollower(object) === kind);
		for (let from = 0; from < some.length; from += lanes) yield some.slice(from, from + lanes);
	}
}
function pathOf({ path }) {
	return path;
}
// src/app/visit.ts
const leaseTime = 21e5;
const nothing = {
	due: [],
	waiting: [],
	young: [],
	foreign: [],
	nested: [],
	shadowed: []
};
async function visit(ports, options) {
	const present = await readNotes(ports);
	const { listing, root } = await look(ports, options);
	if (root.kind !== "known") return {
		plan: nothing,
		reaped: [],
		foreign: [],
		held: whyUnknown(root),
		now: void 0
	};
	const named = /* @__PURE__ */ new Set([...root.named, ...await namedBeside(ports, listing, root.stored)]);
	const plan = planVisit({
		...listing,
		named,
		notes: present.notes.notes
	}, options.grace);
	options.onPlan?.(plan);
	const { now } = listing;
	if (options.dryRun) return {
		plan,
		reaped: [],
		foreign: [],
		held: void 0,
		now
	};
	const { reaping } = present.notes;
	const isTaken = reaping !== void 0 && reaping.until.getTime() > now.getTime();
	const reaps = plan.due.length > 0 && !isTaken;
	const lease = reaps ? {
		visit: ports.random.id(),
		until: new Date(now.getTime() + leaseTime)
	} : void 0;
	if (reaps) await askWith(openTrial(ports), root.head, root.stored);
	const noted = {
		notes: notesOf([...plan.due, ...plan.waiting]),
		reaping: lease ?? (isTaken ? reaping : void 0)
	};
	const revision = await putNotes(ports, present, noted);
	if (revision === void 0) return {
		plan,
		reaped: [],
		foreign: [],
		held: anotherVisit,
		now
	};
	if (!reaps) return {
		plan,
		reaped: [],
		foreign: [],
		held: isTaken ? anotherVisit : void 0,
		now
	};
	const { reaped, foreign, held, isPending, failure } = await reap(ports, plan.due, listing, root.head.form);
	options.onReaped?.(reaped);
	const gone = /* @__PURE__ */ new Set([...reaped, ...foreign]);
	const after = {
		notes: notesOf([...plan.due.filter((object) => !gone.has(object)), ...plan.waiting]),
		reaping: isPending ? lease : void 0
	};
	const written = putNotes(ports, {
		notes: noted,
		revision
	}, after);
	if (failure !== void 0) {
		await written.catch(() => void 0);
		throw failure.error;
	}
	await written;
	return {
		plan,
		reaped,
		foreign,
		held,
		now
	};
}
const anotherVisit = "another prune is at work, or one within the last half hour was ended half-way or had no answer; a later visit removes what is due";
async function look(ports, { dryRun }) {
	const listing = await ports.store.list();
	const root = await readNamed(ports);
	if (root.kind !== "followers-behind" || dryRun || ports.signing === void 0) return {
		listing,
		root
	};
	await openBase(ports, {
		adopt: false,
		acceptRollback: false
	}, openTrial(ports));
	return {
		listing: await ports.store.list(),
		root: await readNamed(ports)
	};
}
function whyUnknown(root) {
	switch (root.kind) {
		case "followers-behind": return "index.json does not follow the head: somebody is publishing, or a run was ended half-way; the next run that publishes brings it up";
		case "unknown": return root.why;
	}
}
async function readNotes({ store }) {
	const stored = await store.read(pruneNotesPath, documentLimit);
	if (stored === void 0) return {
		notes: noNotes,
		revision: void 0
	};
	return {
		notes: parsePruneNotes(new TextDecoder().decode(stored.bytes)),
		revision: stored.revision
	};
}
async function putNotes({ store }, { notes: before, revision }, notes) {
	const text = writePruneNotes(notes);
	if (text === writePruneNotes(before)) return revision ?? "";
	const headers = objectHeaders(pruneNotesPath, "mutable");
	const bytes = new TextEncoder().encode(text);
	const put = await store.replace(pruneNotesPath, bytes, revision, headers);
	return put.outcome === "replaced" ? put.revision : void 0;
}
// src/app/visit-report.ts
function visitReport({ plan, reaped, foreign, held, dryRun }, grace, uploads) {
	const due = ({ noted }) => new Date(noted.getTime() + grace).toISOString();
	return {
		reaped: (dryRun ? plan.due : reaped).map(reapedFile),
		waiting: plan.waiting.map((object) => ({
			...reapedFile(object),
			due: due(object)
		})),
		young: amountOf(plan.young),
		foreign: amountOf([...plan.foreign, ...foreign]),
		nested: plan.nested,
		uploads: uploads.map(({ url, since }) => ({
			url,
			since: since.toISOString()
		})),
		...held === void 0 ? {} : { held }
	};
}
function describeVisit(plan) {
	const lines = plan.due.map(({ path, size }) => `reap ${path}, ${size} bytes`);
	const waiting = amountOf(plan.waiting);
	const young = amountOf(plan.young);
	return [
		...lines,
		...waiting.files === 0 ? [] : [`${inWords(waiting)} nothing names wait for the grace time`],
		...young.files === 0 ? [] : [`${inWords(young)} nothing names are too young to be noted`]
	];
}
function inWords({ files, bytes }) {
	return `${files} ${files === 1 ? "file" : "files"} of ${bytes} bytes`;
}
function amountOf(objects) {
	return {
		files: objects.length,
		bytes: objects.reduce((sum, { size }) => sum + size, 0)
	};
}
function reapedFile({ path, size, noted }) {
	return {
		path,
		size,
		noted: noted.toISOString()
	};
}
// src/app/care.ts
async function care(ports, options) {
	const { grace, dryRun } = options;
	const { reporter } = ports;
	const visited = await visit(ports, {
		...options,
		onPlan: (plan) => {
			for (const line of describeVisit(plan)) reporter.info(line);
		},
		onReaped: (reaped) => {
			reporter.info(`reaped ${inWords(amountOf(reaped))}`);
			options.onReaped?.(reaped);
		}
	});
	const { plan, now } = visited;
	const held = visited.held ?? whyShadowed(plan);
	if (held !== void 0) reporter.warning(`not everything is reaped: ${held}`);
	const uploads = now === void 0 ? [] : await sweepUploads(ports, {
		now,
		nested: plan.nested,
		dryRun
	});
	if (visited.reaped.length > 0 && await ports.store.keepsVersions()) reporter.warning(`${ports.store.url} keeps older versions, so the bytes of what was reaped stay, and are paid for, until a lifecycle rule for noncurrent versions removes them`);
	return visitReport({
		...visited,
		held,
		dryRun
	}, grace, uploads);
}
function whyShadowed({ shadowed }) {
	const [first] = shadowed;
	if (first === void 0) return void 0;
	const below = shadowed.map(({ prefix }) => prefix).join(", ");
	return printable(`${first.path} makes what lies below ${below} look like another root, though this one lists files there too, and nothing there is removed; move it away`);
}
async function careAfter(ports, options) {
	try {
		return {
			report: await care(ports, options),
			warnings: []
		};
	} catch (error) {
		if (!isSimplestreamsError(error)) throw error;
		const warning = `what nothing names any more could not be removed, or not all of it, and waits for the next visit: ${error.message}`;
		ports.reporter.warning(warning);
		return {
			report: void 0,
			warnings: [warning]
		};
	}
}
// src/app/clients.ts
function clientLines(consumers, facts) {
	return consumers.flatMap(({ name }) => linesOf(name, facts));
}
function linesOf(name, facts) {
	switch (name) {
		case "lxd": return remoteLines("lxc", facts);
		case "incus": return remoteLines("incus", facts);
		case "maas": return [`maas $PROFILE boot-sources create url=${indexUrl(facts)} ${maasKeyring(facts)}`];
		case "glance": return [`sstream-mirror-glance ${keyring(facts)}--region=$REGION --output-dir=. ${indexUrl(facts)}`];
		case "sstream": return [`sstream-mirror ${keyring(facts)}${indexUrl(facts)} ./mirror`];
	}
}
function remoteLines(program, { publicUrl, aliases, isVirtualMachine }) {
	const remote = new URL(publicUrl).hostname.replaceAll(/[^A-Za-z0-9]+/g, "-");
	const [alias = ""] = aliases.split(",");
	return [`${program} remote add ${remote} ${publicUrl} --protocol simplestreams --public`, `${program} launch ${remote}:${alias}${isVirtualMachine ? " --vm" : ""}`];
}
function indexUrl({ publicUrl, signed }) {
	return `${publicUrl}/${signed ? signedIndex : index}`;
}
function keyring({ signed }) {
	return signed ? "--keyring=./keyring.gpg " : "--no-verify ";
}
function maasKeyring({ signed }) {
	return `keyring_data@=./keyring.gpg${signed ? "" : " # any file"}`;
}
// src/app/publish-report.ts
function publishReport(request, { store }, committed, { unfinished, pruned, warnings }) {
	const { outcome, changed, generation, signed, behind, guarantee } = committed;
	const { publicUrl, dryRun } = request;
	const published = outcome.images.map((image) => publishedImage(image, dryRun, committed));
	const only = published.length === 1 ? published[0] : void 0;
	return {
		changed,
		dryRun,
		root: store.url,
		generation,
		signed,
		indexUrl: publicUrl === void 0 ? void 0 : `${publicUrl}/${signed ? signedIndex : index}`,
		published,
		unlisted: outcome.unlisted,
		product: only?.product,
		serial: only?.serial,
		followers: behind === void 0 ? "current" : "behind",
		store: guarantee,
		warnings: [
			...behind === void 0 ? [] : [behind.message],
			...outcome.remarks,
			...unfinished.map(describeUnfinished),
			...warnings
		],
		...pruned === void 0 ? {} : { pruned },
		clients: clientsOf(request, committed)
	};
}
function publishedImage({ image, serial, isNew, changed, items }, dryRun, { stage }) {
	const listed = items.map(({ name, ftype, path, source: { size, sha256 } }) => {
		return {
			name,
			ftype,
			path,
			size,
			sha256,
			stored: dryRun && isNew && !stage.isThere(sha256) ? "planned" : stage.stored(sha256) ?? "present"
		};
	});
	return {
		product: image.product,
		serial,
		changed,
		items: listed
	};
}
function clientsOf({ publicUrl, consumers }, { outcome, signed }) {
	if (publicUrl === void 0) return [];
	const lines = outcome.images.flatMap(({ aliases, image: { plan } }) => clientLines(consumers, {
		publicUrl,
		signed,
		aliases,
		isVirtualMachine: plan.isVirtualMachine
	}));
	return [...new Set(lines)];
}
function describeUnfinished({ url, since }) {
	return `an upload of ${url}, begun at ${since.toISOString()}, was never finished: a run that was killed left it, or one is at work; abort it, or let a lifecycle rule do so, since its parts are paid for`;
}
// src/app/publish.ts
async function publish(request, ports) {
	try {
		return await publishImages(request, await readImages(request, ports, ports.store), ports);
	} finally {
		await ports.images.close();
	}
}
async function publishImages(request, images, ports, known = {}) {
	const { reporter, store, signing } = ports;
	reporter.group("Root");
	const signer = signing === void 0 ? "unsigned" : `signing with ${signing.signer.fingerprint}`;
	reporter.info(`${store.url}, ${signer}`);
	const onPlan = (edited) => reportPlan(request, reporter, edited);
	const edit = rememberedEdit(publishEdit(request, images, ports.clock.now()));
	const committed = await commit(ports, {
		...request,
		...known,
		onPlan
	}, edit);
	const unfinished = committed.changed && !request.dryRun ? await unfinishedIn(ports) : [];
	const { report: pruned, warnings = [] } = hasRetention(request) ? await careAfter(ports, request) : {};
	reporter.group("Result");
	return publishReport(request, ports, committed, {
		unfinished,
		pruned,
		warnings
	});
}
function hasRetention({ retention, images }) {
	return retention !== void 0 || images.some((image) => image.retention !== void 0);
}
async function unfinishedIn({ store }) {
	try {
		return await store.unfinished();
	} catch (error) {
		if (isSimplestreamsError(error)) return [];
		throw error;
	}
}
function reportPlan({ dryRun }, reporter, edited) {
	const { outcome } = edited;
	reporter.group("Plan");
	for (const image of outcome.images) reportImage(reporter, image);
	for (const version of outcome.unlisted) reporter.info(describeUnlisted(version));
	for (const remark of outcome.remarks) reporter.warning(remark);
	if (dryRun) reporter.info("dry run: nothing is written");
	else if (changesAnything(edited)) reporter.group("Publish");
}
function reportImage(reporter, planned) {
	const { image, serial, isNew, changed, items, aliases } = planned;
	const { product, request } = image;
	if (isNew) {
		const known = aliases === "" ? "" : `, aliases ${aliases}`;
		reporter.info(`${product} gets version ${serial}${known}`);
		for (const { name, path, source } of items) reporter.info(`${name}: ${path}, ${source.size} bytes`);
		return;
	}
	reporter.info(`${product} lists these files already, as version ${serial}`);
	if (changed) reporter.info(`tags of ${product} change`);
	if (request.serial !== void 0 && request.serial !== serial) reporter.warning(`serial ${request.serial} is not used: the same files are version ${serial}, and clients fail on files listed twice`);
}
// src/faces/publishing.ts
async function runPublishing(publishing) {
	const { reading, cwd, environment } = publishing;
	const surroundings = {
		cwd,
		sourceDateEpoch: environment.SOURCE_DATE_EPOCH
	};
	if (!reading.given.has("images")) return {
		kind: "one",
		report: await publishOne(publishing, surroundings)
	};
	const { publishMany } = await import("./publishing-many.mjs");
	return {
		kind: "many",
		report: await publishMany(publishing, surroundings)
	};
}
async function publishOne(publishing, surroundings) {
	const settings = await readPublish(publishing.reading, surroundings);
	const ports = await wire(settings, publishing);
	publishing.known.set("root", ports.store.url).set("dryRun", settings.request.dryRun);
	return publish(settings.request, ports);
}
function reportsOf({ report }) {
	return "roots" in report ? report.roots : [report];
}
function followersBehind(...reports) {
	const [first] = reports.filter(({ followers }) => followers === "behind").flatMap(({ warnings }) => warnings);
	return first === void 0 ? void 0 : new FollowersError("FOLLOWERS_BEHIND", first);
}
// src/faces/report.ts
function renderReport(report) {
	const head = report.signed ? "signed" : "unsigned";
	return `${[
		...report.published.flatMap((image) => renderImage(image, report.dryRun)),
		...report.unlisted.map((version) => renderUnlisted(version, report.dryRun)),
		"",
		`Root    ${report.root}, generation ${report.generation}, ${head}`,
		...report.indexUrl === void 0 ? [] : [`Index   ${report.indexUrl}`],
		...renderClients(report)
	].join("\n")}\n`;
}
function renderImage(image, dryRun) {
	const name = `${image.product} ${image.serial}`;
	if (!image.changed) return [`Nothing to do: ${name} is published already`];
	const width = Math.max(...image.items.map((item) => item.name.length));
	return [dryRun ? `Would publish ${name}` : `Published ${name}`, ...image.items.map((item) => renderItem(item, width))];
}
function renderUnlisted({ product, serial, bytes, why }, dryRun) {
	return printable(`${dryRun ? "Would unlist" : "Unlisted"} ${product} ${serial}, ${formatSize(bytes)}: ${why}`);
}
function renderItem(item, width) {
	const size = formatSize(item.size).padStart(10);
	return `  ${item.name.padEnd(width)}  ${item.stored.padEnd(8)}  ${size}  ${item.path}`;
}
function renderClients({ clients, indexUrl }) {
	const lines = clients.map((line) => `  ${line}`);
	return indexUrl === void 0 ? ["", "What clients are to be given depends on the URL they see the root under: give public-url."] : [
		"",
		"For clients:",
		"",
		...lines
	];
}
// src/faces/many-report.ts
function manyReport(roots, skipped) {
	const changed = roots.some((report) => report.changed);
	const dryRun = roots.some((report) => report.dryRun);
	const complete = outcomeOf({
		changed,
		dryRun
	}, "published");
	return {
		changed,
		dryRun,
		outcome: skipped.length > 0 ? "partial" : complete,
		published: roots.flatMap(({ root, published }) => published.map((image) => ({
			...image,
			root
		}))),
		unlisted: roots.flatMap(({ root, unlisted }) => unlisted.map((version) => ({
			...version,
			root
		}))),
		skipped,
		roots
	};
}
function renderMany({ roots, skipped }) {
	const left = skipped.map((name) => `Left out, since none of its files is there: ${name}\n`);
	return [...roots.map(renderReport), ...left.length === 0 ? [] : [left.join("")]].join("\n");
}
function countsOf({ published, unlisted, dryRun }) {
	const changed = published.filter((image) => image.changed).length;
	const same = published.length - changed;
	const off = unlistedCount(unlisted.length, dryRun);
	if (changed === 0) {
		const there = `${described(same)} there already`;
		return off === void 0 ? `nothing to do, ${there}` : `${there}, ${off}`;
	}
	return [
		`${dryRun ? "would publish" : "published"} ${images(changed)}`,
		...same === 0 ? [] : [`${same} ${same === 1 ? "was" : "were"} there already`],
		...off === void 0 ? [] : [off]
	].join(", ");
}
function unlistedCount(count, dryRun) {
	if (count === 0) return void 0;
	return `${dryRun ? "would unlist" : "unlisted"} ${count} ${count === 1 ? "version" : "versions"}`;
}
function described(count) {
	return count === 1 ? "the image is" : `all ${count} images are`;
}
function images(count) {
	return `${count} ${count === 1 ? "image" : "images"}`;
}
// src/faces/cli/dotenv.ts
const prefix = "STREAMS_";
function dotenvNameOf(name) {
	return name === "report" ? void 0 : prefix + name.toUpperCase().replaceAll("-", "_");
}
function checkDotenv(reading, cwd) {
	reading.text("dotenv", (path, wrong) => {
		const why = unfitTarget(path, cwd);
		return why === void 0 ? path : wrong(why);
	});
}
function writeDotenv(path, cwd, values) {
	writeTextFile(path, cwd, outputs.flatMap(({ name }) => {
		const [as, value] = [dotenvNameOf(name), values[name]];
		if (as === void 0 || value === void 0) return [];
		if (/[\r\n]/.test(value)) throw new Error(`the output ${name} has more than one line`);
		return [`${as}=${value.replaceAll("$", "$$$$")}\n`];
	}).join(""));
}
// src/faces/cli/publish.ts
async function runPublish(execution) {
	const published = await runPublishing({
		...execution,
		reading: execution.line.reading
	});
	const reports = reportsOf(published);
	for (const { warnings } of reports) for (const warning of warnings) execution.reporter.warning(warning);
	const exitCode = followersBehind(...reports)?.exitCode ?? 0;
	return {
		json: published.report,
		...tell(published),
		exitCode
	};
}
function tell(published) {
	return published.kind === "many" ? {
		outputs: manyOutputs(published.report),
		text: renderMany(published.report)
	} : {
		outputs: publishOutputs(published.report),
		text: renderReport(published.report)
	};
}
// src/faces/cli/section-reporter.ts
const clearLine = "\x1B[0K";
function sectionReporter(output, options, seconds) {
	const lines = lineReporter(output, options);
	let open;
	const mark = (what, name) => `${clearLine}section_${what}:${Math.floor(seconds())}:${name}\r${clearLine}`;
	const end = () => {
		if (open !== void 0) output.write(`${mark("end", open)}\n`);
		open = void 0;
	};
	return {
		...lines,
		group: (title) => {
			if (options.quiet) return;
			end();
			open = `simplestreams_${title.toLowerCase()}`;
			output.write(mark("start", open));
			lines.group(title);
		},
		end
	};
}
// src/faces/cli/execute.ts
async function execute(line, cwd, environment) {
	const { signal, release } = abortOnSignals();
	const output = {
		write: writeError,
		get columns() {
			return process.stderr.isTTY ? process.stderr.columns || 80 : void 0;
		},
		now: () => performance.now()
	};
	const sections = line.logSections ? sectionReporter(output, line, () => Date.now() / 1e3) : void 0;
	const reporter = sections ?? lineReporter(output, line);
	checkDotenv(line.reading, cwd);
	const execution = {
		line,
		cwd,
		environment,
		reporter,
		signal,
		known: /* @__PURE__ */ new Map()
	};
	const outcome = await run(execution).catch((error) => failed(error, execution));
	release();
	sections?.end();
	if (line.json) writeOut(toJson(outcome.json));
	else if (!line.quiet) writeOut(withoutControls(outcome.text));
	writeFiles(outcome, execution);
	return outcome.exitCode;
}
async function run(execution) {
	const { command, reading } = execution.line;
	if (command === void 0) throw new InputError("INPUT_INVALID", reading.problems);
	if (command === "publish") return runPublish(execution);
	const { runCommand } = await import("./commands.mjs");
	return runCommand(command, execution);
}
function failed(thrown, { line, reporter, signal, known }) {
	const error = signal.aborted && !isSimplestreamsError(thrown) ? signal.reason : thrown;
	const failure = failureOf(error);
	const message = withoutSecrets(failure.message, line.secrets);
	if (isSimplestreamsError(error)) for (const problem of message.split("\n")) reporter.error(problem);
	else {
		reporter.error("this is a bug in simplestreams-action: please report it with these lines");
		reporter.error(withoutSecrets(traceOf(error), line.secrets));
	}
	return {
		json: {
			error: {
				...failure,
				message
			},
			...Object.fromEntries(known)
		},
		outputs: {},
		text: "",
		exitCode: failure.exitCode
	};
}
function writeFiles({ json, outputs }, { line, cwd, reporter }) {
	const { report, dotenv } = line;
	if (report !== void 0) orWarn(reporter, "the report", () => writeJsonFile(report, cwd, json));
	if (dotenv !== void 0) orWarn(reporter, "the dotenv file", () => writeDotenv(dotenv, cwd, outputs));
}
function orWarn(reporter, what, write) {
	try {
		write();
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		reporter.warning(`${what} could not be written: ${why}`);
	}
}
export { readRequest as $, isSimplestreamsError as $n, overlongLine as $t, planOutputs as A, compareSerials as An, unlistedVersion as At, writeAll as B, describeReleases as Bn, chooseSerial as Bt, parseStageWord as C, checkRoot as Cn, isFresh as Ct, listOutputs as D, isDisk as Dn, publishEdit as Dt, checkOutputs as E, imagesOf as En, parseProductName as Et, openImages as F, everyRelease as Fn, parseDuration as Ft, systemClock as G, failureOf as Gn, ringKeys as Gt, imageFiles as H, formatSize as Hn, emptyProducts as Ht, openSigning as I, formatConsumer as In, readersOfDocuments as It, checkReportPath as J, ConflictError as Jn, describeKey as Jt, sha256 as K, traceOf as Kn, ringLimit as Kt, openStore as L, parseConsumer as Ln, judge as Lt, publishOutputs as M, serialOf as Mn, placedProducts as Mt, rotationOutputs as N, timeOfSerial as Nn, unlistVersions as Nt, manyOutputs as O, inherited as On, retentionEdit as Ot, unlistOutputs as P, consumerNames as Pn, formatDuration as Pt, readPublish as Q, TrustError as Qn, readingRules as Qt, wire as R, programs as Rn, documentsAfter as Rt, planVisit as S, checkListing as Sn, planOf as St, checkOnlyOutputs as T, isForeign as Tn, parseContentId as Tt, isNestedDeeper as U, withoutControls as Un, holdsExactly as Ut, fileSource as V, lineReporter as Vn, digestsOf as Vt, partSizeOf as W, abortOnSignals as Wn, putProduct as Wt, readKeysAndReport as X, InputError as Xn, warnOfExpiry as Xt, readImage as Y, FindingError as Yn, expiryOf as Yt, readNames as Z, StoreError as Zn, readingRule as Zt, bringUpFollowers as _, objectHeaders as _n, readConsumers as _t, renderReport as a, parseIndex as an, readRootToRead as at, parseDocuments as b, parseRelativePath as bn, readImages as bt, reportsOf as c, validated as cn, expandFiles as ct, care as d, printable as dn, readTrustedKeys as dt, serialise as en, readRootRequest as et, reapedFile as f, customaryPath as fn, toJson as ft, askWith as g, index as gn, fileAt as gt, openTrial as h, imagePath as hn, writeTextFile as ht, renderMany as i, requireSigning as in, readRoot as it, pruneOutputs as j, parseSerial as jn, refuseMostOfRoot as jt, outputsOf as k, listRoot as kn, describeUnlisted as kt, runPublishing as l, documentText as ln, readNewKey as lt, commit as m, headPath as mn, writeJsonFile as mt, countsOf as n, headVanished as nn, isSamePlace as nt, renderUnlisted as o, validateIndex as on, readRetention as ot, rememberedEdit as p, headCopyPath as pn, unfitTarget as pt, sha256Once as q, withoutSecrets as qn, describeExpiry as qt, manyReport as r, readRoot$1 as rn, readFrom as rt, followersBehind as s, validateProducts as sn, readGrace as st, execute as t, documentLimit as tn, parseLine as tt, publishImages as u, parseJsonText as un, readSigningKey as ut, namedBy as v, signedIndex as vn, readConsumersOfOneRoot as vt, carryOutputs as w, rules as wn, openStage as wt, readDocuments as x, parseSha256 as xn, imageOf as xt, isRolledBack as y, joinPath as yn, readAllow as yt, byPath as z, anyRelease as zn, addVersion as zt };
