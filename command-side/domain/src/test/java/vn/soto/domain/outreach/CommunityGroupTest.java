package vn.soto.domain.outreach;

import static vn.soto.domain.outreach.CommunityGroupRule.GROUP_CLOSES_ON_OR_AFTER_ITS_LATEST_COUNT;
import static vn.soto.domain.outreach.CommunityGroupRule.GROUP_CLOSING_CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.outreach.CommunityGroupRule.GROUP_IS_CLOSED;
import static vn.soto.domain.outreach.CommunityGroupRule.GROUP_IS_COUNTED_WITH_OR_AFTER_ITS_TEAM;
import static vn.soto.domain.outreach.CommunityGroupRule.GROUP_IS_NOT_CLOSED;
import static vn.soto.domain.outreach.CommunityGroupRule.GROUP_IS_NOT_COUNTED_IN_THE_FUTURE;
import static vn.soto.domain.outreach.CommunityGroupRule.GROUP_SIZE_IS_A_NUMBER_OF_HOUSEHOLDS;
import static vn.soto.domain.shared.CommonRule.ID_HOLDS_NO_PERSONAL_NUMBER;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupClosed;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupRecorded;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupUpdated;
import vn.soto.contracts.outreach.CommunityGroupId;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.outreach.CommunityGroupCommand.CloseCommunityGroup;
import vn.soto.domain.outreach.CommunityGroupCommand.CorrectGroupClosing;
import vn.soto.domain.outreach.CommunityGroupCommand.RecordCommunityGroup;
import vn.soto.domain.outreach.CommunityGroupCommand.UpdateCommunityGroup;

final class CommunityGroupTest extends SampleCommune {

    private static final CommunityGroupId GROUP = new CommunityGroupId("g-1");
    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    private final Scenario scenario = Scenario.at(NOW).given(units()).given(formTeam());

    @Nested
    final class Recording {

        @Test
        void saysHowManyHouseholdsAreInIt() {
            scenario.when(record(180, TODAY)).decides(new CommunityGroupRecorded(GROUP, TEAM, 180, TODAY));
        }

        @Test
        void refusesWhatIsNoNumberOfHouseholds() {
            scenario.when(record(-1, TODAY)).isRefusedBy(GROUP_SIZE_IS_A_NUMBER_OF_HOUSEHOLDS, 100_000);
            scenario.when(record(912_345_678, TODAY)).isRefusedBy(GROUP_SIZE_IS_A_NUMBER_OF_HOUSEHOLDS, 100_000);
            scenario.when(record(100_001, TODAY)).isRefusedBy(GROUP_SIZE_IS_A_NUMBER_OF_HOUSEHOLDS, 100_000);
            scenario.given(record(100_000, TODAY), new UpdateCommunityGroup(GROUP, 0, TODAY));
        }

        @Test
        void refusesTheFutureAndTheTimeBeforeTheTeam() {
            scenario.when(record(9, TOMORROW)).isRefusedBy(GROUP_IS_NOT_COUNTED_IN_THE_FUTURE, TOMORROW, TODAY);
            scenario.when(record(9, FOUNDED.minusDays(1)))
                    .isRefusedBy(GROUP_IS_COUNTED_WITH_OR_AFTER_ITS_TEAM, FOUNDED);
            scenario.given(record(9, FOUNDED));
        }

        @Test
        void refusesAPersonalNumberAsId() {
            scenario.when(new RecordCommunityGroup(new CommunityGroupId("zalo-0912345678"), TEAM, 9, TODAY))
                    .isRefusedBy(ID_HOLDS_NO_PERSONAL_NUMBER);
        }

        @Test
        void missesATeamThatDoesNotExist() {
            TeamId none = new TeamId("team-none");

            scenario.when(new RecordCommunityGroup(GROUP, none, 9, TODAY)).isAboutSomethingAbsent("team", none);
        }
    }

    @Nested
    final class Updating {

        private final Scenario recorded = scenario.given(record(180, TODAY.minusDays(30)));

