package vn.soto.query.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.policy.Adoption;
import vn.soto.contracts.policy.PolicyEvent;
import vn.soto.contracts.policy.PolicyEvent.PolicyAdopted;
import vn.soto.contracts.policy.Terms;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.ledger.Commit;
import vn.soto.query.subject.Doer;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

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
     * @param until    last day on which it applies; absent for the one that applies last, and for one that never does
     * @param replaced whether a later version has the same first day, so that this one never applies
     * @param withdrawn whether it was taken back, so that it applies on no day
     * @param adoption by how many persons; absent where that was not recorded
     * @param by       account that adopted it in {@code commit}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Version(
            int version,
            LocalDate effectiveFrom,
            @Nullable LocalDate until,
            boolean replaced,
            boolean withdrawn,
            Terms terms,
            String instrument,
            LocalDate signedOn,
            @Nullable Adoption adoption,
            @IdOf(IdKind.COMMIT) long commit,
            Instant at,
            @Doer String by) {}

    /** An event with its commit. */
    record Recorded(PolicyEvent event, Commit commit) {}

    static PolicyView of(LocalDate on, List<Recorded> recorded, InitialPolicy initial) {
        DayHistory<PolicyAdopted> applying = DayHistory.of(recorded.stream().map(Recorded::event), PolicyEvent::change);
        List<Version> history = recorded.stream()
                .flatMap(each -> each.event instanceof PolicyAdopted adopted
                        ? Stream.of(version(adopted, each.commit, applying))
                        : Stream.empty())
                .toList();
        Optional<PolicyAdopted> inForce = applying.at(on);
        return new PolicyView(
                on,
                inForce.map(PolicyAdopted::version).orElse(null),
                inForce.map(PolicyAdopted::terms).orElseGet(initial::terms),
                initial.calendar(),
                history);
    }

    private static Version version(PolicyAdopted event, Commit commit, DayHistory<PolicyAdopted> applying) {
        boolean applies = applying.at(event.effectiveFrom())
                .filter(of -> of.version() == event.version())
                .isPresent();
        boolean withdrawn = !applying.has(of -> of.version() == event.version());
        return new Version(
                event.version(),
                event.effectiveFrom(),
                applies ? applying.lastPossible(event.effectiveFrom()).orElse(null) : null,
                !applies && !withdrawn,
                withdrawn,
                event.terms(),
                event.instrument().number(),
                event.instrument().signedOn(),
                event.adoption(),
                commit.number(),
                commit.at(),
                commit.actor());
    }
}
