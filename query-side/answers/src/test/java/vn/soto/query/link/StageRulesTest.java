package vn.soto.query.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountStage;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.OwnRecordStage;
import vn.soto.contracts.assistance.AssistanceStage;
import vn.soto.contracts.audit.SampleStage;
import vn.soto.contracts.business.BusinessStage;
import vn.soto.contracts.goal.CampaignStage;
import vn.soto.contracts.goal.TargetStage;
import vn.soto.contracts.household.HouseholdDay;
import vn.soto.contracts.household.HouseholdStage;
import vn.soto.contracts.outreach.OutreachStage;
import vn.soto.contracts.period.LateCounting;
import vn.soto.contracts.period.Period;
import vn.soto.contracts.period.PeriodStage;
import vn.soto.contracts.person.DataRequestStage;
import vn.soto.contracts.person.PersonStage;
import vn.soto.contracts.plan.PlanStage;
import vn.soto.contracts.practice.PracticeStage;
import vn.soto.contracts.recognition.RoundStage;
import vn.soto.contracts.report.VersionStage;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.shared.StateRefusals;
import vn.soto.contracts.stipend.StatementStage;
import vn.soto.contracts.support.RequestStage;
import vn.soto.contracts.team.TeamStage;
import vn.soto.contracts.training.TrainingStage;
import vn.soto.contracts.unit.UnitStage;
import vn.soto.web.FeatureTexts;
import vn.soto.web.Language;

/** Every state of every subject refuses commands by rules that those have, and leaves some command. */
final class StageRulesTest {

    /** Rules that are asked before any command of their kind. */
    private static final Set<String> OF_ALL = Set.of(
            "PROCESSING_IS_NOT_RESTRICTED", "OWN_RECORD_CAME_FROM_THE_SAME_ACCOUNT", "OWN_RECORD_IS_CORRECTED_IN_TIME");

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    private static Map<String, Set<String>> rules() throws IOException {
        Map<String, Set<String>> rules = new HashMap<>();
        try (InputStream file = new ClassPathResource("vn/soto/domain/commands/forms.json").getInputStream()) {
            for (JsonNode command : new JsonMapper().readTree(file)) {
                Set<String> names = new HashSet<>();
                command.path("rules")
                        .forEach(rule -> names.add(rule.path("rule").asString()));
                rules.put(command.path("name").asString(), names);
            }
        }
        return rules;
    }

    /** The states of a subject, by the bits of a number. */
    private record Bits(int bits) {

        boolean at(int place) {
            return (bits >> place & 1) == 1;
        }

        int number(int place) {
            return at(place) ? 1 : 0;
        }
    }

    private static Stream<StateRefusals> each(int places, java.util.function.Function<Bits, StateRefusals> stage) {
        return IntStream.range(0, 1 << places).mapToObj(Bits::new).map(stage);
    }

    static Stream<StateRefusals> states() {
        return Stream.of(
                        each(3, is -> new RequestStage(is.at(0), is.at(1)).refusals(is.at(2))),
                        each(2, is -> new StatementStage(is.at(0), is.at(1)).refusals(is.at(1))),
                        each(1, is -> new SampleStage(is.at(0)).refusals()),
                        each(2, is -> new PersonStage(is.at(0), is.at(1) ? TODAY : null).refusals()),
                        each(2, StageRulesTest::ofOwnRecord),
                        each(2, is -> new AssistanceStage(is.at(0), is.at(1)).refusals()),
                        each(3, is -> new OutreachStage(is.at(0), is.at(1), is.at(2)).refusals()),
                        each(3, is -> new TrainingStage(is.at(0), is.at(1), is.at(2)).refusals()),
                        each(3, is -> new BusinessStage(is.at(0), is.at(1), is.at(2)).refusals()),
                        each(3, is -> new DataRequestStage(is.at(0), is.at(1), is.at(2)).refusals()),
                        each(2, is -> new PracticeStage(is.at(0), is.at(1)).refusals()),
                        each(1, is -> new CampaignStage(is.at(0)).refusals()),
                        each(1, is -> new TargetStage(is.at(0) ? "c" : null).refusals()),
                        each(6, StageRulesTest::ofPeriod),
                        each(5, StageRulesTest::ofPlan),
                        each(6, StageRulesTest::ofReport),
                        each(10, StageRulesTest::ofRound),
                        each(5, StageRulesTest::ofUnit),
                        each(12, StageRulesTest::ofHousehold),
                        each(9, StageRulesTest::ofTeam),
                        each(
                                1,
                                is -> new AccountStage(AccountState.blank(new AccountId("can.bo")))
                                        .refusals(is.at(0), List.of())))
                .flatMap(each -> each);
    }

    private static StateRefusals ofOwnRecord(Bits is) {
        return new OwnRecordStage(is.at(0), is.at(1) ? TODAY : TODAY.minusDays(1))
                .refuse(new StateRefusals(), TODAY, "correct-assistance", "void-assistance");
    }

