package vn.soto.query.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.policy.Adoption;
import vn.soto.contracts.policy.PolicyEvent.PolicyAdopted;
import vn.soto.contracts.policy.Terms;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.ledger.Commit;

/**
 * The policy of a day and all versions.
 *
 * @param on       the day
 * @param version  version in force on it; absent while none is: then the terms of the settings apply
 * @param terms    terms in force on it
 * @param calendar days that bound a quarter; no version changes it
 * @param history  all versions adopted, oldest first, later ones included
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PolicyView(
        LocalDate on, @Nullable Integer version, Terms terms, QuarterCalendar calendar, List<Version> history) {

    /**
     * @param until    last day on which it applies; absent for the latest
     * @param replaced whether a later version has the same first day, so that this one never applies
     * @param adoption by how many persons; absent where that was not recorded
     * @param by       account that adopted it in {@code commit}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Version(
            int version,
            LocalDate effectiveFrom,
            @Nullable LocalDate until,
            boolean replaced,
            Terms terms,
            String instrument,
            LocalDate signedOn,
            @Nullable Adoption adoption,
            long commit,
            Instant at,
            String by) {

        boolean appliesOn(LocalDate day) {
            return !replaced && !effectiveFrom.isAfter(day) && (until == null || !until.isBefore(day));
        }
    }

    /** A version with the commit that adopted it. */
    record Adopted(PolicyAdopted event, Commit commit) {}

    static PolicyView of(LocalDate on, List<Adopted> adopted, InitialPolicy initial) {
        List<Version> history = new ArrayList<>();
        for (int index = 0; index < adopted.size(); index++) {
            history.add(version(
                    adopted.get(index), adopted.stream().skip(index + 1L).findFirst()));
        }
        Optional<Version> inForce =
                history.stream().filter(version -> version.appliesOn(on)).findFirst();
        return new PolicyView(
                on,
                inForce.map(Version::version).orElse(null),
                inForce.map(Version::terms).orElseGet(initial::terms),
                initial.calendar(),
                history);
    }

    /** Versions are adopted in the order of their first days. */
    private static Version version(Adopted adopted, Optional<Adopted> next) {
        PolicyAdopted event = adopted.event;
        boolean replaced = next.filter(later -> later.event.effectiveFrom().equals(event.effectiveFrom()))
                .isPresent();
        return new Version(
                event.version(),
                event.effectiveFrom(),
                next.filter(later -> !replaced)
                        .map(later -> later.event.effectiveFrom().minusDays(1))
                        .orElse(null),
                replaced,
                event.terms(),
                event.instrument().number(),
                event.instrument().signedOn(),
                event.adoption(),
                adopted.commit.number(),
                adopted.commit.at(),
                adopted.commit.actor());
    }
}
