package vn.soto.query.correction;

import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitLineage;
import vn.soto.contracts.unit.UnitSuccession;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.VersionedRows;

/**
 * The succession of a unit, with a row for each event that changes it. A unit that never had a successor or predecessor
 * has no document.
 *
 * @param id the unit
 */
public record Succession(@BsonId String id, List<Change> rows) implements ReadModel {

    static final DocumentType<Succession> KIND = new DocumentType<>("unit-successions", Succession.class);

    /** The state after the event at a position. */
    public record Change(long position, UnitSuccession state) {}

    static Succession of(String unit, Batch batch) {
        return batch.find(KIND, unit).orElseGet(() -> new Succession(unit, List.of()));
    }

    /** The lineage of units up to a day, by the events before a position. */
    static UnitLineage lineage(LocalDate day, long position, Batch batch) {
        return new UnitLineage(unit -> of(unit.value(), batch).before(position).linksOn(day));
    }

    private UnitSuccession before(long position) {
        return rows.reversed().stream()
                .filter(row -> row.position < position)
                .findFirst()
                .map(Change::state)
                .orElse(UnitSuccession.NONE);
    }

    /** Whether an event at a position says something else than those before it. */
    boolean isChangedBy(UnitEvent event, long position) {
        UnitSuccession before = before(position);
        return !before.after(event).equals(before);
    }

    /** The same with one more event. */
    Succession with(UnitEvent event, long position) {
        return new Succession(
                id,
                VersionedRows.with(rows, new Change(position, before(position).after(event)), Change::position));
    }
}
