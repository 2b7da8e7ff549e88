package vn.soto.query.business;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.contracts.person.Subject;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedRows;

/**
 * A business with its whole history, oldest first.
 *
 * @param from number of the commit that made it known
 */
public record Business(
        @BsonId String id, long from, List<Registration> registrations, List<Location> homes, List<Turn> turns)
        implements ReadModel {

    static final DocumentType<Business> KIND = new DocumentType<>("businesses", Business.class);

    /** @param tradeName trade name, sealed as in the event; opened when it is read */
    public record Registration(
            long position,
            long commit,
            BusinessKind kind,
            String reference,
            @Nullable String tradeName) implements Stamped {}

    /** @param effectiveFrom first day in the unit; absent for the unit of registration */
    public record Location(
            long position,
            long commit,
            String unit,
            @Nullable LocalDate effectiveFrom) implements Stamped {}

    /** @param open whether the business operates from that day on */
    public record Turn(long position, long commit, boolean open, LocalDate effectiveFrom) implements Stamped {}

    /** The subject of the trade name. */
    Subject subject() {
        return Subject.of(new BusinessId(id));
    }

    Business with(Registration registration) {
        return new Business(id, from, VersionedRows.with(registrations, registration), homes, turns);
    }

    Business with(Location home) {
        return new Business(id, from, registrations, VersionedRows.with(homes, home), turns);
    }

    Business with(Turn turn) {
        return new Business(id, from, registrations, homes, VersionedRows.with(turns, turn));
    }

    Registration registration(long asOf) {
        return VersionedRows.last(registrations, asOf).orElseThrow();
    }

    Location home(long asOf) {
        return VersionedRows.last(homes, asOf).orElseThrow();
    }

    /** First day on which it no longer operated; empty while it operates. */
    Optional<LocalDate> closedSince(long asOf) {
        return VersionedRows.last(turns, asOf).filter(turn -> !turn.open()).map(Turn::effectiveFrom);
    }
}
