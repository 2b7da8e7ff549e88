package vn.soto.command.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.soto.command.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.command.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.command.household.HouseholdCommand.ReassignHousehold;
import vn.soto.command.plan.PlanRule;
import vn.soto.command.policy.PolicyCommand.AdoptPolicy;
import vn.soto.command.shared.Command;
import vn.soto.command.shared.Rule;
import vn.soto.command.team.TeamCommand.AppointLeader;
import vn.soto.command.team.TeamCommand.EndMembership;
import vn.soto.command.team.TeamCommand.EnrolMember;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.household.CaseloadEvent;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.plan.OpenPlansEvent;
import vn.soto.contracts.plan.PlanEvent;
import vn.soto.contracts.plan.PlanPartEvent;
import vn.soto.contracts.policy.PolicyEvent;
import vn.soto.contracts.policy.PolicyEvent.PolicyAdopted;
import vn.soto.contracts.report.ReportEvent;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLeaderless;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedUnderstaffed;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamEvent.TeamStaffingRestored;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitNameEvent;
import vn.soto.ledger.Commit;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.Slot;

/** Which command takes back what an event says, or why none does. */
final class Undoing {

    private final PlanReader reader;
    private final String reason;

    /** @param reason of the corrective commands among the counter-commands */
    Undoing(PlanReader reader, String reason) {
        this.reader = reader;
        this.reason = reason;
    }

    /** The answer for one event. */
    sealed interface Answer {

        /** A command that takes it back. */
        record Counter(Command command) implements Answer {}

        /** It follows from another event and goes with it. */
        enum Follows implements Answer {
            FOLLOWS
        }

        /** Nothing takes it back, and the rule says why. */
        record Stays(Rule rule) implements Answer {}
    }

    private static final Answer FOLLOWS = Answer.Follows.FOLLOWS;
    private static final Answer NO_COMMAND = new Answer.Stays(PlanRule.EVENT_HAS_A_COUNTER_COMMAND);
    private static final Answer FINAL = new Answer.Stays(PlanRule.EVENT_IS_NOT_FINAL);

    /** Steps that take a commit back, in the order in which they can be carried out. */
    List<Step> steps(Commit commit, int row) {
        List<Step> steps = new ArrayList<>();
        List<Step> appointments = new ArrayList<>();
        for (RecordedEvent recorded : commit.events().reversed()) {
            DomainEvent event = reader.decoded(recorded);
            switch (of(event, Objects.requireNonNull(recorded.aggregate()))) {
                case Answer.Counter counter
                when counter.command() instanceof AppointLeader ->
                    // Who is to lead again has to be a member again first.
                    appointments.add(new Step.Ready(row, counter.command()));
                case Answer.Counter counter -> steps.add(new Step.Ready(row, counter.command()));
                case Answer.Follows follows -> {}
                case Answer.Stays stays ->
                    steps.add(
                            new Step.Undoable(row, stays.rule(), recorded.type().name()));
            }
        }
        steps.addAll(appointments);
        return steps;
    }

    Answer of(DomainEvent event, Slot slot) {
        return switch (event) {
            case UnitEvent unit -> of(unit);
            case UnitNameEvent name -> FOLLOWS;
            case TeamEvent team -> of(team, slot);
            case HouseholdEvent household -> of(household);
            case CaseloadEvent caseload -> FOLLOWS;
            case AssistanceEvent assistance -> of(assistance, slot);
            case PolicyEvent policy -> of(policy, slot);
            case ReportEvent report -> FINAL;
            case PlanEvent plan -> FINAL;
            case PlanPartEvent part -> FINAL;
            case OpenPlansEvent plans -> FOLLOWS;
            default -> NO_COMMAND;
        };
    }

    private static Answer of(UnitEvent event) {
        return switch (event) {
            case UnitEstablished established -> NO_COMMAND;
        };
    }

