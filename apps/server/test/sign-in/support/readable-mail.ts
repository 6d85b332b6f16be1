/** The source of a mail with its quoted-printable lines put together again (RFC 2045, 6.7), as far as links need it. */
export function readableMail(source: string): string {
  return source.replaceAll("=\r\n", "").replaceAll("=3D", "=").replaceAll("=23", "#");
}
