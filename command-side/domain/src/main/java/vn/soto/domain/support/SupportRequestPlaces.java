package vn.soto.domain.support;

import java.util.List;
import java.util.stream.Stream;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.support.SupportRequestCommand.DeclineSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ReceiveSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ReleaseSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ReopenSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ResolveSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.TakeSupportRequest;

/** What commands to support requests touch: where the request comes from, and the team in charge. */
public final class SupportRequestPlaces {

    private SupportRequestPlaces() {}

    public static List<CommandPlace> of(SupportRequestCommand command) {
        CommandPlace request = new CommandPlace.OfRequest(command.request());
        return switch (command) {
            case ReceiveSupportRequest receive ->
                Stream.concat(
                                Stream.ofNullable(receive.household()).map(CommandPlace.OfHousehold::new),
                                Stream.ofNullable(receive.unit()).map(CommandPlace.InUnit::new))
                        .<CommandPlace>map(place -> place)
                        .toList();
            case TakeSupportRequest take -> List.of(request, new CommandPlace.OfTeam(take.team()));
            case ReleaseSupportRequest _, ResolveSupportRequest _, DeclineSupportRequest _, ReopenSupportRequest _ ->
                List.of(request);
        };
    }
}
