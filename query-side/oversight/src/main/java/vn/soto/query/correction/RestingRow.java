package vn.soto.query.correction;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.correction.RestingKind;
import vn.soto.contracts.correction.RestingRecord;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.unit.UnitId;

/**
 * The state of a record for one team after an event.
 *
 * @param position of the event
 * @param members  members who acted for the team on that day
 * @param unit     as stated; absent if the record rests on no area: a training, help along with another team, duty at the
 *     public-service centre
 * @param gone     whether the record no longer stands, or no longer on a day of this month
 */
public record RestingRow(
        long position,
        String record,
        LocalDate day,
        List<MemberId> members,
        @Nullable UnitId unit,
        @Nullable HouseholdId household,
        @Nullable BusinessId business,
        boolean gone) {

    /** The record as an event at a position states it. */
    static RestingRow of(RestingRecord now, long position) {
        Beneficiary about = now.about();
        return new RestingRow(
                position,
                now.record(),
                now.day(),
                now.members(),
                about == null || !now.inArea() ? null : about.unit(),
                about == null ? null : about.household(),
                about == null ? null : about.business(),
                false);
    }

    /** The record, without its place if it rests on no area. */
    RestingRecord of(RestingKind kind) {
        return new RestingRecord(
                kind,
                record,
                day,
                members,
                unit == null ? null : new Beneficiary(unit, household, business),
                unit != null);
    }

    RestingRow goneAt(long position) {
        return new RestingRow(position, record, day, members, unit, household, business, true);
    }

    /** The household or business whose moves count; absent if none does. */
    @Nullable
    Id mover() {
        return household != null ? household : business;
    }
}
