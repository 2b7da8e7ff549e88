package vn.soto.allinone.recount;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The requests for support, as their events leave them; on a day that is over, as those that had happened by then left them. */
final class RequestBook {

    /** A step by a team. */
    record Step(String team, LocalDate day) {}

    /** A request. */
    static final class Request {

        final String id;
        final String unit;
        LocalDate due;
        boolean open = true;

        @Nullable
        String team;

        final List<Step> taken = new ArrayList<>();
        final List<Step> resolved = new ArrayList<>();

        private Request(RawEvent received) {
            id = received.text("/request");
            unit = received.text("/unit");
            due = received.day("/dueOn");
        }

        boolean waiting() {
            return open && team == null;
        }
    }

    final Map<String, Request> requests = new LinkedHashMap<>();

    private static final List<String> DAYS =
            List.of("/receivedOn", "/takenOn", "/releasedOn", "/resolvedOn", "/declinedOn", "/reopenedOn");

    static RequestBook of(RawLedger ledger) {
        return of(ledger, LocalDate.MAX);
    }

    /** @param last last day of the steps that count */
    static RequestBook of(RawLedger ledger, LocalDate last) {
        RequestBook book = new RequestBook();
        ledger.of("support-request.")
                .filter(event -> DAYS.stream()
                        .flatMap(day -> Stream.ofNullable(event.dayIfAny(day)))
                        .noneMatch(day -> day.isAfter(last)))
                .forEach(book::on);
        return book;
    }

    private void on(RawEvent event) {
        String id = event.text("/request");
        if (event.is("support-request.received")) {
            requests.put(id, new Request(event));
            return;
        }
        Request request = Objects.requireNonNull(requests.get(id));
        String team = event.textIfAny("/team");
        switch (event.name()) {
            case "support-request.taken" -> {
                request.team = team;
                request.taken.add(new Step(event.text("/team"), event.day("/takenOn")));
            }
            case "support-request.released" -> {
                request.team = null;
                request.taken.removeLast();
            }
            case "support-request.resolved" -> {
                request.open = false;
                request.resolved.add(new Step(event.text("/team"), event.day("/resolvedOn")));
            }
            case "support-request.declined" -> request.open = false;
            case "support-request.reopened" -> {
                request.open = true;
                request.team = null;
                request.due = event.day("/dueOn");
                if (!request.resolved.isEmpty()) {
                    request.resolved.removeLast();
                }
            }
            default -> {
                // a flag
            }
        }
    }

    long taken(String team, Days days) {
        return requests.values().stream()
                .filter(request ->
                        request.taken.stream().anyMatch(step -> step.team.equals(team) && days.include(step.day)))
                .count();
    }

    long resolved(String team, Days days) {
        return requests.values().stream()
                .filter(request ->
                        request.resolved.stream().anyMatch(step -> step.team.equals(team) && days.include(step.day)))
                .count();
    }
}
