package vn.soto.domain.shared;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.audit.FrameRecord;
import vn.soto.contracts.period.ApplicablePeriods;
import vn.soto.contracts.recognition.RoundFacts;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/**
 * Facts of the ledger beyond the aggregates for reports and rounds of recognition: a team's figures with
 * {@link vn.soto.contracts.report.Indicators}, and possible recipients.
 */
public interface ReportFigures {

    /**
     * @param periods that apply to the team
     * @param last    last quarter of a team that was dissolved; absent while it goes on
     */
    Pinned derive(TeamId team, Quarter quarter, ApplicablePeriods periods, @Nullable Quarter last);

    /**
     * The ids behind the distinct figures of a team's report, by code.
     *
     * @param periods that apply to the team
     * @param before number of the last commit that counts
     */
    Map<String, Set<String>> distinct(TeamId team, Quarter quarter, ApplicablePeriods periods, long before);

    /** The teams that ever covered what lies, or ever lay, in a unit or in a unit that became part of it. */
    Set<TeamId> teamsEverIn(UnitId unit);

    /** The units above the residential ones that lie, or ever lay, in a unit or in a unit that became part of it. */
    Set<UnitId> unitsEverIn(UnitId unit);

    /**
     * The ledger's facts about teams up to a commit, for rounds of recognition.
     *
     * @param commit number of the last commit that counts
     */
    RoundFacts recorded(List<TeamId> teams, long commit);

    /**
     * The wanted records of help on those days that stand, up to the last commit. They are of the teams that ever
     * covered the contents of a unit. None if there are more than {@code most}, which is found without reading them.
     */
    RecordedHelp helpIn(UnitId unit, QuarterDays days, BiPredicate<TeamId, AssistanceId> wanted, int most);

    /** The decision of this command rests on what is recorded of the teams up to a commit: it conflicts with more. */
    void restOn(List<TeamId> teams, Pin pin);

    /** The last commit there is. */
    Pin pin();

    /**
     * A commit.
     *
     * @param chain its chain hash, 64 hexadecimal digits
     */
    record Pin(long number, String chain) {}

    /** Records of help, as they stand at a commit. */
    record RecordedHelp(List<FrameRecord> records, Pin pin) {

        public RecordedHelp {
            records = List.copyOf(records);
        }
    }

    /**
     * Figures pinned to the last commit from which they derive.
     *
     * @param figures of what happened in the period and was recorded in time
     * @param carried figures of late events of an earlier period, which was closed before, without zeros
     */
    record Pinned(List<Figure> figures, List<Figure> carried, Pin pin) {

        public Pinned {
            figures = List.copyOf(figures);
            carried = List.copyOf(carried);
        }
    }
}
