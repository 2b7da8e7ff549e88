package vn.soto.contracts.catalogue;

import java.util.Locale;
import vn.soto.contracts.assistance.ServiceCategory;
import vn.soto.contracts.shared.Id;

/** A service of the catalogue; a code means the same in every version, and never passes to another category. */
public record ServiceCode(String value) implements Id {

    public ServiceCode {
        Id.checked(value);
    }

    /** The service that stands for its whole category, such as {@code digital-payment}: what has no code of its own. */
    public static ServiceCode generic(ServiceCategory category) {
        return new ServiceCode(category.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @Override
    public String toString() {
        return value;
    }
}
