package vn.soto.query.business;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.contracts.business.BusinessStage;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.DayCorrection;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedRows;

/**
 * A business with its whole history, oldest first.
 *
 * @param from        number of the commit that made it known
 * @param corrections right days of moves; absent in a document of an earlier version
 */
public record Business(
        @BsonId String id,
        long from,
        List<Registration> registrations,
        List<Location> homes,
        List<Turn> turns,
        @Nullable List<DayCorrection> corrections)
        implements ReadModel {

    static final DocumentType<Business> KIND = new DocumentType<>("businesses", Business.class);

    static final DayCorrection.History<Location> HOMES = new DayCorrection.History<>(
            "homes",
            Location::effectiveFrom,
            (home, day) -> new Location(home.position, home.commit, home.unit, day),
            null);

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
            UnitId unit,
            @Nullable LocalDate effectiveFrom) implements Stamped {}

    /** @param open whether the business operates from that day on */
    public record Turn(long position, long commit, boolean open, LocalDate effectiveFrom) implements Stamped {}

    /** The subject of the trade name. */
    Subject subject() {
        return Subject.of(new BusinessId(id));
    }

    Business with(Registration registration) {
        return new Business(id, from, VersionedRows.with(registrations, registration), homes, turns, corrections);
    }

    Business with(Location home) {
        return new Business(id, from, registrations, VersionedRows.with(homes, home), turns, corrections);
    }

    Business with(Turn turn) {
        return new Business(id, from, registrations, homes, VersionedRows.with(turns, turn), corrections);
    }

    Business with(DayCorrection correction) {
        List<DayCorrection> more = VersionedRows.with(corrections == null ? List.of() : corrections, correction);
        return new Business(id, from, registrations, homes, turns, more);
    }

    /** The units in which it operated, with their right days. */
    List<Location> homes(long asOf) {
        return DayCorrection.applied(homes, corrections, HOMES, asOf);
    }

    Registration registration(long asOf) {
        return VersionedRows.last(registrations, asOf).orElseThrow();
    }

    /** The place of business on a day. */
    Location home(LocalDate day, long asOf) {
        return homes(asOf).stream()
                .filter(home -> home.effectiveFrom == null || !home.effectiveFrom.isAfter(day))
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    /** The next change after a day, as known at a commit. */
    Optional<BusinessLine.Coming> coming(LocalDate day, long asOf) {
        return Stream.concat(
                        homes(asOf).stream().flatMap(home -> Stream.ofNullable(home.effectiveFrom)),
                        turns(asOf).stream().map(Turn::effectiveFrom))
                .filter(from -> from.isAfter(day))
                .min(Comparator.naturalOrder())
                .map(from -> new BusinessLine.Coming(
                        from, home(from, asOf).unit, closedSince(from, asOf).isPresent()));
    }

    /** Closings and reopenings in order of their days; one takes the place of those that were to follow it. */
    private List<Turn> turns(long asOf) {
        return DayHistory.<Turn, Turn>of(
                        VersionedRows.asOf(turns, asOf).stream(),
                        (turn, known) -> known.putLast(turn.effectiveFrom, turn))
                .list((from, turn) -> turn);
    }

    /** The stage that decides which commands are possible on a day. */
    BusinessStage stage(LocalDate day, long asOf) {
        DayHistory<String> units = new DayHistory<>();
        homes(asOf)
                .forEach(home ->
                        units.put(Objects.requireNonNullElse(home.effectiveFrom, LocalDate.MIN), home.unit.value()));
        DayHistory<Boolean> working = new DayHistory<>();
        working.put(LocalDate.MIN, true);
        turns(asOf).forEach(turn -> working.put(turn.effectiveFrom, turn.open));
        return BusinessStage.on(day, units, working);
    }

    /** First day on which it no longer operated; empty if it operates on the day. */
    Optional<LocalDate> closedSince(LocalDate day, long asOf) {
        return turns(asOf).stream()
                .filter(turn -> !turn.effectiveFrom().isAfter(day))
                .reduce((before, after) -> after)
                .filter(turn -> !turn.open())
                .map(Turn::effectiveFrom);
    }
}
