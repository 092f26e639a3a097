/** Imported before anything that makes a schema: zod tries `eval` while it makes its first object. */
import { z } from 'zod';

z.config({ jitless: true });
