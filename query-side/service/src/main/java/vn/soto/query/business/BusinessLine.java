package vn.soto.query.business;

import vn.soto.contracts.business.BusinessKind;
import vn.soto.query.business.Business.Registration;

/** A business in a list. */
record BusinessLine(String business, BusinessKind kind, String reference) {

    static BusinessLine of(Business business, long asOf) {
        Registration said = business.registration(asOf);
        return new BusinessLine(business.id(), said.kind(), said.reference());
    }
}
