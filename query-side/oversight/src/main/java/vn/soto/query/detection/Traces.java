package vn.soto.query.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.report.CountedEvent;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.TeamId;
import vn.soto.query.outreach.Outreach;
import vn.soto.query.report.TeamHelp;

/** The records of teams that detectors see, as known at a commit: those that figures count. */
@Component
record Traces(TeamHelp counted, Outreach outreach) {

    private static final Comparator<HelpRow> IN_ORDER =
            Comparator.comparing(HelpRow::occurredAt).thenComparing(HelpRow::assistance);

    TeamQuarter of(String id, QuarterDays days, long asOf) {
        TeamId team = new TeamId(id);
        List<HelpRow> help = new ArrayList<>();
        List<HelpRow> undone = new ArrayList<>();
        counted.of(team, days).values().forEach(record -> {
            List<CountedEvent> known = record.stream()
                    .filter(one -> HelpRow.entered(one).commit() <= asOf)
                    .toList();
            Optional<HelpRow> row = HelpRow.of(known).filter(each -> days.contains(each.day()));
            if (row.isPresent()) {
                if (!(known.getLast().event() instanceof AssistanceVoided)) {
                    help.add(row.get());
                } else if (row.get().isUndoneBy(known.getLast())) {
                    undone.add(row.get());
                }
            }
        });
        help.sort(IN_ORDER);
        undone.sort(IN_ORDER);
        return new TeamQuarter(
                team,
                days,
                help,
                undone,
                outreach.held(List.of(id), days, asOf).stream()
                        .map(SessionRow::of)
                        .sorted(Comparator.comparing(SessionRow::session))
                        .toList());
    }
}
