package vn.soto.domain.stipend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.shared.StateRefusals.RefusingRule;
import vn.soto.contracts.stipend.Shift;
import vn.soto.contracts.stipend.StatementStage;
import vn.soto.contracts.stipend.StipendPeriod;
import vn.soto.contracts.stipend.StipendScheme;
import vn.soto.contracts.stipend.StipendStatementEvent.StipendStatementComputed;
import vn.soto.contracts.stipend.StipendTerms;
import vn.soto.domain.FixedFigures;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.stipend.MobilisationCommand.RecordMobilisation;
import vn.soto.domain.stipend.StipendPolicyCommand.AdoptStipendPolicy;
import vn.soto.domain.stipend.StipendStatementCommand.ApproveStipendStatement;
import vn.soto.domain.stipend.StipendStatementCommand.ComputeStipendStatement;
import vn.soto.testkit.SettableClock;

/**
 * The stage of a statement against its rules, over seeded lives of statements. An approval that the stage permits is accepted for
 * the latest content. One that it refuses is refused for every content there is, for the reason that it tells.
 */
final class OfferedApprovalTest extends SampleCommune {

    private static final int SEEDS = 60;
    private static final int STEPS = 12;
    private static final StipendPeriod JUNE = StipendPeriod.parse("2026-06");
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate FIRST = LocalDate.of(2026, 6, 10);
    private static final List<String> ACCOUNTS = List.of("can-bo-1", "can-bo-2");
    private static final String APPROVE = "approve-stipend-statement";

    /** One statement, computed, computed again and approved by two officials at random. */
    private static final class Life {

        private final Random random;
        private final Scenario scenario;
        private final List<StipendStatementComputed> versions = new ArrayList<>();
        private boolean approved;

        Life(long seed) {
            random = new Random(seed);
            scenario = new Scenario(new SettableClock(at(LocalDate.of(2026, 7, 5), "09:30")), DefaultPolicy.standard())
                    .whereReportsRead(new FixedFigures().with(COMMUNE, TEAM))
                    .given(units())
                    .given(new AdoptStipendPolicy(
                            new StipendTerms(StipendScheme.PER_MEMBER, 60_000, 150_000, 200_000, 15),
                            signedOn(JANUARY),
                            JANUARY))
                    .given(formTeam(), register(HOUSEHOLD, HAMLET), record(at(FIRST, "09:00"), LAN))
                    .administrators(JANUARY, "can-bo-1", "can-bo-2");
        }

        String somebody() {
            return ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
        }

        void computes() {
            LocalDate day = FIRST.plusDays(versions.size());
            scenario.as(somebody())
                    .given(new RecordMobilisation(TEAM, LAN, day, Shift.DAY, signedOn(FIRST.minusDays(1)), null));
            versions.add((StipendStatementComputed) scenario.send(new ComputeStipendStatement(
                            COMMUNE, JUNE, versions.isEmpty() ? null : "Ghi bổ sung ngày huy động"))
                    .getFirst());
            approved = false;
        }

        /** @return the rule that refuses it, or that it is accepted */
        String approves(String about) {
            String account = somebody();
            boolean own = !versions.isEmpty() && versions.getLast().by().equals(account);
            Optional<RefusingRule> told = new StatementStage(!versions.isEmpty(), approved)
                    .refusals(own)
                    .of(APPROVE);
            scenario.as(account);
            for (StipendStatementComputed earlier : versions.subList(0, Math.max(0, versions.size() - 1))) {
                assertThat(refusal(earlier.hash())).as(about).isPresent();
            }
            assertThat(refusal("ab")).as(about).isPresent();
            Optional<String> latest = versions.isEmpty()
                    ? refusal("ab")
                    : refusal(versions.getLast().hash());
            assertThat(latest).as(about).isEqualTo(told.map(RefusingRule::rule));
            approved |= latest.isEmpty();
            return latest.orElse("accepted");
        }

        private Optional<String> refusal(String content) {
            try {
                scenario.send(new ApproveStipendStatement(COMMUNE, JUNE, content));
                return Optional.empty();
            } catch (RuleViolatedException e) {
                return Optional.of(e.rule().name());
            }
        }
    }

    @Test
    void anApprovalIsOfferedWhereItIsAcceptedAndNowhereElse() {
        TreeSet<String> seen = new TreeSet<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            Life life = new Life(seed);
            for (int step = 0; step < STEPS; step++) {
                if (life.random.nextInt(3) == 0) {
                    life.computes();
                } else {
                    seen.add(life.approves("seed " + seed + ", step " + step));
                }
            }
        }
        assertThat(seen)
                .containsExactly(
                        "APPROVED_CONTENT_IS_THAT_OF_THE_LATEST_VERSION",
                        "STATEMENT_IS_APPROVED_BY_ANOTHER_PERSON",
                        "STATEMENT_IS_APPROVED_ONCE",
                        "accepted");
    }
}
