package vn.soto.plans.imports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.plans.Step;

/** A CSV file of units as a whole, for those that are small: {@link ImportKind#UNITS}, parents before their children. */
public final class UnitFile {

    private UnitFile() {}

    /** A row as a spreadsheet numbers it, with either a command or what is wrong with it. */
    public record Row(
            int number, @Nullable Finding finding, @Nullable EstablishUnit read) {

        /** Only of a row without a finding. */
        public EstablishUnit command() {
            return Objects.requireNonNull(read);
        }
    }

    /** For a file that names no units but its own. */
    public static List<Row> read(String csv) {
        return read(csv, new UnitAndTeamIndex.Known(new NameIndex<>(), new NameIndex<>(), Set.of()));
    }

    /** @throws InvalidFileException if it is not of this form at all */
    public static List<Row> read(String csv, UnitAndTeamIndex register) {
        return read(csv, register.known());
    }

    private static List<Row> read(String csv, UnitAndTeamIndex.Known known) {
        List<Row> rows = new ArrayList<>();
        new Upload(ImportKind.UNITS, Format.CSV, csv.getBytes(StandardCharsets.UTF_8), "")
                .read(known, top -> {}, row -> rows.add(new Row(row.number(), row.finding(), command(row))));
        return rows;
    }

    private static @Nullable EstablishUnit command(Upload.Row row) {
        return row.steps().stream()
                .map(step -> (EstablishUnit) ((Step.Ready) step).command())
                .findFirst()
                .orElse(null);
    }
}
