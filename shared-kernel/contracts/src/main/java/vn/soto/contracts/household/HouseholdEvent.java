package vn.soto.contracts.household;

import static vn.soto.contracts.shared.Flag.Code.HOUSEHOLD_MOVED_OUT_OF_COVERAGE;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Ascending;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.CorrectsAny;
import vn.soto.contracts.shared.Dated;
import vn.soto.contracts.shared.DayHistory.Meant;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Flag;
import vn.soto.contracts.shared.Flagging;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** Events of a household; each names the residential unit in which the household lives after it. */
public sealed interface HouseholdEvent extends ProductEvent {

    HouseholdId household();

    UnitId unit();

    @Override
    default Set<String> tags() {
        return HouseholdTags.of(this);
    }

    /** An event after which a household counts for another member, or as another household; figures fold these. */
    sealed interface HouseholdCounted extends HouseholdEvent {}

    /** A change of where the household lives or of who is responsible for it, from a day on. */
    sealed interface DatedChange extends HouseholdEvent {

        LocalDate effectiveFrom();
    }

    /** A member, or nobody, becomes responsible for the household. */
    sealed interface ChargeChanged extends HouseholdCounted, DatedChange, Dated.From {

        /** Absent if nobody does. */
        @Nullable
        Responsible to();
    }

    /** The day of a change was entered wrongly; what changed stays as it was. */
    sealed interface DayCorrected extends HouseholdEvent, Dated.From, Correcting {

        /** Day as entered before; identifies the change among those with the same outcome. */
        LocalDate enteredFrom();

        /** Whether it corrects the day of changes of this kind, with this outcome. */
        boolean isAbout(HouseholdEvent change);

        @Override
        default boolean corrects(DomainEvent earlier) {
            return switch (earlier) {
                case DatedChange change -> isAbout(change) && enteredFrom().equals(change.effectiveFrom());
                case DayCorrected before ->
                    before.getClass() == getClass() && enteredFrom().equals(before.effectiveFrom());
                default -> false;
            };
        }
    }

    /**
     * @param unit       residential unit in which it lives
     * @param reference  the commune's own reference code; no name, no citizen number
     * @param livesSince first day on which it lived there; absent where nobody said, then it is the first day known of it
     */
    @StoredAs("household.registered.v2")
    record HouseholdRegistered(
            HouseholdId household,
            UnitId unit,
            String reference,
            @Nullable LocalDate livesSince) implements HouseholdEvent {

        public HouseholdRegistered(HouseholdId household, UnitId unit, String reference) {
            this(household, unit, reference, null);
        }
    }

    /** A household without a responsible member is assigned to one. */
    @StoredAs("household.assigned.v1")
    record HouseholdAssigned(HouseholdId household, UnitId unit, Responsible to, LocalDate effectiveFrom)
            implements ChargeChanged {}

    /** Responsibility for a household passes to another member, possibly of another team. */
    @StoredAs("household.reassigned.v1")
    record HouseholdReassigned(
            HouseholdId household, UnitId unit, Responsible from, Responsible to, LocalDate effectiveFrom)
            implements ChargeChanged {}

    /**
     * The household no longer has a responsible member. If the cause is not a decision, the commit of that cause also
     * holds this event; it flags only a move out of coverage.
     *
     * @param effectiveFrom first day without a responsible member
     */
    @StoredAs("household.unassigned.v1")
    record HouseholdUnassigned(
            HouseholdId household, UnitId unit, Responsible from, UnassignmentCause cause, LocalDate effectiveFrom)
            implements ChargeChanged, Flagging {

        @Override
        public @Nullable Responsible to() {
            return null;
        }

        @Override
        public Optional<Flag> flag() {
            return cause == UnassignmentCause.MOVED_OUT_OF_COVERAGE
                    ? HOUSEHOLD_MOVED_OUT_OF_COVERAGE.with()
                    : Optional.empty();
        }
    }

    /**
     * The household moves within the province. The responsible member stays, unless {@link HouseholdUnassigned}
     * follows.
     *
     * @param responsible responsible member before the move; absent if there was none
     */
    @StoredAs("household.relocated.v1")
    record HouseholdRelocated(
            HouseholdId household,
            UnitId from,
            UnitId unit,
            @Nullable Responsible responsible,
            LocalDate effectiveFrom) implements DatedChange, Dated.From {}

