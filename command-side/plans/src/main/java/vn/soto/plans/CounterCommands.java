package vn.soto.plans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRouted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.household.CaseloadEvent;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.DuplicatesChanged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdFirstHelped;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdSeparated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdEvent.RegistrationWithdrawn;
import vn.soto.contracts.household.UnassignmentCause;
import vn.soto.contracts.person.ErasureEvent;
import vn.soto.contracts.person.PersonEvent;
import vn.soto.contracts.person.PersonEvent.HouseholdContactRecorded;
import vn.soto.contracts.person.PersonEvent.MemberProfileRecorded;
import vn.soto.contracts.person.PersonEvent.PersonalDataErased;
import vn.soto.contracts.plan.OpenPlansEvent;
import vn.soto.contracts.plan.PlanEvent;
import vn.soto.contracts.plan.PlanPartEvent;
import vn.soto.contracts.policy.PolicyEvent;
import vn.soto.contracts.policy.PolicyEvent.PolicyAdopted;
import vn.soto.contracts.report.ReportEvent;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.CoverageEvent;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.DeputyAppointed;
import vn.soto.contracts.team.TeamEvent.DeputyRelieved;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.LeaderRelieved;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MemberResumed;
import vn.soto.contracts.team.TeamEvent.MemberSuspended;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.TeamBroughtUpToDate;
import vn.soto.contracts.team.TeamEvent.TeamConsolidated;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLeaderless;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLedByAnother;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedOutdated;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedUnderstaffed;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;
import vn.soto.contracts.team.TeamEvent.TeamStaffingRestored;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitEvent.UnitAbolished;
import vn.soto.contracts.unit.UnitEvent.UnitChangeUndone;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitMerged;
import vn.soto.contracts.unit.UnitEvent.UnitRecoded;
import vn.soto.contracts.unit.UnitEvent.UnitRenamed;
import vn.soto.contracts.unit.UnitEvent.UnitReparented;
import vn.soto.contracts.unit.UnitEvent.UnitRetyped;
import vn.soto.contracts.unit.UnitEvent.UnitSplit;
import vn.soto.contracts.unit.UnitEvent.UnitTakeOverUndone;
import vn.soto.contracts.unit.UnitEvent.UnitTookOver;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitNameEvent;
import vn.soto.domain.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.domain.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.MarkHouseholdLeft;
import vn.soto.domain.household.HouseholdCommand.MergeDuplicateHouseholds;
import vn.soto.domain.household.HouseholdCommand.ReassignHousehold;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.household.HouseholdCommand.ReturnHousehold;
import vn.soto.domain.household.HouseholdCommand.SeparateHouseholds;
import vn.soto.domain.household.HouseholdCommand.UnassignHousehold;
import vn.soto.domain.household.HouseholdCommand.WithdrawRegistration;
import vn.soto.domain.person.PersonCommand.RecordHouseholdContact;
import vn.soto.domain.person.PersonCommand.RecordMemberProfile;
import vn.soto.domain.plan.PlanRule;
import vn.soto.domain.policy.PolicyCommand.AdoptPolicy;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.Rule;
import vn.soto.domain.team.TeamCommand.AppointDeputy;
import vn.soto.domain.team.TeamCommand.AppointLeader;
import vn.soto.domain.team.TeamCommand.ChangeCoverage;
import vn.soto.domain.team.TeamCommand.DissolveTeam;
import vn.soto.domain.team.TeamCommand.EndMembership;
import vn.soto.domain.team.TeamCommand.EnrolMember;
import vn.soto.domain.team.TeamCommand.RenameTeam;
import vn.soto.domain.team.TeamCommand.ResumeMember;
import vn.soto.domain.team.TeamCommand.ReviewCoverage;
import vn.soto.domain.team.TeamCommand.SuspendMember;
import vn.soto.domain.unit.UnitCommand.UndoUnitChange;
import vn.soto.ledger.Commit;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;

/** Which command takes back what an event says, or why none does. */
final class CounterCommands {

    private final PlanReader reader;
    private final String reason;

