package vn.soto.contracts.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A service of the catalogue with which teams help.
 *
 * @param vi             name in Vietnamese
 * @param en             name in English
 * @param validFrom      first day of help for which it can be recorded
 * @param validTo        last such day; absent while it is open-ended
 * @param needsProcedure whether a record of it must name the national code of the procedure
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