    /**
     * The household leaves the province for good; it is marked, never deleted.
     *
     * @param unit          residential unit in which it lived last
     * @param effectiveFrom first day on which it no longer lives there
     */
    @StoredAs("household.left.v1")
    record HouseholdLeft(HouseholdId household, UnitId unit, LocalDate effectiveFrom) implements DatedChange {}

    /**
     * A household that had left the province lives there again.
     *
     * @param unit residential unit in which it lives now; may be the one it left
     */
    @StoredAs("household.returned.v1")
    record HouseholdReturned(HouseholdId household, UnitId unit, LocalDate effectiveFrom) implements DatedChange {}

    /**
     * First help by a team, in the commit that records the help. From then on the registration cannot be withdrawn, and
     * later merges and separations of the household carry the tag of that team.
     *
     * @param survivor household as which this one counts; absent unless it is merged
     */
    @StoredAs("household.first-helped.v1")
    record HouseholdFirstHelped(
            HouseholdId household,
            UnitId unit,
            TeamId team,
            @Nullable HouseholdId survivor) implements HouseholdCounted {}

    /**
     * The household is a duplicate registration. From then on its records of help, which keep its id, count for the
     * survivor; both registrations together are one household.
     *
     * @param survivor household that is not merged itself
     * @param helpedBy teams that have helped the duplicate, sorted
     */
    @CorrectsAny(HouseholdRegistered.class)
    @StoredAs("household.merged.v1")
    record HouseholdMerged(HouseholdId household, UnitId unit, HouseholdId survivor, List<TeamId> helpedBy)
            implements HouseholdCounted, Correcting {

        public HouseholdMerged {
            helpedBy = Ascending.of(helpedBy);
        }
    }

    /**
     * The household was no duplicate and counts by itself again.
     *
     * @param survivor household as which it counted
     * @param helpedBy teams that have helped the separated household, sorted
     */
    @CorrectsAny(HouseholdMerged.class)
    @StoredAs("household.separated.v1")
    record HouseholdSeparated(HouseholdId household, UnitId unit, HouseholdId survivor, List<TeamId> helpedBy)
            implements HouseholdCounted, Correcting {

        public HouseholdSeparated {
            helpedBy = Ascending.of(helpedBy);
        }
    }

    /**
     * The set of duplicates that count as this household changes.
     *
     * @param duplicates all its duplicates after the change, sorted
     */
    @StoredAs("household.duplicates-changed.v1")
    record DuplicatesChanged(HouseholdId household, UnitId unit, List<HouseholdId> duplicates)
            implements HouseholdEvent {

        public DuplicatesChanged {
            duplicates = Ascending.of(duplicates);
        }
    }

    /** The reference code was entered wrongly. */
    @CorrectsAny({HouseholdRegistered.class, ReferenceCorrected.class})
    @StoredAs("household.reference-corrected.v1")
    record ReferenceCorrected(HouseholdId household, UnitId unit, String reference)
            implements HouseholdEvent, Correcting {}

    /**
     * The day of a change of the responsible member was entered wrongly.
     *
     * @param from        responsible member before the change; absent if there was none
     * @param to          responsible member after it; absent if there was none
     * @param enteredFrom day as entered before; identifies, with {@code from} and {@code to}, the change among those of the household
     */
    @StoredAs("household.assignment-corrected.v1")
    record AssignmentCorrected(
            HouseholdId household,
            UnitId unit,
            @Nullable Responsible from,
            @Nullable Responsible to,
            LocalDate enteredFrom,
            LocalDate effectiveFrom)
            implements HouseholdCounted, DayCorrected {

        @Override
        public boolean isAbout(HouseholdEvent change) {
            return change instanceof ChargeChanged charge && Objects.equals(to, charge.to());
        }

        /** The change in a history of who is responsible. */
        public Meant<Optional<Responsible>> meant() {
            return new Meant<>(Optional.ofNullable(to)::equals, Optional.ofNullable(from)::equals);
        }
    }

