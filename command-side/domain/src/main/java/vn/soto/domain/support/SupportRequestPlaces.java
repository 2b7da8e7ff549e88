package vn.soto.domain.support;

import java.util.List;
import java.util.stream.Stream;
import vn.soto.domain.shared.Place;
import vn.soto.domain.support.SupportRequestCommand.DeclineSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ReceiveSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ReleaseSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ReopenSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ResolveSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.TakeSupportRequest;

/** What commands to support requests touch: where the request comes from, and the team in charge. */
public final class SupportRequestPlaces {

    private SupportRequestPlaces() {}

    public static List<Place> of(SupportRequestCommand command) {
        Place request = new Place.OfRequest(command.request());
        return switch (command) {
            case ReceiveSupportRequest receive ->
                Stream.concat(
                                Stream.ofNullable(receive.household()).map(Place.OfHousehold::new),
                                Stream.ofNullable(receive.unit()).map(Place.InUnit::new))
                        .<Place>map(place -> place)
                        .toList();
            case TakeSupportRequest take -> List.of(request, new Place.OfTeam(take.team()));
            case ReleaseSupportRequest _, ResolveSupportRequest _, DeclineSupportRequest _, ReopenSupportRequest _ ->
                List.of(request);
        };
    }
}