    private static Answer of(HouseholdEvent event) {
        return switch (event) {
            case HouseholdRegistered registered -> NO_COMMAND;
            case HouseholdAssigned assigned -> NO_COMMAND;
            case HouseholdReassigned moved ->
                new Answer.Counter(new ReassignHousehold(
                        moved.household(), moved.from().team(), moved.from().member(), moved.effectiveFrom()));
        };
    }

    private Answer of(TeamEvent event, Slot slot) {
        return switch (event) {
            case TeamFormed formed -> NO_COMMAND;
            case MemberEnrolled enrolled ->
                new Answer.Counter(new EndMembership(
                        enrolled.team(), enrolled.member(), EndReason.OTHER, enrolled.effectiveFrom()));
            case MembershipEnded ended -> enrolAgain(ended, slot);
            case LeaderAppointed appointed -> appointBefore(appointed, slot);
            case TeamFlaggedLeaderless flagged ->
                new Answer.Counter(new AppointLeader(flagged.team(), flagged.formerLeader(), flagged.since()));
            case TeamFlaggedUnderstaffed flagged -> FOLLOWS;
            case TeamStaffingRestored restored -> FOLLOWS;
        };
    }

    private Answer enrolAgain(MembershipEnded ended, Slot slot) {
        return last(slot, event -> switch (event) {
                    case MemberEnrolled enrolled
                    when enrolled.member().equals(ended.member()) -> Stream.of(enrolled.organisation());
                    case TeamFormed formed ->
                        formed.members().stream()
                                .filter(founder -> founder.member().equals(ended.member()))
                                .map(founder -> founder.organisation());
                    default -> Stream.empty();
                })
                .<Answer>map(organisation -> new Answer.Counter(new EnrolMember(
                        ended.team(),
                        ended.member(),
                        organisation,
                        ended.lastDay().plusDays(1))))
                .findFirst()
                .orElse(NO_COMMAND);
    }

    private Answer appointBefore(LeaderAppointed appointed, Slot slot) {
        return last(slot, event -> switch (event) {
                    case TeamFormed formed -> Stream.of(formed.leader());
                    case LeaderAppointed earlier -> Stream.of(earlier.member());
                    default -> Stream.<MemberId>empty();
                })
                .<Answer>map(leader ->
                        new Answer.Counter(new AppointLeader(appointed.team(), leader, appointed.effectiveFrom())))
                .findFirst()
                .orElse(NO_COMMAND);
    }

    private Answer of(AssistanceEvent event, Slot slot) {
        return switch (event) {
            case AssistanceRecorded recorded -> new Answer.Counter(new VoidAssistance(recorded.assistance(), reason));
            case AssistanceCorrected corrected ->
                last(slot, before -> switch (before) {
                            case AssistanceRecorded first -> Stream.of(first.content());
                            case AssistanceCorrected earlier -> Stream.of(earlier.content());
                            default -> Stream.empty();
                        })
                        .<Answer>map(content ->
                                new Answer.Counter(new CorrectAssistance(corrected.assistance(), content, reason)))
                        .findFirst()
                        .orElse(NO_COMMAND);
            case AssistanceVoided voided -> FINAL;
        };
    }

    private Answer of(PolicyEvent event, Slot slot) {
        return switch (event) {
            case PolicyAdopted adopted ->
                last(
                                slot,
                                before -> before instanceof PolicyAdopted earlier
                                        ? Stream.of(earlier.terms())
                                        : Stream.empty())
                        .<Answer>map(terms -> new Answer.Counter(
                                new AdoptPolicy(terms, adopted.instrument(), adopted.effectiveFrom())))
                        .findFirst()
                        .orElse(NO_COMMAND);
        };
    }

    /** What the events of the same aggregate before this one say, the latest first. */
    private <T> Stream<T> last(Slot slot, Function<DomainEvent, Stream<T>> question) {
        return reader.before(slot).reversed().stream().flatMap(question).filter(Objects::nonNull);
    }
}
