package vn.soto.contracts.people;

import vn.soto.contracts.unit.UnitId;

/** The numbers of people of a unit. Written {@code people-counts:<unit>}. */
public record PeopleCountsId(UnitId unit) {

    @Override
    public String toString() {
        return "people-counts:" + unit;
    }
}
