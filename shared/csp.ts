/**
 * Content security policy of the renderer, the same in Electron, in the browser and in tests.
 * `wasm-unsafe-eval` is for Argon2id; `connect-src` must reach whatever endpoint the house has.
 */
export const CSP = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self' https: http://127.0.0.1:* http://localhost:*",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
