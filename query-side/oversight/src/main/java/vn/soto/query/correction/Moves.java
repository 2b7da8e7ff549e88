package vn.soto.query.correction;

import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.shared.DayHistory.Meant;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.VersionedRows;

/**
 * The units in which a household or a business was recorded: that of its registration, and those to which it moved.
 *
 * @param id of the household or business
 */
public record Moves(@BsonId String id, List<Move> moves) implements ReadModel {

    static final DocumentType<Moves> KIND = new DocumentType<>("moves", Moves.class);

    /**
     * @param before unit before it; for the first row, the unit of the registration
     * @param day     first day in {@code unit}; absent for a registration, and if it left and has no unit since
     * @param entered day of the move that this one corrects; absent if it corrects none
     */
    public record Move(
            long position,
            String before,
            @Nullable LocalDate day,
            @Nullable String unit,
            @Nullable LocalDate entered) {}

    Moves with(Move move) {
        return new Moves(id, VersionedRows.with(moves, move, Move::position));
    }

    /**
     * The unit on a day, by what the events before a position say.
     *
     * @param stated unit if it is not registered
     */
    String on(LocalDate day, long position, String stated) {
        DayHistory<String> units = new DayHistory<>();
        for (Move move : moves) {
            if (move.position < position) {
                if (units.isEmpty()) {
                    units.put(LocalDate.MIN, move.before);
                }
                boolean corrects = move.day != null
                        && move.entered != null
                        && units.move(move.entered, move.day, Meant.by(unit -> unit.equals(move.unit)), unit -> unit);
                if (!corrects && move.day != null && move.unit != null) {
                    units.put(move.day, move.unit);
                }
            }
        }
        return units.isEmpty() ? stated : units.on(day);
    }
}
