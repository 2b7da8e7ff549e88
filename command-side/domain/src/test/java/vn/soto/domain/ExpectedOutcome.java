package vn.soto.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.domain.assistance.AssistanceCommand.FollowUpAssistance;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.assistance.AssistanceCommand.VerifyAssistance;
import vn.soto.domain.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.domain.catalogue.CatalogueCommand.AdoptServiceCatalogue;
import vn.soto.domain.household.HouseholdCommand;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.MarkHouseholdLeft;
import vn.soto.domain.household.HouseholdCommand.MergeDuplicateHouseholds;
import vn.soto.domain.household.HouseholdCommand.ReassignHousehold;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.household.HouseholdCommand.ReturnHousehold;
import vn.soto.domain.household.HouseholdCommand.SeparateHouseholds;
import vn.soto.domain.household.HouseholdCommand.UnassignHousehold;
import vn.soto.domain.household.HouseholdCommand.WithdrawRegistration;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.Days;
import vn.soto.domain.team.TeamCommand;

/** Whether a command must be accepted in the state of the {@link ReferenceModel}; asked of modelled commands only. */
record ExpectedOutcome(ReferenceModel reference) {

    boolean accepts(Command command) {
        return switch (command) {
            case TeamCommand team -> new ExpectedTeamOutcome(reference).accepts(team);
            case HouseholdCommand of -> accepts(of);
            case RecordAssistance record -> accepts(record);
            case CorrectAssistance correct ->
                stands(correct.assistance()) && accepts(correct, reference.records.get(correct.assistance()));
            case VoidAssistance done -> stands(done.assistance());
            case FollowUpAssistance again ->
                stands(again.assistance()) && accepts(again, reference.records.get(again.assistance()));
            case VerifyAssistance call ->
                stands(call.assistance())
                        && after(call.assistance(), call.occurredAt())
                        && !reference.members(call.assistance()).contains(call.verifier());
            case AdoptServiceCatalogue _ -> true;
            default -> throw new IllegalArgumentException("not modelled: " + command);
        };
    }

    private boolean accepts(HouseholdCommand command) {
        HouseholdId household = command.household();
        return switch (command) {
            case RegisterHousehold register -> !reference.homes.containsKey(household);
            case AssignHousehold assign ->
                reference.isResident(household, assign.effectiveFrom())
                        && !isCaredFor(household, assign.effectiveFrom())
                        && reference.takes(household, assign.effectiveFrom())
                        && fits(household, assign.team(), assign.member(), assign.effectiveFrom());
            case ReassignHousehold reassign -> accepts(reassign);
            case UnassignHousehold unassign ->
                reference.responsible(household, unassign.effectiveFrom()) != null
                        && reference.takes(household, unassign.effectiveFrom());
            case RelocateHousehold relocate ->
                reference.isResident(household, relocate.effectiveFrom())
                        && reference.takes(household, relocate.effectiveFrom())
                        && !relocate.unit().equals(reference.unitOn(household, relocate.effectiveFrom()))
                        && coversComing(relocate);
            case MarkHouseholdLeft left ->
                reference.isResident(household, left.effectiveFrom())
                        && reference.takes(household, left.effectiveFrom());
            case ReturnHousehold back ->
                reference.counts(household)
                        && reference.isGone(household, back.effectiveFrom())
                        && reference.takes(household, back.effectiveFrom());
            case MergeDuplicateHouseholds merge ->
                reference.counts(household)
                        && reference.counts(merge.survivor())
                        && !household.equals(merge.survivor())
                        && reference.duplicatesOf(household).isEmpty();
            case SeparateHouseholds separate -> reference.survivors.containsKey(household);
            case WithdrawRegistration withdraw ->
                reference.counts(household)
                        && reference.duplicatesOf(household).isEmpty()
                        && reference.responsible(household, Days.LAST) == null
                        && !reference.helpedBy.containsKey(household);
            default -> throw new IllegalArgumentException("not modelled: " + command);
        };
    }

    private boolean isCaredFor(HouseholdId household, LocalDate day) {
        Responsible now = reference.responsible(household, day);
        return now != null && reference.teamOf(now.team()).wasActive(now.member(), day);
    }

