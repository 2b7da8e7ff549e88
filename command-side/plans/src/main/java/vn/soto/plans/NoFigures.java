package vn.soto.plans;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.period.ApplicablePeriods;
import vn.soto.contracts.recognition.RoundFacts;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.ReportFigures;

/**
 * The figures of reports in a dry run, whose events nobody keeps: there are none. The recipients of reports are read
 * from the ledger.
 *
 * @param origin of the ledger
 */
record NoFigures(String origin, ReportFigures recorded) implements ReportFigures {

    @Override
    public Pinned derive(TeamId team, Quarter quarter, ApplicablePeriods periods, @Nullable Quarter last) {
        return new Pinned(List.of(), List.of(), pin());
    }

    @Override
    public Map<String, Set<String>> distinct(TeamId team, Quarter quarter, ApplicablePeriods periods, long before) {
        return Map.of();
    }

    @Override
    public Set<TeamId> teamsEverIn(UnitId unit) {
        return recorded.teamsEverIn(unit);
    }

    @Override
    public Set<UnitId> unitsEverIn(UnitId unit) {
        return recorded.unitsEverIn(unit);
    }

    /**
     * The recorded facts; the pin of a dry run stands for the last commit. Events of the dry run itself are not among
     * them.
     */
    @Override
    public RoundFacts recorded(List<TeamId> teams, long commit) {
        return recorded.recorded(teams, commit == 0 ? recorded.pin().number() : commit);
    }

    @Override
    public void restOn(List<TeamId> teams, Pin pin) {
        // nothing that is decided is kept
    }

    @Override
    public RecordedHelp helpIn(UnitId unit, QuarterDays days, BiPredicate<TeamId, AssistanceId> wanted, int most) {
        return new RecordedHelp(recorded.helpIn(unit, days, wanted, most).records(), pin());
    }

    @Override
    public Pin pin() {
        return new Pin(0, origin);
    }
}
