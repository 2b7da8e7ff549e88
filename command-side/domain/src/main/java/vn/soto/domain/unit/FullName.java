package vn.soto.domain.unit;

import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.shared.TextFolding;

/**
 * Kind and name of a unit, normalised so that spellings of one name are equal. They differ in case, spaces, and the
 * place of a tone mark in its syllable (hoà, hòa). The kind is part of it, because the national catalogue has wards and
 * communes of one province with the same name.
 */
final class FullName {

    private FullName() {}

    static String of(UnitKind kind, String name) {
        String folded = TextFolding.spelling(name);
        String word = kind.vietnamese();
        return folded.startsWith(word + " ") ? folded : word + " " + folded;
    }
}
