package vn.soto.query.correction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
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
        String unit = null;
        LocalDate since = LocalDate.MIN;
        String first = null;
        for (Move move : knownBefore(position)) {
            first = first == null ? move.before : first;
            if (move.unit != null && move.day != null && !move.day.isAfter(day) && !move.day.isBefore(since)) {
                unit = move.unit;
                since = move.day;
            }
        }
        return unit != null ? unit : first != null ? first : stated;
    }

    /** The moves by the events before a position; a corrected one in the place of the one entered. */
    private List<Move> knownBefore(long position) {
        List<Move> known = new ArrayList<>();
        for (Move move : moves) {
            if (move.position < position) {
                int entered = move.entered == null ? -1 : last(known, move.entered);
                if (entered < 0) {
                    known.add(move);
                } else {
                    known.set(entered, move);
                }
            }
        }
        return known;
    }

    private static int last(List<Move> moves, LocalDate day) {
        int place = moves.size() - 1;
        while (place >= 0 && !day.equals(moves.get(place).day)) {
            place--;
        }
        return place;
    }
}
