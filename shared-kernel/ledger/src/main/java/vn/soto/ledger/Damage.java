package vn.soto.ledger;

import java.util.Locale;

/** The fault of a {@link DamagedCommit}. */
public enum Damage {
    MISSING("không còn trong sổ", "is missing"),
    UNREADABLE("không đọc được", "cannot be read"),
    ALTERED("không khớp mã băm của nó", "does not match its hash"),
    UNLINKED("không nối với lần ghi liền kề", "is not linked to the commits beside it"),
    INCOMPLETE_STREAM("đứng sau một sự kiện bị mất của cùng đối tượng", "follows a lost event of the same aggregate");

    private final String vietnamese;
    private final String english;

    Damage(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** The name as answers and logs show it, such as {@code altered}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String message(long commit) {
        return "Lần ghi %1$d %2$s. / Commit %1$d %3$s.".formatted(commit, vietnamese, english);
    }
}
