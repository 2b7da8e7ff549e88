package vn.soto.domain.household;

import static vn.soto.contracts.access.Role.LEADER;
import static vn.soto.contracts.access.Role.OFFICER;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.shared.Text;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.CorrectionCommand;
import vn.soto.domain.shared.Corrects;
import vn.soto.domain.shared.DataSubject;
import vn.soto.domain.shared.Days;
import vn.soto.domain.shared.HasReason;
import vn.soto.domain.shared.Introduces;
import vn.soto.domain.shared.ReasonList;
import vn.soto.domain.shared.Reasons;
import vn.soto.domain.team.TeamCommand.ConsolidateTeams;

/** Commands to a household. */
public sealed interface HouseholdCommand extends Command {

    HouseholdId household();

    /**
     * @param unit       residential unit in which it lives
     * @param reference  the commune's own reference code; no name, no citizen number, no phone number
     * @param livesSince first day on which it lived there, as far as known; without it, the household counts from the
     *     earliest day of its records
     * @param headName   name of whoever the team speaks to; absent if it is recorded later
     * @param phone      needs a name, as the address does
     */
    @ClientCommand(
            as = "register-household",
            at = "households",
            by = {OFFICER, LEADER})
    record RegisterHousehold(
            @TargetAggregateIdentifier @DataSubject @Introduces
            HouseholdId household,

            UnitId unit,
            String reference,
            @Nullable LocalDate livesSince,
            @Nullable Sealed headName,
            @Nullable Sealed phone,
            @Nullable Sealed address)
            implements HouseholdCommand {

        public RegisterHousehold {
            reference = Text.code(reference);
        }

        /** Without the data of a person. */
        public RegisterHousehold(HouseholdId household, UnitId unit, String reference, @Nullable LocalDate livesSince) {
            this(household, unit, reference, livesSince, null, null, null);
        }

        public RegisterHousehold(HouseholdId household, UnitId unit, String reference) {
            this(household, unit, reference, null);
        }
    }

    /** Assigns a household without a responsible member to a member of a team. */
    @ClientCommand(
            as = "assign-household",
            at = "households/{household}/assignment",
            by = {OFFICER, LEADER})
    @Corrects(UnassignHousehold.class)
    record AssignHousehold(
            @TargetAggregateIdentifier HouseholdId household, TeamId team, MemberId member, LocalDate effectiveFrom)
            implements HouseholdCommand {}

    /** Passes responsibility for a household to another member, of the same or another team. */
    @ClientCommand(
            as = "reassign-household",
            at = "households/{household}/reassignment",
            by = {OFFICER, LEADER})
    record ReassignHousehold(
            @TargetAggregateIdentifier HouseholdId household, TeamId team, MemberId member, LocalDate effectiveFrom)
            implements HouseholdCommand {}

    /** @param effectiveFrom first day without a responsible member */
    @Reasons(ReasonList.UNASSIGNMENT)
    @ClientCommand(
            as = "unassign-household",
            at = "households/{household}/unassignment",
            by = {OFFICER, LEADER})
    @Corrects(AssignHousehold.class)
    record UnassignHousehold(
            @TargetAggregateIdentifier HouseholdId household,
            LocalDate effectiveFrom,
            @Nullable String reason) implements HouseholdCommand, HasReason {}

    /** @param unit residential unit in which it lives from that day on */
    @ClientCommand(
            as = "relocate-household",
            at = "households/{household}/relocation",
            by = {OFFICER, LEADER})
    record RelocateHousehold(@TargetAggregateIdentifier HouseholdId household, UnitId unit, LocalDate effectiveFrom)
            implements HouseholdCommand {}

    /** @param effectiveFrom first day on which it no longer lives in the province */
    @ClientCommand(
            as = "mark-household-left",
            at = "households/{household}/departure",
            by = {OFFICER, LEADER})
    @Corrects(ReturnHousehold.class)
    record MarkHouseholdLeft(@TargetAggregateIdentifier HouseholdId household, LocalDate effectiveFrom)
            implements HouseholdCommand {}

    /** @param unit residential unit in which it lives from that day on; may be the one it left */
    @ClientCommand(
            as = "return-household",
            at = "households/{household}/return",
            by = {OFFICER, LEADER})
    @Corrects(MarkHouseholdLeft.class)
    record ReturnHousehold(@TargetAggregateIdentifier HouseholdId household, UnitId unit, LocalDate effectiveFrom)
            implements HouseholdCommand {}

    /**
     * Merges a duplicate registration into another registration of the same household.
     *
     * @param household the duplicate
     * @param survivor  the registration that stays
     */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(as = "merge-households", at = "households/{household}/merge", by = OFFICER)
    @Corrects(SeparateHouseholds.class)
    record MergeDuplicateHouseholds(
            @TargetAggregateIdentifier HouseholdId household, HouseholdId survivor, String reason)
            implements HouseholdCommand, CorrectionCommand {}

    /** Undoes a merge: the household was no duplicate. */
    @Reasons(ReasonList.SEPARATION)
    @ClientCommand(as = "separate-households", at = "households/{household}/separation", by = OFFICER)
    @Corrects(MergeDuplicateHouseholds.class)
    record SeparateHouseholds(@TargetAggregateIdentifier HouseholdId household, String reason)
            implements HouseholdCommand, CorrectionCommand {}

