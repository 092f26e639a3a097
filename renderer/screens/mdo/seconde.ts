import { useEffect, useState } from 'react';

/** Milliseconds since the epoch, again each second. */
export function useSeconde(): number {
  const [nu, setNu] = useState(() => Date.now());
  useEffect(() => {
    const id = setInterval(() => setNu(Date.now()), 1000);
    return () => clearInterval(id);
  }, []);
  return nu;
}
