package vn.soto.plans.imports.table;

import java.util.List;

/** @param row row number as a spreadsheet counts: the header is 1 */
public record TableLine(int row, List<Cell> cells) {

    public TableLine {
        cells = List.copyOf(cells);
    }

    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    boolean isBlank() {
        return cells.stream().allMatch(Cell::isEmpty);
    }
}
