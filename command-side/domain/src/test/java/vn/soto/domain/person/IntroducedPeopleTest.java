package vn.soto.domain.person;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.person.PersonRule.PERSONAL_DATA_START_WITH_A_NAME;
import static vn.soto.domain.person.PersonRule.PROCESSING_IS_NOT_RESTRICTED;
import static vn.soto.domain.person.PersonRule.SUBJECT_IS_NOT_ERASED;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.contracts.person.PersonEvent.HouseholdContactRecorded;
import vn.soto.contracts.person.PersonEvent.MemberProfileRecorded;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.team.CoverageEvent.UnitCoverageChanged;
import vn.soto.contracts.team.Covering;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamLevel;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.person.PersonCommand.EraseMemberData;
import vn.soto.domain.person.PersonCommand.RecordMemberProfile;
import vn.soto.domain.person.PersonCommand.RestrictProcessing;
import vn.soto.domain.team.Founder;
import vn.soto.domain.team.TeamCommand.FormTeam;

/** Teams and households that are recorded together with who their people are. */
final class IntroducedPeopleTest extends SampleCommune {

    private static final Sealed NAME = new Sealed("c2VhbGVkLW5hbWUtb2YtTGFu");
    private static final Sealed PHONE = new Sealed("c2VhbGVkLXBob25lLW9mLUxhbg");
    private static final Sealed ADDRESS = new Sealed("c2VhbGVkLWFkZHJlc3Mtb2YtQmE");

    private final Scenario scenario = Scenario.at(NOW).given(units());

    @Nested
    final class FoundingATeam {

        @Test
        void recordsWhoItsMembersAreInTheSameCommit() {
            scenario.when(team(founder(LAN, NAME, PHONE), founder(HUNG, NAME, null), founder(MAI, null, null)))
                    .decides(
                            formed(),
                            new UnitCoverageChanged(HAMLET, List.of(new Covering(TEAM, TeamLevel.HAMLET)), FOUNDED),
                            new MemberProfileRecorded(LAN, NAME, PHONE),
                            new MemberProfileRecorded(HUNG, NAME, null));
        }

        @Test
        void recordsNothingIfOneOfThemMayNotBeRecorded() {
            FormTeam all = team(founder(LAN, NAME, null), founder(HUNG, NAME, null), founder(MAI, NAME, null));

            scenario.given(new RecordMemberProfile(MAI, NAME, null));
            scenario.given(new RestrictProcessing(Subject.of(MAI), TODAY, null, "Người này đề nghị"));
            scenario.when(all).isRefusedBy(PROCESSING_IS_NOT_RESTRICTED, TODAY);

            scenario.approved()
                    .given(new EraseMemberData(HUNG, ErasureBasis.REQUEST_OF_THE_SUBJECT, "Người này đề nghị"));
            scenario.when(team(founder(LAN, NAME, null), founder(HUNG, NAME, null), founder(MAI, null, null)))
                    .isRefusedBy(SUBJECT_IS_NOT_ERASED);
        }

        @Test
        void refusesAPhoneOfNobody() {
            scenario.when(team(founder(LAN, null, PHONE), founder(HUNG, NAME, null), founder(MAI, NAME, null)))
                    .isRefusedBy(PERSONAL_DATA_START_WITH_A_NAME);
        }

        private TeamFormed formed() {
            return new TeamFormed(
                    TEAM, "Tổ 1", signedOn(FOUNDED), List.of(HAMLET), founding(LAN, HUNG, MAI), LAN, FOUNDED);
        }

        private FormTeam team(Founder... founders) {
            FormTeam team = new FormTeam(
                    TEAM, null, "Tổ 1", signedOn(FOUNDED), List.of(HAMLET), List.of(founders), LAN, FOUNDED);
            assertThat(team.named()).isEqualTo(founding(LAN, HUNG, MAI));
            return team;
        }

        private Founder founder(MemberId member, @Nullable Sealed name, @Nullable Sealed phone) {
            MemberOrigin origin = member.equals(LAN) ? MemberOrigin.NEIGHBOURHOOD_HEAD : MemberOrigin.YOUTH_UNION;
            return new Founder(member, origin, name, phone);
        }
    }

    @Nested
    final class AddingAHousehold {

        @Test
        void recordsWhoTheTeamSpeaksToInTheSameCommit() {
            scenario.when(new RegisterHousehold(HOUSEHOLD, HAMLET, "KP1-0001", null, NAME, PHONE, ADDRESS))
                    .decides(
                            new HouseholdRegistered(HOUSEHOLD, HAMLET, "KP1-0001"),
                            new HouseholdContactRecorded(HOUSEHOLD, NAME, PHONE, ADDRESS));
        }

        @Test
        void refusesAnAddressOfNobody() {
            scenario.when(new RegisterHousehold(HOUSEHOLD, HAMLET, "KP1-0001", null, null, null, ADDRESS))
                    .isRefusedBy(PERSONAL_DATA_START_WITH_A_NAME);
            scenario.when(new RegisterHousehold(HOUSEHOLD, HAMLET, "KP1-0001", null, null, PHONE, null))
                    .isRefusedBy(PERSONAL_DATA_START_WITH_A_NAME);
        }
    }
}
