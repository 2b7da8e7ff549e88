package vn.soto.domain.unit;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;

/**
 * One action of a reorganisation; components that the action does not use are absent.
 *
 * @param number row number in the file
 */
public record ReorganisationRow(
        int number,
        ReorganisationAction action,
        UnitId unit,
        @Nullable UnitKind kind,
        @Nullable String name,
        @Nullable String officialCode,
        @Nullable UnitId parent,
        @Nullable UnitId successor) {

    /** All units that the row names. */
    public Stream<UnitId> units() {
        return Stream.of(unit, parent, successor).flatMap(Stream::ofNullable);
    }
}
