package vn.soto.benchmarks;

/** The effect of a command on its aggregate. */
enum Work {
    CREATE("Row 1: a command that creates an aggregate"),
    APPEND("Row 2: a command on an aggregate of 20 events");

    final String title;

    Work(String title) {
        this.title = title;
    }

    /** As the drivers call it. */
    String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
