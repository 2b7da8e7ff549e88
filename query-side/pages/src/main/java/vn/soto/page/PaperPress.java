package vn.soto.page;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.soto.paper.Paper;
import vn.soto.paper.PaperFile;
import vn.soto.web.HeavyWork;
import vn.soto.web.RequestThreads;

/** Sets papers in the places for heavy work: however long a list is, it takes one of them and no thread of anybody else. */
@Component
final class PaperPress {

    /** Papers that wait for a place or have one. */
    private static final int AT_ONCE = 8;

    private static final int WAITING = 64;

    /** Bytes that a row takes while the file is made. */
    private static final long ROW = 4_000;

    private final HeavyWork heavy;
    private final Scheduler threads = Schedulers.fromExecutorService(RequestThreads.of("paper-", AT_ONCE, WAITING));

    PaperPress(HeavyWork heavy) {
        this.heavy = heavy;
    }

    /**
     * The bytes of a paper.
     *
     * @param account that wants it
     * @param rows    number of its rows
     */
    Mono<byte[]> press(String account, int rows, Supplier<Paper> paper) {
        return Mono.fromCallable(() -> {
                    try (HeavyWork.Announced announced = heavy.announce(account, rows * ROW)) {
                        return announced.run(() -> PaperFile.of(paper.get()));
                    }
                })
                .subscribeOn(threads);
    }
}
