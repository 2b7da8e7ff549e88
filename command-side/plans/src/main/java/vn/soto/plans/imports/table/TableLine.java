package vn.soto.plans.imports.table;

import java.util.ArrayList;
import java.util.List;

/** @param row row number as a spreadsheet counts: the header is 1 */
public record TableLine(int row, List<Cell> cells) {

    /** Keeps no cell of a blank row: a file may hold hundreds of thousands of them. */
    public TableLine {
        cells = allEmpty(cells) ? List.of() : List.copyOf(cells);
    }

    private static boolean allEmpty(List<Cell> cells) {
        for (Cell cell : cells) {
            if (!cell.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    TableLine with(int column, Cell cell) {
        List<Cell> changed = new ArrayList<>(cells);
        while (changed.size() <= column) {
            changed.add(Cell.EMPTY);
        }
        changed.set(column, cell);
        return new TableLine(row, changed);
    }

    boolean isBlank() {
        return cells.isEmpty();
    }
}
