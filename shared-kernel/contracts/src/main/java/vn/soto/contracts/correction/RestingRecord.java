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

    /** Distinct over all kinds. */
    public String key() {
        return key(kind, record);
    }

    public static String key(RestingKind kind, String record) {
        return kind + " " + record;
    }
}