    /** Corrects the reference code of a household. */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(
            as = "correct-household",
            at = "households/{household}/correction",
            by = {OFFICER, LEADER})
    @Corrects(RegisterHousehold.class)
    record CorrectHousehold(@TargetAggregateIdentifier HouseholdId household, String reference, String reason)
            implements HouseholdCommand, CorrectionCommand {

        public CorrectHousehold {
            reference = Text.code(reference);
        }
    }

    /**
     * Corrects the day on which a household was assigned, passed on or unassigned by decision.
     *
     * @param enteredFrom   day as entered; identifies the change among those of the household
     * @param effectiveFrom the right day
     */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(
            as = "correct-assignment",
            at = "households/{household}/assignment/correction",
            by = {OFFICER, LEADER})
    @Corrects({AssignHousehold.class, ConsolidateTeams.class, ReassignHousehold.class, UnassignHousehold.class})
    record CorrectAssignment(
            @TargetAggregateIdentifier HouseholdId household,
            LocalDate enteredFrom,
            LocalDate effectiveFrom,
            String reason)
            implements HouseholdCommand, CorrectionCommand {}

    /**
     * Corrects the day on which a household moved, or takes the move back.
     *
     * @param enteredFrom   day as entered; identifies the move among those of the household
     * @param effectiveFrom the right day; absent to take the move back
     */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(
            as = "correct-relocation",
            at = "households/{household}/relocation/correction",
            by = {OFFICER, LEADER})
    @Corrects(RelocateHousehold.class)
    record CorrectRelocation(
            @TargetAggregateIdentifier HouseholdId household,
            LocalDate enteredFrom,
            @Nullable LocalDate effectiveFrom,
            String reason)
            implements HouseholdCommand, CorrectionCommand {}

    /**
     * Corrects the day on which a household left.
     *
     * @param enteredFrom   day as entered; identifies the departure among those of the household
     * @param effectiveFrom the right first day on which it no longer lived there
     */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(
            as = "correct-departure",
            at = "households/{household}/departure/correction",
            by = {OFFICER, LEADER})
    @Corrects(MarkHouseholdLeft.class)
    record CorrectDeparture(
            @TargetAggregateIdentifier HouseholdId household,
            LocalDate enteredFrom,
            LocalDate effectiveFrom,
            String reason)
            implements HouseholdCommand, CorrectionCommand {}

    /**
     * Corrects the day on which a household returned.
     *
     * @param enteredFrom   day as entered; identifies the return among those of the household
     * @param effectiveFrom the right first day on which it lived there again
     */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(
            as = "correct-return",
            at = "households/{household}/return/correction",
            by = {OFFICER, LEADER})
    @Corrects(ReturnHousehold.class)
    record CorrectReturn(
            @TargetAggregateIdentifier HouseholdId household,
            LocalDate enteredFrom,
            LocalDate effectiveFrom,
            String reason)
            implements HouseholdCommand, CorrectionCommand {}

    /**
     * Corrects since when a household lives where it was registered, or says so for the first time.
     *
     * @param livesSince the right day; absent if nobody knows it
     */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(
            as = "correct-residence",
            at = "households/{household}/residence/correction",
            by = {OFFICER, LEADER})
    @Corrects(RegisterHousehold.class)
    record CorrectResidence(
            @TargetAggregateIdentifier HouseholdId household,
            @Nullable LocalDate livesSince,
            String reason) implements HouseholdCommand, CorrectionCommand {}

    /** Withdraws a mistaken registration; possible only while no team has helped the household. */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(as = "withdraw-registration", at = "households/{household}/withdrawal", by = OFFICER)
    @Corrects(RegisterHousehold.class)
    record WithdrawRegistration(@TargetAggregateIdentifier HouseholdId household, String reason)
            implements HouseholdCommand, CorrectionCommand {}

    /**
     * The places that commands to households touch. A move touches the unit left and the unit entered, because it
     * changes the figures of both; so does one that is taken back. A sender with a right in one of them only marks the household as left there.
     */
    @Override
    default List<CommandPlace> touches() {
        CommandPlace household = new CommandPlace.OfHousehold(household());
        return switch (this) {
            case RegisterHousehold register -> List.of(new CommandPlace.InUnit(register.unit()));
            case AssignHousehold assign -> List.of(household, new CommandPlace.OfTeam(assign.team()));
            case ReassignHousehold reassign -> List.of(household, new CommandPlace.OfTeam(reassign.team()));
            case RelocateHousehold relocate -> List.of(household, new CommandPlace.InUnit(relocate.unit()));
            case ReturnHousehold back -> List.of(household, new CommandPlace.InUnit(back.unit()));
            case CorrectRelocation correct
            when correct.effectiveFrom() == null && correct.enteredFrom().isAfter(Days.FIRST) ->
                List.of(
                        household,
                        new CommandPlace.OfHousehold(
                                household(), correct.enteredFrom().minusDays(1)));
            case CorrectRelocation _ -> List.of(household);
            case MergeDuplicateHouseholds merge -> List.of(household, new CommandPlace.OfHousehold(merge.survivor()));
            case UnassignHousehold _,
                    MarkHouseholdLeft _,
                    SeparateHouseholds _,
                    CorrectHousehold _,
                    CorrectAssignment _,
                    CorrectDeparture _,
                    CorrectReturn _,
                    CorrectResidence _,
                    WithdrawRegistration _ -> List.of(household);
        };
    }
}
