package vn.soto.query.household;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.ConsentMethod;
import vn.soto.contracts.household.ConsentPurpose;
import vn.soto.contracts.household.UnassignmentCause;
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
 */
public record Household(
        @BsonId String id,
        long from,
        String reference,
        List<Residence> homes,
        List<Charge> charges,
        List<Turn> turns,
        List<Duplicates> duplicates,
        List<Agreement> agreements)
        implements ReadModel {

    static final DocumentType<Household> KIND = new DocumentType<>("households", Household.class);

    /** @param effectiveFrom first day in the unit; absent for the unit of registration */
    public record Residence(
            long position,
            long commit,
            String unit,
            @Nullable LocalDate effectiveFrom) implements Stamped {}

    /**
     * @param team  team of the responsible {@code member}; both absent while there is none
     * @param cause why no member is responsible
     */
    public record Charge(
            long position,
            long commit,
            @Nullable String team,
            @Nullable String member,
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
            @Nullable String survivor) implements Stamped {}

    public record Duplicates(long position, long commit, List<String> households) implements Stamped {}

    /**
     * @param textVersion version of the consent text; it and the following values except the day are absent for a
     *                    withdrawal
     * @param day         first day of the consent or its withdrawal
     */
    public record Agreement(
            long position,
            long commit,
            ConsentPurpose purpose,
            @Nullable Integer textVersion,
            @Nullable ConsentMethod method,
            @Nullable String team,
            @Nullable String witness,
            LocalDate day)
            implements Stamped {}

    static Household registered(String id, String reference, Residence home) {
        return new Household(id, home.commit(), reference, List.of(home), List.of(), List.of(), List.of(), List.of());
    }

    Household with(Residence home) {
        return new Household(
                id, from, reference, VersionedRows.with(homes, home), charges, turns, duplicates, agreements);
    }

    Household with(Charge charge) {
        return new Household(
                id, from, reference, homes, VersionedRows.with(charges, charge), turns, duplicates, agreements);
    }

    Household with(Turn turn) {
        return new Household(
                id, from, reference, homes, charges, VersionedRows.with(turns, turn), duplicates, agreements);
    }

    Household with(Duplicates others) {
        return new Household(
                id, from, reference, homes, charges, turns, VersionedRows.with(duplicates, others), agreements);
    }

    Household with(Agreement agreement) {
        return new Household(
                id, from, reference, homes, charges, turns, duplicates, VersionedRows.with(agreements, agreement));
    }

    Residence home(long asOf) {
        return VersionedRows.last(homes, asOf).orElseThrow();
    }

    /** The current responsibility; empty while no member is responsible. */
    Optional<Charge> charge(long asOf) {
        return VersionedRows.last(charges, asOf).filter(charge -> charge.team() != null);
    }

    HouseholdStatus standing(long asOf) {
        return VersionedRows.asOf(turns, asOf).stream()
                .reduce(HouseholdStatus.HERE, HouseholdStatus::after, (a, b) -> b);
    }
}
