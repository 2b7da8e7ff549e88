package vn.soto.contracts.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.AssistanceCare.Due;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCounted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRouted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

final class AssistanceStateTest {

    private static final AssistanceId ID = new AssistanceId("a");
    private static final TeamId TEAM = new TeamId("team");
    private static final MemberId LAN = new MemberId("lan");
    private static final MemberId MINH = new MemberId("minh");
    private static final MemberId HOA = new MemberId("hoa");
    private static final Beneficiary HOUSEHOLD = Beneficiary.of(new HouseholdId("h"), new UnitId("u"));
    private static final Instant MORNING = Instant.parse("2026-07-01T01:00:00Z");
    private static final LocalDate NEXT_WEEK = LocalDate.of(2026, 7, 8);
    private static final List<CreditShare> LAN_ALONE = List.of(new CreditShare(LAN, 100));

    private static AssistanceContent content(Instant occurredAt, @Nullable LocalDate followUp) {
        return new AssistanceContent(
                List.of(new ServiceCode("digital-payment")),
                null,
                Channel.HOME_VISIT,
                Mode.SELF_PERFORMED,
                AssistanceOutcome.DONE,
                occurredAt,
                followUp);
    }

    private static AssistanceRecorded recorded(@Nullable Responsible responsible, @Nullable LocalDate followUp) {
        return new AssistanceRecorded(
                ID,
                TEAM,
                HOUSEHOLD,
                LAN_ALONE,
                content(MORNING, followUp),
                List.of(ServiceCategory.VNEID),
                responsible,
                null);
    }

    private static AssistanceCorrected corrected(
            @Nullable List<CreditShare> helpers, AssistanceContent content, @Nullable Sealed note) {
        return new AssistanceCorrected(
                ID, TEAM, HOUSEHOLD, helpers, content, List.of(ServiceCategory.ONLINE_PUBLIC_SERVICE), note);
    }

    private static AssistanceState after(AssistanceEvent first, AssistanceEvent... events) {
        AssistanceState state = AssistanceState.first(first);
        for (AssistanceEvent event : events) {
            state = state.after(event);
        }
        return state;
    }

    @Test
    void beginsWithWhatWasRecorded() {
        AssistanceRecorded first = recorded(null, null);
        AssistanceState state = after(first);

        assertThat(state.team()).isEqualTo(TEAM);
        assertThat(state.beneficiary()).isEqualTo(HOUSEHOLD);
        assertThat(state.helpers()).isEqualTo(LAN_ALONE);
        assertThat(state.content()).isEqualTo(first.content());
        assertThat(state.day()).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(state.late() || state.voided() || state.hasNote()).isFalse();
        assertThat(state.verification()).isNull();
    }

    @Test
    void beginsWithNothingElse() {
        AssistanceVoided voided = new AssistanceVoided(ID, TEAM, HOUSEHOLD);

        assertThatIllegalStateException().isThrownBy(() -> AssistanceState.first(voided));
    }

    @Nested
    final class ACorrection {

        private final AssistanceFlaggedLate late =
                new AssistanceFlaggedLate(ID, TEAM, HOUSEHOLD, LocalDate.of(2026, 7, 1), 30);

        @Test
        void takesThePlaceOfWhatWasSaid() {
            AssistanceCorrected right = corrected(List.of(new CreditShare(MINH, 100)), content(MORNING, null), null);
            AssistanceState state = after(recorded(null, null), right);

            assertThat(state.members()).containsExactly(MINH);
            assertThat(state.categories()).isEqualTo(right.categories());
        }

        @Test
        void leavesHelpersWhereItNamesNone() {
            assertThat(after(recorded(null, null), corrected(null, content(MORNING, null), null))
                            .helpers())
                    .isEqualTo(LAN_ALONE);
        }

        @Test
        void ofTheHourStaysLate() {
            Instant evening = Instant.parse("2026-07-01T16:59:59Z");

            assertThat(after(recorded(null, null), late, corrected(null, content(evening, null), null))
                            .late())
                    .isTrue();
        }