    /**
     * The day of a move was entered wrongly.
     *
     * @param unit        residential unit in which the household lives after its last move
     * @param from        unit that it left with the corrected move
     * @param to          unit to which it moved
     * @param enteredFrom day as entered before; identifies the move among those of the household
     */
    @StoredAs("household.relocation-corrected.v1")
    record RelocationCorrected(
            HouseholdId household, UnitId unit, UnitId from, UnitId to, LocalDate enteredFrom, LocalDate effectiveFrom)
            implements DayCorrected {

        @Override
        public boolean isAbout(HouseholdEvent change) {
            return change instanceof HouseholdRelocated moved && moved.unit().equals(to);
        }

        /** The move in a history of where the household lives. */
        public Meant<UnitId> meant() {
            return new Meant<>(to::equals, from::equals);
        }
    }

    /**
     * The household did not move on that day: until its next move it lives where it lived before.
     *
     * @param unit        residential unit in which it lives after its last move
     * @param from        unit that it left with the move
     * @param to          unit to which it did not move
     * @param enteredFrom day of the move, as entered
     * @param responsible whose responsibility ended with the move and goes on; of two teams if another was put before it since
     * @param endedAgain  teams of these for which it ends on the same day, by a change that their events do not tell
     */
    @StoredAs("household.relocation-withdrawn.v2")
    record RelocationWithdrawn(
            HouseholdId household,
            UnitId unit,
            UnitId from,
            UnitId to,
            LocalDate enteredFrom,
            List<Responsible> responsible,
            List<TeamId> endedAgain)
            implements HouseholdCounted, Correcting {

        public RelocationWithdrawn {
            responsible = List.copyOf(responsible);
            endedAgain = List.copyOf(endedAgain);
        }

        /** The member of the team whose responsibility goes on beyond that day. */
        public Optional<Responsible> goesOn(TeamId team) {
            return responsible.stream()
                    .filter(one -> one.team().equals(team) && !endedAgain.contains(team))
                    .findFirst();
        }

        @Override
        public boolean corrects(DomainEvent earlier) {
            return new RelocationCorrected(household, unit, from, to, enteredFrom, enteredFrom).corrects(earlier);
        }

        /** The move in a history of where the household lives. */
        public Meant<UnitId> meant() {
            return new Meant<>(to::equals, from::equals);
        }

        /** The end that the move brought about, in a history of who is responsible. */
        public Meant<Optional<Responsible>> meantEnd() {
            return new Meant<>(
                    Optional::isEmpty,
                    before -> before.filter(responsible::contains).isPresent());
        }
    }

    /** @param from unit in which the household lived before the departure */
    @StoredAs("household.departure-corrected.v1")
    record DepartureCorrected(
            HouseholdId household, UnitId unit, UnitId from, LocalDate enteredFrom, LocalDate effectiveFrom)
            implements DayCorrected {

        @Override
        public boolean isAbout(HouseholdEvent change) {
            return change instanceof HouseholdLeft;
        }
    }

    /** @param to unit to which the household returned */
    @StoredAs("household.return-corrected.v1")
    record ReturnCorrected(
            HouseholdId household, UnitId unit, UnitId to, LocalDate enteredFrom, LocalDate effectiveFrom)
            implements DayCorrected {

        @Override
        public boolean isAbout(HouseholdEvent change) {
            return change instanceof HouseholdReturned back && back.unit().equals(to);
        }
    }

    /**
     * The day since which the household lives where it was registered was entered wrongly, or not at all.
     *
     * @param unit         residential unit in which it lives after its last move
     * @param enteredSince day as entered before; absent if none was
     * @param livesSince   the right day; absent if nobody knows it
     */
    @CorrectsAny({HouseholdRegistered.class, ResidenceCorrected.class})
    @StoredAs("household.residence-corrected.v1")
    record ResidenceCorrected(
            HouseholdId household,
            UnitId unit,
            @Nullable LocalDate enteredSince,
            @Nullable LocalDate livesSince) implements HouseholdEvent, Correcting {}

    /** The registration was a mistake: the household counts nowhere, and no further event follows. */
    @CorrectsAny(HouseholdRegistered.class)
    @StoredAs("household.registration-withdrawn.v1")
    record RegistrationWithdrawn(HouseholdId household, UnitId unit) implements HouseholdEvent, Correcting {}
}
