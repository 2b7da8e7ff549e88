package vn.soto.benchmarks;

/** How far down a contestant is taken hold of. */
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
