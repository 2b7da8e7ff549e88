package vn.soto.query.correction;

import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.correction.HomeChange;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.VersionedRows;

/**
 * The units of a household or business: that of its registration, and each that it moved to. A record states the unit that this one
 * had become.
 *
 * @param id of the household or business
 */
public record Moves(@BsonId String id, List<Move> moves) implements ReadModel {

    static final DocumentType<Moves> KIND = new DocumentType<>("moves", Moves.class);

    /**
     * A {@link HomeChange}.
     *
     * @param business whether a business moves; absent for a household
     */
    public record Move(
            long position,
            String before,
            @Nullable LocalDate day,
            @Nullable String unit,
            @Nullable LocalDate entered,
            @Nullable Boolean business) {

        static Move of(HomeChange change, long position) {
            UnitId unit = change.unit();
            return new Move(
                    position,
                    change.before().value(),
                    change.day(),
                    unit == null ? null : unit.value(),
                    change.entered(),
                    change.moved() instanceof BusinessId ? true : null);
        }

        private HomeChange of(String id) {
            return new HomeChange(
                    business == null ? new HouseholdId(id) : new BusinessId(id),
                    new UnitId(before),
                    day,
                    unit == null ? null : new UnitId(unit),
                    entered);
        }
    }

    Moves with(Move move) {
        return new Moves(id, VersionedRows.with(moves, move, Move::position));
    }

    /**
     * The unit on a day, by what the events before a position say.
     *
     * @param stated unit if it is not registered
     */
    UnitId on(LocalDate day, long position, UnitId stated) {
        DayHistory<UnitId> homes = new DayHistory<>();
        moves.stream()
                .filter(move -> move.position < position)
                .forEach(move -> move.of(id).change(homes));
        return homes.isEmpty() ? stated : homes.on(day);
    }
}
