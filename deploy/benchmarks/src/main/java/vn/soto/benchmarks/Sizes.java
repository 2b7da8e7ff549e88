package vn.soto.benchmarks;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param teams      that help their households, in all rows of commands but those on the emulator
 * @param householdsOfATeam how many each has
 * @param rounds     of interleaving; each contestant has two slices in a round
 * @param warmUp     until the compilers of the virtual machine have little left to do
 * @param slice      longest time of a slice
 * @param trial      of a pool size
 * @param callers    closed-loop callers
 * @param pools      pool sizes among which a peer finds its best
 * @param streams    of 20 events, for commands on an existing aggregate
 * @param appends    most operations of a slice on such streams, so that they stay near 20 events
 * @param events     of the ledger that streams and processors read
 * @param openLoop   how long commands are sent at a fixed rate
 * @param emulated   commits of a slice on the emulator, whose ledgers stay under 20,000
 * @param heapEvents of the ledger that is replayed for the sake of its memory
 * @param households of the file that is imported
 * @param imports    of each kind
 * @param figureEvents of the ledger from which reports are made
 * @param yearEvents of the ledgers that are copied from the demo's year, about
 * @param grants     accounts of the ledger to which a role is granted
 * @param fileRows   of the files that are only read
 * @param demo       whether the demo is loaded too, whose size is given
 */
record Sizes(
        int teams,
        int householdsOfATeam,
        int rounds,
        Duration warmUp,
        Duration slice,
        Duration trial,
        List<Integer> callers,
        List<Integer> pools,
        int streams,
        long appends,
        int events,
        Duration openLoop,
        long emulated,
        int heapEvents,
        int households,
        int imports,
        int figureEvents,
        List<Integer> yearEvents,
        int grants,
        int fileRows,
        boolean demo) {

    static Sizes full() {
        return new Sizes(
                840,
                215,
                5,
                Duration.ofSeconds(20),
                Duration.ofSeconds(1),
                Duration.ofMillis(700),
                List.of(1, 8, 64, 512),
                List.of(2, 4, 8, 16, 32),
                10_000,
                2_500,
                200_000,
                Duration.ofSeconds(20),
                300,
                1_000_000,
                100_000,
                3,
                Integer.getInteger("bench.figure-events", 1_500_000),
                List.of(Integer.getInteger("bench.year-events", 150_000)),
                10_000,
                500_000,
                true);
    }

    /** Shows that everything runs; its figures mean little. */
    static Sizes smoke() {
        return new Sizes(
                16,
                32,
                1,
                Duration.ofMillis(300),
                Duration.ofMillis(200),
                Duration.ofMillis(100),
                List.of(1, 64),
                List.of(8),
                200,
                200,
                4_000,
                Duration.ofSeconds(2),
                50,
                20_000,
                2_000,
                1,
                20_000,
                List.of(50_000),
                200,
                10_000,
                false);
    }
}
