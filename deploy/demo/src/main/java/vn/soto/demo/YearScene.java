package vn.soto.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.goal.Bound;
import vn.soto.contracts.goal.CampaignId;
import vn.soto.contracts.goal.Goal;
import vn.soto.contracts.goal.IndicatorGoal;
import vn.soto.contracts.goal.Measure;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.ReasonCode;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.goal.CampaignCommand.PlanCampaign;
import vn.soto.domain.goal.TargetCommand.SetTarget;
import vn.soto.domain.report.ReportCommand.AcceptReport;
import vn.soto.domain.report.ReportCommand.AnnotateReport;
import vn.soto.domain.report.ReportCommand.ReturnReport;
import vn.soto.domain.report.ReportCommand.SubmitQuarterlyReport;
import vn.soto.domain.report.UnitReportCommand.AcceptUnitReport;
import vn.soto.domain.report.UnitReportCommand.SubmitUnitReport;
import vn.soto.domain.shared.Command;
import vn.soto.domain.unit.UnitCommand.MergeUnits;

/**
 * The year after the reform: four quarters whose reports go up the line. One is returned and sent again, one late, one accepted
 * before a record of its quarter arrives, and one team sends none. A commune misses its target.
 */
final class YearScene implements Scene {

    static final List<Quarter> QUARTERS =
            List.of(new Quarter(2025, 3), new Quarter(2025, 4), new Quarter(2026, 1), new Quarter(2026, 2));

    /** More than the teams of any commune do. */
    static final long TARGET = 400;

    private static final String OFFICER = "demo-officer";
    private static final Instrument PLAN = new Instrument("DEMO-KH/2025", LocalDate.of(2025, 9, 25));
    private static final QuarterCalendar CALENDAR = QuarterCalendar.CALENDAR;
    private static final int DAYS_BETWEEN_RECORDS = 9;

    private final List<Crew> crews;
    private final Chance chance;
    private final List<UnitId> communes;

    YearScene(List<Crew> crews, Chance chance) {
        this.crews = crews.stream().filter(crew -> crew.number != Story.SILENT).toList();
        this.chance = chance;
        this.communes = crews.stream()
                .flatMap(crew -> commune(crew).stream())
                .distinct()
                .toList();
    }

    /** The commune that took over the one in which the team was founded; none if that was split. */
    static Optional<UnitId> commune(Crew crew) {
        return DemoReform.reorganisation().commands().stream()
                .filter(MergeUnits.class::isInstance)
                .map(MergeUnits.class::cast)
                .filter(merger -> merger.from().contains(crew.neighbourhood.commune()))
                .map(MergeUnits::unit)
                .findFirst();
    }

    @Override
    public void play(LocalDate day, Stage stage) {
        crews.stream()
                .filter(crew -> (day.toEpochDay() + crew.number) % DAYS_BETWEEN_RECORDS == 0)
                .forEach(crew -> help(crew, day, day, stage));
        ambitions(day, stage);
        for (Quarter quarter : QUARTERS) {
            LocalDate last = CALENDAR.lastDay(quarter);
            if (day.isAfter(last) && day.isBefore(last.plusDays(30))) {
                int after = Math.toIntExact(day.toEpochDay() - last.toEpochDay());
                crews.forEach(crew -> report(crew, quarter, after, day, stage));
                consolidate(quarter, after, day, stage);
            }
        }
    }

    private void help(Crew crew, LocalDate helped, LocalDate day, Stage stage) {
        Instant at = VietnamTime.start(day).plusSeconds(17 * 3600L + chance.between(0, 3600));
        var content = new AssistanceContent(
                List.of(ServiceCode.generic(ServiceCategory.VNEID)),
                Channel.PUBLIC_SERVICE_CENTRE,
                Mode.SELF_PERFORMED,
                VietnamTime.start(helped).plusSeconds(9 * 3600L));
        var id = chance.id(at);
        stage.send(
                at,
                crew.leaderAccount(),
                id,
                new RecordAssistance(
                        new AssistanceId(id.toString()),
                        crew.id(),
                        null,
                        null,
                        crew.unit(),
                        List.of(helper(crew, helped).id),
                        content,
                        null,
                        helped.equals(day) ? null : ReasonCode.OFFLINE.name()),
                crew.id().value());
    }

