package vn.soto.query.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.ConsentMethod;
import vn.soto.contracts.household.ConsentPurpose;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.UnassignmentCause;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.DayCorrection;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedRows;

/**
 * A household with its whole history, oldest first.
 *
 * @param from       number of the commit that made it known
 * @param homes      units in which it lived, the first since its registration
 * @param charges    members who were responsible, over time
 * @param turns      changes of its status: whether it lives here, counts by itself, or counts at all
 * @param duplicates households that count as this one
 * @param agreements consents given and withdrawn
 * @param corrections right days of charges, homes and turns; absent in a document of an earlier version
 * @param references corrected reference codes; absent in a document of an earlier version
 * @param stays since when it lives where it was registered, as last stated; absent in a document of an earlier version
 * @param day        of its entry; absent in a document of an earlier version
 */
public record Household(
        @BsonId String id,
        long from,
        String reference,
        List<Residence> homes,
        List<Charge> charges,
        List<Turn> turns,
        List<Duplicates> duplicates,
        List<Agreement> agreements,
        @Nullable List<DayCorrection> corrections,
        @Nullable List<Reference> references,
        @Nullable List<Stay> stays,
        @Nullable EntryDay day)
        implements ReadModel {

    static final DocumentType<Household> KIND = new DocumentType<>("households", Household.class);

    static final DayCorrection.History<Residence> HOMES = new DayCorrection.History<>(
            "homes",
            Residence::effectiveFrom,
            (home, day) -> new Residence(home.position, home.commit, home.unit, day),
            home -> home.unit.value());

    static final DayCorrection.History<Charge> CHARGES = new DayCorrection.History<>(
            "charges",
            Charge::effectiveFrom,
            (charge, day) -> new Charge(charge.position, charge.commit, charge.team, charge.member, charge.cause, day),
            charge -> key(charge.team, charge.member));

    static final DayCorrection.History<Turn> TURNS = new DayCorrection.History<>(
            "turns",
            Turn::day,
            (turn, day) -> new Turn(turn.position, turn.commit, turn.what, day, turn.survivor),
            turn -> turn.what.name());

    /** @param effectiveFrom first day in the unit; absent for the unit of registration */
    public record Residence(
            long position,
            long commit,
            UnitId unit,
            @Nullable LocalDate effectiveFrom) implements Stamped {}

    /**
     * @param team  team of the responsible {@code member}; both absent while there is none
     * @param cause why no member is responsible
     */
    public record Charge(
            long position,
            long commit,
            @Nullable TeamId team,
            @Nullable MemberId member,
            @Nullable UnassignmentCause cause,
            LocalDate effectiveFrom)
            implements Stamped {}

    /** The statuses of a household. */
    public enum What {
        LEFT,
        RETURNED,
        MERGED,
        SEPARATED,
        WITHDRAWN
    }

    /**
     * @param day      first day of the status; absent where it holds for all days
     * @param survivor household it counts as after a merge
     */
    public record Turn(
            long position,
            long commit,
            What what,
            @Nullable LocalDate day,
            @Nullable HouseholdId survivor) implements Stamped {}

    public record Duplicates(long position, long commit, List<String> households) implements Stamped {}

    /**
     * @param textVersion version of the consent text; it and the following values except the day are absent for a
     *                    withdrawal
     * @param day         first day of the consent or its withdrawal
     * @param entered     day of the consent that this one corrects, or of the withdrawal that it takes back; absent if it does
     *                    neither
     */
    public record Agreement(
            long position,
            long commit,
            ConsentPurpose purpose,
            @Nullable Integer textVersion,
            @Nullable ConsentMethod method,
            @Nullable TeamId team,
            @Nullable MemberId witness,
            LocalDate day,
            @Nullable LocalDate entered)
            implements Stamped {}

    /** A corrected reference code. */
    public record Reference(long position, long commit, String code) implements Stamped {}

    /** @param livesSince day since which it lives where it was registered; absent if nobody knows it */
    public record Stay(long position, long commit, @Nullable LocalDate livesSince) implements Stamped {}

    /** Names a responsibility, or that nobody has it. */
    static String key(@Nullable TeamId team, @Nullable MemberId member) {
        return team + "/" + member;
    }

    static Household registered(String id, String reference, Residence home, Stay stay, EntryDay day) {
        return new Household(
                id,
                home.commit(),
                reference,
                List.of(home),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(stay),
                day);
    }

    Household with(Residence home) {
        List<Residence> more = VersionedRows.with(homes, home);
        return new Household(
                id, from, reference, more, charges, turns, duplicates, agreements, corrections, references, stays, day);
    }

    Household with(Charge charge) {
        List<Charge> more = VersionedRows.with(charges, charge);
        return new Household(
                id, from, reference, homes, more, turns, duplicates, agreements, corrections, references, stays, day);
    }

    Household with(Turn turn) {
        List<Turn> more = VersionedRows.with(turns, turn);
        return new Household(
                id, from, reference, homes, charges, more, duplicates, agreements, corrections, references, stays, day);
    }

    Household with(Duplicates others) {
        List<Duplicates> more = VersionedRows.with(duplicates, others);
        return new Household(
                id, from, reference, homes, charges, turns, more, agreements, corrections, references, stays, day);
    }

    Household with(Agreement agreement) {
        List<Agreement> more = VersionedRows.with(agreements, agreement);
        return new Household(
                id, from, reference, homes, charges, turns, duplicates, more, corrections, references, stays, day);
    }

    Household with(DayCorrection correction) {
        List<DayCorrection> more = VersionedRows.with(corrections == null ? List.of() : corrections, correction);
        return new Household(
                id, from, reference, homes, charges, turns, duplicates, agreements, more, references, stays, day);
    }

    Household with(Reference corrected) {
        List<Reference> more = VersionedRows.with(references == null ? List.of() : references, corrected);
        return new Household(
                id, from, reference, homes, charges, turns, duplicates, agreements, corrections, more, stays, day);
    }

    Household with(Stay stay) {
        List<Stay> more = VersionedRows.with(stays == null ? List.of() : stays, stay);
        return new Household(
                id, from, reference, homes, charges, turns, duplicates, agreements, corrections, references, more, day);
    }

    Household with(EntryDay now) {
        return new Household(
                id,
                from,
                reference,
                homes,
                charges,
                turns,
                duplicates,
                agreements,
                corrections,
                references,
                stays,
                now);
    }

    /** The household with what the event at a position and earlier ones said of its days. */
    Household upTo(long position) {
        return new Household(
                id,
                from,
                reference,
                VersionedRows.upTo(homes, position),
                VersionedRows.upTo(charges, position),
                VersionedRows.upTo(turns, position),
                duplicates,
                agreements,
                corrections == null ? null : VersionedRows.upTo(corrections, position),
                references,
                stays == null ? null : VersionedRows.upTo(stays, position),
                day == null ? null : day.upTo(position));
    }

    /** One row of each event that said something of its days, from the event at a position on. */
    List<Stamped> since(long position) {
        TreeMap<Long, Stamped> events = new TreeMap<>();
        Stream.of(
                        homes,
                        charges,
                        turns,
                        orNone(corrections),
                        orNone(stays),
                        day == null ? List.<Stamped>of() : day.helped())
                .flatMap(List::stream)
                .filter(row -> row.position() >= position)
                .forEach(row -> events.put(row.position(), row));
        return List.copyOf(events.values());
    }

    private static <T> List<T> orNone(@Nullable List<T> rows) {
        return rows == null ? List.of() : rows;
    }

    /** The day since which it lives where it was registered, if somebody said so. */
    Optional<LocalDate> livesSince(long asOf) {
        return stays == null
                ? Optional.empty()
                : VersionedRows.last(stays, asOf).map(Stay::livesSince);
    }

    /** The reference code as known at a commit. */
    String reference(long asOf) {
        return references == null
                ? reference
                : VersionedRows.last(references, asOf).map(Reference::code).orElse(reference);
    }

    /** The units in which it lived, with their right days, in their order. */
    List<Residence> homes(long asOf) {
        return DayCorrection.applied(homes, corrections, HOMES, asOf);
    }

    /** Its statuses, with their right days, in their order after those of all days. */
    List<Turn> turns(long asOf) {
        return DayCorrection.applied(turns, corrections, TURNS, asOf);
    }

    /** The members who were responsible, with their right days, in their order. */
    List<Charge> charges(long asOf) {
        return DayCorrection.applied(charges, corrections, CHARGES, asOf);
    }

    /**
     * Consents given and withdrawn; a corrected one stands in the place of the one entered, and a withdrawal that was taken back is
     * not there.
     */
    List<Agreement> agreements(long asOf) {
        List<Agreement> known = new ArrayList<>();
        for (Agreement row : VersionedRows.asOf(agreements, asOf)) {
            if (row.entered == null) {
                known.add(row);
            } else if (row.textVersion == null) {
                known.removeIf(before ->
                        before.textVersion == null && before.purpose == row.purpose && before.day.equals(row.entered));
            } else {
                known.replaceAll(
                        before -> before.purpose == row.purpose && before.day.equals(row.entered) ? row : before);
            }
        }
        return known;
    }

    /** The residence on a day. */
    Residence home(LocalDate day, long asOf) {
        return homes(asOf).stream()
                .filter(home -> hasCome(home.effectiveFrom, day))
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    /** The responsibility on a day; empty if no member is responsible. */
    Optional<Charge> charge(LocalDate day, long asOf) {
        return charges(asOf).stream()
                .filter(charge -> hasCome(charge.effectiveFrom, day))
                .reduce((before, after) -> after)
                .filter(charge -> charge.team() != null);
    }

    HouseholdStatus standing(LocalDate day, long asOf) {
        return turns(asOf).stream()
                .filter(turn -> hasCome(turn.day, day))
                .reduce(HouseholdStatus.HERE, HouseholdStatus::after, (a, b) -> b);
    }

    private static boolean hasCome(@Nullable LocalDate from, LocalDate day) {
        return from == null || !from.isAfter(day);
    }

    /** Day of the last change by a day, which a further one follows. */
    LocalDate lastChange(LocalDate day, long asOf) {
        return changes(asOf)
                .filter(from -> hasCome(from, day))
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    /** The days of the changes after a day. */
    Stream<LocalDate> changesAfter(LocalDate day, long asOf) {
        return changes(asOf).filter(from -> !hasCome(from, day));
    }

    private Stream<LocalDate> changes(long asOf) {
        return Stream.of(
                        homes(asOf).stream().flatMap(home -> Stream.ofNullable(home.effectiveFrom)),
                        charges(asOf).stream().map(Charge::effectiveFrom),
                        turns(asOf).stream().flatMap(turn -> Stream.ofNullable(turn.day)))
                .flatMap(days -> days);
    }

    /** The next change after a day, as known at a commit. */
    Optional<HouseholdLine.Coming> coming(LocalDate day, long asOf) {
        return changesAfter(day, asOf)
                .min(Comparator.naturalOrder())
                .map(from -> HouseholdLine.Coming.of(this, from, asOf));
    }
}
