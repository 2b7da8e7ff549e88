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
 * A household with everything that was ever so about it, oldest first.
 *
 * @param from       number of the commit from which on it is known
 * @param homes      where it lived; the first since its registration
 * @param charges    who was responsible
 * @param turns      whether it is here, counts by itself, or counts at all
 * @param duplicates which others count as it
 * @param agreements what it agreed to, and took back
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

    /** @param effectiveFrom absent for the first */
    public record Residence(
            long position,
            long commit,
            String unit,
            @Nullable LocalDate effectiveFrom) implements Stamped {}

    /**
     * @param team  and {@code member} responsible; absent while nobody is
     * @param cause why nobody is
     */
    public record Charge(
            long position,
            long commit,
            @Nullable String team,
            @Nullable String member,
            @Nullable UnassignmentCause cause,
            LocalDate effectiveFrom)
            implements Stamped {}

    /** What a household may come to be. */
    public enum What {
        LEFT,
        RETURNED,
        MERGED,
        SEPARATED,
        WITHDRAWN
    }

    /**
     * @param day      from which on it is so; absent where it is so for all days
     * @param survivor the household it counts as once it is merged
     */
    public record Turn(
            long position,
            long commit,
            What what,
            @Nullable LocalDate day,
            @Nullable String survivor) implements Stamped {}

    public record Duplicates(long position, long commit, List<String> households) implements Stamped {}

    /**
     * @param textVersion and all that follows it but the day are absent where a consent was taken back
     * @param day         from which on it is so
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

    /** Of the member responsible; empty while nobody is. */
    Optional<Charge> charge(long asOf) {
        return VersionedRows.last(charges, asOf).filter(charge -> charge.team() != null);
    }

    HouseholdStatus standing(long asOf) {
        return VersionedRows.asOf(turns, asOf).stream()
                .reduce(HouseholdStatus.HERE, HouseholdStatus::after, (a, b) -> b);
    }
}
