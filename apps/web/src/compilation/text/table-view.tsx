import type { BlockEntry, ContainerEntry, ParagraphEntry } from "@compendium/engine";
import { useWords } from "../words.ts";
import { ParagraphView } from "./paragraph-view.tsx";
import { isInReading, isSponsoredBy } from "./pieces.ts";
import { isWithin, type Placing } from "./placing.ts";
import { StopBlock } from "./stop-block.tsx";
import type { Stop } from "./stops.ts";
import { readerCode, useTextWays } from "./text-ways.ts";

interface PlacedBlock<Block> {
  readonly block: Block;
  readonly placing: Placing;
}

/** A table of the base text. New rows and cells stand where they would come; struck ones stay, struck. */
export function TableView({ block: table, placing }: PlacedBlock<ContainerEntry>) {
  const say = useWords();
  const shown = useShownStops();
  const columns = Math.max(1, ...table.blocks.map((row) => cellsOf(row, placing, shown)));
  return (
    // A wide table is scrolled sideways, by keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    // biome-ignore lint/a11y/useSemanticElements: a section would be a landmark, and there are many tables
    <div className="table-scroll" role="group" aria-label={say("table")} tabIndex={0}>
      <table className="text-table">
        <tbody>
          {table.blocks.map((row) => (
            <RowView key={row.from} block={row} placing={placing} columns={columns} />
          ))}
          <StopsAcross stops={placing.atEnd.get(table.to - 1)} columns={columns} />
        </tbody>
      </table>
    </div>
  );
}

function RowView({ block, placing, columns }: PlacedBlock<BlockEntry> & { readonly columns: number }) {
  const shown = useShownStops();
  if (block.kind === "paragraph") return null;
  if (block.kind === "group") {
    return block.blocks.map((row) => <RowView key={row.from} block={row} placing={placing} columns={columns} />);
  }
  return (
    <>
      <StopsAcross stops={placing.before.get(block.from)} columns={columns} />
      <tr>
        {block.blocks.map((cell) => (
          <CellView key={cell.from} block={cell} placing={placing} />
        ))}
        {shown(placing.atEnd.get(block.to - 1)).map((stop) => (
          <td key={stop.id} className="new-cell">
            <StopBlock stop={stop} />
          </td>
        ))}
      </tr>
    </>
  );
}

function CellView({ block, placing }: PlacedBlock<BlockEntry>) {
  const shown = useShownStops();
  if (block.kind === "paragraph") return null;
  const before = shown(placing.before.get(block.from));
  const added = before.filter((stop) => stop.kind === "passage" && stop.from === stop.to);
  const own = before.filter((stop) => !added.includes(stop));
  return (
    <>
      {added.map((stop) => (
        <td key={stop.id} className="new-cell">
          <StopBlock stop={stop} />
        </td>
      ))}
      <td>
        {own.map((stop) => (
          <StopBlock key={stop.id} stop={stop} />
        ))}
        <Blocks blocks={block.blocks} placing={placing} />
        {placing.atEnd.get(block.to - 1)?.map((stop) => (
          <StopBlock key={stop.id} stop={stop} />
        ))}
      </td>
    </>
  );
}

function Blocks({ blocks, placing }: { readonly blocks: readonly BlockEntry[]; readonly placing: Placing }) {
  return blocks.map((block) => (
    <div key={block.from}>
      {placing.before.get(block.from)?.map((stop) => (
        <StopBlock key={stop.id} stop={stop} />
      ))}
      <BlockView block={block} placing={placing} />
    </div>
  ));
}

function BlockView({ block, placing }: PlacedBlock<BlockEntry>) {
  if (block.kind === "table") return <TableView block={block} placing={placing} />;
  if (block.kind !== "paragraph") return <Blocks blocks={block.blocks} placing={placing} />;
  return <ParagraphInTable block={block} placing={placing} />;
}

function ParagraphInTable({ block, placing }: PlacedBlock<ParagraphEntry>) {
  const { readAs } = useTextWays();
  const end = block.from + block.words.length;
  if (isWithin(placing.shownElsewhere, block.from, end)) return null;
  const over = placing.overBlocks.find(({ from, to }) => from <= block.from && end <= to);
  const proposals = over?.passage.proposals ?? [];
  const isReplaced = readAs !== null && proposals.some((each) => isSponsoredBy(each, readerCode(readAs)));
  if (isReplaced) return null;
  const isStruck = readAs === null && proposals.some(({ wording }) => wording === "");
  return <ParagraphView paragraph={block} placing={placing} isStruck={isStruck} />;
}

function StopsAcross({ stops, columns }: { readonly stops: readonly Stop[] | undefined; readonly columns: number }) {
  const shown = useShownStops();
  return shown(stops).map((stop) => (
    <tr key={stop.id}>
      <td colSpan={columns} className="new-row">
        <StopBlock stop={stop} />
      </td>
    </tr>
  ));
}

type ShownStops = (stops: readonly Stop[] | undefined) => readonly Stop[];

/** In a reading, rows and cells that the delegation does not propose are not there. */
function useShownStops(): ShownStops {
  const { readAs } = useTextWays();
  if (readAs === null) return (stops = []) => stops;
  return (stops = []) => stops.filter((stop) => isInReading(stop, readerCode(readAs)));
}

function cellsOf(row: BlockEntry, placing: Placing, shown: ShownStops): number {
  if (row.kind === "paragraph") return 0;
  const added = row.blocks.filter((cell) => shown(placing.before.get(cell.from)).length > 0).length;
  return row.blocks.length + added + shown(placing.atEnd.get(row.to - 1)).length;
}
