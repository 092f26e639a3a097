/** Whether the long run is asked for: `CASUSKLUIS_LANG=1`, as `npm run verify:long` does. */
export const isLang = process.env['CASUSKLUIS_LANG'] === '1';
