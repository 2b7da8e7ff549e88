package vn.soto.contracts.catalogue;

import java.util.Locale;
import vn.soto.contracts.shared.Id;

/** Code of a service in the catalogue; it has the same meaning in every version and never changes category. */
public record ServiceCode(String value) implements Id {

    public ServiceCode {
        Id.checked(value);
    }

    /** The code for all services of a category without a code of their own, such as {@code digital-payment}. */
    public static ServiceCode generic(ServiceCategory category) {
        return new ServiceCode(category.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @Override
    public String toString() {
        return value;
    }
}