    /** Whether the unit of a coming responsibility's team covers the place to which the household moves before. */
    private boolean coversComing(RelocateHousehold relocate) {
        LocalDate from = relocate.effectiveFrom();
        LocalDate next = Objects.requireNonNull(reference.homes.get(relocate.household()))
                .higherKey(from);
        return reference
                .charges
                .getOrDefault(relocate.household(), new TreeMap<>())
                .tailMap(from, false)
                .entrySet()
                .stream()
                .filter(coming -> next == null || coming.getKey().isBefore(next))
                .filter(coming -> coming.getValue().isPresent())
                .allMatch(coming ->
                        reference.teamOf(coming.getValue().get().team()).covered(relocate.unit(), coming.getKey()));
    }

    private boolean accepts(ReassignHousehold reassign) {
        Responsible now = reference.responsible(reassign.household(), reassign.effectiveFrom());
        return now != null
                && !now.equals(new Responsible(reassign.team(), reassign.member()))
                && reference.takes(reassign.household(), reassign.effectiveFrom())
                && fits(reassign.household(), reassign.team(), reassign.member(), reassign.effectiveFrom());
    }

    private boolean accepts(RecordAssistance record) {
        LocalDate day = VietnamTime.day(record.content().occurredAt());
        boolean late = SampleCommune.TODAY.isAfter(day.plusDays(30));
        long beneficiaries = Stream.of(record.household(), record.business(), record.walkIn())
                .filter(Objects::nonNull)
                .count();
        return beneficiaries == 1
                && !reference.withdrawn.contains(record.household())
                && reference.teamOf(record.team()).covered(unit(record, day), day)
                && happened(record.team(), record.helpers(), record.content())
                && named(record.content(), day)
                && ended(record.content().outcome(), record.content().followUp(), day)
                && (record.reason() != null || !late);
    }

    private @Nullable UnitId unit(RecordAssistance record, LocalDate day) {
        if (record.household() != null) {
            return reference.unitOn(record.household(), day);
        }
        return record.business() != null ? reference.businesses.get(record.business()) : record.walkIn();
    }

    private boolean accepts(CorrectAssistance correct, @Nullable AssistanceRecorded recorded) {
        AssistanceContent before = Objects.requireNonNull(reference.contents.get(correct.assistance()));
        AssistanceContent right = correct.content();
        List<MemberId> same = reference.members(correct.assistance());
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
        TeamReferenceModel by = reference.teamOf(again.team());
        AssistanceRecorded record = Objects.requireNonNull(recorded);
        return after(again.assistance(), again.occurredAt())
                && ended(again.outcome(), again.next(), day)
                && by.wasActive(again.member(), day)
                && (again.team().equals(record.team())
                        || by.covered(record.beneficiary().unit(), day));
    }

    private boolean stands(AssistanceId id) {
        return reference.records.containsKey(id) && !reference.voided.contains(id);
    }

    private boolean after(AssistanceId id, Instant time) {
        AssistanceContent content = Objects.requireNonNull(reference.contents.get(id));
        return !time.isBefore(content.occurredAt()) && past(time);
    }

    private boolean named(AssistanceContent content, LocalDate day) {
        List<Optional<Service>> services = content.services().stream()
                .map(code -> reference.catalogueOn(day).find(code, day))
                .toList();
        boolean needed = services.stream()
                .anyMatch(found -> found.filter(Service::needsProcedure).isPresent());
        return services.stream().allMatch(Optional::isPresent) && needed == (content.procedure() != null);
    }

    private static boolean ended(AssistanceOutcome outcome, @Nullable LocalDate next, LocalDate day) {
        return outcome != AssistanceOutcome.UNSTATED
                && (next == null ? outcome != AssistanceOutcome.NEEDS_FOLLOW_UP : next.isAfter(day));
    }

    private static boolean past(Instant time) {
        return !time.isAfter(SampleCommune.NOW.plus(Duration.ofMinutes(2)));
    }

    private boolean fits(HouseholdId household, TeamId id, MemberId member, LocalDate day) {
        TeamReferenceModel team = reference.teamOf(id);
        LocalDate next =
                reference.charges.getOrDefault(household, new TreeMap<>()).higherKey(day);
        return team.wasActive(member, day)
                && team.covered(reference.unitOn(household, day), day)
                && (next == null
                        || Objects.requireNonNull(reference.homes.get(household))
                                .subMap(day, false, next, false)
                                .entrySet()
                                .stream()
                                .allMatch(home -> team.covered(home.getValue(), home.getKey())));
    }

    private boolean happened(TeamId team, List<MemberId> helpers, AssistanceContent content) {
        LocalDate day = VietnamTime.day(content.occurredAt());
        return past(content.occurredAt())
                && helpers.stream().allMatch(helper -> reference.teamOf(team).wasActive(helper, day));
    }
}
