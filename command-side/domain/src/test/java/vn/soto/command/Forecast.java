package vn.soto.command;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.command.Books.HouseholdAssignment;
import vn.soto.command.Books.Period;
import vn.soto.command.Books.Team;
import vn.soto.command.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.command.assistance.AssistanceCommand.FollowUpAssistance;
import vn.soto.command.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.command.assistance.AssistanceCommand.VerifyAssistance;
import vn.soto.command.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.command.catalogue.CatalogueCommand.AdoptServiceCatalogue;
import vn.soto.command.household.HouseholdCommand.AssignHousehold;
import vn.soto.command.household.HouseholdCommand.ReassignHousehold;
import vn.soto.command.shared.Command;
import vn.soto.command.team.TeamCommand.AppointLeader;
import vn.soto.command.team.TeamCommand.EndMembership;
import vn.soto.command.team.TeamCommand.EnrolMember;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Content;
import vn.soto.contracts.assistance.Outcome;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** Says from the books alone, in the plainest words, whether a command must be accepted. */
record Forecast(Books books) {

    boolean accepts(Command command) {
        return switch (command) {
            case EnrolMember enrol -> accepts(enrol, books.teamOf(enrol.team()));
            case EndMembership end -> accepts(end, books.teamOf(end.team()));
            case AppointLeader appoint -> accepts(appoint, books.teamOf(appoint.team()));
            case AssignHousehold assign ->
                !books.assignments.containsKey(assign.household())
                        && fits(assign.household(), assign.team(), assign.member(), assign.effectiveFrom());
            case ReassignHousehold reassign -> accepts(reassign);
            case RecordAssistance record -> accepts(record);
            case CorrectAssistance correct ->
                stands(correct.assistance()) && accepts(correct, books.records.get(correct.assistance()));
            case VoidAssistance done -> stands(done.assistance());
            case FollowUpAssistance again ->
                stands(again.assistance()) && accepts(again, books.records.get(again.assistance()));
            case VerifyAssistance call ->
                stands(call.assistance())
                        && after(call.assistance(), call.occurredAt())
                        && !books.members(call.assistance()).contains(call.verifier());
            case AdoptServiceCatalogue adopt -> accepts(adopt);
            default -> throw new IllegalArgumentException("not forecast: " + command);
        };
    }

    private static boolean accepts(EnrolMember enrol, Team team) {
        return !enrol.effectiveFrom().isBefore(team.formed.effectiveFrom())
                && team.periods.stream()
                        .filter(period -> period.member().equals(enrol.member()))
                        .map(Period::last)
                        .allMatch(last -> last != null && last.isBefore(enrol.effectiveFrom()));
    }

    private static boolean accepts(EndMembership end, Team team) {
        Period open = team.open(end.member());
        return open != null && !end.lastDay().isBefore(open.first());
    }

    private static boolean accepts(AppointLeader appoint, Team team) {
        Period open = team.open(appoint.member());
        return open != null
                && open.includes(appoint.effectiveFrom())
                && !Objects.equals(appoint.member(), team.leader)
                && !appoint.effectiveFrom().isBefore(team.appointed);
    }

    private boolean accepts(ReassignHousehold reassign) {
        HouseholdAssignment now = books.assignments.get(reassign.household());
        return now != null
                && !now.responsible().equals(new Responsible(reassign.team(), reassign.member()))
                && !reassign.effectiveFrom().isBefore(now.since())
                && fits(reassign.household(), reassign.team(), reassign.member(), reassign.effectiveFrom());
    }

    private boolean accepts(AdoptServiceCatalogue adopt) {
        return books.catalogues.size() == 1
                || !adopt.effectiveFrom().isBefore(books.catalogues.getLast().effectiveFrom());
    }

    private boolean accepts(RecordAssistance record) {
        LocalDate day = VietnamTime.day(record.content().occurredAt());
        boolean late = Samples.TODAY.isAfter(day.plusDays(30));
        long beneficiaries = Stream.of(record.household(), record.business(), record.walkIn())
                .filter(Objects::nonNull)
                .count();
        return beneficiaries == 1
                && books.teamOf(record.team()).formed.coverage().contains(unit(record))
                && happened(record.team(), record.helpers(), record.content())
                && named(record.content(), day)
                && ended(record.content().outcome(), record.content().followUp(), day)
                && (record.reason() != null || !late);
    }

    private @Nullable UnitId unit(RecordAssistance record) {
        if (record.household() != null) {
            return books.units.get(record.household());
        }
        return record.business() != null ? books.businesses.get(record.business()) : record.walkIn();
    }

    private boolean accepts(CorrectAssistance correct, @Nullable AssistanceRecorded recorded) {
        Content before = Objects.requireNonNull(books.contents.get(correct.assistance()));
        Content right = correct.content();
        List<MemberId> same = books.members(correct.assistance());
        List<MemberId> helpers = correct.helpers() == null ? same : correct.helpers();
        LocalDate day = VietnamTime.day(right.occurredAt());
        boolean sameServices = day.equals(VietnamTime.day(before.occurredAt()))
                && right.services().equals(before.services())
                && Objects.equals(right.procedure(), before.procedure());
        return (!right.equals(before) || !helpers.equals(same))
                && happened(Objects.requireNonNull(recorded).team(), helpers, right)
                && (sameServices || named(right, day))
                && ended(right.outcome(), right.followUp(), day);
    }

    private boolean accepts(FollowUpAssistance again, @Nullable AssistanceRecorded recorded) {
        LocalDate day = VietnamTime.day(again.occurredAt());
        Team by = books.teamOf(again.team());
        AssistanceRecorded record = Objects.requireNonNull(recorded);
        return after(again.assistance(), again.occurredAt())
                && ended(again.outcome(), again.next(), day)
                && by.wasMember(again.member(), day)
                && (again.team().equals(record.team())
                        || by.formed.coverage().contains(record.beneficiary().unit()));
    }

    private boolean stands(AssistanceId id) {
        return books.records.containsKey(id) && !books.voided.contains(id);
    }

    private boolean after(AssistanceId id, Instant time) {
        Content content = Objects.requireNonNull(books.contents.get(id));
        return !time.isBefore(content.occurredAt()) && past(time);
    }

    private boolean named(Content content, LocalDate day) {
        List<Optional<Service>> services = content.services().stream()
                .map(code -> books.catalogueOn(day).find(code, day))
                .toList();
        boolean needed = services.stream()
                .anyMatch(found -> found.filter(Service::needsProcedure).isPresent());
        return services.stream().allMatch(Optional::isPresent) && needed == (content.procedure() != null);
    }

    private static boolean ended(Outcome outcome, @Nullable LocalDate next, LocalDate day) {
        return outcome != Outcome.UNSTATED && (next == null ? outcome != Outcome.NEEDS_FOLLOW_UP : next.isAfter(day));
    }

    private static boolean past(Instant time) {
        return !time.isAfter(Samples.NOW.plus(Duration.ofMinutes(2)));
    }

    private boolean fits(HouseholdId household, TeamId id, MemberId member, LocalDate day) {
        Team team = books.teamOf(id);
        return team.wasMember(member, day) && team.formed.coverage().contains(books.units.get(household));
    }

    private boolean happened(TeamId team, List<MemberId> helpers, Content content) {
        LocalDate day = VietnamTime.day(content.occurredAt());
        return past(content.occurredAt())
                && helpers.stream().allMatch(helper -> books.teamOf(team).wasMember(helper, day));
    }
}
