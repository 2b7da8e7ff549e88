package vn.soto.query.correction;

import static vn.soto.query.correction.RestingKind.ASSISTANCE;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCounted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.Batch;
import vn.soto.projection.IdList;
import vn.soto.projection.source.EventContext;

/**
 * The basis of records of help: the members and the area of the record's team, without the area for duty at the
 * public-service centre. For each team that helped along, only its members count.
 */
final class RestingHelp {

    private RestingHelp() {}

    static void apply(AssistanceCounted event, EventContext at, Batch batch) {
        String team = event.team().value();
        String id = event.assistance().value();
        switch (event) {
            case AssistanceRecorded recorded -> recorded(recorded, at, batch);
            case AssistanceCorrected corrected -> {
                List<CreditShare> helpers = corrected.helpers();
                helpedBusiness(corrected, batch);
                correct(team, corrected, helpers == null ? null : members(helpers), true, at, batch);
                corrected.joint().forEach(other -> joint(other, corrected, at, batch));
            }
            case AssistanceVoided voided ->
                Stream.concat(Stream.of(voided.team()), voided.joint().stream())
                        .forEach(each -> LeftBehindProjector.restate(each.value(), ASSISTANCE, id, null, at, batch));
            case AssistanceFlaggedLate _, AssistanceVerified _, AssistanceFollowedUp _ -> {
                // what is stated stays
            }
        }
    }

    private static void recorded(AssistanceRecorded event, EventContext at, Batch batch) {
        String team = event.team().value();
        LeftBehindProjector.begin(team, ASSISTANCE, row(event, members(event.helpers()), true, at), batch);
        helpedBusiness(event, batch);
        event.helpers().stream()
                .flatMap(share -> Stream.ofNullable(share.team()))
                .distinct()
                .forEach(other -> LeftBehindProjector.begin(
                        other.value(), ASSISTANCE, row(event, of(other, event.helpers()), false, at), batch));
    }

    private static void helpedBusiness(AssistanceStated event, Batch batch) {
        BusinessId business = event.beneficiary().business();
        if (business != null) {
            IdList.add(
                    LeftBehindProjector.HELPERS, business.value(), event.team().value(), batch);
        }
    }

    private static void joint(TeamId other, AssistanceCorrected event, EventContext at, Batch batch) {
        List<String> members = event.helpers() == null ? null : of(other, event.helpers());
        if (members != null && members.isEmpty()) {
            LeftBehindProjector.restate(
                    other.value(), ASSISTANCE, event.assistance().value(), null, at, batch);
        } else if (members == null || find(other.value(), event, at, batch).isPresent()) {
            correct(other.value(), event, members, false, at, batch);
        } else {
            LeftBehindProjector.begin(other.value(), ASSISTANCE, row(event, members, false, at), batch);
        }
    }

    private static Optional<RestingRow> find(String team, AssistanceStated event, EventContext at, Batch batch) {
        return new RestingRecords(team, ASSISTANCE, batch)
                .find(
                        event.assistance().value(),
                        VietnamTime.day(event.content().occurredAt()),
                        at.position());
    }

    /** @param members absent if they stay */
    private static void correct(
            String team,
            AssistanceCorrected event,
            @Nullable List<String> members,
            boolean own,
            EventContext at,
            Batch batch) {
        Optional<RestingRow> was = find(team, event, at, batch);
        if (was.isPresent()) {
            RestingRow now = row(event, members == null ? was.get().members() : members, own, at);
            LeftBehindProjector.restate(team, ASSISTANCE, was.get(), now, at, batch);
        } else if (members != null) {
            // It was voided, and counts again.
            LeftBehindProjector.begin(team, ASSISTANCE, row(event, members, own, at), batch);
        }
    }

    private static List<String> members(List<CreditShare> helpers) {
        return helpers.stream()
                .filter(share -> share.team() == null)
                .map(share -> share.member().value())
                .toList();
    }

    private static List<String> of(TeamId team, List<CreditShare> helpers) {
        return CreditShare.of(team, helpers).stream()
                .map(member -> member.value())
                .toList();
    }

    /** @param own whether the record is the team's own, so that its area counts */
    private static RestingRow row(AssistanceStated event, List<String> members, boolean own, EventContext at) {
        Beneficiary helped = event.beneficiary();
        boolean area = own && event.content().channel() != Channel.PUBLIC_SERVICE_CENTRE;
        return new RestingRow(
                at.position(),
                event.assistance().value(),
                VietnamTime.day(event.content().occurredAt()),
                members,
                area ? helped.unit().value() : null,
                helped.household() == null ? null : helped.household().value(),
                helped.business() == null ? null : helped.business().value(),
                false);
    }
}
