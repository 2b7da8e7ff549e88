package vn.soto.query.event;

import java.util.Locale;
import java.util.Optional;

/** Knows what the indicators are called that events name by their codes. */
@FunctionalInterface
public interface IndicatorNames {

    /** The name of an indicator; empty for a code that no version of the indicators has. */
    Optional<String> of(String code, Locale language);
}
