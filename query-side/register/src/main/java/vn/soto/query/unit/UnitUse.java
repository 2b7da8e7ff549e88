package vn.soto.query.unit;

/** Whether something of one kind is in a unit, so that its establishment is not undone. */
@FunctionalInterface
public interface UnitUse {

    boolean of(String unit, long asOf);
}