    private static StateRefusals ofPeriod(Bits is) {
        LocalDate last = is.at(2) ? TODAY : TODAY.minusDays(1);
        QuarterDays days = new QuarterDays(
                Quarter.parse("2026-Q4"),
                is.at(3) && is.at(2) ? TODAY.plusDays(61) : last.minusDays(9),
                is.at(3) && is.at(2) ? TODAY.plusDays(99) : last);
        Period known = new Period(
                days, last, LateCounting.AMENDMENT, is.at(5) ? List.of(new Period.Change(1, null)) : List.of());
        return new PeriodStage(is.at(0), is.at(1), days, is.at(4) ? known : null).refusals(TODAY);
    }

    private static StateRefusals ofPlan(Bits is) {
        PlanStage.Progress[] all = PlanStage.Progress.values();
        return new PlanStage(all[is.bits() % all.length], is.number(0), is.number(1), is.at(2), is.at(3))
                .refusals(is.at(4), is.at(5));
    }

    private static StateRefusals ofReport(Bits is) {
        VersionStage stage = new VersionStage(is.number(0), is.at(1), is.at(2), is.number(3));
        LocalDate last = is.at(4) ? TODAY : TODAY.minusDays(1);
        return is.at(5) ? stage.ofTeam(last, TODAY) : stage.ofUnit(last, TODAY, is.at(1));
    }

    private static StateRefusals ofRound(Bits is) {
        return new RoundStage(
                        is.at(0),
                        is.at(1),
                        is.at(2),
                        is.number(3),
                        is.number(4),
                        is.at(5),
                        new RoundStage.Honours(is.number(6), is.number(7), is.at(8), is.at(9)),
                        is.at(5) ? TODAY : TODAY.minusDays(1),
                        is.at(6) ? TODAY.plusDays(1) : is.at(7) ? TODAY : null)
                .refusals(TODAY, is.at(8));
    }

    private static StateRefusals ofUnit(Bits is) {
        return new UnitStage(is.at(0), is.at(1) ? TODAY : null, is.at(2), is.at(3), "c").refusals(TODAY, is.at(4));
    }

    private static StateRefusals ofHousehold(Bits is) {
        return new HouseholdStage(
                        is.at(0),
                        is.at(1),
                        is.at(2),
                        is.at(3),
                        is.at(4),
                        new HouseholdStage.Changes(is.at(5), is.at(6), is.at(7), is.at(8)),
                        new HouseholdStage.Consents(is.at(5), is.at(6), is.at(7)),
                        List.of(new HouseholdDay(is.at(9), is.at(10), is.at(11))))
                .refusals();
    }

    private static StateRefusals ofTeam(Bits is) {
        return new TeamStage(
                        is.at(0) ? TODAY : null,
                        new TeamStage.OfficeStage(is.at(1), is.at(2)),
                        new TeamStage.OfficeStage(is.at(3), is.at(4)),
                        is.at(5),
                        is.at(6),
                        is.at(7),
                        is.at(8),
                        List.of())
                .refusals(TODAY.plusDays(1));
    }

    @Test
    void refusesByRulesOfTheCommand() throws IOException {
        Map<String, Set<String>> rules = rules();

        assertThat(states().toList())
                .hasSizeGreaterThan(5_000)
                .allSatisfy(state -> assertThat(state.commands())
                        .allSatisfy(command -> assertThat(
                                        state.of(command).orElseThrow().rule())
                                .as(command)
                                .matches(rule -> OF_ALL.contains(rule)
                                        || rules.getOrDefault(command, Set.of()).contains(rule))));
    }

    @Test
    void aReportThatGoesToNoUnitAboveIsNotedAndAnyOtherAccepted() {
        VersionStage waiting = new VersionStage(2, true, false, 1);

        assertThat(waiting.ofUnit(TODAY.minusDays(1), TODAY, true).commands()).containsExactly("note-unit-report");
        assertThat(waiting.ofUnit(TODAY.minusDays(1), TODAY, false).commands())
                .containsExactlyInAnyOrder("accept-unit-report", "return-unit-report");
        assertThat(new VersionStage(2, true, true, 1).ofTeam(TODAY, TODAY).commands())
                .containsExactlyInAnyOrder(
                        "accept-quarterly-report", "return-quarterly-report", "submit-quarterly-report");
    }

    static Stream<String> passing() {
        return states().flatMap(state -> state.commands().stream().map(state::of))
                .map(refusal -> refusal.orElseThrow())
                .filter(StateRefusals.RefusingRule::passes)
                .map(StateRefusals.RefusingRule::rule)
                .distinct();
    }

    /** A rule that passes has a text with days and numbers alone, so that it names nothing out of reach. */
    @ParameterizedTest
    @MethodSource("passing")
    void tellsWhatPasses(String rule) {
        assertThat(FeatureTexts.in(Language.VIETNAMESE).get(rule)).isNotBlank();
        states().flatMap(state -> state.commands().stream().map(state::of))
                .map(refusal -> refusal.orElseThrow())
                .filter(refusal -> refusal.rule().equals(rule))
                .forEach(refusal -> assertThat(refusal.arguments())
                        .allMatch(argument -> argument instanceof LocalDate || argument instanceof Number));
    }
}
