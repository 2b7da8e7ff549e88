package vn.soto.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.soto.contracts.unit.UnitChange.MERGED;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitMerged;
import vn.soto.contracts.unit.UnitEvent.UnitTookOver;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.assistance.AssistanceRule;
import vn.soto.domain.household.HouseholdRule;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.Rule;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.team.TeamRule;
import vn.soto.domain.unit.UnitRule;
import vn.soto.testkit.Seeds;

/**
 * Random commands against a simple model of five rules: one leader, one responsible member, membership on the day,
 * lineage without a cycle, coverage. The test also detects a domain in which one of them is broken.
 */
@Tag("slow")
final class RulesModelTest extends SampleCommune {

    /** Of {@value #COMMANDS} commands each. */
    private static final int RUNS = Boolean.getBoolean("soto.long") ? 100 : 1;

    private static final int COMMANDS = 1_000;

    /** Number of commands within which a broken rule is detected. */
    private static final int SOON = 10_000;

    /** A seed by which each of the broken rules is detected early. */
    private static final long EARLY = 5;

    @Test
    void randomCommandsBreakNoRule() {
        Map<String, Integer> outcomes = new ConcurrentHashMap<>();
        Seeds.each(
                RUNS,
                seed -> new RandomRun(seed, Scenario.at(NOW)::send)
                        .send(
                                COMMANDS,
                                (command, accepted) -> outcomes.merge(
                                        (accepted ? "accepted " : "refused ")
                                                + command.getClass().getSimpleName(),
                                        1,
                                        Integer::sum)));

        assertThat(outcomes)
                .allSatisfy((outcome, count) -> assertThat(count).as(outcome).isGreaterThan(RUNS / 10));
    }

    /**
     * A domain that accepts commands which one rule refuses. The acceptance itself is detected; the recorded events do
     * not matter.
     */
    @ParameterizedTest
    @MethodSource("rules")
    void aRuleThatIsNotEnforcedIsFoundOut(Rule rule) {
        Scenario scenario = Scenario.at(NOW);
        RandomRun run = new RandomRun(EARLY, command -> lax(rule, scenario::send, command));

        assertThatThrownBy(() -> run.send(SOON, (command, accepted) -> {})).isInstanceOf(AssertionError.class);
    }

    static List<Rule> rules() {
        return List.of(
                TeamRule.LEADER_IS_ACTIVE_MEMBER,
                TeamRule.MEMBERSHIPS_DO_NOT_OVERLAP,
                HouseholdRule.HOUSEHOLD_HAS_NO_RESPONSIBLE_MEMBER_YET,
                HouseholdRule.RESPONSIBLE_MEMBER_BELONGS_TO_TEAM,
                HouseholdRule.RESPONSIBLE_TEAM_COVERS_HOUSEHOLD,
                AssistanceRule.HELPERS_WERE_MEMBERS_ON_THAT_DAY,
                AssistanceRule.HELPING_TEAM_COVERS_HOUSEHOLD,
                UnitRule.UNIT_HAS_NOT_ENDED,
                UnitRule.UNIT_ENDS_AFTER_ITS_LATEST_CHANGE,
                UnitRule.UNIT_DOES_NOT_SUCCEED_ITSELF,
                UnitRule.SUCCESSOR_IS_IN_FORCE);
    }

    private static List<DomainEvent> lax(Rule rule, Function<Command, List<DomainEvent>> domain, Command command) {
        try {
            return domain.apply(command);
        } catch (RuleViolatedException refused) {
            if (refused.rule().equals(rule)) {
                return List.of(new Overlooked());
            }
            throw refused;
        }
    }

    private record Overlooked() implements DomainEvent {

        @Override
        public Set<String> tags() {
            return Set.of();
        }
    }

    /** A domain that refuses one valid command. */
    @Test
    void aRuleThatIsTooStrictIsFoundOut() {
        Scenario scenario = Scenario.at(NOW);
        int[] sent = new int[1];
        RandomRun run = new RandomRun(1, command -> {
            List<DomainEvent> events = scenario.send(command);
            return ++sent[0] == 150 ? List.of() : events;
        });

        assertThatThrownBy(() -> run.send(SOON, (command, accepted) -> {})).isInstanceOf(AssertionError.class);
    }

    /** The real domain with teams that answer every boolean query with true: its events alone reveal the bug. */
    @Test
    void teamsThatAgreeToEverythingAreFoundOutByWhatIsRecorded() {
        Scenario scenario = new Scenario(
                Clock.fixed(NOW, ZoneOffset.UTC), DefaultPolicy.standard(), ledger -> ledger, PermissiveTeams::among);
        RandomRun run = new RandomRun(1, scenario::send);

        assertThatThrownBy(() -> run.audit(SOON)).isInstanceOf(AssertionError.class);
    }

    @Test
    void aCircleOfUnitsIsFoundOutByWhatIsRecorded() {
        UnitId a = new UnitId("u-a");
        UnitId b = new UnitId("u-b");
        LineageReferenceModel lineage = new LineageReferenceModel();
        lineage.commit(List.of(established(a), established(b)));
        lineage.commit(List.of(
                new UnitMerged(a, b, signedOn(FOUNDED), TODAY),
                new UnitTookOver(b, a, MERGED, signedOn(FOUNDED), TODAY)));

        assertThatThrownBy(() -> lineage.commit(List.of(
                        new UnitMerged(b, a, signedOn(FOUNDED), TODAY),
                        new UnitTookOver(a, b, MERGED, signedOn(FOUNDED), TODAY))))
                .isInstanceOf(AssertionError.class);
    }

    private static UnitEstablished established(UnitId unit) {
        return new UnitEstablished(unit, UnitKind.WARD, "Phường", "25747", PROVINCE, signedOn(FOUNDED), FOUNDED);
    }

    /** Control: the events of the unchanged domain pass the same audit. */
    @Test
    void soundTeamsAreNotFoundOut() {
        new RandomRun(1, Scenario.at(NOW)::send).audit(COMMANDS);
    }
}
