package vn.soto.domain.practice;

import static vn.soto.domain.practice.PracticeRule.FOLLOWER_IS_THERE_ON_THE_DAY;
import static vn.soto.domain.practice.PracticeRule.PRACTICE_IS_NOT_WITHDRAWN;
import static vn.soto.domain.practice.PracticeRule.PRACTICE_IS_OF_A_TEAM_THAT_IS_THERE;
import static vn.soto.domain.practice.PracticeRule.PRACTICE_IS_OF_THIS_TEAM;
import static vn.soto.domain.practice.PracticeRule.PRACTICE_IS_STOPPED_AFTER_IT_IS_TAKEN_UP;
import static vn.soto.domain.practice.PracticeRule.PRACTICE_IS_TAKEN_UP_BY_ANOTHER_TEAM;
import static vn.soto.domain.practice.PracticeRule.PRACTICE_IS_TAKEN_UP_BY_TODAY;
import static vn.soto.domain.practice.PracticeRule.PRACTICE_IS_TAKEN_UP_ONCE;
import static vn.soto.domain.practice.PracticeRule.PRACTICE_REVISION_CHANGES_SOMETHING;
import static vn.soto.domain.practice.PracticeRule.PRACTICE_TEXT_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.practice.PracticeRule.PRACTICE_TEXT_IS_NEITHER_EMPTY_NOR_TOO_LONG;
import static vn.soto.domain.practice.PracticeRule.PRACTICE_TO_STOP_IS_TAKEN_UP;
import static vn.soto.domain.practice.PracticeRule.RECOMMENDATION_IS_TO_OTHERS;
import static vn.soto.domain.practice.PracticeRule.RECOMMENDATION_NAMES_A_UNIT_OR_SOME_TEAMS;
import static vn.soto.domain.shared.CommonRule.NAME_HOLDS_NO_PERSONAL_NUMBER;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.practice.PracticeEvent.PracticeDescribed;
import vn.soto.contracts.practice.PracticeEvent.PracticeRecommended;
import vn.soto.contracts.practice.PracticeEvent.PracticeRevised;
import vn.soto.contracts.practice.PracticeEvent.PracticeStopped;
import vn.soto.contracts.practice.PracticeEvent.PracticeTakenUp;
import vn.soto.contracts.practice.PracticeEvent.PracticeWithdrawn;
import vn.soto.contracts.practice.PracticeId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.practice.PracticeCommand.DescribePractice;
import vn.soto.domain.practice.PracticeCommand.RecommendPractice;
import vn.soto.domain.practice.PracticeCommand.RevisePractice;
import vn.soto.domain.practice.PracticeCommand.StopPractice;
import vn.soto.domain.practice.PracticeCommand.TakeUpPractice;
import vn.soto.domain.practice.PracticeCommand.WithdrawPractice;
import vn.soto.domain.team.TeamCommand.DissolveTeam;

final class PracticeTest extends SampleCommune {

    private static final PracticeId PRACTICE = new PracticeId("e-1");
    private static final String TITLE = "Bàn hướng dẫn tại chợ";
    private static final String TEXT = "Sáng thứ bảy hai thành viên ngồi ở cổng chợ, giúp từng người tự làm.";
    private static final String REASON = "Đã xem tại chỗ, dễ làm theo";

    private final Scenario scenario = Scenario.at(NOW).given(units()).given(formTeam(), formFarTeam());

    private static DescribePractice describe(String title, String text) {
        return new DescribePractice(PRACTICE, TEAM, title, text);
    }

    private Scenario described() {
        return scenario.given(describe(TITLE, TEXT));
    }

    private static RecommendPractice recommend(@Nullable UnitId unit, TeamId... teams) {
        return new RecommendPractice(PRACTICE, unit, List.of(teams), REASON);
    }

    private static TakeUpPractice takeUp(TeamId team, LocalDate day) {
        return new TakeUpPractice(PRACTICE, team, day);
    }

