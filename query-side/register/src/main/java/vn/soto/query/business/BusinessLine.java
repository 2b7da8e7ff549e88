package vn.soto.query.business;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.business.Business.Registration;
import vn.soto.query.person.Persons;
import vn.soto.query.reading.SeenEvent;
import vn.soto.query.subject.IdKind;

/**
 * A business in a list.
 *
 * @param tradeName trade name as {@link Persons} shows it; absent if the business has none
 * @param coming    next change on a later day; absent if none is recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BusinessLine(
        BusinessId business,
        BusinessKind kind,
        String reference,
        @Nullable String tradeName,
        @Nullable Coming coming) {

    /** How it is from a later day on. */
    record Coming(LocalDate from, UnitId unit, boolean closed) {}

    static BusinessLine of(Business business, Persons.Texts texts, LocalDate day, long asOf) {
        Registration said = business.registration(asOf);
        // As in a list of households: where it went is not told to whoever does not reach it any more.
        Optional<Coming> coming = business.coming(day, asOf)
                .filter(next -> SeenEvent.isShown(
                        IdKind.BUSINESS, business.id(), next.unit().value()));
        return new BusinessLine(
                new BusinessId(business.id()),
                said.kind(),
                said.reference(),
                texts.shown(business.subject(), "tradeName", said.tradeName()),
                coming.isPresent() ? coming.get() : null);
    }
}
