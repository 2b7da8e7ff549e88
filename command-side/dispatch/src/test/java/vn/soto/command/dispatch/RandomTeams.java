package vn.soto.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.period.ApplicablePeriods;
import vn.soto.contracts.period.ReportingPeriods;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.ReportFigures.Pin;
import vn.soto.domain.shared.ReportFigures.Pinned;
import vn.soto.ledger.StoredEvent;

/** A ledger of random events of some teams, and what reports derive of them. */
abstract class RandomTeams extends AppendedEvents {

    static final ApplicablePeriods PERIODS = ApplicablePeriods.of(ReportingPeriods.NONE, QuarterCalendar.CALENDAR);
    static final int TEAMS = 7;
    static final UnitId UNIT = new UnitId("hamlet");

    private static final List<Quarter> QUARTERS =
            Stream.iterate(new Quarter(2025, 1), Quarter::next).limit(7).toList();

    private final Map<String, Indicators> folded = new HashMap<>();
    private long foldedTo = -1;

    final List<AssistanceRecorded> records = new ArrayList<>();
    List<CreditShare> helpers = List.of();

    static TeamId team(int number) {
        return new TeamId("team-" + number);
    }

    private static final List<Channel> CHANNELS = List.of(Channel.values());

    private static AssistanceContent content(Random random) {
        return new AssistanceContent(
                List.of(new ServiceCode("service-" + random.nextInt(3))),
                CHANNELS.get(random.nextInt(CHANNELS.size())),
                Mode.DEMONSTRATED,
                VietnamTime.start(LocalDate.of(2025, 1, 1).plusDays(random.nextInt(600))));
    }

    private DomainEvent any(Random random) {
        TeamId team = team(random.nextInt(TEAMS));
        int kind = records.isEmpty() ? 0 : random.nextInt(10);
        if (kind < 6) {
            AssistanceRecorded recorded = new AssistanceRecorded(
                    new AssistanceId("a-" + records.size()),
                    team,
                    Beneficiary.of(new HouseholdId("h-" + random.nextInt(20)), UNIT),
                    helpers,
                    content(random),
                    List.of(ServiceCategory.VNEID),
                    null,
                    null);
            records.add(recorded);
            return recorded;
        }
        AssistanceRecorded record = records.get(random.nextInt(records.size()));
        return switch (kind) {
            case 6 -> new AssistanceVoided(record.assistance(), record.team(), record.beneficiary());
            case 7 ->
                new AssistanceCorrected(
                        record.assistance(),
                        record.team(),
                        record.beneficiary(),
                        null,
                        content(random),
                        List.of(ServiceCategory.LEARNING),
                        null);
            case 8 ->
                new HouseholdAssigned(
                        new HouseholdId("h-" + random.nextInt(20)),
                        UNIT,
                        new Responsible(team, new MemberId("lan")),
                        LocalDate.of(2025, 1, 1).plusDays(random.nextInt(600)));
            default ->
                new HouseholdReassigned(
                        new HouseholdId("h-" + random.nextInt(20)),
                        UNIT,
                        new Responsible(team(random.nextInt(TEAMS)), new MemberId("lan")),
                        new Responsible(team, new MemberId("minh")),
                        LocalDate.of(2025, 1, 1).plusDays(random.nextInt(600)));
        };
    }

    final void fill(long seed, int events) {
        Random random = new Random(seed);
        IntStream.range(0, events).forEach(i -> append(any(random)));
    }

    /** The same at one commit for every index that is compared there. */
    private List<Figure> fold(TeamId team, Quarter quarter) {
        if (foldedTo != ledger.tail().number()) {
            foldedTo = ledger.tail().number();
            folded.clear();
            for (StoredEvent stored : ledger.events(0, Integer.MAX_VALUE)) {
                DomainEvent event =
                        CODEC.decode(stored.event().type(), stored.event().payload());
                IntStream.range(0, TEAMS)
                        .mapToObj(RandomTeams::team)
                        .filter(each -> stored.event().tags().contains("team:" + each))
                        .forEach(each ->
                                QUARTERS.forEach(in -> indicators(each, in).on(stored.position(), event)));
            }
        }
        return indicators(team, quarter).figures();
    }

    private Indicators indicators(TeamId team, Quarter quarter) {
        return folded.computeIfAbsent(
                team + " " + quarter, _ -> new Indicators(team, quarter, QuarterCalendar.CALENDAR));
    }

    final void compare(TeamIndex index, String as) {
        LedgerReportFigures figures = new LedgerReportFigures(index);
        for (int number = 0; number < TEAMS; number++) {
            TeamId team = team(number);
            for (Quarter quarter : QUARTERS) {
                assertThat(figures.derive(team, quarter, PERIODS, null))
                        .as("%s %s %s", as, team, quarter)
                        .isEqualTo(new Pinned(
                                fold(team, quarter),
                                List.of(),
                                new Pin(
                                        ledger.tail().number(),
                                        ledger.tail().chain().toString())));
            }
        }
    }
}
