import { F as openImages, R as wire, Xn as InputError, bn as parseRelativePath, bt as readImages, n as countsOf, r as manyReport, u as publishImages } from "./publish.mjs";
import { t as readManyRoots } from "./many-roots.mjs";
// src/app/publish-roots.ts
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
function storedFiles({ published, dryRun }) {
	return (dryRun ? [] : published.flatMap((image) => image.items)).flatMap(({ sha256, path }) => {
		const safe = parseRelativePath(path);
		return safe === void 0 ? [] : [[sha256, safe]];
	});
}
async function readAll(publications) {
	const read = [];
	const failures = [];
	for (const publication of publications) try {
		const { request, ports } = publication;
		const images = await readImages(request, ports, ports.store);
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
// src/faces/images-file/shared-images.ts
function sharedImages(images) {
	const opened = /* @__PURE__ */ new Map();
	const hashed = /* @__PURE__ */ new Map();
	async function hashMissing(files, wanted, onBytes, draftOf) {
		const missing = files.filter((file) => !serves(hashed.get(file), file, wanted));
		if (missing.length === 0) return;
		const draft = async (file) => hashed.has(file) ? void 0 : draftOf?.(file);
		const found = await images.hash(missing, wanted, onBytes, draft);
		for (const [at, file] of found.entries()) {
			const image = missing[at];
			if (image !== void 0) hashed.set(image, {
				...wanted,
				file
			});
		}
	}
	return {
		async open(paths) {
			const found = await images.open(paths.filter((path) => !opened.has(path)));
			for (const image of found) opened.set(image.path, image);
			return paths.flatMap((path) => opened.get(path) ?? []);
		},
		async hash(files, wanted, onBytes, draftOf) {
			await hashMissing(files, wanted, onBytes, draftOf);
			return files.flatMap((file) => hashed.get(file)?.file ?? []);
		},
		close: () => images.close()
	};
}
function serves(found, file, wanted) {
	if (found === void 0) return false;
	const { metadata } = wanted;
	return (metadata === void 0 || metadata === file || metadata === found.metadata) && (found.md5 || !wanted.md5);
}
// src/faces/publishing-many.ts
async function publishMany(publishing, surroundings) {
	const { reading, environment, reporter, known } = publishing;
	const { roots, skipped } = await readManyRoots(reading, surroundings, environment);
	for (const name of skipped) reporter.warning(`left out, since none of its files is there: ${name}`);
	const images = sharedImages(openImages(roots, publishing));
	const publications = await Promise.all(roots.map(async (settings) => ({
		request: settings.request,
		ports: await wire(settings, publishing, images)
	})));
	const reports = [];
	known.set("dryRun", reading.boolean("dry-run")).set("roots", reports).set("skipped", skipped);
	await publishRoots(publications, (report) => {
		reports.push(report);
		reporter.info(`${report.root}: ${countsOf(report)}`);
	});
	return manyReport(reports, skipped);
}
export { publishMany };
