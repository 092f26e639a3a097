/** Which web pages may read our answers: those on this machine, the desktop shell, and configured ones. */
const LOOPBACK = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/;
const SCHIL = 'app://casuskluis';

export const magLezen = (oorsprong: string, extra: readonly string[]): boolean =>
  LOOPBACK.test(oorsprong) || oorsprong === SCHIL || extra.includes(oorsprong);