    /** One who stays with the team. */
    private static Volunteer helper(Crew crew, LocalDate day) {
        return crew.volunteers.stream()
                .filter(volunteer -> volunteer.activeOn(day))
                .findFirst()
                .orElseThrow();
    }

    private void ambitions(LocalDate day, Stage stage) {
        UnitId commune = communes.getFirst();
        if (day.equals(CALENDAR.firstDay(QUARTERS.get(1)))) {
            Goal goal = new Goal(Bound.AT_LEAST, TARGET, Measure.COUNT);
            send(8, OFFICER, new SetTarget(commune, QUARTERS.get(1), "H05", goal, PLAN), day, stage);
            send(9, OFFICER, campaign(commune, day), day, stage);
        }
    }

    private PlanCampaign campaign(UnitId commune, LocalDate day) {
        CampaignId campaign = new CampaignId(chance.id(VietnamTime.start(day)).toString());
        List<IndicatorGoal> goals = List.of(new IndicatorGoal("S.vneid", new Goal(Bound.AT_LEAST, 3, Measure.COUNT)));
        return new PlanCampaign(campaign, commune, "Ngày Chuyển đổi số quốc gia", day, day.plusDays(14), goals, PLAN);
    }

    /** @param after days since the quarter's last */
    private void report(Crew crew, Quarter quarter, int after, LocalDate day, Stage stage) {
        boolean first = quarter.equals(QUARTERS.getFirst());
        boolean returned = first && crew.number == Story.TWICE;
        int sent = crew.number == Story.LATE && quarter.equals(QUARTERS.get(1)) ? 13 : 1 + crew.number % 4;
        if (after == sent) {
            submit(crew, quarter, null, day, stage);
        }
        if (returned) {
            returned(crew, quarter, after, day, stage);
        } else if (after == sent + 5) {
            send(10, OFFICER, new AcceptReport(crew.id(), quarter, "1"), day, stage);
        }
        if (after == 14 && quarter.equals(QUARTERS.get(2)) && crew.number == Story.BUSIEST) {
            help(crew, CALENDAR.lastDay(quarter), day, stage);
        }
    }

    private void submit(Crew crew, Quarter quarter, @Nullable String reason, LocalDate day, Stage stage) {
        send(8, crew.leaderAccount(), new SubmitQuarterlyReport(crew.id(), quarter, reason), day, stage);
    }

    private void returned(Crew crew, Quarter quarter, int after, LocalDate day, Stage stage) {
        switch (after) {
            case 6 ->
                send(
                        10,
                        OFFICER,
                        new ReturnReport(crew.id(), quarter, "1", ReasonCode.TEXT_INCOMPLETE.name()),
                        day,
                        stage);
            case 7 -> {
                String difficulties = "Nhiều hộ đi làm xa, chỉ gặp được vào buổi tối.";
                send(7, crew.leaderAccount(), new AnnotateReport(crew.id(), quarter, difficulties, null), day, stage);
                submit(crew, quarter, ReasonCode.MISSING_ENTRY.name(), day, stage);
            }
            case 8 -> send(10, OFFICER, new AcceptReport(crew.id(), quarter, "2"), day, stage);
            default -> {
                // waits
            }
        }
    }

    private void consolidate(Quarter quarter, int after, LocalDate day, Stage stage) {
        if (after == 10) {
            communes.forEach(commune -> send(11, OFFICER, new SubmitUnitReport(commune, quarter, null), day, stage));
        } else if (after == 11) {
            communes.forEach(commune -> send(11, OFFICER, new AcceptUnitReport(commune, quarter, "1"), day, stage));
        } else if (after == 12 && quarter.equals(QUARTERS.getLast())) {
            send(11, OFFICER, new SubmitUnitReport(Story.CITY, quarter, null), day, stage);
        }
    }

    private void send(int hour, String actor, Command command, LocalDate day, Stage stage) {
        Instant at = VietnamTime.start(day).plusSeconds(hour * 3600L + chance.between(0, 1800));
        stage.send(at, actor, chance.id(at), command, ScriptStep.ALONE);
    }
}
