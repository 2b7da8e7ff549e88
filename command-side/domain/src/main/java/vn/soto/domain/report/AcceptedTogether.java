package vn.soto.domain.report;

import static vn.soto.domain.report.ReportSampleRule.REPORTS_ACCEPTED_TOGETHER_REST_ON_A_SAMPLE;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import vn.soto.contracts.report.ReportSampleEvent;
import vn.soto.domain.report.ReportCommand.AcceptReport;
import vn.soto.domain.report.UnitReportCommand.AcceptUnitReport;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.RuleViolatedException;

/** Acceptances that one request gives: at most as many as a sample has, since whoever accepts more opens a sample before. */
public final class AcceptedTogether {

    private static final Set<Class<? extends Command>> ACCEPTANCES = Set.of(AcceptReport.class, AcceptUnitReport.class);

    private AcceptedTogether() {}

    public static boolean isAcceptance(Class<? extends Command> command) {
        return ACCEPTANCES.contains(command);
    }

    /** Why the acceptances among the commands of one request are refused; empty if they are few. */
    public static Optional<RuleViolatedException> refusal(Collection<? extends Class<? extends Command>> commands) {
        return commands.stream().filter(AcceptedTogether::isAcceptance).count() > ReportSampleEvent.SIZE
                ? Optional.of(REPORTS_ACCEPTED_TOGETHER_REST_ON_A_SAMPLE.refused(ReportSampleEvent.SIZE))
                : Optional.empty();
    }
}
