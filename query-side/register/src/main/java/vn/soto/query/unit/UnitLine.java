package vn.soto.query.unit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;

/**
 * A unit in one line, as of the day of the answer.
 *
 * @param coming next change on a later day; absent if none is recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UnitLine(
        UnitId unit,
        UnitKind kind,
        String name,
        @Nullable String officialCode,
        @Nullable Coming coming) {

    /**
     * The next change, with what differs from that day on.
     *
     * @param parent unit in which it lies then
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Coming(
            LocalDate from,
            UnitChange change,
            @Nullable UnitKind kind,
            @Nullable String name,
            @Nullable String officialCode,
            @Nullable UnitId parent) {

        static @Nullable Coming of(UnitOnDay unit) {
            Unit.Step now = unit.step();
            Unit.Step next = unit.next();
            return next == null
                    ? null
                    : new Coming(
                            next.from(),
                            next.change(),
                            changed(now.kind(), next.kind()),
                            changed(now.name(), next.name()),
                            changed(now.officialCode(), next.officialCode()),
                            changed(now.parent(), next.parent()));
        }

        private static <T> @Nullable T changed(@Nullable T now, @Nullable T next) {
            return next != null && next.equals(now) ? null : next;
        }
    }

    public static UnitLine of(UnitOnDay unit) {
        return new UnitLine(
                new UnitId(unit.id()), unit.kind(), unit.name(), unit.step().officialCode(), Coming.of(unit));
    }
}
