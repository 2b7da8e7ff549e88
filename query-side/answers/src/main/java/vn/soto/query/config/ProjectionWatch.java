package vn.soto.query.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.soto.projection.Projection;
import vn.soto.projection.Projections;

/**
 * Notices stalled projections. Such a projection lacks commits of the ledger, and its last commit and number of dead
 * letters are unchanged at {@value #OBSERVATIONS} successive observations. Observations are counted and no clock is
 * read, so that a pause of the whole process counts as one, however long it was. Catching up, a replay and a retry of
 * dead letters change one of the two numbers.
 */
@Component
final class ProjectionWatch implements AutoCloseable {

    static final int OBSERVATIONS = 12;

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionWatch.class);

    private static final Observation NONE = new Observation(-1, -1, 0);

    private final Projections projections;
    private final Lag lag;
    private final Duration stalledAfter;
    private final Map<String, Observation> latest = new ConcurrentHashMap<>();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("projection-watch").daemon().factory());

    ProjectionWatch(Projections projections, Lag lag, QuerySettings settings) {
        this.projections = projections;
        this.lag = lag;
        this.stalledAfter = settings.stalledAfter();
    }

    /** @param repeated number of observations in a row that were the same while commits were lacking */
    private record Observation(long commit, long deadLetters, int repeated) {

        Observation followedBy(long nextCommit, long nextDeadLetters, boolean behind) {
            boolean same = behind && nextCommit == commit && nextDeadLetters == deadLetters;
            return new Observation(nextCommit, nextDeadLetters, same ? Math.min(OBSERVATIONS, repeated + 1) : 0);
        }

        boolean stalled() {
            return repeated >= OBSERVATIONS;
        }
    }

    void start() {
        long pause = Math.max(1, stalledAfter.dividedBy(OBSERVATIONS).toMillis());
        var _ = scheduler.scheduleWithFixedDelay(this::observe, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** Whether commits are not projected and nothing has moved for the configured time. */
    boolean stalled(Projection projection) {
        return last(projection.name()).stalled();
    }

    void observe() {
        Map<Turn, List<Projection>> turned = projections.all().stream().collect(Collectors.groupingBy(this::observed));
        List<Projection> stopped = turned.getOrDefault(Turn.STOPPED, List.of());
        if (!stopped.isEmpty()) {
            LOG.error(
                    "{}: đứng yên sau lần ghi {}, số liệu không được cập nhật / stalled after commit {}, answers are"
                            + " not updated ({})",
                    names(stopped),
                    commit(stopped),
                    commit(stopped),
                    stalledAfter);
        }
        List<Projection> moving = turned.getOrDefault(Turn.GOES_ON, List.of());
        if (!moving.isEmpty()) {
            LOG.info(
                    "{}: lại chạy, đến lần ghi {} / goes on, at commit {}",
                    names(moving),
                    commit(moving),
                    commit(moving));
        }
    }

    /** All that share a tracker stop together, in one line of the log. */
    private static String names(List<Projection> turned) {
        return turned.stream().map(Projection::name).collect(Collectors.joining(", "));
    }

    private long commit(List<Projection> turned) {
        return turned.stream()
                .mapToLong(projection -> last(projection.name()).commit)
                .min()
                .orElse(0);
    }

    private Observation last(String name) {
        return latest.getOrDefault(name, NONE);
    }

    /** A change between two observations. */
    private enum Turn {
        NONE,
        STOPPED,
        GOES_ON
    }

    private Turn observed(Projection projection) {
        try {
            return observed(
                    projection.name(),
                    projection.folded().number(),
                    projection.deadLetters(),
                    lag.commits(projection) > 0);
        } catch (RuntimeException e) {
            // Nothing is known about progress, and the next observation must come. Health reports a store that fails.
            LOG.debug("{} is not observed", projection.name(), e);
            return Turn.NONE;
        }
    }

    private Turn observed(String name, long commit, long deadLetters, boolean behind) {
        Observation before = last(name);
        Observation now = before.followedBy(commit, deadLetters, behind);
        latest.put(name, now);
        if (now.stalled() == before.stalled()) {
            return Turn.NONE;
        }
        return now.stalled() ? Turn.STOPPED : Turn.GOES_ON;
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
