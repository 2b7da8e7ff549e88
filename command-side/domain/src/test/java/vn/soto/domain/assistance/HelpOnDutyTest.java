package vn.soto.domain.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.soto.domain.assistance.AssistanceRule.DUTY_IS_FOR_RESIDENTS_OF_THE_COMMUNE;
import static vn.soto.domain.assistance.AssistanceRule.HELPERS_WERE_MEMBERS_ON_THAT_DAY;
import static vn.soto.domain.assistance.AssistanceRule.HELPING_TEAM_COVERS_HOUSEHOLD;
import static vn.soto.domain.assistance.AssistanceRule.JOINT_HELPERS_ARE_OF_OTHER_TEAMS;
import static vn.soto.domain.assistance.AssistanceRule.WALK_IN_IS_BOOKED_TO_THE_COMMUNE_OF_THE_CENTRE;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.domain.team.TeamCommand.EndMembership;

/** Help at the public-service centre, and by members of two teams. */
final class HelpOnDutyTest extends SampleCommune {

    private static final Instant YESTERDAY = at(TODAY.minusDays(1), "09:00");
    private static final UnitId OTHER_COMMUNE = new UnitId("u-commune-2");
    private static final UnitId OTHER_HAMLET = new UnitId("u-hamlet-9");
    private static final HouseholdId FAR_HOME = new HouseholdId("h-far");
    private static final HouseholdId SECOND_HOME = new HouseholdId("h-second");
    private static final HouseholdId FOREIGN_HOME = new HouseholdId("h-foreign");
    private static final String REASON = "Nhập nhầm hình thức";

    private final Scenario scenario = Scenario.at(NOW)
            .given(units())
            .given(
                    establish(OTHER_COMMUNE, UnitKind.COMMUNE, "Minh Tân", "25781", PROVINCE),
                    establish(OTHER_HAMLET, UnitKind.HAMLET, "Tân Bình", null, OTHER_COMMUNE))
            .given(formTeam(), formFarTeam(), register(HOUSEHOLD, HAMLET), register(FAR_HOME, FAR_HAMLET))
            .given(register(FOREIGN_HOME, OTHER_HAMLET));

    private static AssistanceContent content(Channel channel) {
        return new AssistanceContent(List.of(VNEID), channel, Mode.DEMONSTRATED, YESTERDAY);
    }

    private static RecordAssistance record(
            @Nullable HouseholdId household,
            @Nullable UnitId walkIn,
            Channel channel,
            @Nullable List<Responsible> joint) {
        return new RecordAssistance(
                ASSISTANCE, TEAM, household, null, walkIn, List.of(LAN), joint, content(channel), null, null, null);
    }

    private static RecordAssistance onDuty(HouseholdId household) {
        return record(household, null, Channel.PUBLIC_SERVICE_CENTRE, null);
    }

    private static RecordAssistance walkIn(UnitId unit, Channel channel) {
        return record(null, unit, channel, null);
    }

    private static CorrectAssistance as(Channel channel) {
        return new CorrectAssistance(ASSISTANCE, content(channel), REASON);
    }

    private static CorrectAssistance helped(HouseholdId household, Channel channel) {
        return new CorrectAssistance(
                ASSISTANCE, null, null, content(channel), household, null, null, null, null, REASON);
    }

    @Nested
    final class OnDutyAtThePublicServiceCentre {

        @Test
        void aTeamHelpsAResidentOfAnotherHamletOfTheCommune() {
            scenario.given(onDuty(FAR_HOME));
        }

        @Test
        void theHelpCountsInTheHamletOfTheResident() {
            assertThat(scenario.send(onDuty(FAR_HOME)))
                    .filteredOn(AssistanceRecorded.class::isInstance)
                    .extracting(event -> ((AssistanceRecorded) event).beneficiary())
                    .containsExactly(Beneficiary.of(FAR_HOME, FAR_HAMLET));
        }

        @Test
        void aResidentOfAnotherCommuneIsAWalkIn() {
            scenario.when(onDuty(FOREIGN_HOME)).isRefusedBy(DUTY_IS_FOR_RESIDENTS_OF_THE_COMMUNE);
        }

        @Test
        void atHomeATeamStillHelpsOnlyWhereItWorks() {
            scenario.when(record(FAR_HOME, null, Channel.HOME_VISIT, null)).isRefusedBy(HELPING_TEAM_COVERS_HOUSEHOLD);
        }

        @Test
        void aWalkInIsBookedToTheCommune() {
            assertThat(scenario.send(walkIn(COMMUNE, Channel.PUBLIC_SERVICE_CENTRE)))
                    .extracting(event -> ((AssistanceRecorded) event).beneficiary())
                    .containsExactly(Beneficiary.walkIn(COMMUNE));
        }

        @Test
        void aWalkInIsBookedToNoOtherCommuneAndToNoneElsewhere() {
            scenario.when(walkIn(OTHER_COMMUNE, Channel.PUBLIC_SERVICE_CENTRE))
                    .isRefusedBy(WALK_IN_IS_BOOKED_TO_THE_COMMUNE_OF_THE_CENTRE);
            scenario.when(walkIn(COMMUNE, Channel.CLASS)).isRefusedBy(WALK_IN_IS_BOOKED_TO_THE_COMMUNE_OF_THE_CENTRE);
        }

        @Test
        void helpThatWasNoDutyAfterAllMustBeWhereTheTeamWorks() {
            scenario.given(onDuty(FAR_HOME));

            scenario.when(as(Channel.HOME_VISIT)).isRefusedBy(HELPING_TEAM_COVERS_HOUSEHOLD);
        }

