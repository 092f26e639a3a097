/** An address the endpoint can have: https, or http on this machine itself. */
export function isEndpointadres(adres: string): boolean {
  if (!URL.canParse(adres)) return false;
  const { protocol, hostname } = new URL(adres);
  if (protocol === 'https:') return true;
  return protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}
