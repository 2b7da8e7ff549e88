package vn.soto.contracts.outreach;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.soto.contracts.support.SupportRequestEvent;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestDeclined;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestFlaggedLate;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReceived;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReleased;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReopened;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestResolved;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestTaken;
import vn.soto.contracts.support.SupportRequestId;

/** Requests that one team took and resolved; releasing or reopening a request removes it again. */
final class SupportTally {

    private final SequencedMap<SupportRequestId, History> histories = new LinkedHashMap<>();

    private record Step(long position, LocalDate day) {}

    private record History(List<Step> taken, List<Step> resolved) {

        static Optional<Long> first(List<Step> steps, Predicate<LocalDate> days) {
            return steps.stream()
                    .filter(step -> days.test(step.day))
                    .map(Step::position)
                    .findFirst();
        }
    }

    /** Applies the next event of this team. */
    void on(long position, SupportRequestEvent event) {
        History history =
                histories.computeIfAbsent(event.request(), id -> new History(new ArrayList<>(), new ArrayList<>()));
        switch (event) {
            case SupportRequestTaken taken -> history.taken.add(new Step(position, taken.takenOn()));
            case SupportRequestReleased released -> history.taken.removeLast();
            case SupportRequestResolved resolved -> history.resolved.add(new Step(position, resolved.resolvedOn()));
            case SupportRequestReopened reopened -> {
                if (!history.resolved.isEmpty()) {
                    history.resolved.removeLast();
                }
            }
            case SupportRequestReceived received -> {}
            case SupportRequestDeclined declined -> {}
            case SupportRequestFlaggedLate flagged -> {}
        }
    }

    /** For each request taken on these days, the ledger position of that event. */
    Stream<Long> taken(Predicate<LocalDate> days) {
        return histories.values().stream().flatMap(history -> History.first(history.taken, days).stream());
    }

    /** For each request resolved on these days, the ledger position of that event. */
    Stream<Long> resolved(Predicate<LocalDate> days) {
        return histories.values().stream().flatMap(history -> History.first(history.resolved, days).stream());
    }
}
