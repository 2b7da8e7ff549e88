package vn.soto.contracts.correction;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.team.MemberId;

/**
 * A record that rests on a team's members on one day, and perhaps on its area.
 *
 * @param record  id within its kind; for an assignment, of the household
 * @param day     of the record; for an assignment, the first
 * @param members those acting for the team on that day
 * @param about   place of the record; absent for a training
 * @param inArea  whether the team had to cover the place on that day; not for help along with another team, nor for duty at the
 *     public-service centre
 */
public record RestingRecord(
        RestingKind kind,
        String record,
        LocalDate day,
        List<MemberId> members,
        @Nullable Beneficiary about,
        boolean inArea) {

    /** Whether it is help to that household or business. */
    public boolean isAbout(Id helped) {
        return kind == RestingKind.ASSISTANCE
                && about != null
                && (helped.equals(about.household()) || helped.equals(about.business()));
    }

    /**
     * The members who break the rule, all of them if it is about the area; empty if the record is as it wants. The list of records to
     * correct and the number in a command's warning both ask this.
     */
    public List<MemberId> breaking(RestingRule rule, KnownTeam team) {
        return switch (rule) {
            case MEMBERS ->
                members.stream().filter(member -> !belongs(member, team)).toList();
            case AREA -> about == null || !inArea || team.covers(about, day) ? List.of() : members;
        };
    }

    private boolean belongs(MemberId member, KnownTeam team) {
        return kind == RestingKind.TRAINING ? team.wasMember(member, day) : team.wasActive(member, day);
    }

    /** Name of the command's rule. */
    public String name(RestingRule rule) {
        return switch (rule) {
            case MEMBERS -> kind.memberRule();
            case AREA -> kind.areaRule(about == null ? Beneficiary.Kind.WALK_IN : about.kind());
        };
    }

    /** Distinct over all kinds. */
    public String key() {
        return key(kind, record);
    }

    public static String key(RestingKind kind, String record) {
        return kind + " " + record;
    }
}
