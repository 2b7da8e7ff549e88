package vn.soto.contracts.stipend;

import vn.soto.contracts.unit.UnitId;

/**
 * The factor by which the rates are more, or less, in a commune.
 *
 * @param hundredths 100 leaves them as they are
 */
public record UnitMultiplier(UnitId unit, int hundredths) {}
