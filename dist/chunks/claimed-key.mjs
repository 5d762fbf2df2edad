export { u as claimedKey } from "./signing.mjs";
