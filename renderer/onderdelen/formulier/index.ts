/** Forms of a tafel on the screen. */
export { Registratiedialoog, type Registratiedoel } from './dialoog.js';
export { Registratielijst } from './lijst.js';
export { Formuliervelden } from './velden.js';
