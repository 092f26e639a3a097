import type { RefObject } from 'react';

/**
 * After a form was refused: to the first field, or notice, that says why. By a ref where the form made
 * way for something else meanwhile, and is another element now.
 */
export function naarEersteFout(form: HTMLFormElement | RefObject<HTMLFormElement | null>): void {
  requestAnimationFrame(() => {
    const nu = form instanceof HTMLFormElement ? form : form.current;
    nu?.querySelector<HTMLElement>('[aria-invalid="true"], [data-fout="true"]')?.focus();
  });
}
