package vn.soto.benchmarks;

/** A contestant that goes once over all events; its operations are the events. */
record Pass(String name, CpuMeter cpu, Reading reading) implements Contestant {

    /** Reads every event once and returns their number. */
    @FunctionalInterface
    interface Reading {
        long events() throws Exception;
    }

    @Override
    public Slice run(int callers, Budget budget) throws Exception {
        long before = cpu.nanos();
        long begin = System.nanoTime();
        long events = reading.events();
        long nanos = System.nanoTime() - begin;
        return new Slice(events, nanos, cpu.nanos() - before, Slice.histogram());
    }

    /** The product and its peers alternately, without callers. */
    static Interleaved interleave(java.util.List<Pass> passes, int rounds) throws Exception {
        return Interleaved.run(passes, rounds, 1, Budget.of(java.time.Duration.ofHours(1)));
    }

    static void show(MarkdownReport report, Interleaved taken) {
        report.columns("", "events/s", "CPU us each", "ours is faster by");
        String ours = taken.slices().keySet().iterator().next();
        for (String name : taken.slices().keySet()) {
            report.row(
                    name,
                    taken.of(name, Slice::perSecond).text(0),
                    taken.of(name, Slice::cpuMicrosEach).text(1),
                    name.equals(ours) ? "" : taken.ratio(ours, name).text(2));
        }
    }
}