        @Test
        void ofTheDayIsNotLateUntilThatIsSaid() {
            Instant nextDay = Instant.parse("2026-07-01T17:00:00Z");
            AssistanceState state = after(recorded(null, null), late, corrected(null, content(nextDay, null), null));

            assertThat(state.late()).isFalse();
            assertThat(state.after(late).late()).isTrue();
        }

        @Test
        void keepsWhatCallingBackFound() {
            AssistanceState state = after(
                    recorded(null, null),
                    new AssistanceVerified(ID, TEAM, HOUSEHOLD, HOA, Verification.DENIED, MORNING),
                    new AssistanceVerified(ID, TEAM, HOUSEHOLD, HOA, Verification.CONFIRMED, MORNING),
                    corrected(null, content(MORNING, null), null));

            assertThat(state.verification()).isEqualTo(Verification.CONFIRMED);
        }
    }

    @Nested
    final class WhatIsDue {

        private final Responsible minh = new Responsible(TEAM, MINH);
        private final AssistanceRouted toHoa = new AssistanceRouted(
                ID, TEAM, HOUSEHOLD, new Responsible(new TeamId("other"), HOA), LocalDate.of(2026, 7, 2));

        private AssistanceFollowedUp followedUp(@Nullable LocalDate next) {
            return new AssistanceFollowedUp(ID, TEAM, HOUSEHOLD, minh, AssistanceOutcome.DONE, MORNING, next);
        }

        @Test
        void isForWhoeverIsResponsibleElseForWhoHelpedFirst() {
            assertThat(after(recorded(minh, NEXT_WEEK)).care().due()).isEqualTo(new Due(MINH, NEXT_WEEK, false));
            assertThat(after(recorded(null, NEXT_WEEK)).care().due()).isEqualTo(new Due(LAN, NEXT_WEEK, false));
            assertThat(after(recorded(minh, null)).care().due()).isNull();
        }

        @Test
        void passesOnWithTheHousehold() {
            assertThat(after(recorded(minh, NEXT_WEEK), toHoa).care().due()).isEqualTo(new Due(HOA, NEXT_WEEK, true));
            assertThat(after(recorded(minh, null), toHoa).care().due()).isEqualTo(new Due(HOA, null, true));
            assertThat(after(recorded(minh, null), toHoa).care().owner()).isEqualTo(HOA);
        }

        @Test
        void isDoneOncePeopleLookedAgainUntilTheyPlanTo() {
            assertThat(after(recorded(null, NEXT_WEEK), followedUp(null)).care().due())
                    .isNull();
            assertThat(after(recorded(null, NEXT_WEEK), followedUp(NEXT_WEEK.plusDays(7)))
                            .care()
                            .due())
                    .isEqualTo(new Due(MINH, NEXT_WEEK.plusDays(7), false));
        }

        @Test
        void changesOnlyWithThePlan() {
            AssistanceState state = after(recorded(minh, NEXT_WEEK), followedUp(null));

            assertThat(state.after(corrected(null, content(MORNING, NEXT_WEEK), null))
                            .care()
                            .due())
                    .isNull();
            assertThat(state.after(corrected(null, content(MORNING, NEXT_WEEK.plusDays(1)), null))
                            .care()
                            .due())
                    .isEqualTo(new Due(MINH, NEXT_WEEK.plusDays(1), false));
        }

        @Test
        void staysRoutedThoughThePlanIsTakenBack() {
            AssistanceState state =
                    after(recorded(minh, NEXT_WEEK), toHoa, corrected(null, content(MORNING, null), null));

            assertThat(state.care().due()).isEqualTo(new Due(HOA, NEXT_WEEK, true));
        }

        @Test
        void isNothingOfAVoidedRecord() {
            AssistanceState state = after(recorded(minh, NEXT_WEEK), new AssistanceVoided(ID, TEAM, HOUSEHOLD));

            assertThat(state.voided()).isTrue();
            assertThat(state.care().due()).isNull();
        }

        @Test
        void changesNoFigureByRouting() {
            assertThat(toHoa).isNotInstanceOf(AssistanceCounted.class);
            assertThat(followedUp(null)).isInstanceOf(AssistanceCounted.class);
            assertThat(recorded(null, null)).isInstanceOf(AssistanceCounted.class);
        }
    }
}
