/** Text fields: one line, several lines, a passphrase, a search. */
import { Eye, EyeOff, Search, X } from 'lucide-react';
import { useState, type HTMLAttributes, type ReactNode, type Ref } from 'react';
import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components';
import { useTeksten } from '../taal/react.js';
import { gevuld, klas } from './gevuld.js';
import { Toets } from './toets.js';
import { t } from './teksten.js';

export interface VeldProps {
  readonly label: string;
  /** The label is there for screen readers only. */
  readonly zonderLabel?: boolean | undefined;
  readonly hulp?: ReactNode;
  /** What is wrong and what to do; null when all is well. */
  readonly fout?: string | null | undefined;
  readonly groot?: boolean | undefined;
  readonly multiline?: boolean | undefined;
  /** Lines that are visible at least; only with `multiline`. The field grows with its text. */
  readonly regels?: number | undefined;
  readonly placeholder?: string | undefined;
  readonly value?: string | undefined;
  readonly defaultValue?: string | undefined;
  readonly onChange?: ((tekst: string) => void) | undefined;
  readonly onFocus?: (() => void) | undefined;
  readonly onBlur?: (() => void) | undefined;
  readonly onKeyDown?: HTMLAttributes<HTMLElement>['onKeyDown'] | undefined;
  readonly type?: 'text' | 'password' | 'email' | 'url' | 'number' | undefined;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'url' | undefined;
  readonly name?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly autoComplete?: string | undefined;
  readonly spellCheck?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly isRequired?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isReadOnly?: boolean | undefined;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLInputElement & HTMLTextAreaElement> | undefined;
  /** Beside the input, inside its frame. */
  readonly achter?: ReactNode;
}

export function Veld(props: VeldProps): ReactNode {
  const { label, zonderLabel, hulp, fout, groot, multiline, regels, placeholder, ref } = props;
  const invoer = {
    className: klas('input', groot && 'large'),
    ...gevuld({ ref, placeholder, onKeyDown: props.onKeyDown }),
  };
  return (
    <TextField
      {...gevuld({
        value: props.value,
        defaultValue: props.defaultValue,
        onChange: props.onChange,
        onFocus: props.onFocus,
        onBlur: props.onBlur,
        type: props.type,
        inputMode: props.inputMode,
        name: props.name,
        maxLength: props.maxLength,
        autoComplete: props.autoComplete ?? 'off',
        autoFocus: props.autoFocus,
        isRequired: props.isRequired,
        isDisabled: props.isDisabled,
        isReadOnly: props.isReadOnly,
      })}
      spellCheck={props.spellCheck === false ? 'false' : 'true'}
      isInvalid={fout !== undefined && fout !== null}
      // Messages come from our own checks, in our own words.
      validationBehavior="aria"
      className={klas('field', props.className)}
    >
      <Label className={zonderLabel === true ? 'sr' : 'label'}>{label}</Label>
      {multiline === true ? (
        <TextArea {...invoer} rows={regels ?? 3} />
      ) : props.achter === undefined ? (
        <Input {...invoer} />
      ) : (
        <span className="reveal">
          <Input {...invoer} />
          {props.achter}
        </span>
      )}
      {hulp === undefined || hulp === null ? null : (
        <Text slot="description" className="meta" elementType="div">
          {hulp}
        </Text>
      )}
      {fout === undefined || fout === null ? null : (
        <FieldError className="veldfout">{fout}</FieldError>
      )}
    </TextField>
  );
}

/** A passphrase, with a button that shows it. */
export function Wachtzinveld(props: Omit<VeldProps, 'type' | 'multiline' | 'achter'>): ReactNode {
  const [zichtbaar, setZichtbaar] = useState(false);
  const w = useTeksten(t);
  const Icoon = zichtbaar ? EyeOff : Eye;
  return (
    <Veld
      autoComplete="current-password"
      {...props}
      spellCheck={false}
      type={zichtbaar ? 'text' : 'password'}
      achter={
        <button
          type="button"
          className="btn quiet icon"
          aria-label={zichtbaar ? w.verbergWachtzin : w.toonWachtzin}
          aria-pressed={zichtbaar}
          onClick={() => setZichtbaar(!zichtbaar)}
        >
          <Icoon className="i" aria-hidden="true" />
        </button>
      }
    />
  );
}

export interface ZoekveldProps {
  /** Name for screen readers; the placeholder says it for the eye. */
  readonly label: string;
  readonly placeholder?: string | undefined;
  readonly waarde: string;
  readonly bijWijziging: (tekst: string) => void;
  readonly toets?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly onKeyDown?: HTMLAttributes<HTMLInputElement>['onKeyDown'] | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

/** Search: filters while typing. Escape empties it. */
export function Zoekveld(props: ZoekveldProps): ReactNode {
  const { label, waarde, bijWijziging, toets, onKeyDown } = props;
  const w = useTeksten(t);
  return (
    <span className="find">
      <Search className="i" aria-hidden="true" />
      <input
        ref={props.ref}
        className="input"
        type="search"
        aria-label={label}
        placeholder={props.placeholder ?? label}
        value={waarde}
        autoFocus={props.autoFocus}
        spellCheck={false}
        autoComplete="off"
        aria-keyshortcuts={toets}
        onChange={(e) => bijWijziging(e.currentTarget.value)}
        onKeyDown={(e) => {
          if (e.key === 'Escape' && waarde !== '') {
            e.stopPropagation();
            e.preventDefault();
            bijWijziging('');
          }
          onKeyDown?.(e);
        }}
      />
      {waarde !== '' ? (
        <button
          type="button"
          className="find-x"
          aria-label={w.wis}
          onClick={() => bijWijziging('')}
        >
          <X className="i" aria-hidden="true" />
        </button>
      ) : toets === undefined ? null : (
        <Toets toets={toets} stil />
      )}
    </span>
  );
}