        @Test
        void helpOfTheOwnHamletMayTurnOutToHaveBeenNoDuty() {
            scenario.given(onDuty(HOUSEHOLD)).given(as(Channel.HOME_VISIT));
        }

        @Test
        void theResidentWhoWasReallyHelpedMayLiveAnywhereInTheCommune() {
            scenario.given(onDuty(HOUSEHOLD));

            assertThat(scenario.send(helped(FAR_HOME, Channel.PUBLIC_SERVICE_CENTRE)))
                    .filteredOn(AssistanceCorrected.class::isInstance)
                    .extracting(event -> ((AssistanceCorrected) event).beneficiary())
                    .containsExactly(Beneficiary.of(FAR_HOME, FAR_HAMLET));
            scenario.when(helped(FOREIGN_HOME, Channel.PUBLIC_SERVICE_CENTRE))
                    .isRefusedBy(DUTY_IS_FOR_RESIDENTS_OF_THE_COMMUNE);
            scenario.when(helped(FAR_HOME, Channel.HOME_VISIT)).isRefusedBy(HELPING_TEAM_COVERS_HOUSEHOLD);
        }
    }

    @Nested
    final class MembersOfTwoTeamsHelpingTogether {

        private final List<Responsible> tuan = List.of(new Responsible(FAR_TEAM, TUAN));

        @Test
        void shareTheCreditWithTheTeamThatRecords() {
            assertThat(scenario.send(record(HOUSEHOLD, null, Channel.HOME_VISIT, tuan)))
                    .filteredOn(AssistanceRecorded.class::isInstance)
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(((AssistanceRecorded) event).helpers())
                                .containsExactly(new CreditShare(LAN, 50), new CreditShare(TUAN, 50, FAR_TEAM));
                        assertThat(event.tags()).contains("team:" + TEAM, "team:" + FAR_TEAM, "member:" + TUAN);
                    });
        }

        @Test
        void areMembersOfTheirTeamsOnThatDay() {
            scenario.given(new EndMembership(FAR_TEAM, TUAN, EndReason.RESIGNED, TODAY.minusDays(9)))
                    .when(record(HOUSEHOLD, null, Channel.HOME_VISIT, tuan))
                    .isRefusedBy(HELPERS_WERE_MEMBERS_ON_THAT_DAY, TODAY.minusDays(1));
        }

        @Test
        void areNamedOnceAndWithTheTeamTheyHelpedFor() {
            scenario.when(record(HOUSEHOLD, null, Channel.HOME_VISIT, List.of(new Responsible(TEAM, MAI))))
                    .isRefusedBy(JOINT_HELPERS_ARE_OF_OTHER_TEAMS);
            scenario.when(new RecordAssistance(
                            ASSISTANCE,
                            TEAM,
                            HOUSEHOLD,
                            null,
                            null,
                            List.of(HUNG),
                            List.of(new Responsible(FAR_TEAM, HUNG)),
                            content(Channel.PHONE),
                            null,
                            null,
                            null))
                    .isRefusedBy(JOINT_HELPERS_ARE_OF_OTHER_TEAMS);
        }

        @Test
        void areCorrectedWithTheRecordAndTheOtherTeamIsTold() {
            scenario.given(record(HOUSEHOLD, null, Channel.HOME_VISIT, tuan));

            assertThat(scenario.send(as(Channel.PHONE)))
                    .extracting(
                            event -> ((AssistanceCorrected) event).joint(),
                            event -> ((AssistanceCorrected) event).helpers())
                    .containsExactly(tuple(List.of(FAR_TEAM), null));
            assertThat(scenario.send(new CorrectAssistance(
                            ASSISTANCE,
                            null,
                            List.of(),
                            content(Channel.HOME_VISIT),
                            null,
                            null,
                            null,
                            null,
                            null,
                            REASON)))
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(((AssistanceCorrected) event).helpers()).containsExactly(new CreditShare(LAN, 100));
                        assertThat(event.tags()).contains("team:" + FAR_TEAM);
                    });
        }

        @Test
        void areToldWhenTheRecordMovesToTheHouseholdThatWasReallyHelped() {
            scenario.given(register(SECOND_HOME, HAMLET), record(HOUSEHOLD, null, Channel.HOME_VISIT, tuan));

            assertThat(scenario.send(helped(SECOND_HOME, Channel.HOME_VISIT)))
                    .filteredOn(AssistanceCorrected.class::isInstance)
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(((AssistanceCorrected) event).joint()).containsExactly(FAR_TEAM);
                        assertThat(((AssistanceCorrected) event).helpers()).isNull();
                        assertThat(event.tags())
                                .contains("team:" + FAR_TEAM, "household:" + HOUSEHOLD, "household:" + SECOND_HOME);
                    });
        }

        @Test
        void takeBackTheirRecordTogetherIfOneOfThemDoes() {
            scenario.as("phone")
                    .having(Role.MEMBER)
                    .given(record(HOUSEHOLD, null, Channel.HOME_VISIT, tuan))
                    .when(new VoidAssistance(ASSISTANCE, TUAN, REASON))
                    .decides(new AssistanceVoided(
                            ASSISTANCE, TEAM, Beneficiary.of(HOUSEHOLD, HAMLET), TUAN, List.of(FAR_TEAM)));
        }

        @Test
        void areToldWhenTheRecordIsVoided() {
            scenario.given(record(HOUSEHOLD, null, Channel.HOME_VISIT, tuan))
                    .when(new VoidAssistance(ASSISTANCE, REASON))
                    .decides(new AssistanceVoided(
                            ASSISTANCE, TEAM, Beneficiary.of(HOUSEHOLD, HAMLET), null, List.of(FAR_TEAM)));
        }
    }
}
