import { _ as StoreError, a as consumerNames, c as commit, d as parseProductName, f as byPath, g as InputError, h as parseSha256, i as checkRoot, l as serialise, m as sha256Once, n as request, o as everyRelease, p as sha256, r as publish, s as putProduct, t as portsFor, u as parseProducts, v as TrustError } from "./ports-D2Si091X.js";
import { chmod, link, lstat, mkdir, open, readFile, readdir, realpath, rm, rmdir, stat, unlink } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { createHash, randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { constants, linkSync, lstatSync, readFileSync, readdirSync, readlinkSync, renameSync, rmSync } from "node:fs";
import { execFileSync } from "node:child_process";
// src/adapters/directory/failure.ts
/** True for an error of the system; with `codes`, for one of these. */
function isSystemError(error, ...codes) {
	if (!(error instanceof Error && "code" in error && "syscall" in error)) return false;
	return typeof error.code === "string" && (codes.length === 0 || codes.includes(error.code));
}
/** `undefined` in place of an error of the system with one of `codes`. */
async function unless(codes, answer) {
	try {
		return await answer;
	} catch (error) {
		if (isSystemError(error, ...codes)) return void 0;
		throw error;
	}
}
/** Nothing lies there. */
const absent = ["ENOENT", "ENOTDIR"];
/** link(2), and what SMB, FUSE and older kernels answer: EPERM is the answer of FAT and exFAT. */
const linkUnsupported = [
	"EPERM",
	"ENOTSUP",
	"EOPNOTSUPP",
	"ENOSYS"
];
/**
* Runs `action`; an error of the system becomes a {@link StoreError}, every other one passes.
* @param task for people, with the place: `read /srv/images/streams/v1/index.json`
*/
async function asStoreError(task, action) {
	try {
		return await action();
	} catch (error) {
		throw isSystemError(error) ? storeError(task, error) : error;
	}
}
/** The {@link StoreError} for `cause`, which came of `task`. */
function storeError(task, cause) {
	const at = cause.dest ?? cause.path;
	const what = `cannot ${task}: ${cause.code}${at === void 0 ? "" : ` at ${at}`}`;
	switch (cause.code) {
		case "EACCES":
		case "EPERM": {
			const who = process.geteuid === void 0 ? "the user of this run" : `user ${process.geteuid()}`;
			return new StoreError("STORE_DENIED", `${what}: give ${who} permission to read and write there, and to search every folder above`, { cause });
		}
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
/**
* Makes `folder` and what is missing above it, for every user to read, as a web server must: the umask may add
* rights (of a group), not take these.
* @returns the folder above the first one made; `undefined` when all were there
*/
async function makeFolders(folder) {
	const first = await mkdir(folder, { recursive: true });
	if (first === void 0) return void 0;
	for (const made of chain(folder, first)) {
		const { mode } = await stat(made);
		if ((mode & 493) !== 493) await chmod(made, mode & 4095 | 493);
	}
	return dirname(first);
}
/** Makes the bytes of an open file durable, and the file one that every user can read. */
async function settle(file) {
	const { mode } = await file.stat();
	if ((mode & 420) !== 420) await file.chmod(mode & 4095 | 420);
	await file.sync();
}
/**
* Makes the names in `folder` and in the folders above it, up to `top`, durable: after a power failure a file is
* found only if each of them was written. All of them, for another process may have made one a moment ago.
*/
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
/** `folder`, the one above it, and so on to `top`; `folder` alone when it is not under `top`. */
function chain(folder, top) {
	const [first] = relative(top, folder).split(sep);
	return first === "" || first === ".." ? [folder] : [folder, ...chain(dirname(folder), top)];
}
// src/adapters/directory/file-source.ts
/** The open `file`, which is said to hold `content`, in one part. */
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
/** How often the folder of a new name is made again; each time, somebody has removed the last object in it. */
const tries = 100;
/**
* Makes `folder`, then runs `action`, which gives a file a name in it. Both again when the folder is gone in
* between: whoever removes the last object of a folder removes the folder too.
*/
async function inFolder(folder, action) {
	for (let attempt = 1;; attempt++) try {
		await makeFolders(folder);
		return await action();
	} catch (error) {
		if (!isSystemError(error, "ENOENT") || attempt === tries) throw error;
	}
}
/** False when something lies at `place` already. */
async function linkNew(link, copy, place) {
	try {
		await link(copy, place);
		return true;
	} catch (error) {
		if (isSystemError(error, "EEXIST")) return false;
		throw error;
	}
}
/** For a single writer, on a file system without hard links; no await in it keeps its own uploads apart. */
function renameNew(copy, place) {
	if (lstatSync(place, { throwIfNoEntry: false }) !== void 0) return false;
	renameSync(copy, place);
	return true;
}
// src/adapters/directory/object-file.ts
const chunk$1 = 4194304;
/** Opens the regular file at `place` to read it, hands it to `use`, and closes it; `undefined` when nothing lies there. */
async function withObjectFile(place, use) {
	const file = await openObject(place);
	if (file === void 0) return void 0;
	try {
		return await use(file);
	} finally {
		await file.close();
	}
}
/** The regular file at `place`, open to be read; `undefined` when nothing lies there. */
async function openObject(place) {
	const file = await unless(absent, open(place, constants.O_RDONLY | constants.O_NONBLOCK));
	if (file === void 0 || (await file.stat()).isFile()) return file;
	await file.close();
	throw notRegular(place);
}
function notRegular(place) {
	const message = `${place} is not a regular file, as every object of a root is; move it away`;
	return new StoreError("STORE_FAILED", message);
}
/** What identifies the bytes at `place`: their digest, for those of a head never recur. `undefined`: nothing is there. */
function revisionAt(place) {
	try {
		return sha256(readFileSync(place));
	} catch (error) {
		if (isSystemError(error, "ENOENT", "ENOTDIR")) return void 0;
		throw error;
	}
}
/** Whether `file` holds `content`. */
async function holds(file, content, signal) {
	const { size } = await file.stat();
	return size === content.size && await digestOf(file, signal) === content.sha256;
}
/** From where `file` is read next, which is its beginning. */
async function digestOf(file, signal) {
	const { size } = await file.stat();
	const hash = createHash("sha256");
	const buffer = Buffer.allocUnsafe(Math.min(chunk$1, size + 1));
	for (;;) {
		signal?.throwIfAborted();
		const { bytesRead } = await file.read(buffer);
		if (bytesRead === 0) return parseSha256(hash.digest("hex"));
		hash.update(buffer.subarray(0, bytesRead));
	}
}
/**
* Writes the bytes of `source` to `file`, reading ahead by one chunk.
* @throws InputError FILE_CHANGED when they are not the ones that were hashed
*/
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
/** As `writeFile`, which writes half a mebibyte at a time. */
async function writeAll(file, bytes) {
	for (let from = 0; from < bytes.length;) from += (await file.write(bytes, from, bytes.length - from)).bytesWritten;
}
// src/adapters/directory/place.ts
/**
* Where `path` lies under the folder `root`, whether or not something lies there.
* @throws StoreError when a link on the way leads out of the root, or nowhere
*/
async function placeOf(root, path) {
	const top = await unless(absent, realpath(root));
	if (top === void 0) return {
		root,
		file: join(root, path)
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
/** This process. */
function currentOwner(proc = "/proc") {
	return {
		...whereabouts(proc),
		pid: process.pid,
		start: processStatus(proc, process.pid)?.start ?? 0
	};
}
/** `owner` in one word, which is safe in a file's name. */
function formatOwner({ boot, namespace, pid, start }) {
	return [
		boot,
		namespace,
		pid,
		start
	].join(".");
}
/** What {@link formatOwner} made, or `undefined`. */
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
/** What `self` can tell of `owner`. `dead` and `alive` are certain. */
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
/** See proc_pid_stat(5): the name, field 2, may hold blanks and parentheses; field 3 is the state, field 22 the start. */
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
/**
* macOS has no /proc and no such namespaces, and tells its boot by sysctl. Where the system does not tell all of it, an
* id of this process alone: then nobody is taken for dead too early, and what a killed process leaves is waited for.
*/
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
	return execFileSync("/usr/sbin/sysctl", ["-n", "kern.bootsessionuuid"], {
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
/** After this, what a process that cannot be seen from here (another machine, another container) left is removed. */
const forsaken = 864e5;
/**
* Makes a file in `folder`, hands its path to `use`, and removes what `use` did not move away. Its name tells its
* owner, so that {@link sweepTemporaryFiles} finds what a killed process left.
*/
async function withTemporaryFile(folder, owner, fill, use) {
	const path = join(folder, `${formatOwner(owner)}.${randomUUID()}`);
	try {
		const file = await open(path, "wx");
		try {
			await fill(file);
		} finally {
			await file.close();
		}
		return await use(path);
	} finally {
		await rm(path, { force: true });
	}
}
/** Removes the temporary files in `folder` whose owners are dead. */
async function sweepTemporaryFiles(folder, self) {
	for (const name of await readdir(folder)) {
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
/**
* Copies `source` into a durable file, which then gets its name in one step, unless something lies there.
* @throws InputError FILE_CHANGED
*/
async function createFile(writer, path, source, onBytes) {
	const place = await writer.placeOf(path);
	const found = await compare(writer, place, source);
	if (found !== void 0) return found;
	const { temporary, owner, links } = await writer.workspace();
	return withTemporaryFile(temporary, owner, async (file) => {
		await copySource(source, file, {
			target: place.file,
			onBytes,
			signal: writer.signal
		});
		await settle(file);
	}, (copy) => appear(writer, copy, path, source, links));
}
/**
* As {@link createFile}, from an object of a root in another folder, or in this one.
* @returns `impossible` when what lies there is not `content`
*/
async function copyFile(writer, origin, path, content) {
	const found = await compare(writer, await writer.placeOf(path), content);
	if (found !== void 0) return found;
	const { file: place } = await placeOf(origin.root, origin.path);
	return await withObjectFile(place, async (file) => {
		if ((await file.stat()).size !== content.size) return void 0;
		return createFile(writer, path, fileSource(file, content)).catch(unlessChanged);
	}) ?? "impossible";
}
function unlessChanged(error) {
	if (error instanceof InputError && error.code === "FILE_CHANGED") return void 0;
	throw error;
}
/** Gives the finished `copy` its name, unless something got there before. */
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
		if (!await holds(file, content, signal)) return "different";
		const synced = syncFolders(dirname(place), root).then(() => "present");
		return unless(absent, synced);
	});
}
// src/adapters/directory/listing.ts
/** What a store itself needs, and no object; a root that is nested in this one has one too. */
const workspace = ".simplestreams";
/** How many questions the file system is asked at once. */
const together = 32;
/**
* The regular files below the folder. Symbolic links are not followed, and what they lead to is left out as well: a root
* may name it by the link, so nobody may take it for a file that nothing names.
*/
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
		const found = await inTurns(level, (below) => look(top, below));
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
/** Others may remove what is listed meanwhile; a link may lead nowhere, or to itself. */
const gone = ["ENOENT", "ELOOP"];
/** What lies in a folder itself. */
async function look(top, below) {
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
/** Whether a path is one of `targets`, or lies in one. */
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
/** In one piece, which is the reader's to keep. */
const chunk = 1048576;
/**
* The bytes of the object at `path`, as they are read.
* @throws StoreError when nothing lies there, it cannot be read, or its size changes meanwhile
*/
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
		const { size } = await file.stat();
		let left = size;
		for (;;) {
			signal?.throwIfAborted();
			const buffer = Buffer.allocUnsafeSlow(Math.min(chunk, left + 1));
			const { bytesRead } = await file.read(buffer);
			left -= bytesRead;
			if (bytesRead === 0 || left < 0) break;
			yield buffer.subarray(0, bytesRead);
		}
		if (left !== 0) {
			const message = `${place} changed while its ${size} bytes were read; end what writes to it`;
			throw new StoreError("STORE_FAILED", message);
		}
	} finally {
		await file.close();
	}
}
// src/adapters/directory/removing.ts
/** A root has it, be it empty: a publisher may be about to make its first head. */
const documents = join("streams", "v1");
/**
* Removes the object at `path`, and the folders above it in which nothing lies then.
* @throws StoreError when something else than an object lies there, or a symbolic link is on the way
*/
async function removeFile(root, path) {
	const place = await placeOf(root, path);
	if (place.file !== join(place.root, path)) throw new StoreError("STORE_FAILED", `${join(root, path)} is reached by a symbolic link, through which nothing is removed; remove it by hand`);
	if (await isThere(place.file)) await unless(absent, unlink(place.file));
	await removeEmptyFolders(place);
	return "removed";
}
async function isThere(file) {
	const found = await unless(absent, lstat(file));
	if (found?.isFile() === false) throw notRegular(file);
	return found !== void 0;
}
/** What a run that was ended in between has left is removed as well, so it does not matter whether the object was there. */
async function removeEmptyFolders({ root, file }) {
	const segments = relative(root, dirname(file)).split(sep);
	for (let depth = segments.length; depth > 0; depth--) {
		const folder = segments.slice(0, depth).join(sep);
		if (folder === "" || folder === documents) return;
		if (!await removeEmptyFolder(join(root, folder))) return;
	}
}
/** False when it stays: something lies in it, it is a file system of its own, or it is not this user's to remove. */
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
// src/adapters/directory/lock-file.ts
/** What a lock file holds that nobody owns. */
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
/** 0 when there is no lock file yet. */
function highestLock(locks) {
	return Math.max(0, ...lockNumbers(locks));
}
/**
* Who holds the lock by the file of this number; `undefined`: nobody, or somebody dead.
* @param abandoned an owner that cannot be seen from here is taken for dead after so many milliseconds
*/
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
/** By the clock of the file system, which is one for all machines. link(2) sets ctime, and nothing does after it. */
async function ageOf({ temporary, owner }, file) {
	const made = await stat(file);
	return (await withTemporaryFile(temporary, owner, async () => void 0, (path) => stat(path))).ctimeMs - made.ctimeMs;
}
// src/adapters/directory/numbered-lock.ts
/** Numbers below one's own that are kept: a listing that runs beside the making of files may miss some of them. */
const kept = 16;
/**
* Runs `action` while no other process runs one under the same lock, which dies with its owner.
*
* The lock is the file `lock.N` of the highest number, which tells its owner, or that it is free. Who finds it free, or
* its owner dead, makes the next number by link(2), which only one can. A number once passed is never the highest again:
* so whoever slept between finding and making, and made a number that others had used and cleared away, sees by
* listing again that it is too late. `action` is synchronous, as is all that lies between making a number and freeing
* it, so that no busy event loop keeps the lock.
*
* @throws StoreError when the lock cannot be had in time
*/
async function withNumberedLock(place, action, limits = {}) {
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
/** Makes `number` and runs `action`, unless somebody else made it or a higher one. */
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
		release(locks, number, free);
	}
}
function release(locks, number, free) {
	try {
		renameSync(free, lockFile(locks, number));
		for (const old of lockNumbers(locks)) if (old <= number - kept) rmSync(lockFile(locks, old), { force: true });
	} catch {}
}
function heldTooLong(locks, holder, patience) {
	const waited = `waited ${Math.round(patience / 1e3)} s for the lock in ${locks}`;
	if (holder?.owner === void 0) return `${waited}: other processes kept taking it; run again`;
	const { pid } = holder.owner;
	return holder.state === "alive" ? `${waited}: process ${pid} holds it and is still there; end it if it hangs, then run again` : `${waited}: process ${pid} of another machine or container holds it; run again in a minute`;
}
// src/adapters/directory/replacing.ts
/** Puts a durable file in place of the one whose revision is `revision`, in one step, under the lock of the root. */
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
// src/adapters/directory/workspace.ts
/**
* Makes the root and its workspace where missing, and removes what killed processes left in it.
* @throws StoreError STORE_NO_COMPARE_AND_SWAP without hard links, unless there is a single writer: before any
* image was copied
*/
async function openWorkspace(root, singleWriter, link) {
	const temporary = join(root, ".simplestreams", "tmp");
	const locks = join(root, ".simplestreams", "lock");
	for (const folder of [temporary, locks]) {
		const above = await makeFolders(folder);
		if (above !== void 0) await syncFolders(folder, above);
	}
	const owner = currentOwner();
	await sweepTemporaryFiles(temporary, owner);
	const refusal = await linkRefusal(temporary, owner, link);
	if (refusal !== void 0 && !singleWriter) throw new StoreError("STORE_NO_COMPARE_AND_SWAP", `the file system of ${root} has no hard links, and without them two publishers at once could lose each other's images; use a folder of another file system, or state \`single-writer: true\` if never more than one publisher writes at a time`, { cause: refusal });
	return {
		temporary,
		locks,
		owner,
		links: refusal === void 0
	};
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
// src/adapters/directory/writer.ts
function openWriter({ root, link, singleWriter, signal }) {
	let opened;
	return {
		root,
		link,
		signal,
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
/**
* A root in a folder, which a web server serves. Headers are the web server's affair.
*
* Every object appears, or is replaced, in one step by link(2) or rename(2) of a durable file, so no reader and no
* crash ever sees a part of one. Writers, also on other machines, are kept apart by a lock in `.simplestreams/`.
*/
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
		digest: (path) => as("read", path, async () => withObjectFile((await placeOf(root, path)).file, (file) => digestOf(file, signal))),
		remove: (path) => as("remove", path, () => removeFile(root, path)),
		keepsVersions: async () => false,
		stream: (path) => streamFile(root, path, signal)
	};
	roots.set(store, root);
	return store;
}
/** What stores of this kind know of each other: a copy needs the bytes of nobody else. */
const roots = /* @__PURE__ */ new WeakMap();
async function readFile$1(root, path, limit) {
	const { file: place } = await placeOf(root, path);
	return withObjectFile(place, async (file) => {
		const { size, mtime } = await file.stat();
		if (size > limit) throw new TrustError("DOCUMENT_TOO_LARGE", `${place} has ${size} bytes, more than the ${limit} that such a document may have`);
		const bytes = await file.readFile();
		return {
			bytes,
			revision: sha256Once(bytes),
			modified: mtime,
			now: /* @__PURE__ */ new Date()
		};
	});
}
async function statFile(root, path) {
	const { file: place } = await placeOf(root, path);
	return withObjectFile(place, async (file) => {
		const { size, mtime } = await file.stat();
		return {
			size,
			sha256: void 0,
			modified: mtime,
			now: /* @__PURE__ */ new Date()
		};
	});
}
// bench/support/synthetic-root.ts
const perProduct = 100;
const perVersion = 4;
/** A products document of `count` items, as LXD and Incus read them: 36 MB of JSON for 100,000. */
function syntheticProducts(count) {
	const versionsOf = perProduct / perVersion;
	const products = {};
	for (let n = 0; n < count / perProduct; n++) {
		const release = `r${String(n).padStart(5, "0")}`;
		const versions = Array.from({ length: versionsOf }, (_, v) => {
			const serial = `2026${String(1 + v % 12).padStart(2, "0")}${String(1 + v).padStart(2, "0")}_0400`;
			return [serial, { items: itemsOf(release, serial) }];
		});
		products[`synthetic:${release}:amd64:default`] = {
			aliases: `synthetic/${release}/default,synthetic/${release}`,
			arch: "amd64",
			os: "Synthetic",
			release,
			release_title: release,
			variant: "default",
			versions: Object.fromEntries(versions)
		};
	}
	return {
		format: "products:1.0",
		content_id: "images",
		datatype: "image-downloads",
		products
	};
}
function itemsOf(release, serial) {
	const digestOf = (what) => createHash("sha256").update(`${what} ${release} ${serial}`).digest("hex");
	const item = (ftype, file, size, combined = {}) => {
		const sha256 = digestOf(file);
		const folder = `synthetic/${release}/amd64/default/${serial}/${sha256.slice(0, 32)}`;
		return {
			...combined,
			ftype,
			path: `${folder}/${file}`,
			sha256,
			size
		};
	};
	const combined = {
		combined_squashfs_sha256: digestOf("squashfs"),
		"combined_disk-kvm-img_sha256": digestOf("disk")
	};
	return {
		"lxd.tar.xz": item("lxd.tar.xz", "lxd.tar.xz", 700, combined),
		"incus.tar.xz": item("incus.tar.xz", "incus.tar.xz", 704, combined),
		"root.squashfs": item("squashfs", "root.squashfs", 3145728),
		"disk.qcow2": item("disk-kvm.img", "disk.qcow2", 8388608)
	};
}
// bench/children/documents.ts
const [task, folder = "", keyFile = "", word = ""] = process.argv.slice(2);
const store = directoryStore({
	folder,
	singleWriter: false
});
const ports = await portsFor(store, await readFile(keyFile, "utf8"), word);
async function make() {
	const changed = /* @__PURE__ */ new Map([["images", syntheticProducts(Number(word))]]);
	await commit(ports, {
		adopt: false,
		acceptRollback: false,
		dryRun: false,
		onPlan: () => void 0
	}, () => ({
		outcome: void 0,
		changed,
		files: []
	}));
}
async function publishOne() {
	const { changed } = await publish(request(), ports);
	if (!changed) throw new Error("nothing was published");
}
/** Verify, parse, validate, change, check by the rules of every consumer, serialise, sign, and verify again. */
async function document() {
	const bytes = await readFile(join(folder, "streams/v1/images.sjson"));
	const { signing } = ports;
	const name = parseProductName("synthetic:new:amd64:default");
	if (signing === void 0 || name === void 0) throw new Error("there is nothing to sign with");
	const { text } = await signing.verifier.clearsigned(bytes, "images.sjson");
	const after = putProduct(parseProducts(text, "images.sjson"), name, { arch: "amd64" });
	checkRoot({
		index: void 0,
		signed: true,
		documents: /* @__PURE__ */ new Map([["images", after]])
	}, consumerNames.map(everyRelease));
	await signing.signer.clearsign(serialise(after));
}
async function measured(work) {
	const began = performance.now();
	await work();
	const seconds = (performance.now() - began) / 1e3;
	const peak = process.resourceUsage().maxRSS / 1024;
	process.stdout.write(`${JSON.stringify({
		seconds,
		peak
	})}\n`);
}
if (task === "make") await make();
else await measured(task === "publish" ? publishOne : document);
export {};