    private static StopPractice stop(LocalDate day) {
        return new StopPractice(PRACTICE, FAR_TEAM, day, "Không còn chợ phiên");
    }

    @Nested
    final class Describing {

        @Test
        void hasTitleAndText() {
            scenario.when(describe(TITLE, TEXT)).decides(new PracticeDescribed(PRACTICE, TEAM, TITLE, TEXT));
        }

        @Test
        void holdsNoPersonalData() {
            scenario.when(describe("Gọi 0912345678", TEXT)).isRefusedBy(NAME_HOLDS_NO_PERSONAL_NUMBER);
            scenario.when(describe(TITLE, TEXT + " Liên hệ 0912 345 678."))
                    .isRefusedBy(PRACTICE_TEXT_HOLDS_NO_PERSONAL_NUMBER);
            scenario.when(describe(TITLE, TEXT + " Căn cước 074088001234."))
                    .isRefusedBy(PRACTICE_TEXT_HOLDS_NO_PERSONAL_NUMBER);
            scenario.when(describe(TITLE, TEXT + " Thư lan@example.vn."))
                    .isRefusedBy(PRACTICE_TEXT_HOLDS_NO_PERSONAL_NUMBER);
        }

        @Test
        void isBounded() {
            scenario.when(describe(TITLE, "")).isRefusedBy(PRACTICE_TEXT_IS_NEITHER_EMPTY_NOR_TOO_LONG, 4_000);
            scenario.when(describe(TITLE, "a".repeat(4_001)))
                    .isRefusedBy(PRACTICE_TEXT_IS_NEITHER_EMPTY_NOR_TOO_LONG, 4_000);
        }

        @Test
        void isByATeamThatIsThere() {
            scenario.given(new DissolveTeam(TEAM, signedOn(TODAY.minusDays(9)), TODAY.minusDays(1), "Sắp xếp lại"));
            scenario.when(describe(TITLE, TEXT)).isRefusedBy(PRACTICE_IS_OF_A_TEAM_THAT_IS_THERE);
        }

        @Test
        void isRevisedUntilItIsWithdrawn() {
            described();
            RevisePractice same = new RevisePractice(PRACTICE, TEAM, TITLE, TEXT, "Viết lại cho rõ");
            RevisePractice other = new RevisePractice(PRACTICE, TEAM, TITLE, TEXT + " Có nước.", "Viết lại cho rõ");
            scenario.when(same).isRefusedBy(PRACTICE_REVISION_CHANGES_SOMETHING);
            scenario.when(new RevisePractice(PRACTICE, TEAM, TITLE, "Gọi 0912345678", "Viết lại cho rõ"))
                    .isRefusedBy(PRACTICE_TEXT_HOLDS_NO_PERSONAL_NUMBER);
            scenario.when(other).decides(new PracticeRevised(PRACTICE, TEAM, TITLE, TEXT + " Có nước."));
            scenario.when(new RevisePractice(PRACTICE, FAR_TEAM, TITLE, TEXT, "Viết lại cho rõ"))
                    .isRefusedBy(PRACTICE_IS_OF_THIS_TEAM);
            scenario.when(new WithdrawPractice(PRACTICE, FAR_TEAM, "Không còn phù hợp"))
                    .isRefusedBy(PRACTICE_IS_OF_THIS_TEAM);
            WithdrawPractice withdraw = new WithdrawPractice(PRACTICE, TEAM, "Không còn phù hợp");
            scenario.when(withdraw).decides(new PracticeWithdrawn(PRACTICE, TEAM));
            scenario.when(withdraw).isRefusedBy(PRACTICE_IS_NOT_WITHDRAWN);
            scenario.when(same).isRefusedBy(PRACTICE_IS_NOT_WITHDRAWN);
        }
    }

    @Nested
    final class Recommending {

