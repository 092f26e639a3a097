/** The page of an aanmeldformulier: one file, no network, a policy that lets it run its own script and nothing else. */
import { sha256 } from '../../../shared/crypto/index.js';
import { KORT, LANG } from '../../../shared/domein/index.js';
import { pagina, type Formuliergegevens } from './pagina.js';
import { stijl } from './stijl.js';
import { zegel } from './zegel.js';

export interface Formulierinhoud extends Formuliergegevens {
  readonly huisnaam: string;
  readonly melders: readonly string[];
  readonly gemeenten: readonly string[];
  readonly problematiek: readonly string[];
}

const TEKENS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const esc = (tekst: string): string => tekst.replace(/[&<>"']/g, (t) => TEKENS[t] ?? t);

interface Vraag {
  readonly id: string;
  readonly label: string;
  readonly hulp?: string;
  readonly nodig?: boolean;
}

/** A field with its label, its help and the place of its fault; both describe it. */
function veld({ id, label, hulp, nodig }: Vraag, maak: (attributen: string) => string): string {
  const beschrijft = [hulp === undefined ? '' : `${id}-hulp`, `${id}-fout`].filter((x) => x !== '');
  const attributen = `id="${id}" data-veld${nodig === true ? ' data-nodig aria-required="true"' : ''} aria-describedby="${beschrijft.join(' ')}"`;
  return `<div class="veld"><label for="${id}">${esc(label)}${nodig === true ? '<span class="nodig" aria-hidden="true"> *</span>' : ''}</label>${
    hulp === undefined ? '' : `<p class="hulp" id="${id}-hulp">${esc(hulp)}</p>`
  }${maak(attributen)}<p class="fout" id="${id}-fout"></p></div>`;
}
const regel = (vraag: Vraag, soort = 'text', extra = ''): string =>
  veld(
    vraag,
    (a) => `<input ${a} type="${soort}" maxlength="${KORT}" autocomplete="off" ${extra}>`,
  );
const lap = (vraag: Vraag, regels: number): string =>
  veld(vraag, (a) => `<textarea ${a} rows="${regels}" maxlength="${LANG}"></textarea>`);
const opties = (lijst: readonly (readonly [waarde: string, label: string])[]): string =>
  lijst.map(([w, l]) => `<option value="${esc(w)}">${esc(l)}</option>`).join('');
const lijst = (vraag: Vraag, keuzes: readonly (readonly [string, string])[]): string =>
  veld(vraag, (a) => `<select ${a}>${opties(keuzes)}</select>`);
const zelf = (lijst_: readonly string[]): [string, string][] => [
  ['', 'Kies'],
  ...lijst_.map((x): [string, string] => [x, x]),
];
const vink = (naam: string, waarde: string, label: string, soort = 'checkbox'): string =>
  `<label class="keuze"><input type="${soort}" name="${naam}" value="${esc(waarde)}"> ${esc(label)}</label>`;

const romp = (f: Formulierinhoud): string => `<main>
<h1>Aanmelding bij ${esc(f.huisnaam)}</h1>
<p>Vul het formulier in en sla het op. Het bestand dat u opslaat is versleuteld: alleen het huis kan het openen. Er wordt niets verstuurd; u stuurt het bestand zelf.</p>
<p class="hulp">Wat een * heeft, is verplicht.</p>
<div id="fouten" class="melding" tabindex="-1" role="alert" hidden><h2>Nog niet goed ingevuld</h2><div id="fouten-lijst"></div></div>
<form novalidate>
<fieldset><legend>Wie meldt aan</legend>
${lijst({ id: 'melder', label: 'Organisatie', nodig: true }, zelf(f.melders))}
${regel({ id: 'melderNaam', label: 'Uw naam', nodig: true })}
${regel({ id: 'melderFunctie', label: 'Uw functie' })}
</fieldset>
<fieldset><legend>Over wie</legend>
${regel({ id: 'naam', label: 'Naam van de betrokkene', nodig: true })}
${regel({ id: 'geboortedatum', label: 'Geboortedatum' }, 'date')}
${regel({ id: 'bsn', label: 'BSN', hulp: 'Alleen als u het mag gebruiken.' }, 'text', 'inputmode="numeric"')}
${lijst({ id: 'geslacht', label: 'Geslacht' }, [
  ['onbekend', 'Onbekend'],
  ['man', 'Man'],
  ['vrouw', 'Vrouw'],
  ['anders', 'Anders'],
])}
${lijst({ id: 'gemeente', label: 'Gemeente', nodig: true }, zelf(f.gemeenten))}
</fieldset>
<fieldset><legend>Waarom, en wat is de vraag</legend>
<div class="veld"><label class="keuze"><input type="checkbox" id="spoed"> Spoed: overleg op korte termijn is nodig</label></div>
<div id="bij-spoed" hidden>${lap({ id: 'spoedReden', label: 'Waarom is dit spoed', nodig: true }, 2)}</div>
${lap({ id: 'aanleiding', label: 'Aanleiding', hulp: 'Wat is er gebeurd, en waarom nu.', nodig: true }, 5)}
${lap({ id: 'hulp', label: 'Wat is al ingezet' }, 3)}
${lap({ id: 'verzoek', label: 'Wat vraagt u' }, 3)}
</fieldset>
<fieldset><legend>Problematiek</legend>
${f.problematiek.map((p) => vink('problematiek', p, p)).join('\n')}
</fieldset>
<fieldset><legend>Is de aanmelding besproken met de betrokkene</legend>
${vink('besproken', 'ja', 'Ja', 'radio')}
${vink('besproken', 'nee', 'Nee', 'radio')}
<div id="bij-besproken" hidden>${lap({ id: 'besprokenReden', label: 'Waarom niet', nodig: true }, 2)}</div>
</fieldset>
<button id="opslaan" type="submit">Opslaan</button>
<p id="stand" role="status"></p>
</form>
</main>`;

const hash = async (tekst: string): Promise<string> =>
  `'sha256-${btoa(String.fromCharCode(...(await sha256(new TextEncoder().encode(tekst)))))}'`;

/** The page as text. Whatever the house has in its lists is text in it, never HTML. */
export async function maakFormulierpagina(f: Formulierinhoud): Promise<string> {
  const script = `(${String(pagina)})(${String(zegel)})`;
  const gegevens: Formuliergegevens = { publiek: f.publiek, doel: f.doel, bijkomend: f.bijkomend };
  const beleid = [
    "default-src 'none'",
    `script-src ${await hash(script)}`,
    `style-src ${await hash(stijl)}`,
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${esc(beleid)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Aanmelding bij ${esc(f.huisnaam)}</title>
<style>${stijl}</style>
</head>
<body>
${romp(f)}
<script type="application/json" id="gegevens">${JSON.stringify(gegevens).replaceAll('<', '\\u003c')}</script>
<script>${script}</script>
</body>
</html>
`;
}
