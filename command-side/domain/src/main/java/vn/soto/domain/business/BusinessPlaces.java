package vn.soto.domain.business;

import java.util.List;
import vn.soto.domain.business.BusinessCommand.CloseBusiness;
import vn.soto.domain.business.BusinessCommand.CorrectBusiness;
import vn.soto.domain.business.BusinessCommand.CorrectBusinessRelocation;
import vn.soto.domain.business.BusinessCommand.RegisterBusiness;
import vn.soto.domain.business.BusinessCommand.RelocateBusiness;
import vn.soto.domain.business.BusinessCommand.ReopenBusiness;
import vn.soto.domain.shared.CommandPlace;

/** What commands to businesses touch. */
public final class BusinessPlaces {

    private BusinessPlaces() {}

    public static List<CommandPlace> of(BusinessCommand command) {
        CommandPlace business = new CommandPlace.OfBusiness(command.business());
        return switch (command) {
            case RegisterBusiness register -> List.of(new CommandPlace.InUnit(register.unit()));
            case RelocateBusiness relocate -> List.of(business, new CommandPlace.InUnit(relocate.unit()));
            case CorrectBusiness _, CorrectBusinessRelocation _, CloseBusiness _, ReopenBusiness _ -> List.of(business);
        };
    }
}
