package vn.soto.query.assistance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceCare;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.AssistanceState;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Confirmation;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/**
 * A record of help in one line.
 *
 * @param household whom it helped, unless a {@code business}; both are absent for a walk-in
 * @param services  by their codes in the catalogue
 * @param outcome   by the last follow-up; without one, that of the content
 * @param dueOn     day of the next follow-up; absent while none is planned
 * @param members   helpers, the first helper first
 * @param confirmation of help that its helper entered when no member any more; absent where none is needed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HelpLine(
        AssistanceId assistance,
        LocalDate day,
        TeamId team,
        @Nullable HouseholdId household,
        @Nullable BusinessId business,
        List<ServiceCategory> categories,
        List<String> services,
        Channel channel,
        Mode mode,
        AssistanceOutcome outcome,
        @Nullable LocalDate dueOn,
        List<MemberId> members,
        @Nullable Confirmation confirmation,
        boolean voided) {

    public static HelpLine of(String id, AssistanceState state) {
        AssistanceCare.Due due = state.care().due();
        return new HelpLine(
                new AssistanceId(id),
                VietnamTime.day(state.content().occurredAt()),
                state.team(),
                state.beneficiary().household(),
                state.beneficiary().business(),
                state.categories(),
                state.content().services().stream()
                        .map(service -> service.value())
                        .toList(),
                state.content().channel(),
                state.content().mode(),
                state.outcome(),
                due == null ? null : due.on(),
                state.helpers().stream().map(CreditShare::member).toList(),
                state.confirmation(),
                state.voided());
    }
}
