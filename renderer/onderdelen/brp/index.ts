/** Checking somebody in the BRP, and the marks of it. */
export { Brpdialoog } from './dialoog.js';
export { Brpmerk, Geheimmerk, Geheimtag, Resultaattag } from './merk.js';
export { teksten as brpteksten } from './teksten.js';
