/** Runs the vectors where the vault computes: in a worker. */
import '../../renderer/zonderjit.js';
import { loopAlle } from './index.js';

self.addEventListener('message', () => {
  void loopAlle().then((uit) => self.postMessage(uit));
});
