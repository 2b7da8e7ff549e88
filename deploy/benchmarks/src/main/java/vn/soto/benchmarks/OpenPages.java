package vn.soto.benchmarks;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.jspecify.annotations.Nullable;

/** Pages that are open in as many browsers, each of which listens and asks for its page anew as {@code live.js} does. */
final class OpenPages implements AutoCloseable {

    private static final Pattern COMMIT = Pattern.compile("data-commit=\"(\\d+)\"");
    private static final Pattern TOLD = Pattern.compile("\"commit\":(\\d+)");
    private static final long LONGEST_SECONDS = 120;

    /** When commands were to be given, by the commits that they became. */
    private final ConcurrentSkipListMap<Long, Long> intended = new ConcurrentSkipListMap<>();

    private final ConcurrentHistogram latency = new ConcurrentHistogram(TimeUnit.MINUTES.toNanos(10), 3);
    private final List<Thread> readers = new ArrayList<>();
    private final List<long[]> shown = new ArrayList<>();
    private final LongAdder updates = new LongAdder();
    private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
    private final ServedPages product;

    /** Returns when all listen. */
    OpenPages(ServedPages product, String account, List<String> addresses, int count) throws InterruptedException {
        this.product = product;
        CountDownLatch listening = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            String address = addresses.get(i % addresses.size());
            long[] mine = {0};
            shown.add(mine);
            readers.add(Thread.ofVirtual().start(() -> read(account, address, mine, listening)));
        }
        if (!listening.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(listening.getCount() + " pages do not listen");
        }
        check();
    }

    private void read(String account, String address, long[] mine, CountDownLatch listening) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(product.live(account), StandardCharsets.UTF_8))) {
            set(mine, show(account, address));
            listening.countDown();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher told = TOLD.matcher(line);
                if (line.startsWith("data:") && told.find() && Long.parseLong(told.group(1)) > mine[0]) {
                    String join = address.indexOf('?') < 0 ? "?" : "&";
                    long now = show(account, address + join + "atLeast=" + told.group(1));
                    long at = System.nanoTime();
                    intended.subMap(mine[0], false, now, true)
                            .values()
                            .forEach(begun -> latency.recordValue(Math.max(0, at - begun)));
                    updates.increment();
                    set(mine, now);
                }
            }
        } catch (IOException e) {
            failure.compareAndSet(null, e);
            listening.countDown();
            set(mine, Long.MAX_VALUE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Fails if a page has failed. */
    private void check() {
        IOException failed = failure.get();
        if (failed != null) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void set(long[] mine, long commit) {
        synchronized (mine) {
            mine[0] = commit;
            mine.notifyAll();
        }
    }

    /** The commit that the page shows. */
    private long show(String account, String address) throws IOException, InterruptedException {
        byte[] sent = product.page(account, address, "HX-Request", "true");
        byte[] page = sent.length > 1 && sent[0] == 0x1f && sent[1] == (byte) 0x8b
                ? new GZIPInputStream(new ByteArrayInputStream(sent)).readAllBytes()
                : sent;
        Matcher commit = COMMIT.matcher(new String(page, StandardCharsets.UTF_8));
        if (!commit.find()) {
            throw new IOException(address + " shows no commit");
        }
        return Long.parseLong(commit.group(1));
    }

    /** @param begun when the command of the commit was to be given */
    void recorded(long commit, long begun) {
        intended.put(commit, begun);
    }

    /** Waits until every page shows a commit. */
    void awaitShown(long commit) throws InterruptedException {
        for (long[] mine : shown) {
            synchronized (mine) {
                while (mine[0] < commit) {
                    mine.wait(TimeUnit.SECONDS.toMillis(LONGEST_SECONDS));
                }
            }
        }
        check();
    }

    /** From the intended start of a command to a page that shows it. */
    ConcurrentHistogram latency() {
        return latency;
    }

    /** How often a page was shown anew. */
    long shown() {
        return updates.sum();
    }

    @Override
    public void close() {
        readers.forEach(Thread::interrupt);
    }
}
