import { n as Bowser, o as init_bowser, s as parse } from "./s3.mjs";
init_bowser();
export { Bowser as default, parse };