    /** @param reason of the corrective commands among the counter-commands */
    CounterCommands(PlanReader reader, String reason) {
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

    /**
     * Steps that take a commit back, in the order in which they can be carried out. One event that no command takes back
     * keeps the commit as a whole: half of it would be something nobody decided.
     */
    List<Step> steps(Commit commit, int row) {
        List<Step> steps = new ArrayList<>();
        List<Step> appointments = new ArrayList<>();
        List<Step> staying = new ArrayList<>();
        for (RecordedEvent recorded : commit.events().reversed()) {
            DomainEvent event = reader.decoded(recorded);
            switch (of(event, Objects.requireNonNull(recorded.aggregate()))) {
                case Answer.Counter counter
                when counter.command() instanceof AppointLeader ->
                    // Who is to lead again has to be a member again first.
                    appointments.addFirst(new Step.Ready(row, counter.command()));
                case Answer.Counter counter
                when counter.command() instanceof AppointDeputy ->
                    // Nobody is both.
                    appointments.addLast(new Step.Ready(row, counter.command()));
                case Answer.Counter counter -> steps.add(new Step.Ready(row, counter.command()));
                case Answer.Follows follows -> {}
                case Answer.Stays stays ->
                    staying.add(
                            new Step.Undoable(row, stays.rule(), recorded.type().name()));
            }
        }
        steps.addAll(appointments);
        return staying.isEmpty() ? steps : staying;
    }

    /**
     * Steps that look anew at what a commit found to be so, once all that led to it is taken back: for a commit without
     * {@link #steps}.
     */
    List<Step> reviews(Commit commit, int row) {
        return commit.events().stream()
                .map(reader::decoded)
                .flatMap(event -> switch (event) {
                    case TeamFlaggedOutdated flagged -> Stream.of(new ReviewCoverage(flagged.team(), flagged.since()));
                    case TeamBroughtUpToDate found -> Stream.of(new ReviewCoverage(found.team(), found.since()));
                    default -> Stream.<Command>empty();
                })
                .<Step>map(command -> new Step.Ready(row, command))
                .toList();
    }

    Answer of(DomainEvent event, StreamPosition slot) {
        return switch (event) {
            case UnitEvent unit -> of(unit);
            case UnitNameEvent name -> FOLLOWS;
            case TeamEvent team -> of(team, slot);
            case CoverageEvent coverage -> FOLLOWS;
            case HouseholdEvent household -> of(household);
            case CaseloadEvent caseload -> FOLLOWS;
            case AssistanceEvent assistance -> of(assistance, slot);
            case PolicyEvent policy -> of(policy, slot);
            case ReportEvent report -> FINAL;
            case PersonEvent person -> of(person, slot);
            case ErasureEvent erasure -> FINAL;
            case PlanEvent plan -> FINAL;
            case PlanPartEvent part -> FINAL;
            case OpenPlansEvent plans -> FOLLOWS;
            default -> NO_COMMAND;
        };
    }

    private Answer of(UnitEvent event) {
        return switch (event) {
            case UnitEstablished change -> undo(change.unit(), UnitChange.ESTABLISHED, change.effectiveFrom());
            case UnitRenamed change -> undo(change.unit(), UnitChange.RENAMED, change.effectiveFrom());
            case UnitRecoded change -> undo(change.unit(), UnitChange.RECODED, change.effectiveFrom());
            case UnitRetyped change -> undo(change.unit(), UnitChange.RETYPED, change.effectiveFrom());
            case UnitReparented change -> undo(change.unit(), UnitChange.REPARENTED, change.effectiveFrom());
            case UnitMerged change -> undo(change.unit(), UnitChange.MERGED, change.effectiveFrom());
            case UnitSplit change -> undo(change.unit(), UnitChange.SPLIT, change.effectiveFrom());
            case UnitAbolished change -> undo(change.unit(), UnitChange.ABOLISHED, change.effectiveFrom());
            case UnitTookOver taken -> FOLLOWS;
            case UnitChangeUndone undone -> FINAL;
            case UnitTakeOverUndone undone -> FOLLOWS;
        };
    }

    private Answer undo(UnitId unit, UnitChange change, LocalDate from) {
        return new Answer.Counter(new UndoUnitChange(unit, change, from, reason));
    }

    private Answer of(HouseholdEvent event) {
        return switch (event) {
            case HouseholdRegistered registered ->
                new Answer.Counter(new WithdrawRegistration(registered.household(), reason));
            case HouseholdAssigned assigned ->
                new Answer.Counter(new UnassignHousehold(assigned.household(), assigned.effectiveFrom(), reason));
            case HouseholdReassigned moved ->
                new Answer.Counter(new ReassignHousehold(
                        moved.household(), moved.from().team(), moved.from().member(), moved.effectiveFrom()));
            case HouseholdUnassigned left
            when left.cause() == UnassignmentCause.DECIDED ->
                new Answer.Counter(new AssignHousehold(
                        left.household(), left.from().team(), left.from().member(), left.effectiveFrom()));
            case HouseholdUnassigned left -> NO_COMMAND;
            case HouseholdRelocated moved ->
                new Answer.Counter(new RelocateHousehold(moved.household(), moved.from(), moved.effectiveFrom()));
            case HouseholdLeft left ->
                new Answer.Counter(new ReturnHousehold(left.household(), left.unit(), left.effectiveFrom()));
            case HouseholdReturned returned ->
                new Answer.Counter(new MarkHouseholdLeft(returned.household(), returned.effectiveFrom()));
            case HouseholdMerged merged -> new Answer.Counter(new SeparateHouseholds(merged.household(), reason));
            case HouseholdSeparated separated ->
                new Answer.Counter(new MergeDuplicateHouseholds(separated.household(), separated.survivor(), reason));
            case HouseholdFirstHelped helped -> FOLLOWS;
            case DuplicatesChanged changed -> FOLLOWS;
            case RegistrationWithdrawn withdrawn -> FINAL;
        };
    }

    private Answer of(TeamEvent event, StreamPosition slot) {
        return switch (event) {
            case MemberEnrolled enrolled ->
                new Answer.Counter(new EndMembership(
                        enrolled.team(), enrolled.member(), EndReason.OTHER, enrolled.effectiveFrom()));
            case MembershipEnded ended -> enrolAgain(ended, slot);
            case LeaderAppointed appointed -> appointBefore(appointed, slot);
            case TeamFlaggedLeaderless flagged ->
                new Answer.Counter(new AppointLeader(flagged.team(), flagged.formerLeader(), flagged.since()));
            case MemberSuspended suspended ->
                new Answer.Counter(new ResumeMember(suspended.team(), suspended.member(), suspended.firstDay()));
            case MemberResumed resumed ->
                new Answer.Counter(new SuspendMember(resumed.team(), resumed.member(), resumed.firstDay(), reason));
            case DeputyRelieved relieved ->
                new Answer.Counter(new AppointDeputy(relieved.team(), relieved.member(), relieved.since()));
            // The flag that follows names the leader there was.
            case LeaderRelieved relieved -> FOLLOWS;
            case TeamFlaggedUnderstaffed flagged -> FOLLOWS;
            case TeamFlaggedLedByAnother flagged -> FOLLOWS;
            case TeamFlaggedOutdated flagged -> FOLLOWS;
            case TeamBroughtUpToDate restored -> FOLLOWS;
            case TeamStaffingRestored restored -> FOLLOWS;
            // It existed for a day, and helped nobody.
            case TeamFormed formed ->
                new Answer.Counter(
                        new DissolveTeam(formed.team(), formed.foundingDecision(), formed.effectiveFrom(), reason));
            case TeamRenamed renamed -> renameBack(renamed, slot);
            case TeamCoverageChanged changed -> coverAgain(changed, slot);
            case MembershipCorrected corrected -> NO_COMMAND;
            case DeputyAppointed appointed -> NO_COMMAND;
            case TeamConsolidated consolidated -> NO_COMMAND;
            case TeamDissolved dissolved -> NO_COMMAND;
        };
    }

    private Answer enrolAgain(MembershipEnded ended, StreamPosition slot) {
        return back(
                slot,
                event -> switch (event) {
                    case MemberEnrolled enrolled
                    when enrolled.member().equals(ended.member()) -> Stream.of(enrolled.organisation());
                    case TeamFormed formed ->
                        formed.members().stream()
                                .filter(founder -> founder.member().equals(ended.member()))
                                .map(founder -> founder.organisation());
                    default -> Stream.empty();
                },
                organisation -> new EnrolMember(
                        ended.team(),
                        ended.member(),
                        organisation,
                        ended.lastDay().plusDays(1)));
    }

    private Answer appointBefore(LeaderAppointed appointed, StreamPosition slot) {
        return back(
                slot,
                event -> switch (event) {
                    case TeamFormed formed -> Stream.of(formed.leader());
                    case LeaderAppointed earlier -> Stream.of(earlier.member());
                    default -> Stream.<MemberId>empty();
                },
                leader -> new AppointLeader(appointed.team(), leader, appointed.effectiveFrom()));
    }

    private Answer renameBack(TeamRenamed renamed, StreamPosition slot) {
        return back(
                slot,
                event -> switch (event) {
                    case TeamFormed formed -> Stream.of(formed.name());
                    case TeamRenamed earlier -> Stream.of(earlier.name());
                    default -> Stream.<String>empty();
                },
                name -> new RenameTeam(renamed.team(), name, renamed.instrument(), renamed.effectiveFrom()));
    }

    private Answer coverAgain(TeamCoverageChanged changed, StreamPosition slot) {
        return back(
                slot,
                event -> switch (event) {
                    case TeamFormed formed -> Stream.of(formed.coverage());
                    case TeamCoverageChanged earlier -> Stream.of(earlier.coverage());
                    default -> Stream.<List<UnitId>>empty();
                },
                coverage ->
                        new ChangeCoverage(changed.team(), coverage, changed.instrument(), changed.effectiveFrom()));
    }

    private Answer of(AssistanceEvent event, StreamPosition slot) {
        return switch (event) {
            case AssistanceRecorded recorded -> new Answer.Counter(new VoidAssistance(recorded.assistance(), reason));
            case AssistanceCorrected corrected -> correctBack(corrected, slot);
            case AssistanceVoided voided -> FINAL;
            case AssistanceFlaggedLate flagged -> FOLLOWS;
            case AssistanceRouted routed -> FOLLOWS;
            case AssistanceFollowedUp followed -> NO_COMMAND;
            case AssistanceVerified verified -> NO_COMMAND;
        };
    }

    /** Of the content; who helped and a note may have been put right since they were first written. */
    private Answer correctBack(AssistanceCorrected corrected, StreamPosition slot) {
        if (corrected.helpers() != null || corrected.note() != null) {
            return NO_COMMAND;
        }
        return back(
                slot,
                before -> before instanceof AssistanceStated stated
                        ? Stream.of(stated.content())
                        : Stream.<AssistanceContent>empty(),
                content -> new CorrectAssistance(corrected.assistance(), content, reason));
    }

    /** Back to what was known before. That nothing was known cannot be said: only erasing makes it so, and that is for good. */
    private Answer of(PersonEvent event, StreamPosition slot) {
        return switch (event) {
            case MemberProfileRecorded recorded ->
                saidBefore(
                        slot,
                        before -> before instanceof MemberProfileRecorded earlier
                                ? Stream.of(new RecordMemberProfile(earlier.member(), earlier.name(), earlier.phone()))
                                : Stream.empty());
            case HouseholdContactRecorded recorded ->
                saidBefore(
                        slot,
                        before -> before instanceof HouseholdContactRecorded earlier
                                ? Stream.of(new RecordHouseholdContact(
                                        earlier.household(), earlier.headName(), earlier.phone(), earlier.address()))
                                : Stream.empty());
            case PersonalDataErased erased -> FINAL;
        };
    }

    private Answer saidBefore(StreamPosition slot, Function<DomainEvent, Stream<Command>> question) {
        return back(slot, question, command -> command, new Answer.Stays(PlanRule.PERSONAL_DATA_GOES_BY_ERASURE_ONLY));
    }

    private Answer of(PolicyEvent event, StreamPosition slot) {
        return switch (event) {
            case PolicyAdopted adopted ->
                back(
                        slot,
                        before -> before instanceof PolicyAdopted earlier ? Stream.of(earlier.terms()) : Stream.empty(),
                        terms -> new AdoptPolicy(terms, adopted.instrument(), adopted.effectiveFrom()));
        };
    }

    private <T> Answer back(
            StreamPosition slot, Function<DomainEvent, Stream<T>> question, Function<T, Command> counter) {
        return back(slot, question, counter, NO_COMMAND);
    }

    /**
     * Back to what the events of the same aggregate before this one said last.
     *
     * @param nothing the answer if they said nothing
     */
    private <T> Answer back(
            StreamPosition slot,
            Function<DomainEvent, Stream<T>> question,
            Function<T, Command> counter,
            Answer nothing) {
        return reader.before(slot).reversed().stream()
                .flatMap(question)
                .filter(Objects::nonNull)
                .<Answer>map(said -> new Answer.Counter(counter.apply(said)))
                .findFirst()
                .orElse(nothing);
    }
}
