import { A as TrustError, C as severities, D as InputError, E as FollowersError, S as describePlace, T as FindingError, _ as nearest, b as consequences, c as joinPath, d as parseSha256, f as pathDigest, g as objectsIn, h as isObject, i as isSelected, j as isSimplestreamsError, k as StoreError, l as parseRelativePath, m as asText, n as parseProductName, o as parseFilter, p as asObject$1, r as formatFilter, s as selects, t as parseContentId, u as pathSegment, v as architectures$1, w as ConflictError, x as describeFinding, y as parseArch } from "./core.mjs";
// src/core/consumers/releases.ts
const anyRelease = {
	from: 0,
	to: Number.POSITIVE_INFINITY
};
const lastMinor = 999;
/**
* `<=3.7`, `>=3.4`, `<3.8`, `>3.3`, `@3.4`, `>=3.4<=3.7`; `''` is any. A major alone stands for all of its
* minors: `@6` is 6.0 to 6.999, and a third number is not looked at: `@5.0.2` is 5.0.
* @returns undefined when `text` is no range
*/
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
/** `up to 3.7`, `from 3.8 on`, `3.4 to 3.7`, `3.4`, `all`; a last minor is left out: `6`. */
function describeReleases({ from, to }) {
	if (from === 0) return to === Number.POSITIVE_INFINITY ? "all" : `up to ${nameOf$1(to)}`;
	if (to === Number.POSITIVE_INFINITY) return `from ${nameOf$1(from)} on`;
	return nameOf$1(from) === nameOf$1(to) ? nameOf$1(from) : `${nameOf$1(from)} to ${nameOf$1(to)}`;
}
/** The text that {@link parseReleases} takes. */
function formatReleases({ from, to }) {
	const first = from === 0 ? "" : `>=${nameOf$1(from)}`;
	return to === Number.POSITIVE_INFINITY ? first : `${first}<=${nameOf$1(to)}`;
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
function nameOf$1(release) {
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
/** What people call the programs, and the releases that there are rules for. */
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
/** The consumer in all releases there are rules for. */
function everyRelease(name) {
	return {
		name,
		releases: programs[name].releases
	};
}
/**
* `maas`, `maas@3.4`, `maas>=3.4`, `incus<=6`, `lxd>=5.0<=5.21`: a consumer, cut down to the releases there are rules for.
* @returns what is wrong with `text`, in words, when it is none
*/
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
/** The text that {@link parseConsumer} takes. */
function formatConsumer({ name, releases }) {
	return releases === programs[name].releases ? name : name + formatReleases(releases);
}
// src/core/serial.ts
/**
* `text` as a {@link Serial}, or `undefined`.
*
* It begins with a real date, `YYYYMMDD`: LXD and Incus skip every other version without a word
* (products.go, `time.Parse("20060102", name[0:8])`). The rest is safe in a path.
*/
function parseSerial(text) {
	return /^\d{8}[A-Za-z0-9._-]{0,56}$/.test(text) && startOfDay(text) !== void 0 ? text : void 0;
}
/** Of the real date that `text` begins with. */
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
/**
* The last moment that a serial may stand for, in UTC: the minute that follows its date, `20261120_1504`, or the end of
* the day. `undefined` when it does not begin with a date: serials of other tools are any text.
*/
function timeOfSerial(serial) {
	const day = startOfDay(serial);
	if (day === void 0) return void 0;
	const [, hours, minutes] = /^\d{8}_([01]\d|2[0-3])([0-5]\d)(?!\d)/.exec(serial) ?? [];
	const passed = hours === void 0 ? 1440 : Number(hours) * 60 + Number(minutes);
	return new Date(day + passed * 60 * 1e3);
}
/** `YYYYMMDD_HHMM` in UTC. */
function serialOf(date) {
	const [day = "", time = ""] = date.toISOString().split("T");
	return `${day.replaceAll("-", "")}_${time.slice(0, 5).replace(":", "")}`;
}
/** Newest last, in code point order: the order of `LANG=C sort` (simplestreams README, "version_name"). */
function compareSerials(a, b) {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
/** The `n`th serial of one minute: `20261120_1504`, `20261120_1504_02`, `20261120_1504_03`. */
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
/** What the index calls the document; before there is an index, what it calls itself. */
function datatypeOf({ entry, tags }) {
	return (entry ?? tags).datatype;
}
/** The version that every consumer takes for the newest: the greatest serial, as a string. */
function newestOf$1({ versions }) {
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
	for (const [serial, version] of objectsIn(tags.versions)) versions.push(listVersion$1(product, serial, version));
	versions.sort((a, b) => compareSerials(a.serial, b.serial));
	return product;
}
function listVersion$1(product, serial, tags) {
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
	return {
		documents,
		products,
		versions,
		items: versions.flatMap((version) => version.items)
	};
}
/**
* A tag as sstream, Glance and MAAS up to 3.7 see it on a product, version or item: set there, or handed down from above.
* Only strings, numbers and booleans are (simplestreams util.py, `stringitems`).
*/
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
// src/core/consumers/rules/rule.ts
/** The violations among `things`: those of which `judge` says that something is wrong. */
function each(things, judge) {
	const violations = [];
	for (const thing of things) {
		const fault = judge(thing);
		if (fault !== void 0) violations.push(violation(thing, fault));
	}
	return violations;
}
function violation(thing, fault) {
	const place = placeOf$2(thing);
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
/** A violation in the index itself. */
function inIndex(message, field) {
	return {
		place: {
			document: "index",
			...field === void 0 ? {} : { field }
		},
		message
	};
}
function placeOf$2(listed) {
	switch (listed.level) {
		case "document": return { document: listed.contentId };
		case "product": return {
			...placeOf$2(listed.document),
			product: listed.name
		};
		case "version": return {
			...placeOf$2(listed.product),
			serial: listed.serial
		};
		case "item": return {
			...placeOf$2(listed.version),
			item: listed.name
		};
	}
}
/** A value as it stands in a document, cut short: for messages. */
function shown(value) {
	const text = JSON.stringify(value) ?? "nothing";
	return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
// src/core/consumers/rules/glance.ts
const readers$2 = { glance: "" };
const wanted = /disk1.img|disk.img/;
const architectures = /x86_64|amd64|i386/;
const charmReleases = /trusty|xenial|bionic|focal|jammy/;
/** What sstream-mirror-glance takes, and what Glance needs of it. */
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
			return document.products.some(({ versions }) => versions.some(({ items }) => items.some(isDisk))) && datatypeOf(document) !== "image-downloads" ? {
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
			const hasDisks = product.versions.some(({ items }) => items.some(isDisk));
			const release = inherited(product, "release");
			return hasDisks && !charmReleases.test(release ?? "") ? {
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
/** An item that sstream-mirror-glance takes unless it is told otherwise. */
function isDisk({ ftype }) {
	return wanted.test(ftype);
}
function ofDisks(judge) {
	return ({ downloads }) => each(downloads.items, (item) => isDisk(item) ? judge(item) : void 0);
}
function withoutDisks({ all }) {
	return all.items.length === 0 || all.items.some(isDisk) ? [] : [inIndex("no item of the root has the ftype disk1.img or disk.img")];
}
// src/core/consumers/lxd-images.ts
const programNames = ["lxd", "incus"];
/** The fields of a metadata item that hold the fingerprint of its image with a root, by the root's ftype. */
const combinedFields = {
	squashfs: ["combined_squashfs_sha256"],
	"root.tar.xz": ["combined_rootxz_sha256", "combined_sha256"],
	"disk-kvm.img": ["combined_disk-kvm-img_sha256"],
	"disk1.img": ["combined_disk1-img_sha256"],
	"uefi1.img": ["combined_uefi1-img_sha256"]
};
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
	return Object.hasOwn(combinedFields, ftype);
}
/** A root that no other consumer reads. `disk1.img` and `uefi1.img` may be meant for Glance. */
function isOwnRoot(item) {
	return isRoot(item) && item.ftype !== "disk1.img" && item.ftype !== "uefi1.img";
}
/** An item that LXD or Incus downloads. */
function isDownloaded(item) {
	return isMetadata(item) || isUnified(item) || isRoot(item) || isDelta(item);
}
/** Whether a version is meant for LXD or Incus at all. */
function hasImages({ items }) {
	return items.some((item) => isMetadata(item) || isUnified(item) || isOwnRoot(item));
}
/** The fingerprint of the image that a metadata item makes with a root. */
function combinedHash(metadata, root) {
	for (const field of combinedFields[root.ftype] ?? []) {
		const hash = asText(metadata.tags[field]);
		if (hash !== void 0) return hash;
	}
}
/** Every image of a version that a program lists. */
function imagesOf(version, program) {
	const images = [];
	if (!beginsWithDate(version.serial)) return images;
	for (const item of version.items) {
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
/** Both programs parse the first 8 characters as a date and pass over a version where they cannot. */
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
/** The kernel's name of a product's architecture, by shared/osarch; exact case. */
function knownArchitecture({ tags }) {
	return typeof tags.arch === "string" ? architectureOf.get(tags.arch) : void 0;
}
// src/core/consumers/rules/lxd-clashes.ts
const both$7 = {
	lxd: "",
	incus: ""
};
/**
* Images that get in each other's way. Both programs read all documents of datatype `image-downloads` as one stream.
*/
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
		const where = owner.version === version ? "twice in this version" : `by ${describePlace(placeOf$2(owner.version))} too`;
		const message = `the image ${fingerprint.slice(0, 12)} is listed ${where}, and neither can be downloaded`;
		const found = violation(version, message);
		violations.set(`${describePlace(found.place)} ${message}`, found);
	}
	return [...violations.values()];
}
/** Images with the fingerprint of an earlier one, each with that one. */
function duplicates(products, program) {
	const owners = /* @__PURE__ */ new Map();
	const found = [];
	for (const product of products) {
		if (knownArchitecture(product) === void 0) continue;
		for (const version of product.versions) for (const image of imagesOf(version, program)) {
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
				message: `alias ${alias} (${clash.kind.slice(clash.kind.indexOf(" ") + 1)}) belongs to ${describePlace(placeOf$2(clash.owner))} too, and goes to the product whose os, release and variant sort first, not to the newest`,
				field: "aliases"
			})];
		});
	});
}
/** What an alias of the product stands for: `lxd container, x86_64`. */
function kindsOf(product, programs) {
	const arch = knownArchitecture(product);
	if (arch === void 0) return [];
	const kinds = /* @__PURE__ */ new Set();
	for (const program of programs) for (const version of product.versions) for (const { type } of imagesOf(version, program)) kinds.add(`${program} ${type}, ${arch}`);
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
/** What LXD and Incus make of the index and of the URL. */
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
/** What LXD and Incus need of the files they download. */
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
/** A check of every item that one of the two programs downloads, where there is metadata for one of them. */
function ofItems(judge) {
	return ({ downloads }) => each(downloads.items, (item) => isDownloaded(item) && isTheirs(item) ? judge(item) : void 0);
}
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
/** What LXD and Incus make of the tags of a product. */
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
/** A check of every product that has images for one of the two programs. */
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
/** Values of a wrong JSON type: one of them, and nothing of the root is listed. */
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
	document: Object.entries(fields.document),
	product: Object.entries(fields.product),
	version: Object.entries(fields.version),
	item: Object.entries(fields.item)
};
function wrongType({ level, tags }) {
	for (const [field, kind] of fieldsOf[level]) {
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
/**
* The products whose serials sort, as strings, in another order than people and counters mean: `20260821.10` before
* `20260821.9`, or `20250102_0000` after `20250102.1`. Every consumer takes the greatest string for the newest.
*/
function misorderedSerials(products) {
	return each(products, ({ versions }) => {
		for (let n = 1; n < versions.length; n++) {
			const before = versions[n - 1]?.serial ?? "";
			const after = versions[n]?.serial ?? "";
			if (isMisordered(before, after)) return `version ${after} counts as newer than ${before}, because serials are compared as strings`;
		}
	});
}
/** For two serials of which the first is the smaller string. */
function isMisordered(before, after) {
	if (shapeOf(before) === shapeOf(after)) return false;
	const isSameDay = before.slice(0, 8) === after.slice(0, 8);
	const [one = "", other = ""] = [before[8], after[8]];
	return isSameDay && /^[^0-9]$/.test(one) && /^[^0-9]$/.test(other) && one !== other || compareByNumbers(before, after) > 0;
}
/** Strings of one shape sort alike as strings and by their numbers. */
function shapeOf(serial) {
	return serial.replaceAll(/\d/g, "0");
}
/** As people compare: runs of digits by their value. */
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
/** Which versions LXD and Incus make images of. */
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
/** What MAAS up to 3.7 and MAAS 3.8 make of a product, as far as several rules need it. */
const images = /^(?:squashfs|root-image\.gz|root-t[gbx]z|root-dd(?:\.(?:tar|raw|bz2|gz|xz|tar\.bz2|tar\.xz))?)$/;
const others = /^(?:boot-kernel|boot-initrd|boot-dtb|archive\.tar\.xz|self-extracting|bootloader|notifications)$/;
const foreign$1 = /^(?:(?:lxd|incus)(?:\.tar\.xz|_combined\.tar\.gz)|root\.tar\.xz|(?:disk1?|disk-kvm|uefi1)\.img|.*\.vcdiff)$/;
/** The file types MAAS knows (maascommon/enums/boot_resources.py, `BootResourceFileType`). */
function isKnownFtype(ftype) {
	return images.test(ftype) || others.test(ftype);
}
/** The root of an operating system, in one of its forms. */
function isImage({ ftype }) {
	return images.test(ftype);
}
/** Whether a product was made for LXD, Incus or Glance. */
function isForeign({ versions }) {
	return versions.some(({ items }) => items.some(({ ftype }) => foreign$1.test(ftype)));
}
/** A tag of the newest version, as MAAS up to 3.7 sees it on each of its items. */
function tagOf(product, key) {
	const newest = newestOf$1(product);
	return inherited(newest?.items[0] ?? newest ?? product, key);
}
function isBootloader(product) {
	return tagOf(product, "bootloader-type") !== void 0;
}
/** The items of the newest version: all that MAAS up to 3.7 looks at. */
function newestItems(product) {
	return newestOf$1(product)?.items ?? [];
}
/** Neither a boot loader nor a notification: something that is deployed. */
function isSystem(product) {
	return !isBootloader(product) && !newestItems(product).some(({ ftype }) => ftype === "notifications");
}
/** `validate_ubuntu`: os contains "ubuntu", and the name does not match. */
function isIgnoredUbuntu(product) {
	const os = tagOf(product, "os")?.toLowerCase() ?? "";
	if (!os.includes("ubuntu")) return false;
	if (os === "ubuntu-core" && /.*:v4:.*/i.test(product.name)) return false;
	return !ubuntuName.test(product.name);
}
/** `UBUNTU_REGEX` from 3.4 on. */
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
/** Sets of item keys of which a version needs one each. */
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
/** The required tags that are missing, or no strings: 3.8 converts nothing, and hands nothing down. */
function missingTags(kind, { tags }) {
	return requiredTags[kind].filter((tag) => typeof tags[tag] !== "string");
}
/** The item keys that are missing, alternatives joined by "or". */
function missingItems(kind, { items }) {
	const keys = new Set(items.map(({ name }) => name));
	return requiredItems[kind].filter((alternatives) => !alternatives.some((key) => keys.has(key))).map((alternatives) => alternatives.join(" or "));
}
/** Whether 3.8 reads the item at all. */
function isRead(kind, { name }) {
	return requiredItems[kind].some((alternatives) => alternatives.includes(name));
}
/** The fields of an item that are missing or of a wrong type; a size may be digits in quotes. */
function missingFields(kind, { tags }) {
	return requiredFields[kind].filter((field) => !isField(field, tags));
}
function isField(field, tags) {
	const value = tags[field];
	if (field !== "size") return typeof value === "string";
	return Number.isInteger(value) || /^\d+$/.test(asText(value) ?? "");
}
/** Whether the product, in all of its versions, is one of the kind. */
function accepts(kind, product) {
	return missingTags(kind, product).length === 0 && product.versions.every((version) => missingItems(kind, version).length === 0 && version.items.every((item) => !isRead(kind, item) || missingFields(kind, item).length === 0));
}
const kinds = [
	"bootloader",
	"multi",
	"single"
];
/** The kind the product is, or was meant to be. */
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
/** Whether some kind of 3.8 takes the product. */
function isAccepted(product) {
	return kinds.some((kind) => accepts(kind, product));
}
/** Not one of another program, of which the rule about documents of other programs speaks. */
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
/** Images that MAAS imports, and cannot deploy. No machine was deployed to find out: all of it is in the source code. */
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
/** Up to 3.7 a product without os is one of Ubuntu. */
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
/** What the Python library makes of the index and of the URL. */
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
/** Entries that the Python library does not follow. */
function withoutFormat(entries) {
	return entries.flatMap(([contentId, { format }]) => format === "products:1.0" || format === "index:1.0" ? [] : [inIndex(`the format of ${contentId} is ${shown(format)}, not products:1.0`, `index.${contentId}.format`)]);
}
/** Whether readers that start from a URL without an index would look for the wrong one. */
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
const again = "publish once more with this action, which writes it, or correct it with the tool that wrote it";
/** What MAAS makes of the index, and of what stands at the top of documents. */
const maasIndexRules = [
	{
		code: "MAAS-018",
		title: "every entry of the index has path and products, and no name",
		readers: readers$1,
		consequence: consequence$1,
		says: says$2,
		why: "One entry without a path or without a list of products, or with a key name, rejects the whole source.",
		fix: again,
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
		fix: again,
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
		fix: again,
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
		fix: again,
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
/** `%a, %d %b %Y %H:%M:%S %z`, or what Python's `datetime.fromisoformat` reads, as far as anybody writes it. */
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
const sums = {
	md5: 32,
	sha256: 64,
	sha512: 128
};
/** What the Python library reads, for sstream-mirror and sstream-mirror-glance alike. */
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
			return Object.keys(sums).some((sum) => inherited(item, sum) !== void 0) ? void 0 : {
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
			for (const [field, digits] of Object.entries(sums)) {
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
/** A check of every item that is a file. */
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
/** What MAAS needs of the files it downloads. */
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
		check: ({ all }) => each(all.products.flatMap((product) => newestOf$1(product) ?? []), sameNames)
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
			return each(newestOf$1(product)?.items ?? [], (item) => isRead(kind, item) && item.name !== "manifest" && item.ftype !== "" && !isKnownFtype(item.ftype) ? {
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
/** A check of the items of the newest version of each product. */
function ofNewest(judge) {
	return ({ all }) => all.products.flatMap((product) => each(newestOf$1(product)?.items ?? [], judge));
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
/** Names of products that MAAS passes over. */
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
/** What MAAS makes of products side by side, and of some of their tags. */
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
/** What MAAS tells images apart by, or `undefined` for what is none. */
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
/** The shape of products that MAAS 3.8 demands. */
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
		check: ({ all }) => [...each(all.products, ({ tags }) => named$2(tags, "product_name")), ...each(all.versions, ({ tags }) => named$2(tags, "version_name"))]
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
function named$2(tags, field) {
	return Object.hasOwn(tags, field) ? {
		message: `there is a key ${field}`,
		field
	} : void 0;
}
// src/core/consumers/rules/maas-url.ts
const everyone = { maas: "" };
/** What MAAS makes of the URL of a boot source. */
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
/** What holds for every consumer. */
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
/** Whether consumers would read what the entry names as a products document. */
function isProducts$1({ format, datatype }) {
	if (format === "index:1.0") return false;
	return format === "products:1.0" || datatype === "image-downloads" || datatype === "image-ids";
}
// src/core/consumers/rules/table.ts
/** Every rule, sorted by code. */
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
/** What these consumers would ignore, refuse or get wrong in a root; errors first. Linear in the number of items. */
function checkRoot$1(view, consumers) {
	return checkListing(listRoot(view), consumers);
}
/** As {@link checkRoot}, of a root that was taken apart already. */
function checkListing(listing, consumers) {
	const findings = rules.flatMap((rule) => findingsOf(rule, listing, consumers));
	return severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}
/** Those of `consumers` that the rule holds for, in at least one of their releases. */
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
// src/core/root.ts
/** The mutable objects of a root; a head is one of the first two. */
const index = joinPath("streams/v1/index.json");
const signedIndex = joinPath("streams/v1/index.sjson");
const indexSignature = joinPath("streams/v1/index.json.gpg");
const keyring$1 = joinPath("keyring.gpg");
const armoredKeyring = joinPath("keyring.asc");
function headPath(form) {
	return form === "sjson" ? signedIndex : index;
}
/** Where the copy of a head lies, by which a chain of `previous` can be walked. */
function headCopyPath(form, sha256) {
	return joinPath("streams/v1", `index.${pathDigest(sha256)}.${form}`);
}
/** A products document under the name that only its bytes have. */
function documentPath(contentId, form, sha256) {
	return joinPath("streams/v1", `${contentId}.${pathDigest(sha256)}.${form}`);
}
/** The same document under the name people expect. */
function customaryPath(contentId, form) {
	return joinPath("streams/v1", `${contentId}.${form}`);
}
function ringPath(sha256, suffix = "") {
	return joinPath("streams/v1", `keyring.${pathDigest(sha256)}${suffix}.gpg`);
}
/** `<os>/<release>/<arch>/[<variant>/]<serial>/<digest>/<file>`: two different files never meet at one path. */
function imagePath(place) {
	const variant = place.variant === void 0 ? [] : [pathSegment(place.variant)];
	return joinPath(pathSegment(place.os), pathSegment(place.release), pathSegment(place.arch), ...variant, place.serial, pathDigest(place.sha256), place.file);
}
/** The same file in a directory of its own, for when what lies at `path` may be about to be reaped. */
function besidePath(path, random) {
	const segments = path.split("/");
	const file = segments.pop() ?? "";
	const directory = segments.pop() ?? "";
	return joinPath(...segments, `${directory}-${random}`, file);
}
const immutableCaching = "public, max-age=31536000, immutable";
/** Headers of an object; never a `Content-Encoding`: clients hash what they receive. */
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
// src/app/check-report.ts
/** A report of these findings. */
function checkReport({ consumers, allow }, found) {
	const findings = found.findings.map((finding) => ({
		...finding,
		allowed: allow.includes(finding.code)
	}));
	const count = (severity) => findings.filter((finding) => !finding.allowed && finding.severity === severity).length;
	return {
		root: found.root,
		consumers: consumers.map(describeConsumer),
		findings,
		counts: {
			error: count("error"),
			warning: count("warning"),
			note: count("note"),
			allowed: findings.filter(({ allowed }) => allowed).length
		},
		paths: found.paths,
		remarks: found.remarks
	};
}
function describeConsumer({ name, releases }) {
	const { title } = programs[name];
	return releases === anyRelease ? title : `${title} ${describeReleases(releases)}`;
}
// src/core/schema/generated/validators.js
const isIndex = validate20;
const pattern4 = /* @__PURE__ */ new RegExp("^(?!/|%2[fF]|%5[cC]|[A-Za-z][A-Za-z0-9+.-]*://)(?!(?:[\\s\\S]*(?:/|%2[fF]|%5[cC]))?(?:\\.|%2[eE]){2,3}(?:(?:/|%2[fF]|%5[cC])|$))(?![\\s\\S]*%00)[^\\u0000-\\u001f\\u007f\\\\]+$", "u");
const pattern5 = /* @__PURE__ */ new RegExp("^[0-9a-f]{64}$", "u");
const pattern7 = /* @__PURE__ */ new RegExp("^[0-9a-f]{32}$", "u");
const pattern8 = /* @__PURE__ */ new RegExp("^(?!.{1025})(?!(?:.*/)?\\.{1,3}(?:/|$))[A-Za-z0-9._~:-]+(?:/[A-Za-z0-9._~:-]+)*$", "u");
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate20.evaluated;
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
							if (!pattern4.test(data4)) {
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
							if (!pattern5.test(data10)) {
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
				if (!pattern5.test(data13)) {
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
				if (!pattern7.test(data14)) {
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
	validate20.errors = vErrors;
	return errors === 0;
}
validate20.evaluated = {
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
const isProducts = validate21;
const schema32 = {
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
const pattern11 = /* @__PURE__ */ new RegExp("^[0-9a-f]{128}$", "u");
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate21.evaluated;
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
								params: { type: schema32.properties.products.additionalProperties.properties.support_eol.type }
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
								params: { type: schema32.properties.products.additionalProperties.properties.requirements.type }
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
								params: { type: schema32.properties.products.additionalProperties.properties.lxd_requirements.type }
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
										if (!pattern7.test(data32)) {
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
										if (!pattern11.test(data34)) {
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
													if (!pattern4.test(data38)) {
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
													if (!pattern7.test(data39)) {
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
													if (!pattern11.test(data41)) {
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
	validate21.errors = vErrors;
	evaluated0.props = props0;
	return errors === 0;
}
validate21.evaluated = {
	"dynamicProps": true,
	"dynamicItems": false
};
const isPromotion = validate22;
const schema33 = {
	"$schema": "https://json-schema.org/draft/2020-12/schema",
	"$id": "urn:simplestreams-action:schema:promotion:1.0",
	"type": "object",
	"additionalProperties": false,
	"required": [
		"format",
		"digest",
		"source",
		"target",
		"filters",
		"rename",
		"consumers",
		"allow",
		"versions"
	],
	"properties": {
		"format": { "const": "promotion:1.0" },
		"digest": {
			"type": "string",
			"pattern": "^[0-9a-f]{64}$"
		},
		"source": {
			"type": "object",
			"additionalProperties": false,
			"required": ["url", "generation"],
			"properties": {
				"url": { "type": "string" },
				"generation": {
					"type": "integer",
					"minimum": 0
				},
				"head": {
					"type": "string",
					"pattern": "^[0-9a-f]{64}$"
				},
				"signedBy": { "type": "string" }
			}
		},
		"target": {
			"type": "object",
			"additionalProperties": false,
			"required": ["url", "generation"],
			"properties": {
				"url": { "type": "string" },
				"generation": {
					"type": "integer",
					"minimum": 0
				},
				"head": {
					"type": "string",
					"pattern": "^[0-9a-f]{64}$"
				},
				"signedBy": { "type": "string" }
			}
		},
		"filters": {
			"type": "array",
			"items": { "type": "string" }
		},
		"product": { "type": "string" },
		"serial": { "type": "string" },
		"rename": {
			"type": "array",
			"items": { "type": "string" }
		},
		"label": { "type": "string" },
		"consumers": {
			"type": "array",
			"items": { "type": "string" }
		},
		"allow": {
			"type": "array",
			"items": { "type": "string" }
		},
		"versions": {
			"type": "array",
			"items": {
				"type": "object",
				"additionalProperties": false,
				"required": [
					"from",
					"to",
					"isNew",
					"changed",
					"items"
				],
				"properties": {
					"from": {
						"type": "object",
						"additionalProperties": false,
						"required": [
							"contentId",
							"product",
							"serial"
						],
						"properties": {
							"contentId": { "type": "string" },
							"product": { "type": "string" },
							"serial": { "type": "string" }
						}
					},
					"to": {
						"type": "object",
						"additionalProperties": false,
						"required": [
							"contentId",
							"product",
							"serial"
						],
						"properties": {
							"contentId": { "type": "string" },
							"product": { "type": "string" },
							"serial": { "type": "string" }
						}
					},
					"isNew": { "type": "boolean" },
					"changed": { "type": "boolean" },
					"items": {
						"type": "array",
						"items": {
							"type": "object",
							"additionalProperties": false,
							"required": [
								"name",
								"size",
								"sha256"
							],
							"properties": {
								"name": { "type": "string" },
								"size": {
									"type": "integer",
									"minimum": 0
								},
								"sha256": {
									"type": "string",
									"pattern": "^[0-9a-f]{64}$"
								}
							}
						}
					}
				}
			}
		}
	}
};
const func1 = Object.prototype.hasOwnProperty;
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate22.evaluated;
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
		if (data.digest === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "digest" }
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.source === void 0) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "source" }
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.target === void 0) {
			const err3 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "target" }
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (data.filters === void 0) {
			const err4 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "filters" }
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
		if (data.rename === void 0) {
			const err5 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "rename" }
			};
			if (vErrors === null) vErrors = [err5];
			else vErrors.push(err5);
			errors++;
		}
		if (data.consumers === void 0) {
			const err6 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "consumers" }
			};
			if (vErrors === null) vErrors = [err6];
			else vErrors.push(err6);
			errors++;
		}
		if (data.allow === void 0) {
			const err7 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "allow" }
			};
			if (vErrors === null) vErrors = [err7];
			else vErrors.push(err7);
			errors++;
		}
		if (data.versions === void 0) {
			const err8 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "versions" }
			};
			if (vErrors === null) vErrors = [err8];
			else vErrors.push(err8);
			errors++;
		}
		for (const key0 in data) if (!func1.call(schema33.properties, key0)) {
			const err9 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 }
			};
			if (vErrors === null) vErrors = [err9];
			else vErrors.push(err9);
			errors++;
		}
		if (data.format !== void 0) {
			if ("promotion:1.0" !== data.format) {
				const err10 = {
					instancePath: instancePath + "/format",
					schemaPath: "#/properties/format/const",
					keyword: "const",
					params: { allowedValue: "promotion:1.0" }
				};
				if (vErrors === null) vErrors = [err10];
				else vErrors.push(err10);
				errors++;
			}
		}
		if (data.digest !== void 0) {
			let data1 = data.digest;
			if (typeof data1 === "string") {
				if (!pattern5.test(data1)) {
					const err11 = {
						instancePath: instancePath + "/digest",
						schemaPath: "#/properties/digest/pattern",
						keyword: "pattern",
						params: { pattern: "^[0-9a-f]{64}$" }
					};
					if (vErrors === null) vErrors = [err11];
					else vErrors.push(err11);
					errors++;
				}
			} else {
				const err12 = {
					instancePath: instancePath + "/digest",
					schemaPath: "#/properties/digest/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err12];
				else vErrors.push(err12);
				errors++;
			}
		}
		if (data.source !== void 0) {
			let data2 = data.source;
			if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
				if (data2.url === void 0) {
					const err13 = {
						instancePath: instancePath + "/source",
						schemaPath: "#/properties/source/required",
						keyword: "required",
						params: { missingProperty: "url" }
					};
					if (vErrors === null) vErrors = [err13];
					else vErrors.push(err13);
					errors++;
				}
				if (data2.generation === void 0) {
					const err14 = {
						instancePath: instancePath + "/source",
						schemaPath: "#/properties/source/required",
						keyword: "required",
						params: { missingProperty: "generation" }
					};
					if (vErrors === null) vErrors = [err14];
					else vErrors.push(err14);
					errors++;
				}
				for (const key1 in data2) if (!(key1 === "url" || key1 === "generation" || key1 === "head" || key1 === "signedBy")) {
					const err15 = {
						instancePath: instancePath + "/source",
						schemaPath: "#/properties/source/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key1 }
					};
					if (vErrors === null) vErrors = [err15];
					else vErrors.push(err15);
					errors++;
				}
				if (data2.url !== void 0) {
					if (typeof data2.url !== "string") {
						const err16 = {
							instancePath: instancePath + "/source/url",
							schemaPath: "#/properties/source/properties/url/type",
							keyword: "type",
							params: { type: "string" }
						};
						if (vErrors === null) vErrors = [err16];
						else vErrors.push(err16);
						errors++;
					}
				}
				if (data2.generation !== void 0) {
					let data4 = data2.generation;
					if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
						const err17 = {
							instancePath: instancePath + "/source/generation",
							schemaPath: "#/properties/source/properties/generation/type",
							keyword: "type",
							params: { type: "integer" }
						};
						if (vErrors === null) vErrors = [err17];
						else vErrors.push(err17);
						errors++;
					}
					if (typeof data4 == "number" && isFinite(data4)) {
						if (data4 < 0 || isNaN(data4)) {
							const err18 = {
								instancePath: instancePath + "/source/generation",
								schemaPath: "#/properties/source/properties/generation/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								}
							};
							if (vErrors === null) vErrors = [err18];
							else vErrors.push(err18);
							errors++;
						}
					}
				}
				if (data2.head !== void 0) {
					let data5 = data2.head;
					if (typeof data5 === "string") {
						if (!pattern5.test(data5)) {
							const err19 = {
								instancePath: instancePath + "/source/head",
								schemaPath: "#/properties/source/properties/head/pattern",
								keyword: "pattern",
								params: { pattern: "^[0-9a-f]{64}$" }
							};
							if (vErrors === null) vErrors = [err19];
							else vErrors.push(err19);
							errors++;
						}
					} else {
						const err20 = {
							instancePath: instancePath + "/source/head",
							schemaPath: "#/properties/source/properties/head/type",
							keyword: "type",
							params: { type: "string" }
						};
						if (vErrors === null) vErrors = [err20];
						else vErrors.push(err20);
						errors++;
					}
				}
				if (data2.signedBy !== void 0) {
					if (typeof data2.signedBy !== "string") {
						const err21 = {
							instancePath: instancePath + "/source/signedBy",
							schemaPath: "#/properties/source/properties/signedBy/type",
							keyword: "type",
							params: { type: "string" }
						};
						if (vErrors === null) vErrors = [err21];
						else vErrors.push(err21);
						errors++;
					}
				}
			} else {
				const err22 = {
					instancePath: instancePath + "/source",
					schemaPath: "#/properties/source/type",
					keyword: "type",
					params: { type: "object" }
				};
				if (vErrors === null) vErrors = [err22];
				else vErrors.push(err22);
				errors++;
			}
		}
		if (data.target !== void 0) {
			let data7 = data.target;
			if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
				if (data7.url === void 0) {
					const err23 = {
						instancePath: instancePath + "/target",
						schemaPath: "#/properties/target/required",
						keyword: "required",
						params: { missingProperty: "url" }
					};
					if (vErrors === null) vErrors = [err23];
					else vErrors.push(err23);
					errors++;
				}
				if (data7.generation === void 0) {
					const err24 = {
						instancePath: instancePath + "/target",
						schemaPath: "#/properties/target/required",
						keyword: "required",
						params: { missingProperty: "generation" }
					};
					if (vErrors === null) vErrors = [err24];
					else vErrors.push(err24);
					errors++;
				}
				for (const key2 in data7) if (!(key2 === "url" || key2 === "generation" || key2 === "head" || key2 === "signedBy")) {
					const err25 = {
						instancePath: instancePath + "/target",
						schemaPath: "#/properties/target/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key2 }
					};
					if (vErrors === null) vErrors = [err25];
					else vErrors.push(err25);
					errors++;
				}
				if (data7.url !== void 0) {
					if (typeof data7.url !== "string") {
						const err26 = {
							instancePath: instancePath + "/target/url",
							schemaPath: "#/properties/target/properties/url/type",
							keyword: "type",
							params: { type: "string" }
						};
						if (vErrors === null) vErrors = [err26];
						else vErrors.push(err26);
						errors++;
					}
				}
				if (data7.generation !== void 0) {
					let data9 = data7.generation;
					if (!(typeof data9 == "number" && !(data9 % 1) && !isNaN(data9) && isFinite(data9))) {
						const err27 = {
							instancePath: instancePath + "/target/generation",
							schemaPath: "#/properties/target/properties/generation/type",
							keyword: "type",
							params: { type: "integer" }
						};
						if (vErrors === null) vErrors = [err27];
						else vErrors.push(err27);
						errors++;
					}
					if (typeof data9 == "number" && isFinite(data9)) {
						if (data9 < 0 || isNaN(data9)) {
							const err28 = {
								instancePath: instancePath + "/target/generation",
								schemaPath: "#/properties/target/properties/generation/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								}
							};
							if (vErrors === null) vErrors = [err28];
							else vErrors.push(err28);
							errors++;
						}
					}
				}
				if (data7.head !== void 0) {
					let data10 = data7.head;
					if (typeof data10 === "string") {
						if (!pattern5.test(data10)) {
							const err29 = {
								instancePath: instancePath + "/target/head",
								schemaPath: "#/properties/target/properties/head/pattern",
								keyword: "pattern",
								params: { pattern: "^[0-9a-f]{64}$" }
							};
							if (vErrors === null) vErrors = [err29];
							else vErrors.push(err29);
							errors++;
						}
					} else {
						const err30 = {
							instancePath: instancePath + "/target/head",
							schemaPath: "#/properties/target/properties/head/type",
							keyword: "type",
							params: { type: "string" }
						};
						if (vErrors === null) vErrors = [err30];
						else vErrors.push(err30);
						errors++;
					}
				}
				if (data7.signedBy !== void 0) {
					if (typeof data7.signedBy !== "string") {
						const err31 = {
							instancePath: instancePath + "/target/signedBy",
							schemaPath: "#/properties/target/properties/signedBy/type",
							keyword: "type",
							params: { type: "string" }
						};
						if (vErrors === null) vErrors = [err31];
						else vErrors.push(err31);
						errors++;
					}
				}
			} else {
				const err32 = {
					instancePath: instancePath + "/target",
					schemaPath: "#/properties/target/type",
					keyword: "type",
					params: { type: "object" }
				};
				if (vErrors === null) vErrors = [err32];
				else vErrors.push(err32);
				errors++;
			}
		}
		if (data.filters !== void 0) {
			let data12 = data.filters;
			if (Array.isArray(data12)) {
				const len0 = data12.length;
				for (let i0 = 0; i0 < len0; i0++) if (typeof data12[i0] !== "string") {
					const err33 = {
						instancePath: instancePath + "/filters/" + i0,
						schemaPath: "#/properties/filters/items/type",
						keyword: "type",
						params: { type: "string" }
					};
					if (vErrors === null) vErrors = [err33];
					else vErrors.push(err33);
					errors++;
				}
			} else {
				const err34 = {
					instancePath: instancePath + "/filters",
					schemaPath: "#/properties/filters/type",
					keyword: "type",
					params: { type: "array" }
				};
				if (vErrors === null) vErrors = [err34];
				else vErrors.push(err34);
				errors++;
			}
		}
		if (data.product !== void 0) {
			if (typeof data.product !== "string") {
				const err35 = {
					instancePath: instancePath + "/product",
					schemaPath: "#/properties/product/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err35];
				else vErrors.push(err35);
				errors++;
			}
		}
		if (data.serial !== void 0) {
			if (typeof data.serial !== "string") {
				const err36 = {
					instancePath: instancePath + "/serial",
					schemaPath: "#/properties/serial/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err36];
				else vErrors.push(err36);
				errors++;
			}
		}
		if (data.rename !== void 0) {
			let data16 = data.rename;
			if (Array.isArray(data16)) {
				const len1 = data16.length;
				for (let i1 = 0; i1 < len1; i1++) if (typeof data16[i1] !== "string") {
					const err37 = {
						instancePath: instancePath + "/rename/" + i1,
						schemaPath: "#/properties/rename/items/type",
						keyword: "type",
						params: { type: "string" }
					};
					if (vErrors === null) vErrors = [err37];
					else vErrors.push(err37);
					errors++;
				}
			} else {
				const err38 = {
					instancePath: instancePath + "/rename",
					schemaPath: "#/properties/rename/type",
					keyword: "type",
					params: { type: "array" }
				};
				if (vErrors === null) vErrors = [err38];
				else vErrors.push(err38);
				errors++;
			}
		}
		if (data.label !== void 0) {
			if (typeof data.label !== "string") {
				const err39 = {
					instancePath: instancePath + "/label",
					schemaPath: "#/properties/label/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err39];
				else vErrors.push(err39);
				errors++;
			}
		}
		if (data.consumers !== void 0) {
			let data19 = data.consumers;
			if (Array.isArray(data19)) {
				const len2 = data19.length;
				for (let i2 = 0; i2 < len2; i2++) if (typeof data19[i2] !== "string") {
					const err40 = {
						instancePath: instancePath + "/consumers/" + i2,
						schemaPath: "#/properties/consumers/items/type",
						keyword: "type",
						params: { type: "string" }
					};
					if (vErrors === null) vErrors = [err40];
					else vErrors.push(err40);
					errors++;
				}
			} else {
				const err41 = {
					instancePath: instancePath + "/consumers",
					schemaPath: "#/properties/consumers/type",
					keyword: "type",
					params: { type: "array" }
				};
				if (vErrors === null) vErrors = [err41];
				else vErrors.push(err41);
				errors++;
			}
		}
		if (data.allow !== void 0) {
			let data21 = data.allow;
			if (Array.isArray(data21)) {
				const len3 = data21.length;
				for (let i3 = 0; i3 < len3; i3++) if (typeof data21[i3] !== "string") {
					const err42 = {
						instancePath: instancePath + "/allow/" + i3,
						schemaPath: "#/properties/allow/items/type",
						keyword: "type",
						params: { type: "string" }
					};
					if (vErrors === null) vErrors = [err42];
					else vErrors.push(err42);
					errors++;
				}
			} else {
				const err43 = {
					instancePath: instancePath + "/allow",
					schemaPath: "#/properties/allow/type",
					keyword: "type",
					params: { type: "array" }
				};
				if (vErrors === null) vErrors = [err43];
				else vErrors.push(err43);
				errors++;
			}
		}
		if (data.versions !== void 0) {
			let data23 = data.versions;
			if (Array.isArray(data23)) {
				const len4 = data23.length;
				for (let i4 = 0; i4 < len4; i4++) {
					let data24 = data23[i4];
					if (data24 && typeof data24 == "object" && !Array.isArray(data24)) {
						if (data24.from === void 0) {
							const err44 = {
								instancePath: instancePath + "/versions/" + i4,
								schemaPath: "#/properties/versions/items/required",
								keyword: "required",
								params: { missingProperty: "from" }
							};
							if (vErrors === null) vErrors = [err44];
							else vErrors.push(err44);
							errors++;
						}
						if (data24.to === void 0) {
							const err45 = {
								instancePath: instancePath + "/versions/" + i4,
								schemaPath: "#/properties/versions/items/required",
								keyword: "required",
								params: { missingProperty: "to" }
							};
							if (vErrors === null) vErrors = [err45];
							else vErrors.push(err45);
							errors++;
						}
						if (data24.isNew === void 0) {
							const err46 = {
								instancePath: instancePath + "/versions/" + i4,
								schemaPath: "#/properties/versions/items/required",
								keyword: "required",
								params: { missingProperty: "isNew" }
							};
							if (vErrors === null) vErrors = [err46];
							else vErrors.push(err46);
							errors++;
						}
						if (data24.changed === void 0) {
							const err47 = {
								instancePath: instancePath + "/versions/" + i4,
								schemaPath: "#/properties/versions/items/required",
								keyword: "required",
								params: { missingProperty: "changed" }
							};
							if (vErrors === null) vErrors = [err47];
							else vErrors.push(err47);
							errors++;
						}
						if (data24.items === void 0) {
							const err48 = {
								instancePath: instancePath + "/versions/" + i4,
								schemaPath: "#/properties/versions/items/required",
								keyword: "required",
								params: { missingProperty: "items" }
							};
							if (vErrors === null) vErrors = [err48];
							else vErrors.push(err48);
							errors++;
						}
						for (const key3 in data24) if (!(key3 === "from" || key3 === "to" || key3 === "isNew" || key3 === "changed" || key3 === "items")) {
							const err49 = {
								instancePath: instancePath + "/versions/" + i4,
								schemaPath: "#/properties/versions/items/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key3 }
							};
							if (vErrors === null) vErrors = [err49];
							else vErrors.push(err49);
							errors++;
						}
						if (data24.from !== void 0) {
							let data25 = data24.from;
							if (data25 && typeof data25 == "object" && !Array.isArray(data25)) {
								if (data25.contentId === void 0) {
									const err50 = {
										instancePath: instancePath + "/versions/" + i4 + "/from",
										schemaPath: "#/properties/versions/items/properties/from/required",
										keyword: "required",
										params: { missingProperty: "contentId" }
									};
									if (vErrors === null) vErrors = [err50];
									else vErrors.push(err50);
									errors++;
								}
								if (data25.product === void 0) {
									const err51 = {
										instancePath: instancePath + "/versions/" + i4 + "/from",
										schemaPath: "#/properties/versions/items/properties/from/required",
										keyword: "required",
										params: { missingProperty: "product" }
									};
									if (vErrors === null) vErrors = [err51];
									else vErrors.push(err51);
									errors++;
								}
								if (data25.serial === void 0) {
									const err52 = {
										instancePath: instancePath + "/versions/" + i4 + "/from",
										schemaPath: "#/properties/versions/items/properties/from/required",
										keyword: "required",
										params: { missingProperty: "serial" }
									};
									if (vErrors === null) vErrors = [err52];
									else vErrors.push(err52);
									errors++;
								}
								for (const key4 in data25) if (!(key4 === "contentId" || key4 === "product" || key4 === "serial")) {
									const err53 = {
										instancePath: instancePath + "/versions/" + i4 + "/from",
										schemaPath: "#/properties/versions/items/properties/from/additionalProperties",
										keyword: "additionalProperties",
										params: { additionalProperty: key4 }
									};
									if (vErrors === null) vErrors = [err53];
									else vErrors.push(err53);
									errors++;
								}
								if (data25.contentId !== void 0) {
									if (typeof data25.contentId !== "string") {
										const err54 = {
											instancePath: instancePath + "/versions/" + i4 + "/from/contentId",
											schemaPath: "#/properties/versions/items/properties/from/properties/contentId/type",
											keyword: "type",
											params: { type: "string" }
										};
										if (vErrors === null) vErrors = [err54];
										else vErrors.push(err54);
										errors++;
									}
								}
								if (data25.product !== void 0) {
									if (typeof data25.product !== "string") {
										const err55 = {
											instancePath: instancePath + "/versions/" + i4 + "/from/product",
											schemaPath: "#/properties/versions/items/properties/from/properties/product/type",
											keyword: "type",
											params: { type: "string" }
										};
										if (vErrors === null) vErrors = [err55];
										else vErrors.push(err55);
										errors++;
									}
								}
								if (data25.serial !== void 0) {
									if (typeof data25.serial !== "string") {
										const err56 = {
											instancePath: instancePath + "/versions/" + i4 + "/from/serial",
											schemaPath: "#/properties/versions/items/properties/from/properties/serial/type",
											keyword: "type",
											params: { type: "string" }
										};
										if (vErrors === null) vErrors = [err56];
										else vErrors.push(err56);
										errors++;
									}
								}
							} else {
								const err57 = {
									instancePath: instancePath + "/versions/" + i4 + "/from",
									schemaPath: "#/properties/versions/items/properties/from/type",
									keyword: "type",
									params: { type: "object" }
								};
								if (vErrors === null) vErrors = [err57];
								else vErrors.push(err57);
								errors++;
							}
						}
						if (data24.to !== void 0) {
							let data29 = data24.to;
							if (data29 && typeof data29 == "object" && !Array.isArray(data29)) {
								if (data29.contentId === void 0) {
									const err58 = {
										instancePath: instancePath + "/versions/" + i4 + "/to",
										schemaPath: "#/properties/versions/items/properties/to/required",
										keyword: "required",
										params: { missingProperty: "contentId" }
									};
									if (vErrors === null) vErrors = [err58];
									else vErrors.push(err58);
									errors++;
								}
								if (data29.product === void 0) {
									const err59 = {
										instancePath: instancePath + "/versions/" + i4 + "/to",
										schemaPath: "#/properties/versions/items/properties/to/required",
										keyword: "required",
										params: { missingProperty: "product" }
									};
									if (vErrors === null) vErrors = [err59];
									else vErrors.push(err59);
									errors++;
								}
								if (data29.serial === void 0) {
									const err60 = {
										instancePath: instancePath + "/versions/" + i4 + "/to",
										schemaPath: "#/properties/versions/items/properties/to/required",
										keyword: "required",
										params: { missingProperty: "serial" }
									};
									if (vErrors === null) vErrors = [err60];
									else vErrors.push(err60);
									errors++;
								}
								for (const key5 in data29) if (!(key5 === "contentId" || key5 === "product" || key5 === "serial")) {
									const err61 = {
										instancePath: instancePath + "/versions/" + i4 + "/to",
										schemaPath: "#/properties/versions/items/properties/to/additionalProperties",
										keyword: "additionalProperties",
										params: { additionalProperty: key5 }
									};
									if (vErrors === null) vErrors = [err61];
									else vErrors.push(err61);
									errors++;
								}
								if (data29.contentId !== void 0) {
									if (typeof data29.contentId !== "string") {
										const err62 = {
											instancePath: instancePath + "/versions/" + i4 + "/to/contentId",
											schemaPath: "#/properties/versions/items/properties/to/properties/contentId/type",
											keyword: "type",
											params: { type: "string" }
										};
										if (vErrors === null) vErrors = [err62];
										else vErrors.push(err62);
										errors++;
									}
								}
								if (data29.product !== void 0) {
									if (typeof data29.product !== "string") {
										const err63 = {
											instancePath: instancePath + "/versions/" + i4 + "/to/product",
											schemaPath: "#/properties/versions/items/properties/to/properties/product/type",
											keyword: "type",
											params: { type: "string" }
										};
										if (vErrors === null) vErrors = [err63];
										else vErrors.push(err63);
										errors++;
									}
								}
								if (data29.serial !== void 0) {
									if (typeof data29.serial !== "string") {
										const err64 = {
											instancePath: instancePath + "/versions/" + i4 + "/to/serial",
											schemaPath: "#/properties/versions/items/properties/to/properties/serial/type",
											keyword: "type",
											params: { type: "string" }
										};
										if (vErrors === null) vErrors = [err64];
										else vErrors.push(err64);
										errors++;
									}
								}
							} else {
								const err65 = {
									instancePath: instancePath + "/versions/" + i4 + "/to",
									schemaPath: "#/properties/versions/items/properties/to/type",
									keyword: "type",
									params: { type: "object" }
								};
								if (vErrors === null) vErrors = [err65];
								else vErrors.push(err65);
								errors++;
							}
						}
						if (data24.isNew !== void 0) {
							if (typeof data24.isNew !== "boolean") {
								const err66 = {
									instancePath: instancePath + "/versions/" + i4 + "/isNew",
									schemaPath: "#/properties/versions/items/properties/isNew/type",
									keyword: "type",
									params: { type: "boolean" }
								};
								if (vErrors === null) vErrors = [err66];
								else vErrors.push(err66);
								errors++;
							}
						}
						if (data24.changed !== void 0) {
							if (typeof data24.changed !== "boolean") {
								const err67 = {
									instancePath: instancePath + "/versions/" + i4 + "/changed",
									schemaPath: "#/properties/versions/items/properties/changed/type",
									keyword: "type",
									params: { type: "boolean" }
								};
								if (vErrors === null) vErrors = [err67];
								else vErrors.push(err67);
								errors++;
							}
						}
						if (data24.items !== void 0) {
							let data35 = data24.items;
							if (Array.isArray(data35)) {
								const len5 = data35.length;
								for (let i5 = 0; i5 < len5; i5++) {
									let data36 = data35[i5];
									if (data36 && typeof data36 == "object" && !Array.isArray(data36)) {
										if (data36.name === void 0) {
											const err68 = {
												instancePath: instancePath + "/versions/" + i4 + "/items/" + i5,
												schemaPath: "#/properties/versions/items/properties/items/items/required",
												keyword: "required",
												params: { missingProperty: "name" }
											};
											if (vErrors === null) vErrors = [err68];
											else vErrors.push(err68);
											errors++;
										}
										if (data36.size === void 0) {
											const err69 = {
												instancePath: instancePath + "/versions/" + i4 + "/items/" + i5,
												schemaPath: "#/properties/versions/items/properties/items/items/required",
												keyword: "required",
												params: { missingProperty: "size" }
											};
											if (vErrors === null) vErrors = [err69];
											else vErrors.push(err69);
											errors++;
										}
										if (data36.sha256 === void 0) {
											const err70 = {
												instancePath: instancePath + "/versions/" + i4 + "/items/" + i5,
												schemaPath: "#/properties/versions/items/properties/items/items/required",
												keyword: "required",
												params: { missingProperty: "sha256" }
											};
											if (vErrors === null) vErrors = [err70];
											else vErrors.push(err70);
											errors++;
										}
										for (const key6 in data36) if (!(key6 === "name" || key6 === "size" || key6 === "sha256")) {
											const err71 = {
												instancePath: instancePath + "/versions/" + i4 + "/items/" + i5,
												schemaPath: "#/properties/versions/items/properties/items/items/additionalProperties",
												keyword: "additionalProperties",
												params: { additionalProperty: key6 }
											};
											if (vErrors === null) vErrors = [err71];
											else vErrors.push(err71);
											errors++;
										}
										if (data36.name !== void 0) {
											if (typeof data36.name !== "string") {
												const err72 = {
													instancePath: instancePath + "/versions/" + i4 + "/items/" + i5 + "/name",
													schemaPath: "#/properties/versions/items/properties/items/items/properties/name/type",
													keyword: "type",
													params: { type: "string" }
												};
												if (vErrors === null) vErrors = [err72];
												else vErrors.push(err72);
												errors++;
											}
										}
										if (data36.size !== void 0) {
											let data38 = data36.size;
											if (!(typeof data38 == "number" && !(data38 % 1) && !isNaN(data38) && isFinite(data38))) {
												const err73 = {
													instancePath: instancePath + "/versions/" + i4 + "/items/" + i5 + "/size",
													schemaPath: "#/properties/versions/items/properties/items/items/properties/size/type",
													keyword: "type",
													params: { type: "integer" }
												};
												if (vErrors === null) vErrors = [err73];
												else vErrors.push(err73);
												errors++;
											}
											if (typeof data38 == "number" && isFinite(data38)) {
												if (data38 < 0 || isNaN(data38)) {
													const err74 = {
														instancePath: instancePath + "/versions/" + i4 + "/items/" + i5 + "/size",
														schemaPath: "#/properties/versions/items/properties/items/items/properties/size/minimum",
														keyword: "minimum",
														params: {
															comparison: ">=",
															limit: 0
														}
													};
													if (vErrors === null) vErrors = [err74];
													else vErrors.push(err74);
													errors++;
												}
											}
										}
										if (data36.sha256 !== void 0) {
											let data39 = data36.sha256;
											if (typeof data39 === "string") {
												if (!pattern5.test(data39)) {
													const err75 = {
														instancePath: instancePath + "/versions/" + i4 + "/items/" + i5 + "/sha256",
														schemaPath: "#/properties/versions/items/properties/items/items/properties/sha256/pattern",
														keyword: "pattern",
														params: { pattern: "^[0-9a-f]{64}$" }
													};
													if (vErrors === null) vErrors = [err75];
													else vErrors.push(err75);
													errors++;
												}
											} else {
												const err76 = {
													instancePath: instancePath + "/versions/" + i4 + "/items/" + i5 + "/sha256",
													schemaPath: "#/properties/versions/items/properties/items/items/properties/sha256/type",
													keyword: "type",
													params: { type: "string" }
												};
												if (vErrors === null) vErrors = [err76];
												else vErrors.push(err76);
												errors++;
											}
										}
									} else {
										const err77 = {
											instancePath: instancePath + "/versions/" + i4 + "/items/" + i5,
											schemaPath: "#/properties/versions/items/properties/items/items/type",
											keyword: "type",
											params: { type: "object" }
										};
										if (vErrors === null) vErrors = [err77];
										else vErrors.push(err77);
										errors++;
									}
								}
							} else {
								const err78 = {
									instancePath: instancePath + "/versions/" + i4 + "/items",
									schemaPath: "#/properties/versions/items/properties/items/type",
									keyword: "type",
									params: { type: "array" }
								};
								if (vErrors === null) vErrors = [err78];
								else vErrors.push(err78);
								errors++;
							}
						}
					} else {
						const err79 = {
							instancePath: instancePath + "/versions/" + i4,
							schemaPath: "#/properties/versions/items/type",
							keyword: "type",
							params: { type: "object" }
						};
						if (vErrors === null) vErrors = [err79];
						else vErrors.push(err79);
						errors++;
					}
				}
			} else {
				const err80 = {
					instancePath: instancePath + "/versions",
					schemaPath: "#/properties/versions/type",
					keyword: "type",
					params: { type: "array" }
				};
				if (vErrors === null) vErrors = [err80];
				else vErrors.push(err80);
				errors++;
			}
		}
	} else {
		const err81 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" }
		};
		if (vErrors === null) vErrors = [err81];
		else vErrors.push(err81);
		errors++;
	}
	validate22.errors = vErrors;
	return errors === 0;
}
validate22.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
const isStaging = validate23;
const schema34 = {
	"$schema": "https://json-schema.org/draft/2020-12/schema",
	"$id": "urn:simplestreams-action:schema:staging:1.0",
	"type": "object",
	"required": [
		"format",
		"run",
		"stage",
		"images"
	],
	"properties": {
		"format": { "const": "staging:1.0" },
		"run": { "type": "string" },
		"stage": { "type": "string" },
		"images": {
			"type": "array",
			"items": {
				"type": "object",
				"required": ["tags", "files"],
				"properties": {
					"name": { "type": "string" },
					"contentId": { "type": "string" },
					"product": { "type": "string" },
					"streamName": { "type": "string" },
					"serial": { "type": "string" },
					"tags": {
						"type": "object",
						"required": [
							"aliases",
							"requirements",
							"further"
						],
						"properties": {
							"os": { "type": "string" },
							"release": { "type": "string" },
							"releaseTitle": { "type": "string" },
							"osVersion": { "type": "string" },
							"arch": { "type": "string" },
							"variant": { "type": "string" },
							"label": { "type": "string" },
							"subarch": { "type": "string" },
							"aliases": {
								"type": "array",
								"items": { "type": "string" }
							},
							"requirements": {
								"type": "object",
								"additionalProperties": { "type": "string" }
							},
							"further": {
								"type": "object",
								"additionalProperties": { "type": "string" }
							}
						}
					},
					"files": {
						"type": "array",
						"items": {
							"type": "object",
							"required": [
								"path",
								"stored",
								"size",
								"sha256",
								"facts"
							],
							"properties": {
								"path": { "type": "string" },
								"stored": {
									"type": "string",
									"pattern": "^[A-Za-z0-9._~:-]+(?:/[A-Za-z0-9._~:-]+)*$"
								},
								"size": {
									"type": "integer",
									"minimum": 1
								},
								"sha256": {
									"type": "string",
									"pattern": "^[0-9a-f]{64}$"
								},
								"combined": {
									"type": "string",
									"pattern": "^[0-9a-f]{64}$"
								},
								"md5": {
									"type": "string",
									"pattern": "^[0-9a-f]{32}$"
								},
								"facts": {
									"type": "object",
									"required": ["kind"],
									"properties": {
										"kind": { "enum": [
											"metadata",
											"unified",
											"rootfs",
											"squashfs",
											"qcow2",
											"disk",
											"kernel",
											"initrd",
											"text"
										] },
										"compression": { "enum": [
											"none",
											"gzip",
											"xz",
											"zstd"
										] },
										"virtualMachine": { "type": "boolean" },
										"metadata": {
											"type": "object",
											"required": ["architecture", "creationDate"],
											"properties": {
												"architecture": { "type": "string" },
												"creationDate": {
													"type": "integer",
													"minimum": 0
												},
												"os": { "type": "string" },
												"release": { "type": "string" },
												"variant": { "type": "string" },
												"description": { "type": "string" }
											}
										}
									},
									"allOf": [{
										"if": { "properties": { "kind": { "enum": [
											"metadata",
											"unified",
											"rootfs",
											"disk"
										] } } },
										"then": {
											"required": ["compression"],
											"properties": { "compression": {} }
										}
									}, {
										"if": { "properties": { "kind": { "enum": ["metadata", "unified"] } } },
										"then": {
											"required": ["metadata"],
											"properties": { "metadata": {} }
										}
									}]
								}
							}
						}
					}
				}
			}
		}
	}
};
const pattern26 = /* @__PURE__ */ new RegExp("^[A-Za-z0-9._~:-]+(?:/[A-Za-z0-9._~:-]+)*$", "u");
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate23.evaluated;
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
		if (data.run === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "run" }
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.stage === void 0) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "stage" }
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.images === void 0) {
			const err3 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "images" }
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (data.format !== void 0) {
			if ("staging:1.0" !== data.format) {
				const err4 = {
					instancePath: instancePath + "/format",
					schemaPath: "#/properties/format/const",
					keyword: "const",
					params: { allowedValue: "staging:1.0" }
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
		}
		if (data.run !== void 0) {
			if (typeof data.run !== "string") {
				const err5 = {
					instancePath: instancePath + "/run",
					schemaPath: "#/properties/run/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
		}
		if (data.stage !== void 0) {
			if (typeof data.stage !== "string") {
				const err6 = {
					instancePath: instancePath + "/stage",
					schemaPath: "#/properties/stage/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err6];
				else vErrors.push(err6);
				errors++;
			}
		}
		if (data.images !== void 0) {
			let data3 = data.images;
			if (Array.isArray(data3)) {
				const len0 = data3.length;
				for (let i0 = 0; i0 < len0; i0++) {
					let data4 = data3[i0];
					if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
						if (data4.tags === void 0) {
							const err7 = {
								instancePath: instancePath + "/images/" + i0,
								schemaPath: "#/properties/images/items/required",
								keyword: "required",
								params: { missingProperty: "tags" }
							};
							if (vErrors === null) vErrors = [err7];
							else vErrors.push(err7);
							errors++;
						}
						if (data4.files === void 0) {
							const err8 = {
								instancePath: instancePath + "/images/" + i0,
								schemaPath: "#/properties/images/items/required",
								keyword: "required",
								params: { missingProperty: "files" }
							};
							if (vErrors === null) vErrors = [err8];
							else vErrors.push(err8);
							errors++;
						}
						if (data4.name !== void 0) {
							if (typeof data4.name !== "string") {
								const err9 = {
									instancePath: instancePath + "/images/" + i0 + "/name",
									schemaPath: "#/properties/images/items/properties/name/type",
									keyword: "type",
									params: { type: "string" }
								};
								if (vErrors === null) vErrors = [err9];
								else vErrors.push(err9);
								errors++;
							}
						}
						if (data4.contentId !== void 0) {
							if (typeof data4.contentId !== "string") {
								const err10 = {
									instancePath: instancePath + "/images/" + i0 + "/contentId",
									schemaPath: "#/properties/images/items/properties/contentId/type",
									keyword: "type",
									params: { type: "string" }
								};
								if (vErrors === null) vErrors = [err10];
								else vErrors.push(err10);
								errors++;
							}
						}
						if (data4.product !== void 0) {
							if (typeof data4.product !== "string") {
								const err11 = {
									instancePath: instancePath + "/images/" + i0 + "/product",
									schemaPath: "#/properties/images/items/properties/product/type",
									keyword: "type",
									params: { type: "string" }
								};
								if (vErrors === null) vErrors = [err11];
								else vErrors.push(err11);
								errors++;
							}
						}
						if (data4.streamName !== void 0) {
							if (typeof data4.streamName !== "string") {
								const err12 = {
									instancePath: instancePath + "/images/" + i0 + "/streamName",
									schemaPath: "#/properties/images/items/properties/streamName/type",
									keyword: "type",
									params: { type: "string" }
								};
								if (vErrors === null) vErrors = [err12];
								else vErrors.push(err12);
								errors++;
							}
						}
						if (data4.serial !== void 0) {
							if (typeof data4.serial !== "string") {
								const err13 = {
									instancePath: instancePath + "/images/" + i0 + "/serial",
									schemaPath: "#/properties/images/items/properties/serial/type",
									keyword: "type",
									params: { type: "string" }
								};
								if (vErrors === null) vErrors = [err13];
								else vErrors.push(err13);
								errors++;
							}
						}
						if (data4.tags !== void 0) {
							let data10 = data4.tags;
							if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
								if (data10.aliases === void 0) {
									const err14 = {
										instancePath: instancePath + "/images/" + i0 + "/tags",
										schemaPath: "#/properties/images/items/properties/tags/required",
										keyword: "required",
										params: { missingProperty: "aliases" }
									};
									if (vErrors === null) vErrors = [err14];
									else vErrors.push(err14);
									errors++;
								}
								if (data10.requirements === void 0) {
									const err15 = {
										instancePath: instancePath + "/images/" + i0 + "/tags",
										schemaPath: "#/properties/images/items/properties/tags/required",
										keyword: "required",
										params: { missingProperty: "requirements" }
									};
									if (vErrors === null) vErrors = [err15];
									else vErrors.push(err15);
									errors++;
								}
								if (data10.further === void 0) {
									const err16 = {
										instancePath: instancePath + "/images/" + i0 + "/tags",
										schemaPath: "#/properties/images/items/properties/tags/required",
										keyword: "required",
										params: { missingProperty: "further" }
									};
									if (vErrors === null) vErrors = [err16];
									else vErrors.push(err16);
									errors++;
								}
								if (data10.os !== void 0) {
									if (typeof data10.os !== "string") {
										const err17 = {
											instancePath: instancePath + "/images/" + i0 + "/tags/os",
											schemaPath: "#/properties/images/items/properties/tags/properties/os/type",
											keyword: "type",
											params: { type: "string" }
										};
										if (vErrors === null) vErrors = [err17];
										else vErrors.push(err17);
										errors++;
									}
								}
								if (data10.release !== void 0) {
									if (typeof data10.release !== "string") {
										const err18 = {
											instancePath: instancePath + "/images/" + i0 + "/tags/release",
											schemaPath: "#/properties/images/items/properties/tags/properties/release/type",
											keyword: "type",
											params: { type: "string" }
										};
										if (vErrors === null) vErrors = [err18];
										else vErrors.push(err18);
										errors++;
									}
								}
								if (data10.releaseTitle !== void 0) {
									if (typeof data10.releaseTitle !== "string") {
										const err19 = {
											instancePath: instancePath + "/images/" + i0 + "/tags/releaseTitle",
											schemaPath: "#/properties/images/items/properties/tags/properties/releaseTitle/type",
											keyword: "type",
											params: { type: "string" }
										};
										if (vErrors === null) vErrors = [err19];
										else vErrors.push(err19);
										errors++;
									}
								}
								if (data10.osVersion !== void 0) {
									if (typeof data10.osVersion !== "string") {
										const err20 = {
											instancePath: instancePath + "/images/" + i0 + "/tags/osVersion",
											schemaPath: "#/properties/images/items/properties/tags/properties/osVersion/type",
											keyword: "type",
											params: { type: "string" }
										};
										if (vErrors === null) vErrors = [err20];
										else vErrors.push(err20);
										errors++;
									}
								}
								if (data10.arch !== void 0) {
									if (typeof data10.arch !== "string") {
										const err21 = {
											instancePath: instancePath + "/images/" + i0 + "/tags/arch",
											schemaPath: "#/properties/images/items/properties/tags/properties/arch/type",
											keyword: "type",
											params: { type: "string" }
										};
										if (vErrors === null) vErrors = [err21];
										else vErrors.push(err21);
										errors++;
									}
								}
								if (data10.variant !== void 0) {
									if (typeof data10.variant !== "string") {
										const err22 = {
											instancePath: instancePath + "/images/" + i0 + "/tags/variant",
											schemaPath: "#/properties/images/items/properties/tags/properties/variant/type",
											keyword: "type",
											params: { type: "string" }
										};
										if (vErrors === null) vErrors = [err22];
										else vErrors.push(err22);
										errors++;
									}
								}
								if (data10.label !== void 0) {
									if (typeof data10.label !== "string") {
										const err23 = {
											instancePath: instancePath + "/images/" + i0 + "/tags/label",
											schemaPath: "#/properties/images/items/properties/tags/properties/label/type",
											keyword: "type",
											params: { type: "string" }
										};
										if (vErrors === null) vErrors = [err23];
										else vErrors.push(err23);
										errors++;
									}
								}
								if (data10.subarch !== void 0) {
									if (typeof data10.subarch !== "string") {
										const err24 = {
											instancePath: instancePath + "/images/" + i0 + "/tags/subarch",
											schemaPath: "#/properties/images/items/properties/tags/properties/subarch/type",
											keyword: "type",
											params: { type: "string" }
										};
										if (vErrors === null) vErrors = [err24];
										else vErrors.push(err24);
										errors++;
									}
								}
								if (data10.aliases !== void 0) {
									let data19 = data10.aliases;
									if (Array.isArray(data19)) {
										const len1 = data19.length;
										for (let i1 = 0; i1 < len1; i1++) if (typeof data19[i1] !== "string") {
											const err25 = {
												instancePath: instancePath + "/images/" + i0 + "/tags/aliases/" + i1,
												schemaPath: "#/properties/images/items/properties/tags/properties/aliases/items/type",
												keyword: "type",
												params: { type: "string" }
											};
											if (vErrors === null) vErrors = [err25];
											else vErrors.push(err25);
											errors++;
										}
									} else {
										const err26 = {
											instancePath: instancePath + "/images/" + i0 + "/tags/aliases",
											schemaPath: "#/properties/images/items/properties/tags/properties/aliases/type",
											keyword: "type",
											params: { type: "array" }
										};
										if (vErrors === null) vErrors = [err26];
										else vErrors.push(err26);
										errors++;
									}
								}
								if (data10.requirements !== void 0) {
									let data21 = data10.requirements;
									if (data21 && typeof data21 == "object" && !Array.isArray(data21)) {
										for (const key0 in data21) if (typeof data21[key0] !== "string") {
											const err27 = {
												instancePath: instancePath + "/images/" + i0 + "/tags/requirements/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
												schemaPath: "#/properties/images/items/properties/tags/properties/requirements/additionalProperties/type",
												keyword: "type",
												params: { type: "string" }
											};
											if (vErrors === null) vErrors = [err27];
											else vErrors.push(err27);
											errors++;
										}
									} else {
										const err28 = {
											instancePath: instancePath + "/images/" + i0 + "/tags/requirements",
											schemaPath: "#/properties/images/items/properties/tags/properties/requirements/type",
											keyword: "type",
											params: { type: "object" }
										};
										if (vErrors === null) vErrors = [err28];
										else vErrors.push(err28);
										errors++;
									}
								}
								if (data10.further !== void 0) {
									let data23 = data10.further;
									if (data23 && typeof data23 == "object" && !Array.isArray(data23)) {
										for (const key1 in data23) if (typeof data23[key1] !== "string") {
											const err29 = {
												instancePath: instancePath + "/images/" + i0 + "/tags/further/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),
												schemaPath: "#/properties/images/items/properties/tags/properties/further/additionalProperties/type",
												keyword: "type",
												params: { type: "string" }
											};
											if (vErrors === null) vErrors = [err29];
											else vErrors.push(err29);
											errors++;
										}
									} else {
										const err30 = {
											instancePath: instancePath + "/images/" + i0 + "/tags/further",
											schemaPath: "#/properties/images/items/properties/tags/properties/further/type",
											keyword: "type",
											params: { type: "object" }
										};
										if (vErrors === null) vErrors = [err30];
										else vErrors.push(err30);
										errors++;
									}
								}
							} else {
								const err31 = {
									instancePath: instancePath + "/images/" + i0 + "/tags",
									schemaPath: "#/properties/images/items/properties/tags/type",
									keyword: "type",
									params: { type: "object" }
								};
								if (vErrors === null) vErrors = [err31];
								else vErrors.push(err31);
								errors++;
							}
						}
						if (data4.files !== void 0) {
							let data25 = data4.files;
							if (Array.isArray(data25)) {
								const len2 = data25.length;
								for (let i2 = 0; i2 < len2; i2++) {
									let data26 = data25[i2];
									if (data26 && typeof data26 == "object" && !Array.isArray(data26)) {
										if (data26.path === void 0) {
											const err32 = {
												instancePath: instancePath + "/images/" + i0 + "/files/" + i2,
												schemaPath: "#/properties/images/items/properties/files/items/required",
												keyword: "required",
												params: { missingProperty: "path" }
											};
											if (vErrors === null) vErrors = [err32];
											else vErrors.push(err32);
											errors++;
										}
										if (data26.stored === void 0) {
											const err33 = {
												instancePath: instancePath + "/images/" + i0 + "/files/" + i2,
												schemaPath: "#/properties/images/items/properties/files/items/required",
												keyword: "required",
												params: { missingProperty: "stored" }
											};
											if (vErrors === null) vErrors = [err33];
											else vErrors.push(err33);
											errors++;
										}
										if (data26.size === void 0) {
											const err34 = {
												instancePath: instancePath + "/images/" + i0 + "/files/" + i2,
												schemaPath: "#/properties/images/items/properties/files/items/required",
												keyword: "required",
												params: { missingProperty: "size" }
											};
											if (vErrors === null) vErrors = [err34];
											else vErrors.push(err34);
											errors++;
										}
										if (data26.sha256 === void 0) {
											const err35 = {
												instancePath: instancePath + "/images/" + i0 + "/files/" + i2,
												schemaPath: "#/properties/images/items/properties/files/items/required",
												keyword: "required",
												params: { missingProperty: "sha256" }
											};
											if (vErrors === null) vErrors = [err35];
											else vErrors.push(err35);
											errors++;
										}
										if (data26.facts === void 0) {
											const err36 = {
												instancePath: instancePath + "/images/" + i0 + "/files/" + i2,
												schemaPath: "#/properties/images/items/properties/files/items/required",
												keyword: "required",
												params: { missingProperty: "facts" }
											};
											if (vErrors === null) vErrors = [err36];
											else vErrors.push(err36);
											errors++;
										}
										if (data26.path !== void 0) {
											if (typeof data26.path !== "string") {
												const err37 = {
													instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/path",
													schemaPath: "#/properties/images/items/properties/files/items/properties/path/type",
													keyword: "type",
													params: { type: "string" }
												};
												if (vErrors === null) vErrors = [err37];
												else vErrors.push(err37);
												errors++;
											}
										}
										if (data26.stored !== void 0) {
											let data28 = data26.stored;
											if (typeof data28 === "string") {
												if (!pattern26.test(data28)) {
													const err38 = {
														instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/stored",
														schemaPath: "#/properties/images/items/properties/files/items/properties/stored/pattern",
														keyword: "pattern",
														params: { pattern: "^[A-Za-z0-9._~:-]+(?:/[A-Za-z0-9._~:-]+)*$" }
													};
													if (vErrors === null) vErrors = [err38];
													else vErrors.push(err38);
													errors++;
												}
											} else {
												const err39 = {
													instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/stored",
													schemaPath: "#/properties/images/items/properties/files/items/properties/stored/type",
													keyword: "type",
													params: { type: "string" }
												};
												if (vErrors === null) vErrors = [err39];
												else vErrors.push(err39);
												errors++;
											}
										}
										if (data26.size !== void 0) {
											let data29 = data26.size;
											if (!(typeof data29 == "number" && !(data29 % 1) && !isNaN(data29) && isFinite(data29))) {
												const err40 = {
													instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/size",
													schemaPath: "#/properties/images/items/properties/files/items/properties/size/type",
													keyword: "type",
													params: { type: "integer" }
												};
												if (vErrors === null) vErrors = [err40];
												else vErrors.push(err40);
												errors++;
											}
											if (typeof data29 == "number" && isFinite(data29)) {
												if (data29 < 1 || isNaN(data29)) {
													const err41 = {
														instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/size",
														schemaPath: "#/properties/images/items/properties/files/items/properties/size/minimum",
														keyword: "minimum",
														params: {
															comparison: ">=",
															limit: 1
														}
													};
													if (vErrors === null) vErrors = [err41];
													else vErrors.push(err41);
													errors++;
												}
											}
										}
										if (data26.sha256 !== void 0) {
											let data30 = data26.sha256;
											if (typeof data30 === "string") {
												if (!pattern5.test(data30)) {
													const err42 = {
														instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/sha256",
														schemaPath: "#/properties/images/items/properties/files/items/properties/sha256/pattern",
														keyword: "pattern",
														params: { pattern: "^[0-9a-f]{64}$" }
													};
													if (vErrors === null) vErrors = [err42];
													else vErrors.push(err42);
													errors++;
												}
											} else {
												const err43 = {
													instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/sha256",
													schemaPath: "#/properties/images/items/properties/files/items/properties/sha256/type",
													keyword: "type",
													params: { type: "string" }
												};
												if (vErrors === null) vErrors = [err43];
												else vErrors.push(err43);
												errors++;
											}
										}
										if (data26.combined !== void 0) {
											let data31 = data26.combined;
											if (typeof data31 === "string") {
												if (!pattern5.test(data31)) {
													const err44 = {
														instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/combined",
														schemaPath: "#/properties/images/items/properties/files/items/properties/combined/pattern",
														keyword: "pattern",
														params: { pattern: "^[0-9a-f]{64}$" }
													};
													if (vErrors === null) vErrors = [err44];
													else vErrors.push(err44);
													errors++;
												}
											} else {
												const err45 = {
													instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/combined",
													schemaPath: "#/properties/images/items/properties/files/items/properties/combined/type",
													keyword: "type",
													params: { type: "string" }
												};
												if (vErrors === null) vErrors = [err45];
												else vErrors.push(err45);
												errors++;
											}
										}
										if (data26.md5 !== void 0) {
											let data32 = data26.md5;
											if (typeof data32 === "string") {
												if (!pattern7.test(data32)) {
													const err46 = {
														instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/md5",
														schemaPath: "#/properties/images/items/properties/files/items/properties/md5/pattern",
														keyword: "pattern",
														params: { pattern: "^[0-9a-f]{32}$" }
													};
													if (vErrors === null) vErrors = [err46];
													else vErrors.push(err46);
													errors++;
												}
											} else {
												const err47 = {
													instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/md5",
													schemaPath: "#/properties/images/items/properties/files/items/properties/md5/type",
													keyword: "type",
													params: { type: "string" }
												};
												if (vErrors === null) vErrors = [err47];
												else vErrors.push(err47);
												errors++;
											}
										}
										if (data26.facts !== void 0) {
											let data33 = data26.facts;
											const _errs71 = errors;
											let valid13 = true;
											const _errs72 = errors;
											if (data33 && typeof data33 == "object" && !Array.isArray(data33)) {
												if (data33.kind !== void 0) {
													let data34 = data33.kind;
													if (!(data34 === "metadata" || data34 === "unified" || data34 === "rootfs" || data34 === "disk")) {
														const err48 = {};
														if (vErrors === null) vErrors = [err48];
														else vErrors.push(err48);
														errors++;
													}
												}
											}
											var _valid0 = _errs72 === errors;
											errors = _errs71;
											if (vErrors !== null) {
												if (_errs71) vErrors.length = _errs71;
												else vErrors = null;
											}
											if (_valid0) {
												const _errs74 = errors;
												if (data33 && typeof data33 == "object" && !Array.isArray(data33)) {
													if (data33.compression === void 0) {
														const err49 = {
															instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts",
															schemaPath: "#/properties/images/items/properties/files/items/properties/facts/allOf/0/then/required",
															keyword: "required",
															params: { missingProperty: "compression" }
														};
														if (vErrors === null) vErrors = [err49];
														else vErrors.push(err49);
														errors++;
													}
												}
												var _valid0 = _errs74 === errors;
												valid13 = _valid0;
												if (valid13) {
													var props0 = {};
													props0.compression = true;
													props0.kind = true;
												}
											}
											if (!valid13) {
												const err50 = {
													instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts",
													schemaPath: "#/properties/images/items/properties/files/items/properties/facts/allOf/0/if",
													keyword: "if",
													params: { failingKeyword: "then" }
												};
												if (vErrors === null) vErrors = [err50];
												else vErrors.push(err50);
												errors++;
											}
											const _errs76 = errors;
											let valid15 = true;
											const _errs77 = errors;
											if (data33 && typeof data33 == "object" && !Array.isArray(data33)) {
												if (data33.kind !== void 0) {
													let data35 = data33.kind;
													if (!(data35 === "metadata" || data35 === "unified")) {
														const err51 = {};
														if (vErrors === null) vErrors = [err51];
														else vErrors.push(err51);
														errors++;
													}
												}
											}
											var _valid1 = _errs77 === errors;
											errors = _errs76;
											if (vErrors !== null) {
												if (_errs76) vErrors.length = _errs76;
												else vErrors = null;
											}
											if (_valid1) {
												const _errs79 = errors;
												if (data33 && typeof data33 == "object" && !Array.isArray(data33)) {
													if (data33.metadata === void 0) {
														const err52 = {
															instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts",
															schemaPath: "#/properties/images/items/properties/files/items/properties/facts/allOf/1/then/required",
															keyword: "required",
															params: { missingProperty: "metadata" }
														};
														if (vErrors === null) vErrors = [err52];
														else vErrors.push(err52);
														errors++;
													}
												}
												var _valid1 = _errs79 === errors;
												valid15 = _valid1;
												if (valid15) {
													var props1 = {};
													props1.metadata = true;
													props1.kind = true;
												}
											}
											if (!valid15) {
												const err53 = {
													instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts",
													schemaPath: "#/properties/images/items/properties/files/items/properties/facts/allOf/1/if",
													keyword: "if",
													params: { failingKeyword: "then" }
												};
												if (vErrors === null) vErrors = [err53];
												else vErrors.push(err53);
												errors++;
											}
											if (props0 !== true && props1 !== void 0) {
												if (props1 === true) props0 = true;
												else {
													props0 = props0 || {};
													Object.assign(props0, props1);
												}
											}
											if (data33 && typeof data33 == "object" && !Array.isArray(data33)) {
												if (data33.kind === void 0) {
													const err54 = {
														instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts",
														schemaPath: "#/properties/images/items/properties/files/items/properties/facts/required",
														keyword: "required",
														params: { missingProperty: "kind" }
													};
													if (vErrors === null) vErrors = [err54];
													else vErrors.push(err54);
													errors++;
												}
												if (props0 !== true) {
													props0 = props0 || {};
													props0.kind = true;
													props0.compression = true;
													props0.virtualMachine = true;
													props0.metadata = true;
												}
												if (data33.kind !== void 0) {
													let data36 = data33.kind;
													if (!(data36 === "metadata" || data36 === "unified" || data36 === "rootfs" || data36 === "squashfs" || data36 === "qcow2" || data36 === "disk" || data36 === "kernel" || data36 === "initrd" || data36 === "text")) {
														const err55 = {
															instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts/kind",
															schemaPath: "#/properties/images/items/properties/files/items/properties/facts/properties/kind/enum",
															keyword: "enum",
															params: { allowedValues: schema34.properties.images.items.properties.files.items.properties.facts.properties.kind.enum }
														};
														if (vErrors === null) vErrors = [err55];
														else vErrors.push(err55);
														errors++;
													}
												}
												if (data33.compression !== void 0) {
													let data37 = data33.compression;
													if (!(data37 === "none" || data37 === "gzip" || data37 === "xz" || data37 === "zstd")) {
														const err56 = {
															instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts/compression",
															schemaPath: "#/properties/images/items/properties/files/items/properties/facts/properties/compression/enum",
															keyword: "enum",
															params: { allowedValues: schema34.properties.images.items.properties.files.items.properties.facts.properties.compression.enum }
														};
														if (vErrors === null) vErrors = [err56];
														else vErrors.push(err56);
														errors++;
													}
												}
												if (data33.virtualMachine !== void 0) {
													if (typeof data33.virtualMachine !== "boolean") {
														const err57 = {
															instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts/virtualMachine",
															schemaPath: "#/properties/images/items/properties/files/items/properties/facts/properties/virtualMachine/type",
															keyword: "type",
															params: { type: "boolean" }
														};
														if (vErrors === null) vErrors = [err57];
														else vErrors.push(err57);
														errors++;
													}
												}
												if (data33.metadata !== void 0) {
													let data39 = data33.metadata;
													if (data39 && typeof data39 == "object" && !Array.isArray(data39)) {
														if (data39.architecture === void 0) {
															const err58 = {
																instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts/metadata",
																schemaPath: "#/properties/images/items/properties/files/items/properties/facts/properties/metadata/required",
																keyword: "required",
																params: { missingProperty: "architecture" }
															};
															if (vErrors === null) vErrors = [err58];
															else vErrors.push(err58);
															errors++;
														}
														if (data39.creationDate === void 0) {
															const err59 = {
																instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts/metadata",
																schemaPath: "#/properties/images/items/properties/files/items/properties/facts/properties/metadata/required",
																keyword: "required",
																params: { missingProperty: "creationDate" }
															};
															if (vErrors === null) vErrors = [err59];
															else vErrors.push(err59);
															errors++;
														}
														if (data39.architecture !== void 0) {
															if (typeof data39.architecture !== "string") {
																const err60 = {
																	instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts/metadata/architecture",
																	schemaPath: "#/properties/images/items/properties/files/items/properties/facts/properties/metadata/properties/architecture/type",
																	keyword: "type",
																	params: { type: "string" }
																};
																if (vErrors === null) vErrors = [err60];
																else vErrors.push(err60);
																errors++;
															}
														}
														if (data39.creationDate !== void 0) {
															let data41 = data39.creationDate;
															if (!(typeof data41 == "number" && !(data41 % 1) && !isNaN(data41) && isFinite(data41))) {
																const err61 = {
																	instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts/metadata/creationDate",
																	schemaPath: "#/properties/images/items/properties/files/items/properties/facts/properties/metadata/properties/creationDate/type",
																	keyword: "type",
																	params: { type: "integer" }
																};
																if (vErrors === null) vErrors = [err61];
																else vErrors.push(err61);
																errors++;
															}
															if (typeof data41 == "number" && isFinite(data41)) {
																if (data41 < 0 || isNaN(data41)) {
																	const err62 = {
																		instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts/metadata/creationDate",
																		schemaPath: "#/properties/images/items/properties/files/items/properties/facts/properties/metadata/properties/creationDate/minimum",
																		keyword: "minimum",
																		params: {
																			comparison: ">=",
																			limit: 0
																		}
																	};
																	if (vErrors === null) vErrors = [err62];
																	else vErrors.push(err62);
																	errors++;
																}
															}
														}
														if (data39.os !== void 0) {
															if (typeof data39.os !== "string") {
																const err63 = {
																	instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts/metadata/os",
																	schemaPath: "#/properties/images/items/properties/files/items/properties/facts/properties/metadata/properties/os/type",
																	keyword: "type",
																	params: { type: "string" }
																};
																if (vErrors === null) vErrors = [err63];
																else vErrors.push(err63);
																errors++;
															}
														}
														if (data39.release !== void 0) {
															if (typeof data39.release !== "string") {
																const err64 = {
																	instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts/metadata/release",
																	schemaPath: "#/properties/images/items/properties/files/items/properties/facts/properties/metadata/properties/release/type",
																	keyword: "type",
																	params: { type: "string" }
																};
																if (vErrors === null) vErrors = [err64];
																else vErrors.push(err64);
																errors++;
															}
														}
														if (data39.variant !== void 0) {
															if (typeof data39.variant !== "string") {
																const err65 = {
																	instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts/metadata/variant",
																	schemaPath: "#/properties/images/items/properties/files/items/properties/facts/properties/metadata/properties/variant/type",
																	keyword: "type",
																	params: { type: "string" }
																};
																if (vErrors === null) vErrors = [err65];
																else vErrors.push(err65);
																errors++;
															}
														}
														if (data39.description !== void 0) {
															if (typeof data39.description !== "string") {
																const err66 = {
																	instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts/metadata/description",
																	schemaPath: "#/properties/images/items/properties/files/items/properties/facts/properties/metadata/properties/description/type",
																	keyword: "type",
																	params: { type: "string" }
																};
																if (vErrors === null) vErrors = [err66];
																else vErrors.push(err66);
																errors++;
															}
														}
													} else {
														const err67 = {
															instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts/metadata",
															schemaPath: "#/properties/images/items/properties/files/items/properties/facts/properties/metadata/type",
															keyword: "type",
															params: { type: "object" }
														};
														if (vErrors === null) vErrors = [err67];
														else vErrors.push(err67);
														errors++;
													}
												}
											} else {
												const err68 = {
													instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts",
													schemaPath: "#/properties/images/items/properties/files/items/properties/facts/type",
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
											instancePath: instancePath + "/images/" + i0 + "/files/" + i2,
											schemaPath: "#/properties/images/items/properties/files/items/type",
											keyword: "type",
											params: { type: "object" }
										};
										if (vErrors === null) vErrors = [err69];
										else vErrors.push(err69);
										errors++;
									}
								}
							} else {
								const err70 = {
									instancePath: instancePath + "/images/" + i0 + "/files",
									schemaPath: "#/properties/images/items/properties/files/type",
									keyword: "type",
									params: { type: "array" }
								};
								if (vErrors === null) vErrors = [err70];
								else vErrors.push(err70);
								errors++;
							}
						}
					} else {
						const err71 = {
							instancePath: instancePath + "/images/" + i0,
							schemaPath: "#/properties/images/items/type",
							keyword: "type",
							params: { type: "object" }
						};
						if (vErrors === null) vErrors = [err71];
						else vErrors.push(err71);
						errors++;
					}
				}
			} else {
				const err72 = {
					instancePath: instancePath + "/images",
					schemaPath: "#/properties/images/type",
					keyword: "type",
					params: { type: "array" }
				};
				if (vErrors === null) vErrors = [err72];
				else vErrors.push(err72);
				errors++;
			}
		}
	} else {
		const err73 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" }
		};
		if (vErrors === null) vErrors = [err73];
		else vErrors.push(err73);
		errors++;
	}
	validate23.errors = vErrors;
	return errors === 0;
}
validate23.evaluated = {
	"props": {
		"format": true,
		"run": true,
		"stage": true,
		"images": true
	},
	"dynamicProps": false,
	"dynamicItems": false
};
const isImagesFile = validate24;
const schema35 = {
	"$schema": "https://json-schema.org/draft/2020-12/schema",
	"$id": "urn:simplestreams-action:schema:images-file:1",
	"type": "object",
	"additionalProperties": false,
	"required": ["images"],
	"properties": {
		"roots": {
			"type": "array",
			"minItems": 1,
			"items": {
				"type": "object",
				"additionalProperties": false,
				"properties": {
					"name": { "type": [
						"string",
						"number",
						"boolean"
					] },
					"url": { "type": [
						"string",
						"number",
						"boolean"
					] },
					"for": {
						"type": [
							"string",
							"number",
							"boolean",
							"array"
						],
						"items": { "type": [
							"string",
							"number",
							"boolean"
						] }
					},
					"public-url": { "type": [
						"string",
						"number",
						"boolean"
					] },
					"content-id": { "type": [
						"string",
						"number",
						"boolean"
					] },
					"stream-name": { "type": [
						"string",
						"number",
						"boolean"
					] },
					"endpoint": { "type": [
						"string",
						"number",
						"boolean"
					] },
					"region": { "type": [
						"string",
						"number",
						"boolean"
					] },
					"expected-bucket-owner": { "type": [
						"string",
						"number",
						"boolean"
					] },
					"single-writer": {
						"type": ["boolean", "string"],
						"pattern": "^(true|True|TRUE|false|False|FALSE)$"
					}
				}
			}
		},
		"variables": {
			"type": "array",
			"minItems": 1,
			"items": {
				"type": "string",
				"pattern": "^[A-Za-z_][A-Za-z0-9_]*$"
			}
		},
		"defaults": {
			"type": "object",
			"additionalProperties": false,
			"properties": {
				"content-id": { "type": [
					"string",
					"number",
					"boolean"
				] },
				"product": { "type": [
					"string",
					"number",
					"boolean"
				] },
				"stream-name": { "type": [
					"string",
					"number",
					"boolean"
				] },
				"os": { "type": [
					"string",
					"number",
					"boolean"
				] },
				"release": { "type": [
					"string",
					"number",
					"boolean"
				] },
				"release-title": { "type": [
					"string",
					"number",
					"boolean"
				] },
				"os-version": { "type": [
					"string",
					"number",
					"boolean"
				] },
				"arch": { "type": [
					"string",
					"number",
					"boolean"
				] },
				"variant": { "type": [
					"string",
					"number",
					"boolean"
				] },
				"subarch": { "type": [
					"string",
					"number",
					"boolean"
				] },
				"label": { "type": [
					"string",
					"number",
					"boolean"
				] },
				"serial": { "type": [
					"string",
					"number",
					"boolean"
				] },
				"alias": {
					"type": [
						"string",
						"number",
						"boolean",
						"array"
					],
					"items": { "type": [
						"string",
						"number",
						"boolean"
					] }
				},
				"requirement": {
					"type": "object",
					"additionalProperties": { "type": [
						"string",
						"number",
						"boolean"
					] }
				},
				"tag": {
					"type": "object",
					"additionalProperties": { "type": [
						"string",
						"number",
						"boolean"
					] }
				},
				"keep": { "type": [
					"string",
					"number",
					"boolean"
				] },
				"keep-for": { "type": [
					"string",
					"number",
					"boolean"
				] },
				"pin": {
					"type": [
						"string",
						"number",
						"boolean",
						"array"
					],
					"items": { "type": [
						"string",
						"number",
						"boolean"
					] }
				}
			}
		},
		"images": {
			"type": "array",
			"minItems": 1,
			"items": {
				"type": "object",
				"additionalProperties": false,
				"required": ["files"],
				"properties": {
					"name": { "type": [
						"string",
						"number",
						"boolean"
					] },
					"files": {
						"type": [
							"string",
							"number",
							"boolean",
							"array"
						],
						"items": { "type": [
							"string",
							"number",
							"boolean"
						] }
					},
					"roots": {
						"type": [
							"string",
							"number",
							"boolean",
							"array"
						],
						"items": { "type": [
							"string",
							"number",
							"boolean"
						] }
					},
					"matrix": {
						"type": "object",
						"additionalProperties": {
							"type": "array",
							"minItems": 1,
							"items": { "type": [
								"string",
								"number",
								"boolean"
							] }
						}
					},
					"allow-missing": {
						"type": ["boolean", "string"],
						"pattern": "^(true|True|TRUE|false|False|FALSE)$"
					},
					"content-id": { "type": [
						"string",
						"number",
						"boolean"
					] },
					"product": { "type": [
						"string",
						"number",
						"boolean"
					] },
					"stream-name": { "type": [
						"string",
						"number",
						"boolean"
					] },
					"os": { "type": [
						"string",
						"number",
						"boolean"
					] },
					"release": { "type": [
						"string",
						"number",
						"boolean"
					] },
					"release-title": { "type": [
						"string",
						"number",
						"boolean"
					] },
					"os-version": { "type": [
						"string",
						"number",
						"boolean"
					] },
					"arch": { "type": [
						"string",
						"number",
						"boolean"
					] },
					"variant": { "type": [
						"string",
						"number",
						"boolean"
					] },
					"subarch": { "type": [
						"string",
						"number",
						"boolean"
					] },
					"label": { "type": [
						"string",
						"number",
						"boolean"
					] },
					"serial": { "type": [
						"string",
						"number",
						"boolean"
					] },
					"alias": {
						"type": [
							"string",
							"number",
							"boolean",
							"array"
						],
						"items": { "type": [
							"string",
							"number",
							"boolean"
						] }
					},
					"requirement": {
						"type": "object",
						"additionalProperties": { "type": [
							"string",
							"number",
							"boolean"
						] }
					},
					"tag": {
						"type": "object",
						"additionalProperties": { "type": [
							"string",
							"number",
							"boolean"
						] }
					},
					"keep": { "type": [
						"string",
						"number",
						"boolean"
					] },
					"keep-for": { "type": [
						"string",
						"number",
						"boolean"
					] },
					"pin": {
						"type": [
							"string",
							"number",
							"boolean",
							"array"
						],
						"items": { "type": [
							"string",
							"number",
							"boolean"
						] }
					}
				}
			}
		}
	}
};
const pattern30 = /* @__PURE__ */ new RegExp("^(true|True|TRUE|false|False|FALSE)$", "u");
const pattern31 = /* @__PURE__ */ new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate24.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.images === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "images" }
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "roots" || key0 === "variables" || key0 === "defaults" || key0 === "images")) {
			const err1 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 }
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.roots !== void 0) {
			let data0 = data.roots;
			if (Array.isArray(data0)) {
				if (data0.length < 1) {
					const err2 = {
						instancePath: instancePath + "/roots",
						schemaPath: "#/properties/roots/minItems",
						keyword: "minItems",
						params: { limit: 1 }
					};
					if (vErrors === null) vErrors = [err2];
					else vErrors.push(err2);
					errors++;
				}
				const len0 = data0.length;
				for (let i0 = 0; i0 < len0; i0++) {
					let data1 = data0[i0];
					if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
						for (const key1 in data1) if (!func1.call(schema35.properties.roots.items.properties, key1)) {
							const err3 = {
								instancePath: instancePath + "/roots/" + i0,
								schemaPath: "#/properties/roots/items/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key1 }
							};
							if (vErrors === null) vErrors = [err3];
							else vErrors.push(err3);
							errors++;
						}
						if (data1.name !== void 0) {
							let data2 = data1.name;
							if (typeof data2 !== "string" && !(typeof data2 == "number" && isFinite(data2)) && typeof data2 !== "boolean") {
								const err4 = {
									instancePath: instancePath + "/roots/" + i0 + "/name",
									schemaPath: "#/properties/roots/items/properties/name/type",
									keyword: "type",
									params: { type: schema35.properties.roots.items.properties.name.type }
								};
								if (vErrors === null) vErrors = [err4];
								else vErrors.push(err4);
								errors++;
							}
						}
						if (data1.url !== void 0) {
							let data3 = data1.url;
							if (typeof data3 !== "string" && !(typeof data3 == "number" && isFinite(data3)) && typeof data3 !== "boolean") {
								const err5 = {
									instancePath: instancePath + "/roots/" + i0 + "/url",
									schemaPath: "#/properties/roots/items/properties/url/type",
									keyword: "type",
									params: { type: schema35.properties.roots.items.properties.url.type }
								};
								if (vErrors === null) vErrors = [err5];
								else vErrors.push(err5);
								errors++;
							}
						}
						if (data1.for !== void 0) {
							let data4 = data1.for;
							if (typeof data4 !== "string" && !(typeof data4 == "number" && isFinite(data4)) && typeof data4 !== "boolean" && !Array.isArray(data4)) {
								const err6 = {
									instancePath: instancePath + "/roots/" + i0 + "/for",
									schemaPath: "#/properties/roots/items/properties/for/type",
									keyword: "type",
									params: { type: schema35.properties.roots.items.properties.for.type }
								};
								if (vErrors === null) vErrors = [err6];
								else vErrors.push(err6);
								errors++;
							}
							if (Array.isArray(data4)) {
								const len1 = data4.length;
								for (let i1 = 0; i1 < len1; i1++) {
									let data5 = data4[i1];
									if (typeof data5 !== "string" && !(typeof data5 == "number" && isFinite(data5)) && typeof data5 !== "boolean") {
										const err7 = {
											instancePath: instancePath + "/roots/" + i0 + "/for/" + i1,
											schemaPath: "#/properties/roots/items/properties/for/items/type",
											keyword: "type",
											params: { type: schema35.properties.roots.items.properties.for.items.type }
										};
										if (vErrors === null) vErrors = [err7];
										else vErrors.push(err7);
										errors++;
									}
								}
							}
						}
						if (data1["public-url"] !== void 0) {
							let data6 = data1["public-url"];
							if (typeof data6 !== "string" && !(typeof data6 == "number" && isFinite(data6)) && typeof data6 !== "boolean") {
								const err8 = {
									instancePath: instancePath + "/roots/" + i0 + "/public-url",
									schemaPath: "#/properties/roots/items/properties/public-url/type",
									keyword: "type",
									params: { type: schema35.properties.roots.items.properties["public-url"].type }
								};
								if (vErrors === null) vErrors = [err8];
								else vErrors.push(err8);
								errors++;
							}
						}
						if (data1["content-id"] !== void 0) {
							let data7 = data1["content-id"];
							if (typeof data7 !== "string" && !(typeof data7 == "number" && isFinite(data7)) && typeof data7 !== "boolean") {
								const err9 = {
									instancePath: instancePath + "/roots/" + i0 + "/content-id",
									schemaPath: "#/properties/roots/items/properties/content-id/type",
									keyword: "type",
									params: { type: schema35.properties.roots.items.properties["content-id"].type }
								};
								if (vErrors === null) vErrors = [err9];
								else vErrors.push(err9);
								errors++;
							}
						}
						if (data1["stream-name"] !== void 0) {
							let data8 = data1["stream-name"];
							if (typeof data8 !== "string" && !(typeof data8 == "number" && isFinite(data8)) && typeof data8 !== "boolean") {
								const err10 = {
									instancePath: instancePath + "/roots/" + i0 + "/stream-name",
									schemaPath: "#/properties/roots/items/properties/stream-name/type",
									keyword: "type",
									params: { type: schema35.properties.roots.items.properties["stream-name"].type }
								};
								if (vErrors === null) vErrors = [err10];
								else vErrors.push(err10);
								errors++;
							}
						}
						if (data1.endpoint !== void 0) {
							let data9 = data1.endpoint;
							if (typeof data9 !== "string" && !(typeof data9 == "number" && isFinite(data9)) && typeof data9 !== "boolean") {
								const err11 = {
									instancePath: instancePath + "/roots/" + i0 + "/endpoint",
									schemaPath: "#/properties/roots/items/properties/endpoint/type",
									keyword: "type",
									params: { type: schema35.properties.roots.items.properties.endpoint.type }
								};
								if (vErrors === null) vErrors = [err11];
								else vErrors.push(err11);
								errors++;
							}
						}
						if (data1.region !== void 0) {
							let data10 = data1.region;
							if (typeof data10 !== "string" && !(typeof data10 == "number" && isFinite(data10)) && typeof data10 !== "boolean") {
								const err12 = {
									instancePath: instancePath + "/roots/" + i0 + "/region",
									schemaPath: "#/properties/roots/items/properties/region/type",
									keyword: "type",
									params: { type: schema35.properties.roots.items.properties.region.type }
								};
								if (vErrors === null) vErrors = [err12];
								else vErrors.push(err12);
								errors++;
							}
						}
						if (data1["expected-bucket-owner"] !== void 0) {
							let data11 = data1["expected-bucket-owner"];
							if (typeof data11 !== "string" && !(typeof data11 == "number" && isFinite(data11)) && typeof data11 !== "boolean") {
								const err13 = {
									instancePath: instancePath + "/roots/" + i0 + "/expected-bucket-owner",
									schemaPath: "#/properties/roots/items/properties/expected-bucket-owner/type",
									keyword: "type",
									params: { type: schema35.properties.roots.items.properties["expected-bucket-owner"].type }
								};
								if (vErrors === null) vErrors = [err13];
								else vErrors.push(err13);
								errors++;
							}
						}
						if (data1["single-writer"] !== void 0) {
							let data12 = data1["single-writer"];
							if (typeof data12 !== "boolean" && typeof data12 !== "string") {
								const err14 = {
									instancePath: instancePath + "/roots/" + i0 + "/single-writer",
									schemaPath: "#/properties/roots/items/properties/single-writer/type",
									keyword: "type",
									params: { type: schema35.properties.roots.items.properties["single-writer"].type }
								};
								if (vErrors === null) vErrors = [err14];
								else vErrors.push(err14);
								errors++;
							}
							if (typeof data12 === "string") {
								if (!pattern30.test(data12)) {
									const err15 = {
										instancePath: instancePath + "/roots/" + i0 + "/single-writer",
										schemaPath: "#/properties/roots/items/properties/single-writer/pattern",
										keyword: "pattern",
										params: { pattern: "^(true|True|TRUE|false|False|FALSE)$" }
									};
									if (vErrors === null) vErrors = [err15];
									else vErrors.push(err15);
									errors++;
								}
							}
						}
					} else {
						const err16 = {
							instancePath: instancePath + "/roots/" + i0,
							schemaPath: "#/properties/roots/items/type",
							keyword: "type",
							params: { type: "object" }
						};
						if (vErrors === null) vErrors = [err16];
						else vErrors.push(err16);
						errors++;
					}
				}
			} else {
				const err17 = {
					instancePath: instancePath + "/roots",
					schemaPath: "#/properties/roots/type",
					keyword: "type",
					params: { type: "array" }
				};
				if (vErrors === null) vErrors = [err17];
				else vErrors.push(err17);
				errors++;
			}
		}
		if (data.variables !== void 0) {
			let data13 = data.variables;
			if (Array.isArray(data13)) {
				if (data13.length < 1) {
					const err18 = {
						instancePath: instancePath + "/variables",
						schemaPath: "#/properties/variables/minItems",
						keyword: "minItems",
						params: { limit: 1 }
					};
					if (vErrors === null) vErrors = [err18];
					else vErrors.push(err18);
					errors++;
				}
				const len2 = data13.length;
				for (let i2 = 0; i2 < len2; i2++) {
					let data14 = data13[i2];
					if (typeof data14 === "string") {
						if (!pattern31.test(data14)) {
							const err19 = {
								instancePath: instancePath + "/variables/" + i2,
								schemaPath: "#/properties/variables/items/pattern",
								keyword: "pattern",
								params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }
							};
							if (vErrors === null) vErrors = [err19];
							else vErrors.push(err19);
							errors++;
						}
					} else {
						const err20 = {
							instancePath: instancePath + "/variables/" + i2,
							schemaPath: "#/properties/variables/items/type",
							keyword: "type",
							params: { type: "string" }
						};
						if (vErrors === null) vErrors = [err20];
						else vErrors.push(err20);
						errors++;
					}
				}
			} else {
				const err21 = {
					instancePath: instancePath + "/variables",
					schemaPath: "#/properties/variables/type",
					keyword: "type",
					params: { type: "array" }
				};
				if (vErrors === null) vErrors = [err21];
				else vErrors.push(err21);
				errors++;
			}
		}
		if (data.defaults !== void 0) {
			let data15 = data.defaults;
			if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
				for (const key2 in data15) if (!func1.call(schema35.properties.defaults.properties, key2)) {
					const err22 = {
						instancePath: instancePath + "/defaults",
						schemaPath: "#/properties/defaults/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key2 }
					};
					if (vErrors === null) vErrors = [err22];
					else vErrors.push(err22);
					errors++;
				}
				if (data15["content-id"] !== void 0) {
					let data16 = data15["content-id"];
					if (typeof data16 !== "string" && !(typeof data16 == "number" && isFinite(data16)) && typeof data16 !== "boolean") {
						const err23 = {
							instancePath: instancePath + "/defaults/content-id",
							schemaPath: "#/properties/defaults/properties/content-id/type",
							keyword: "type",
							params: { type: schema35.properties.defaults.properties["content-id"].type }
						};
						if (vErrors === null) vErrors = [err23];
						else vErrors.push(err23);
						errors++;
					}
				}
				if (data15.product !== void 0) {
					let data17 = data15.product;
					if (typeof data17 !== "string" && !(typeof data17 == "number" && isFinite(data17)) && typeof data17 !== "boolean") {
						const err24 = {
							instancePath: instancePath + "/defaults/product",
							schemaPath: "#/properties/defaults/properties/product/type",
							keyword: "type",
							params: { type: schema35.properties.defaults.properties.product.type }
						};
						if (vErrors === null) vErrors = [err24];
						else vErrors.push(err24);
						errors++;
					}
				}
				if (data15["stream-name"] !== void 0) {
					let data18 = data15["stream-name"];
					if (typeof data18 !== "string" && !(typeof data18 == "number" && isFinite(data18)) && typeof data18 !== "boolean") {
						const err25 = {
							instancePath: instancePath + "/defaults/stream-name",
							schemaPath: "#/properties/defaults/properties/stream-name/type",
							keyword: "type",
							params: { type: schema35.properties.defaults.properties["stream-name"].type }
						};
						if (vErrors === null) vErrors = [err25];
						else vErrors.push(err25);
						errors++;
					}
				}
				if (data15.os !== void 0) {
					let data19 = data15.os;
					if (typeof data19 !== "string" && !(typeof data19 == "number" && isFinite(data19)) && typeof data19 !== "boolean") {
						const err26 = {
							instancePath: instancePath + "/defaults/os",
							schemaPath: "#/properties/defaults/properties/os/type",
							keyword: "type",
							params: { type: schema35.properties.defaults.properties.os.type }
						};
						if (vErrors === null) vErrors = [err26];
						else vErrors.push(err26);
						errors++;
					}
				}
				if (data15.release !== void 0) {
					let data20 = data15.release;
					if (typeof data20 !== "string" && !(typeof data20 == "number" && isFinite(data20)) && typeof data20 !== "boolean") {
						const err27 = {
							instancePath: instancePath + "/defaults/release",
							schemaPath: "#/properties/defaults/properties/release/type",
							keyword: "type",
							params: { type: schema35.properties.defaults.properties.release.type }
						};
						if (vErrors === null) vErrors = [err27];
						else vErrors.push(err27);
						errors++;
					}
				}
				if (data15["release-title"] !== void 0) {
					let data21 = data15["release-title"];
					if (typeof data21 !== "string" && !(typeof data21 == "number" && isFinite(data21)) && typeof data21 !== "boolean") {
						const err28 = {
							instancePath: instancePath + "/defaults/release-title",
							schemaPath: "#/properties/defaults/properties/release-title/type",
							keyword: "type",
							params: { type: schema35.properties.defaults.properties["release-title"].type }
						};
						if (vErrors === null) vErrors = [err28];
						else vErrors.push(err28);
						errors++;
					}
				}
				if (data15["os-version"] !== void 0) {
					let data22 = data15["os-version"];
					if (typeof data22 !== "string" && !(typeof data22 == "number" && isFinite(data22)) && typeof data22 !== "boolean") {
						const err29 = {
							instancePath: instancePath + "/defaults/os-version",
							schemaPath: "#/properties/defaults/properties/os-version/type",
							keyword: "type",
							params: { type: schema35.properties.defaults.properties["os-version"].type }
						};
						if (vErrors === null) vErrors = [err29];
						else vErrors.push(err29);
						errors++;
					}
				}
				if (data15.arch !== void 0) {
					let data23 = data15.arch;
					if (typeof data23 !== "string" && !(typeof data23 == "number" && isFinite(data23)) && typeof data23 !== "boolean") {
						const err30 = {
							instancePath: instancePath + "/defaults/arch",
							schemaPath: "#/properties/defaults/properties/arch/type",
							keyword: "type",
							params: { type: schema35.properties.defaults.properties.arch.type }
						};
						if (vErrors === null) vErrors = [err30];
						else vErrors.push(err30);
						errors++;
					}
				}
				if (data15.variant !== void 0) {
					let data24 = data15.variant;
					if (typeof data24 !== "string" && !(typeof data24 == "number" && isFinite(data24)) && typeof data24 !== "boolean") {
						const err31 = {
							instancePath: instancePath + "/defaults/variant",
							schemaPath: "#/properties/defaults/properties/variant/type",
							keyword: "type",
							params: { type: schema35.properties.defaults.properties.variant.type }
						};
						if (vErrors === null) vErrors = [err31];
						else vErrors.push(err31);
						errors++;
					}
				}
				if (data15.subarch !== void 0) {
					let data25 = data15.subarch;
					if (typeof data25 !== "string" && !(typeof data25 == "number" && isFinite(data25)) && typeof data25 !== "boolean") {
						const err32 = {
							instancePath: instancePath + "/defaults/subarch",
							schemaPath: "#/properties/defaults/properties/subarch/type",
							keyword: "type",
							params: { type: schema35.properties.defaults.properties.subarch.type }
						};
						if (vErrors === null) vErrors = [err32];
						else vErrors.push(err32);
						errors++;
					}
				}
				if (data15.label !== void 0) {
					let data26 = data15.label;
					if (typeof data26 !== "string" && !(typeof data26 == "number" && isFinite(data26)) && typeof data26 !== "boolean") {
						const err33 = {
							instancePath: instancePath + "/defaults/label",
							schemaPath: "#/properties/defaults/properties/label/type",
							keyword: "type",
							params: { type: schema35.properties.defaults.properties.label.type }
						};
						if (vErrors === null) vErrors = [err33];
						else vErrors.push(err33);
						errors++;
					}
				}
				if (data15.serial !== void 0) {
					let data27 = data15.serial;
					if (typeof data27 !== "string" && !(typeof data27 == "number" && isFinite(data27)) && typeof data27 !== "boolean") {
						const err34 = {
							instancePath: instancePath + "/defaults/serial",
							schemaPath: "#/properties/defaults/properties/serial/type",
							keyword: "type",
							params: { type: schema35.properties.defaults.properties.serial.type }
						};
						if (vErrors === null) vErrors = [err34];
						else vErrors.push(err34);
						errors++;
					}
				}
				if (data15.alias !== void 0) {
					let data28 = data15.alias;
					if (typeof data28 !== "string" && !(typeof data28 == "number" && isFinite(data28)) && typeof data28 !== "boolean" && !Array.isArray(data28)) {
						const err35 = {
							instancePath: instancePath + "/defaults/alias",
							schemaPath: "#/properties/defaults/properties/alias/type",
							keyword: "type",
							params: { type: schema35.properties.defaults.properties.alias.type }
						};
						if (vErrors === null) vErrors = [err35];
						else vErrors.push(err35);
						errors++;
					}
					if (Array.isArray(data28)) {
						const len3 = data28.length;
						for (let i3 = 0; i3 < len3; i3++) {
							let data29 = data28[i3];
							if (typeof data29 !== "string" && !(typeof data29 == "number" && isFinite(data29)) && typeof data29 !== "boolean") {
								const err36 = {
									instancePath: instancePath + "/defaults/alias/" + i3,
									schemaPath: "#/properties/defaults/properties/alias/items/type",
									keyword: "type",
									params: { type: schema35.properties.defaults.properties.alias.items.type }
								};
								if (vErrors === null) vErrors = [err36];
								else vErrors.push(err36);
								errors++;
							}
						}
					}
				}
				if (data15.requirement !== void 0) {
					let data30 = data15.requirement;
					if (data30 && typeof data30 == "object" && !Array.isArray(data30)) for (const key3 in data30) {
						let data31 = data30[key3];
						if (typeof data31 !== "string" && !(typeof data31 == "number" && isFinite(data31)) && typeof data31 !== "boolean") {
							const err37 = {
								instancePath: instancePath + "/defaults/requirement/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),
								schemaPath: "#/properties/defaults/properties/requirement/additionalProperties/type",
								keyword: "type",
								params: { type: schema35.properties.defaults.properties.requirement.additionalProperties.type }
							};
							if (vErrors === null) vErrors = [err37];
							else vErrors.push(err37);
							errors++;
						}
					}
					else {
						const err38 = {
							instancePath: instancePath + "/defaults/requirement",
							schemaPath: "#/properties/defaults/properties/requirement/type",
							keyword: "type",
							params: { type: "object" }
						};
						if (vErrors === null) vErrors = [err38];
						else vErrors.push(err38);
						errors++;
					}
				}
				if (data15.tag !== void 0) {
					let data32 = data15.tag;
					if (data32 && typeof data32 == "object" && !Array.isArray(data32)) for (const key4 in data32) {
						let data33 = data32[key4];
						if (typeof data33 !== "string" && !(typeof data33 == "number" && isFinite(data33)) && typeof data33 !== "boolean") {
							const err39 = {
								instancePath: instancePath + "/defaults/tag/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),
								schemaPath: "#/properties/defaults/properties/tag/additionalProperties/type",
								keyword: "type",
								params: { type: schema35.properties.defaults.properties.tag.additionalProperties.type }
							};
							if (vErrors === null) vErrors = [err39];
							else vErrors.push(err39);
							errors++;
						}
					}
					else {
						const err40 = {
							instancePath: instancePath + "/defaults/tag",
							schemaPath: "#/properties/defaults/properties/tag/type",
							keyword: "type",
							params: { type: "object" }
						};
						if (vErrors === null) vErrors = [err40];
						else vErrors.push(err40);
						errors++;
					}
				}
				if (data15.keep !== void 0) {
					let data34 = data15.keep;
					if (typeof data34 !== "string" && !(typeof data34 == "number" && isFinite(data34)) && typeof data34 !== "boolean") {
						const err41 = {
							instancePath: instancePath + "/defaults/keep",
							schemaPath: "#/properties/defaults/properties/keep/type",
							keyword: "type",
							params: { type: schema35.properties.defaults.properties.keep.type }
						};
						if (vErrors === null) vErrors = [err41];
						else vErrors.push(err41);
						errors++;
					}
				}
				if (data15["keep-for"] !== void 0) {
					let data35 = data15["keep-for"];
					if (typeof data35 !== "string" && !(typeof data35 == "number" && isFinite(data35)) && typeof data35 !== "boolean") {
						const err42 = {
							instancePath: instancePath + "/defaults/keep-for",
							schemaPath: "#/properties/defaults/properties/keep-for/type",
							keyword: "type",
							params: { type: schema35.properties.defaults.properties["keep-for"].type }
						};
						if (vErrors === null) vErrors = [err42];
						else vErrors.push(err42);
						errors++;
					}
				}
				if (data15.pin !== void 0) {
					let data36 = data15.pin;
					if (typeof data36 !== "string" && !(typeof data36 == "number" && isFinite(data36)) && typeof data36 !== "boolean" && !Array.isArray(data36)) {
						const err43 = {
							instancePath: instancePath + "/defaults/pin",
							schemaPath: "#/properties/defaults/properties/pin/type",
							keyword: "type",
							params: { type: schema35.properties.defaults.properties.pin.type }
						};
						if (vErrors === null) vErrors = [err43];
						else vErrors.push(err43);
						errors++;
					}
					if (Array.isArray(data36)) {
						const len4 = data36.length;
						for (let i4 = 0; i4 < len4; i4++) {
							let data37 = data36[i4];
							if (typeof data37 !== "string" && !(typeof data37 == "number" && isFinite(data37)) && typeof data37 !== "boolean") {
								const err44 = {
									instancePath: instancePath + "/defaults/pin/" + i4,
									schemaPath: "#/properties/defaults/properties/pin/items/type",
									keyword: "type",
									params: { type: schema35.properties.defaults.properties.pin.items.type }
								};
								if (vErrors === null) vErrors = [err44];
								else vErrors.push(err44);
								errors++;
							}
						}
					}
				}
			} else {
				const err45 = {
					instancePath: instancePath + "/defaults",
					schemaPath: "#/properties/defaults/type",
					keyword: "type",
					params: { type: "object" }
				};
				if (vErrors === null) vErrors = [err45];
				else vErrors.push(err45);
				errors++;
			}
		}
		if (data.images !== void 0) {
			let data38 = data.images;
			if (Array.isArray(data38)) {
				if (data38.length < 1) {
					const err46 = {
						instancePath: instancePath + "/images",
						schemaPath: "#/properties/images/minItems",
						keyword: "minItems",
						params: { limit: 1 }
					};
					if (vErrors === null) vErrors = [err46];
					else vErrors.push(err46);
					errors++;
				}
				const len5 = data38.length;
				for (let i5 = 0; i5 < len5; i5++) {
					let data39 = data38[i5];
					if (data39 && typeof data39 == "object" && !Array.isArray(data39)) {
						if (data39.files === void 0) {
							const err47 = {
								instancePath: instancePath + "/images/" + i5,
								schemaPath: "#/properties/images/items/required",
								keyword: "required",
								params: { missingProperty: "files" }
							};
							if (vErrors === null) vErrors = [err47];
							else vErrors.push(err47);
							errors++;
						}
						for (const key5 in data39) if (!func1.call(schema35.properties.images.items.properties, key5)) {
							const err48 = {
								instancePath: instancePath + "/images/" + i5,
								schemaPath: "#/properties/images/items/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key5 }
							};
							if (vErrors === null) vErrors = [err48];
							else vErrors.push(err48);
							errors++;
						}
						if (data39.name !== void 0) {
							let data40 = data39.name;
							if (typeof data40 !== "string" && !(typeof data40 == "number" && isFinite(data40)) && typeof data40 !== "boolean") {
								const err49 = {
									instancePath: instancePath + "/images/" + i5 + "/name",
									schemaPath: "#/properties/images/items/properties/name/type",
									keyword: "type",
									params: { type: schema35.properties.images.items.properties.name.type }
								};
								if (vErrors === null) vErrors = [err49];
								else vErrors.push(err49);
								errors++;
							}
						}
						if (data39.files !== void 0) {
							let data41 = data39.files;
							if (typeof data41 !== "string" && !(typeof data41 == "number" && isFinite(data41)) && typeof data41 !== "boolean" && !Array.isArray(data41)) {
								const err50 = {
									instancePath: instancePath + "/images/" + i5 + "/files",
									schemaPath: "#/properties/images/items/properties/files/type",
									keyword: "type",
									params: { type: schema35.properties.images.items.properties.files.type }
								};
								if (vErrors === null) vErrors = [err50];
								else vErrors.push(err50);
								errors++;
							}
							if (Array.isArray(data41)) {
								const len6 = data41.length;
								for (let i6 = 0; i6 < len6; i6++) {
									let data42 = data41[i6];
									if (typeof data42 !== "string" && !(typeof data42 == "number" && isFinite(data42)) && typeof data42 !== "boolean") {
										const err51 = {
											instancePath: instancePath + "/images/" + i5 + "/files/" + i6,
											schemaPath: "#/properties/images/items/properties/files/items/type",
											keyword: "type",
											params: { type: schema35.properties.images.items.properties.files.items.type }
										};
										if (vErrors === null) vErrors = [err51];
										else vErrors.push(err51);
										errors++;
									}
								}
							}
						}
						if (data39.roots !== void 0) {
							let data43 = data39.roots;
							if (typeof data43 !== "string" && !(typeof data43 == "number" && isFinite(data43)) && typeof data43 !== "boolean" && !Array.isArray(data43)) {
								const err52 = {
									instancePath: instancePath + "/images/" + i5 + "/roots",
									schemaPath: "#/properties/images/items/properties/roots/type",
									keyword: "type",
									params: { type: schema35.properties.images.items.properties.roots.type }
								};
								if (vErrors === null) vErrors = [err52];
								else vErrors.push(err52);
								errors++;
							}
							if (Array.isArray(data43)) {
								const len7 = data43.length;
								for (let i7 = 0; i7 < len7; i7++) {
									let data44 = data43[i7];
									if (typeof data44 !== "string" && !(typeof data44 == "number" && isFinite(data44)) && typeof data44 !== "boolean") {
										const err53 = {
											instancePath: instancePath + "/images/" + i5 + "/roots/" + i7,
											schemaPath: "#/properties/images/items/properties/roots/items/type",
											keyword: "type",
											params: { type: schema35.properties.images.items.properties.roots.items.type }
										};
										if (vErrors === null) vErrors = [err53];
										else vErrors.push(err53);
										errors++;
									}
								}
							}
						}
						if (data39.matrix !== void 0) {
							let data45 = data39.matrix;
							if (data45 && typeof data45 == "object" && !Array.isArray(data45)) for (const key6 in data45) {
								let data46 = data45[key6];
								if (Array.isArray(data46)) {
									if (data46.length < 1) {
										const err54 = {
											instancePath: instancePath + "/images/" + i5 + "/matrix/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),
											schemaPath: "#/properties/images/items/properties/matrix/additionalProperties/minItems",
											keyword: "minItems",
											params: { limit: 1 }
										};
										if (vErrors === null) vErrors = [err54];
										else vErrors.push(err54);
										errors++;
									}
									const len8 = data46.length;
									for (let i8 = 0; i8 < len8; i8++) {
										let data47 = data46[i8];
										if (typeof data47 !== "string" && !(typeof data47 == "number" && isFinite(data47)) && typeof data47 !== "boolean") {
											const err55 = {
												instancePath: instancePath + "/images/" + i5 + "/matrix/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i8,
												schemaPath: "#/properties/images/items/properties/matrix/additionalProperties/items/type",
												keyword: "type",
												params: { type: schema35.properties.images.items.properties.matrix.additionalProperties.items.type }
											};
											if (vErrors === null) vErrors = [err55];
											else vErrors.push(err55);
											errors++;
										}
									}
								} else {
									const err56 = {
										instancePath: instancePath + "/images/" + i5 + "/matrix/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),
										schemaPath: "#/properties/images/items/properties/matrix/additionalProperties/type",
										keyword: "type",
										params: { type: "array" }
									};
									if (vErrors === null) vErrors = [err56];
									else vErrors.push(err56);
									errors++;
								}
							}
							else {
								const err57 = {
									instancePath: instancePath + "/images/" + i5 + "/matrix",
									schemaPath: "#/properties/images/items/properties/matrix/type",
									keyword: "type",
									params: { type: "object" }
								};
								if (vErrors === null) vErrors = [err57];
								else vErrors.push(err57);
								errors++;
							}
						}
						if (data39["allow-missing"] !== void 0) {
							let data48 = data39["allow-missing"];
							if (typeof data48 !== "boolean" && typeof data48 !== "string") {
								const err58 = {
									instancePath: instancePath + "/images/" + i5 + "/allow-missing",
									schemaPath: "#/properties/images/items/properties/allow-missing/type",
									keyword: "type",
									params: { type: schema35.properties.images.items.properties["allow-missing"].type }
								};
								if (vErrors === null) vErrors = [err58];
								else vErrors.push(err58);
								errors++;
							}
							if (typeof data48 === "string") {
								if (!pattern30.test(data48)) {
									const err59 = {
										instancePath: instancePath + "/images/" + i5 + "/allow-missing",
										schemaPath: "#/properties/images/items/properties/allow-missing/pattern",
										keyword: "pattern",
										params: { pattern: "^(true|True|TRUE|false|False|FALSE)$" }
									};
									if (vErrors === null) vErrors = [err59];
									else vErrors.push(err59);
									errors++;
								}
							}
						}
						if (data39["content-id"] !== void 0) {
							let data49 = data39["content-id"];
							if (typeof data49 !== "string" && !(typeof data49 == "number" && isFinite(data49)) && typeof data49 !== "boolean") {
								const err60 = {
									instancePath: instancePath + "/images/" + i5 + "/content-id",
									schemaPath: "#/properties/images/items/properties/content-id/type",
									keyword: "type",
									params: { type: schema35.properties.images.items.properties["content-id"].type }
								};
								if (vErrors === null) vErrors = [err60];
								else vErrors.push(err60);
								errors++;
							}
						}
						if (data39.product !== void 0) {
							let data50 = data39.product;
							if (typeof data50 !== "string" && !(typeof data50 == "number" && isFinite(data50)) && typeof data50 !== "boolean") {
								const err61 = {
									instancePath: instancePath + "/images/" + i5 + "/product",
									schemaPath: "#/properties/images/items/properties/product/type",
									keyword: "type",
									params: { type: schema35.properties.images.items.properties.product.type }
								};
								if (vErrors === null) vErrors = [err61];
								else vErrors.push(err61);
								errors++;
							}
						}
						if (data39["stream-name"] !== void 0) {
							let data51 = data39["stream-name"];
							if (typeof data51 !== "string" && !(typeof data51 == "number" && isFinite(data51)) && typeof data51 !== "boolean") {
								const err62 = {
									instancePath: instancePath + "/images/" + i5 + "/stream-name",
									schemaPath: "#/properties/images/items/properties/stream-name/type",
									keyword: "type",
									params: { type: schema35.properties.images.items.properties["stream-name"].type }
								};
								if (vErrors === null) vErrors = [err62];
								else vErrors.push(err62);
								errors++;
							}
						}
						if (data39.os !== void 0) {
							let data52 = data39.os;
							if (typeof data52 !== "string" && !(typeof data52 == "number" && isFinite(data52)) && typeof data52 !== "boolean") {
								const err63 = {
									instancePath: instancePath + "/images/" + i5 + "/os",
									schemaPath: "#/properties/images/items/properties/os/type",
									keyword: "type",
									params: { type: schema35.properties.images.items.properties.os.type }
								};
								if (vErrors === null) vErrors = [err63];
								else vErrors.push(err63);
								errors++;
							}
						}
						if (data39.release !== void 0) {
							let data53 = data39.release;
							if (typeof data53 !== "string" && !(typeof data53 == "number" && isFinite(data53)) && typeof data53 !== "boolean") {
								const err64 = {
									instancePath: instancePath + "/images/" + i5 + "/release",
									schemaPath: "#/properties/images/items/properties/release/type",
									keyword: "type",
									params: { type: schema35.properties.images.items.properties.release.type }
								};
								if (vErrors === null) vErrors = [err64];
								else vErrors.push(err64);
								errors++;
							}
						}
						if (data39["release-title"] !== void 0) {
							let data54 = data39["release-title"];
							if (typeof data54 !== "string" && !(typeof data54 == "number" && isFinite(data54)) && typeof data54 !== "boolean") {
								const err65 = {
									instancePath: instancePath + "/images/" + i5 + "/release-title",
									schemaPath: "#/properties/images/items/properties/release-title/type",
									keyword: "type",
									params: { type: schema35.properties.images.items.properties["release-title"].type }
								};
								if (vErrors === null) vErrors = [err65];
								else vErrors.push(err65);
								errors++;
							}
						}
						if (data39["os-version"] !== void 0) {
							let data55 = data39["os-version"];
							if (typeof data55 !== "string" && !(typeof data55 == "number" && isFinite(data55)) && typeof data55 !== "boolean") {
								const err66 = {
									instancePath: instancePath + "/images/" + i5 + "/os-version",
									schemaPath: "#/properties/images/items/properties/os-version/type",
									keyword: "type",
									params: { type: schema35.properties.images.items.properties["os-version"].type }
								};
								if (vErrors === null) vErrors = [err66];
								else vErrors.push(err66);
								errors++;
							}
						}
						if (data39.arch !== void 0) {
							let data56 = data39.arch;
							if (typeof data56 !== "string" && !(typeof data56 == "number" && isFinite(data56)) && typeof data56 !== "boolean") {
								const err67 = {
									instancePath: instancePath + "/images/" + i5 + "/arch",
									schemaPath: "#/properties/images/items/properties/arch/type",
									keyword: "type",
									params: { type: schema35.properties.images.items.properties.arch.type }
								};
								if (vErrors === null) vErrors = [err67];
								else vErrors.push(err67);
								errors++;
							}
						}
						if (data39.variant !== void 0) {
							let data57 = data39.variant;
							if (typeof data57 !== "string" && !(typeof data57 == "number" && isFinite(data57)) && typeof data57 !== "boolean") {
								const err68 = {
									instancePath: instancePath + "/images/" + i5 + "/variant",
									schemaPath: "#/properties/images/items/properties/variant/type",
									keyword: "type",
									params: { type: schema35.properties.images.items.properties.variant.type }
								};
								if (vErrors === null) vErrors = [err68];
								else vErrors.push(err68);
								errors++;
							}
						}
						if (data39.subarch !== void 0) {
							let data58 = data39.subarch;
							if (typeof data58 !== "string" && !(typeof data58 == "number" && isFinite(data58)) && typeof data58 !== "boolean") {
								const err69 = {
									instancePath: instancePath + "/images/" + i5 + "/subarch",
									schemaPath: "#/properties/images/items/properties/subarch/type",
									keyword: "type",
									params: { type: schema35.properties.images.items.properties.subarch.type }
								};
								if (vErrors === null) vErrors = [err69];
								else vErrors.push(err69);
								errors++;
							}
						}
						if (data39.label !== void 0) {
							let data59 = data39.label;
							if (typeof data59 !== "string" && !(typeof data59 == "number" && isFinite(data59)) && typeof data59 !== "boolean") {
								const err70 = {
									instancePath: instancePath + "/images/" + i5 + "/label",
									schemaPath: "#/properties/images/items/properties/label/type",
									keyword: "type",
									params: { type: schema35.properties.images.items.properties.label.type }
								};
								if (vErrors === null) vErrors = [err70];
								else vErrors.push(err70);
								errors++;
							}
						}
						if (data39.serial !== void 0) {
							let data60 = data39.serial;
							if (typeof data60 !== "string" && !(typeof data60 == "number" && isFinite(data60)) && typeof data60 !== "boolean") {
								const err71 = {
									instancePath: instancePath + "/images/" + i5 + "/serial",
									schemaPath: "#/properties/images/items/properties/serial/type",
									keyword: "type",
									params: { type: schema35.properties.images.items.properties.serial.type }
								};
								if (vErrors === null) vErrors = [err71];
								else vErrors.push(err71);
								errors++;
							}
						}
						if (data39.alias !== void 0) {
							let data61 = data39.alias;
							if (typeof data61 !== "string" && !(typeof data61 == "number" && isFinite(data61)) && typeof data61 !== "boolean" && !Array.isArray(data61)) {
								const err72 = {
									instancePath: instancePath + "/images/" + i5 + "/alias",
									schemaPath: "#/properties/images/items/properties/alias/type",
									keyword: "type",
									params: { type: schema35.properties.images.items.properties.alias.type }
								};
								if (vErrors === null) vErrors = [err72];
								else vErrors.push(err72);
								errors++;
							}
							if (Array.isArray(data61)) {
								const len9 = data61.length;
								for (let i9 = 0; i9 < len9; i9++) {
									let data62 = data61[i9];
									if (typeof data62 !== "string" && !(typeof data62 == "number" && isFinite(data62)) && typeof data62 !== "boolean") {
										const err73 = {
											instancePath: instancePath + "/images/" + i5 + "/alias/" + i9,
											schemaPath: "#/properties/images/items/properties/alias/items/type",
											keyword: "type",
											params: { type: schema35.properties.images.items.properties.alias.items.type }
										};
										if (vErrors === null) vErrors = [err73];
										else vErrors.push(err73);
										errors++;
									}
								}
							}
						}
						if (data39.requirement !== void 0) {
							let data63 = data39.requirement;
							if (data63 && typeof data63 == "object" && !Array.isArray(data63)) for (const key7 in data63) {
								let data64 = data63[key7];
								if (typeof data64 !== "string" && !(typeof data64 == "number" && isFinite(data64)) && typeof data64 !== "boolean") {
									const err74 = {
										instancePath: instancePath + "/images/" + i5 + "/requirement/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),
										schemaPath: "#/properties/images/items/properties/requirement/additionalProperties/type",
										keyword: "type",
										params: { type: schema35.properties.images.items.properties.requirement.additionalProperties.type }
									};
									if (vErrors === null) vErrors = [err74];
									else vErrors.push(err74);
									errors++;
								}
							}
							else {
								const err75 = {
									instancePath: instancePath + "/images/" + i5 + "/requirement",
									schemaPath: "#/properties/images/items/properties/requirement/type",
									keyword: "type",
									params: { type: "object" }
								};
								if (vErrors === null) vErrors = [err75];
								else vErrors.push(err75);
								errors++;
							}
						}
						if (data39.tag !== void 0) {
							let data65 = data39.tag;
							if (data65 && typeof data65 == "object" && !Array.isArray(data65)) for (const key8 in data65) {
								let data66 = data65[key8];
								if (typeof data66 !== "string" && !(typeof data66 == "number" && isFinite(data66)) && typeof data66 !== "boolean") {
									const err76 = {
										instancePath: instancePath + "/images/" + i5 + "/tag/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),
										schemaPath: "#/properties/images/items/properties/tag/additionalProperties/type",
										keyword: "type",
										params: { type: schema35.properties.images.items.properties.tag.additionalProperties.type }
									};
									if (vErrors === null) vErrors = [err76];
									else vErrors.push(err76);
									errors++;
								}
							}
							else {
								const err77 = {
									instancePath: instancePath + "/images/" + i5 + "/tag",
									schemaPath: "#/properties/images/items/properties/tag/type",
									keyword: "type",
									params: { type: "object" }
								};
								if (vErrors === null) vErrors = [err77];
								else vErrors.push(err77);
								errors++;
							}
						}
						if (data39.keep !== void 0) {
							let data67 = data39.keep;
							if (typeof data67 !== "string" && !(typeof data67 == "number" && isFinite(data67)) && typeof data67 !== "boolean") {
								const err78 = {
									instancePath: instancePath + "/images/" + i5 + "/keep",
									schemaPath: "#/properties/images/items/properties/keep/type",
									keyword: "type",
									params: { type: schema35.properties.images.items.properties.keep.type }
								};
								if (vErrors === null) vErrors = [err78];
								else vErrors.push(err78);
								errors++;
							}
						}
						if (data39["keep-for"] !== void 0) {
							let data68 = data39["keep-for"];
							if (typeof data68 !== "string" && !(typeof data68 == "number" && isFinite(data68)) && typeof data68 !== "boolean") {
								const err79 = {
									instancePath: instancePath + "/images/" + i5 + "/keep-for",
									schemaPath: "#/properties/images/items/properties/keep-for/type",
									keyword: "type",
									params: { type: schema35.properties.images.items.properties["keep-for"].type }
								};
								if (vErrors === null) vErrors = [err79];
								else vErrors.push(err79);
								errors++;
							}
						}
						if (data39.pin !== void 0) {
							let data69 = data39.pin;
							if (typeof data69 !== "string" && !(typeof data69 == "number" && isFinite(data69)) && typeof data69 !== "boolean" && !Array.isArray(data69)) {
								const err80 = {
									instancePath: instancePath + "/images/" + i5 + "/pin",
									schemaPath: "#/properties/images/items/properties/pin/type",
									keyword: "type",
									params: { type: schema35.properties.images.items.properties.pin.type }
								};
								if (vErrors === null) vErrors = [err80];
								else vErrors.push(err80);
								errors++;
							}
							if (Array.isArray(data69)) {
								const len10 = data69.length;
								for (let i10 = 0; i10 < len10; i10++) {
									let data70 = data69[i10];
									if (typeof data70 !== "string" && !(typeof data70 == "number" && isFinite(data70)) && typeof data70 !== "boolean") {
										const err81 = {
											instancePath: instancePath + "/images/" + i5 + "/pin/" + i10,
											schemaPath: "#/properties/images/items/properties/pin/items/type",
											keyword: "type",
											params: { type: schema35.properties.images.items.properties.pin.items.type }
										};
										if (vErrors === null) vErrors = [err81];
										else vErrors.push(err81);
										errors++;
									}
								}
							}
						}
					} else {
						const err82 = {
							instancePath: instancePath + "/images/" + i5,
							schemaPath: "#/properties/images/items/type",
							keyword: "type",
							params: { type: "object" }
						};
						if (vErrors === null) vErrors = [err82];
						else vErrors.push(err82);
						errors++;
					}
				}
			} else {
				const err83 = {
					instancePath: instancePath + "/images",
					schemaPath: "#/properties/images/type",
					keyword: "type",
					params: { type: "array" }
				};
				if (vErrors === null) vErrors = [err83];
				else vErrors.push(err83);
				errors++;
			}
		}
	} else {
		const err84 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" }
		};
		if (vErrors === null) vErrors = [err84];
		else vErrors.push(err84);
		errors++;
	}
	validate24.errors = vErrors;
	return errors === 0;
}
validate24.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
const patternWords = {
	"^[0-9a-f]{64}$": "64 lower-case hexadecimal digits",
	"^[0-9a-f]{32}$": "32 lower-case hexadecimal digits",
	"^(?!/|%2[fF]|%5[cC]|[A-Za-z][A-Za-z0-9+.-]*://)(?!(?:[\\s\\S]*(?:/|%2[fF]|%5[cC]))?(?:\\.|%2[eE]){2,3}(?:(?:/|%2[fF]|%5[cC])|$))(?![\\s\\S]*%00)[^\\u0000-\\u001f\\u007f\\\\]+$": "a path relative to the root, without \"..\" or \"...\" segments, backslashes or control characters",
	"^(?!.{1025})(?!(?:.*/)?\\.{1,3}(?:/|$))[A-Za-z0-9._~:-]+(?:/[A-Za-z0-9._~:-]+)*$": "a path relative to the root, of at most 1024 characters, whose segments are made of A-Z a-z 0-9 . _ ~ : - and are not \".\", \"..\" or \"...\"",
	"^[0-9a-f]{128}$": "128 lower-case hexadecimal digits"
};
// src/core/schema/problem.ts
/**
* A broken rule in one line: the JSON pointer to the value, the rule in words, and what was found.
* `/index/images/path: must be a string, found 7`
*/
function problemText(problem, document) {
	const { instancePath, params } = problem;
	if (problem.keyword === "required") return `${printable(`${instancePath}/${params.missingProperty}`)}: is required, but missing`;
	return `${instancePath === "" ? "the document" : printable(instancePath)}: must be ${rule(problem)}, found ${found(valueAt(document, instancePath))}`;
}
/** `text` with control characters and line separators escaped: it stays on its line of a log. */
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
/** The offset of the quotation mark that ends the string which begins at `start`. */
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
/** As RFC 6901 has it, on one line. */
function pointer(path) {
	return printable(path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join(""));
}
/** The JSON pointer to the first key that its object has twice, in a text that is JSON. */
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
/** A products document is 7 deep. What others add may be deeper; what recurses over it must not run out of stack. */
const depthLimit = 64;
/**
* The text of a document.
* @throws FindingError SCHEMA_BROKEN when it is not UTF-8; a byte order mark stays, and is no JSON
*/
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
/**
* What `text` holds, if every reader gets the same from it and it can be written again without a loss: parsers differ
* in which of two equal keys counts, in what `__proto__` does, and in numbers that are no doubles.
* @param place the document's path or URL, for the error
* @throws FindingError SCHEMA_BROKEN · TrustError DOCUMENT_TOO_LARGE when it is nested too deeply
*/
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
/** Line and column, counted from 1; V8 gives an offset in some of its messages, and Node 20 nothing more. */
function whereIn(text, reason) {
	const offset = /end of JSON input/.test(reason) ? text.length : /at position (\d+)/.exec(reason)?.[1];
	return offset === void 0 ? "" : ` at ${lineAndColumn(text, Number(offset))}`;
}
function lineAndColumn(text, offset) {
	const lines = text.slice(0, offset).split("\n");
	return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}
