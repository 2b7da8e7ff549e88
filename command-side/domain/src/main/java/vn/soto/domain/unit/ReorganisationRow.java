package vn.soto.domain.unit;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;

/**
 * One action of a reorganisation; the components that its action does not take are absent.
 *
 * @param number of the row in its file
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

    /** The units it is about. */
    public Stream<UnitId> units() {
        return Stream.of(unit, parent, successor).flatMap(Stream::ofNullable);
    }
}
