/** How many codes stand in the line of the text before the rest becomes a number. */
const CODES_IN_LINE = 3;

/** Codes of delegations as a mark in the line; on paper all of them. */
export function Codes({ codes }: { readonly codes: readonly string[] }) {
  const rest = codes.length - CODES_IN_LINE;
  if (rest <= 1) return <bdi className="codes">{codes.join(" ")}</bdi>;
  return (
    <bdi className="codes">
      {codes.slice(0, CODES_IN_LINE).join(" ")}
      <span className="on-screen"> +{rest}</span>
      <span className="on-paper"> {codes.slice(CODES_IN_LINE).join(" ")}</span>
    </bdi>
  );
}
