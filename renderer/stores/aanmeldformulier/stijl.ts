/** Look of the page of an aanmeldformulier: that of the application, with the fonts that are there. */
export const stijl = `
:root{color-scheme:light dark;--in:#1d2624;--zacht:#55605d;--vlak:#fff;--lijn:#7a8582;--accent:#14555a;--op:#fff;--fout:#a02318}
@media (prefers-color-scheme:dark){:root{--in:#e8eeec;--zacht:#aab6b2;--vlak:#161c1b;--lijn:#84908c;--accent:#8fd0d0;--op:#0d1514;--fout:#ff9d92}}
*{box-sizing:border-box}
body{margin:0;background:var(--vlak);color:var(--in);font:1rem/1.5 system-ui,"Segoe UI",sans-serif}
main{max-width:44rem;margin:0 auto;padding:2rem 1.25rem 4rem}
h1{font-size:1.625rem;line-height:1.25;margin:0 0 .75rem}
h2{font-size:1.125rem;margin:0}
fieldset{border:0;border-top:1px solid var(--lijn);margin:1.75rem 0 0;padding:.25rem 0 0;min-width:0}
legend{font-weight:700;font-size:1.125rem;padding:0 .75rem 0 0}
.veld{margin-top:1rem}
label{font-weight:600}
.keuze{display:flex;gap:.5rem;align-items:flex-start;font-weight:400;padding:.25rem 0;min-height:1.75rem}
.keuze input{width:1.25rem;height:1.25rem;margin:.125rem 0 0;flex:none;accent-color:var(--accent)}
.hulp{margin:0;color:var(--zacht);font-size:.875rem}
input[type=text],input[type=date],select,textarea{display:block;width:100%;margin-top:.25rem;padding:.5rem .625rem;border:1px solid var(--lijn);border-radius:4px;background:transparent;color:inherit;font:inherit}
option{color:initial;background:initial}
@media (prefers-color-scheme:dark){option{color:#e8eeec;background:#161c1b}}
[aria-invalid=true]{border:2px solid var(--fout)!important}
.nodig{color:var(--fout)}
.fout{margin:.25rem 0 0;color:var(--fout);font-weight:600;font-size:.875rem}
.fout:empty{display:none}
.melding{margin-top:1.25rem;padding:.75rem 1rem;border:2px solid var(--fout);border-radius:4px}
.melding ul{margin:.5rem 0 0;padding-left:1.25rem}
a{color:inherit}
button{margin-top:2rem;padding:.625rem 1.5rem;border:0;border-radius:4px;background:var(--accent);color:var(--op);font:inherit;font-weight:700;cursor:pointer}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
button:disabled{opacity:.6}
[hidden]{display:none!important}
`;