        @Test
        void isToAUnitOrToSomeTeams() {
            described();
            scenario.when(recommend(COMMUNE)).decides(new PracticeRecommended(PRACTICE, TEAM, COMMUNE, List.of()));
            scenario.when(recommend(null, FAR_TEAM, FAR_TEAM))
                    .decides(new PracticeRecommended(PRACTICE, TEAM, null, List.of(FAR_TEAM)));
            scenario.when(recommend(null)).isRefusedBy(RECOMMENDATION_NAMES_A_UNIT_OR_SOME_TEAMS, 50);
            scenario.when(recommend(COMMUNE, FAR_TEAM)).isRefusedBy(RECOMMENDATION_NAMES_A_UNIT_OR_SOME_TEAMS, 50);
        }

        @Test
        void isToOthersWhoAreThere() {
            described();
            scenario.when(recommend(null, TEAM)).isRefusedBy(RECOMMENDATION_IS_TO_OTHERS);
            scenario.when(recommend(NOWHERE)).isAboutSomethingAbsent("unit", NOWHERE);
            scenario.given(new DissolveTeam(FAR_TEAM, signedOn(TODAY.minusDays(9)), TODAY.minusDays(1), "Sắp xếp lại"));
            scenario.when(recommend(null, FAR_TEAM)).isRefusedBy(FOLLOWER_IS_THERE_ON_THE_DAY, TODAY);
            scenario.given(new WithdrawPractice(PRACTICE, TEAM, "Không còn phù hợp"));
            scenario.when(recommend(COMMUNE)).isRefusedBy(PRACTICE_IS_NOT_WITHDRAWN);
        }
    }

    @Nested
    final class Following {

        @Test
        void beginsOnADay() {
            described();
            scenario.when(takeUp(FAR_TEAM, TODAY)).decides(new PracticeTakenUp(PRACTICE, TEAM, FAR_TEAM, TODAY));
            scenario.when(takeUp(FAR_TEAM, TODAY)).isRefusedBy(PRACTICE_IS_TAKEN_UP_ONCE, TODAY);
        }

        @Test
        void isByAnotherTeamThatIsThere() {
            described();
            scenario.when(takeUp(TEAM, TODAY)).isRefusedBy(PRACTICE_IS_TAKEN_UP_BY_ANOTHER_TEAM);
            scenario.when(takeUp(FAR_TEAM, TODAY.plusDays(1))).isRefusedBy(PRACTICE_IS_TAKEN_UP_BY_TODAY, TODAY);
            scenario.when(takeUp(FAR_TEAM, FOUNDED.minusDays(1)))
                    .isRefusedBy(FOLLOWER_IS_THERE_ON_THE_DAY, FOUNDED.minusDays(1));
            scenario.given(new WithdrawPractice(PRACTICE, TEAM, "Không còn phù hợp"));
            scenario.when(takeUp(FAR_TEAM, TODAY)).isRefusedBy(PRACTICE_IS_NOT_WITHDRAWN);
        }

        @Test
        void stopsAndBeginsAgain() {
            described();
            scenario.when(stop(TODAY)).isRefusedBy(PRACTICE_TO_STOP_IS_TAKEN_UP);
            scenario.given(takeUp(FAR_TEAM, TODAY.minusDays(5)));
            scenario.when(stop(TODAY.minusDays(6)))
                    .isRefusedBy(PRACTICE_IS_STOPPED_AFTER_IT_IS_TAKEN_UP, TODAY.minusDays(5), TODAY);
            scenario.when(stop(TODAY.plusDays(1)))
                    .isRefusedBy(PRACTICE_IS_STOPPED_AFTER_IT_IS_TAKEN_UP, TODAY.minusDays(5), TODAY);
            scenario.when(stop(TODAY.minusDays(1)))
                    .decides(new PracticeStopped(PRACTICE, TEAM, FAR_TEAM, TODAY.minusDays(1)));
            scenario.when(takeUp(FAR_TEAM, TODAY)).decides(new PracticeTakenUp(PRACTICE, TEAM, FAR_TEAM, TODAY));
        }
    }
}
