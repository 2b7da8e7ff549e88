package vn.soto.domain.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.assistance.AssistanceRule.ASSISTANCE_IS_FOR_EXACTLY_ONE_BENEFICIARY;
import static vn.soto.domain.assistance.AssistanceRule.CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.assistance.AssistanceRule.HELPING_TEAM_COVERS_HOUSEHOLD;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected.Moved;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.household.HouseholdEvent.HouseholdFirstHelped;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.domain.business.BusinessCommand.RegisterBusiness;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.ledger.Commit;

final class CorrectingWhoWasHelpedTest extends SampleCommune {

    private static final String REASON = "Chọn nhầm hộ";
    private static final Instant YESTERDAY = at(TODAY.minusDays(1), "18:00");
    private static final HouseholdId NEIGHBOUR = new HouseholdId("h-2");
    private static final HouseholdId FAR = new HouseholdId("h-far");
    private static final Beneficiary FIRST = Beneficiary.of(HOUSEHOLD, HAMLET);
    private static final List<ServiceCategory> CATEGORIES = List.of(ServiceCategory.VNEID);

    private final Scenario scenario = Scenario.at(NOW)
            .given(units())
            .given(
                    formTeam(),
                    register(HOUSEHOLD, HAMLET),
                    register(NEIGHBOUR, HAMLET),
                    register(FAR, FAR_HAMLET),
                    new AssignHousehold(NEIGHBOUR, TEAM, HUNG, FOUNDED),
                    new RegisterBusiness(BUSINESS, BusinessKind.ENTERPRISE, HAMLET, "HKD-1", null),
                    record(YESTERDAY, LAN));

    private static CorrectAssistance correct(
            @Nullable HouseholdId household,
            @Nullable BusinessId business,
            @Nullable UnitId walkIn,
            @Nullable Sealed note) {
        return new CorrectAssistance(
                ASSISTANCE, null, null, content(YESTERDAY), household, business, walkIn, note, null, REASON);
    }

    private static AssistanceCorrected corrected(Beneficiary to, @Nullable Responsible responsible) {
        return new AssistanceCorrected(
                ASSISTANCE,
                TEAM,
                to,
                null,
                content(YESTERDAY),
                CATEGORIES,
                null,
                new Moved(FIRST, responsible),
                null,
                List.of());
    }

    @Test
    void theRecordOfTheWrongHouseholdMovesToTheRightOne() {
        AssistanceCorrected moved = corrected(Beneficiary.of(NEIGHBOUR, HAMLET), new Responsible(TEAM, HUNG));

        scenario.when(correct(NEIGHBOUR, null, null, null))
                .decides(moved, new HouseholdFirstHelped(NEIGHBOUR, HAMLET, TEAM, null));
        assertThat(moved.tags()).contains("household:h-1", "household:h-2");
    }

    @Test
    void theRecordMovesToABusinessOrToAWalkInAsWell() {
        scenario.when(correct(null, BUSINESS, null, null)).decides(corrected(Beneficiary.of(BUSINESS, HAMLET), null));
        scenario.given(correct(HOUSEHOLD, null, null, null));
        scenario.when(correct(null, null, HAMLET, null)).decides(corrected(Beneficiary.walkIn(HAMLET), null));
    }

    @Test
    void aHouseholdOutsideWhatTheTeamCoversIsRefusedForThatReason() {
        scenario.when(correct(FAR, null, null, null)).isRefusedBy(HELPING_TEAM_COVERS_HOUSEHOLD);
    }

    @Test
    void namingTheSameHouseholdAgainCorrectsNothing() {
        scenario.when(correct(HOUSEHOLD, null, null, null)).isRefusedBy(CORRECTION_CHANGES_SOMETHING);
        scenario.when(correct(NEIGHBOUR, BUSINESS, null, null)).isRefusedBy(ASSISTANCE_IS_FOR_EXACTLY_ONE_BENEFICIARY);
    }

    @Test
    void theCorrectionHangsOnTheRecordAndNotOnItsFlag() {
        Instant longAgo = at(TODAY.minusDays(60), "18:00");
        scenario.given(new VoidAssistance(ASSISTANCE, REASON));
        AssistanceId late = new AssistanceId("a-late");
        scenario.given(new RecordAssistance(
                late, TEAM, HOUSEHOLD, null, null, List.of(LAN), content(longAgo), null, "Ngoại tuyến"));
        assertThat(scenario.decoded(last())).hasAtLeastOneElementOfType(AssistanceFlaggedLate.class);

        scenario.given(new CorrectAssistance(late, content(longAgo.minusSeconds(60)), REASON));

        String record = scenario.ledger()
                .aggregate(late.value(), 0, 1)
                .getFirst()
                .event()
                .id();
        assertThat(scenario.decoded(
                        scenario.ledger().commit(last().number() - 1).orElseThrow()))
                .first()
                .isInstanceOf(AssistanceRecorded.class);
        assertThat(last().corrects()).isEqualTo(record);
    }

    private Commit last() {
        return scenario.ledger().commit(scenario.ledger().tail().number()).orElseThrow();
    }
}
