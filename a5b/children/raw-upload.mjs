import { t as require_dist_cjs } from "./dist-cjs-KMAHAJrV.js";
import { open } from "node:fs/promises";
import { env } from "node:process";
// bench/children/raw-upload.ts
var import_dist_cjs = require_dist_cjs();
const partSize = 16 << 20;
const [file = "", Key = ""] = process.argv.slice(2);
const Bucket = env.S3_BUCKET ?? "";
const client = new import_dist_cjs.S3Client({
	endpoint: env.S3_ENDPOINT ?? "",
	region: env.AWS_REGION ?? "",
	forcePathStyle: true,
	requestChecksumCalculation: "WHEN_REQUIRED"
});
const handle = await open(file);
const { size } = await handle.stat();
const { UploadId } = await client.send(new import_dist_cjs.CreateMultipartUploadCommand({
	Bucket,
	Key
}));
const Parts = [];
let next = 0;
async function lane() {
	const buffer = Buffer.allocUnsafeSlow(partSize);
	while (next * partSize < size) {
		const index = next++;
		const { bytesRead } = await handle.read(buffer, 0, partSize, index * partSize);
		const part = {
			Bucket,
			Key,
			UploadId,
			PartNumber: index + 1
		};
		const { ETag } = await client.send(new import_dist_cjs.UploadPartCommand({
			...part,
			Body: buffer.subarray(0, bytesRead)
		}));
		Parts[index] = {
			PartNumber: index + 1,
			ETag
		};
	}
}
await Promise.all(Array.from({ length: 4 }, lane));
const done = {
	Bucket,
	Key,
	UploadId,
	MultipartUpload: { Parts }
};
await client.send(new import_dist_cjs.CompleteMultipartUploadCommand(done));
await handle.close();
client.destroy();
export {};
