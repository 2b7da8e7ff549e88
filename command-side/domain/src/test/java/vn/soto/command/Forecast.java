package vn.soto.command;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.command.Books.HouseholdAssignment;
import vn.soto.command.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.command.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.command.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.command.household.HouseholdCommand;
import vn.soto.command.household.HouseholdCommand.AssignHousehold;
import vn.soto.command.household.HouseholdCommand.MarkHouseholdLeft;
import vn.soto.command.household.HouseholdCommand.MergeDuplicateHouseholds;
import vn.soto.command.household.HouseholdCommand.ReassignHousehold;
import vn.soto.command.household.HouseholdCommand.RegisterHousehold;
import vn.soto.command.household.HouseholdCommand.RelocateHousehold;
import vn.soto.command.household.HouseholdCommand.ReturnHousehold;
import vn.soto.command.household.HouseholdCommand.SeparateHouseholds;
import vn.soto.command.household.HouseholdCommand.UnassignHousehold;
import vn.soto.command.household.HouseholdCommand.WithdrawRegistration;
import vn.soto.command.shared.Command;
import vn.soto.command.team.TeamCommand;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.Content;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/** Says from the books alone, in the plainest words, whether a command must be accepted. */
record Forecast(Books books) {

    boolean accepts(Command command) {
        return switch (command) {
            case TeamCommand team -> new TeamForecast(books).accepts(team);
            case HouseholdCommand of -> accepts(of);
            case RecordAssistance record ->
                !books.withdrawn.contains(record.household())
                        && covers(record)
                        && happened(record.team(), record.helpers(), record.content());
            case CorrectAssistance correct -> accepts(correct, books.records.get(correct.assistance()));
            case VoidAssistance done ->
                books.records.containsKey(done.assistance()) && !books.voided.contains(done.assistance());
            default -> throw new IllegalArgumentException("not forecast: " + command);
        };
    }

    private boolean accepts(HouseholdCommand command) {
        HouseholdId household = command.household();
        return switch (command) {
            case RegisterHousehold register -> !books.units.containsKey(household);
            case AssignHousehold assign ->
                books.stands(household)
                        && !books.assignments.containsKey(household)
                        && inOrder(household, assign.effectiveFrom())
                        && fits(household, assign.team(), assign.member(), assign.effectiveFrom());
            case ReassignHousehold reassign -> accepts(reassign);
            case UnassignHousehold unassign ->
                books.assignments.containsKey(household) && inOrder(household, unassign.effectiveFrom());
            case RelocateHousehold relocate ->
                books.stands(household)
                        && inOrder(household, relocate.effectiveFrom())
                        && !relocate.unit().equals(books.units.get(household));
            case MarkHouseholdLeft left -> books.stands(household) && inOrder(household, left.effectiveFrom());
            case ReturnHousehold back ->
                books.counts(household) && books.gone.contains(household) && inOrder(household, back.effectiveFrom());
            case MergeDuplicateHouseholds merge ->
                books.counts(household)
                        && books.counts(merge.survivor())
                        && !household.equals(merge.survivor())
                        && books.duplicatesOf(household).isEmpty();
            case SeparateHouseholds separate -> books.survivors.containsKey(household);
            case WithdrawRegistration withdraw ->
                books.counts(household)
                        && books.duplicatesOf(household).isEmpty()
                        && !books.assignments.containsKey(household)
                        && !books.helpedBy.containsKey(household);
        };
    }

    private boolean inOrder(HouseholdId household, LocalDate day) {
        return !day.isBefore(books.changes.getOrDefault(household, LocalDate.MIN));
    }

    private boolean covers(RecordAssistance record) {
        LocalDate day = VietnamTime.day(record.content().occurredAt());
        return books.teamOf(record.team()).covered(books.unitOn(record.household(), day), day);
    }

    private boolean accepts(ReassignHousehold reassign) {
        HouseholdAssignment now = books.assignments.get(reassign.household());
        return now != null
                && !now.responsible().equals(new Responsible(reassign.team(), reassign.member()))
                && inOrder(reassign.household(), reassign.effectiveFrom())
                && fits(reassign.household(), reassign.team(), reassign.member(), reassign.effectiveFrom());
    }

    private boolean accepts(CorrectAssistance correct, @Nullable AssistanceRecorded recorded) {
        return recorded != null
                && !books.voided.contains(correct.assistance())
                && !correct.content().equals(books.contents.get(correct.assistance()))
                && happened(recorded.team(), recorded.helpers(), correct.content());
    }

    private boolean fits(HouseholdId household, TeamId id, MemberId member, LocalDate day) {
        TeamBook team = books.teamOf(id);
        return team.wasActive(member, day) && team.covered(books.units.get(household), day);
    }

    private boolean happened(TeamId team, List<MemberId> helpers, Content content) {
        LocalDate day = VietnamTime.day(content.occurredAt());
        return !content.occurredAt().isAfter(Samples.NOW.plus(Duration.ofMinutes(2)))
                && helpers.stream().allMatch(helper -> books.teamOf(team).wasActive(helper, day));
    }
}
