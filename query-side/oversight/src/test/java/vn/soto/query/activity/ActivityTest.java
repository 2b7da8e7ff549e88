package vn.soto.query.activity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected.Moved;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.period.StoredQuarters;
import vn.soto.query.testing.PlainEvents;
import vn.soto.query.testing.ReadModelScenario;
import vn.soto.query.testing.ReadModelScenario.Query;

final class ActivityTest {

    private static final StoredQuarters STORED = new StoredQuarters(QuarterCalendar.CALENDAR);
    private static final UnitId UNIT = new UnitId("hamlet");
    private static final TeamId TEAM = new TeamId("river");
    private static final Instant JULY = Instant.parse("2026-07-15T03:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-15T03:00:00Z");

    private final ReadModelScenario activity = ReadModelScenario.of(new ActivityProjector(STORED));

    private static AssistanceId id(int number) {
        return new AssistanceId("a-" + number);
    }

    private static Beneficiary household(String household) {
        return Beneficiary.of(new HouseholdId(household), UNIT);
    }

    private static AssistanceContent content(Channel channel, Instant at) {
        return PlainEvents.content(channel, Mode.DEMONSTRATED, at);
    }

    private static AssistanceRecorded recorded(int number, String household) {
        return PlainEvents.help(id(number).value(), TEAM, household(household), content(Channel.ZALO, JULY));
    }

    private static AssistanceCorrected corrected(int number, String household, Channel channel, Instant at) {
        return PlainEvents.corrected(id(number).value(), TEAM, household(household), content(channel, at));
    }

    private static Query<Totals> totals(String quarter) {
        return totals("hamlet", quarter);
    }

    private static Query<Totals> totals(String unit, String quarter) {
        return (documents, asOf) -> {
            ActivitySum sum = new ActivitySum();
            new LoggedQuarterHelp(documents, STORED, new LoggedQuarterHelp.KnownSums(), Quarter.parse(quarter), asOf)
                    .add(Map.of(unit, sum));
            return sum.totals();
        };
    }

    private static final Query<Totals> Q3 = totals("2026-Q3");
    private static final Query<Totals> Q2 = totals("2026-Q2");

    private static Totals of(long records, long households, Channel channel) {
        return new Totals(
                records,
                households,
                Map.of("VNEID", records),
                Map.of(channel.name(), records),
                Map.of("DEMONSTRATED", records),
                0,
                0,
                Map.of("HOUSEHOLD", records),
                Map.of("DONE", records),
                Map.of(),
                Map.of("vneid", records));
    }

    @Test
    void countsARecordEachTimeAndAHouseholdOnce() {
        activity.given(recorded(1, "h"))
                .given(recorded(2, "h"))
                .given(recorded(3, "other"))
                .when(Q3)
                .expect(of(3, 2, Channel.ZALO));
    }

    @Test
    void aCorrectionMovesARecordToItsQuarter() {
        activity.given(recorded(1, "h")).given(corrected(1, "h", Channel.HOME_VISIT, APRIL));
        activity.when(Q3).expect(Totals.NONE);
        activity.when(Q2).expect(of(1, 1, Channel.HOME_VISIT));
        activity.whenAsOf(1, Q3).expect(of(1, 1, Channel.ZALO));
        activity.whenAsOf(1, Q2).expect(Totals.NONE);
    }

    @Test
    void theHouseholdThatWasHelpedByMistakeCountsForTheRightOneInItsOwnHamlet() {
        Beneficiary right = Beneficiary.of(new HouseholdId("far"), new UnitId("far-hamlet"));
        activity.given(recorded(1, "h"))
                .given(recorded(2, "h"))
                .given(new AssistanceCorrected(
                        id(1),
                        TEAM,
                        right,
                        null,
                        content(Channel.ZALO, JULY),
                        List.of(ServiceCategory.VNEID),
                        null,
                        new Moved(household("h"), null),
                        null,
                        List.of()));
        activity.when(Q3).expect(of(1, 1, Channel.ZALO));
        activity.when(totals("far-hamlet", "2026-Q3")).expect(of(1, 1, Channel.ZALO));
        activity.whenAsOf(2, Q3).expect(of(2, 1, Channel.ZALO));
        activity.whenAsOf(2, totals("far-hamlet", "2026-Q3")).expect(Totals.NONE);

        activity.given(new AssistanceVoided(id(1), TEAM, right));
        activity.when(totals("far-hamlet", "2026-Q3")).expect(Totals.NONE);
    }

    @Test
    void aVoidedRecordCountsForNothing() {
        activity.given(recorded(1, "h"))
                .given(recorded(2, "h"))
                .given(new AssistanceVoided(id(1), TEAM, household("h")))
                .when(Q3)
                .expect(of(1, 1, Channel.ZALO));
    }

    @Test
    void totalsOverManyPagesAreKnownAsOfEachCommit() {
        IntStream.range(0, 200).forEach(number -> activity.given(recorded(number, "h-" + number)));
        for (int commit : List.of(1, 63, 64, 65, 127, 128, 129, 200)) {
            activity.whenAsOf(commit, Q3).expect(of(commit, commit, Channel.ZALO));
        }
    }
}
