import { describe, expect, test } from "vitest";
import {
  type CatalogueDelegation,
  delegations,
  group,
  inventedDelegations,
  recogniseDelegation,
} from "../src/index.ts";

const RECOGNISED = `
  FSC.DEL-65-21 Switzerland.docx                    => CHE
  FSC.DEL_65_21_Rev.1_CHE.docx                      => CHE
  FSC.DEL-65-21-MAR.docx                            => MAR
  2021-04-12 EU comments on draft 1 (final).docx    => EU
  compilation USA clean v3.docx                     => USA
  EUComments.docx                                   => EU
  guide_CHEv2.docx                                  => CHE
  guide_CH_v2.docx                                  => CHE
  Guide (CHE).docx                                  => CHE
  Draft%201%20Serbia.docx                           => SRB
  Copy of Draft 1 with Norway's comments.docx       => NOR
  Luxembourg_LUX_comments.docx                      => LUX
  Comments CAN.docx                                 => CAN
  CAN_COMMENTS.docx                                 => CAN
  guide 1540 - NOR - comments.docx                  => NOR
  Comments FR.docx                                  => FRA
  DE comments.docx                                  => DEU
  Comments by RU.docx                               => RUS
  U.S. edits.docx                                   => USA
  US_comments.docx                                  => USA
  États-Unis.docx                                   => USA
  EE.UU. propuestas.docx                            => USA
  UK edits.docx                                     => GBR
  unitedkingdom.docx                                => GBR
  Turkey.docx                                       => TUR
  Tuerkei Kommentare.docx                           => TUR
  TÜRKİYE.docx                                      => TUR
  Russia comments.docx                              => RUS
  Moldova.docx                                      => MDA
  Czech Republic.docx                               => CZE
  Kyrgyz Republic.docx                              => KGZ
  BiH_comments.docx                                 => BIH
  Vatican and Holy See.docx                         => VAT
  the Netherlands.docx                              => NLD
  Commentaires de la Suisse.docx                    => CHE
  Côte dIvoire.docx                                 => CIV
  Swiss comments.docx                               => CHE
  Polish comments.docx                              => POL
  Предложения Швейцарии.docx                        => CHE
  Комментарии Российской Федерации к проекту.docx   => RUS
  تعليقات لسويسرا.docx                               => CHE
  瑞士的评论.docx                                     => CHE
  南苏丹意见.docx                                     => SSD
  XAA_v1.docx                                       => XAA
  Ankervale comments.docx                           => XAA
`;

const NAMES_IN_NAMES = `
  Niger_v2.docx => NER
  NigeriaComments.docx => NGA
  Guinea.docx => GIN
  GuineaBissau.docx => GNB
  Guinée équatoriale.docx => GNQ
  PapuaNewGuinea_comments.docx => PNG
  几内亚比绍.docx => GNB
  Dominica.docx => DMA
  Dominican Republic.docx => DOM
  Sudan.docx => SDN
  south_sudan.docx => SSD
  Ireland.docx => IRL
  United Kingdom of Great Britain and Northern Ireland.docx => GBR
  Congo Brazzaville.docx => COG
  DR Congo.docx => COD
  Democratic Republic of the Congo.docx => COD
  North Korea.docx => PRK
  Republic of Korea.docx => KOR
  Korea KOR.docx => KOR
  Mali.docx => MLI
  Somalia.docx => SOM
  索马里.docx => SOM
  Oman.docx => OMN
  Romania.docx => ROU
  India.docx => IND
  Estados Unidos Mexicanos.docx => MEX
  Northern Ireland.docx => unknown
  Gulf of Guinea.docx => unknown
  Indiana.docx => unknown
`;

