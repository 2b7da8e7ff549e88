package vn.soto.contracts.reorganisation;

import org.jspecify.annotations.Nullable;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;

/**
 * A row understood.
 *
 * @param number from 1 for the first below the header, comments and empty lines not counted
 */
public record Row(
        int number,
        Action action,
        UnitId unit,
        @Nullable UnitKind kind,
        @Nullable String name,
        @Nullable String officialCode,
        @Nullable UnitId parent,
        @Nullable UnitId successor) {}
