package vn.soto.domain.unit;

import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.shared.TextFolding;

/**
 * Kind and name of a unit as people say them, folded so that spellings of one name are equal: case, spaces, and where a
 * tone mark stands in its syllable (hoà, hòa). The kind counts: a ward and a commune of one province may share a name,
 * as they do in the national catalogue.
 */
final class FullName {

    private FullName() {}

    static String of(UnitKind kind, String name) {
        String folded = TextFolding.spelling(name);
        String word = kind.vietnamese();
        return folded.startsWith(word + " ") ? folded : word + " " + folded;
    }
}
