package vn.soto.plans.imports;

import java.util.List;

/** @param row as a spreadsheet numbers it: the header is 1 */
record TableLine(int row, List<Cell> cells) {

    TableLine {
        cells = List.copyOf(cells);
    }

    Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    boolean isBlank() {
        return cells.stream().allMatch(Cell::isEmpty);
    }
}
