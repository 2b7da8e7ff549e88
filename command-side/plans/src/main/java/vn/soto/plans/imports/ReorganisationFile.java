package vn.soto.plans.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.unit.ReorganisationRow;
import vn.soto.plans.imports.table.Finding;
import vn.soto.plans.imports.table.InvalidFileException;

/**
 * A reorganisation of units as people write it down, read as a whole; {@code action} and {@code unit} are needed in every row,
 * the other columns as {@link ReorganisationRows} says:
 *
 * <pre>
 * action,unit,kind,name,official_code,parent,successor
 * establish,hcm-002,ward,Thủ Dầu Một,25747,hcm-001,
 * reparent,kp-17,,Khu phố 17,,hcm-002,
 * merge,bd-013,,,,,hcm-002
 * split,bd-011,,,,,hcm-002
 * split,bd-011,,,,,hcm-003
 * abolish,bd-002,,,,,
 * </pre>
 *
 * <p>The instrument and the day on which it takes effect are one for the whole file and stand beside it. Units are named
 * by their ids in the ledger, never by codes, which change hands. Where a unit is split, what lies in it stays there unless a row
 * moves it: nothing is guessed.
 *
 * @param titles   of the columns
 * @param lines    all rows as they stand in the file
 * @param rows     those understood, in the order of the file
 * @param findings why others are not, and what is wrong among the rows
 * @param doubtful units that a row with a finding is about
 */
public record ReorganisationFile(
        List<String> titles,
        List<Line> lines,
        List<ReorganisationRow> rows,
        List<Finding> findings,
        Set<UnitId> doubtful) {

    /** All of it is held in memory and decided at once. */
    static final int MOST_ROWS = 50_000;

    /** @param row as a spreadsheet numbers it */
    record Line(int row, List<String> cells) {}

    /** @throws InvalidFileException if it is not of this form at all */
    public static ReorganisationFile read(Upload upload) {
        ReorganisationRows reader = new ReorganisationRows();
        List<Line> lines = new ArrayList<>();
        Upload.Header header = upload.read(reader, top -> {}, row -> {
            if (lines.size() == MOST_ROWS) {
                throw new InvalidFileException("file-too-many-rows", MOST_ROWS);
            }
            lines.add(new Line(row.number(), row.cells()));
        });
        if (!header.ignored().isEmpty()) {
            throw new InvalidFileException("column-is-unknown", header.ignored().getFirst());
        }
        List<Finding> findings = new ArrayList<>(reader.findings());
        List<Finding> among = ReorganisationChecks.of(reader.rows());
        findings.addAll(among);
        findings.sort(Comparator.comparingInt(Finding::row));
        Set<UnitId> doubtful = new HashSet<>(reader.doubtful());
        Set<Integer> wrong = rows(among);
        reader.rows().stream()
                .filter(row -> wrong.contains(row.number()))
                .map(ReorganisationRow::unit)
                .forEach(doubtful::add);
        return new ReorganisationFile(
                header.titles(),
                List.copyOf(lines),
                List.copyOf(reader.rows()),
                List.copyOf(findings),
                Set.copyOf(doubtful));
    }

    static Set<Integer> rows(List<Finding> findings) {
        return new HashSet<>(findings.stream().map(Finding::row).toList());
    }

    /** Units that end. */
    Stream<UnitId> ending() {
        return rows.stream()
                .filter(row -> row.action().ends())
                .map(ReorganisationRow::unit)
                .distinct();
    }
}
