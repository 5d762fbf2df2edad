import { U as isNestedDeeper, X as readKeysAndReport, Xn as InputError, Y as readImage$1, Z as readNames, ct as expandFiles, et as readRootRequest, gt as fileAt, it as readRoot, ot as readRetention } from "./publish.mjs";
import { C as retentionInputs, V as variablesOf, b as inputOf, h as nearest, v as shown, w as imageInputs, x as inputs } from "./inputs.mjs";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
// src/faces/images-file/file-text.ts
const largestFile = 1048576;
function readFileText(reading, cwd) {
	return reading.text("images", (path, wrong) => {
		const text = readText(resolve(cwd, path), wrong);
		return text === void 0 ? void 0 : {
			path,
			text
		};
	});
}
function readText(path, wrong) {
	try {
		const found = fileAt(path);
		if (found === void 0) return wrong("there is no such file");
		if (!found.isFile()) return wrong("it is not a regular file");
		if (found.size > largestFile) return wrong("it is larger than 1 MiB");
		return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
	} catch (error) {
		return wrong(error instanceof TypeError ? "it is not UTF-8" : error instanceof Error ? error.message : void 0);
	}
}
// src/faces/images-file/expand.ts
const reference = /\$\$\{|\$\{([^}]*)(\}?)/g;
function expansion(scope, wrong) {
	return (located) => {
		let right = true;
		const text = located.text.replaceAll(reference, (found, name = "", end = "") => {
			if (found === "$${") return found.slice(1);
			const value = end === "" ? void 0 : scope.get(name);
			if (value !== void 0) return value;
			wrong(located.at, `${shown(located.text)}: ${why(name, end, scope)}`);
			right = false;
			return "";
		});
		return right ? {
			...located,
			text
		} : void 0;
	};
}
function why(name, end, scope) {
	if (end === "") return "there is no } after its ${; a ${ of the text itself is written $${";
	if (scope.has(name)) return `the environment variable ${name} is not set, or empty`;
	const guess = nearest(name, [...scope.keys()]);
	const meant = guess === void 0 ? "" : `, or did you mean ${guess}?`;
	return `${shown(name)} stands for nothing: make it a key of matrix, or list the environment variable under variables${meant}`;
}
function variablesScope(names, environment, wrong) {
	const secrets = inputs.filter(({ kind }) => kind === "secret").flatMap(variablesOf);
	const scope = /* @__PURE__ */ new Map();
	for (const { text, at } of names) if (secrets.includes(text)) wrong(at, `${text} holds a secret, which belongs in no document`);
	else scope.set(text, environment[text] === "" ? void 0 : environment[text]);
	return scope;
}
// src/faces/images-file/located.ts
function plainValue(located) {
	switch (located.kind) {
		case "text": return located.text;
		case "list": return located.members.map(plainValue);
		case "map": return Object.fromEntries([...located.entries].map(([key, { value }]) => [key, plainValue(value)]));
	}
}
function under(located, key) {
	return located?.kind === "map" ? located.entries.get(key)?.value : void 0;
}
function textsOf(located) {
	if (located === void 0 || located.kind === "map") return [];
	return (located.kind === "list" ? located.members : [located]).filter((member) => member.kind === "text");
}
function membersOf(located) {
	return located?.kind === "list" ? located.members : [];
}
function entriesOf(located) {
	return located?.kind === "map" ? [...located.entries] : [];
}
// src/faces/images-file/file-values.ts
function placeIn(path, { line, column }) {
	return `${path}:${line}:${column}`;
}
function valuesOf(map, keys, source) {
	const values = /* @__PURE__ */ new Map();
	for (const { key, input, shape } of keys) {
		const value = under(map, key);
		if (input === void 0 || value === void 0) continue;
		const texts = shape === "pairs" ? pairsOf(value, source.expand) : textsIn(value, shape, source);
		const given = givenOf(key, value.at, texts, source);
		if (given !== void 0) values.set(input, given);
	}
	return values;
}
function givenOf(key, at, texts, { path, wrong }) {
	const empty = texts.find(({ text }) => text === "");
	if (empty !== void 0) return wrong(empty.at, `${key} is empty: leave it out`);
	return {
		as: `${placeIn(path, at)} ${key}`,
		texts: texts.map(({ text }) => text),
		members: texts.map((text) => `${placeIn(path, text.at)} ${key}`)
	};
}
function textsIn(value, shape, { expand }) {
	return (shape === "list" || value.kind === "text" ? textsOf(value) : []).map(expand).filter((text) => text !== void 0);
}
function pairsOf(value, expand) {
	return entriesOf(value).flatMap(([key, { at, value: inner }]) => {
		const text = inner.kind === "text" ? expand(inner) : void 0;
		return text === void 0 ? [] : [{
			...text,
			at,
			text: `${key}=${text.text}`
		}];
	});
}
// src/faces/images-file/keys.ts
const roots = {
	key: "roots",
	shape: "list",
	description: "The names of the roots that the image goes to.",
	otherwise: "all of them"
};
const rootKeys = [
	{
		key: "name",
		shape: "text",
		description: "What images and messages call the root.",
		otherwise: "its `url`"
	},
	{
		...keyOf("root"),
		key: "url",
		otherwise: "the input `root`"
	},
	{
		...keyOf("for"),
		otherwise: "the input `for`"
	},
	keyOf("public-url"),
	keyOf("content-id"),
	keyOf("stream-name"),
	keyOf("endpoint"),
	keyOf("region"),
	keyOf("expected-bucket-owner"),
	keyOf("single-writer")
];
const defaultKeys = [...imageInputs, ...retentionInputs].map(({ name }) => keyOf(name));
const imageKeys = [
	{
		key: "name",
		shape: "text",
		description: "What messages call the image.",
		otherwise: "its place in the file"
	},
	{
		...keyOf("files"),
		required: true
	},
	roots,
	{
		key: "matrix",
		shape: "lists",
		description: "Lists of values: there is one image for each combination. A key that is an input gives it its value; `${key}` stands for the value in all texts of the image.",
		otherwise: "there is one image"
	},
	{
		key: "allow-missing",
		shape: "boolean",
		description: "Whether the image may be left out when none of its files is there. The summary names it.",
		otherwise: "`false`"
	},
	...defaultKeys
];
const topKeys = {
	roots: "The roots that are published into, one after the other, each by one commit. Without it, one: the inputs `root` and `for`.",
	variables: "The environment variables that `${NAME}` may stand for in the texts of this file. No other one is looked at.",
	defaults: "What holds for every image that says nothing else.",
	images: "The images, each with all of its files."
};
function keyOf(name) {
	const { description, format, otherwise, kind } = inputOf(name);
	return {
		key: name,
		shape: shapeOf(name, kind),
		description,
		...format === void 0 ? {} : { format },
		...otherwise === void 0 ? {} : { otherwise },
		input: name
	};
}
function shapeOf(name, kind) {
	if (kind === "boolean") return "boolean";
	if (kind !== "list") return "text";
	return name === "requirement" || name === "tag" ? "pairs" : "list";
}
// src/faces/images-file/matrix.ts
const mostImages = 1e3;
function cellsOf(matrix, variables, expand, wrong) {
	const axes = entriesOf(matrix).map(([key, { at, value }]) => {
		const unfit = unfitKey(key, variables);
		if (unfit !== void 0) wrong(at, `matrix: ${unfit}`);
		return {
			key,
			texts: textsOf(value).map(expand).filter((text) => text !== void 0)
		};
	});
	const count = axes.reduce((product, { texts }) => product * texts.length, 1);
	if (matrix !== void 0 && count > 1e3) {
		wrong(matrix.at, `matrix: these are ${count} images; ${mostImages} are the most`);
		return [];
	}
	return axes.reduce((cells, { key, texts }) => cells.flatMap((cell) => texts.map((text) => new Map([...cell, [key, text]]))), [/* @__PURE__ */ new Map()]);
}
function unfitKey(key, variables) {
	if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(key)) return `the key ${shown(key)} is none: expected a letter, then letters, digits, _ and -`;
	if (variables.has(key)) return `${key} is in variables, too: give it another name`;
	const known = imageKeys.find((each) => each.key === key);
	if (known !== void 0 && (known.shape !== "text" || known.input === void 0)) return `${key} cannot be a key of it: give ${key} to the image, with \${…} in its texts`;
}
function describeCell(cell) {
	return [...cell].map(([key, { text }]) => `${key} ${text}`).join(", ");
}
// src/faces/images-file/root-entries.ts
function readRootEntries(roots, source) {
	if (roots === void 0) return [{
		name: "the root",
		place: source.path,
		values: /* @__PURE__ */ new Map()
	}];
	const seen = /* @__PURE__ */ new Map();
	return membersOf(roots).map((root) => {
		const values = valuesOf(root, rootKeys, source);
		const url = values.get("root")?.texts[0];
		const named = under(root, "name");
		const entry = {
			name: (named?.kind === "text" ? source.expand(named)?.text : url) ?? "the root",
			place: placeIn(source.path, root.at),
			values
		};
		for (const key of /* @__PURE__ */ new Set([entry.name, url])) {
			const twin = key === void 0 ? void 0 : seen.get(key);
			if (twin !== void 0) source.wrong(root.at, `this is ${shown(key ?? "")} again, after ${twin.place}`);
			if (key !== void 0) seen.set(key, entry);
		}
		return entry;
	});
}
function rootsNamed(names, roots, { wrong }) {
	if (names === void 0) return roots;
	const known = roots.map(({ name }) => name);
	return names.flatMap(({ text, at }) => {
		const root = roots.find(({ name }) => name === text);
		if (root !== void 0) return [root];
		const guess = nearest(text, known);
		const meant = guess === void 0 ? `expected ${known.join(", ")}` : `did you mean ${guess}?`;
		return wrong(at, `roots: there is no root ${shown(text)}: ${meant}`) ?? [];
	});
}
// src/faces/images-file/image-entries.ts
function readImageEntries(images, surroundings) {
	const { wrong } = surroundings.source;
	const seen = /* @__PURE__ */ new Map();
	const entries = [];
	for (const [at, image] of membersOf(images).entries()) {
		const made = readImage(image, `images[${at}]`, surroundings);
		if (entries.length + made.length > 1e3) {
			wrong(image.at, `with this there are more than ${mostImages} images`);
			break;
		}
		for (const { name } of made) {
			const twin = seen.get(name);
			if (twin !== void 0) wrong(image.at, `${shown(name)} is also the name of the image of line ${twin.line}`);
			seen.set(name, image.at);
		}
		entries.push(...made);
	}
	return entries;
}
function readImage(image, position, { source, variables, defaults, roots }) {
	const { wrong, expand } = source;
	const matrix = under(image, "matrix");
	for (const [key] of entriesOf(matrix)) {
		const own = under(image, key);
		if (own !== void 0) wrong(own.at, `${key} is a key of matrix, too: give it once`);
	}
	const named = under(image, "roots");
	const goesTo = rootsNamed(named === void 0 ? void 0 : textsOf(named), roots, source);
	const optional = under(image, "allow-missing");
	return cellsOf(matrix, variables, expand, wrong).map((cell) => {
		const inCell = {
			...source,
			expand: expansion(scopeOf(cell, variables), wrong)
		};
		return {
			name: nameOf(image, position, cell, inCell),
			roots: goesTo,
			values: new Map([
				...valuesOf(defaults, defaultKeys, inCell),
				...valuesOf(image, imageKeys, inCell),
				...cellValues(cell, source)
			]),
			optional: optional?.kind === "text" && optional.text.toLowerCase() === "true"
		};
	});
}
function scopeOf(cell, variables) {
	return new Map([...variables, ...[...cell].map(([key, { text }]) => [key, text])]);
}
function cellValues(cell, source) {
	const values = /* @__PURE__ */ new Map();
	for (const { key, input } of imageKeys) {
		const text = cell.get(key);
		const given = text === void 0 ? void 0 : givenOf(key, text.at, [text], source);
		if (input !== void 0 && given !== void 0) values.set(input, given);
	}
	return values;
}
function nameOf(image, position, cell, { expand }) {
	const named = under(image, "name");
	const name = named?.kind === "text" ? expand(named)?.text ?? position : position;
	return cell.size > 0 && (named?.kind !== "text" || named.text === name) ? `${name} (${describeCell(cell)})` : name;
}
// src/core/schema/generated/is-images-file.js
const isImagesFile = validate20;
const schema31 = {
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
const func1 = Object.prototype.hasOwnProperty;
const pattern4 = /* @__PURE__ */ new RegExp("^(true|True|TRUE|false|False|FALSE)$", "u");
const pattern5 = /* @__PURE__ */ new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate20.evaluated;
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
						for (const key1 in data1) if (!func1.call(schema31.properties.roots.items.properties, key1)) {
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
									params: { type: schema31.properties.roots.items.properties.name.type }
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
									params: { type: schema31.properties.roots.items.properties.url.type }
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
									params: { type: schema31.properties.roots.items.properties.for.type }
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
											params: { type: schema31.properties.roots.items.properties.for.items.type }
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
									params: { type: schema31.properties.roots.items.properties["public-url"].type }
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
									params: { type: schema31.properties.roots.items.properties["content-id"].type }
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
									params: { type: schema31.properties.roots.items.properties["stream-name"].type }
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
									params: { type: schema31.properties.roots.items.properties.endpoint.type }
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
									params: { type: schema31.properties.roots.items.properties.region.type }
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
									params: { type: schema31.properties.roots.items.properties["expected-bucket-owner"].type }
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
									params: { type: schema31.properties.roots.items.properties["single-writer"].type }
								};
								if (vErrors === null) vErrors = [err14];
								else vErrors.push(err14);
								errors++;
							}
							if (typeof data12 === "string") {
								if (!pattern4.test(data12)) {
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
						if (!pattern5.test(data14)) {
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
				for (const key2 in data15) if (!func1.call(schema31.properties.defaults.properties, key2)) {
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
							params: { type: schema31.properties.defaults.properties["content-id"].type }
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
							params: { type: schema31.properties.defaults.properties.product.type }
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
							params: { type: schema31.properties.defaults.properties["stream-name"].type }
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
							params: { type: schema31.properties.defaults.properties.os.type }
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
							params: { type: schema31.properties.defaults.properties.release.type }
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
							params: { type: schema31.properties.defaults.properties["release-title"].type }
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
							params: { type: schema31.properties.defaults.properties["os-version"].type }
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
							params: { type: schema31.properties.defaults.properties.arch.type }
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
							params: { type: schema31.properties.defaults.properties.variant.type }
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
							params: { type: schema31.properties.defaults.properties.subarch.type }
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
							params: { type: schema31.properties.defaults.properties.label.type }
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
							params: { type: schema31.properties.defaults.properties.serial.type }
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
							params: { type: schema31.properties.defaults.properties.alias.type }
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
									params: { type: schema31.properties.defaults.properties.alias.items.type }
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
								params: { type: schema31.properties.defaults.properties.requirement.additionalProperties.type }
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
								params: { type: schema31.properties.defaults.properties.tag.additionalProperties.type }
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
							params: { type: schema31.properties.defaults.properties.keep.type }
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
							params: { type: schema31.properties.defaults.properties["keep-for"].type }
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
							params: { type: schema31.properties.defaults.properties.pin.type }
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
									params: { type: schema31.properties.defaults.properties.pin.items.type }
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
						for (const key5 in data39) if (!func1.call(schema31.properties.images.items.properties, key5)) {
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
									params: { type: schema31.properties.images.items.properties.name.type }
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
									params: { type: schema31.properties.images.items.properties.files.type }
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
											params: { type: schema31.properties.images.items.properties.files.items.type }
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
									params: { type: schema31.properties.images.items.properties.roots.type }
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
											params: { type: schema31.properties.images.items.properties.roots.items.type }
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
												params: { type: schema31.properties.images.items.properties.matrix.additionalProperties.items.type }
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
									params: { type: schema31.properties.images.items.properties["allow-missing"].type }
								};
								if (vErrors === null) vErrors = [err58];
								else vErrors.push(err58);
								errors++;
							}
							if (typeof data48 === "string") {
								if (!pattern4.test(data48)) {
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
									params: { type: schema31.properties.images.items.properties["content-id"].type }
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
									params: { type: schema31.properties.images.items.properties.product.type }
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
									params: { type: schema31.properties.images.items.properties["stream-name"].type }
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
									params: { type: schema31.properties.images.items.properties.os.type }
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
									params: { type: schema31.properties.images.items.properties.release.type }
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
									params: { type: schema31.properties.images.items.properties["release-title"].type }
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
									params: { type: schema31.properties.images.items.properties["os-version"].type }
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
									params: { type: schema31.properties.images.items.properties.arch.type }
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
									params: { type: schema31.properties.images.items.properties.variant.type }
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
									params: { type: schema31.properties.images.items.properties.subarch.type }
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
									params: { type: schema31.properties.images.items.properties.label.type }
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
									params: { type: schema31.properties.images.items.properties.serial.type }
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
									params: { type: schema31.properties.images.items.properties.alias.type }
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
											params: { type: schema31.properties.images.items.properties.alias.items.type }
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
										params: { type: schema31.properties.images.items.properties.requirement.additionalProperties.type }
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
										params: { type: schema31.properties.images.items.properties.tag.additionalProperties.type }
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
									params: { type: schema31.properties.images.items.properties.keep.type }
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
									params: { type: schema31.properties.images.items.properties["keep-for"].type }
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
									params: { type: schema31.properties.images.items.properties.pin.type }
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
											params: { type: schema31.properties.images.items.properties.pin.items.type }
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
	validate20.errors = vErrors;
	return errors === 0;
}
validate20.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
// src/faces/images-file/schema-problems.ts
function checkSchema(file, wrong) {
	if (isImagesFile(plainValue(file))) return;
	for (const problem of isImagesFile.errors ?? []) tell(problem, file, wrong);
}
function tell(problem, file, wrong) {
	const tokens = problem.instancePath.split("/").slice(1).map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
	const value = tokens.reduce(stepInto, file);
	const path = tokens.map((token) => /^\d+$/.test(token) ? `[${token}]` : `.${token}`).join("");
	const name = path === "" ? "" : `${path.replace(/^\./, "")}: `;
	if (problem.keyword === "additionalProperties") {
		const key = String(problem.params.additionalProperty);
		wrong(entriesOf(value).find(([each]) => each === key)?.[1].at ?? value.at, `${name}${unknownKey(key, tokens)}`);
	} else wrong(value.at, `${name}${rule(problem, value)}`);
}
function stepInto(value, token) {
	if (value.kind === "list") return value.members[Number(token)] ?? value;
	return entriesOf(value).find(([key]) => key === token)?.[1].value ?? value;
}
function unknownKey(key, [top]) {
	const known = keysOf(top);
	const guess = nearest(key, known);
	return `there is no key ${shown(key)} here: ${guess === void 0 ? `expected ${known.join(", ")}` : `did you mean ${guess}?`}`;
}
function keysOf(top) {
	const table = top === void 0 ? void 0 : {
		roots: rootKeys,
		defaults: defaultKeys,
		images: imageKeys
	}[top];
	return table === void 0 ? Object.keys(topKeys) : table.map(({ key }) => key);
}
function rule({ keyword, params }, value) {
	switch (keyword) {
		case "required": return `${params.missingProperty} is missing`;
		case "minItems": return "the list is empty";
		case "pattern": return `${found(value)}: expected ${String(params.pattern).includes("true") ? "true or false" : "the name of an environment variable"}`;
		default: return `expected ${[params.type].flat().map(kindName).filter(unique).join(" or ")}, found ${found(value)}`;
	}
}
function unique(name, at, names) {
	return names.indexOf(name) === at;
}
function kindName(type) {
	if (type === "array") return "a list";
	return type === "object" ? "a map" : "text";
}
function found(value) {
	if (value.kind === "text") return shown(value.text);
	return value.kind === "list" ? "a list" : "a map";
}
// src/faces/images-file/extent.ts
const mostValues = 1e5;
function openExtents() {
	const extents = /* @__PURE__ */ new Map();
	return { add(located, inner) {
		let values = 1;
		let deepest = 0;
		for (const each of inner) {
			const extent = extents.get(each);
			values += extent?.values ?? 0;
			deepest = Math.max(deepest, extent?.levels ?? 0);
		}
		extents.set(located, {
			values,
			levels: deepest + 1
		});
		if (values > mostValues) return `${mostValues} values`;
		return deepest >= 50 ? `50 levels` : void 0;
	} };
}
// src/faces/images-file/locate.ts
function locate(root, kinds, placeOf, wrong) {
	const anchors = /* @__PURE__ */ new Map();
	const extents = openExtents();
	let refused = false;
	function refuse(at, why) {
		if (!refused) wrong(at, why);
		refused = true;
	}
	function measured(located, inner) {
		const limit = extents.add(located, inner);
		if (limit !== void 0) refuse(located.at, `its aliases make more than ${limit} of it`);
		return located;
	}
	function locatedOf(node, otherwise) {
		if (kinds.isAlias(node)) return named(node.source, placeAt(node, otherwise));
		if (kinds.isSeq(node)) return anchored(node, list(node.items, placeAt(node, otherwise)));
		if (kinds.isMap(node)) return anchored(node, map(node.items, placeAt(node, otherwise)));
		const text = kinds.isScalar(node) && typeof node.value === "string" ? node.value : "";
		const located = measured({
			kind: "text",
			at: placeAt(node, otherwise),
			text
		}, []);
		return kinds.isScalar(node) ? anchored(node, located) : located;
	}
	function placeAt(node, otherwise) {
		const range = kinds.isNode(node) ? node.range : void 0;
		return range == null ? otherwise : placeOf(range[0]);
	}
	function anchored({ anchor }, located) {
		if (anchor !== void 0) anchors.set(anchor, located);
		return located;
	}
	function named(anchor, at) {
		const located = anchors.get(anchor);
		if (located !== void 0) return located;
		refuse(at, `there is no anchor &${anchor} before *${anchor}`);
		return measured({
			kind: "text",
			at,
			text: ""
		}, []);
	}
	function list(items, at) {
		const members = items.map((item) => locatedOf(item, at));
		return measured({
			kind: "list",
			at,
			members
		}, members);
	}
	function map(pairs, at) {
		const own = /* @__PURE__ */ new Map();
		const merged = /* @__PURE__ */ new Map();
		for (const { key, value } of pairs) {
			const keyAt = placeAt(key, at);
			const name = kinds.isScalar(key) ? String(key.value) : "";
			const entry = {
				at: keyAt,
				value: locatedOf(value, keyAt)
			};
			if (name === "<<") merge(entry, merged);
			else if (own.has(name)) refuse(keyAt, `the key ${shown(name)} is there twice in one map`);
			else own.set(name, entry);
		}
		const entries = new Map([...merged, ...own]);
		return measured({
			kind: "map",
			at,
			entries
		}, [...entries.values()].map(({ value }) => value));
	}
	function merge({ at, value }, into) {
		const maps = value.kind === "list" ? value.members : [value];
		for (const each of maps) {
			if (each.kind !== "map") refuse(at, "what << merges must be a map, or a list of maps");
			for (const [name, entry] of entriesOf(each)) if (!into.has(name)) into.set(name, entry);
		}
	}
	const located = locatedOf(root, {
		line: 1,
		column: 1
	});
	return refused ? void 0 : located;
}
// src/faces/images-file/yaml-tree.ts
const mostErrors = 5;
const quoting = "between [ ] and { } a text with ${…} needs quotes";
const start = {
	line: 1,
	column: 1
};
async function parseTree(text, wrong) {
	const { LineCounter, Parser, parseDocument, isAlias, isMap, isNode, isScalar, isSeq } = await import("./dist2.mjs");
	if (isNestedDeeper([...new Parser().parse(text)], 50)) return wrong(start, `it is nested more than 50 levels deep`);
	const lines = new LineCounter();
	const document = parseDocument(text, {
		lineCounter: lines,
		prettyErrors: false,
		schema: "failsafe",
		resolveKnownTags: false,
		stringKeys: true,
		uniqueKeys: false
	});
	if (document.errors.length > 0) {
		tellErrors(document.errors, text, lines, wrong);
		return;
	}
	const { contents } = document;
	if (contents === null || isScalar(contents) && contents.value === "") return wrong(start, "it is empty");
	return locate(contents, {
		isAlias,
		isMap,
		isNode,
		isScalar,
		isSeq
	}, (offset) => placeOf(offset, lines), wrong);
}
function tellErrors(errors, text, lines, wrong) {
	const seen = /* @__PURE__ */ new Set();
	for (const { pos, code, message } of errors) {
		const at = placeOf(pos[0], lines);
		if (seen.has(at.line) || seen.size === mostErrors) continue;
		seen.add(at.line);
		const why = code === "MULTIPLE_DOCS" ? "a second document begins" : message;
		const line = text.split("\n", at.line)[at.line - 1] ?? "";
		const quotes = /[[{,]\s*[^'"\s]*\$\{/.test(line) ? `; ${quoting}` : "";
		wrong(at, `it is no YAML: ${firstLine(why)}${quotes}`);
	}
}
function placeOf(offset, lines) {
	const { line, col } = lines.linePos(offset);
	return {
		line: Math.max(1, line),
		column: Math.max(1, col)
	};
}
function firstLine(text) {
	return text.split("\n", 1)[0] ?? "";
}
// src/faces/images-file/images-file.ts
async function parseImagesFile(text, path, environment, problem) {
	const wrong = (at, why) => void problem(`${placeIn(path, at)} ${why}`);
	const file = await parseTree(text, wrong);
	if (file === void 0) return {
		roots: [],
		images: []
	};
	checkSchema(file, wrong);
	const variables = variablesScope(textsOf(under(file, "variables")), environment, wrong);
	const source = {
		path,
		wrong,
		expand: expansion(variables, wrong)
	};
	const roots = readRootEntries(under(file, "roots"), source);
	const defaults = under(file, "defaults");
	const images = readImageEntries(under(file, "images"), {
		source,
		variables,
		defaults,
		roots
	});
	for (const root of roots) if (images.length > 0 && !images.some((image) => image.roots.includes(root))) problem(`${root.place} no image goes to the root ${shown(root.name)}`);
	return {
		roots,
		images
	};
}
// src/faces/images-file/root-values.ts
const ofOneRoot = [
	"root",
	"for",
	"public-url"
];
const ofBuckets = [
	"endpoint",
	"region",
	"expected-bucket-owner"
];
const ofImages = ["files", ...[...imageInputs, ...retentionInputs].map(({ name }) => name)];
function checkInputsBeside(reading, roots) {
	for (const name of ofImages.filter((each) => reading.given.has(each))) reading.wrong(name, void 0, "the images file says this, for each image by itself");
	if (roots.length < 2) return;
	for (const name of ofOneRoot.filter((each) => reading.given.has(each))) reading.wrong(name, void 0, "the images file has several roots: say this there, for each");
}
function valuesFor(reading, root, roots) {
	const theirs = roots.length > 1 ? [...ofImages, ...ofOneRoot] : ofImages;
	const given = [...reading.given].filter(([name]) => !theirs.includes(name));
	const all = new Map([...root.values, ...given]);
	const isBucket = /^s3:\/\//i.test(all.get("root")?.texts[0] ?? "");
	const fit = given.filter(([name]) => isBucket || !ofBuckets.includes(name));
	return new Map([...root.values, ...fit]);
}
// src/faces/images-file/many-roots.ts
async function readManyRoots(reading, surroundings, environment) {
	const { cwd } = surroundings;
	const keys = readKeysAndReport(reading, cwd);
	const file = readFileText(reading, cwd);
	const { roots, images } = file === void 0 ? {
		roots: [],
		images: []
	} : await parseImagesFile(file.text, file.path, environment, reading.problem);
	checkInputsBeside(reading, roots);
	const missing = await missingAmong(images, cwd);
	const requests = await readRequests(images.filter((image) => !missing.has(image)), reading, cwd);
	const settings = roots.map((root) => readRootSettings(valuesFor(reading, root, roots), root, reading, surroundings, requests));
	if (images.length > 0 && requests.size === 0) reading.wrong("images", void 0, "there is nothing to publish: no image of it is there");
	if (reading.problems.length > 0) throw new InputError("INPUT_INVALID", reading.problems);
	return {
		roots: settings.flatMap((each) => each === void 0 || each.request.images.length === 0 ? [] : [{
			...each,
			...keys
		}]),
		skipped: [...missing].map(({ name }) => name)
	};
}
async function readRequests(images, reading, cwd) {
	const requests = /* @__PURE__ */ new Map();
	for (const image of images) {
		const own = reading.of(image.values);
		const request = await readImage$1(own, cwd);
		requests.set(image, {
			...request,
			name: image.name,
			retention: readRetention(own)
		});
	}
	return requests;
}
async function missingAmong(images, cwd) {
	const missing = /* @__PURE__ */ new Set();
	for (const image of images.filter(({ optional }) => optional)) {
		const patterns = image.values.get("files")?.texts ?? [];
		const found = await expandFiles(patterns, cwd, () => void 0);
		if (patterns.length > 0 && found.length === 0) missing.add(image);
	}
	return missing;
}
function readRootSettings(values, entry, reading, surroundings, requests) {
	const own = reading.of(values);
	if (!values.has("root")) own.problem(`${entry.place} url is missing: give it, or the input root`);
	if (!values.has("for")) own.problem(`${entry.place} for is missing: give it, or the input for`);
	const root = readRoot(own, surroundings.cwd);
	const { contentId, streamName } = readNames(own);
	const images = [...requests].flatMap(([{ roots }, image]) => roots.includes(entry) ? [{
		...image,
		contentId: image.contentId ?? contentId,
		streamName: image.streamName ?? streamName
	}] : []);
	const request = {
		...readRootRequest(own, surroundings),
		images
	};
	return root && {
		request,
		root,
		singleWriter: own.boolean("single-writer")
	};
}
export { readManyRoots as t };
