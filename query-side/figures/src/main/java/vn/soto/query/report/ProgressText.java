package vn.soto.query.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The progress of an area's reports as plain Vietnamese text to paste into a chat. It has at most 1,000 characters, and
 * names only teams. Omitted lines are counted, never dropped in silence.
 */
final class ProgressText {

    static final int LONGEST = 1_000;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int MOST_NAMES = 60;

    private final String heading;
    private final List<Section> sections = new ArrayList<>();

    /** @param dueOn last day on which reports are in time */
    ProgressText(String quarter, String unit, LocalDate dueOn, long accepted, long reports) {
        heading = "Báo cáo %s – %s: đã tiếp nhận %d/%d tổ. Hạn nộp %s."
                .formatted(quarterText(quarter), unit, accepted, reports, DAY.format(dueOn));
    }

    private static final class Section {

        private final String title;
        private final List<String> names;
        private int shown;

        Section(String title, List<String> names) {
            this.title = title;
            this.names = names;
            this.shown = Math.min(MOST_NAMES, names.size());
        }

        String text() {
            int left = names.size() - shown;
            String listed = String.join("; ", names.subList(0, shown));
            String more = left == 0 ? "" : shown == 0 ? left + " tổ" : " và " + left + " tổ nữa";
            return "\n%s (%d): %s%s.".formatted(title, names.size(), listed, more);
        }
    }

    /** {@code 2026-Q3} as people write it. */
    static String quarterText(String quarter) {
        String roman = List.of("I", "II", "III", "IV").get(Character.digit(quarter.charAt(6), 10) - 1);
        return "quý " + roman + "/" + quarter.substring(0, 4);
    }

    /** Adds a list; without names it adds nothing. */
    ProgressText list(String title, List<String> names) {
        if (!names.isEmpty()) {
            sections.add(new Section(title, names));
        }
        return this;
    }

    @Override
    public String toString() {
        while (text().length() > LONGEST && sections.stream().anyMatch(section -> section.shown > 0)) {
            sections.stream()
                    .max(Comparator.comparingInt(section -> section.shown))
                    .ifPresent(longest -> longest.shown--);
        }
        return text();
    }

    private String text() {
        StringBuilder text = new StringBuilder(heading);
        sections.forEach(section -> text.append(section.text()));
        if (sections.isEmpty()) {
            text.append("\nCác tổ đã nộp đủ.");
        }
        return text.toString();
    }
}
