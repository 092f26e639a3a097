/**
 * What the page of an aanmeldformulier does. Put into that page as text, so it uses nothing but its parameter and the
 * browser. Answers stay in the page: nothing is stored, nothing is sent, and what is saved only the house can open.
 */
import type { zegel as Zegel } from './zegel.js';

/** What the page is given beside its fields. */
export interface Formuliergegevens {
  /** Uncompressed point of the house, base64url. */
  readonly publiek: string;
  /** What it is sealed for. */
  readonly doel: string;
  /** The outside of the file, as JSON. */
  readonly bijkomend: string;
}

export function pagina(zegel: typeof Zegel): void {
  const vind = (kiezer: string): HTMLElement => {
    const element = document.querySelector<HTMLElement>(kiezer);
    if (element === null) throw new Error(kiezer);
    return element;
  };
  const gegevens = JSON.parse(vind('#gegevens').textContent) as Formuliergegevens;
  const vorm = vind('form') as HTMLFormElement;
  const samenvatting = vind('#fouten');
  const stand = vind('#stand');
  const knop = vind('#opslaan') as HTMLButtonElement;
  const spoed = vind('#spoed') as HTMLInputElement;
  let gewijzigd = false;

  if (!('subtle' in crypto)) {
    stand.textContent =
      'Deze browser kan het formulier niet versleutelen. Open het in een recente versie van Edge, Chrome, Firefox of Safari.';
    knop.disabled = true;
    return;
  }

  type Veld = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
  const velden = (): Veld[] =>
    [...vorm.querySelectorAll<Veld>('[data-veld]')].filter((v) => v.closest('[hidden]') === null);
  const waarde = (naam: string): string => {
    const veld = vorm.querySelector<Veld>(`#${naam}`);
    return veld === null || veld.closest('[hidden]') !== null ? '' : veld.value.trim();
  };
  const keuze = (naam: string): string =>
    vorm.querySelector<HTMLInputElement>(`input[name="${naam}"]:checked`)?.value ?? '';

  const isBsn = (tekst: string): boolean => {
    if (!/^\d{9}$/.test(tekst) || tekst === '000000000') return false;
    let som = 0;
    for (let i = 0; i < 8; i += 1) som += (9 - i) * Number(tekst[i]);
    return (som - Number(tekst[8])) % 11 === 0;
  };
  const vandaag = (): string => {
    const nu = new Date();
    const twee = (n: number): string => String(n).padStart(2, '0');
    return `${nu.getFullYear()}-${twee(nu.getMonth() + 1)}-${twee(nu.getDate())}`;
  };

  const toonAfhankelijk = (): void => {
    vind('#bij-spoed').hidden = !spoed.checked;
    vind('#bij-besproken').hidden = keuze('besproken') !== 'nee';
  };
  vorm.addEventListener('change', toonAfhankelijk);
  vorm.addEventListener('input', () => {
    gewijzigd = true;
    stand.textContent = '';
  });
  window.addEventListener('beforeunload', (e) => {
    if (gewijzigd) e.preventDefault();
  });
  toonAfhankelijk();

  const foutVan = (veld: Veld): string | null => {
    const tekst = veld.value.trim();
    if (tekst === '') return veld.hasAttribute('data-nodig') ? 'Vul dit in.' : null;
    if (veld.id === 'bsn' && !isBsn(tekst.replace(/[\s.]/g, '')))
      return 'Dit is geen BSN: negen cijfers die aan de 11-proef voldoen.';
    if (veld.id === 'geboortedatum' && (tekst > vandaag() || tekst < '1900-01-01'))
      return 'Deze datum kan niet.';
    return null;
  };

  /** Marks what is wrong, lists it above the form, and says whether there was anything. */
  const keur = (): boolean => {
    const lijst = document.createElement('ul');
    for (const veld of vorm.querySelectorAll<Veld>('[data-veld]')) {
      const fout = velden().includes(veld) ? foutVan(veld) : null;
      const plek = vind(`#${veld.id}-fout`);
      plek.textContent = fout ?? '';
      if (fout === null) veld.removeAttribute('aria-invalid');
      else {
        veld.setAttribute('aria-invalid', 'true');
        const naar = document.createElement('a');
        naar.href = `#${veld.id}`;
        // The star behind it is for the eye.
        const label = vorm.querySelector(`label[for="${veld.id}"]`)?.firstChild;
        naar.textContent = label?.textContent ?? veld.id;
        naar.addEventListener('click', (e) => {
          e.preventDefault();
          veld.focus();
        });
        const punt = document.createElement('li');
        punt.append(naar);
        lijst.append(punt);
      }
    }
    const goed = lijst.childElementCount === 0;
    samenvatting.hidden = goed;
    if (!goed) {
      vind('#fouten-lijst').replaceChildren(lijst);
      samenvatting.focus();
    }
    return goed;
  };

  const naarB64u = (bytes: Uint8Array): string => {
    let tekst = '';
    for (const byte of bytes) tekst += String.fromCharCode(byte);
    return btoa(tekst).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  };
  const uitB64u = (tekst: string): Uint8Array<ArrayBuffer> =>
    Uint8Array.from(atob(tekst.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));

  async function slaOp(): Promise<void> {
    const antwoorden = {
      opgeslagen: new Date().toISOString(),
      melder: waarde('melder'),
      melderNaam: waarde('melderNaam'),
      melderFunctie: waarde('melderFunctie'),
      naam: waarde('naam'),
      bsn: waarde('bsn').replace(/[\s.]/g, ''),
      geboortedatum: waarde('geboortedatum') === '' ? null : waarde('geboortedatum'),
      geslacht: waarde('geslacht'),
      gemeente: waarde('gemeente'),
      aanleiding: waarde('aanleiding'),
      hulp: waarde('hulp'),
      verzoek: waarde('verzoek'),
      besproken: keuze('besproken'),
      besprokenReden: waarde('besprokenReden'),
      problematiek: [
        ...vorm.querySelectorAll<HTMLInputElement>('input[name="problematiek"]:checked'),
      ].map((i) => i.value),
      spoed: spoed.checked,
      spoedReden: waarde('spoedReden'),
    };
    const bytes = (tekst: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(tekst);
    const inhoud = naarB64u(
      await zegel(
        uitB64u(gegevens.publiek),
        bytes(gegevens.doel),
        bytes(JSON.stringify(antwoorden)),
        bytes(gegevens.bijkomend),
      ),
    );
    const bestand = `${gegevens.bijkomend.slice(0, -1)},"lengte":${inhoud.length},"inhoud":"${inhoud}"}`;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([bestand], { type: 'application/octet-stream' }));
    // Nothing of the person in the name of the file.
    link.download = `aanmelding-${vandaag()}.ckform`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    gewijzigd = false;
    stand.textContent = `Opgeslagen als ${link.download}, versleuteld voor het huis. Stuur dit bestand nu zelf naar het huis.`;
  }

  vorm.addEventListener('submit', (e) => {
    e.preventDefault();
    stand.textContent = '';
    if (!keur()) return;
    knop.disabled = true;
    slaOp()
      .catch((oorzaak: unknown) => {
        console.error('het formulier is niet opgeslagen', oorzaak);
        stand.textContent =
          'Opslaan is niet gelukt. Wat u invulde staat er nog. Probeer het opnieuw, of in een andere browser.';
      })
      .finally(() => {
        knop.disabled = false;
      });
  });
}
