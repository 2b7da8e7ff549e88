package vn.soto.benchmarks;

/** The level at which a contestant is called: command or engine. */
enum Route {
    COMMAND("through the whole command path"),
    ENGINE("through the bare engine");

    final String title;

    Route(String title) {
        this.title = title;
    }

    /** As the drivers call it. */
    String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
