package vn.soto.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.domain.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.ReassignHousehold;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.report.ReportCommand.SubmitQuarterlyReport;
import vn.soto.domain.shared.Command;
import vn.soto.domain.support.SupportRequestCommand.ReceiveSupportRequest;
import vn.soto.domain.team.TeamCommand.FormTeam;

@Tag("slow")
final class DemoScriptTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final DemoPlay PLAY = new DemoScript().play();
    private static final List<DemoDay> DAYS = PLAY.days().toList();
    private static final List<ScriptStep> STEPS = steps(DAYS.stream());
    private static final List<ScriptStep> RECENT = steps(PLAY.recent(TODAY));

    @Test
    void isTheSameForTheSameSeedAndDay() {
        DemoPlay again = new DemoScript().play();
        assertThat(steps(again.days())).isEqualTo(STEPS);
        assertThat(steps(again.recent(TODAY))).isEqualTo(RECENT);
    }

    @Test
    void isAnotherForAnotherSeed() {
        Stream<DemoDay> first =
                new DemoScript(Story.SEED + 1, DemoUnits.all()).days().limit(40);
        assertThat(steps(first)).isNotEqualTo(steps(DAYS.stream().limit(40)));
    }

    @Test
    void theDaysBeforeTodayFollowTheStory() {
        DemoPlay play = new DemoScript().play();
        assertThatIllegalStateException().isThrownBy(() -> play.recent(TODAY));
    }

    @Test
    void usesEachCommandIdOnce() {
        assertThat(STEPS).extracting(ScriptStep::id).doesNotHaveDuplicates();
    }

    @Test
    void goesForwardInTimeWithinItsDays() {
        DAYS.forEach(day -> assertThat(day.steps())
                .extracting(step -> VietnamTime.day(step.at()))
                .allMatch(day.day()::equals));
        assertThat(STEPS).extracting(ScriptStep::at).isSorted();
    }

    @Test
    void hasTheSizeOfADistrict() {
        Map<Class<?>, Long> counts = STEPS.stream()
                .filter(step -> !isOfTheProvince(step))
                .collect(Collectors.groupingBy(step -> step.command().getClass(), Collectors.counting()));
        assertThat(counts.get(FormTeam.class)).isBetween(14L, 21L);
        assertThat(counts.get(RegisterHousehold.class)).isBetween(2_500L, 4_500L);
        assertThat(counts.get(AssignHousehold.class)).isEqualTo(counts.get(RegisterHousehold.class));
        assertThat(counts.get(ReassignHousehold.class)).isBetween(60L, 140L);
        assertThat(counts.get(RecordAssistance.class)).isBetween(4_000L, 8_000L);
        assertThat(share(CorrectAssistance.class, counts)).isBetween(0.012, 0.022);
        assertThat(share(VoidAssistance.class, counts)).isBetween(0.005, 0.010);
        assertThat(counts.get(SubmitQuarterlyReport.class)).isBetween(85L, 105L);
        assertThat(STEPS).hasSize(Math.toIntExact(Story.COMMANDS));
    }

    /** Acts of the teams of the other communes, and their founding. */
    private static boolean isOfTheProvince(ScriptStep step) {
        return step.actor().matches("demo-(leader-\\d{3}|member-([5-9]\\d\\d|\\d{4}))")
                || (step.command() instanceof FormTeam
                        && VietnamTime.day(step.at()).isAfter(DemoReform.DAY));
    }

    @Test
    void isFollowedByAProvince() {
        List<Command> commands = STEPS.stream()
                .filter(DemoScriptTest::isOfTheProvince)
                .map(ScriptStep::command)
                .toList();
        assertThat(commands).filteredOn(FormTeam.class::isInstance).hasSizeBetween(130, 170);
        assertThat(commands).filteredOn(RegisterHousehold.class::isInstance).hasSizeBetween(2_000, 4_000);
        assertThat(commands).filteredOn(RecordAssistance.class::isInstance).hasSizeBetween(6_000, 12_000);
    }

    @Test
    void helpsMoreWithIdentityThanWithSignatures() {
        assertThat(records(record -> helpsWith(ServiceCategory.VNEID, record)))
                .isGreaterThan(4 * records(record -> helpsWith(ServiceCategory.DIGITAL_SIGNATURE, record)));
    }

    private static boolean helpsWith(ServiceCategory category, RecordAssistance record) {
        return record.content().services().contains(ServiceCode.generic(category));
    }

    @Test
    void goesFromHomeVisitsToZaloAndFromShowingToLetting() {
        assertThat(shareIn(2024, record -> record.content().channel() == Channel.HOME_VISIT))
                .isGreaterThan(shareIn(2025, record -> record.content().channel() == Channel.HOME_VISIT) + 0.1);
        assertThat(shareIn(2025, record -> record.content().mode() == Mode.SELF_PERFORMED))
                .isGreaterThan(shareIn(2024, record -> record.content().mode() == Mode.SELF_PERFORMED) + 0.05);
    }

    @Test
    void isWrittenByInventedAccountsOnly() {
        Set<String> actors = STEPS.stream().map(ScriptStep::actor).collect(Collectors.toSet());
        assertThat(actors)
                .allMatch(actor ->
                        actor.matches("demo-(administrator|officer|leader-\\d\\db?|leader-\\d{3}|member-\\d{3,4})"));
        assertThat(actors).hasSizeGreaterThan(50);
    }

    @Test
    @Tag("long")
    void theDaysBeforeTodayAreOthersForAnotherDay() {
        assertThat(RECENT).isNotEqualTo(recent(TODAY.plusDays(1)));
        Set<UUID> told = STEPS.stream().map(ScriptStep::id).collect(Collectors.toSet());
        assertThat(RECENT).extracting(ScriptStep::id).noneMatch(told::contains);
        assertThat(RECENT).extracting(step -> VietnamTime.day(step.at())).allMatch(day -> day.isBefore(TODAY));
    }

    @Test
    void theDaysBeforeTodayGiveEachRoleSomethingToDo() {
        List<Command> commands = RECENT.stream().map(ScriptStep::command).toList();
        assertThat(commands).hasAtLeastOneElementOfType(SubmitQuarterlyReport.class);
        assertThat(commands).filteredOn(ReceiveSupportRequest.class::isInstance).hasSize(4);
        assertThat(commands)
                .filteredOn(RecordAssistance.class::isInstance)
                .extracting(command -> ((RecordAssistance) command).content().followUp())
                .contains(TODAY);
    }

    @Test
    @Tag("long")
    void aTodayWithinTheStoryAddsNothingToIt() {
        assertThat(PLAY.recent(Story.YEAR_END)).isEmpty();
        assertThat(PLAY.recent(Story.YEAR_END.plusDays(1))).isEmpty();
        assertThat(recent(Story.YEAR_END.plusDays(5)))
                .extracting(step -> VietnamTime.day(step.at()))
                .allMatch(day -> day.isAfter(Story.YEAR_END));
    }

    @Test
    void aReportThatWasSentInTheStoryIsNotSentAgain() {
        assertThat(recent(LocalDate.of(2026, 8, 25)))
                .extracting(ScriptStep::command)
                .doesNotHaveAnyElementsOfTypes(SubmitQuarterlyReport.class)
                .isNotEmpty();
    }

    private static List<ScriptStep> recent(LocalDate today) {
        DemoPlay play = new DemoScript().play();
        play.days().forEach(day -> {});
        return steps(play.recent(today));
    }

    private static List<ScriptStep> steps(Stream<DemoDay> days) {
        return days.flatMap(day -> day.steps().stream()).toList();
    }

    private static double share(Class<? extends Command> part, Map<Class<?>, Long> counts) {
        return (double) counts.getOrDefault(part, 0L) / counts.getOrDefault(RecordAssistance.class, 1L);
    }

    private static long records(Predicate<RecordAssistance> which) {
        return STEPS.stream()
                .filter(step -> step.command() instanceof RecordAssistance record && which.test(record))
                .count();
    }

    private static double shareIn(int year, Predicate<RecordAssistance> which) {
        Predicate<RecordAssistance> then = record -> year(record.content().occurredAt()) == year;
        return (double) records(then.and(which)) / records(then);
    }

    private static int year(Instant at) {
        return VietnamTime.day(at).getYear();
    }
}
