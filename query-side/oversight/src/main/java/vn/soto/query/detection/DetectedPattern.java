package vn.soto.query.detection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * A pattern that a detector found in a team's quarter.
 *
 * @param subject subject besides the team, so that later records join the same finding: a member, a device or ""
 * @param member  first helper of the records; absent if there are several
 * @param of      number of records that were looked at
 * @param evidence the records that show the pattern, in the order of the help
 */
record DetectedPattern(
        DetectorCode detector,
        TeamId team,
        String subject,
        @Nullable MemberId member,
        int of,
        List<Evidence> evidence) {

    DetectedPattern {
        evidence = List.copyOf(evidence);
    }

    /**
     * A record that shows the pattern.
     *
     * @param assistance absent for an outreach session
     * @param event      that recorded it
     * @param group      number of the burst or repetition, from 1, to which it belongs; 1 if there is but one group
     */
    record Evidence(
            @Nullable AssistanceId assistance,
            @Nullable OutreachId session,
            String event,
            @IdOf(IdKind.COMMIT) long commit,
            int group) {

        static Evidence of(HelpRow help, int group) {
            return new Evidence(help.assistance(), null, help.event(), help.recordedIn(), group);
        }

        static Evidence of(SessionRow session) {
            return new Evidence(null, session.session(), session.event(), session.commit(), 1);
        }
    }

    static DetectedPattern of(DetectorCode detector, String team, String member, int of, List<Evidence> evidence) {
        return new DetectedPattern(
                detector, new TeamId(team), member, member.isEmpty() ? null : new MemberId(member), of, evidence);
    }
}
