package vn.soto.query.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.query.report.ReportTotals.CountedReport;
import vn.soto.query.report.UnitReportsView.AuthorityLine;
import vn.soto.query.report.UnitReportsView.LevelLine;
import vn.soto.query.report.UnitReportsView.Oldest;
import vn.soto.query.report.UnitReportsView.UnitReportLine;
import vn.soto.query.unit.UnitLine;
import vn.soto.query.unit.UnitOnDay;
import vn.soto.web.VietnameseOrder;

/** The progress of an area's reports by recipient, and by the level that they come from. */
final class ReportAuthorities {

    private final UnitOnDay area;
    private final LocalDate today;
    private final Map<String, UnitOnDay> units = new LinkedHashMap<>();
    private final Map<String, String> above = new HashMap<>();
    private final List<Sent> sent = new ArrayList<>();

    /**
     * A report on its way.
     *
     * @param level    kind of the unit that reports; absent for a team
     * @param receiver unit that accepts it
     */
    private record Sent(
            CountedReport report,
            @Nullable TeamId team,
            @Nullable UnitId through,
            String name,
            @Nullable UnitKind level,
            String receiver) {

        long waiting() {
            return report.waitingDays() == null ? -1 : report.waitingDays();
        }
    }

    ReportAuthorities(UnitOnDay area, LocalDate today) {
        this.area = area;
        this.today = today;
        units.put(area.id(), area);
    }

    void team(PlacedReport report) {
        List<UnitOnDay> line = report.line();
        int at = line.stream().map(UnitOnDay::id).toList().indexOf(area.id());
        for (int below = at + 1; at >= 0 && below < line.size(); below++) {
            units.putIfAbsent(line.get(below).id(), line.get(below));
            above.putIfAbsent(line.get(below).id(), line.get(below - 1).id());
        }
        if (at >= 0) {
            sent.add(new Sent(
                    report,
                    new TeamId(report.team()),
                    null,
                    report.name(),
                    null,
                    line.getLast().id()));
        }
    }

    /** A report of a unit below; before the first submission it is due to the unit above. */
    void unit(UnitReportLine report) {
        UnitLine unit = report.unit();
        String receiver = report.recipient() == null
                ? above.get(unit.unit().value())
                : report.recipient().value();
        if (receiver != null && units.containsKey(receiver)) {
            sent.add(new Sent(report, null, unit.unit(), unit.name(), unit.kind(), receiver));
        }
    }

    /** From the top down, then by name; without those to whom nothing goes. */
    List<AuthorityLine> authorities() {
        List<AuthorityLine> lines = units.values().stream()
                .map(unit -> new AuthorityLine(UnitLine.of(unit), totals(to(unit.id())), oldest(to(unit.id()))))
                .filter(line -> line.totals().reports() > 0)
                .toList();
        return VietnameseOrder.sorted(
                        lines,
                        line -> line.unit().name(),
                        line -> line.unit().unit().value())
                .stream()
                .sorted(Comparator.comparing(line -> line.unit().kind(), UnitKind.TOP_DOWN))
                .toList();
    }

    /** Teams first, then the units from the bottom up. */
    List<LevelLine> levels() {
        List<Sent> teams = sent.stream().filter(each -> each.level == null).toList();
        List<LevelLine> lines = new ArrayList<>();
        if (!teams.isEmpty()) {
            lines.add(new LevelLine(null, totals(teams), oldest(teams)));
        }
        sent.stream()
                .flatMap(each -> Optional.ofNullable(each.level).stream())
                .distinct()
                .sorted(UnitKind.TOP_DOWN.reversed())
                .map(this::level)
                .forEach(lines::add);
        return lines;
    }

    private LevelLine level(UnitKind kind) {
        List<Sent> units = sent.stream().filter(each -> each.level == kind).toList();
        return new LevelLine(kind, totals(units), oldest(units));
    }

    private List<Sent> to(String unit) {
        return sent.stream().filter(each -> each.receiver.equals(unit)).toList();
    }

    private ReportTotals totals(List<Sent> reports) {
        return ReportTotals.of(reports.stream().map(Sent::report).toList(), today);
    }

    private static @Nullable Oldest oldest(List<Sent> reports) {
        return reports.stream()
                .filter(each -> each.waiting() >= 0)
                .max(Comparator.comparingLong(Sent::waiting).thenComparing(Sent::name, Comparator.reverseOrder()))
                .map(each -> new Oldest(each.team, each.through, each.name, each.waiting()))
                .orElse(null);
    }
}
