package vn.soto.allinone.recount;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Outreach sessions, community groups and trainings, as their events leave them. */
final class OutreachBook {

    /** A session. */
    static final class Session {

        final String id;
        final String team;
        LocalDate starts;
        String state = "PLANNED";

        @Nullable
        JsonNode holding;

        private Session(RawEvent scheduled) {
            id = scheduled.text("/session");
            team = scheduled.text("/team");
            starts = RawEvent.dayOf(scheduled.text("/startsAt"));
        }

        /** The day it was held, or is planned for. */
        LocalDate day() {
            return holding == null
                    ? starts
                    : LocalDate.parse(holding.get("heldOn").asString());
        }

        long people() {
            return Objects.requireNonNull(holding).get("attendance").asLong();
        }

        /** Number of those who came for the first time, if that was told. */
        Optional<Long> newcomers() {
            JsonNode told = Objects.requireNonNull(holding).path("newcomers");
            return told.isNumber() ? Optional.of(told.asLong()) : Optional.empty();
        }

        String basis() {
            return Objects.requireNonNull(holding).get("basis").asString();
        }
    }

    /** A group with its counts by day. */
    private static final class Group {

        final String team;
        final TreeMap<LocalDate, Long> counts = new TreeMap<>();
        LocalDate last = LocalDate.MAX;

        Group(String team) {
            this.team = team;
        }
    }

    final Map<String, Session> sessions = new LinkedHashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, JsonNode> attendance = new LinkedHashMap<>();
    private final Set<String> voided = new HashSet<>();

    static OutreachBook of(RawLedger ledger) {
        OutreachBook book = new OutreachBook();
        ledger.of("outreach.").forEach(book::session);
        ledger.of("community-group.").forEach(book::group);
        ledger.of("training.").forEach(book::training);
        return book;
    }

    private void session(RawEvent event) {
        String id = event.text("/session");
        if (event.is("outreach.scheduled")) {
            sessions.put(id, new Session(event));
            return;
        }
        Session session = Objects.requireNonNull(sessions.get(id));
        switch (event.name()) {
            case "outreach.rescheduled" -> session.starts = RawEvent.dayOf(event.text("/startsAt"));
            case "outreach.held", "outreach.corrected" -> {
                session.state = "HELD";
                session.holding = event.body().get("holding");
            }
            case "outreach.cancelled" -> session.state = "CANCELLED";
            case "outreach.voided" -> session.state = "VOIDED";
            default -> {
                // a flag
            }
        }
    }

    private void training(RawEvent event) {
        String id = event.text("/training");
        if (event.is("training.voided")) {
            voided.add(id);
        } else if (event.body().has("attendance")) {
            attendance.put(id, event.body().get("attendance"));
            voided.remove(id);
        }
    }

    private void group(RawEvent event) {
        Group group = groups.computeIfAbsent(event.text("/group"), id -> new Group(event.text("/team")));
        if (event.is("community-group.closed")) {
            group.last = event.day("/lastDay");
        } else {
            group.counts.put(
                    event.day("/countedOn"), event.body().get("households").asLong());
        }
    }

    /** Sessions of a team held in a quarter. */
    List<Session> held(String team, Days days) {
        return sessions.values().stream()
                .filter(session -> session.team.equals(team) && session.state.equals("HELD"))
                .filter(session -> days.include(session.day()))
                .toList();
    }

    /** The households of each of the team's groups open on a day, by the last count. */
    List<Long> groups(String team, LocalDate day) {
        return groups.values().stream()
                .filter(group -> group.team.equals(team) && !day.isAfter(group.last))
                .filter(group -> group.counts.floorEntry(day) != null)
                .map(group -> group.counts.floorEntry(day).getValue())
                .toList();
    }

    /** The trainings that members of a team went to, with those members. */
    Map<String, List<String>> trainings(String team) {
        Map<String, List<String>> trained = new LinkedHashMap<>();
        attendance.forEach((id, attended) -> {
            List<String> own = RawEvent.each(attended.get("attendees")).stream()
                    .filter(each -> each.get("team").asString().equals(team))
                    .map(each -> each.get("member").asString())
                    .toList();
            if (!own.isEmpty()) {
                trained.put(id, own);
            }
        });
        return trained;
    }

    long trained(String team, Days days) {
        return trainings(team).entrySet().stream()
                .filter(entry -> !voided.contains(entry.getKey()))
                .filter(entry -> days.include(LocalDate.parse(Objects.requireNonNull(attendance.get(entry.getKey()))
                        .get("on")
                        .asString())))
                .flatMap(entry -> entry.getValue().stream())
                .distinct()
                .count();
    }
}
