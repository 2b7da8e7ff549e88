package vn.soto.query.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.reading.Reader;
import vn.soto.query.report.ReportTotals.CountedReport;
import vn.soto.query.report.UnitReportsView.Acceptance;
import vn.soto.query.report.UnitReportsView.Latest;
import vn.soto.query.report.UnitReportsView.TeamReport;
import vn.soto.query.subject.IdKind;
import vn.soto.query.unit.UnitOnDay;
import vn.soto.web.EndpointRight;

/** The report of a team as known at a commit, and the units that it goes through. Not thread-safe. */
final class PlacedReport implements CountedReport {

    private final String team;
    private final String name;
    private final @Nullable MemberId leader;
    private final Report report;
    private final List<UnitOnDay> line;
    private final List<List<UnitOnDay>> earlier;
    private final LocalDate usuallyDue;
    private final LocalDate today;
    private final Supplier<OptionalInt> differing;

    /**
     * @param leader     of the team now; absent if it has none
     * @param line       units above the team's report, the topmost first; its last is the commune that accepts it
     * @param earlier    the same of each commune to which an earlier version was submitted and that has reported since
     * @param usuallyDue last day on which a first version would be in time
     * @param differing  as in {@link TeamReport}; asked for once, where it is needed
     */
    PlacedReport(
            String team,
            String name,
            @Nullable MemberId leader,
            Report report,
            List<UnitOnDay> line,
            List<List<UnitOnDay>> earlier,
            LocalDate usuallyDue,
            LocalDate today,
            Supplier<OptionalInt> differing) {
        this.team = team;
        this.name = name;
        this.leader = leader;
        this.report = report;
        this.line = line;
        this.earlier = earlier;
        this.usuallyDue = usuallyDue;
        this.today = today;
        this.differing = SingletonSupplier.of(differing);
    }

    String team() {
        return team;
    }

    String name() {
        return name;
    }

    Report report() {
        return report;
    }

    List<UnitOnDay> line() {
        return line;
    }

    /** The commune that accepts it; empty if the team's area lies in none. */
    Optional<UnitOnDay> recipient() {
        return line.isEmpty() ? Optional.empty() : Optional.of(line.getLast());
    }

    /** The units of the line below a unit. */
    List<UnitOnDay> below(String unit) {
        return below(unit, line);
    }

    /** The same with those that the report was submitted to before. */
    Stream<UnitOnDay> everBelow(String unit) {
        return Stream.concat(Stream.of(line), earlier.stream()).flatMap(each -> below(unit, each).stream());
    }

    private static List<UnitOnDay> below(String unit, List<UnitOnDay> line) {
        List<String> ids = line.stream().map(UnitOnDay::id).toList();
        return ids.contains(unit) ? line.subList(ids.indexOf(unit) + 1, line.size()) : List.of();
    }

    boolean submitted() {
        return !report.versions().isEmpty();
    }

    @Override
    public ReportState state() {
        return report.state();
    }

    @Override
    public boolean late() {
        return submitted() && report.versions().getFirst().late();
    }

    @Override
    public LocalDate dueOn() {
        return report.latest().map(Report.Version::dueOn).orElse(usuallyDue);
    }

    @Override
    public @Nullable Long waitingDays() {
        return report.waiting(today);
    }

    @Override
    public @Nullable Integer differing() {
        OptionalInt known = differing.get();
        return known.isEmpty() ? null : (Integer) known.getAsInt();
    }

    @Nullable
    Acceptance accepted() {
        return Acceptance.of(report.acceptance(), report::hash);
    }

    /** Absent also for a reader who may not know the team's members. */
    private @Nullable MemberId shownLeader() {
        return Reader.current().reaches(EndpointRight.SUPPORT, IdKind.TEAM, team) ? leader : null;
    }

    /** @param undecided as in {@link TeamReport} */
    TeamReport view(boolean undecided) {
        Optional<Report.Version> version = report.latest();
        Report.@Nullable Version latest = version.isPresent() ? version.get() : null;
        return new TeamReport(
                new TeamId(team),
                name,
                shownLeader(),
                latest == null ? ReportView.Status.DRAFT : ReportView.Status.SUBMITTED,
                late(),
                latest == null
                        ? null
                        : new Latest(latest.version(), latest.commit(), latest.at(), latest.submittedBy()),
                latest == null ? null : latest.figures(),
                state(),
                dueOn(),
                latest == null ? null : latest.hash(),
                recipient().map(to -> new UnitId(to.id())).orElse(null),
                undecided ? true : null,
                waitingDays(),
                accepted(),
                differing());
    }
}
