package vn.soto.contracts.household;

import static vn.soto.contracts.shared.Flag.Code.HOUSEHOLD_MOVED_OUT_OF_COVERAGE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Ascending;
import vn.soto.contracts.shared.Dated;
import vn.soto.contracts.shared.Flag;
import vn.soto.contracts.shared.Flagging;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** Everything that can happen to a household; each event names the unit in which it lives from there on. */
public sealed interface HouseholdEvent extends ProductEvent {

    HouseholdId household();

    UnitId unit();

    @Override
    default Set<String> tags() {
        return Set.of("household:" + household(), "unit:" + unit());
    }

    /** An event after which a household counts for another member, or as another household; figures fold these. */
    sealed interface HouseholdCounted extends HouseholdEvent {}

    /**
     * @param unit      residential unit in which it lives
     * @param reference the commune's own reference code; no name, no citizen number
     */
    @StoredAs("household.registered.v1")
    record HouseholdRegistered(HouseholdId household, UnitId unit, String reference) implements HouseholdEvent {}

    /** A household nobody is responsible for gets a responsible member. */
    @StoredAs("household.assigned.v1")
    record HouseholdAssigned(HouseholdId household, UnitId unit, Responsible to, LocalDate effectiveFrom)
            implements HouseholdCounted, Dated.From {

        @Override
        public Set<String> tags() {
            return Set.of("household:" + household, "team:" + to.team(), "member:" + to.member());
        }
    }

    /** A household passes from one responsible member to another, possibly of another team. */
    @StoredAs("household.reassigned.v1")
    record HouseholdReassigned(
            HouseholdId household, UnitId unit, Responsible from, Responsible to, LocalDate effectiveFrom)
            implements HouseholdCounted, Dated.From {

        @Override
        public Set<String> tags() {
            return Stream.of(
                            "household:" + household,
                            "team:" + from.team(),
                            "team:" + to.team(),
                            "member:" + from.member(),
                            "member:" + to.member())
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /**
     * Nobody is responsible for it any more; for another cause than a decision it stands in the commit of that cause, as
     * a flag.
     *
     * @param effectiveFrom first day on which nobody is
     */
    @StoredAs("household.unassigned.v1")
    record HouseholdUnassigned(
            HouseholdId household, UnitId unit, Responsible from, UnassignmentCause cause, LocalDate effectiveFrom)
            implements HouseholdCounted, Dated.From, Flagging {

        @Override
        public Set<String> tags() {
            return Set.of("household:" + household, "unit:" + unit, "team:" + from.team(), "member:" + from.member());
        }

        @Override
        public Optional<Flag> flag() {
            return cause == UnassignmentCause.MOVED_OUT_OF_COVERAGE
                    ? HOUSEHOLD_MOVED_OUT_OF_COVERAGE.with()
                    : Optional.empty();
        }
    }

    /**
     * It moved within the province. Who was responsible stays so, unless {@link HouseholdUnassigned} follows.
     *
     * @param responsible before the move; absent while nobody was
     */
    @StoredAs("household.relocated.v1")
    record HouseholdRelocated(
            HouseholdId household,
            UnitId from,
            UnitId unit,
            @Nullable Responsible responsible,
            LocalDate effectiveFrom) implements HouseholdEvent, Dated.From {

        @Override
        public Set<String> tags() {
            Stream<String> places = Stream.of("household:" + household, "unit:" + from, "unit:" + unit);
            Stream<String> people = responsible == null
                    ? Stream.of()
                    : Stream.of("team:" + responsible.team(), "member:" + responsible.member());
            return Stream.concat(places, people).collect(Collectors.toUnmodifiableSet());
        }
    }

    /**
     * It moved away for good: marked, never deleted.
     *
     * @param unit          in which it lived last
     * @param effectiveFrom first day on which it no longer lives there
     */
    @StoredAs("household.left.v1")
    record HouseholdLeft(HouseholdId household, UnitId unit, LocalDate effectiveFrom) implements HouseholdEvent {}

    /**
     * A household that had left lives in the province again.
     *
     * @param unit in which it lives now; perhaps the one it left
     */
    @StoredAs("household.returned.v1")
    record HouseholdReturned(HouseholdId household, UnitId unit, LocalDate effectiveFrom) implements HouseholdEvent {}

    /**
     * First help by a team, in the commit that records it: from here on the registration cannot be withdrawn, and what
     * happens to the household's identity concerns that team.
     *
     * @param survivor the household it is counted as; absent unless it is merged
     */
    @StoredAs("household.first-helped.v1")
    record HouseholdFirstHelped(
            HouseholdId household,
            UnitId unit,
            TeamId team,
            @Nullable HouseholdId survivor) implements HouseholdCounted {

        @Override
        public Set<String> tags() {
            return Set.of("household:" + household, "unit:" + unit, "team:" + team);
        }
    }

    /**
     * A second registration of one household: from here on its records of help, which keep its id, count for the survivor,
     * once.
     *
     * @param survivor not merged itself
     * @param helpedBy teams that have helped the duplicate, sorted
     */
    @StoredAs("household.merged.v1")
    record HouseholdMerged(HouseholdId household, UnitId unit, HouseholdId survivor, List<TeamId> helpedBy)
            implements HouseholdCounted {

        public HouseholdMerged {
            helpedBy = Ascending.of(helpedBy);
        }

        @Override
        public Set<String> tags() {
            return identityTags(household, unit, survivor, helpedBy);
        }
    }

    /**
     * It was no duplicate after all, and counts by itself again.
     *
     * @param survivor that it counted as
     * @param helpedBy teams that have helped it, sorted
     */
    @StoredAs("household.separated.v1")
    record HouseholdSeparated(HouseholdId household, UnitId unit, HouseholdId survivor, List<TeamId> helpedBy)
            implements HouseholdCounted {

        public HouseholdSeparated {
            helpedBy = Ascending.of(helpedBy);
        }

        @Override
        public Set<String> tags() {
            return identityTags(household, unit, survivor, helpedBy);
        }
    }

    /**
     * A duplicate now counts as this household, or does so no longer.
     *
     * @param duplicates all that count as it from here on, sorted
     */
    @StoredAs("household.duplicates-changed.v1")
    record DuplicatesChanged(HouseholdId household, UnitId unit, List<HouseholdId> duplicates)
            implements HouseholdEvent {

        public DuplicatesChanged {
            duplicates = Ascending.of(duplicates);
        }
    }

    /** It was registered by mistake: it counts nowhere, and nothing more happens to it. */
    @StoredAs("household.registration-withdrawn.v1")
    record RegistrationWithdrawn(HouseholdId household, UnitId unit) implements HouseholdEvent {}

    private static Set<String> identityTags(
            HouseholdId household, UnitId unit, HouseholdId survivor, List<TeamId> helpedBy) {
        return Stream.concat(
                        Stream.of("household:" + household, "household:" + survivor, "unit:" + unit),
                        helpedBy.stream().map(team -> "team:" + team))
                .collect(Collectors.toUnmodifiableSet());
    }
}
