package vn.soto.contracts.reorganisation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The columns of a reorganisation file; their order in the file is free. */
public enum Column {
    /** What is done, see {@link Action}. */
    ACTION,
    /** Id of the unit it is done to. */
    UNIT,
    /** Kind, as {@link vn.soto.contracts.unit.UnitKind} in lower case. */
    KIND,
    NAME,
    /** Of the national catalogue, text with leading zeros. */
    OFFICIAL_CODE,
    /** Id of the unit above. */
    PARENT,
    /** Id of the unit that takes over. */
    SUCCESSOR;

    /** As in the header. */
    public String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Column> named(String header) {
        return Arrays.stream(values())
                .filter(column -> column.header().equals(header))
                .findFirst();
    }
}
