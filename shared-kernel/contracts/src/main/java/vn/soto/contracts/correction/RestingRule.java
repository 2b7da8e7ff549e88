package vn.soto.contracts.correction;

import java.util.List;

/** The rules that a record rests on. */
public enum RestingRule {
    MEMBERS,
    AREA;

    /** Both. */
    public static final List<RestingRule> ALL = List.of(values());
}
