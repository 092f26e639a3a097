/** Choosing: from a list, from a few, yes or no, as a filter. Native controls where they are complete. */
import { Check, ChevronDown, type LucideIcon } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import {
  Button,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  type Selection,
} from 'react-aria-components';
import { useTeksten } from '../taal/react.js';
import { klas } from './gevuld.js';
import { t } from './teksten.js';

export interface Optie<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly aantal?: number | undefined;
}

export interface KeuzeProps<Id extends string> {
  readonly label: string;
  readonly zonderLabel?: boolean | undefined;
  readonly opties: readonly Optie<Id>[];
  /** Chosen id; `''` or an id that is not in the list shows `leeg`. */
  readonly waarde: Id | '';
  readonly bijWijziging: (id: Id) => void;
  /** Text of the empty choice; without it there is none. */
  readonly leeg?: string | undefined;
  readonly fout?: string | null | undefined;
  readonly hulp?: string | undefined;
  readonly groot?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly className?: string | undefined;
}

/** A native select: the browser's own list is the fastest there is on a keyboard. */
export function Keuze<Id extends string>(props: KeuzeProps<Id>): ReactNode {
  const { label, zonderLabel, opties, waarde, bijWijziging, leeg, hulp, fout, groot } = props;
  const id = useId();
  const hulpId = useId();
  const isFout = fout !== undefined && fout !== null;
  return (
    <div className={klas('field', props.className)}>
      <label htmlFor={id} className={zonderLabel === true ? 'sr' : 'label'}>
        {label}
      </label>
      <span className="kies">
        <select
          id={id}
          className={klas('input', groot && 'large')}
          value={waarde}
          disabled={props.isDisabled}
          aria-invalid={isFout || undefined}
          aria-describedby={hulp === undefined && !isFout ? undefined : hulpId}
          onChange={(e) => {
            const gekozen = opties.find((o) => o.id === e.currentTarget.value);
            if (gekozen !== undefined) bijWijziging(gekozen.id);
          }}
        >
          {leeg === undefined ? null : <option value="">{leeg}</option>}
          {opties.map((o) => (
            <option key={o.id} value={o.id}>
              {o.label}
            </option>
          ))}
        </select>
        <ChevronDown className="i" aria-hidden="true" />
      </span>
      {isFout ? (
        <p className="veldfout" id={hulpId}>
          {fout}
        </p>
      ) : hulp === undefined ? null : (
        <p className="meta" id={hulpId}>
          {hulp}
        </p>
      )}
    </div>
  );
}

export interface SegmentProps<Id extends string> {
  /** Name of the group, for screen readers. */
  readonly label: string;
  readonly opties: readonly (Optie<Id> & { readonly icoon?: LucideIcon | undefined })[];
  readonly waarde: Id;
  readonly bijWijziging: (id: Id) => void;
  readonly className?: string | undefined;
}

/** One of a few, all visible: radio buttons side by side. */
export function Segment<Id extends string>(props: SegmentProps<Id>): ReactNode {
  const { label, opties, waarde, bijWijziging, className } = props;
  const naam = useId();
  return (
    <fieldset className={klas('seg', className)}>
      <legend className="sr">{label}</legend>
      {opties.map(({ id, label: tekst, aantal, icoon: Icoon }) => (
        <label key={id}>
          <input
            type="radio"
            name={naam}
            value={id}
            checked={id === waarde}
            onChange={() => bijWijziging(id)}
          />
          {Icoon === undefined ? null : <Icoon className="i" aria-hidden="true" />}
          {aantal === undefined ? tekst : `${tekst} ${aantal}`}
        </label>
      ))}
    </fieldset>
  );
}

export interface VinkProps {
  readonly aan: boolean;
  readonly bijWijziging: (aan: boolean) => void;
  readonly children?: ReactNode;
  /** Instead of children, where there is no room for words. */
  readonly 'aria-label'?: string | undefined;
  readonly half?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly className?: string | undefined;
}

export function Vink(props: VinkProps): ReactNode {
  const { aan, bijWijziging, children, half = false } = props;
  const invoer = (
    <input
      type="checkbox"
      checked={aan}
      disabled={props.isDisabled}
      aria-label={props['aria-label']}
      ref={(el) => {
        if (el !== null) el.indeterminate = half;
      }}
      onChange={(e) => bijWijziging(e.currentTarget.checked)}
    />
  );
  if (children === undefined) return invoer;
  return (
    <label className={klas('vink', props.className)}>
      {invoer}
      <span>{children}</span>
    </label>
  );
}

export interface FilterchipProps {
  readonly aan: boolean;
  readonly bijWijziging: (aan: boolean) => void;
  readonly aantal?: number | undefined;
  readonly children: ReactNode;
}

export function Filterchip({ aan, bijWijziging, aantal, children }: FilterchipProps): ReactNode {
  return (
    <button type="button" className="chip" aria-pressed={aan} onClick={() => bijWijziging(!aan)}>
      {aan ? <Check className="i" aria-hidden="true" /> : null}
      {children}
      {aantal === undefined ? null : <span className="count">{aantal}</span>}
    </button>
  );
}

export interface FiltermenuProps<Id extends string> {
  readonly label: string;
  readonly opties: readonly Optie<Id>[];
  readonly waarde: Id | null;
  readonly bijWijziging: (id: Id | null) => void;
}

const ALLE = ' alle';

/** A filter with values behind a chip. */
export function Filtermenu<Id extends string>(props: FiltermenuProps<Id>): ReactNode {
  const { label, opties, waarde, bijWijziging } = props;
  const w = useTeksten(t);
  const gekozen = opties.find((o) => o.id === waarde);
  const kies = (selectie: Selection): void => {
    const [eerste] = selectie === 'all' ? [] : [...selectie];
    bijWijziging(opties.find((o) => o.id === eerste)?.id ?? null);
  };
  return (
    <MenuTrigger>
      <Button className={klas('chip', gekozen !== undefined && 'aan')}>
        {gekozen === undefined ? label : `${label}: ${gekozen.label}`}
        <ChevronDown className="i" aria-hidden="true" />
      </Button>
      <Popover className="pop" offset={4}>
        <Menu
          className="menu"
          aria-label={label}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[waarde ?? ALLE]}
          onSelectionChange={kies}
        >
          <MenuItem id={ALLE} textValue={w.alle} className="menu-i">
            <Check className="i v" aria-hidden="true" />
            {w.alle}
          </MenuItem>
          {opties.map((o) => (
            <MenuItem key={o.id} id={o.id} textValue={o.label} className="menu-i">
              <Check className="i v" aria-hidden="true" />
              {o.label}
              {o.aantal === undefined ? null : <span className="count push">{o.aantal}</span>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
