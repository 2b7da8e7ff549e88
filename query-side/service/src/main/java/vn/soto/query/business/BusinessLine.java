package vn.soto.query.business;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.query.business.Business.Registration;
import vn.soto.query.person.Persons;

/**
 * A business in a list.
 *
 * @param tradeName trade name as {@link Persons} shows it; absent if the business has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BusinessLine(
        String business,
        BusinessKind kind,
        String reference,
        @Nullable String tradeName) {

    static BusinessLine of(Business business, Persons.Texts texts, long asOf) {
        Registration said = business.registration(asOf);
        return new BusinessLine(
                business.id(),
                said.kind(),
                said.reference(),
                texts.shown(business.subject(), "tradeName", said.tradeName()));
    }
}
