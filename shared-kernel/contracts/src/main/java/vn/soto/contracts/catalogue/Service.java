package vn.soto.contracts.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.ServiceCategory;

/**
 * Something people are helped with.
 *
 * @param vi             name in Vietnamese
 * @param en             name in English
 * @param validFrom      first day of help it can be recorded for
 * @param validTo        last such day; absent while none is set
 * @param needsProcedure a record of it names the national code of the procedure
 */
public record Service(
        ServiceCode code,
        String vi,
        String en,
        ServiceCategory category,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean needsProcedure) {

    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
