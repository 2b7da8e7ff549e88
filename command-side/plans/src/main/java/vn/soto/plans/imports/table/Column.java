package vn.soto.plans.imports.table;

import java.util.List;
import java.util.stream.Stream;
import vn.soto.domain.shared.TextFolding;

/**
 * A column of a file.
 *
 * @param name    its code name, used in findings
 * @param title   its Vietnamese title, used in messages
 * @param titles  its folded header titles: the code name and common words
 * @param holds   whether it holds personal data
 */
public record Column(String name, String title, List<String> titles, boolean required, Personal holds) {

    /** The personal data of a column. */
    public enum Personal {
        NOTHING,
        SEALED,
        /** Not kept: a file with it is refused. */
        REFUSED
    }

    public static Column required(String name, String... titles) {
        return new Column(name, titles[0], folded(name, titles), true, Personal.NOTHING);
    }

    public static Column optional(String name, String... titles) {
        return new Column(name, titles[0], folded(name, titles), false, Personal.NOTHING);
    }

    /** An optional column with what is sealed. */
    public static Column sealed(String name, String... titles) {
        return new Column(name, titles[0], folded(name, titles), false, Personal.SEALED);
    }

    public static Column refused(String name, String... titles) {
        return new Column(name, titles[0], folded(name, titles), false, Personal.REFUSED);
    }

    /** @param title a title folded by {@link TextFolding#plain} */
    boolean isCalled(String title) {
        return titles.contains(title);
    }

    private static List<String> folded(String name, String... titles) {
        return Stream.concat(Stream.of(name), Stream.of(titles))
                .map(TextFolding::plain)
                .toList();
    }
}
