package vn.soto.command;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.command.Books.HouseholdAssignment;
import vn.soto.command.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.command.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.command.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.command.household.HouseholdCommand.AssignHousehold;
import vn.soto.command.household.HouseholdCommand.ReassignHousehold;
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
            case AssignHousehold assign ->
                !books.assignments.containsKey(assign.household())
                        && fits(assign.household(), assign.team(), assign.member(), assign.effectiveFrom());
            case ReassignHousehold reassign -> accepts(reassign);
            case RecordAssistance record ->
                covered(record) && happened(record.team(), record.helpers(), record.content());
            case CorrectAssistance correct -> accepts(correct, books.records.get(correct.assistance()));
            case VoidAssistance done ->
                books.records.containsKey(done.assistance()) && !books.voided.contains(done.assistance());
            default -> throw new IllegalArgumentException("not forecast: " + command);
        };
    }

    private boolean accepts(ReassignHousehold reassign) {
        HouseholdAssignment now = books.assignments.get(reassign.household());
        return now != null
                && !now.responsible().equals(new Responsible(reassign.team(), reassign.member()))
                && !reassign.effectiveFrom().isBefore(now.since())
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

    private boolean covered(RecordAssistance record) {
        LocalDate day = VietnamTime.day(record.content().occurredAt());
        return books.teamOf(record.team()).covered(books.units.get(record.household()), day);
    }

    private boolean happened(TeamId team, List<MemberId> helpers, Content content) {
        LocalDate day = VietnamTime.day(content.occurredAt());
        return !content.occurredAt().isAfter(Samples.NOW.plus(Duration.ofMinutes(2)))
                && helpers.stream().allMatch(helper -> books.teamOf(team).wasActive(helper, day));
    }
}
