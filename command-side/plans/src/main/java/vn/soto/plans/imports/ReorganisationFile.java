package vn.soto.plans.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.unit.ReorganisationRow;
import vn.soto.plans.imports.table.Column;
import vn.soto.plans.imports.table.Finding;
import vn.soto.plans.imports.table.InvalidFileException;
import vn.soto.plans.imports.table.TableLine;
import vn.soto.plans.imports.table.TableTop;

/**
 * A file that reorganises units, read as a whole. {@code action} and {@code unit} are required in every row, the other
 * columns as {@link ReorganisationRows} requires them:
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
 * <p>The instrument and the effective day apply to the whole file and are parameters of the request. Units are
 * identified by their ids in the ledger, never by official codes, which pass from unit to unit. The children of a split
 * unit keep their parent unless a row moves them; the import guesses nothing.
 *
 * @param top      the titles
 * @param header   columns of the file
 * @param lines    all rows, as read
 * @param rows     the valid rows, in file order
 * @param findings faults of single rows and contradictions between rows
 * @param doubtful units of rows with a finding
 */
public record ReorganisationFile(
        TableTop top,
        Upload.Header header,
        List<TableLine> lines,
        List<ReorganisationRow> rows,
        List<Finding> findings,
        Set<UnitId> doubtful) {

    /** @throws InvalidFileException if the file is unreadable or lacks a column */
    public static ReorganisationFile read(Upload upload) {
        ReorganisationRows reader = new ReorganisationRows();
        List<TableTop> tops = new ArrayList<>();
        List<TableLine> lines = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        Upload.Header header = upload.read(reader, tops::add, row -> {
            lines.add(row.line());
            findings.addAll(row.findings());
        });
        refuseUnknown(header);
        List<Finding> among = ReorganisationChecks.of(reader.rows(), header);
        findings.addAll(among);
        findings.sort(Comparator.comparingInt(Finding::row));
        Set<UnitId> doubtful = new HashSet<>(reader.doubtful());
        Set<Integer> wrong = rows(among);
        reader.rows().stream()
                .filter(row -> wrong.contains(row.number()))
                .map(ReorganisationRow::unit)
                .forEach(doubtful::add);
        return new ReorganisationFile(
                tops.getFirst(),
                header,
                List.copyOf(lines),
                List.copyOf(reader.rows()),
                List.copyOf(findings),
                Set.copyOf(doubtful));
    }

    /** Names every title that means nothing; a cell beyond the titles is a fault of its row. */
    private static void refuseUnknown(Upload.Header header) {
        if (!header.unknown().isEmpty()) {
            throw new InvalidFileException(
                    "column-is-unknown",
                    String.join(", ", header.unknown()),
                    ImportKind.REORGANISATIONS.columns().stream()
                            .map(Column::title)
                            .collect(Collectors.joining(", ")));
        }
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
