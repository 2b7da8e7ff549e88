package vn.soto.contracts.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCounted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceResultsStated;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.TeamId;

/** H05.joint: records of other teams in which members of one team helped along. They are in the H05 of those teams only. */
final class JointHelp {

    private final TeamId team;
    private final SequencedMap<AssistanceId, Joint> records = new LinkedHashMap<>();

    JointHelp(TeamId team) {
        this.team = team;
    }

    /** The effect of an event of another team's record on this team's members. */
    enum Part {
        /** Nothing. */
        NONE,
        /** They helped along. */
        HELPED,
        /** They did not, or the record counts for nothing. */
        GONE
    }

    /** @param day of the help; absent if the team has no part in the record any more */
    private record Joint(@Nullable LocalDate day, List<Long> positions) {}

    static Part part(AssistanceCounted event, TeamId team) {
        return switch (event) {
            case AssistanceRecorded recorded -> helped(recorded.helpers(), team) ? Part.HELPED : Part.NONE;
            case AssistanceCorrected corrected -> {
                List<CreditShare> helpers = corrected.helpers();
                if (!corrected.joint().contains(team)) {
                    yield Part.NONE;
                }
                yield helpers == null || helped(helpers, team) ? Part.HELPED : Part.GONE;
            }
            case AssistanceVoided voided -> voided.joint().contains(team) ? Part.GONE : Part.NONE;
            case AssistanceFlaggedLate _, AssistanceVerified _, AssistanceFollowedUp _, AssistanceResultsStated _ ->
                Part.NONE;
        };
    }

    private static boolean helped(List<CreditShare> helpers, TeamId team) {
        return !CreditShare.of(team, helpers).isEmpty();
    }

    void on(long position, AssistanceCounted event) {
        switch (part(event, team)) {
            case NONE -> {
                // a record of others
            }
            case HELPED ->
                put(
                        event,
                        position,
                        VietnamTime.day(((AssistanceStated) event).content().occurredAt()));
            case GONE -> {
                if (records.containsKey(event.assistance())) {
                    put(event, position, null);
                }
            }
        }
    }

    private void put(AssistanceCounted event, long position, @Nullable LocalDate day) {
        records.merge(event.assistance(), new Joint(day, List.of(position)), (before, now) -> {
            List<Long> positions = new ArrayList<>(before.positions);
            positions.addAll(now.positions);
            return new Joint(now.day, List.copyOf(positions));
        });
    }

    void count(Predicate<LocalDate> days, Evidence evidence) {
        records.values().stream()
                .filter(joint -> joint.day != null && days.test(joint.day))
                .forEach(joint -> evidence.count(HelpCodes.JOINT, joint.positions));
    }
}
