package vn.soto.query.http.live;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.soto.query.http.QueryContext;
import vn.soto.query.link.QuestionCatalogue;
import vn.soto.query.reading.Reader;
import vn.soto.query.reading.Readers;
import vn.soto.query.reading.ReadingDecision;
import vn.soto.query.reading.SeenEvent;
import vn.soto.query.subject.IdKind;
import vn.soto.web.EndpointRight;
import vn.soto.web.RequestThreads;

/**
 * The streams of the pages that are open. A stream holds only the number of the last commit it told. Each message
 * depends on the rights that its reader has then. They end before the server waits for requests under way.
 */
@Component
final class LiveStreams implements SmartLifecycle, AutoCloseable {

    private static final String API = "/api/";
    private static final String DASHBOARDS = "dashboards/";
    private static final int THREADS = 4;
    private static final int QUEUED = 4_096;

    private final ReadModelSource source;
    private final LivePlaces places;
    private final Readers readers;
    private final QuestionCatalogue questions;
    private final LiveSettings settings;
    private final Scheduler scheduler = Schedulers.fromExecutorService(RequestThreads.of("live-", THREADS, QUEUED));
    private final SharedMessages shared = new SharedMessages();
    private volatile @Nullable LiveFeed feed;

    LiveStreams(
            ReadModelSource source,
            LivePlaces places,
            Readers readers,
            QuestionCatalogue questions,
            LiveSettings settings) {
        this.source = source;
        this.places = places;
        this.readers = readers;
        this.questions = questions;
        this.settings = settings;
    }

    /** @param since last commit that the reader was told of; absent if it was told of none */
    Flux<ServerSentEvent<LiveCommit>> open(QueryContext context, Optional<Long> since) {
        return Flux.defer(() -> {
            String account = context.asker().account();
            places.enter(account);
            return stream(context, since).doFinally(end -> places.leave(account));
        });
    }

    private Flux<ServerSentEvent<LiveCommit>> stream(QueryContext context, Optional<Long> since) {
        AtomicLong before = new AtomicLong(since.orElse(-1L));
        LiveFeed running = feed;
        // Before the start the warm-up alone asks: it is told the state, and the stream ends.
        Flux<Announcement> announcements = running == null
                ? Flux.defer(() -> Flux.just(Announcement.first(source.now())))
                : running.announcements();
        Flux<ServerSentEvent<LiveCommit>> told = announcements
                .concatMap(
                        announced -> Mono.fromCallable(() -> message(context, announced, before))
                                .subscribeOn(scheduler),
                        0)
                .takeWhile(Optional::isPresent)
                .map(Optional::orElseThrow);
        return told.publish(each -> Flux.merge(1, each, comments().takeUntilOther(each.ignoreElements())), 1)
                .take(settings.life());
    }

    /** The commit that the open pages were told of last; 0 before the start. */
    long told() {
        LiveFeed running = feed;
        return running == null ? 0 : running.told();
    }

    private Flux<ServerSentEvent<LiveCommit>> comments() {
        return Flux.interval(settings.comment())
                .onBackpressureDrop()
                .map(tick -> ServerSentEvent.<LiveCommit>builder().comment("").build());
    }

    /** Empty once the reader may not ask any more: the stream ends. */
    private Optional<ServerSentEvent<LiveCommit>> message(
            QueryContext context, Announcement announced, AtomicLong before) {
        Reader reader = readers.of(context.asker(), announced.commit());
        if (!(reader.decide(context.required(), Map.of()) instanceof ReadingDecision.Allowed)) {
            return Optional.empty();
        }
        SharedMessages.Key key = new SharedMessages.Key(reader.common(), before.getAndSet(announced.commit()));
        return Optional.of(ServerSentEvent.<LiveCommit>builder()
                .id(Long.toString(announced.commit()))
                .event("commit")
                .data(shared.of(announced.commit(), key, () -> message(announced, key.since(), reader)))
                .build());
    }

    private SharedMessages.Made message(Announcement announced, long since, Reader reader) {
        TouchedAddresses touched = Optional.ofNullable(announced.after(since))
                .map(traces -> reader.answered(() -> touched(traces)))
                .orElse(TouchedAddresses.ALL);
        return new SharedMessages.Made(LiveCommit.of(announced.moment(), touched), reader.decidedByRightsAlone());
    }

    /** The touched addresses that the reader of the message may ask about. */
    private TouchedAddresses touched(List<Trace> traces) {
        Set<String> keys = new HashSet<>();
        for (Trace trace : traces) {
            Set<String> withheld = SeenEvent.withheld(trace.subjects());
            trace.subjects().forEach((kind, ids) -> keys.addAll(keys(trace, kind, without(withheld, ids))));
            trace.figures().stream()
                    .filter(figures -> !withheld.contains(figures.unit()))
                    .forEach(figures -> keys.addAll(keys(figures)));
            if (keys.size() > TouchedAddresses.MOST) {
                return TouchedAddresses.ALL;
            }
        }
        return TouchedAddresses.of(keys);
    }

    private static Set<String> without(Set<String> withheld, Set<String> ids) {
        return ids.stream().filter(id -> !withheld.contains(id)).collect(Collectors.toUnmodifiableSet());
    }

    private List<String> keys(Trace trace, IdKind kind, Set<String> ids) {
        Collection<String> shown =
                trace.right() == EndpointRight.RECORDS ? ids : Reader.current().reached(trace.right(), kind, ids);
        return questions.open(kind, shown).values().stream()
                .map(address -> address.substring(API.length()))
                .toList();
    }

    private List<String> keys(Trace.Figures figures) {
        return dashboards(Set.of(figures.unit())).isEmpty()
                ? List.of()
                : dashboards(figures.within()).stream()
                        .map(unit -> DASHBOARDS + unit)
                        .flatMap(key -> figures.quarters().isEmpty()
                                ? Stream.of(key)
                                : figures.quarters().stream().map(quarter -> key + "/" + quarter))
                        .toList();
    }

    /** Those of these units whose dashboards the reader may see. */
    private Set<String> dashboards(Set<String> units) {
        return Reader.current().reached(questions.requirement("/api/dashboards/{unit}"), IdKind.UNIT, units);
    }

    @Override
    public void start() {
        feed = new LiveFeed(source, LiveFeed.pauseOf(settings.pause()));
    }

    /** Streams end before the server waits for the requests under way. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1;
    }

    @Override
    public void stop() {
        LiveFeed running = feed;
        feed = null;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public boolean isRunning() {
        return feed != null;
    }

    @Override
    public void close() {
        stop();
        scheduler.dispose();
    }
}
