package vn.soto.query.timeline;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The wanted kinds of events of a timeline, written {@code people,reports,corrections}.
 *
 * @param kinds       any of these
 * @param corrections also those that correct something, of whatever kind
 */
record TimelineKinds(Set<TimelineKind> kinds, boolean corrections) implements Predicate<TimelineRow> {

    static final TimelineKinds ALL = new TimelineKinds(EnumSet.allOf(TimelineKind.class), true);

    private static final String CORRECTIONS = "corrections";

    TimelineKinds {
        kinds = Set.copyOf(kinds);
    }

    /** Every word that is understood. */
    static String known() {
        return Stream.concat(Arrays.stream(TimelineKind.values()).map(TimelineKind::text), Stream.of(CORRECTIONS))
                .collect(Collectors.joining(", "));
    }

    static TimelineKinds parse(String text) {
        Set<TimelineKind> kinds = EnumSet.noneOf(TimelineKind.class);
        boolean corrections = false;
        for (String word : text.split(",", -1)) {
            if (word.equals(CORRECTIONS)) {
                corrections = true;
            } else {
                kinds.add(Arrays.stream(TimelineKind.values())
                        .filter(kind -> kind.text().equals(word))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("one of " + known() + ", not " + word)));
            }
        }
        return new TimelineKinds(kinds, corrections);
    }

    @Override
    public boolean test(TimelineRow row) {
        return kinds.contains(row.kind()) || (corrections && row.corrects());
    }
}
