package vn.soto.query.detection;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import vn.soto.contracts.audit.FrameRecord;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.query.team.TeamsOfQuarter;

/** The records of help from which a sample of a unit's quarter is drawn, as known at a commit. */
@Component
public record QuarterRecords(Traces traces, TeamsOfQuarter working) {

    /** @param teams that have records there, besides those that work in the unit in the quarter */
    public List<FrameRecord> in(String unit, Collection<String> teams, QuarterDays days, long asOf) {
        Set<String> all = new TreeSet<>(teams);
        all.addAll(working.of(unit, days, days.lastDay(), asOf).teams().keySet());
        return all.stream()
                .flatMap(team -> traces.of(team, days, asOf).help().stream()
                        .filter(help -> !help.member().isEmpty())
                        .map(help -> new FrameRecord(help.assistance(), new TeamId(team), new MemberId(help.member()))))
                .toList();
    }
}