        @Test
        void countsAgainOnAnyDayUpToToday() {
            recorded.when(new UpdateCommunityGroup(GROUP, 195, TODAY))
                    .decides(new CommunityGroupUpdated(GROUP, TEAM, 195, TODAY));
            recorded.when(new UpdateCommunityGroup(GROUP, 170, TODAY.minusDays(60)))
                    .decides(new CommunityGroupUpdated(GROUP, TEAM, 170, TODAY.minusDays(60)));
        }

        @Test
        void followsTheRulesOfRecording() {
            recorded.when(new UpdateCommunityGroup(GROUP, -1, TODAY))
                    .isRefusedBy(GROUP_SIZE_IS_A_NUMBER_OF_HOUSEHOLDS, 100_000);
            recorded.when(new UpdateCommunityGroup(GROUP, 9, TOMORROW))
                    .isRefusedBy(GROUP_IS_NOT_COUNTED_IN_THE_FUTURE, TOMORROW, TODAY);
            recorded.when(new UpdateCommunityGroup(GROUP, 9, FOUNDED.minusDays(1)))
                    .isRefusedBy(GROUP_IS_COUNTED_WITH_OR_AFTER_ITS_TEAM, FOUNDED);
        }

        @Test
        void refusesAClosedGroup() {
            recorded.given(new CloseCommunityGroup(GROUP, TODAY))
                    .when(new UpdateCommunityGroup(GROUP, 9, TODAY))
                    .isRefusedBy(GROUP_IS_NOT_CLOSED);
        }
    }

    @Nested
    final class Closing {

        private final Scenario recorded =
                scenario.given(record(180, TODAY.minusDays(30)), new UpdateCommunityGroup(GROUP, 170, FOUNDED));

        @Test
        void endsTheGroup() {
            recorded.when(new CloseCommunityGroup(GROUP, TODAY.minusDays(30)))
                    .decides(new CommunityGroupClosed(GROUP, TEAM, TODAY.minusDays(30)));
        }

        @Test
        void refusesADayBeforeTheLatestCount() {
            recorded.when(new CloseCommunityGroup(GROUP, TODAY.minusDays(31)))
                    .isRefusedBy(GROUP_CLOSES_ON_OR_AFTER_ITS_LATEST_COUNT, TODAY.minusDays(30));
            recorded.given(new UpdateCommunityGroup(GROUP, 190, TODAY))
                    .when(new CloseCommunityGroup(GROUP, TODAY.minusDays(1)))
                    .isRefusedBy(GROUP_CLOSES_ON_OR_AFTER_ITS_LATEST_COUNT, TODAY);
        }

        @Test
        void refusesToCloseTwice() {
            recorded.given(new CloseCommunityGroup(GROUP, TODAY))
                    .when(new CloseCommunityGroup(GROUP, TODAY))
                    .isRefusedBy(GROUP_IS_NOT_CLOSED);
        }

        @Test
        void isCorrectedToAnotherDayOrTakenBack() {
            LocalDate mistyped = TODAY.plusYears(36);
            recorded.when(correct(TODAY)).isRefusedBy(GROUP_IS_CLOSED);
            recorded.given(new CloseCommunityGroup(GROUP, mistyped));
            recorded.when(correct(mistyped)).isRefusedBy(GROUP_CLOSING_CORRECTION_CHANGES_SOMETHING);
            recorded.when(correct(TODAY.minusDays(31)))
                    .isRefusedBy(GROUP_CLOSES_ON_OR_AFTER_ITS_LATEST_COUNT, TODAY.minusDays(30));
            recorded.when(correct(TODAY)).decides(new CommunityGroupClosed(GROUP, TEAM, TODAY));
            recorded.when(correct(null)).decides(new CommunityGroupUpdated(GROUP, TEAM, 180, TODAY.minusDays(30)));
            recorded.given(new UpdateCommunityGroup(GROUP, 190, TODAY));
        }

        private static CorrectGroupClosing correct(@Nullable LocalDate lastDay) {
            return new CorrectGroupClosing(GROUP, lastDay, "đóng nhầm nhóm");
        }
    }

    private static RecordCommunityGroup record(int households, LocalDate countedOn) {
        return new RecordCommunityGroup(GROUP, TEAM, households, countedOn);
    }
}
