/** Why the primary button cannot be used yet, in words beside it; the button itself tells screen readers. */
export function Reden({ tekst }: { tekst: string | null }) {
  return (
    <span className="push meta redenregel" aria-hidden="true">
      {tekst}
    </span>
  );
}
