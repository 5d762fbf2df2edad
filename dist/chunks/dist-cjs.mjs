import { c as require_dist_cjs } from "./s3.mjs";
export default require_dist_cjs();
export {};
