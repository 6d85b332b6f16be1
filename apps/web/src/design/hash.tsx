/** Of a hash, in hexadecimal digits: enough to hold two apart by eye. */
const SHOWN = 12;

/**
 * A hash, short; a press unfolds the whole of it, and one more takes all of its digits, to be copied. It works without a
 * script. Empty where the hash is not known.
 */
export function Hash({ value }: { readonly value: string }) {
  return (
    <details className="hash">
      <summary>
        <bdi>{value.slice(0, SHOWN)}…</bdi>
      </summary>
      <bdi className="hash-whole">{value}</bdi>
    </details>
  );
}