const UNKNOWN = `
  1540_BPG_draft_2_clean.docx
  OSCE Best Practice Guide on UNSCR 1540.docx
  MC.DEL_12_21.docx
  S_AC.44_2021_NOTE.12.docx
  COMMENTS AND PROPOSALS.docx
  Comments AND proposals.docx
  WHAT STATES CAN DO.docx
  REMARQUES SUR LE PROJET.docx
  And Can Are Nor.docx
  and can are nor.docx
  NORway.docx
  candy.docx
  che.docx
  guide_FR.docx
  guide_IT.docx
  NO comments.docx
  IT comments.docx
  Comments IN draft.docx
  TO BE DONE AT ONCE.docx
  let us do it.docx
  GUIDE 15 MAR 2021.docx
  15-MAR comments.docx
  COM(2021) 66 final.docx
  NAM comments.docx
  POL-MIL input.docx
  AUTfinal.docx
  USfinal.docx
  island.docx
  Pacific Island States.docx
  Dutch translation.docx
  French version.docx
  polish the text.docx
  После того как.docx
  France/guide.docx
  C:\\France\\guide.docx
  document.docx
  .docx
`;

describe("file names of real life", () => {
  test.each([...arrows(RECOGNISED)])("%s is from %s", (fileName, code) => expect(recognised(fileName)).toBe(code));
});

describe("names inside other names", () => {
  test.each([...arrows(NAMES_IN_NAMES)])("%s is from %s", (fileName, code) => expect(recognised(fileName)).toBe(code));
});

describe("file names that tell of nobody", () => {
  test.each([...lines(UNKNOWN), ""])("%s", (fileName) => expect(recognised(fileName)).toBe("unknown"));
});

describe("file names that tell of more than one", () => {
  test.each([
    ["France and Germany joint.docx", "FRA DEU"],
    ["FRA+DEU.docx", "FRA DEU"],
    ["EU comments on US proposal.docx", "EU USA"],
    ["AU comments.docx", "AU AUS"],
  ])("%s", (fileName, codes) => expect(recognised(fileName)).toBe(codes));
});

describe("the delegations expected", () => {
  const osce = delegations().filter(({ code }) => group("OSCE")?.members.includes(code));

  test("leave out whoever is not expected", () => {
    expect(recognised("Japan.docx", osce)).toBe("unknown");
    expect(recognised("CHE comments.docx", [])).toBe("unknown");
  });

  test("are not taken for the sender where somebody else is named too", () => {
    const found = recogniseDelegation("Japan comments on Swiss proposal.docx", osce);
    expect(found.kind).toBe("ambiguous");
    expect(recognised("Japan comments on Swiss proposal.docx", osce)).toBe("CHE");
  });

  test("make initials of what would be a code of somebody else", () => {
    expect(recogniseDelegation("CHE comments_JM.docx", osce).kind).toBe("certain");
  });

  test("never make a name of a part of another name", () => {
    const guinea = delegations().filter(({ code }) => code === "GIN");
    expect(recognised("Equatorial Guinea.docx", guinea)).toBe("unknown");
  });

  test("may be none of the catalogue's", () => {
    const [invented] = inventedDelegations();
    if (invented === undefined) throw new RangeError("no invented delegation");
    const names = { ...invented.names, en: { ...invented.names.en, short: "Group of Friends" } };
    const friends: CatalogueDelegation = { ...invented, code: "GOF", name: "Group of Friends", names };
    expect(recognised("Group of Friends v2.docx", [...osce, friends])).toBe("GOF");
    expect(recognised("GOF_v2.docx", [...osce, friends])).toBe("GOF");
  });
});

test("the evidence quotes the file name and says how it was read", () => {
  expect(recogniseDelegation("FSC.DEL-65-21 Papua New Guinea PNG.docx")).toMatchObject({
    kind: "certain",
    because: [
      { written: "Papua New Guinea", as: "name", codes: ["PNG"] },
      { written: "PNG", as: "code", codes: ["PNG"] },
    ],
  });
});

test("the evidence quotes with accents composed, as macOS does not write them", () => {
  expect(recogniseDelegation("Türkiye.docx".normalize("NFD"))).toMatchObject({ because: [{ written: "Türkiye" }] });
});

function recognised(fileName: string, among?: readonly CatalogueDelegation[]): string {
  const found = recogniseDelegation(fileName, among);
  if (found.kind === "unknown") return "unknown";
  if (found.kind === "certain") return found.delegation.code;
  return found.candidates.map(({ code }) => code).join(" ");
}

/** `file name => code`, one a line. */
function arrows(text: string): readonly [string, string][] {
  return lines(text).map((line) => line.split(/\s+=>\s+/u) as [string, string]);
}

function lines(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