/** How many members the objects of `text` have together, equal keys counted each. One pass, without a copy. */
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
/** Counts the members that were kept, and refuses what cannot be. */
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
// src/core/schema/validate.ts
const shownProblems = 10;
const itemLimit = 1e6;
/**
* `text` as an index.
* @param place the document's path or URL, for the error
* @throws FindingError SCHEMA_BROKEN, TrustError DOCUMENT_TOO_LARGE: as {@link parseJsonText} and {@link validateIndex}
*/
function parseIndex(text, place) {
	return validateIndex(parseJsonText(text, place), place);
}
/**
* `text` as a products document.
* @param place the document's path or URL, for the error
* @throws FindingError SCHEMA_BROKEN, TrustError DOCUMENT_TOO_LARGE: as {@link parseJsonText} and
*   {@link validateProducts}, or with more than a million items
*/
function parseProducts(text, place) {
	const document = validateProducts(parseJsonText(text, place), place);
	const items = countItems(document);
	if (items <= itemLimit) return document;
	throw new TrustError("DOCUMENT_TOO_LARGE", `${place} lists ${items} items, more than the ${itemLimit} that are taken for real; split it`);
}
/**
* `value` as an index, by `index.schema.json`.
* @param place the document's path or URL, for the error
* @throws FindingError SCHEMA_BROKEN with the first ten problems, each with its JSON pointer
*/
function validateIndex(value, place) {
	return validate(value, isIndex, "an index:1.0", place);
}
/**
* `value` as a products document, by `products.schema.json`.
* @param place the document's path or URL, for the error
* @throws FindingError SCHEMA_BROKEN with the first ten problems, each with its JSON pointer
*/
function validateProducts(value, place) {
	return validate(value, isProducts, "a products:1.0", place);
}
/**
* `value` as the record of a stage, by `staging.schema.json`.
* @param place the record's path, for the error
* @throws FindingError SCHEMA_BROKEN with the first ten problems, each with its JSON pointer
*/
function validateStaging(value, place) {
	return validate(value, isStaging, "a staging:1.0", place);
}
/**
* `value` as the plan of a promotion, by `promotion.schema.json`.
* @param place the plan's path, for the error
* @throws FindingError SCHEMA_BROKEN with the first ten problems, each with its JSON pointer
*/
function validatePromotion(value, place) {
	return validate(value, isPromotion, "a promotion:1.0", place);
}
function countItems({ products }) {
	let count = 0;
	for (const { versions = {} } of Object.values(products)) for (const { items = {} } of Object.values(versions)) count += Object.keys(items).length;
	return count;
}
function validate(value, check, kind, place) {
	if (check(value)) return value;
	const problems = (check.errors ?? []).filter(({ keyword }) => keyword !== "if");
	const lines = problems.slice(0, shownProblems).map((problem) => `  ${problemText(problem, value)}`);
	if (problems.length > shownProblems) lines.push(`  and ${problems.length - shownProblems} more`);
	throw new FindingError("SCHEMA_BROKEN", `${place} is not ${kind} document as clients read it; correct it with the tool that wrote it:\n${lines.join("\n")}`);
}
// src/app/head.ts
/** Far above any real document (100,000 items make 36 MB), far below what would hurt. */
const documentLimit = 268435456;
/**
* Reads `index.json`, then `index.sjson`: in this order a follower is never judged by a head older than itself.
* @throws TrustError SECOND_HEAD, SIGNATURE_INVALID, SIGNING_KEY_REQUIRED (a signed root, and nothing to verify it with)
*/
async function readRoot(ports) {
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
	const head = await signedHead$1(ports, signed);
	if (plainHead !== void 0 && plainHead.index.head === void 0) await refuseSecondHead(ports);
	return {
		kind: "signed",
		head,
		follower: plainHead?.index
	};
}
/** The head alone, as followers are made from it. */
async function readHead(ports, form) {
	const stored = await ports.store.read(headPath(form), documentLimit);
	if (stored === void 0) throw headVanished(ports, form);
	return form === "sjson" ? signedHead$1(ports, stored) : unsignedHead(ports, stored);
}
/**
* A glance before work that a newer head makes useless: it promises nothing, the PUT of the next head decides.
* @throws TrustError HEAD_VANISHED
*/
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
	const index$4 = parseIndex(documentText(bytes, index), index);
	return {
		form: "json",
		revision,
		sha256: ports.sha256(bytes),
		index: index$4,
		signedBy: void 0
	};
}
async function signedHead$1(ports, { bytes, revision }) {
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
/** @throws TrustError SIGNING_KEY_REQUIRED when there is nothing to verify with */
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
/**
* The one way documents are written: keys sorted by UTF-16 code unit, 1-space indent, ASCII only, final newline. For
* ASCII keys this is byte for byte Python's `json.dumps(indent=1, sort_keys=True)` and a newline.
*/
function serialise(document) {
	const text = `${write(document, "\n")}\n`;
	return /[\u007f-\uffff]/.test(text) ? text.replaceAll(/[\u007f-\uffff]/g, escaped) : text;
}
/** gpgv 2.2 refuses a signed line of 20,000 bytes, and `gpg --clearsign` splits one over 19,993. */
const lineLimit = 19993;
/** The number and length of the first line that no signed form may hold; `undefined` when there is none. */
function overlongLine(text) {
	for (let from = 0; text.length - from >= lineLimit;) {
		const newline = text.lastIndexOf("\n", from + lineLimit - 1);
		if (newline < from) return describeLine(text, from);
		from = newline + 1;
	}
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
/** JSON.stringify does it, in a tenth of the time, unless somewhere in `value` it would put keys into its own order. */
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
/** A copy whose keys are sorted; {@link unordered} where an object would not keep them so. */
function inOrder(value) {
	if (typeof value !== "object" || value === null) return value;
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
/** Keys that look like integers, such as the serial 20261120, come first in every object; one is no key at all. */
function isAwkward(key) {
	const first = key.charCodeAt(0);
	return first >= 48 && first <= 57 && /^\d+$/.test(key) || key === "__proto__";
}
// src/core/clearsign.ts
/**
* The clearsigned form (RFC 9580, section 7), framed here because a general OpenPGP reader is lenient where readers of
* a root are not: `gpgv` and simplestreams' `read_signed` want the first line at byte 0, exactly one `Hash:` line, one
* empty line and one signature.
*/
const beginMessage = "-----BEGIN PGP SIGNED MESSAGE-----";
const beginSignature = "\n-----BEGIN PGP SIGNATURE-----\n";
const endSignature = "-----END PGP SIGNATURE-----\n";
const armoredSignature = /^-----BEGIN PGP SIGNATURE-----\n(?:[A-Za-z]+: [^\n]*\n)*\n(?:[A-Za-z0-9+/]+={0,2}\n)+(?:=[A-Za-z0-9+/]{4}\n)?-----END PGP SIGNATURE-----\n$/;
/** Of an armored signature, in bytes; one of RSA-4096 has 900. */
const signatureLimit = 16384;
/**
* Frames `text` and the detached text signature (type 0x01) over `text` without its final newline.
*
* @param signature armored, with its CRC24 line: gpgv before 2.4.9 refuses a clearsigned text without it
* @throws Error, a bug of ours, when `text` would not reach every reader as it is
*/
function buildClearsigned(text, digest, signature) {
	const problem = unsignable(text);
	if (problem !== void 0) throw new Error(`a text to be signed ${problem}`);
	if (!armoredSignature.test(signature) || !/\n=[A-Za-z0-9+/]{4}\n-/.test(signature)) throw new Error("not an armored signature with a checksum");
	return `${beginMessage}\nHash: ${digest}\n\n${text}${signature}`;
}
/**
* Takes a clearsigned document apart; the signature itself is not looked into.
*
* @param place names the object in the error
* @throws TrustError SIGNATURE_INVALID for everything but one message in its one canonical spelling: nothing before or
*   after it, LF, no trailing blanks, nothing dash-escaped (RFC 9580, section 7.2)
*/
function parseClearsigned(bytes, place) {
	const document = decode$1(bytes, place);
	const problem = malformed(document);
	if (problem !== void 0) throw refusal(place, problem);
	const hashLine = /\nHash: ([A-Z0-9-]+)\n\n/y;
	hashLine.lastIndex = 34;
	const digest = hashLine.exec(document)?.[1];
	const from = hashLine.lastIndex;
	if (digest === void 0) throw refusal(place, "exactly one line \"Hash: …\" and an empty line must follow the first line");
	const end = endOfText(document, from, place);
	const signature = document.slice(end + 1);
	if (signature.length > signatureLimit || !armoredSignature.test(signature)) throw refusal(place, !signature.includes(endSignature) ? "it ends before its signature does: it was cut off" : "after the text there must be one armored signature and nothing else");
	const signed = bytes.subarray(from, bytes.length - signature.length - 1);
	return {
		text: document.slice(from, end + 1),
		signed,
		digest,
		signature
	};
}
function unsignable(text) {
	if (/[^ -~\n]/.test(text)) return "may hold printable ASCII and newlines alone";
	if (text.length < 2 || !text.endsWith("\n") || text.endsWith("\n\n")) return "must end in exactly one newline";
	if (text.startsWith("-") || text.includes("\n-")) return "may have no line beginning with a dash";
	if (text.includes(" \n")) return "may have no line ending with a blank";
	const line = overlongLine(text);
	return line && `has ${line.length} bytes in line ${line.line}, more than gpgv reads`;
}
function decode$1(bytes, place) {
	if (new TextDecoder("latin1").decode(bytes.subarray(0, 34)) !== beginMessage) throw refusal(place, `it is not signed: it does not begin with ${beginMessage}`);
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch (cause) {
		throw refusal(place, "it is not UTF-8", cause);
	}
}
function malformed(document) {
	if (document.includes("\r")) return "it has carriage returns; lines must end with a line feed alone";
	if (document.includes("\0")) return "it has NUL bytes";
	if (document.includes(" \n") || document.includes("	\n")) return "it has lines ending with blanks, which no signature covers";
}
/** The offset of the text's final newline. In the text no line begins with a dash: the first that does ends it. */
function endOfText(document, from, place) {
	const end = document.indexOf("\n-", from);
	if (end === -1) throw refusal(place, "it has no signature after its text: it was cut off");
	if (document.startsWith("- ", from) || document.startsWith("\n- ", end)) throw refusal(place, "it has dash-escaped lines (\"- …\"), which this program does not read; sign it without them");
	if (document[from] === "-" || !document.startsWith(beginSignature, end)) throw refusal(place, "a line of its text begins with a dash: more than one message, or damage");
	return end;
}
function refusal(place, problem, cause) {
	return new TrustError("SIGNATURE_INVALID", `${place} cannot be trusted: ${problem}`, { cause });
}
// src/app/read-document.ts
/**
* Takes the bytes of a document apart as its readers do.
* @param form `sjson`: what a signed index names, and itself; by its content, whatever its name
* @param verifier without it a signature is taken for good
* @param validate throws a FindingError when the document breaks its schema
*/
async function readDocument$1(bytes, path, form, verifier, validate) {
	const problems = [];
	let text = decode(bytes);
	if (form === "sjson") try {
		text = await signedText(bytes, path, verifier);
	} catch (error) {
		if (!isSimplestreamsError(error)) throw error;
		problems.push({
			code: "DOC-004",
			message: error.message
		});
		text = roughly(text);
	}
	const json = parse$1(text, path, problems);
	if (json !== void 0) problems.push(...schemaProblems(json, path, validate));
	return {
		json,
		problems
	};
}
async function signedText(bytes, path, verifier) {
	if (verifier === void 0) return parseClearsigned(bytes, path).text;
	return (await verifier.clearsigned(bytes, path)).text;
}
/** A byte order mark stays: no consumer reads JSON behind one. */
function decode(bytes) {
	return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
/** What stands between the armor lines, to go on with when the signature is no good. */
function roughly(text) {
	const [, signed] = /^-----BEGIN PGP SIGNED MESSAGE-----\r?\n(?:\S.*\r?\n)*\r?\n([\s\S]*?)(?:-----BEGIN PGP SIGNATURE-----|$(?![\s\S]))/.exec(text) ?? [];
	return signed ?? text;
}
function parse$1(text, path, problems) {
	try {
		const value = parseLeniently(text, path, problems);
		if (isObject(value)) return value;
		problems.push({
			code: "DOC-002",
			message: `${path} holds JSON, and no object`
		});
	} catch (error) {
		const why = text.startsWith("-----BEGIN PGP") ? "it is clearsigned, and the index that names it is not" : `${error instanceof Error ? error.message : error}`;
		problems.push({
			code: "DOC-002",
			message: `${path} is not JSON: ${onOneLine(why)}`
		});
	}
}
/** Consumers take one of two equal keys, and any depth; this action refuses to edit such a document, and tells. */
function parseLeniently(text, path, problems) {
	try {
		return parseJsonText(text, path);
	} catch (error) {
		if (!isSimplestreamsError(error)) throw error;
		const value = JSON.parse(text);
		problems.push({
			code: "DOC-003",
			message: error.message
		});
		return value;
	}
}
function schemaProblems(json, path, validate) {
	try {
		validate(json, path);
		return [];
	} catch (error) {
		if (!(error instanceof FindingError)) throw error;
		const [, ...lines] = error.message.split("\n").map((line) => line.trim());
		return [{
			code: "DOC-003",
			message: `${path} breaks the schema: ${lines.join("; ")}`
		}];
	}
}
/** The parser quotes what it stumbled over. */
function onOneLine(text) {
	return text.replaceAll(/\p{Cc}+/gu, " ");
}
// src/core/reading-rules.ts
/** Every reading rule, sorted by code. */
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
// src/app/reading-finding.ts
/** A finding about a file of a root itself. */
function readingFinding(code, consumers, document, message) {
	const { consequence, severity, fix } = readingRule(code);
	return {
		code,
		severity,
		consequence,
		consumers,
		place: { document },
		message,
		fix
	};
}
// src/app/read-view.ts
/** Reads every document that the index names, and gives up on none because of another. */
async function readView(reader, readers) {
	const path = headPath(readers.form);
	const { verifier } = reader;
	const index = await readDocument$1(readers.bytes, path, readers.form, verifier, validateIndex);
	const finding = (document, { code, message }) => readingFinding(code, readers.names, document, message);
	const findings = index.problems.map((problem) => finding("index", problem));
	const documents = /* @__PURE__ */ new Map();
	const unread = /* @__PURE__ */ new Set();
	const paths = { index: path };
	const entries = objectsIn(index.json?.index).filter(([, entry]) => isDocument(entry));
	const read = await Promise.all(entries.map(([, entry]) => readEntry(reader, readers, entry)));
	for (const [n, [contentId, entry]] of entries.entries()) {
		const { json, problems } = read[n] ?? absent;
		paths[contentId] = asText(entry.path) ?? path;
		findings.push(...problems.map((problem) => finding(contentId, problem)));
		if (json !== void 0) documents.set(contentId, json);
		else if (problems.length > 0) unread.add(contentId);
	}
	return {
		view: {
			index: index.json,
			documents
		},
		findings,
		paths,
		unread
	};
}
/** Of what the rules say, all but what was said already: that a document is there, and cannot be read. */
function unsaid({ unread }, found) {
	const said = new Set([...unread].map((contentId) => `index.${contentId}`));
	return found.filter(({ code, place }) => code !== "ROOT-002" || !said.has(place.field ?? ""));
}
const absent = {
	json: void 0,
	problems: []
};
/** Whether consumers read what the entry names as a products document. */
function isDocument({ format, datatype, path }) {
	if (asText(path) === void 0 || format === "index:1.0") return false;
	return format === "products:1.0" || datatype === "image-downloads" || datatype === "image-ids";
}
async function readEntry({ root, verifier, sha256 }, { form }, entry) {
	const path = parseRelativePath(entry.path);
	if (path === void 0) return {
		json: void 0,
		problems: [{
			code: "DOC-005",
			message: `the index names ${JSON.stringify(entry.path)}`
		}]
	};
	try {
		const stored = await root.read(path, documentLimit);
		if (stored === void 0) return absent;
		const { bytes } = stored;
		const { json, problems } = await readDocument$1(bytes, path, form, verifier, validateProducts);
		return {
			json,
			problems: [...problems, ...pinProblems(entry, path, bytes, sha256)]
		};
	} catch (error) {
		if (!isSimplestreamsError(error) || error.code === "SIGNAL") throw error;
		return {
			json: void 0,
			problems: [{
				code: "DOC-007",
				message: error.message
			}]
		};
	}
}
function pinProblems({ sha256: pinned, size }, path, bytes, sha256) {
	if (typeof pinned !== "string") return [];
	const found = sha256(bytes);
	if (pinned === found && (size === void 0 || size === bytes.length)) return [];
	return [{
		code: "DOC-008",
		message: `${path} has ${bytes.length} bytes and sha256 ${found}, and the index says ${size} and ${pinned}`
	}];
}
// src/app/root-age.ts
/** What is wrong with the age of an index; nothing when nobody asked, or there is no index. */
function ageFindings(index, path, maxAge, names) {
	if (index === void 0 || maxAge === void 0) return [];
	const updated = asText(index.updated);
	const time = Date.parse(updated ?? "");
	if (time >= maxAge.since.getTime()) return [];
	return [readingFinding("AGE-001", names, "index", Number.isNaN(time) ? `${path} does not say when it was updated, so it is not known to be younger than ${maxAge.text}` : `${path} was updated ${updated}, which is more than ${maxAge.text} ago`)];
}
// src/app/key-expiry.ts
const day = 864e5;
/** From when on it is told that a key expires; and from when on it is an error when a root is checked. */
const noticeTime = 30 * day;
const urgentTime = 7 * day;
/** How near the end of a key is; `undefined`: far, or there is none. */
function expiryOf({ expires }, now) {
	const left = (expires?.getTime() ?? Number.POSITIVE_INFINITY) - now.getTime();
	if (left > noticeTime) return void 0;
	return left > urgentTime ? "soon" : "urgent";
}
/** `expires on 2026-12-10 12:00 UTC, in 19 days` */
function describeExpiry({ expires }, now) {
	if (expires === void 0) return "never expires";
	const at = `${expires.toISOString().slice(0, 16).replace("T", " ")} UTC`;
	const left = expires.getTime() - now.getTime();
	if (left <= 0) return `expired on ${at}`;
	const days = Math.floor(left / day);
	return `expires on ${at}, ${days === 0 ? "in less than a day" : `in ${days} ${days === 1 ? "day" : "days"}`}`;
}
/** A key as people know it: the fingerprint, and the user ID on one line. */
function describeKey({ fingerprint, userId }) {
	return userId === void 0 ? fingerprint : `${fingerprint} (${printable(userId)})`;
}
/**
* Warns when the signing key is about to expire, or the copy of it that the ring of the root holds.
* @param ring the keys of the root's ring
*/
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
/** In bytes; one of ten keys has 20 KiB. */
const ringLimit = 1048576;
/**
* Only readers who have our key can verify what we sign, and the ring tells which keys they have.
* @returns the keys of the ring; none where the head names no ring
* @throws TrustError KEY_NOT_IN_RING
*/
async function checkRing(ports, { index, signedBy }, change) {
	const { signer, ring } = requireSigning(ports);
	const bytes = index.keyring === void 0 ? void 0 : await readRing(ports, index.keyring);
	const held = bytes === void 0 ? [] : await ring.keys(bytes);
	const keys = bytes === void 0 ? [signedBy] : held.map(({ fingerprint }) => fingerprint);
	if (!keys.includes(signer.fingerprint)) {
		if (change === "lost") return held;
		throw new TrustError("KEY_NOT_IN_RING", `the signing key ${signer.fingerprint} is not among the keys that readers of ${ports.store.url} have (${keys.join(", ")}); sign with one of those, and if this one is to follow it, give readers its public key first: rotate-key with new-key (docs/recipes/rotate-key.md)`);
	}
	if (bytes === void 0 || await ring.verifies(bytes, await signer.clearsign("{}\n"))) return held;
	const own = held.find(({ fingerprint }) => fingerprint === signer.fingerprint);
	const extended = own?.expires !== void 0 && own.expires <= ports.clock.now();
	if (extended && change !== void 0) return held;
	throw new TrustError("KEY_NOT_IN_RING", extended ? `the ring of ${ports.store.url} holds the signing key ${signer.fingerprint} as it was before it was extended: there it has expired. Publish it as it is now: run rotate-key with it` : `the signing key ${signer.fingerprint} signs with a subkey that the ring of ${ports.store.url} does not hold, so its readers would refuse the result; sign with the key as it was published`);
}
/**
* The ring a head names.
* @throws TrustError DOCUMENT_MISSING, DIGEST_MISMATCH
*/
async function readRing(ports, path) {
	const safe = parseRelativePath(path);
	const stored = safe === void 0 ? void 0 : await ports.store.read(safe, ringLimit);
	if (stored === void 0) throw new TrustError("DOCUMENT_MISSING", `the ring ${path}, which the head names, is not in ${ports.store.url}; restore it`);
	if (path.includes(pathDigest(ports.sha256(stored.bytes)))) return stored.bytes;
	throw new TrustError("DIGEST_MISMATCH", `the ring ${path} in ${ports.store.url} is not what its name says; restore it`);
}
// src/app/root-key.ts
/**
* What is wrong with the key of a signed root; nothing while its end is far. Known is a key that is trusted, else one in
* the ring that the index names.
* @param index either one: the plain one of a signed root names the ring too
*/
async function keyFindings(reader, index, signed, names) {
	const key = await knownKey(reader, index, signed);
	if (key === void 0) return [];
	const near = expiryOf(key, reader.now);
	if (near === void 0) return [];
	const message = `${signedIndex} is signed by ${describeKey(key)}, which ${describeExpiry(key, reader.now)}`;
	return [readingFinding(near === "soon" ? "KEY-001" : "KEY-002", names, "index", message)];
}
/**
* The key that made the signature of a signed index: one that is trusted, or where there is nothing to verify with, one
* in the ring that the index names. `undefined` when it is none of these.
*/
function knownKey(reader, index, signed) {
	return told(async () => reader.verifier === void 0 ? keyInRing(reader, index, signed) : reader.verifier.facts((await reader.verifier.clearsigned(signed, headPath("sjson"))).fingerprint));
}
/** The signed index beside a plain one that says it follows it, for those who do not read it. */
async function signedBeside({ root }, index) {
	if (index?.head !== "index.sjson") return void 0;
	return (await told(() => root.read(signedIndex, documentLimit)))?.bytes;
}
async function keyInRing({ root, openRing }, index, signed) {
	const path = parseRelativePath(asText(index?.keyring));
	const stored = path && await root.read(path, 1048576);
	if (stored === void 0) return void 0;
	const ring = await openRing();
	for (const key of await ring.keys(stored.bytes)) if (await ring.verifies(key.publicKey, signed)) return key;
}
/** What keeps a signature or a ring from being read is a finding of its own, or none. */
async function told(read) {
	try {
		return await read();
	} catch (error) {
		if (!isSimplestreamsError(error) || error.code === "SIGNAL") throw error;
		return;
	}
}
// src/app/check.ts
/** They never look at the signed form. */
const plainReaders = ["lxd", "incus"];
/**
* Reads a root as each of the consumers does, and tells everything they would ignore, refuse or get wrong.
* @throws StoreError when not even the index can be asked for
*/
async function check(request, reader) {
	const { root, verifier, reporter } = reader;
	reporter.group("Root");
	reporter.info(root.url);
	const indexes = await lookForIndexes(root, request);
	const findings = [...indexes.findings];
	const remarks = [];
	let paths = {};
	for (const { form, consumers } of indexes.groups) {
		const bytes = indexes.found.get(form);
		if (bytes === void 0) {
			findings.push(noIndex(root, form, namesOf(consumers)));
			continue;
		}
		const read = await readView(reader, {
			names: namesOf(consumers),
			form,
			bytes
		});
		const { size } = read.view.documents;
		reporter.info(`${headPath(form)}, with ${size} ${size === 1 ? "document" : "documents"}, for ${namesOf(consumers).join(", ")}`);
		findings.push(...ageFindings(read.view.index, headPath(form), request.maxAge, namesOf(consumers)));
		const signed = indexes.found.get("sjson") ?? await signedBeside(reader, read.view.index);
		if (signed !== void 0) findings.push(...await keyFindings(reader, read.view.index, signed, namesOf(consumers)));
		findings.push(...findingsIn$1(read, consumers, indexes.found.has("sjson"), request.publicUrl));
		paths = {
			...read.paths,
			...paths
		};
		if (form === "sjson" && verifier === void 0) remarks.push(unverified);
	}
	reporter.group("Result");
	return checkReport(request, {
		root: root.url,
		findings: joined(findings),
		paths,
		remarks
	});
}
const unverified = "the signatures were not verified: give trusted-keys (or signing-key) to have them verified";
/** Which index each consumer starts from (simplestreams util.py, `path_from_mirror_url`; LXD and Incus: always the plain one). */
async function lookForIndexes(root, { consumers, publicUrl = "" }) {
	const plain = consumers.filter(({ name }) => plainReaders.includes(name));
	const others = consumers.filter(({ name }) => !plainReaders.includes(name));
	const named = /streams\/v1\/index\.(s?json)$/.exec(publicUrl)?.[1];
	const found = /* @__PURE__ */ new Map();
	const findings = [];
	if (others.length > 0) {
		const signed = await lookForSigned(root);
		if (signed instanceof StoreError) findings.push(readingFinding("DOC-006", namesOf(others), "index", signed.message));
		else if (signed !== void 0) found.set("sjson", signed);
	}
	const form = named === "sjson" || named === void 0 && found.has("sjson") ? "sjson" : "json";
	const asked = (form === "json" ? [{
		form,
		consumers
	}] : [{
		form: "json",
		consumers: plain
	}, {
		form,
		consumers: others
	}]).filter((group) => group.consumers.length > 0);
	if (asked.some((group) => group.form === "json")) {
		const bytes = (await root.read(headPath("json"), documentLimit))?.bytes;
		if (bytes !== void 0) found.set("json", bytes);
	}
	return {
		found,
		groups: asked,
		findings
	};
}
/** A refusal may stand for "absent": which, shows when the plain index can be read. */
async function lookForSigned(root) {
	try {
		return (await root.read(headPath("sjson"), documentLimit))?.bytes;
	} catch (error) {
		if (error instanceof StoreError && error.code === "STORE_DENIED") return error;
		throw error;
	}
}
function noIndex(root, form, names) {
	return readingFinding("DOC-001", names, "index", `${headPath(form)} is not there, below ${root.url}`);
}
/** What is wrong with the files, and what the rules say. */
function findingsIn$1(read, consumers, signed, publicUrl) {
	const given = publicUrl === void 0 ? {} : { publicUrl };
	const found = checkRoot$1({
		...read.view,
		signed,
		...given
	}, consumers);
	return [...read.findings, ...unsaid(read, found)];
}
/** Errors first; what holds for several groups of consumers is said once. */
function joined(findings) {
	const byWords = /* @__PURE__ */ new Map();
	for (const finding of findings) {
		const key = `${finding.code} ${describePlace(finding.place)} ${finding.message}`;
		const names = [...byWords.get(key)?.consumers ?? [], ...finding.consumers];
		const consumers = consumerNames.filter((name) => names.includes(name));
		byWords.set(key, {
			...finding,
			consumers
		});
	}
	const all = [...byWords.values()];
	return severities.flatMap((severity) => all.filter((finding) => finding.severity === severity));
}
function namesOf(consumers) {
	return consumerNames.filter((name) => consumers.some((consumer) => consumer.name === name));
}
// src/core/edit.ts
/** A document without products, to begin with. */
function emptyProducts(contentId) {
	return {
		format: "products:1.0",
		content_id: contentId,
		datatype: "image-downloads",
		products: {}
	};
}
/**
* The serial of the version that holds exactly these bytes, by the digest of each item. Mirrors decide per serial and
* LXD breaks when a fingerprint is listed twice: bytes that are listed are never listed again.
* @param digests item name → sha256
*/
function findVersion(product, digests) {
	return Object.entries(product?.versions ?? {}).find(([, version]) => holdsExactly(version, digests))?.[0];
}
/** True when the version's items are these and no others: item name → sha256. */
function holdsExactly(version, digests) {
	const items = Object.entries(version.items ?? {});
	return items.length === digests.size && items.every(([name, item]) => digests.has(name) && item.sha256 === digests.get(name));
}
/**
* The serial for bytes that are not listed yet.
* @param given by the user; else `derived` is taken, with `_02`, `_03`, … where it is taken already
* @param derivedFrom in words, for the error
* @throws ConflictError VERSION_EXISTS when `given` names other bytes
* @throws InputError SERIAL_NOT_NEWEST when it does not sort after the newest: clients would never see it
*/
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
/** The document with one more version; `product` has the tags that stand after it. */
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
/** item name → sha256. */
function digestsOf({ items = {} }) {
	return new Map(Object.entries(items).map(([name, { sha256 }]) => [name, sha256]));
}
/** The document with the product's tags replaced. */
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
/** False: there is nothing to commit. */
function changesAnything({ changed, removed, ring, signAnew }) {
	return changed.size > 0 || (removed?.size ?? 0) > 0 || ring !== void 0 || signAnew === true;
}
/** The documents as they are after it. */
function documentsAfter(documents, { changed, removed }) {
	const left = [...documents].filter(([contentId]) => removed?.has(contentId) !== true);
	return new Map([...left, ...changed]);
}
// src/app/publish-findings.ts
/**
* Looks at what an edit brings about as the consumers would; what was wrong before is not for this run to judge.
* @returns what is accepted and still worth knowing, and what was allowed, one line each
* @throws FindingError FINDINGS when something would be ignored or refused
*/
function judge(request, before, after) {
	const found = findingsIn(request, after);
	if (found.length === 0) return [];
	const known = new Set(findingsIn(request, before).map(describeFinding));
	const fresh = found.filter((finding) => !known.has(describeFinding(finding)));
	const counted = fresh.filter(({ code }) => !request.allow.includes(code));
	const errors = counted.filter(({ severity }) => severity === "error");
	if (errors.length > 0) throw new FindingError("FINDINGS", errors.map(describeFinding).join("\n"));
	return [...counted.filter(({ severity }) => severity === "warning").map(describeFinding), ...fresh.filter(({ code }) => request.allow.includes(code)).map((finding) => `allowed: ${describeFinding(finding)}`)];
}
/** The index follows from the documents, and is written after this. */
function findingsIn({ consumers }, documents) {
	return checkRoot$1({
		index: void 0,
		signed: true,
		documents
	}, consumers);
}
// src/core/consumers/readers.ts
/** The consumers that read these documents without an error, in all releases there are rules for. */
function readersOfDocuments(documents) {
	return consumerNames.map(everyRelease).filter((consumer) => {
		return checkRoot$1({
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
/** `90m`, `36h`, `8d` in milliseconds; `undefined` for any other text. */
function parseDuration(text) {
	const [, digits = "", unit] = /^([1-9]\d{0,5})([mhd])$/.exec(text) ?? [];
	const known = units.find(([name]) => name === unit);
	return known === void 0 ? void 0 : Number(digits) * known[1];
}
/** As {@link parseDuration} takes it, in the largest unit of which there is a whole number. */
function formatDuration(milliseconds) {
	const [name, length] = units.find(([, each]) => milliseconds % each === 0) ?? ["m", minute];
	return `${Math.round(milliseconds / length)}${name}`;
}
// src/core/retention.ts
/** `SERIAL` or `PRODUCT@SERIAL`; there may be an `@` in the name of a product. */
function parsePin(text) {
	const [, product, serial] = /^(?:([!-~]{1,256})@)?([!-?A-~]{1,256})$/.exec(text) ?? [];
	return serial === void 0 ? void 0 : {
		product,
		serial
	};
}
/** As {@link parsePin} takes it. */
function describePin({ product, serial }) {
	return product === void 0 ? serial : `${product}@${serial}`;
}
function isPinned(pins, product, serial) {
	return pins.some((pin) => pin.serial === serial && (pin.product === void 0 || pin.product === product));
}
/**
* What becomes of each version of a product, the newest first.
* @param policies a version is taken off where each of them says so; there is one at least
*/
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
/** The bounds that a version is beyond, in words. */
function describeBounds(policies) {
	return [...new Set(policies.map(describe))].join("; ");
}
function describe({ keep, keepFor }) {
	return [...keep === void 0 ? [] : [`not among the newest ${keep}`], ...keepFor === void 0 ? [] : [`older than ${formatDuration(keepFor)}`]].join(" and ");
}
// src/core/unlist.ts
/**
* Takes versions off documents. With its last version a product goes, and with its last product a document: MAAS 3.8
* rejects a source in which one is empty (rule MAAS-021). Everything else stays as it is.
*/
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
/** Every product of these documents. */
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
/** The size of each file of a version, by its path; several items may name one file. */
function filesOf$1({ items }) {
	return new Map(Object.values(items ?? {}).map(({ path = "", size = 0 }) => [path, size]));
}
/** What these versions take with them; a file that several versions name counts once. */
function shareOf$1(documents, versions) {
	const gone = new Set(versions.map(keyOf$2));
	const all = /* @__PURE__ */ new Map();
	const left = /* @__PURE__ */ new Set();
	for (const place of placedProducts(documents).flatMap(({ versions: each }) => each)) {
		const stays = !gone.has(keyOf$2(place));
		for (const [path, size] of filesOf$1(place.version)) {
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
function keyOf$2({ contentId, product, serial }) {
	return JSON.stringify([
		contentId,
		product,
		serial
	]);
}
// src/app/most-of-root.ts
/**
* A wrong bound or filter shows by how much it takes: more than half of all bytes is asked about first.
* @throws InputError YES_REQUIRED, with the figures
*/
function refuseMostOfRoot(documents, versions) {
	const { listed, gone } = shareOf$1(documents, versions);
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
	const sizes = [...filesOf$1(version).values()];
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
/** One line of a plan. */
function describeUnlisted({ product, serial, files, bytes, why }) {
	return printable(`${product} loses version ${serial}, ${`${files} ${files === 1 ? "file" : "files"}`}, ${bytes} bytes: ${why}`);
}
// src/app/retention-edit.ts
/**
* The edit "apply this policy to every product". A version that a filter passes over stays, and counts.
* @throws InputError YES_REQUIRED
* @throws FindingError FINDINGS
*/
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
		if (edited.outcome.unlisted.length === 0) return edited;
		const findings = judge({
			...request,
			consumers
		}, documents, documentsAfter(documents, edited));
		const { outcome } = edited;
		return {
			...edited,
			outcome: {
				...outcome,
				remarks: [...outcome.remarks, ...findings]
			}
		};
	};
}
/**
* Takes off what the policies of each product say, and looks at nothing else.
* @param of what holds for a product; `undefined`: it stays as it is
* @throws InputError YES_REQUIRED
*/
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
			kept: countsOf(kept),
			remarks
		},
		...unlistVersions(documents, unlisted),
		files: []
	};
}
/** Of the versions that may be taken off, the newest first. */
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
/** Up to 3.7 it reads the documents once more while it imports, and takes only versions that it saw before. */
function needsTwo({ name, releases }) {
	const old = parseReleases("<=3.7");
	return name === "maas" && old !== void 0 && overlap(releases, old);
}
function remarksOnTwo(kept) {
	const second = kept.filter(({ why }) => why === "two").map(({ place }) => place);
	if (second.length === 0) return [];
	return [`two versions stay listed, since MAAS up to 3.7 imports nothing of a product whose only version is replaced while it reads: ${second.map(({ product, serial }) => `${product} ${serial}`).join(", ")}`];
}
/** One that is mistyped would protect nothing without a word. */
function remarksOnPins(pins, documents) {
	if (pins.length === 0) return [];
	const listed = placedProducts(documents).flatMap(({ versions }) => versions);
	const lost = [...new Set(pins)].filter((pin) => !listed.some(({ product, serial }) => isPinned([pin], product, serial)));
	return [...new Set(lost.map(describePin))].map((name) => `pin ${name} matches no version that is listed`);
}
function countsOf(kept) {
	const counts = {};
	for (const { why } of kept) counts[why] = (counts[why] ?? 0) + 1;
	return counts;
}
// src/app/publish-retention.ts
/**
* Applies to each product what the images published into it say; a product that one of them says nothing of stays as it
* is. What this run publishes stays, also where it is listed already as an old version.
* @param documents with the images in them
* @throws InputError YES_REQUIRED
*/
function retainPublished(request, images, documents, now) {
	const products = /* @__PURE__ */ new Map();
	for (const planned of images) {
		const key = keyOf$1(planned.image.contentId, planned.image.product);
		products.set(key, [...products.get(key) ?? [], planned]);
	}
	const of = (contentId, product) => {
		const published = products.get(keyOf$1(contentId, product)) ?? [];
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
function keyOf$1(contentId, product) {
	return JSON.stringify([contentId, product]);
}
// src/app/publish-edit.ts
/**
* The edit "add a version of each image, and take off those that retention says". Bytes that are listed already are not
* listed again; tags follow the request.
* @param now what the ages of versions are counted from
*/
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
/** A tag is also a directory of the image's path, and file systems end at 255 bytes. */
const longestTag = 100;
/** What is wrong with the length of tags, one problem each. */
function overlongTags(tags) {
	return Object.entries(tags).flatMap(([tag, value = ""]) => value.length > longestTag ? [`${tag} has ${value.length} characters (${value.slice(0, 20)}…), and ${longestTag} are the most; give the input ${tag}`] : []);
}
/**
* @param consumer whose documents lack something without them
* @param problems what is wrong already
* @throws InputError INPUT_INVALID naming every one that is missing
*/
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
/**
* A product's tags speak for all of its versions, so those that make it what it is cannot be changed by a new one.
* @throws InputError INPUT_INVALID
*/
function checkSameProduct(name, present, identity) {
	const problems = Object.entries(identity).flatMap(([tag, value]) => {
		const was = present?.[tag];
		if (was === void 0 || was === value) return [];
		return [`product ${name} is listed with ${tag} ${JSON.stringify(was)}, and this image has ${JSON.stringify(value)}; give another product, or the ${tag} that is listed`];
	});
	if (problems.length > 0) throw new InputError("INPUT_INVALID", problems);
}
// src/core/consumers/stream-names.ts
/**
* Names in the custom of Canonical's streams: `com.example.maas:stable:v3:download` holds
* `com.example.maas.stable:v3:boot:24.04:amd64:ga-24.04` (maas-images, `meph2/stream.py`).
* @param problems takes what is missing
*/
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
/**
* A disk for OpenStack, as sstream-mirror-glance copies it: `disk1.img`, with the md5 that Glance tells, and a name
* (simplestreams `mirrors/glance.py`).
* @throws InputError
*/
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
/** What Glance calls the image. */
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
	const given = files.map(({ path, facts }) => `${path} (${facts.kind})`).join(", ");
	throw new InputError("IMAGE_INVALID", `glance takes one qcow2 disk, and was given ${given}; convert a raw one with qemu-img convert -O qcow2`);
}
// src/core/consumers/lxd-incus-layout.ts
const expected$1 = "expected one metadata tarball with a squashfs, a root tarball or a qcow2 disk (each at most once), or one unified tarball";
/**
* Finds out which file is which.
* @throws InputError IMAGE_INVALID when the files do not make an image, naming every one that is too many.
*/
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
	if (problems.length > 0 || head === void 0 || !("metadata" in head.facts)) throw new InputError("IMAGE_INVALID", problems.map((problem) => `${problem}; ${expected$1}`));
	return {
		head,
		metadata: head.facts.metadata,
		roots
	};
}
/**
* The items of one version. The head file is listed twice, once for each program, over one stored file: neither
* reads the other's ftype. Every combined hash stands on both (LXD shared/simplestreams/products.go, `GetCombined…`).
* @param forGlance a qcow2 disk gets the ftype that Glance takes too, and its md5
*/
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
/** Key and ftype are the same: both programs look at the latter only. */
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
/** What MAAS takes and LXD and Incus do not, with what to do about it. */
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
/**
* Both programs skip a product that lacks one of these without a word, and mix up the order of versions when only
* some products have a variant: so all four are always set.
* @throws InputError IMAGE_INVALID naming every tag that is neither given nor in the image.
*/
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
/** `os:release:arch:variant`, lower case, in the alphabet of paths. */
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
/**
* The product's tags after this publication: those given now win, then those of before, then defaults. Unknown tags
* and the versions of `present` stay.
* @throws InputError INPUT_INVALID when `present` is another product than the image's.
*/
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
/** Joined without blanks: the programs split at commas and trim nothing. */
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
/**
* An image for LXD and Incus, which share a root; its disk can serve Glance too.
* @throws InputError
*/
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
const expected = "expected a kernel, an initrd and a squashfs; or one root tarball with gzip; or one raw disk, plain or with gzip or xz; and with any of them, if you like, a text file as the manifest";
/**
* Finds out which file is which.
* @param os what MAAS is told it is
* @throws InputError IMAGE_INVALID
*/
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
	if (problems.length > 0) throw new InputError("IMAGE_INVALID", problems.map((problem) => `${problem}; ${expected}`));
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
/** Known by the message it gives at deployment: "<release> has no kernels available." */
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
/**
* An image for MAAS: `boot-kernel`, `boot-initrd`, `squashfs` and `manifest` under a `:v3:` name, or `root-tgz` and
* `manifest` (MAAS 3.8 `maasservicelayer/simplestreams/models.py`; up to 3.7 `import_images/download_descriptions.py`).
* @throws InputError
*/
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
/** The kernel that came with the release, which MAAS deploys where nothing else is asked for. */
function defaultSubarch(shape, version) {
	return shape === "ephemeral" ? `ga-${version}` : "generic";
}
/** MAAS up to 3.4 finds a file by its name, which must be its ftype. */
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
/** What is known of an image without a package list: MAAS 3.8 wants a manifest, and never reads it. */
function listingOf(files) {
	return files.map(({ path, size, sha256 }) => `${sha256}  ${size}  ${path.split("/").at(-1)}\n`).join("");
}
// src/core/consumers/plan.ts
/**
* What an image is for these consumers, which can share a root (`whyNotTogether`). sstream-mirror copies what others
* read, and has no layout of its own.
* @throws InputError naming everything that is wrong with the files or missing among the tags
*/
function planImage(consumers, files, given, names) {
	const programs = ["lxd", "incus"].filter((name) => consumers.includes(name));
	const forGlance = consumers.includes("glance");
	if (programs.length > 0) return planLxdIncusImage(files, given, names, programs, forGlance);
	if (consumers.includes("maas")) return planMaasImage(files, given, names);
	if (forGlance) return planGlanceImage(files, given, names);
	throw new InputError("INPUT_INVALID", "for names only sstream, which mirrors what others read; name the programs that the image is for too: lxd, incus, maas, glance");
}
// src/app/stage.ts
/** What nothing names and is older may be about to be reaped (at 48 h), so it is not named any more. */
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
	async function stands(file) {
		const found = await ports.store.stat(place(file));
		if (found !== void 0 && isReusable(found, file.source)) return true;
		places.delete(file.source.sha256);
		return false;
	}
	return {
		place,
		stored: (sha256) => stored.get(sha256),
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
function isReusable(found, source) {
	return (found.sha256 === void 0 || found.sha256 === source.sha256) && found.size === source.size && isFresh(found);
}
/** By the store's own clock. */
function isFresh({ modified, now }) {
	return now.getTime() - modified.getTime() < reuseLimit;
}
// src/app/immutable.ts
/** Small bytes of ours as a source, in one part. */
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
/**
* Stores a document, a ring or a copy of a head under the path of its digest. False when what lies there must not be
* named: other bytes, or old ones that nothing `named` names.
*/
async function storeImmutable(ports, path, bytes, named = /* @__PURE__ */ new Set()) {
	const headers = objectHeaders(path, "immutable");
	const done = await ports.store.create(path, sourceOf(ports, bytes), headers);
	if (done === "created" || done === "present" && named.has(path)) return true;
	return done === "present" && await stands(ports, path);
}
/** True when the object is there and young enough to be named. */
async function stands(ports, path) {
	const found = await ports.store.stat(path);
	return found !== void 0 && isFresh(found);
}
// src/app/image.ts
/** What the image is for its consumers, before its files are hashed. @throws InputError */
function planOf$1({ product, contentId, streamName, tags }, { consumers }, files) {
	return planImage(consumers.map(({ name }) => name), files, tags, {
		product,
		contentId,
		streamName
	});
}
/** The image with its items. @param files the ones `plan` was made from, hashed */
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
/**
* Everything about the images that is known without the root: their files recognised, put in order, and hashed.
* @throws InputError with what is wrong with all of them
*/
async function readImages(request, ports) {
	const { images, reporter, clock, sha256 } = ports;
	reporter.group("Images");
	const opened = await openImages(request, ports);
	const total = opened.flatMap(({ files }) => files).reduce((sum, { size }) => sum + size, 0);
	const onBytes = reporter.transfer("hashing", total);
	const now = request.sourceDate ?? clock.now();
	const read = [];
	for (const { request: image, files, plan } of opened) {
		const metadata = files.find((file) => file === plan.metadata);
		const hashed = await images.hash(files, {
			metadata,
			md5: plan.needsMd5
		}, onBytes);
		read.push(imageOf(image, plan, hashed, {
			sha256,
			now
		}));
	}
	return read;
}
async function openImages(request, { images, reporter }) {
	const opened = [];
	const failures = [];
	for (const image of request.images) try {
		const files = await images.open(image.files);
		for (const { path, size, facts } of files) reporter.info(`${path}: ${facts.kind}, ${size} bytes`);
		opened.push({
			request: image,
			files,
			plan: planOf$1(image, request, files)
		});
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		failures.push(request.images.length > 1 ? named$1(image, error) : error);
	}
	const [first] = failures;
	if (first === void 0) return opened;
	const problems = failures.flatMap((failure) => failure.problems);
	throw new InputError(first.code, problems, { cause: first });
}
/** Of several images, which one it is. */
function named$1({ name, files }, error) {
	const image = name ?? files.join(", ");
	const problems = error.problems.map((problem) => `image ${image}: ${problem}`);
	return new InputError(error.code, problems, { cause: error.cause });
}
// src/app/check-files.ts
/**
* Tells what the consumers would make of a root that these files were published into, and nothing else. Writes nothing.
* @throws InputError when the files make no image
*/
async function checkFiles(request, ports) {
	const { images, reporter, clock } = ports;
	try {
		const read = await readImages(request, ports);
		const edited = publishEdit({
			...request,
			allow: rules.map(({ code }) => code)
		}, read, clock.now())(/* @__PURE__ */ new Map(), { place: ({ path }) => path }, void 0);
		reporter.group("Plan");
		for (const { image, serial } of edited.outcome.images) reporter.info(`${image.product} would get version ${serial}`);
		const given = request.publicUrl === void 0 ? {} : { publicUrl: request.publicUrl };
		const view = {
			index: void 0,
			signed: true,
			documents: edited.changed,
			...given
		};
		reporter.group("Result");
		return checkReport(request, {
			root: void 0,
			findings: checkRoot$1(view, request.consumers),
			paths: Object.fromEntries([...edited.changed.keys()].map((contentId) => [contentId, `streams/v1/${contentId}.json`])),
			remarks: []
		});
	} finally {
		await images.close();
	}
}
// src/core/images/part-size.ts
const MiB$1 = 2 ** 20;
const usual = 16 * MiB$1;
const mostParts = 1e4;
/**
* Bytes of each part but the last: 16 MiB, which measured best, or the least whole number of MiB that gives no more
* than the 10,000 parts S3 takes (S3 user guide, "multipart upload limits").
*/
function partSizeOf(size) {
	return Math.max(usual, Math.ceil(size / mostParts / MiB$1) * MiB$1);
}
// src/core/images/format.ts
/** How many first bytes {@link recogniseFormat} looks at: an ISO 9660 mark ends the farthest out. */
const formatHeadSize = 32774;
/** How many bytes {@link bootKind} looks at. */
const bootHeadSize = 1024;
/** Where and how a tar header says `ustar`; LXD and Incus go by it too (LXD shared/archive.go). */
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
/** The setup header of x86, the head of arm64 and of a compressed EFI image, and ELF (Linux Documentation/arch, boot protocols). */
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
/** A cpio archive in one of the two portable formats, which every initrd begins with (initramfs buffer format). */
const initrds = [{
	at: 0,
	bytes: "070701"
}, {
	at: 0,
	bytes: "070702"
}];
/** Both kinds of partition tables; a boot sector's mark alone is an MBR's. */
const disks = [{
	at: 512,
	bytes: "EFI PART"
}, {
	at: 510,
	bytes: "Uª"
}];
/** Recognises a file by `head`, its first {@link formatHeadSize} bytes or all of it. */
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
	if (isText$1(head)) return { kind: "text" };
	return {
		kind: "other",
		found: `of an unknown format (it begins ${hex(head)})`,
		advice: void 0
	};
}
/** What a kernel boots or is, or a disk it lies on, by its first KiB; these are compressed as a whole at times. */
function bootKind(head) {
	if (kernels.some((mark) => has(head, mark))) return "kernel";
	if (initrds.some((mark) => has(head, mark))) return "initrd";
	return disks.some((mark) => has(head, mark)) ? "disk" : void 0;
}
/** UTF-8 without control characters but blanks; a character may be cut at the end of `head`. */
function isText$1(head) {
	try {
		const text = new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
		return !/(?![\t\n\r\f])\p{Cc}/u.test(text);
	} catch {
		return false;
	}
}
/** Whether `block` has the mark of a POSIX or GNU tar header. */
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
const MiB = 2 ** 20;
const corrupt = 2n;
const externalData = 4n;
/**
* Why clients could not use the qcow2 disk whose first bytes are `head`; empty when they can.
* Header: QEMU docs/interop/qcow2.txt, big-endian. `head` begins with the magic.
*/
function qcow2Problems(head) {
	const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
	const version = head.length < 8 ? 0 : view.getUint32(4);
	if (head.length < 72 || version === 3 && head.length < 104) return ["is a qcow2 that ends within its header: it is truncated, make or fetch it again"];
	if (version !== 2 && version !== 3) return [`is a qcow2 of version ${version}; expected version 2 or 3 (\`qemu-img convert -O qcow2\`)`];
	const problems = [];
	if (view.getBigUint64(8) !== 0n) problems.push("is a qcow2 with a backing file, which clients do not have; make it whole with `qemu-img convert -O qcow2`");
	const size = view.getBigUint64(24);
	if (size === 0n) problems.push("is a qcow2 of virtual size 0: it holds no disk");
	if (size > BigInt(Number.MAX_SAFE_INTEGER)) problems.push(`is a qcow2 of virtual size ${size / BigInt(MiB)} MiB: its header is damaged`);
	if (view.getUint32(32) !== 0) problems.push("is an encrypted qcow2, which clients cannot open; decrypt it with `qemu-img convert`");
	const features = version === 3 ? view.getBigUint64(72) : 0n;
	if ((features & corrupt) !== 0n) problems.push("is a qcow2 marked corrupt; repair it with `qemu-img check -r all`");
	if ((features & externalData) !== 0n) problems.push("is a qcow2 whose data lies in another file; make it whole with `qemu-img convert -O qcow2`");
	return problems;
}
// src/core/images/squashfs.ts
/** How many first bytes {@link squashfsProblems} looks at: the superblock. */
const superblockSize = 96;
/**
* Why clients could not mount the squashfs of `size` bytes whose first bytes are `head`; empty when they can.
* Superblock: Linux fs/squashfs/squashfs_fs.h, little-endian. `head` begins with the magic.
*/
function squashfsProblems(head, size) {
	if (head.length < superblockSize) return [truncated(`its superblock has ${superblockSize} bytes`)];
	const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
	const version = view.getUint16(28, true);
	if (version !== 4) return [`is a squashfs of version ${version}; expected version 4, which Linux mounts`];
	const used = view.getBigUint64(40, true);
	if (used > BigInt(size)) return [truncated(`it had ${used} bytes when it was made, it has ${size} now`)];
	return [];
}
function truncated(what) {
	return `is a truncated squashfs: ${what}; make or fetch it again`;
}
// src/core/images/zstd-window.ts
/** What `zstd -d` and `tar --zstd` take without being told otherwise (zstd man page, `--long`). */
const greatestWindow = 128 * 2 ** 20;
/**
* Why clients could not expand the zstd frame that begins with `head`; `undefined` when its window is one they take.
* Frame header: RFC 8878 section 3.1.1.1.
*/
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
// src/core/images/metadata.ts
/** 31 December 9999: a serial has four digits for the year. */
const lastSecond = 253402300799;
const mostCharacters = 255;
const mostOfDescription = 4096;
/**
* Parses `metadata.yaml`. Scalars are expected as the text that stands in the file, so that a release of `3.20` does
* not become 3.2; integers are taken too.
* Rules: LXD and Incus image format document, "Metadata": `architecture` and `creation_date` are mandatory. Both
* programs refuse a creation date of 0 (`getImageMetadata`).
*/
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
/** One line of text without blanks around it; `undefined` when it is absent, empty, or reported. */
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
// src/core/images/tar-extension.ts
const text$1 = new TextDecoder("utf-8", { ignoreBOM: true });
/** Types without data, whatever their size says (so does Go's archive/tar, which LXD and Incus use). */
const withoutData = /* @__PURE__ */ new Set([
	"1",
	"2",
	"3",
	"4",
	"5",
	"6"
]);
/** Whether `header` is no member itself: pax records for the next one or for all, a GNU long name or link name. */
function isTarExtension(header) {
	return "xgLK".includes(header.type);
}
/** Says nothing. */
const noTarExtension = {
	name: void 0,
	size: void 0
};
/**
* What `body`, the data of the extension `header` at `at`, says of the next member.
* @throws InputError IMAGE_INVALID
*/
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
/** Records `<length> <key>=<value>\n`, the length counting all of it (POSIX.1-2017 pax, "pax Header Block"). */
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
/**
* The header in `block`, 512 bytes; `undefined` when it is all zero, which ends an archive.
* Layout: POSIX.1-2017 pax, "ustar Interchange Format"; GNU tar manual, "Basic Tar Format".
* @param at offset of the block in the archive, for the error
* @throws InputError IMAGE_INVALID when it is not a header
*/
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
/** The sum of all bytes, the checksum's own taken as blanks; old writers added them up as signed ones. */
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
/** Octal digits, or GNU's base 256 when the first bit is set; `undefined` when it is neither, or beyond 2^53. */
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
// src/core/consumers/taken.ts
/** Whether a consumer takes anything of a product: what is not meant for it, it passes over without an error. */
function takes(name, product) {
	switch (name) {
		case "lxd":
		case "incus": return product.versions.some((version) => imagesOf(version, name).length > 0);
		case "maas": return !isForeign(product) && hasItem(product, () => true);
		case "glance": return hasItem(product, isDisk);
		case "sstream": return hasItem(product, ({ path }) => path !== void 0);
	}
}
function hasItem({ versions }, is) {
	return versions.some(({ items }) => items.some(is));
}
// src/core/consumers/product-readers.ts
/** One error of these stops a consumer before, or in the middle of, everything that the root lists. */
const ofAll = [
	"stream-hidden",
	"source-rejected",
	"import-aborted"
];
/**
* Which of the consumers `names` read a product without an error.
* @param findings of all of them, in the whole root
*/
function productReaders(findings, names) {
	const blocked = /* @__PURE__ */ new Set();
	for (const finding of findings) {
		if (finding.severity !== "error") continue;
		for (const name of finding.consumers) blocked.add(keyOf(name, ...placeOf$1(finding)));
	}
	return (product) => {
		const { contentId } = product.document;
		return names.filter((name) => !blocked.has(keyOf(name)) && !blocked.has(keyOf(name, contentId)) && !blocked.has(keyOf(name, contentId, product.name)) && takes(name, product));
	};
}
function placeOf$1({ consequence, place: { document, product } }) {
	if (ofAll.includes(consequence) || document === "index") return [];
	return product === void 0 ? [document] : [document, product];
}
function keyOf(name, ...place) {
	return JSON.stringify([name, ...place]);
}
// src/app/list-products.ts
/** The products of a root, with the versions that the filters select; products with none are left out. */
function listProducts({ all }, filters, now, readersOf) {
	return all.products.flatMap((product) => {
		const versions = product.versions.filter((version) => selects(filters, levelsOf(version)));
		if (versions.length === 0 && filters.length > 0) return [];
		return [{
			contentId: product.document.contentId,
			name: product.name,
			aliases: aliasesOf(product),
			consumers: readersOf(product),
			versions: versions.map((version) => listVersion(version, now)).reverse()
		}];
	}).sort((a, b) => compareSerials(a.contentId, b.contentId) || compareSerials(a.name, b.name));
}
/** How much these products list. */
function extentOf(products) {
	const versions = products.flatMap((product) => product.versions);
	const items = versions.flatMap((version) => version.items);
	return {
		products: products.length,
		versions: versions.length,
		...filesOf(items)
	};
}
/** `time`, as long before `now` as it is; a serial of this day may stand for its end. */
function momentOf(time, now) {
	const age = Math.max(0, Math.floor((now.getTime() - time.getTime()) / 1e3));
	return {
		time: time.toISOString(),
		age
	};
}
function levelsOf({ product, serial, tags }) {
	const { document, name, tags: productTags } = product;
	return {
		document: document.tags,
		product: productTags,
		version: tags,
		productName: name,
		serial
	};
}
function aliasesOf({ tags }) {
	return (asText(tags.aliases)?.split(",") ?? []).map((name) => name.trim()).filter((name) => name !== "");
}
function listVersion(version, now) {
	const time = timeOfSerial(version.serial);
	const items = version.items.map(listItem);
	return {
		serial: version.serial,
		made: time === void 0 ? void 0 : momentOf(time, now),
		bytes: filesOf(items).bytes,
		items
	};
}
function listItem(item) {
	const { name, ftype, path, tags } = item;
	return {
		name,
		ftype,
		path,
		bytes: sizeOf(item),
		sha256: asText(tags.sha256)
	};
}
/** It may be handed down, and be a text. */
function sizeOf(item) {
	const size = Number(inherited(item, "size"));
	return Number.isSafeInteger(size) && size > 0 ? size : 0;
}
function filesOf(items) {
	const sizes = new Map(items.flatMap(({ path, bytes }) => path === void 0 ? [] : [[path, bytes]]));
	let bytes = 0;
	for (const size of sizes.values()) bytes += size;
	return {
		files: sizes.size,
		bytes
	};
}
// src/app/list-index.ts
/**
* The signed index where there is one: in a root of ours, the head.
* @throws InputError INPUT_INVALID when there is none; StoreError when it cannot be asked for
*/
async function readIndex(root) {
	const signed = await readUnlessDenied(root);
	if (signed !== void 0) return {
		form: "sjson",
		bytes: signed
	};
	const plain = await root.read(index, documentLimit);
	if (plain !== void 0) return {
		form: "json",
		bytes: plain.bytes
	};
	throw new InputError("INPUT_INVALID", `there is no root at ${root.url}: neither ${signedIndex} nor ${index} is there; give the folder, bucket or URL that holds streams/v1`);
}
/** A refusal may stand for "absent": S3 answers so where the reader may not list the bucket. */
async function readUnlessDenied(root) {
	try {
		return (await root.read(signedIndex, documentLimit))?.bytes;
	} catch (error) {
		if (isSimplestreamsError(error) && error.code === "STORE_DENIED") return void 0;
		throw error;
	}
}
/** What an index, as far as it can be read, says of itself. */
function describeIndex(form, json, now) {
	const time = new Date(asText(json?.updated) ?? NaN);
	return {
		path: headPath(form),
		generation: typeof json?.generation === "number" ? json.generation : void 0,
		updated: Number.isNaN(time.getTime()) ? void 0 : momentOf(time, now)
	};
}
// src/app/list-signature.ts
/**
* By which key a signed index is signed.
* @param bytes of the index
* @param index what it says
* @param isBelieved that no signature of the root was found wanting
*/
async function describeSignature(reader, bytes, index, isBelieved) {
	const { verifier, now } = reader;
	const verified = verifier !== void 0 && isBelieved;
	const remarks = verifier === void 0 ? ["the signatures were not verified: give trusted-keys (or signing-key) to have them verified"] : [];
	const key = await knownKey(reader, index, bytes);
	if (key === void 0) {
		const fingerprint = await reader.claimedKey(bytes);
		return {
			signature: {
				verified,
				key: fingerprint === void 0 ? void 0 : {
					fingerprint,
					known: false
				}
			},
			remarks
		};
	}
	const { fingerprint, userId, expires } = key;
	const isNear = expiryOf(key, now) !== void 0;
	return {
		signature: {
			verified,
			key: {
				fingerprint,
				known: true,
				userId,
				expires: expires?.toISOString()
			}
		},
		remarks: isNear ? [...remarks, `the signing key ${describeKey(key)} ${describeExpiry(key, now)}`] : remarks
	};
}
// src/core/staging-record.ts
/** A run id or the name of a stage: a segment of the record's path. */
function parseStageWord(text) {
	return /^[A-Za-z0-9_][A-Za-z0-9._-]{0,63}$/.test(text) ? text : void 0;
}
function stagingPath(run, stage, form) {
	return joinPath("streams/v1/staged", run, `${stage}.${form}`);
}
function writeStagingRecord(record) {
	return serialise(record);
}
/** @throws FindingError SCHEMA_BROKEN */
function parseStagingRecord(text, place) {
	return validateStaging(parseJsonText(text, place), place);
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
/** `undefined` for the path of something that this program does not write. */
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
	const customary = /^([^/]+)\.s?json$/.exec(name)?.[1] ?? "";
	return parseContentId(customary) === void 0 ? void 0 : {
		kind: "customary",
		path
	};
}
function isStaged(name) {
	const [, run = "", stage = ""] = /^staged\/([^/]+)\/([^/]+)\.s?json$/.exec(name) ?? [];
	return parseStageWord(run) !== void 0 && parseStageWord(stage) !== void 0;
}
/** `<os>/<release>/<arch>/[<variant>/]<serial>/<digest>/<file>` */
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
/** The prefixes below which other roots lie, with a slash at the end of each. */
function nestedRoots(paths) {
	const prefixes = paths.flatMap((path) => {
		const at = path.indexOf("/streams/v1/");
		return at === -1 ? [] : [path.slice(0, at + 1)];
	});
	return [...new Set(prefixes)].sort();
}
/**
* What a visit finds, and what it may remove.
* @param grace milliseconds between the visit that notes an object and the one that removes it
*/
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
		nested
	};
}
/** The notes that stand after the visit. */
function notesOf(unnamed) {
	return new Map(unnamed.map(({ stored, noted, modified }) => [stored.path, {
		noted,
		modified: toSecond(modified)
	}]));
}
/** HEAD answers tell no more than seconds, lists do. */
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
/** Bytes of documents in one form; a document of 100,000 items has 40 MB. The newest is kept however large it is. */
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
/** The entries that are products documents; others (a nested index, say) are kept as they are. */
function productsEntries(index) {
	return Object.entries(index.index).filter(([, { format, datatype }]) => format === "products:1.0" || format === void 0 && datatype === "image-downloads");
}
/** True when the entry names an immutable document of our layout, of exactly these bytes. */
function isOurs$1(contentId, entry, form) {
	return pinnedDigest(contentId, entry, form) !== void 0;
}
function pinnedDigest(contentId, entry, form) {
	const sha256 = parseSha256(entry.sha256);
	return sha256 !== void 0 && entry.path === documentPath(contentId, form, sha256) ? sha256 : void 0;
}
/**
* Reads every products document a head names and checks it: its digest where the head pins one, its signature in a
* signed root.
* @param known what need not be read again, and takes what was
* @throws TrustError DOCUMENT_MISSING, DIGEST_MISMATCH, SIGNATURE_INVALID
*/
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
	const { text } = await verifierOf(ports).clearsigned(bytes, path);
	return {
		bytes,
		sha256,
		text,
		plain: new TextEncoder().encode(text)
	};
}
function safePath({ path }, contentId) {
	const safe = parseRelativePath(path);
	if (safe !== void 0) return safe;
	throw new TrustError("DOCUMENT_MISSING", `the index names ${JSON.stringify(path)} for ${contentId}, which is no path below the root; correct the entry`);
}
/** The documents parsed and checked against the JSON Schema, by content id. */
function parseDocuments(documents) {
	return new Map(documents.map(({ contentId, entry, text }) => [contentId, parseProducts(text, entry.path)]));
}
/** Every path that the products documents name: what lies there is not about to be reaped. */
function namedPaths$1(documents) {
	const items = [...documents.values()].flatMap((document) => Object.values(document.products)).flatMap((product) => Object.values(product.versions ?? {})).flatMap((version) => Object.values(version.items ?? {}));
	return new Set(items.flatMap(({ path }) => path ?? []));
}
// src/app/rollback.ts
/**
* Finds out whether an older head was put back over a newer one: then a follower is ahead of it. A follower is read
* before the head, so in a race the head is the newer one; it is read once more all the same.
* @returns true: rolled back, and accepted. `undefined`: the head has changed meanwhile; read the root again.
* @throws TrustError ROLLED_BACK unless it is accepted
*/
async function isRolledBack(ports, { head, follower }, accept) {
	const followed = follower?.generation ?? 0;
	const { generation = 0 } = head.index;
	if (followed <= generation) return false;
	if ((await readHead(ports, head.form)).sha256 !== head.sha256) return void 0;
	if (accept) return true;
	throw new TrustError("ROLLED_BACK", `the head of ${ports.store.url} has generation ${generation}, and ${index}, which follows it, ${followed}: somebody put an old head back. Restore the newer one from its copy (streams/v1/index.<digest>.sjson); or, if the old one is meant to stand, say accept-rollback: true once`);
}
// src/app/named-paths.ts
/**
* Reads `index.json`, then the head and its documents, all verified.
* @throws InputError when there is no index
* @throws TrustError HEAD_VANISHED, ROLLED_BACK, SIGNATURE_INVALID, DIGEST_MISMATCH, DOCUMENT_MISSING, SECOND_HEAD
*/
async function readNamed(ports) {
	const state = await readRoot(ports);
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
/** Every path that a head or its followers name, and those that belong to them. */
function namedBy({ sha256 }, { form, sha256: digest, index }, stored) {
	const copies = [digest, parseSha256(index.previous)].filter((each) => each !== void 0);
	return /* @__PURE__ */ new Set([
		...namedPaths$1(parseDocuments(stored)),
		...Object.values(index.index).map(({ path }) => path),
		...stored.flatMap((document) => documentPaths(document, sha256)),
		...copies.flatMap((each) => [headCopyPath(form, each), headCopyPath("json", each)]),
		...index.keyring === void 0 ? [] : [index.keyring]
	]);
}
/** Both forms of a document, each under its immutable and its customary name. */
function documentPaths({ contentId, entry, plain }, sha256) {
	if (parseContentId(contentId) === void 0) return [entry.path];
	const customary = ["json", "sjson"].map((form) => customaryPath(contentId, form));
	return [
		entry.path,
		documentPath(contentId, "json", sha256(plain)),
		...customary
	];
}
/**
* What documents under customary names name, where they are not those that the head lists: followers that a killed run
* left behind, of documents that are listed no more, or somebody else's. Who reads one of them needs its files until it
* is replaced or gone.
*/
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
/** Whatever is called `path` in a JSON text of any shape; nothing in what is no JSON. */
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
// src/app/list-stored.ts
/**
* What lies in the store beside what the root lists.
* @param listing begun before the index was read: what was stored since is not in it
*/
async function storedShares(reader, listing, read) {
	const named = await namedPaths(reader, read);
	if (typeof named === "string") return {
		known: false,
		why: named
	};
	const plan = planVisit({
		...listing,
		named,
		notes: /* @__PURE__ */ new Map()
	}, Number.POSITIVE_INFINITY);
	return {
		known: true,
		reapable: shareOf(plan.waiting),
		young: shareOf(plan.young),
		foreign: shareOf(plan.foreign.filter(({ path }) => !named.has(path))),
		nested: plan.nested
	};
}
function shareOf(objects) {
	return {
		files: objects.length,
		bytes: objects.reduce((sum, { size }) => sum + size, 0)
	};
}
/** Every path that the root names or implies; or why that is not known. */
async function namedPaths({ root, sha256 }, { form, bytes, json, listed }) {
	const index = orUndefined(() => validateIndex(json, headPath(form)));
	if (index === void 0) return "the index cannot be read, so what it names is not known";
	const contentIds = Object.keys(index.index);
	const unread = contentIds.filter((contentId) => !listed.view.documents.has(contentId));
	if (unread.length > 0) return `what ${unread.join(", ")} names is not known: it cannot be read, or is no products document`;
	const head = {
		form,
		sha256: sha256(bytes),
		index
	};
	const follower = form === "json" ? head : await readFollower$1(root, sha256);
	if (follower !== void 0 && follower.index.commit !== index.commit) return "index.json does not follow index.sjson: somebody is publishing, or a run was ended half-way";
	return /* @__PURE__ */ new Set([
		...listed.all.items.flatMap(({ path }) => path ?? []),
		...[head, follower ?? head].flatMap((each) => [...namedBy({ sha256 }, each, [])]),
		...contentIds.flatMap(customaryPaths)
	]);
}
/** It names the plain documents of a signed root. */
async function readFollower$1(root, sha256) {
	const stored = await root.read(index, documentLimit);
	if (stored === void 0) return void 0;
	const { bytes } = stored;
	const index$3 = orUndefined(() => parseIndex(documentText(bytes, index), index));
	return index$3 && {
		form: "json",
		sha256: sha256(bytes),
		index: index$3
	};
}
function customaryPaths(contentId) {
	if (parseContentId(contentId) === void 0) return [];
	return [customaryPath(contentId, "json"), customaryPath(contentId, "sjson")];
}
/** What cannot be read here is told of where documents are read. */
function orUndefined(read) {
	try {
		return read();
	} catch (error) {
		if (isSimplestreamsError(error)) return void 0;
		throw error;
	}
}
// src/app/list.ts
/** As many as people look at. */
const shownFindings = 20;
/**
* What a root lists, who reads it, and what lies in its store beside that. Writes nothing, and gives up on nothing
* because of another: what cannot be read is among the problems.
* @throws InputError INPUT_INVALID when there is no index; StoreError when it cannot be asked for
*/
async function list(request, reader) {
	const { root, reporter, sha256, now } = reader;
	reporter.group("Root");
	reporter.info(root.url);
	const lying = await whatLies(reader);
	const { form, bytes } = await readIndex(root);
	const consumers = request.consumers.length > 0 ? request.consumers : consumerNames.map(everyRelease);
	const names = consumerNames.filter((name) => consumers.some((each) => each.name === name));
	const read = await readView(reader, {
		names,
		form,
		bytes
	});
	const json = read.view.index;
	const listing = listRoot({
		...read.view,
		signed: form === "sjson"
	});
	const found = checkListing(listing, consumers);
	const readersOf = productReaders([...whatStops(read.findings, names), ...found], names);
	const products = listProducts(listing, request.filters, now, readersOf);
	const listed = request.filters.length === 0 ? products : listProducts(listing, [], now, () => []);
	const problems = problemsOf$1(read, found, names);
	const isBelieved = read.findings.every(({ code }) => code !== "DOC-004");
	const signed = form === "json" ? void 0 : await describeSignature(reader, bytes, json, isBelieved);
	const report = {
		root: root.url,
		index: describeIndex(form, json, now),
		signature: signed?.signature,
		consumers: names,
		filters: request.filters.map(formatFilter),
		products,
		selected: extentOf(products),
		listed: extentOf(listed),
		stored: "known" in lying ? lying : await orNotKnown(() => storedShares({
			root,
			sha256
		}, lying, {
			form,
			bytes,
			json,
			listed: listing
		})),
		problems,
		remarks: [...remarksOf(form, json), ...signed?.remarks ?? []]
	};
	reporter.group("Result");
	return report;
}
/** Before anything is read: what a publish stores meanwhile is then not taken for something that nothing names. */
async function whatLies({ store }) {
	if (store === void 0) return {
		known: false,
		why: "a web server does not tell what it stores"
	};
	return orNotKnown(() => store.list());
}
async function orNotKnown(ask) {
	try {
		return await ask();
	} catch (error) {
		if (error instanceof StoreError) return {
			known: false,
			why: error.message
		};
		throw error;
	}
}
/** LXD and Incus look at no signature. */
function whatStops(findings, names) {
	const verifying = names.filter((name) => name !== "lxd" && name !== "incus");
	return findings.map((finding) => finding.code === "DOC-004" ? {
		...finding,
		consumers: verifying
	} : finding);
}
/** What is wrong for one consumer shows in what it reads; what is wrong for all of them is wrong with the root. */
function problemsOf$1(read, found, names) {
	const ofAll = unsaid(read, found).filter(({ severity, consumers }) => severity === "error" && consumers.length === names.length);
	const findings = [...read.findings, ...ofAll];
	const of = (wanted) => findings.filter(({ severity }) => severity === wanted);
	return {
		counts: {
			error: of("error").length,
			warning: of("warning").length,
			note: of("note").length
		},
		findings: severities.flatMap(of).slice(0, shownFindings)
	};
}
function remarksOf(form, json) {
	return form === "json" && json?.head === "index.sjson" ? ["index.json says that index.sjson is the head, and that is not there: it was removed, or signing the root was interrupted"] : [];
}
// src/core/promotion-plan.ts
/** The plan with its digest. */
function sealPlan(plan, sha256) {
	return {
		...plan,
		digest: sha256(new TextEncoder().encode(serialise(plan)))
	};
}
/** The one text of a plan. */
function writePlan(plan) {
	return serialise(plan);
}
/**
* The plan that `bytes` are, to the byte as {@link writePlan} wrote it.
* @param place the path of the file, for the error
* @throws InputError PLAN_INVALID
*/
function parsePlan(bytes, place, sha256) {
	const plan = readPlan(bytes, place);
	const { digest, ...rest } = plan;
	if (sealPlan(rest, sha256).digest === digest && isEqual(bytes, encode(writePlan(plan)))) return plan;
	throw new InputError("PLAN_INVALID", `${place} is not as promote wrote it: something in it was changed; plan again`);
}
function readPlan(bytes, place) {
	try {
		return validatePromotion(parseJsonText(new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes), place), place);
	} catch (cause) {
		if (!isSimplestreamsError(cause) && !(cause instanceof TypeError)) throw cause;
		throw new InputError("PLAN_INVALID", `${place} is no plan as promote writes it: ${cause.message}`, { cause });
	}
}
function isEqual(a, b) {
	return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
function encode(text) {
	return new TextEncoder().encode(text);
}
// src/core/rename.ts
/** `candidate=stable`: a segment of the names of products and documents, and what takes its place. */
function parseRename(text) {
	const [, from, to] = /^([A-Za-z0-9_~-]{1,64})=([A-Za-z0-9_~-]{1,64})$/.exec(text) ?? [];
	return from === void 0 || to === void 0 || from === to ? void 0 : {
		from,
		to
	};
}
/** The text that {@link parseRename} takes. */
function formatRename({ from, to }) {
	return `${from}=${to}`;
}
/**
* A name with its segments renamed: what stands between `:` and `.`, whole. All at once, so that two names can be
* exchanged: `com.ubuntu.maas.candidate:v3:boot` becomes `com.ubuntu.maas.stable:v3:boot`.
*/
function renamed(name, renames) {
	return name.split(/([:.])/).map((segment) => renames.find(({ from }) => from === segment)?.to ?? segment).join("");
}
// src/core/label.ts
/** Tags with another label, where they have one. */
function relabelled(tags, label) {
	return label === void 0 || !("label" in tags) ? tags : {
		...tags,
		label
	};
}
/** A version with another label: where it has one, or an item has; in itself, where neither they nor its product have. */
function relabelledVersion(version, product, label) {
	if (label === void 0) return version;
	const items = Object.entries(version.items ?? {});
	const isMissing = ![
		version,
		product,
		...items.map(([, item]) => item)
	].some((tags) => "label" in tags);
	return {
		...relabelled(version, label),
		...isMissing ? { label } : {},
		items: Object.fromEntries(items.map(([name, item]) => [name, relabelled(item, label)]))
	};
}
// src/core/not-listed.ts
/**
* Says that nothing that was asked for is listed, and what is listed that is near.
* @param products all that there are
*/
function notListed({ product, serial, filters }, products, root) {
	const names = [...new Set(products.map((placed) => placed.product))];
	if (products.length === 0) return failure(`${root} lists nothing`);
	if (product !== void 0 && !names.includes(product)) return failure(`${root} lists no product ${product}: ${meant(product, names)}`);
	const serials = serialsOf(products.filter((placed) => product === void 0 || placed.product === product));
	const where = product === void 0 ? root : `product ${product} in ${root}`;
	if (serial !== void 0 && !serials.includes(serial)) return failure(`${where} lists no version ${serial}: ${meant(serial, serials)}`);
	const asked = [...serial === void 0 ? [] : [`version_name=${serial}`], ...filters.map(formatFilter)];
	const listed = shorten(product === void 0 ? names : serials);
	return failure(`${where} lists no version with ${asked.join(" and ")}: it lists ${listed}`);
}
function failure(what) {
	return new InputError("NOT_LISTED", what);
}
/** Newest first. */
function serialsOf(products) {
	const serials = products.flatMap(({ versions }) => versions.map(({ serial }) => serial));
	return [...new Set(serials)].sort(compareSerials).reverse();
}
function meant(name, known) {
	const guess = nearest(name, known);
	const listed = `it lists ${shorten(known)}`;
	return guess === void 0 ? listed : `did you mean ${printable(guess)}? ${listed}`;
}
/** As many names as people read. */
const longestList = 10;
function shorten(names) {
	const more = names.length - longestList;
	const first = names.slice(0, longestList).map(printable).join(", ");
	return more > 0 ? `${first} and ${more} more` : first;
}
// src/core/selection.ts
/**
* Every version that is meant, by product.
* @param root names the root in the error
* @throws InputError NOT_LISTED when there is none, with what is listed that is near
*/
function selectAll(documents, selection, root) {
	const { product, serial, filters } = selection;
	const products = placedProducts(documents);
	const found = products.flatMap((placed) => {
		if (product !== void 0 && product !== placed.product) return [];
		const selected = placed.versions.filter((place) => (serial === void 0 || serial === place.serial) && isSelected(filters, place));
		return selected.length === 0 ? [] : [{
			...placed,
			selected
		}];
	});
	if (found.length === 0) throw notListed(selection, products, root);
	return found;
}
/**
* One version of each product that has one which is meant; in the order of the names.
* @param root names the root in the error
* @throws InputError NOT_LISTED when there is none
*/
function selectVersions(documents, selection, root) {
	return selectAll(documents, selection, root).flatMap(({ selected }) => newestOf(selected) ?? []).sort((a, b) => compareSerials(a.contentId, b.contentId) || compareNames(a, b));
}
function compareNames(a, b) {
	return compareSerials(a.productName, b.productName);
}
function newestOf(places) {
	const newest = places.toSorted((a, b) => compareSerials(a.serial, b.serial)).at(-1);
	const product = newest?.document.products[newest.product];
	if (newest === void 0 || product === void 0) return void 0;
	return {
		...newest,
		productName: newest.product,
		product
	};
}
// src/app/carry.ts
/** A version with the paths its files get where they are stored once more, under `serial`. Pure. */
function carryVersion(listed, serial, stage) {
	const place = placeOf(listed);
	const items = listed.files.map((listedFile) => {
		const { content, path: origin } = listedFile;
		const file = origin.slice(origin.lastIndexOf("/") + 1);
		const path = imagePath({
			...place,
			serial,
			sha256: content.sha256,
			file
		});
		return {
			...listedFile,
			path,
			origin,
			placed: stage.place({
				source: content,
				path
			})
		};
	});
	const moved = items.map(({ name, placed: path }) => {
		return [name, {
			...listed.version.items?.[name],
			path
		}];
	});
	return {
		version: {
			...listed.version,
			items: {
				...listed.version.items,
				...Object.fromEntries(moved)
			}
		},
		items
	};
}
/** The file of an item: copied by the store itself, where it can. */
function fileToStage({ store, scratch, reporter }, { origin, path, content }) {
	return {
		source: content,
		path,
		from: {
			store,
			path: origin
		},
		open: () => {
			const onBytes = reporter.transfer(origin, content.size);
			const place = `${origin} in ${store.url}`;
			return scratch.hold(content, counted(store.stream(origin), onBytes), place);
		}
	};
}
async function* counted(bytes, onBytes) {
	for await (const chunk of bytes) {
		yield chunk;
		onBytes(chunk.length);
	}
}
/** Of products that this program published, the place they have; of others, one like it. */
function placeOf({ product, document }) {
	const tagOf = (key) => [product[key], document[key]].find((tag) => isText(tag));
	const required = (key) => tagOf(key) ?? "unknown";
	return {
		os: required("os"),
		release: required("release"),
		arch: required("arch"),
		variant: tagOf("variant")
	};
}
function isText(tag) {
	return typeof tag === "string" && tag !== "";
}
// src/app/listed-files.ts
/**
* The versions with their files; an item without a path has none.
* @param root names the root in the error
* @throws InputError INPUT_INVALID with every item that does not say enough, and every serial that is none of ours
*/
function listedVersions(versions, root) {
	const problems = [];
	const listed = versions.flatMap((selected) => {
		const where = `version ${selected.serial} of product ${selected.productName} in ${root}`;
		const serial = parseSerial(selected.serial);
		if (serial === void 0) {
			problems.push(`${where}: a serial begins with a date, YYYYMMDD, and is safe in a path`);
			return [];
		}
		const files = Object.entries(selected.version.items ?? {}).flatMap(([name, item]) => {
			const file = item.path === void 0 ? [] : listedFile(name, item);
			if (typeof file !== "string") return file;
			problems.push(`item ${name} of ${where} ${file}`);
			return [];
		});
		return [{
			...selected,
			serial,
			files
		}];
	});
	if (problems.length > 0) throw new InputError("INPUT_INVALID", problems);
	return listed;
}
/** What is wrong, in words, when the file cannot be found and checked. */
function listedFile(name, item) {
	const path = parseRelativePath(item.path);
	const sha256 = parseSha256(item.sha256);
	if (path === void 0) return `has the path ${JSON.stringify(item.path)}: expected one of [A-Za-z0-9._~:/-] below the root`;
	if (sha256 === void 0 || item.size === void 0) return "has no size and sha256 (64 lower-case digits), so that its bytes could not be checked; list them where it was published";
	return {
		name,
		ftype: item.ftype ?? "",
		path,
		content: {
			size: item.size,
			sha256
		}
	};
}
// src/app/promote-edit.ts
/**
* The versions to promote, and their names in the target.
* @throws InputError NOT_LISTED, INPUT_INVALID
*/
function selectPromoted(source, { selection, rename }, { sameRoot }) {
	const listed = listedVersions(selectVersions(source.documents, selection, source.url), source.url);
	const problems = [];
	const owners = /* @__PURE__ */ new Map();
	const promoted = listed.flatMap((version) => {
		const { contentId: document, productName } = version;
		const contentId = parseContentId(renamed(document, rename));
		const product = parseProductName(renamed(productName, rename));
		if (contentId === void 0 || product === void 0) {
			problems.push(`product ${productName} of ${document} would become ${renamed(productName, rename)} of ${renamed(document, rename)}, and that is no name; give another rename`);
			return [];
		}
		if (sameRoot && contentId === document && product === productName) problems.push(`product ${productName} would stay what it is: from and root are one root; give another root, or a rename that changes the name`);
		const owner = owners.get(`${contentId} ${product}`);
		if (owner !== void 0) problems.push(`${owner} and ${productName} would both become ${product}; promote one of them`);
		owners.set(`${contentId} ${product}`, productName);
		return [{
			listed: version,
			contentId,
			product
		}];
	});
	if (problems.length > 0) throw new InputError("INPUT_INVALID", problems);
	return promoted;
}
/**
* The edit "list these versions too". Files that are listed under the same serial already are not listed again; the
* tags of a product become those it has in the source. Pure.
* @throws ConflictError VERSION_EXISTS; InputError SERIAL_NOT_NEWEST; FindingError
*/
function promoteInto(documents, promoted, source, choice, stage) {
	const changed = /* @__PURE__ */ new Map();
	const versions = promoted.map((each) => {
		const { contentId } = each;
		const edited = promoteVersion(each, changed.get(contentId) ?? documents.get(contentId) ?? newDocument(each, choice.label), choice.label, stage);
		if (edited.outcome.changed) changed.set(contentId, edited.document);
		return edited.outcome;
	});
	const known = documents.size > 0 ? documents : source.documents;
	const consumers = choice.consumers ?? readersOfDocuments(known);
	const after = new Map([...documents, ...changed]);
	return {
		outcome: {
			versions,
			consumers,
			remarks: changed.size === 0 ? [] : judge({
				...choice,
				consumers
			}, documents, after)
		},
		changed
	};
}
function promoteVersion({ listed, contentId, product }, document, label, stage) {
	const { serial, productName } = listed;
	const present = document.products[product];
	const tags = {
		...relabelled(listed.product, label),
		versions: present?.versions ?? {}
	};
	const there = present?.versions?.[serial];
	const isNew = there === void 0 || !holdsExactly(there, digestsOf(listed.version));
	if (isNew) checkSerial(product, Object.keys(tags.versions), serial);
	const carried = carryVersion(listed, serial, stage);
	const version = relabelledVersion(carried.version, listed.product, label);
	const after = isNew ? addVersion(document, product, tags, serial, version) : putProduct(document, product, tags);
	const changed = present === void 0 || serialise(present) !== serialise(after.products[product] ?? {});
	return {
		outcome: {
			contentId,
			product,
			serial,
			from: {
				contentId: listed.contentId,
				product: productName,
				serial
			},
			isNew,
			changed,
			items: carried.items.map((item) => ({
				...item,
				placed: isNew ? item.placed : there?.items?.[item.name]?.path ?? item.placed
			}))
		},
		document: after
	};
}
function checkSerial(product, listed, serial) {
	if (listed.includes(serial)) throw new ConflictError("VERSION_EXISTS", `product ${product} lists version ${serial} with other files, and a version never changes; publish the files into the source under another serial, and promote that`);
	const newest = [...listed].sort(compareSerials).at(-1);
	if (newest === void 0 || compareSerials(serial, newest) > 0) return;
	throw new InputError("SERIAL_NOT_NEWEST", `serial ${serial} does not sort after ${newest}, the newest version of product ${product}, so no client would take it; promote a newer version, or list its files under a new serial with roll-forward first`);
}
/** With what the source's document says of all of its products. */
function newDocument({ listed, contentId }, label) {
	return {
		...emptyProducts(contentId),
		...relabelled(listed.document, label),
		content_id: contentId,
		products: {}
	};
}
// src/app/verified-root.ts
/**
* Reads a root that is not written to.
* @throws TrustError when its signature, a digest or its age is in doubt
*/
async function readVerified(ports) {
	const { url } = ports.store;
	const state = await readRoot(ports);
	if (state.kind === "empty") return {
		url,
		head: void 0,
		signed: false,
		documents: /* @__PURE__ */ new Map()
	};
	const signed = state.kind === "signed";
	if (signed && await isRolledBack(ports, state, false) === void 0) return readVerified(ports);
	const { head } = state;
	return {
		url,
		head,
		signed,
		documents: parseDocuments(await readDocuments(ports, head))
	};
}
/**
* Reads the root that versions are taken from.
* @throws InputError when it is empty; TrustError as {@link readVerified}
*/
async function readSource(ports) {
	const root = await readVerified(ports);
	const { url, head } = root;
	if (head === void 0) throw new InputError("INPUT_INVALID", `${url} is an empty root: there is nothing to take`);
	if (head.index.head === void 0 || root.signed) return {
		...root,
		head
	};
	throw new TrustError("HEAD_VANISHED", `index.json of ${url} says that index.sjson is the head, and that is not there: it was removed, or signing the root was interrupted; restore it, or publish into that root first`);
}
/**
* Nothing is laundered: what nobody has signed does not get a signature on its way.
* @throws TrustError SOURCE_UNSIGNED
*/
function checkOrigin({ url, signed }, target, allowed) {
	if (signed || !target.signed || allowed) return;
	throw new TrustError("SOURCE_UNSIGNED", `${url} is not signed, and ${target.url} is: promoting would vouch for versions whose origin nothing shows; sign ${url}, or say from-unsigned: true`);
}
// src/app/plan-promotion.ts
/**
* Works out what a promotion would do, and writes nothing.
* @param permissions `willSign`: the target will be signed, though it is not yet
* @param admit asked whether this is what a plan says that is there already
* @throws SimplestreamsError as promoting would, as far as two roots that are only read can show it
*/
async function planPromotion(choice, permissions, from, into, admit) {
	const source = await readSource(from);
	const target = await readVerified(into);
	const signed = target.signed || permissions.willSign;
	checkOrigin(source, {
		url: target.url,
		signed
	}, permissions.fromUnsigned);
	admit?.roots(source, target.head);
	const promoted = selectPromoted(source, choice, permissions);
	const { outcome } = promoteInto(target.documents, promoted, source, choice, { place: ({ path }) => path });
	admit?.outcome(source, outcome);
	return {
		plan: planOf(choice, source, plannedRoot(target.url, target.head), outcome, from.sha256),
		remarks: outcome.remarks
	};
}
/**
* Admits what the plan says, and nothing else: from the roots as they were planned with.
* @param ports of the target
* @throws ConflictError PLAN_OUTDATED; InputError PLAN_INVALID
*/
function admitPlanned(plan, choice, { store, sha256 }) {
	return {
		roots(source, targetHead) {
			checkRoot("source", plan.source, source.url, source.head);
			checkRoot("target", plan.target, store.url, targetHead);
		},
		outcome(source, outcome) {
			if (writePlan(planOf(choice, source, plan.target, outcome, sha256)) === writePlan(plan)) return;
			throw new InputError("PLAN_INVALID", "the plan is not what promoting would do, though neither root has changed since: another version of this program wrote it, or it was altered; plan again");
		}
	};
}
function checkRoot(which, planned, url, head) {
	if (planned.url !== url) throw new InputError("PLAN_INVALID", `the plan has the ${which} ${planned.url}, and ${url} is given; plan again, or give the root that was planned with`);
	if (isPlannedHead(planned, head)) return;
	const { generation = 0 } = head?.index ?? {};
	const applied = which === "target" && generation === planned.generation + 1 ? ", perhaps by this very plan" : "";
	throw new ConflictError("PLAN_OUTDATED", `the ${which} ${url} is not any more what it was when the promotion was planned: generation ${planned.generation} became ${generation}${applied}; nothing is promoted. Plan again`);
}
/** A root that only got the mark of one that becomes signed lists what it listed before. */
function isPlannedHead({ head: planned }, head) {
	if (head?.sha256 === planned) return true;
	return head?.form === "json" && head.index.head !== void 0 && head.index.previous === planned;
}
function planOf({ selection, rename, label, allow }, source, target, { versions, consumers }, sha256) {
	const { filters, product, serial } = selection;
	return sealPlan({
		format: "promotion:1.0",
		source: plannedRoot(source.url, source.head),
		target,
		filters: filters.map(formatFilter),
		...product === void 0 ? {} : { product },
		...serial === void 0 ? {} : { serial },
		rename: rename.map(formatRename),
		...label === void 0 ? {} : { label },
		consumers: consumers.map(formatConsumer),
		allow,
		versions: versions.map(({ contentId, product, serial, from, isNew, changed, items }) => ({
			from,
			to: {
				contentId,
				product,
				serial
			},
			isNew,
			changed,
			items: items.map(({ name, content }) => ({
				name,
				...content
			}))
		}))
	}, sha256);
}
function plannedRoot(url, head) {
	return {
		url,
		generation: head?.index.generation ?? 0,
		...head === void 0 ? {} : { head: head.sha256 },
		...head?.signedBy === void 0 ? {} : { signedBy: head.signedBy }
	};
}
// src/app/carry-report.ts
/** What a run did that lists versions once more, from what it knows at its end. */
function carryReport({ from, dryRun }, { store }, { outcome, changed, generation, signed, stage, behind, guarantee }) {
	return {
		changed,
		dryRun,
		from,
		root: store.url,
		generation,
		signed,
		versions: outcome.versions.map((version) => carriedReport(version, dryRun, stage)),
		followers: behind === void 0 ? "current" : "behind",
		store: guarantee,
		warnings: [...behind === void 0 ? [] : [behind.message], ...outcome.remarks]
	};
}
function carriedReport(version, dryRun, stage) {
	const missing = dryRun && version.isNew ? "planned" : "present";
	const items = version.items.map(({ name, ftype, placed, content }) => {
		const stored = stage.stored(content.sha256) ?? missing;
		return {
			name,
			ftype,
			path: placed,
			...content,
			stored
		};
	});
	return {
		...version,
		items
	};
}
/** The plan, as the log tells it. */
function reportCarried({ reporter }, { versions, remarks }, { dryRun, changed }) {
	reporter.group("Plan");
	for (const version of versions) {
		const { product, serial, from, isNew, items } = version;
		if (!isNew) {
			reporter.info(`${product} lists these files already, as version ${serial}`);
			if (version.changed) reporter.info(`tags of ${product} change`);
			continue;
		}
		reporter.info(`${product} gets version ${serial}, of ${from.product} ${from.serial}`);
		for (const { name, placed, content } of items) reporter.info(`${name}: ${placed}, ${content.size} bytes`);
	}
	for (const remark of remarks) reporter.warning(remark);
	if (dryRun) reporter.info("dry run: nothing is written");
	else if (changed) reporter.group("Publish");
}
// src/app/implied.ts
/** Every follower a head implies, in the order in which they are written: `index.json` is the last. */
async function impliedFollowers(ports, head, known) {
	const documents = await readDocuments(ports, head, known);
	const ours = documents.filter(({ contentId, entry }) => isOurs$1(contentId, entry, head.form));
	if (head.form === "json") return new Map(ours.map(({ contentId, bytes }) => [customaryPath(contentId, "json"), exactly(ports, bytes)]));
	if (head.index.generation === void 0) return /* @__PURE__ */ new Map();
	return new Map([
		...ours.flatMap((document) => customaryForms(ports, document)),
		...await rings(ports, head.index),
		...signedIndexes(ports, head.index, documents)
	]);
}
function customaryForms(ports, { contentId, bytes, plain }) {
	return [[customaryPath(contentId, "json"), exactly(ports, plain)], [customaryPath(contentId, "sjson"), exactly(ports, bytes)]];
}
async function rings(ports, index) {
	if (index.keyring === void 0) return [];
	const bytes = await readRing(ports, index.keyring);
	const armored = await requireSigning(ports).ring.armor(bytes);
	return [[keyring$1, exactly(ports, bytes)], [armoredKeyring, exactly(ports, armored)]];
}
function signedIndexes(ports, index$2, documents) {
	const plain = new TextEncoder().encode(serialise(plainIndex(ports, index$2, documents)));
	const { signer, verifier } = requireSigning(ports);
	return [[indexSignature, {
		isCurrent: async (present) => await verifier.detached(plain, present) !== void 0,
		bytes: () => signer.detach(plain)
	}], [index, exactly(ports, plain)]];
}
/** `index.json` of a signed root: the head with the plain form of every document, and the word that it is no head. */
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
/** In milliseconds: of what others spoil, by time and not by a count: each attempt that one loses is a commit of another. */
const patience = 6e5;
const firstSpan = 50;
const longestSpan = 3e4;
/**
* Pauses with full jitter: those who collided spread over the whole span. The span follows the length of an attempt, so
* that it fits every machine and every way to a store, and grows until there is room in it for everybody's attempt.
*/
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
/**
* Makes every follower what the head implies, `index.json` last, in passes until one met nobody else. In a signed root
* nothing is looked at when `index.json` has the head's generation: it is written only when all others are brought up
* for the very same head. When it has a higher one, somebody has put an old head back, and nothing is written: that is
* for the next run to say.
*
* For each one its revision is read first and the head after that, and the write is conditional: so whoever writes
* with an old head in hand loses. A head held in memory is never used.
* @param form of the head
* @param when `always`: also where `index.json` says that all is done, because something else was lost
* @param known what need not be read again
*/
async function bringUpFollowers(ports, form, when = "behind", known = openKnown()) {
	const pauses = openPauses(ports);
	let seen;
	while (!pauses.isOver()) {
		const began = ports.clock.now();
		const present = form === "sjson" ? await readFollower(ports) : void 0;
		const head = await readHead(ports, form);
		if (head.index.head !== void 0) return;
		const ahead = generationOf(present) - generationOf(head.index);
		if (present !== void 0 && (ahead > 0 || ahead === 0 && when === "behind")) return;
		if (!(seen !== void 0 && seen.sha256 !== head.sha256) && await bringUpAll(ports, head, known)) return;
		seen = head;
		await pauses.after(began);
	}
	throw new FollowersError("FOLLOWERS_BEHIND", `the followers of ${ports.store.url} did not settle in ${patience / 6e4} minutes; something else writes them: the next run tries again`);
}
/** False when another publisher got in the way: then no later follower is touched. */
async function bringUpAll(ports, head, known) {
	for (const [path, follower] of await impliedFollowers(ports, head, known)) if (!await bringUp(ports, head, path, follower)) return false;
	return true;
}
async function bringUp(ports, head, path, follower) {
	const present = await ports.store.read(path, documentLimit);
	if ((await readHead(ports, head.form)).sha256 !== head.sha256) return false;
	if (present !== void 0 && await follower.isCurrent(present.bytes)) return true;
	if (path === index && present !== void 0 && isNewer$1(present.bytes, head)) return false;
	const headers = objectHeaders(path, "mutable");
	const bytes = await follower.bytes();
	return (await ports.store.replace(path, bytes, present?.revision, headers)).outcome === "replaced";
}
function isNewer$1(bytes, { index }) {
	return generationOf(parseFollower(bytes)) > generationOf(index);
}
async function readFollower({ store }) {
	const stored = await store.read(index, documentLimit);
	return stored && parseFollower(stored.bytes);
}
function parseFollower(bytes) {
	return parseIndex(documentText(bytes, index), index);
}
function generationOf(index) {
	return index?.generation ?? 0;
}
// src/app/base.ts
/**
* Reads the root and finds out whether this run may edit it (design: *Signed and unsigned*, *Keys*).
* @param recovery brings up first what an interrupted run may have left behind; there is no other recovery
* @param known what need not be read again
* @throws TrustError when it may not
*/
async function openBase(ports, permissions, recovery, known = openKnown()) {
	const state = await readRoot(ports);
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
		named: /* @__PURE__ */ new Set([...namedPaths$1(documents), ...stored.flatMap((document) => documentPaths(document, ports.sha256))]),
		generation: Math.max(head?.index.generation ?? 0, rolledBack ? followed ?? 0 : 0),
		rolledBack
	};
}
function isIn(ring, { signing }) {
	return ring.some(({ fingerprint }) => fingerprint === signing?.signer.fingerprint);
}
/** Followers, and notes, are replaced under a condition too; what the head names is there to ask with. */
async function askWith(recovery, head, stored) {
	const ours = stored.find(({ contentId, entry }) => isOurs$1(contentId, entry, head.form));
	const path = parseRelativePath(ours?.entry.path);
	if (ours !== void 0 && path !== void 0) await recovery.ask(path, ours.bytes);
}
/** In a signed root `index.json` tells; in an unsigned one the document under its customary name does. */
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
/** @returns the keys of the head's ring */
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
/** RFC 2822 in UTC as every writer of simplestreams has it: `Fri, 20 Nov 2026 15:04:05 +0000`, never `GMT`. */
function formatUpdated(date) {
	return date.toUTCString().replace(/GMT$/, "+0000");
}
// src/app/next-documents.ts
/**
* The documents that change, and those that must be written anew all the same: signed by another key than ours, or not
* under a name of our layout.
*/
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
/**
* What is published validates, and can be signed; seen before a byte is stored.
* @throws FindingError
*/
function checkDocuments(documents) {
	for (const [contentId, document] of documents) {
		validateProducts(document, `the new ${contentId}`);
		writeDocument(document, contentId);
	}
}
function writeDocument(document, contentId) {
	const text = serialise(document);
	const overlong = overlongLine(text);
	if (overlong === void 0) return text;
	throw new FindingError("FINDINGS", `line ${overlong.line} of the new ${contentId} (${overlong.start}…) has ${overlong.length} bytes, and gpgv reads no signed line of 20,000 or more; shorten that tag`);
}
// src/app/next-head.ts
/** The head that replaces `base`'s. */
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
/**
* The ring that readers of the next head need: the one they have, or, where none is, our own key.
* @param wanted the keys it shall hold, where they change
*/
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
/**
* Marks an empty or unsigned root as one that is becoming signed: from here on `index.json` is no head.
* @returns the root with the mark, or `undefined` when another publisher was quicker
*/
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
/** The copy comes before every PUT of a head, and shows what such a PUT is worth. */
async function storeCopy(ports, trial, form, bytes) {
	const sha256 = ports.sha256(bytes);
	const path = headCopyPath(form, sha256);
	if (!await storeImmutable(ports, path, bytes)) throw new Error(`a head with a random commit id exists already: ${sha256}`);
	await trial.ask(path, bytes);
	return sha256;
}
// src/app/prepare.ts
/**
* Stores the image files that the documents newly name, which may take long: the head may be another one by then.
* @throws FindingError, before a byte is stored, when the documents cannot be published
*/
async function storeFiles(base, stage, { changed, files }) {
	checkDocuments(changed);
	await stage.store(files, base.named);
}
/**
* Stores everything else the next head names, then looks whether all of it stands.
* @returns `undefined` when it does not, or another publisher was quicker: to be tried again from the start
*/
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
	return await stage.look(files, base.named) && await allStand(ports, base, named) ? {
		outcome,
		base: begun,
		next
	} : void 0;
}
async function storeDocuments(ports, base, documents) {
	const objects = documents.flatMap((document) => [...document.objects]);
	return (await Promise.all(objects.map(([path, bytes]) => storeImmutable(ports, path, bytes, base.named)))).every(Boolean);
}
async function allStand(ports, base, paths) {
	const unnamed = paths.filter((path) => !base.named.has(path) && path !== base.head?.index.keyring);
	return (await Promise.all(unnamed.map((path) => stands(ports, path)))).every(Boolean);
}
// src/app/fate.ts
/**
* The head as it is now, after one was sent to replace `base`.
* @returns `undefined` in a root that is still empty
* @throws TrustError HEAD_VANISHED
*/
async function readHeadAfter(ports, base) {
	if (base.head?.form === "sjson") return readHead(ports, "sjson");
	const state = await readRoot(ports);
	if (state.kind === "empty") {
		if (base.head === void 0) return void 0;
		throw headVanished(ports, base.head.form);
	}
	return state.head;
}
/**
* Finds out what became of the heads this run sent: the answer to a PUT says little, for it can be lost on the way, and
* a proxy can have sent the PUT twice. Committed is what the head is, or any copy reached over `previous`.
* @param sent by the digests of the heads
* @param base what the last of them was to replace
* @returns the one that is committed. `undefined`: certainly none, up to `head`.
* @throws StoreError OUTCOME_UNKNOWN when the chain cannot be read back to `base`
*/
async function findCommitted(ports, sent, base, head) {
	let { sha256, index } = head;
	while (sha256 !== base.head?.sha256) {
		const committed = sent.get(sha256);
		if (committed !== void 0) return committed;
		const previous = parseSha256(index.previous);
		if (previous === base.head?.sha256) return void 0;
		if (previous === void 0 || isBefore(index, base)) throw outcomeUnknown(ports, "the chain of heads does not lead back to the one it began with");
		index = await readCopy$1(ports, previous);
		sha256 = previous;
	}
}
function isBefore({ generation = 0 }, { head }) {
	return generation < (head?.index.generation ?? 0);
}
function outcomeUnknown({ store }, why, cause) {
	return new StoreError("OUTCOME_UNKNOWN", `outcome: unknown. ${store.url} was asked to make the new head, and whether it did cannot be told: ${why}. Nothing is half-published; look at the index, and run again: what is there already is not published twice`, { cause });
}
/** The digest in `previous` comes from a head that was verified, and vouches for the copy's bytes. */
async function readCopy$1(ports, sha256) {
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
/**
* Looks at the head once more just before it is replaced, where the store itself would not.
* @returns false when another publisher was quicker, all the same
* @throws StoreError COMMIT_VANISHED when that one has undone the commit that this run began from
*/
async function isStillBase(ports, base) {
	const head = await readHeadAfter(ports, base);
	if (head?.sha256 === base.head?.sha256) return true;
	if (head !== void 0) await leadBack(ports, base, () => findCommitted(ports, /* @__PURE__ */ new Map(), base, head));
	return false;
}
/**
* Looks whether the commit just made stands, and whether it has undone that of somebody else. Who wrote between our
* look and our PUT shows only if it had brought up `index.json`: a single writer is a promise, not a lock.
* @throws StoreError COMMIT_VANISHED
*/
async function checkSingleWriter(ports, { base, next }) {
	const state = await readRoot(ports);
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
	/** There was no answer to one of them. */
	let doubtful = false;
	async function put(prepared) {
		const { base, next } = prepared;
		const path = headPath(base.form);
		const revision = base.head?.form === base.form ? base.head.revision : void 0;
		const alone = await trial.answer() === "single-writer";
		if (alone && !await isStillBase(ports, base)) return void 0;
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
	/** While a PUT may have been, or may yet be done, no other failure tells what came of it. */
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
/**
* Makes an edit the new head of the root: stage, documents, look, one conditional PUT, followers. A reader sees the old
* root or the new one, at every moment and whatever happens to this process.
* @throws ConflictError CONTENDED when others kept committing past the time bound
* @throws StoreError OUTCOME_UNKNOWN, STORE_NO_COMPARE_AND_SWAP
*/
async function commit(ports, options, edit) {
	const stage = openStage(ports, options);
	const trial = openTrial(ports);
	const known = openKnown();
	const heads = openSentHeads(ports, trial);
	const done = (committed) => finish(ports, committed, stage, trial, known);
	const pauses = openPauses(ports);
	for (let attempt = 0;; attempt++) {
		const recovery = attempt === 0 && !options.dryRun ? trial : void 0;
		const base = await heads.openAgain(() => openBase(ports, options, recovery, known));
		if ("next" in base) return done(base);
		const editBase = () => edit(base.documents, stage, base.head);
		const edited = await plan(ports, options, base, editBase, attempt === 0);
		if (!changesAnything(edited) && !base.rolledBack || options.dryRun) return uncommitted(base, stage, edited, trial);
		await storeFiles(base, stage, edited);
		const began = ports.clock.now();
		const prepared = await prepare(ports, base, stage, trial, known, edit);
		const committed = prepared && await heads.put(prepared);
		if (committed !== void 0) return done(committed);
		await beforeNext(ports, pauses, began, attempt + 1);
	}
}
/** The first plan is told, with what is wrong with the key. */
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
/** The commit stands whatever happens here. */
async function follow(ports, form, known) {
	try {
		await bringUpFollowers(ports, form, "behind", known);
		return;
	} catch (error) {
		if (!isSimplestreamsError(error)) throw error;
		return new FollowersError("FOLLOWERS_BEHIND", `committed, followers behind: readers of the head see the new version; those of the derived objects see the old one until a run brings them up. ${error.message}`, { cause: error });
	}
}
async function beforeNext({ store }, pauses, began, attempts) {
	if (!pauses.isOver()) return pauses.after(began);
	throw new ConflictError("CONTENDED", `others kept committing to ${store.url} for ${patience / 6e4} minutes, and this run never came first in ${attempts} attempts; nothing of it is published. Run it again, or fewer at once`);
}
// src/app/remembered-edit.ts
/**
* The same edit, which is not worked out again where nothing changed: a commit asks for it before and after its files
* are stored, and in a root of a hundred thousand items that takes longer than all else.
*/
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
// src/app/promote.ts
const anything = {
	roots: () => void 0,
	outcome: () => void 0
};
/**
* Lists versions of one root in another: their files are copied inside the store where it can, or streamed through here
* and checked; one commit, all of them or none.
*
* What the target lists already changes nothing and writes nothing.
* @param ports of the target
* @param admit asked at every attempt, with the target as it is then
* @throws SimplestreamsError; unless it says otherwise, readers of the target see what they saw before
*/
async function promote(request, origin, ports, admit = anything) {
	const { reporter, store, signing } = ports;
	try {
		reporter.group("Root");
		const source = await readSource(origin);
		const signer = signing === void 0 ? "unsigned" : `signing with ${signing.signer.fingerprint}`;
		reporter.info(`from ${describeSource(source)}`);
		reporter.info(`into ${store.url}, ${signer}`);
		checkOrigin(source, {
			url: store.url,
			signed: signing !== void 0
		}, request.fromUnsigned);
		const edit = rememberedEdit(promotionEdit(request, source, {
			...origin,
			reporter
		}, admit));
		const committed = await commit(ports, {
			...request,
			onPlan: ({ outcome, changed }) => reportCarried(ports, outcome, {
				...request,
				changed: changed.size > 0
			})
		}, edit);
		reporter.group("Result");
		return carryReport({
			from: source.url,
			dryRun: request.dryRun
		}, ports, committed);
	} finally {
		await origin.scratch.clear();
	}
}
function promotionEdit(request, source, carrier, admit) {
	const { choice } = request;
	const promoted = selectPromoted(source, choice, request);
	return (documents, stage, head) => {
		admit.roots(source, head);
		const { outcome, changed } = promoteInto(documents, promoted, source, choice, stage);
		admit.outcome(source, outcome);
		return {
			outcome,
			changed,
			files: outcome.versions.filter(({ isNew }) => isNew).flatMap(({ items }) => items).map((item) => fileToStage(carrier, item))
		};
	};
}
function describeSource({ url, head, signed }) {
	const { generation = 0 } = head.index;
	return `${url}, generation ${generation}, ${signed ? `signed by ${head.signedBy}` : "unsigned"}`;
}
// src/app/planned-choice.ts
/**
* What a plan records of the inputs, read as inputs are.
* @throws InputError PLAN_INVALID
*/
function plannedChoice(plan) {
	const { product, serial } = plan;
	return {
		selection: {
			filters: plan.filters.map(plannedFilter),
			product: product === void 0 ? void 0 : known(product, parseProductName(product)),
			serial: serial === void 0 ? void 0 : known(serial, parseSerial(serial))
		},
		rename: plan.rename.map((text) => known(text, parseRename(text))),
		label: plan.label,
		consumers: plan.consumers.map(plannedConsumer),
		allow: plan.allow
	};
}
function plannedFilter(text) {
	const filter = parseFilter(text);
	return known(text, typeof filter === "string" ? void 0 : filter);
}
function plannedConsumer(text) {
	const consumer = parseConsumer(text);
	return known(text, typeof consumer === "string" ? void 0 : consumer);
}
function known(text, value) {
	if (value !== void 0) return value;
	throw new InputError("PLAN_INVALID", `the plan records ${JSON.stringify(text)}, which this program does not take; plan again`);
}
// src/app/sweep-uploads.ts
/** No upload of a build takes as long. */
const uploadLimit = 6048e5;
/** Ends uploads to paths of ours that were begun more than seven days ago: whoever began them is gone. */
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
/** What `prune` remembers from one visit to the next; lost, it costs only time. */
const pruneNotesPath = joinPath("streams/v1/prune.json");
const noNotes = {
	notes: /* @__PURE__ */ new Map(),
	reaping: void 0
};
/** What cannot be read is as good as lost: everything is noted anew. */
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
/** What is removed, is removed while the list is no older, in milliseconds (design: *Deleting*). */
const listLimit = 9e5;
/** How many are removed at once. */
const lanes = 8;
/**
* Removes what is due, each after one more look: it must be the object that was listed, stored by this program, and the
* list must not be older than it may be. A failure ends it when what is under way is over.
*/
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
	const { store } = removal.ports;
	const { path } = object.stored;
	const found = await store.stat(path);
	if (found === void 0) return "removed";
	if (found.now.getTime() - removal.listing.now.getTime() > listLimit) return "late";
	if (!isSameTime(found.modified, object.modified)) return "changed";
	const sha256 = found.sha256 ?? await store.digest(path);
	if (sha256 === void 0 || !isOurs(removal, object, sha256)) return "foreign";
	return store.remove(path);
}
/** What a path of ours says of the bytes must be so: others may have chosen such a path too. */
function isOurs({ paths }, { stored }, sha256) {
	if ("digest" in stored) return stored.digest === pathDigest(sha256);
	if (stored.kind === "staged") return true;
	const [, name = "", form = ""] = /^(.+)\.(s?json)$/.exec(stored.path) ?? [];
	return paths.has(`${name}.${pathDigest(sha256)}.${form}`);
}
/** Somebody may have listed such a document again while its follower was removed. */
async function bringBack(ports, removed, form) {
	const { index } = await readHead(ports, form);
	if (removed.map(({ path }) => /([^/]+)\.s?json$/.exec(path)?.[1] ?? "").some((name) => Object.hasOwn(index.index, name))) await bringUpFollowers(ports, form, "always");
}
function isFollower({ stored }) {
	return stored.kind === "customary";
}
/** Followers first: each is known as ours by the document that it is a copy of. */
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
/**
* Only one visit at a time removes anything, and of an object sends one request: a second one, late, could take what
* somebody has stored at the path since. A request is good for 15 minutes after it was signed (SigV4), so 30 after the
* list was begun all are over, those without an answer as well.
*/
const leaseTime = 21e5;
const nothing = {
	due: [],
	waiting: [],
	young: [],
	foreign: [],
	nested: []
};
/**
* One visit (design: *Deleting*): lists the root, then reads what it names, notes what nothing names, and removes what
* an earlier visit noted more than the grace time ago.
* @throws InputError when there is no index
* @throws TrustError when the root cannot be believed, StoreError when it cannot be listed: nothing was removed then
* @throws StoreError when something cannot be removed; what could be is told to `onReaped`
*/
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
/** The list comes first: what is named after it was begun is in what is read then. */
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
/** @returns the revision of what is there now; `undefined` when another visit was quicker, or nobody knows */
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
/** One line for people: `reaped 12 files, 3072 bytes; 4 files wait, …`. */
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
/** A visit with all that belongs to it, told as it goes. @throws InputError · TrustError · StoreError */
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
	const { plan, now, held } = visited;
	if (held !== void 0) reporter.warning(`not everything is reaped: ${held}`);
	const uploads = now === void 0 ? [] : await sweepUploads(ports, {
		now,
		nested: plan.nested,
		dryRun
	});
	if (visited.reaped.length > 0 && await ports.store.keepsVersions()) reporter.warning(`${ports.store.url} keeps older versions, so the bytes of what was reaped stay, and are paid for, until a lifecycle rule for noncurrent versions removes them`);
	return visitReport({
		...visited,
		dryRun
	}, grace, uploads);
}
/** As {@link care}, after a publish: what it did stands, whatever keeps the root from being cared for too. */
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
/** The commands that make an image usable, ready to paste. */
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
/** Up to 3.7 a keyring is demanded for an unsigned source too, and not looked at. */
function maasKeyring({ signed }) {
	return `keyring_data@=./keyring.gpg${signed ? "" : " # any file"}`;
}
// src/app/publish-report.ts
/** What a run did, from what it knows at its end. */
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
	const missing = dryRun && isNew ? "planned" : "present";
	const listed = items.map(({ name, ftype, path, source: { size, sha256 } }) => {
		return {
			name,
			ftype,
			path,
			size,
			sha256,
			stored: stage.stored(sha256) ?? missing
		};
	});
	return {
		product: image.product,
		serial,
		changed,
		items: listed
	};
}
/** Each line once: the images of a root have its remote in common. */
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
/**
* Publishes images into a root: reads their files, adds a version of each, and commits once, all or nothing.
*
* A run whose bytes are listed already changes nothing and writes nothing.
* @throws SimplestreamsError; unless it says otherwise, readers see what they saw before.
*/
async function publish(request, ports) {
	try {
		return await publishImages(request, await readImages(request, ports), ports);
	} finally {
		await ports.images.close();
	}
}
/**
* As {@link publish}, of images that were read.
* @param known which files need not be uploaded
*/
async function publishImages(request, images, ports, known = {}) {
	const { reporter, store, signing } = ports;
	reporter.group("Root");
	const signer = signing === void 0 ? "unsigned" : `signing with ${signing.signer.fingerprint}`;
	reporter.info(`${store.url}, ${signer}`);
	const onPlan = (edited) => reportPlan$2(request, reporter, edited);
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
/** A nightly build that unlists needs no second job for what it has unlisted. */
function hasRetention({ retention, images }) {
	return retention !== void 0 || images.some((image) => image.retention !== void 0);
}
/** To list them is no part of publishing, which is done: without the right to, or where it fails, there are none. */
async function unfinishedIn({ store }) {
	try {
		return await store.unfinished();
	} catch (error) {
		if (isSimplestreamsError(error)) return [];
		throw error;
	}
}
function reportPlan$2({ dryRun }, reporter, edited) {
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
// src/app/publish-roots.ts
/**
* Publishes into several roots, one after the other, each by one commit. All files of all roots are read before the
* first byte is stored anywhere, so that one bad image keeps all roots as they are.
* @param onReport is told each report as soon as there is one: of a run that fails later, too
* @throws SimplestreamsError; roots that were reported are published, the one that failed and those after it are not
*/
async function publishRoots(publications, onReport = () => void 0) {
	try {
		const reports = [];
		const copies = /* @__PURE__ */ new Map();
		for (const { request, ports, images } of await readAll(publications)) {
			const report = await publishImages(request, images, ports, { copies });
			for (const [sha256, path] of storedFiles(report)) copies.set(sha256, {
				store: ports.store,
				path
			});
			reports.push(report);
			onReport(report);
		}
		return reports;
	} finally {
		for (const { ports } of publications) await ports.images.close();
	}
}
/** What the root holds now, for the roots after it. */
function storedFiles({ published, dryRun }) {
	return (dryRun ? [] : published.flatMap((image) => image.items)).flatMap(({ sha256, path }) => {
		const safe = parseRelativePath(path);
		return safe === void 0 ? [] : [[sha256, safe]];
	});
}
/** @throws InputError with what is wrong with the images of all roots, each problem once */
async function readAll(publications) {
	const read = [];
	const failures = [];
	for (const publication of publications) try {
		const images = await readImages(publication.request, publication.ports);
		read.push({
			...publication,
			images
		});
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		failures.push(error);
	}
	const [first] = failures;
	if (first === void 0) return read;
	const problems = new Set(failures.flatMap((failure) => failure.problems));
	throw new InputError(first.code, [...problems], { cause: first });
}
// src/app/prune.ts
/**
* Unlists what retention says by one commit, and makes a visit: what nothing names any more is noted, and removed by
* the first visit after the grace time.
* @param onDone told what was done, as soon as it was: of a run that fails later, too
* @throws SimplestreamsError; of a root that cannot be read and verified, or looks rolled back, nothing is removed
*/
async function prune(request, ports, onDone = () => void 0) {
	const { reporter, store } = ports;
	reporter.group("Root");
	reporter.info(store.url);
	const { changed = false, outcome, behind } = await unlistOld(request, ports) ?? {};
	const unlisted = outcome?.unlisted ?? [];
	if (changed && !request.dryRun) onDone({
		changed,
		unlisted
	});
	reporter.group(request.dryRun ? "Plan" : "Prune");
	if (request.dryRun) reporter.info("dry run: nothing is written");
	const onReaped = (reaped) => onDone({ reaped: reaped.map(reapedFile) });
	const visited = await care(ports, {
		...request,
		onReaped
	});
	reporter.group("Result");
	return {
		changed,
		dryRun: request.dryRun,
		root: store.url,
		unlisted,
		...visited,
		followers: behind === void 0 ? "current" : "behind",
		warnings: [...messagesOf(behind), ...outcome?.remarks ?? []]
	};
}
async function unlistOld({ retention, filters, ...request }, ports) {
	if (retention === void 0) {
		warnOfExpiry(ports, []);
		return;
	}
	const { reporter, clock } = ports;
	const onPlan = ({ outcome }) => {
		reporter.group("Plan");
		for (const version of outcome.unlisted) reporter.info(describeUnlisted(version));
		if (outcome.unlisted.length === 0) reporter.info("every version that is listed stays");
		for (const remark of outcome.remarks) reporter.warning(remark);
	};
	const edit = rememberedEdit(retentionEdit(retention, filters, {
		...request,
		now: clock.now()
	}));
	const { dryRun } = request;
	return commit(ports, {
		adopt: false,
		acceptRollback: false,
		dryRun,
		onPlan
	}, edit);
}
function messagesOf(error) {
	return error === void 0 ? [] : [error.message];
}
// src/app/roll-forward-edit.ts
/**
* The edit "list these versions once more". Pure.
* @param derived the serial where none is given
* @param root names the root in errors
* @throws ConflictError VERSION_EXISTS; InputError; FindingError
*/
function rollInto(documents, request, derived, root, stage) {
	const selected = selectVersions(documents, request.selection, root);
	const changed = /* @__PURE__ */ new Map();
	const versions = listedVersions(selected, root).map((listed) => {
		const rolled = rollVersion(listed, changed.get(listed.contentId) ?? listed.document, request.newSerial, derived, stage);
		if (rolled.outcome.changed) changed.set(listed.contentId, rolled.document);
		return rolled.outcome;
	});
	const consumers = request.consumers ?? readersOfDocuments(documents);
	const judgement = {
		consumers,
		allow: request.allow
	};
	const after = new Map([...documents, ...changed]);
	return {
		outcome: {
			versions,
			consumers,
			remarks: changed.size === 0 ? [] : judgeOnce(judgement, documents, after)
		},
		changed
	};
}
function rollVersion(listed, document, given, derived, stage) {
	const { contentId, product, version } = listed;
	const name = nameOf(listed);
	const from = {
		contentId,
		product: name,
		serial: listed.serial
	};
	const newest = Object.keys(product.versions ?? {}).sort(compareSerials).at(-1);
	const last = newest === void 0 ? void 0 : product.versions?.[newest];
	if (newest !== void 0 && last !== void 0 && holdsExactly(last, digestsOf(version))) {
		const { items } = carryVersion(listed, listed.serial, stage);
		const present = items.map((item) => ({
			...item,
			placed: last.items?.[item.name]?.path ?? item.path
		}));
		return {
			outcome: {
				...from,
				serial: newest,
				from,
				isNew: false,
				changed: false,
				items: present
			},
			document
		};
	}
	const serial = chooseSerial(name, product, given, derived, "the time of this run");
	const carried = carryVersion(listed, serial, stage);
	return {
		outcome: {
			...from,
			serial,
			from,
			isNew: true,
			changed: true,
			items: carried.items
		},
		document: addVersion(document, name, product, serial, withPubname(carried.version, listed.serial, serial))
	};
}
/** The name of the image in Glance ends with the serial: two images of one name could not be told apart. */
function withPubname(version, old, serial) {
	const { pubname } = version;
	return typeof pubname === "string" && pubname.endsWith(`-${old}`) ? {
		...version,
		pubname: pubname.slice(0, -old.length) + serial
	} : version;
}
function nameOf({ productName }) {
	const name = parseProductName(productName);
	if (name !== void 0) return name;
	throw new InputError("INPUT_INVALID", `${JSON.stringify(productName)} is no name of a product that could get a version: expected visible ASCII without blanks`);
}
/** @throws FindingError with what can be done instead */
function judgeOnce(...judged) {
	try {
		return judge(...judged);
	} catch (error) {
		if (!(error instanceof FindingError) || !error.message.includes("LXD-006")) throw error;
		throw new FindingError(error.code, `${error.message}\nLXD and Incus know an image by its fingerprint, and one that is listed twice can not be downloaded any more: so nothing is rolled forward for them. Take the versions after it back with unlist, and they find the older one again`, { cause: error });
	}
}
// src/app/roll-forward.ts
/**
* Lists the files of an older version as a new one, for clients that only move forward: they are copied to a new path,
* in the store where it can. What the newest version of a product holds already is not listed again.
* @throws FindingError where a client takes the same files only once: LXD and Incus
* @throws SimplestreamsError; unless it says otherwise, readers see what they saw before
*/
async function rollForward(request, ports, scratch) {
	const { reporter, store, clock } = ports;
	try {
		reporter.group("Root");
		reporter.info(store.url);
		const derived = serialOf(clock.now());
		const carrier = {
			store,
			scratch,
			reporter
		};
		const edit = rememberedEdit((documents, stage) => {
			const { outcome, changed } = rollInto(documents, request, derived, store.url, stage);
			return {
				outcome,
				changed,
				files: outcome.versions.filter(({ isNew }) => isNew).flatMap(({ items }) => items).map((item) => fileToStage(carrier, item))
			};
		});
		const committed = await commit(ports, {
			...request,
			adopt: false,
			onPlan: ({ outcome, changed }) => reportCarried(ports, outcome, {
				...request,
				changed: changed.size > 0
			})
		}, edit);
		reporter.group("Result");
		return carryReport({
			from: store.url,
			dryRun: request.dryRun
		}, ports, committed);
	} finally {
		await scratch.clear();
	}
}
// src/app/key-use.ts
/**
* Whether the heads of a root have been signed by certain keys alone, and for how long: that another key has not been
* in use. Heads are walked over `previous`, whose digest vouches for the copy, as far back as the grace time reaches.
* A copy that is gone, or that none of the keys has signed, ends what is known; so does a generation that is missing.
*
* Times are those of the store, or what the head itself says, if that is later.
* @param head signed by one of `keys`
* @param keys a ring
* @param grace milliseconds
* @returns when they will have been alone for that long; `undefined`: they have
*/
async function aloneFrom(ports, head, keys, grace) {
	const stored = await ports.store.stat(signedIndex);
	if (stored === void 0) throw headVanished(ports, "sjson");
	const { now } = stored;
	let { index } = head;
	let since = laterOf(stored.modified, index);
	while (now.getTime() - since.getTime() < grace) {
		const from = new Date(since.getTime() + grace);
		const previous = parseSha256(index.previous);
		if (previous === void 0) return from;
		const copy = await readCopy(ports, previous, "sjson");
		if (copy === void 0) return await readCopy(ports, previous, "json") === void 0 ? from : void 0;
		if (!await requireSigning(ports).ring.verifies(keys, copy.bytes)) return from;
		const before = parseIndex(parseClearsigned(copy.bytes, signedIndex).text, signedIndex);
		if ((before.generation ?? 0) + 1 !== index.generation) return from;
		index = before;
		since = laterOf(copy.modified, index);
	}
}
function laterOf(modified, { updated }) {
	const said = Date.parse(updated ?? "");
	return said > modified.getTime() ? new Date(said) : modified;
}
/** `undefined` when it is gone, or something else lies there. */
async function readCopy(ports, sha256, form) {
	const stored = await ports.store.read(headCopyPath(form, sha256), documentLimit);
	return stored !== void 0 && ports.sha256(stored.bytes) === sha256 ? stored : void 0;
}
// src/app/rotate-key-report.ts
function rotateKeyReport(request, ports, { outcome, changed, generation, behind, guarantee }) {
	const { signer } = requireSigning(ports);
	const { ring, added, renewed, dropped, takesOver } = outcome;
	const fingerprints = (keys) => keys.map(({ fingerprint }) => fingerprint);
	return {
		changed,
		dryRun: request.dryRun,
		root: ports.store.url,
		generation,
		signedBy: signer.fingerprint,
		ring: ring.map(({ fingerprint, userId, expires }) => ({
			fingerprint,
			userId,
			expires
		})),
		added: fingerprints(added),
		renewed: fingerprints(renewed),
		dropped: fingerprints(dropped),
		takesOver,
		followers: behind === void 0 ? "current" : "behind",
		store: guarantee,
		next: nextStep(ring, signer, request.grace),
		warnings: [
			...behind === void 0 ? [] : [behind.message],
			...lostWarnings(request, outcome, signer),
			...missingWarnings(request, outcome)
		]
	};
}
/** In a ring, the later key is to follow the earlier one. */
function nextStep(ring, signer, grace) {
	const at = ring.findIndex(({ fingerprint }) => fingerprint === signer.fingerprint);
	const [earlier] = ring.slice(0, Math.max(at, 0));
	const later = ring.slice(at + 1).at(-1);
	if (later !== void 0) return `give every reader the ring as it is now (keyring.gpg). When all have it, publish, or run rotate-key alone, with the private key of ${later.fingerprint} as the signing key and the public key of ${signer.fingerprint} in trusted-keys`;
	return earlier === void 0 ? void 0 : `${formatDuration(grace)} or more after ${earlier.fingerprint} signed for the last time, drop it: rotate-key with drop-key ${earlier.fingerprint}`;
}
function lostWarnings({ keyLost }, { added }, { fingerprint }) {
	const isNew = added.some((key) => key.fingerprint === fingerprint);
	if (!keyLost || !isNew) return [];
	return [`readers who verify do not have ${fingerprint} yet, and refuse the root until they get the new ring (keyring.gpg): give it to every one of them`];
}
function missingWarnings({ dropKey }, { ring, dropped }) {
	if (dropKey === void 0 || dropped.length > 0) return [];
	return [`${dropKey} is not in the ring, which holds ${ring.map(({ fingerprint }) => fingerprint).join(", ")}: there is nothing to drop`];
}
// src/app/rotation.ts
/**
* The next step of a change of keys, as far as this run is to take it.
* @throws InputError INPUT_INVALID for what would leave readers without the key that signs
*/
function rotationOf({ newKey, dropKey, keyLost }, { ring, signedBy }, signer) {
	const problems = problemsOf({
		newKey,
		dropKey
	}, signedBy, signer);
	if (problems.length > 0) throw new InputError("INPUT_INVALID", problems);
	const present = ring.length > 0 || keyLost ? ring : [signer];
	const wanted = [...keyLost || isExtended(signer, present) ? [signer] : [], newKey];
	const added = [];
	const renewed = [];
	let next = present;
	for (const key of wanted) {
		if (key === void 0) continue;
		const held = next.find(({ fingerprint }) => fingerprint === key.fingerprint);
		if (held === void 0) {
			added.push(key);
			next = [...next, key];
		} else if (isNewer(key, held)) {
			renewed.push(key);
			next = next.map((each) => each === held ? key : each);
		}
	}
	return {
		ring: next.filter(({ fingerprint }) => fingerprint !== dropKey),
		added,
		renewed,
		dropped: next.filter(({ fingerprint }) => fingerprint === dropKey),
		takesOver: signedBy !== signer.fingerprint
	};
}
function problemsOf({ newKey, dropKey }, signedBy, { fingerprint: own }) {
	const problems = [];
	if (dropKey === own) problems.push(`drop-key ${dropKey} is the signing key itself, without which nobody could verify the root: sign with the key that stays`);
	if (dropKey !== void 0 && dropKey === newKey?.fingerprint) problems.push(`drop-key and new-key are the same key, ${dropKey}`);
	const given = newKey?.fingerprint;
	if (given !== void 0 && given === signedBy && given !== own) problems.push(`new-key ${given} signs the root already: give it as the signing key, or leave new-key out to go back to ${own}`);
	return problems;
}
/** The bytes of a ring of these keys. */
function ringBytes(keys) {
	return new Uint8Array(keys.flatMap(({ publicKey }) => [...publicKey]));
}
function isExtended(signer, ring) {
	const held = ring.find(({ fingerprint }) => fingerprint === signer.fingerprint);
	return held !== void 0 && endOf(signer) > endOf(held);
}
/** A copy that ends earlier is an old one, left in the settings of a job. */
function isNewer(key, held) {
	return !(key.publicKey.length === held.publicKey.length && key.publicKey.every((byte, at) => byte === held.publicKey[at])) && endOf(key) >= endOf(held);
}
function endOf({ expires }) {
	return expires?.getTime() ?? Number.POSITIVE_INFINITY;
}
// src/app/rotate-key.ts
/** MAAS takes no other index while an import runs, and that may take long. */
const maasGrace = 144e5;
/**
* Takes the next step of a change of keys (design: *Keys*): gives readers a new key, lets it take over, or drops an old
* one. One commit, whatever else is published meanwhile; no file ever has two signatures.
* @throws ConflictError KEY_IN_USE when a key is to be dropped too early
* @throws InputError INPUT_INVALID · TrustError
*/
async function rotateKey(request, ports) {
	const { reporter, store } = ports;
	const { signer } = requireSigning(ports);
	const { acceptRollback, dryRun, keyLost } = request;
	reporter.group("Root");
	reporter.info(`${store.url}, signing with ${signer.fingerprint}`);
	const edit = (_, __, head) => {
		const rotation = rotationOf(request, signedHead(ports, head), signer);
		return {
			outcome: rotation,
			changed: /* @__PURE__ */ new Map(),
			files: [],
			...changesRing(rotation) && { ring: ringBytes(rotation.ring) },
			signAnew: rotation.takesOver
		};
	};
	const committed = await commit(ports, {
		adopt: false,
		acceptRollback,
		ringChange: keyLost ? "lost" : "planned",
		dryRun,
		admit: (base) => admit(request, base, ports),
		onPlan: ({ outcome }) => reportPlan$1(reporter, outcome, signer, dryRun)
	}, edit);
	reporter.group("Result");
	return rotateKeyReport(request, ports, committed);
}
function changesRing({ added, renewed, dropped }) {
	return added.length + renewed.length + dropped.length > 0;
}
function signedHead({ store }, head) {
	if (head?.form === "sjson") return head;
	throw new InputError("INPUT_INVALID", `${store.url} is not a signed root yet, so it has no key to be changed: publish into it with the signing key that it shall have`);
}
/** Refuses what would leave a reader with something that the keys of the new ring did not sign. */
async function admit(request, base, ports) {
	const { signer, ring } = requireSigning(ports);
	const head = signedHead(ports, base.head);
	const rotation = rotationOf(request, head, signer);
	if (!changesRing(rotation)) return;
	const keys = ringBytes(rotation.ring);
	const kept = rotation.takesOver ? [] : base.stored;
	const signed = [{
		what: "what is signed from now on",
		bytes: await signer.clearsign("{}\n")
	}, ...kept.map(({ entry, bytes }) => ({
		what: entry.path,
		bytes
	}))];
	for (const { what, bytes } of signed) {
		if (await ring.verifies(keys, bytes)) continue;
		throw new TrustError("KEY_NOT_IN_RING", `with the new ring nobody could verify ${what} in ${ports.store.url}: it lacks the key, or the subkey, that signed it. Give the key with all the subkeys that have signed`);
	}
	for (const key of rotation.dropped) await checkUnused(request, base, head, key, keys, ports);
}
async function checkUnused({ grace }, base, head, key, keys, ports) {
	const { url } = ports.store;
	const forMaas = () => readersOfDocuments(base.documents).some(({ name }) => name === "maas");
	if (grace < maasGrace && forMaas()) throw new InputError("INPUT_INVALID", `grace ${formatDuration(grace)} is too short for ${url}, which MAAS can read: give ${formatDuration(maasGrace)} or more`);
	if (head.signedBy === key.fingerprint) throw new ConflictError("KEY_IN_USE", `${describeKey(key)} still signs ${url}: let another key take over first, by publish or rotate-key without drop-key, and drop this one ${formatDuration(grace)} later`);
	if (base.rolledBack) throw new ConflictError("KEY_IN_USE", `an older head of ${url} was put back, so what ${describeKey(key)} has signed since is not known: go on from it first, by publish or rotate-key with accept-rollback and without drop-key`);
	const from = await aloneFrom(ports, head, keys, grace);
	if (from === void 0) return;
	throw new ConflictError("KEY_IN_USE", `${describeKey(key)} may have signed what readers of ${url} are still at: it can be dropped from ${wholeSeconds(from)} on, ${formatDuration(grace)} after the others took over, as far as the copies of the heads tell`);
}
/** Not before `time`, which has a fraction of a second. */
function wholeSeconds(time) {
	return (/* @__PURE__ */ new Date(Math.ceil(time.getTime() / 1e3) * 1e3)).toISOString().replace(".000", "");
}
function reportPlan$1(reporter, { ring, added, renewed, dropped, takesOver }, signer, dryRun) {
	reporter.group("Plan");
	for (const key of added) reporter.info(`${describeKey(key)} is added to the ring`);
	for (const key of renewed) reporter.info(`${describeKey(key)} is renewed in the ring`);
	for (const key of dropped) reporter.info(`${describeKey(key)} is dropped from the ring`);
	if (takesOver) reporter.info(`${describeKey(signer)} signs the index and every document anew`);
	reporter.info(`readers need one of: ${ring.map(({ fingerprint }) => fingerprint).join(", ")}`);
	if (dryRun) reporter.info("dry run: nothing is written");
}
// src/app/merge-images.ts
/**
* Joins what different jobs staged for one version: a container from one, a virtual machine from another.
* @throws InputError naming what two jobs say differently
*/
function mergeImages(request, staged, now) {
	const groups = /* @__PURE__ */ new Map();
	const problems = [];
	for (const image of staged) {
		const plan = planOf$1(image, request, image.files);
		const serial = image.serial ?? serialOf(plan.created ?? now);
		const key = JSON.stringify([
			plan.contentId,
			plan.product,
			serial
		]);
		const first = groups.get(key);
		groups.set(key, first === void 0 ? image : join(first, image, problems));
	}
	if (problems.length > 0) throw new InputError("INPUT_INVALID", problems);
	return [...groups.values()];
}
function join(a, b, problems) {
	const differ = (what, first, second) => {
		problems.push(`${a.name} and ${b.name} stage one version, and say ${what} ${JSON.stringify(first)} and ${JSON.stringify(second)}; give both the same`);
	};
	return {
		...a,
		name: `${a.name} and ${b.name}`,
		serial: a.serial ?? b.serial,
		tags: joinTags(a.tags, b.tags, differ),
		files: [...a.files, ...b.files.filter((file) => !a.files.some((other) => isSame(file, other)))]
	};
}
function isSame(a, b) {
	return a.sha256 === b.sha256;
}
function joinTags(a, b, differ) {
	const one = (tag) => {
		if (a[tag] !== void 0 && b[tag] !== void 0 && a[tag] !== b[tag]) differ(tag, a[tag], b[tag]);
		return a[tag] ?? b[tag];
	};
	return {
		os: one("os"),
		release: one("release"),
		releaseTitle: one("releaseTitle"),
		osVersion: one("osVersion"),
		arch: one("arch"),
		variant: one("variant"),
		label: one("label"),
		subarch: one("subarch"),
		aliases: [.../* @__PURE__ */ new Set([...a.aliases, ...b.aliases])],
		requirements: joinTexts(a.requirements, b.requirements, differ),
		further: joinTexts(a.further, b.further, differ)
	};
}
function joinTexts(a, b, differ) {
	for (const [key, value] of Object.entries(a)) if (b[key] !== void 0 && b[key] !== value) differ(key, value, b[key]);
	return {
		...b,
		...a
	};
}
// src/app/staged-images.ts
/**
* Reads the records of a run and makes images of them; files of one version that different jobs staged are joined.
* @param expect the stages that must be there
* @throws InputError naming every record that is missing, old or not of this run, and what does not fit together
* @throws TrustError SIGNATURE_INVALID
*/
async function readStagedImages(request, run, expect, ports) {
	ports.reporter.group("Images");
	const problems = [];
	const records = [];
	for (const stage of expect) {
		const record = await readRecord({
			run,
			stage
		}, ports, problems);
		if (record === void 0) continue;
		records.push(record);
		problems.push(...await goneFiles(ports, record));
		for (const { path, size, facts } of record.images.flatMap(({ files }) => files)) ports.reporter.info(`${stage}: ${path}: ${facts.kind}, ${size} bytes`);
	}
	if (problems.length > 0) throw new InputError("IMAGE_INVALID", problems);
	const staged = records.flatMap(({ stage, images }) => images.map((image) => named(stage, image)));
	const now = request.sourceDate ?? ports.clock.now();
	const images = mergeImages(request, staged, now).map((image) => {
		const files = image.files.map(storedFile);
		return imageOf(image, planOf$1(image, request, files), files, {
			sha256: ports.sha256,
			now
		});
	});
	const files = staged.flatMap((image) => image.files);
	return {
		images,
		places: new Map(files.map(({ sha256, stored }) => [sha256, stored]))
	};
}
async function readRecord(name, { store, signing }, problems) {
	const path = stagingPath(name.run, name.stage, signing === void 0 ? "json" : "sjson");
	const stored = await store.read(path, documentLimit);
	if (stored === void 0) {
		problems.push(`stage ${name.stage} of run ${name.run} has left no record in ${store.url} (${path}): its job failed, has not run, or ${signing === void 0 ? "signed its record, and no signing key is given here" : "did not sign its record"}; nothing is published`);
		return;
	}
	if (!isFresh(stored)) {
		problems.push(`the record of stage ${name.stage} of run ${name.run} is older than 24 hours, and its files may be reaped any time; run the job again`);
		return;
	}
	const record = parseStagingRecord(signing === void 0 ? new TextDecoder().decode(stored.bytes) : (await signing.verifier.clearsigned(stored.bytes, path)).text, path);
	if (record.run === name.run && record.stage === name.stage) return record;
	problems.push(`${path} is the record of stage ${record.stage} of run ${record.run}; run the job again`);
}
/** Seen before anything is written; the commit looks once more. */
async function goneFiles({ store }, { stage, images }) {
	const problems = [];
	for (const { path, stored, size } of images.flatMap(({ files }) => files)) {
		const found = await store.stat(stored);
		if (found?.size !== size || !isFresh(found)) problems.push(gone(`${stage}: ${path}`, stored));
	}
	return problems;
}
function gone(path, stored) {
	return `${path} was staged at ${stored} and is not there any more, or is older than 24 hours; run the job that stages it again`;
}
/** Files of several jobs are told apart by the job's name. */
function named(stage, image) {
	const files = image.files.map((file) => ({
		...file,
		path: `${stage}: ${file.path}`
	}));
	return {
		...image,
		name: image.name ?? stage,
		files
	};
}
/** As a file of this run, except that its bytes are in the root alone. */
function storedFile(file) {
	const { size, sha256 } = file;
	return {
		...file,
		parts: [{
			offset: 0,
			size,
			sha256
		}],
		read: () => {
			throw new InputError("IMAGE_INVALID", gone(file.path, file.stored));
		}
	};
}
// src/app/commit-staged.ts
/**
* Publishes what the jobs of a run have staged: one commit, all or nothing. No image byte passes through here.
* @throws SimplestreamsError
*/
async function commitStaged(request, { run, expect }, ports) {
	const { images, places } = await readStagedImages(request, run, expect, ports);
	return publishImages(request, images, ports, { places });
}
// src/app/stage-images.ts
/**
* Uploads the files of images and leaves a record of them, for the job that commits what all jobs of a run have staged.
* No reader sees anything of it.
* @throws InputError · StoreError
*/
async function stageImages(request, name, ports) {
	const { reporter, store, images } = ports;
	try {
		const read = await readImages(request, ports);
		warnOfExpiry(ports, []);
		reporter.group("Publish");
		const stage = openStage(ports);
		const staged = [];
		for (const image of read) staged.push(await stageImage(image, stage));
		const record = await putRecord(ports, name, staged);
		const files = staged.flatMap((image) => image.files);
		return {
			...name,
			root: store.url,
			record,
			files: files.map(({ path, stored, size, sha256 }) => {
				return {
					path,
					stored,
					size,
					uploaded: stage.stored(sha256) === "uploaded"
				};
			})
		};
	} finally {
		await images.close();
	}
}
async function stageImage(image, stage) {
	const { request, plan, derivedSerial } = image;
	const serial = request.serial ?? derivedSerial;
	const files = [];
	for (const file of image.files) {
		const item = image.items.find(({ source }) => source === file);
		if (item === void 0) continue;
		const toStage = {
			source: file,
			path: imagePath({
				...plan.place,
				serial,
				sha256: file.sha256,
				file: item.storedAs
			}),
			open: async () => file
		};
		await stage.store([toStage], /* @__PURE__ */ new Set());
		const { size, sha256, combined, md5, facts } = file;
		const stored = stage.place(toStage);
		files.push({
			path: file.path,
			stored,
			size,
			sha256,
			combined,
			md5,
			facts
		});
	}
	return {
		...request,
		files
	};
}
/** A job that runs again replaces its record. */
async function putRecord(ports, name, images) {
	const { store, signing } = ports;
	const text = writeStagingRecord({
		format: "staging:1.0",
		...name,
		images
	});
	const bytes = signing === void 0 ? new TextEncoder().encode(text) : await signing.signer.clearsign(text);
	const path = stagingPath(name.run, name.stage, signing === void 0 ? "json" : "sjson");
	const present = await store.read(path, documentLimit);
	const put = await store.replace(path, bytes, present?.revision, objectHeaders(path, "mutable"));
	if (put.outcome === "replaced") return path;
	throw new StoreError("STORE_FAILED", `the record ${path} in ${store.url} could not be written (${put.outcome}): another job of run ${name.run} may have the same stage-name; give each a name of its own, and run this one again`);
}
// src/app/unlist-edit.ts
/**
* The edit "take these versions back".
* @param root for people
* @throws InputError NOT_LISTED; YES_REQUIRED, except for a version that is named
* @throws FindingError FINDINGS
*/
function unlistEdit(request, root) {
	return (documents, _, head) => {
		const products = selectAll(documents, request, root);
		const gone = products.flatMap(({ selected }) => selected);
		const isNamed = request.product !== void 0 && request.serial !== void 0;
		if (!request.yes && !isNamed) refuseMostOfRoot(documents, gone);
		const taken = unlistVersions(documents, gone);
		const consumers = request.consumers ?? readersOfDocuments(documents);
		const findings = judge({
			...request,
			consumers
		}, documents, documentsAfter(documents, taken));
		return {
			outcome: {
				unlisted: gone.map((place) => unlistedVersion(place, request.reason ?? "taken back")),
				products: products.map(resolve),
				remarks: [...remarkOnEmpty(head, taken.removed), ...findings]
			},
			...taken,
			files: []
		};
	};
}
function resolve({ contentId, product, versions, selected }) {
	const serials = versions.map(({ serial }) => serial).sort(compareSerials);
	const gone = new Set(selected.map(({ serial }) => serial));
	const newest = serials.filter((serial) => !gone.has(serial)).at(-1);
	return {
		contentId,
		product,
		newest,
		changed: newest !== serials.at(-1)
	};
}
function remarkOnEmpty(head, removed) {
	return Object.keys(head?.index.index ?? {}).filter((name) => !removed.has(name)).length > 0 ? [] : ["the index lists nothing any more, and MAAS rejects such a source (MAAS-021)"];
}
// src/app/unlist.ts
/**
* Takes versions back by one commit: readers that come after it see the versions before. The files stay, for readers
* that came earlier.
* @throws SimplestreamsError; unless it says otherwise, readers see what they saw before
*/
async function unlist(request, ports) {
	const { reporter, store, signing } = ports;
	reporter.group("Root");
	const signer = signing === void 0 ? "unsigned" : `signing with ${signing.signer.fingerprint}`;
	reporter.info(`${store.url}, ${signer}`);
	const edit = rememberedEdit(unlistEdit(request, store.url));
	const onPlan = (edited) => reportPlan(request, reporter, edited);
	const committed = await commit(ports, {
		...request,
		adopt: false,
		onPlan
	}, edit);
	reporter.group("Result");
	return unlistReport(request, store.url, committed);
}
function reportPlan({ dryRun, reason }, reporter, { outcome }) {
	reporter.group("Plan");
	if (reason !== void 0) reporter.info(`reason: ${reason}`);
	for (const version of outcome.unlisted) reporter.info(describeUnlisted(version));
	for (const product of outcome.products) reporter.info(describeResolved(product));
	for (const remark of outcome.remarks) reporter.warning(remark);
	if (dryRun) reporter.info("dry run: nothing is written");
	else reporter.group("Publish");
}
/** What clients make of a product from now on, in one line. */
function describeResolved({ product, newest, changed }) {
	if (newest === void 0) return printable(`${product} is listed no more, and clients do not find it`);
	const name = printable(`${product} ${newest}`);
	return changed ? `clients get ${name}, the version before` : `clients get ${name}, as they did`;
}
function unlistReport({ dryRun, reason }, root, { outcome, changed, generation, signed, behind, guarantee }) {
	const { unlisted, products, remarks } = outcome;
	return {
		changed,
		dryRun,
		root,
		generation,
		signed,
		reason,
		unlisted,
		products,
		followers: behind === void 0 ? "current" : "behind",
		store: guarantee,
		warnings: [...behind === void 0 ? [] : [behind.message], ...remarks]
	};
}
export { bootKind as A, describeExpiry as B, noTarExtension as C, squashfsProblems as D, zstdWindowProblem as E, checkFiles as F, printable as G, readingRules as H, parsePin as I, parseSerial as J, isImagesFile as K, formatDuration as L, isTarHeader as M, recogniseFormat as N, qcow2Problems as O, partSizeOf as P, parseDuration as R, isTarExtension as S, parseImageMetadata as T, buildClearsigned as U, describeKey as V, parseClearsigned as W, parseConsumer as X, formatConsumer as Y, programs as Z, writePlan as _, rotateKey as a, parseTarHeader as b, publishRoots as c, promote as d, admitPlanned as f, parsePlan as g, parseRename as h, commitStaged as i, formatHeadSize as j, bootHeadSize as k, publish as l, formatRename as m, unlist as n, rollForward as o, planPromotion as p, rules as q, stageImages as r, prune as s, describeResolved as t, plannedChoice as u, list as v, parseTarExtension as w, extendTarHeader as x, parseStageWord as y, check as z };
