package vn.soto.contracts.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceResultsStated;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceResult;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.ResultKind;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.outreach.CountBasis;
import vn.soto.contracts.outreach.Holding;
import vn.soto.contracts.outreach.OutreachEvent.OutreachCorrected;
import vn.soto.contracts.outreach.OutreachEvent.OutreachHeld;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** Version 6 of the indicators adds results beside effort, and people reached, each once where that was told. */
final class SixthVersionTest {

    private static final TeamId RIVER = new TeamId("river");
    private static final UnitId UNIT = new UnitId("unit");
    private static final Beneficiary HOUSEHOLD = Beneficiary.of(new HouseholdId("h"), UNIT);
    private static final AssistanceContent CONTENT = new AssistanceContent(
            List.of(new ServiceCode("vneid")),
            Channel.HOME_VISIT,
            Mode.SELF_PERFORMED,
            Instant.parse("2026-08-01T00:00:00Z"));
    private static final AssistanceId HELP = new AssistanceId("a");
    private static final AssistanceId OTHER_HELP = new AssistanceId("b");

    private static Map<String, Long> figures(int version, DomainEvent... events) {
        Indicators indicators = new Indicators(version, RIVER, new Quarter(2026, 3), QuarterCalendar.CALENDAR);
        IntStream.range(0, events.length).forEach(position -> indicators.on(position, events[position]));
        Map<String, Long> figures = new TreeMap<>();
        indicators.figures().forEach(figure -> figures.put(figure.code(), figure.value()));
        return figures;
    }

    private static AssistanceRecorded recorded(AssistanceId help) {
        return new AssistanceRecorded(
                help, RIVER, HOUSEHOLD, List.of(), CONTENT, List.of(ServiceCategory.VNEID), null, null);
    }

    private static AssistanceResultsStated told(AssistanceId help, AssistanceResult... results) {
        return new AssistanceResultsStated(help, RIVER, HOUSEHOLD, List.of(results));
    }

    private static AssistanceResult confirmed(int count) {
        return new AssistanceResult(ResultKind.SKILLS_CONFIRMED, count);
    }

    private static Holding held(int attendance, @Nullable Integer newcomers) {
        return new Holding(LocalDate.of(2026, 8, 1), attendance, CountBasis.SIGNED_LIST, List.of(), newcomers);
    }

    private static OutreachHeld session(String id, int attendance, @Nullable Integer newcomers) {
        return new OutreachHeld(new OutreachId(id), RIVER, UNIT, held(attendance, newcomers));
    }

    @Test
    void aResultThatNobodyToldIsNotKnownAndZeroIsANumber() {
        assertThat(figures(6, recorded(HELP))).doesNotContainKeys("R.skills-confirmed", "P04");
        assertThat(figures(6, recorded(HELP), told(HELP, confirmed(0))))
                .containsEntry("R.skills-confirmed", 0L)
                .doesNotContainKey("R.online-shop");
    }

    @Test
    void resultsAddUpBesideTheEffort() {
        assertThat(figures(
                        6,
                        recorded(HELP),
                        told(HELP, new AssistanceResult(ResultKind.PAYMENT_ACCOUNT, 1), confirmed(2)),
                        recorded(OTHER_HELP),
                        told(OTHER_HELP, confirmed(3))))
                .containsEntry("R.skills-confirmed", 5L)
                .containsEntry("R.payment-account", 1L)
                .containsEntry("H05", 2L)
                .containsEntry("S.vneid", 2L);
    }

    @Test
    void theLastStatementCountsAsAWholeThroughCorrectionsAndNotOfAVoidedRecord() {
        AssistanceCorrected corrected =
                new AssistanceCorrected(HELP, RIVER, HOUSEHOLD, null, CONTENT, List.of(ServiceCategory.VNEID), null);
        DomainEvent[] events = {
            recorded(HELP),
            told(HELP, new AssistanceResult(ResultKind.ONLINE_SHOP, 1), confirmed(2)),
            corrected,
            told(HELP, confirmed(1)),
            corrected,
            new AssistanceVoided(HELP, RIVER, HOUSEHOLD),
        };
        assertThat(figures(6, List.of(events).subList(0, 3).toArray(DomainEvent[]::new)))
                .containsEntry("R.online-shop", 1L)
                .containsEntry("R.skills-confirmed", 2L);
        assertThat(figures(6, List.of(events).subList(0, 5).toArray(DomainEvent[]::new)))
                .containsEntry("R.skills-confirmed", 1L)
                .doesNotContainKey("R.online-shop");
        assertThat(figures(6, events)).doesNotContainKey("R.skills-confirmed").containsEntry("H05", 0L);
        assertThat(figures(6, recorded(HELP), told(HELP, confirmed(2)), told(HELP)))
                .doesNotContainKey("R.skills-confirmed");
    }

    @Test
    void peopleReachedCountOnceWhereItWasTold() {
        assertThat(figures(6, session("a", 40, 25), session("b", 30, null), session("c", 10, 0)))
                .containsEntry("P02", 80L)
                .containsEntry("P04", 25L)
                .containsEntry("P04.unsure", 30L);
        assertThat(figures(
                        6,
                        session("a", 40, null),
                        new OutreachCorrected(new OutreachId("a"), RIVER, UNIT, held(40, 40))))
                .containsEntry("P04", 40L)
                .containsEntry("P04.unsure", 0L);
    }

    @Test
    void earlierVersionsStayAsTheyWere() {
        DomainEvent[] events = {recorded(HELP), told(HELP, confirmed(2)), session("a", 40, 25)};
        assertThat(figures(5, events).keySet()).noneMatch(code -> code.startsWith("R.") || code.startsWith("P04"));
        assertThat(figures(5, events)).isEqualTo(figures(5, recorded(HELP), session("a", 40, null)));
        Indicators indicators = new Indicators(5, RIVER, new Quarter(2026, 3), QuarterCalendar.CALENDAR);
        IntStream.range(0, events.length).forEach(position -> indicators.on(position, events[position]));
        assertThat(indicators.evidence().get("H05"))
                .extracting(Indicators.Counted::positions)
                .containsExactly(List.of(0L));
    }
}
